"""The case on one page: who asks for what, the draft decision unit by unit with its rules, and the departures."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.rules.credits import AwardLine
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services.item_cards import ItemCard, UnitProposal
from commission_app.ui.sittings.coverage_bar import CoverageBar
from commission_app.ui.sittings.sitting_words import item_mark
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.icon_button import icon_button
from commission_app.wording.awards import SETTLED, change_text, rule_text
from commission_app.wording.quantities import amount, credits_text
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

VERDICT_TONES = {
    UnitVerdict.RECOGNISED: "good",
    UnitVerdict.PARTLY: "warn",
    UnitVerdict.REFUSED: "bad",
    UnitVerdict.TEST: "info",
}


class CasePanel(QFrame):
    """What the members look at; a departure is asked for at the unit it is about."""

    departing = Signal(object)
    """A UnitProposal that the commission wants otherwise."""
    keeping = Signal(int)
    """The key of a unit where the commission returns to the proposal."""
    case_wanted = Signal(int)
    supposing = Signal(int)
    """The key of the item upon which another result is supposed."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._case_id: int | None = None
        self._item_id: int | None = None
        self._shown: object = None
        self.name = _label("", "title")
        self.state = Chip(parent=self)
        self.facts = _label("", "soft")
        self.open_case = QPushButton(language.say("Open the case"), self)
        self.open_case.setProperty("role", "link")
        self.open_case.clicked.connect(lambda _: self._open_case())
        self.what_if = QPushButton(language.say("What if …"), self)
        self.what_if.setProperty("role", "link")
        self.what_if.clicked.connect(lambda _: self._suppose())
        self.draft = _label("", "strong")
        self.reason = _label("", "soft")
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.name, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(2 * STEP)
        below.addWidget(self.facts, 1)
        below.addWidget(self.what_if)
        below.addWidget(self.open_case)
        self.setTabOrder(self.what_if, self.open_case)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(head)
        column.addLayout(below)
        for part in (self.draft, self.reason):
            column.addWidget(part)
        column.addWidget(self.area, 1)

    def show_item(self, item: ItemCard, against_departing: tuple[Refusal, ...]) -> None:
        """Shows an item; where a departure is refused, its menu says why."""
        language = self._language
        shown = (item.id, item.state, item.reason, item.batch, item.units, item.award, item.departs, against_departing)
        if shown == self._shown:
            return  # a vote changes nothing here; the page keeps its place and does not flicker
        self._shown = shown
        at = self.area.verticalScrollBar().value() if item.id == self._item_id else 0
        self._case_id, self._item_id = item.case_id, item.id
        mark = item_mark(language, item.state)
        self.name.setText(f"{item.position}. {item.case_number} · {item.applicant}")
        self.state.show_state(mark.text, mark.tone, mark.icon)
        self.facts.setText(_programme(language, item))
        for part in (self.name, self.facts):
            part.setToolTip(part.text())  # on a low screen a long name has no room for all its lines
        draft = language.say(
            "Draft decision: recognise {recognised} of {claimed}",
            recognised=credits_text(language, item.award.total),
            claimed=amount(language, item.claimed),
        )
        self.draft.setText(draft)
        self.reason.setText(_said(language, item))
        self.reason.setVisible(bool(self.reason.text()))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(2 * STEP)
        for departs in item.departs:
            column.addWidget(self._departure(departs))
        for unit in item.units:
            column.addWidget(self._unit(unit, against_departing))
        for line in item.award.lines:
            if line.kind is not LineKind.UNIT:
                column.addWidget(self._plain_line(line))
        column.addStretch(1)
        self.area.setWidget(page)
        self.area.verticalScrollBar().setValue(at)

    def _departure(self, departs: Refusal) -> QFrame:
        """A sentence that the draft departs from what was decided before."""
        box = _box()
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(Chip(self._language.say("Departs from precedent"), "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_label(sentence(self._language, departs), "soft"), 1)
        layout = box.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(row)
        return box

    def _open_case(self) -> None:
        if self._case_id is not None:
            self.case_wanted.emit(self._case_id)

    def _suppose(self) -> None:
        if self._item_id is not None:
            self.supposing.emit(self._item_id)

    def _unit(self, unit: UnitProposal, against: tuple[Refusal, ...]) -> QFrame:
        language, line = self._language, unit.line
        box = _box()
        name = half(language, unit.title_lv, unit.title_en) or line.unit_title
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(_label(f"{line.unit_code} {name}".strip(), "strong"), 1)
        head.addWidget(_figure(credits_text(language, line.credits)))
        more = icon_button("more", language.say("Decide otherwise on {unit}", unit=line.unit_code), box)
        more.clicked.connect(lambda _: self.unit_menu(unit, against).popup(more.mapToGlobal(QPoint(0, more.height()))))
        head.addWidget(more)
        column = box.layout()
        assert isinstance(column, QVBoxLayout)
        below = QHBoxLayout()
        below.setSpacing(3 * STEP)
        if line.verdict is not None:
            below.addWidget(Chip(word(language, line.verdict), VERDICT_TONES[line.verdict]))
        if unit.outcomes:
            below.addWidget(CoverageBar(language, unit.met, unit.outcomes), 1)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(_label(rule_text(language, line), "soft"))
        if line.would_change not in SETTLED:
            change = language.say("What would change it: {change}", change=change_text(language, line))
            column.addWidget(_label(change, "small"))
        if unit.reason:
            told = language.say("The commission departs from the proposal: {reason}", reason=unit.reason)
            column.addWidget(_label(told))
        return box

    def unit_menu(self, unit: UnitProposal, against: tuple[Refusal, ...]) -> QMenu:
        """What can be done with a unit: another verdict, or back to the proposal; else why not."""
        say, menu = self._language.say, QMenu(self)
        depart = QAction(say("Decide otherwise …"), menu)
        depart.triggered.connect(lambda _=False: self.departing.emit(unit))
        menu.addAction(depart)
        if unit.reason:
            keep = QAction(say("Return to the proposal"), menu)
            keep.triggered.connect(lambda _=False: self.keeping.emit(unit.unit_id))
            menu.addAction(keep)
        if against:
            for entry in menu.actions():
                entry.setEnabled(False)
            for why in against:
                menu.addAction(sentence(self._language, why)).setEnabled(False)
        return menu

    def _plain_line(self, line: AwardLine) -> QFrame:
        box = _box()
        head = QHBoxLayout()
        head.addWidget(_label(word(self._language, line.kind), "strong"), 1)
        head.addWidget(_figure(credits_text(self._language, line.credits)))
        column = box.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(head)
        column.addWidget(_label(rule_text(self._language, line), "soft"))
        return box


def _said(language: Language, item: ItemCard) -> str:
    """Why the item was postponed, or which cases one vote decides with it."""
    if item.reason:
        return language.say("Postponed: {reason}", reason=item.reason)
    return language.say("Voted on together: {cases}", cases=", ".join(item.batch)) if item.batch else ""


def _programme(language: Language, item: ItemCard) -> str:
    level = language.say("LKI level {level}", level=item.lki) if item.lki is not None else ""
    title = half(language, item.title_lv, item.title_en)
    edition = language.say("edition {label}", label=item.edition_label)
    return " · ".join(part for part in (title, edition, level) if part)


def _box() -> QFrame:
    box = QFrame()
    box.setProperty("role", "card")
    column = QVBoxLayout(box)
    column.setContentsMargins(4 * STEP, 2 * STEP, 3 * STEP, 3 * STEP)
    column.setSpacing(STEP)
    return box


def _figure(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "strong")
    return label


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
