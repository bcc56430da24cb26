"""The mobility of a case: agreement, the units and whether they count, the transcript, and the three acts in order."""

from collections.abc import Callable
from decimal import Decimal
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.services import mobility, mobility_cards, mobility_papers, papers
from commission_app.services.cases import CaseCard
from commission_app.services.mobility_cards import ActLine, MobilityCard, UnitLine
from commission_app.ui.cases.mobility_dialogs import ActDialog, AgreementDialog, TranscriptDialog, UnitDialog
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.columns import RIGHT, Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import News, Place
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import NOTHING, sentence
from commission_app.wording.words import word


class MobilityTab(CaseTab):
    """The button leads on: first the agreement, then assessment, validation, recognition."""

    watches: ClassVar[frozenset[str]] = frozenset({"mobility", "case", "evidence", "application"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        say = desk.language.say
        self.card: MobilityCard | None = None
        self.said, self.facts, self.warned = self._label("title"), self._label("soft"), self._label("")
        self.acts = ActButton(desk.language, self)
        self.chips = [Chip(parent=self) for _ in range(3)]
        self.units = RowsTable(self._columns(), self)
        self.units.opened.connect(self._open_unit)
        self.units.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.add = self._button(say("Add a unit …"), "plus", self.new)
        self.change = self._button(say("Edit …"), "edit", self.edit)
        self.out = self._button(say("Take out"), "trash", self._take_out)
        self.none = self._label("soft", say("No unit is entered yet."))
        self._build()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the mobility of the case."""
        self._ask_again()

    def focus_first(self) -> None:
        """Puts the keyboard into the units."""
        self.units.setFocus()

    def new(self) -> None:
        """Adds a unit; before there is an agreement, enters that."""
        card = self.card
        if card is not None and card.agreement is None:
            self._agree()
        elif card is not None and not card.locked:
            self._shown(UnitDialog(self.desk, card, None, self))

    def edit(self) -> None:
        """Corrects the chosen unit."""
        self._open_unit(self.units.current())

    def print_paper(self) -> None:
        """Prints the transcript once it is entered, else the agreement."""
        card = self.card
        if card is not None and card.agreement is not None:
            self._print(transcript=card.transcript is not None)

    def _ask_again(self) -> None:
        self.jobs.ask(self, mobility_cards.card, self.case_id).then(self._show)

    def _show(self, card: MobilityCard) -> None:
        self.card = card
        language, form = self.language, card.agreement
        there = form is not None
        self.said.setText(card.partner if there else language.say("No learning agreement is entered yet."))
        self.facts.setText(self._facts(card))
        self.warned.setText("\n".join(f"⚠ {sentence(language, one)}" for one in card.warnings))
        self.warned.setVisible(bool(card.warnings))
        for chip, line in zip(self.chips, card.acts, strict=False):
            self._show_act(chip, line)
        for chip in self.chips:
            chip.setVisible(there)
        self.units.show_rows(card.units)
        self.units.setVisible(bool(card.units))
        self.none.setVisible(there and not card.units)
        self.acts.show_acts(self._offered(card))
        self._choose()

    def _facts(self, card: MobilityCard) -> str:
        form, language, say = card.agreement, self.language, self.language.say
        if form is None:
            no_partner = say("No partner is entered yet; the partners stand under Preferences.")
            return no_partner if not card.choices.partners else ""
        days = f"{language.date(form.began_on)} – {language.date(form.ended_on)}"
        signed = sum(day is not None for day in (form.learner_signed_on, form.home_signed_on, form.host_signed_on))
        parts = [form.number, days, say("signed {n} of 3", n=signed)]
        if card.transcript is not None:
            number, day = card.transcript.number or NOTHING, language.date(card.transcript.issued_on)
            parts.append(say("transcript {number}, {day}", number=number, day=day))
        return " · ".join(part for part in parts if part)

    def _show_act(self, chip: Chip, line: ActLine) -> None:
        name = word(self.language, line.act)
        if line.on is None:
            chip.show_state(name, "neutral")
        else:
            chip.show_state(f"{name}: {self.language.date(line.on)}, {line.by}", "good")

    def _offered(self, card: MobilityCard) -> list[Offered]:
        say = self.language.say
        agree = Offered(say("Learning agreement …"), card.locked, self._agree, "edit", aside=card.agreement is not None)
        partners = Offered(say("Partners and memoranda"), (), self._to_partners, aside=True)
        if card.agreement is None:
            ready = agree if card.choices.partners else Offered(say("Enter a partner"), (), self._to_partners, "plus")
            return [ready, partners]
        steps = [
            Offered(say("Enter the {act} …", act=word(self.language, line.act)), line.refusals, self._doing(line))
            for line in card.acts
            if line.on is None
        ]
        undo = [
            Offered(
                say("Undo the {act}", act=word(self.language, line.act)),
                line.against_undoing,
                self._undoing(line),
                aside=True,
            )
            for line in card.acts
            if line.on is not None
        ]
        return [
            *steps,
            agree,
            Offered(say("Transcript of the host …"), card.locked, self._transcript, aside=True),
            Offered(say("Print the agreement"), (), lambda: self._print(transcript=False), aside=True),
            Offered(say("Print the transcript"), (), lambda: self._print(transcript=True), aside=True),
            *undo,
            partners,
        ]

    def _doing(self, line: ActLine) -> Callable[[], None]:
        def ask() -> None:
            if self.card is not None:
                self._shown(ActDialog(self.desk, self.card, line.act, self))

        return ask

    def _undoing(self, line: ActLine) -> Callable[[], None]:
        def undone() -> None:
            card = self.card
            if card is not None and card.seen is not None:
                self.jobs.do(self, mobility.undo, card.case_id, card.seen, line.act).then(lambda _: self._stored())

        return undone

    def _agree(self) -> None:
        if self.card is not None:
            self._shown(AgreementDialog(self.desk, self.card, self))

    def _transcript(self) -> None:
        if self.card is not None:
            self._shown(TranscriptDialog(self.desk, self.card, self))

    def _to_partners(self) -> None:
        self.go.emit(Place("preferences", None, "partners"))

    def _print(self, *, transcript: bool) -> None:
        say = self.language.say
        title = say("Personal transcript") if transcript else say("Learning agreement")
        made = mobility_papers.transcript if transcript else mobility_papers.agreement
        asked = self.jobs.ask(self, made, self.case_id, self.language)
        asked.then(lambda data: show_paper(self, self.desk, title, data, papers.file_name(title)))

    def _open_unit(self, line: object) -> None:
        card = self.card
        if card is not None and isinstance(line, UnitLine) and not card.locked:
            self._shown(UnitDialog(self.desk, card, line, self))

    def _take_out(self) -> None:
        card, line = self.card, self.units.current()
        if card is not None and card.seen is not None and isinstance(line, UnitLine):
            done = self.jobs.do(self, mobility.remove_unit, card.case_id, card.seen, line.id)
            done.then(lambda _: self._stored())

    def _shown(self, dialog: FormDialog) -> None:
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.happened.emit(News(self.language.say("The mobility of the case is changed.")))
        self._ask_again()

    def _choose(self) -> None:
        card = self.card
        free = card is not None and card.agreement is not None and not card.locked
        self.add.setVisible(free)
        for button in (self.change, self.out):
            button.setVisible(free and self.units.current() is not None)

    def _columns(self) -> list[Column[UnitLine]]:
        language, say = self.language, self.language.say
        words = {True: say("passed"), False: say("not passed"), None: NOTHING}

        def counts(line: UnitLine) -> State:
            if line.why_not is not None:
                return State(sentence(language, line.why_not), "warn")
            return State(say("counts"), "good") if line.form.passed else State(say("awaits its result"), "neutral")

        def target(line: UnitLine) -> str:
            return f"{line.code} {half(language, line.target_lv, line.target_en)}" if line.code else NOTHING

        def figure(value: Decimal | None) -> str:
            return NOTHING if value is None else language.number(value)

        return [
            Column("title", say("Unit with the host"), lambda line: line.form.title),
            Column("target", say("Unit of the target qualification"), target),
            Column("points", say("Points"), lambda line: figure(line.form.points), align=RIGHT),
            Column("hours", say("Hours"), lambda line: figure(line.form.hours), align=RIGHT),
            Column("result", say("Result"), lambda line: words[line.form.passed]),
            Column("mark", say("Mark"), lambda line: line.form.mark or NOTHING),
            Column("counts", say("Does it count"), counts, stretch=True),
        ]

    def _label(self, role: str, text: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _button(self, text: str, picture: str, doing: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(picture), text, self)
        button.clicked.connect(lambda _: doing())
        return button

    def _build(self) -> None:
        head, steps, title = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.said, 1)
        head.addWidget(self.acts)
        for chip in self.chips:
            steps.addWidget(chip)
        steps.addStretch(1)
        title.addWidget(self._label("title", self.language.say("Units")), 1)
        for button in (self.add, self.change, self.out):
            title.addWidget(button)
        for row in (head, steps, title):
            row.setSpacing(3 * STEP)
        self.body.addLayout(head)
        self.body.addWidget(self.facts)
        self.body.addLayout(steps)
        self.body.addWidget(self.warned)
        self.body.addLayout(title)
        self.body.addWidget(self.units, 1)
        self.body.addWidget(self.none)
        self.body.addStretch(0)
