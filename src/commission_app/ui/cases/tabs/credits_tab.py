"""What the rules propose for a case: unit by unit the verdict, the credits, the rule, and what would change it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from commission_app.errors import Refusal, RefusedError
from commission_app.i18n import Language
from commission_app.rules.credits import Award, AwardLine
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.what_if import Basis, Supposition, suppose
from commission_app.services import calculation_sheet, credits, papers, what_if
from commission_app.services.cases import CaseCard
from commission_app.services.credits import Proposal
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import News
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.wording.awards import SETTLED, change_text, law_text, rule_text
from commission_app.wording.quantities import credits_text
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

VERDICT_TONES = {
    UnitVerdict.RECOGNISED: "good",
    UnitVerdict.PARTLY: "warn",
    UnitVerdict.REFUSED: "bad",
    UnitVerdict.TEST: "info",
}
SUPPOSABLE = frozenset({"change.outcomes", "change.share", "change.test"})


class CreditsTab(CaseTab):
    """Three figures above, then a card for every unit, and the ceiling and the rounding below them."""

    watches: ClassVar[frozenset[str]] = frozenset({"score", "case", "decision", "standard", "provision"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        self._titles: dict[str, str] = {}
        self._number = ""
        self._proposal: Proposal | None = None
        self._assumed: frozenset[str] = frozenset()
        self.ticks: dict[str, QCheckBox] = {}
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.empty = EmptyState(
            desk.language.say("Nothing is scored yet: the credits follow from the scores."), parent=self
        )
        say = desk.language.say
        self.precedents = self._button(say("Precedents"), "", self._open_precedents)
        self.what_if = self._button(say("What if …"), "scale", self.open_what_if)
        self.plan = self._button(say("Study plan …"), "calendar", self.open_plan)
        self.excel = self._button(say("To Excel …"), "table", self.export)
        self.sheet = self._button(say("Calculation sheet …"), "print", self.print_paper)
        above = QHBoxLayout()
        above.setSpacing(2 * STEP)
        above.addStretch(1)
        for button in (self.precedents, self.what_if, self.plan, self.excel, self.sheet):
            above.addWidget(button)
        self.body.addLayout(above)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.empty, 1)
        self.area.hide()

    def refresh(self, card: CaseCard) -> None:
        """Asks what the rules propose now."""
        self._number = card.number
        self._titles = {one.code: half(self.language, one.title_lv, one.title_en) for one in card.claims}
        self.jobs.ask(self, credits.proposal, self.case_id).then(self._show).failed(self._refused)

    def focus_first(self) -> None:
        """Puts the keyboard where the page scrolls."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_paper(self) -> None:
        """Ctrl+P: the calculation sheet, ready for the printer."""
        title = self.language.say("Calculation of credits, {number}", number=self._number)
        asked = self.jobs.ask(self, calculation_sheet.paper, self.case_id, self.language)
        asked.then(lambda data: show_paper(self, self.desk, title, data, papers.file_name(title)))

    def export(self) -> None:
        """Saves the calculation as a workbook."""
        say = self.language.say
        title = say("Calculation of credits, {number}", number=self._number)
        name = papers.file_name(title).removesuffix(papers.SUFFIX)

        def saved(path: Path) -> None:
            self.happened.emit(News(say("Saved as {file}.", file=path.name)))

        asked = self.jobs.ask(self, calculation_sheet.workbook, self.case_id, self.language)
        asked.then(lambda data: save_copy(self, self.desk, f"{name}.xlsx", data, saved))

    def open_what_if(self) -> None:
        """Opens what can be supposed; nothing of it is stored."""
        from commission_app.ui.widgets.what_if_dialog import WhatIfDialog

        WhatIfDialog(self.desk, what_if.of_case, self.case_id, self).open()

    def open_plan(self) -> None:
        """Opens what remains to be studied, semester by semester."""
        from commission_app.ui.cases.study_plan_dialog import StudyPlanDialog

        StudyPlanDialog(self.desk, self.case_id, self).open()

    def _button(self, text: str, picture: str, doing: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        if picture:
            button.setIcon(icon(picture))
        button.clicked.connect(lambda _: doing())
        return button

    def _open_precedents(self) -> None:
        from commission_app.ui.cases.tabs.precedents_dialog import PrecedentsDialog

        PrecedentsDialog(self.desk, self.case_id, self).open()

    def _show(self, proposal: Proposal) -> None:
        self._proposal = proposal
        self.empty.say(self.language.say("Nothing is scored yet: the credits follow from the scores."))
        self._lay_out()

    def _refused(self, trouble: Exception) -> None:
        """Where nothing can be counted the page says why, in the place of the figures."""
        if not isinstance(trouble, RefusedError):
            self.desk.problems.show(self, trouble)
            return
        self._proposal = None
        self.area.hide()
        self.empty.say(sentence(self.language, trouble.refusal))
        self.empty.show()
        for button in (self.what_if, self.plan, self.excel, self.sheet):
            button.setEnabled(False)

    def _lay_out(self) -> None:
        """Lays the cards out anew; where something is assumed, the rules count again and nothing is stored."""
        proposal = self._proposal
        if proposal is None:
            return
        at = self.area.verticalScrollBar().value()
        supposition = Supposition(carried=self._assumed)
        award = suppose(Basis(proposal.input), supposition).award if supposition else proposal.award
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(self._figures(proposal, award))
        for departs in () if self._assumed else proposal.departs:
            column.addWidget(departure_card(self.language, departs))
        self.ticks = {}
        for line in award.lines:
            title = self._titles.get(line.unit_code, line.unit_title)
            card = line_card(self.language, line, title)
            if line.would_change in SUPPOSABLE or line.unit_uid in self._assumed:
                self._add_tick(card, line)
            column.addWidget(card)
        column.addStretch(1)
        self.area.setWidget(page)
        self.area.verticalScrollBar().setValue(at)
        self.area.setVisible(proposal.countable)
        for button in (self.what_if, self.plan, self.excel, self.sheet):
            button.setEnabled(proposal.countable)
        self.empty.setVisible(not proposal.countable)

    def _add_tick(self, card: QFrame, line: AwardLine) -> None:
        tick = QCheckBox(self.language.say("What if all its outcomes were met?"), card)
        tick.setChecked(line.unit_uid in self._assumed)
        tick.toggled.connect(lambda _: self._suppose(line.unit_uid))
        self.ticks[line.unit_code] = tick
        layout = card.layout()
        assert layout is not None
        layout.addWidget(tick)

    def _suppose(self, unit_uid: str) -> None:
        self._assumed ^= {unit_uid}
        # Later: the box that was just pressed is taken away with its card.
        QTimer.singleShot(0, self, self._lay_out)

    def _figures(self, proposal: Proposal, award: Award) -> QWidget:
        say = self.language.say
        told: list[tuple[str, Credits | None]] = [
            (say("Claimed"), proposal.claimed),
            (say("It would be recognised") if self._assumed else say("To be recognised"), award.total),
            (say("Remains to be acquired"), award.remaining),
        ]
        box = QFrame(self)
        box.setProperty("role", "card")
        grid = QGridLayout(box)
        grid.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        grid.setHorizontalSpacing(10 * STEP)
        for at, (name, amount) in enumerate(entry for entry in told if entry[1] is not None):
            grid.addWidget(_label(name, "label"), 0, at)
            grid.addWidget(_label("" if amount is None else credits_text(self.language, amount), "title"), 1, at)
        grid.setColumnStretch(3, 1)
        scored = say(
            "Computed from {scored} agreed results of {outcomes}; rules in force on {day}.",
            scored=proposal.scored,
            outcomes=proposal.outcomes,
            day=self.language.date(proposal.input.day),
        )
        grid.addWidget(_label(scored, "small"), 2, 0, 1, 4)
        basis = proposal.input.rules.legal.get(ProvisionKey.LEGAL_BASIS)
        if basis is not None:
            grid.addWidget(_label(law_text(self.language, basis), "small"), 3, 0, 1, 4)
        return box


def line_card(language: Language, line: AwardLine, title: str, words: str = "", offered: Sequence[str] = ()) -> QFrame:
    """One line of an award as a card, with the commission's own words and what still stands open for the unit."""
    box = QFrame()
    box.setProperty("role", "card")
    head = QHBoxLayout()
    head.setSpacing(3 * STEP)
    name = f"{line.unit_code} {title}".strip() or word(language, line.kind)
    head.addWidget(_label(name, "strong"), 1)
    if line.verdict is not None:
        head.addWidget(Chip(word(language, line.verdict), VERDICT_TONES[line.verdict]))
    amount = _label(credits_text(language, line.credits), "strong")
    amount.setWordWrap(False)
    head.addWidget(amount)
    column = QVBoxLayout(box)
    column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
    column.setSpacing(STEP)
    column.addLayout(head)
    column.addWidget(_label(rule_text(language, line)))
    if line.legal is not None:
        column.addWidget(_label(law_text(language, line.legal), "small"))
    if words:
        column.addWidget(_label(words))
    if line.would_change not in SETTLED:
        column.addWidget(_label(language.say("What would change it: {change}", change=change_text(language, line))))
    for text in offered:
        column.addWidget(_label(text))
    return box


def departure_card(language: Language, departs: Refusal) -> QFrame:
    """A sentence that the draft departs from what was decided before, with its mark."""
    box = QFrame()
    box.setProperty("role", "card")
    row = QHBoxLayout(box)
    row.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
    row.setSpacing(3 * STEP)
    row.addWidget(Chip(language.say("Departs from precedent"), "warn"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_label(sentence(language, departs)), 1)
    return box


def _label(text: str, role: str = "soft") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(role not in ("label", "title"))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
