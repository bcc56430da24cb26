"""Where the parts of the sitting's page stand: agenda left, the case in the middle, the roll call right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from commission_app.ui.theme import STEP
from commission_app.ui.widgets.following_scroll import FollowingScroll

if TYPE_CHECKING:
    from commission_app.ui.sittings.sitting_screen import SittingScreen


class RightSide(FollowingScroll):
    """Lights above the roll call: where both do not fit they are scrolled, and none is squeezed."""

    def minimumSizeHint(self) -> QSize:
        """As wide as what stands in it."""
        inside = self.widget()
        wide = 0 if inside is None else inside.minimumSizeHint().width()
        return QSize(wide + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())


def lay_out(screen: "SittingScreen") -> QWidget:
    """Lays the page out; gives the right side, which is hidden where there is no item to vote on."""
    left = QWidget(screen)
    agenda = QVBoxLayout(left)
    agenda.setContentsMargins(0, 0, 0, 0)
    agenda.setSpacing(2 * STEP)
    agenda.addWidget(screen.agenda, 1)
    agenda.addWidget(screen.to_end)
    right = RightSide(screen)
    right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget(right)
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * STEP)
    column.addWidget(screen.lights)
    column.addWidget(screen.roll, 1)
    right.setWidget(inside)
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
