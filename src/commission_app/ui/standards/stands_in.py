"""Where else a unit stands: other standards and editions that hold the same unit, each a link."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.services.standard_forms import NodeKey, NodeKind
from commission_app.services.standard_search import place
from commission_app.services.standards import UnitStanding
from commission_app.ui.places import Place
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.wording.words import word


class StandsIn(QWidget):
    """Hidden while the unit stands here alone."""

    go = Signal(object)

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._heading = QLabel(language.say("The same unit stands in"), self)
        self._heading.setProperty("role", "label")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(STEP)
        self._column.addWidget(self._heading)
        self._links: list[QPushButton] = []
        self.hide()

    def show_standings(self, found: tuple[UnitStanding, ...]) -> None:
        """Shows other editions."""
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._link(row) for row in found]
        self.setVisible(bool(found))

    def texts(self) -> list[str]:
        """The links as they read."""
        return [link.text() for link in self._links]

    def follow(self, at: int) -> None:
        """Goes where a link leads."""
        self._links[at].click()

    def _link(self, row: UnitStanding) -> QPushButton:
        title = half(self._language, row.title_lv, row.title_en)
        link = QPushButton(f"{row.code} · {row.label} ({word(self._language, row.state)})", self)
        link.setToolTip(title)
        link.setProperty("role", "link")
        where = Place("standard", row.edition_id, place(NodeKey(NodeKind.UNIT, row.unit_id)))
        link.clicked.connect(partial(self._follow, where))
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return link

    def _follow(self, where: Place, _checked: bool = False) -> None:
        self.go.emit(where)
