"""The health check before a sitting: the cases that need attention, each finding with the way to where it is mended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.readiness import Attention
from commission_app.rules.vocabulary.readiness import Mend
from commission_app.services import readiness
from commission_app.services.readiness import CaseAttention, Readiness
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.on_screen import resize_on_screen
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

_TABS = {
    Mend.APPLICATION: "application",
    Mend.BACKGROUND: "background",
    Mend.PORTFOLIO: "portfolio",
    Mend.MATRIX: "matrix",
    Mend.CREDITS: "credits",
    Mend.CASE: None,
}


class ReadinessDialog(QDialog):
    """A card for each case, a line for each finding; a link leads to the tab where it is mended."""

    go = Signal(object)
    """The Place to go to."""

    def __init__(self, desk: Desk, sitting_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = desk.language
        self.setWindowTitle(desk.language.say("Ready for the sitting?"))
        self.told = QLabel(self)
        self.told.setProperty("role", "strong")
        self.told.setWordWrap(True)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = QPushButton(desk.language.say("Close"), self)
        close.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * STEP, 5 * STEP, 5 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.told)
        column.addWidget(self.area, 1)
        column.addLayout(below)
        self.links: list[tuple[QPushButton, Place | None]] = []
        resize_on_screen(self, 760, 520)
        desk.jobs.ask(self, readiness.of_sitting, sitting_id).then(self._show)

    def texts(self) -> list[str]:
        """The findings as they read."""
        return [label.text() for label in self.area.findChildren(QLabel) if label.property("role") == "finding"]

    def _show(self, found: Readiness) -> None:
        self.told.setText(summary(self._language, found))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(3 * STEP)
        if found.sitting:
            column.addWidget(self._sitting(found.sitting))
        for case in found.attention:
            column.addWidget(self._case(case))
        column.addStretch(1)
        self.area.setWidget(page)

    def _sitting(self, found: tuple[Attention, ...]) -> QFrame:
        box, column = self._box(word(self._language, Mend.SITTING))
        for one in found:
            column.addLayout(self._finding(None, one, box))
        return box

    def _case(self, case: CaseAttention) -> QFrame:
        box, column = self._box(f"{case.position}. {case.number} · {case.applicant}")
        for one in case.found:
            column.addLayout(self._finding(case, one, box))
        return box

    def _box(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        box = QFrame()
        box.setProperty("role", "card")
        column = QVBoxLayout(box)
        column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        column.setSpacing(STEP)
        name = QLabel(title, box)
        name.setProperty("role", "strong")
        name.setWordWrap(True)
        column.addWidget(name)
        return box, column

    def _finding(self, case: CaseAttention | None, one: Attention, box: QWidget) -> QHBoxLayout:
        text = QLabel(sentence(self._language, one.what), box)
        text.setProperty("role", "finding")
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(3 * STEP)
        row.addWidget(text, 1)
        if case is not None and one.mend in _TABS:
            link = QPushButton(word(self._language, one.mend), box)
            link.setProperty("role", "link")
            place = Place("case", case.case_id, _TABS[one.mend])
            link.clicked.connect(lambda _: self._lead(place))
            self.links.append((link, place))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _lead(self, place: Place) -> None:
        self.go.emit(place)
        self.accept()


def summary(language: Language, found: Readiness) -> str:
    """One line: how many of the waiting cases need attention."""
    if not found.cases:
        return language.say("No case waits to be heard.")
    if not found.attention:
        return language.count(
            "{n} case waits to be heard, and it is ready.",
            "{n} cases wait to be heard, and all are ready.",
            found.cases,
        )
    return language.say("{n} of {all} cases need attention.", n=len(found.attention), all=found.cases)
