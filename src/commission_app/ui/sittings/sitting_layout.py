"""Where the parts of the sitting's page stand: agenda left, the case in the middle, the roll call right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from commission_app.ui.theme import STEP

if TYPE_CHECKING:
    from commission_app.ui.sittings.sitting_screen import SittingScreen


class InSight(QStackedWidget):
    """Pages of which only the one in sight asks for room: a wide page out of sight does not widen the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        """The room of the page in sight."""
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()


def lay_out(screen: "SittingScreen") -> QWidget:
    """Lays the page out; gives the right side, which is hidden where there is no item to vote on."""
    left = QWidget(screen)
    agenda = QVBoxLayout(left)
    agenda.setContentsMargins(0, 0, 0, 0)
    agenda.setSpacing(2 * STEP)
    agenda.addWidget(screen.agenda, 1)
    agenda.addWidget(screen.to_end)
    right = QWidget(screen)
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * STEP)
    column.addWidget(screen.lights)
    column.addWidget(screen.roll, 1)
    middle = QWidget(screen)
    case = QVBoxLayout(middle)
    case.setContentsMargins(0, 0, 0, 0)
    case.setSpacing(2 * STEP)
    case.addWidget(screen.middle, 1)
    case.addWidget(screen.notes)
    splitter = QSplitter(Qt.Orientation.Horizontal, screen)
    splitter.setHandleWidth(4 * STEP)
    splitter.setChildrenCollapsible(False)
    for part in (left, middle, right):
        splitter.addWidget(part)
    splitter.setStretchFactor(1, 1)
    splitter.setSizes([270, 620, 390])
    screen.desk.memory.follow_splitter("sitting", splitter)
    screen.body.addWidget(screen.head)
    screen.body.addWidget(screen.before)
    screen.body.addWidget(splitter, 1)
    return right
