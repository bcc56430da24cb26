"""Decisions on the course of a case in the window: extended, left unexamined, closed; drafted, signed, printed."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from commission_app.i18n import Language, today
from commission_app.rules.procedural import ProceduralAct
from commission_app.rules.vocabulary.decision import ProceduralKind, ReasonKind
from commission_app.services import papers, procedural_decisions
from commission_app.services.cases import CaseCard
from commission_app.services.decision_signers import SignedAs
from commission_app.services.procedural_decisions import CourseCard, ProceduralCard, ProceduralForm
from commission_app.ui.columns import Column
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.paper_buttons import print_buttons
from commission_app.ui.widgets.reason_picker import offer_reasons
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


def course_acts(desk: Desk, card: CaseCard, parent: QWidget) -> tuple[Offered, ...]:
    """Each kind of decision on the course of the case, and the list of those that were made."""
    labels = {
        ProceduralKind.EXTENSION: desk.language.say("Extend the term …"),
        ProceduralKind.LEFT_UNEXAMINED: desk.language.say("Leave unexamined …"),
        ProceduralKind.CLOSED: desk.language.say("Close the case by a decision …"),
    }

    def show() -> CourseDialog:
        dialog = CourseDialog(desk, card.id, parent)
        dialog.open()
        return dialog

    def begin(kind: ProceduralKind) -> None:
        show().begin(kind)

    listed = Offered(desk.language.say("Decisions on the course of the case …"), (), show, aside=True)
    return (
        *(Offered(labels[kind], against, partial(begin, kind), aside=True) for kind, against in card.course),
        listed,
    )


class CourseDialog(QDialog):
    """The decisions on the course of one case, with the acts upon the chosen one."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        say = desk.language.say
        self.desk, self.language, self._case_id = desk, desk.language, case_id
        self.card: CourseCard | None = None
        self._wanted: ProceduralKind | None = None
        self.setWindowTitle(say("Decisions on the course of the case"))
        self.table = RowsTable(_columns(desk.language), self)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.none = QLabel(say("No such decision has been made on this case."), self)
        self.none.setProperty("role", "soft")
        self.reasons = QLabel(self)
        self.reasons.setWordWrap(True)
        self.acts = ActButton(desk.language, self)
        self.prints = [*print_buttons(self, self.language, self._print).values()]
        across = QHBoxLayout()
        for button in self.prints:
            across.addWidget(button)
        across.addStretch(1)
        across.addWidget(self.acts)
        buttons = QDialogButtonBox(self)
        buttons.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for widget in (self.none, self.table, self.reasons):
            column.addWidget(widget)
        column.addLayout(across)
        column.addWidget(buttons)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 110, figure * 46)
        self._offer()
        self.again()

    def begin(self, kind: ProceduralKind) -> None:
        """Drafts a new decision as soon as the case is known."""
        self._wanted = kind
        if self.card is not None:
            self._begin()

    def again(self) -> None:
        """Asks for the decisions anew."""
        self.desk.jobs.ask(self, procedural_decisions.of_case, self._case_id).then(self._show)

    def _show(self, card: CourseCard) -> None:
        self.card = card
        self.table.show_rows(card.decisions)
        if card.decisions:
            self.table.selectRow(len(card.decisions) - 1)
        self.table.setVisible(bool(card.decisions))
        self.none.setVisible(not card.decisions)
        self._offer()
        self._begin()

    def _begin(self) -> None:
        kind, self._wanted = self._wanted, None
        if kind is not None and self.card is not None:
            self._open(DraftDialog(self.desk, self.card, kind, None, self))

    def _offer(self) -> None:
        held: ProceduralCard | None = self.table.current()
        for button in self.prints:
            button.setVisible(held is not None)
        self.acts.setVisible(held is not None)
        self.reasons.setText(held.form.reasons if held is not None else "")
        if held is None or self.card is None:
            return
        card, say = self.card, self.language.say
        against = {one.act: one.refusals for one in held.acts}
        self.acts.show_acts(
            [
                Offered(
                    say("Sign and register …"),
                    against[ProceduralAct.SIGN],
                    lambda: self._open(SignCourseDialog(self.desk, card, held, self)),
                    "edit",
                ),
                Offered(
                    say("Edit …"),
                    against[ProceduralAct.EDIT],
                    lambda: self._open(DraftDialog(self.desk, card, held.form.kind, held, self)),
                    aside=True,
                ),
                Offered(
                    say("Give the draft up …"),
                    against[ProceduralAct.DROP],
                    lambda: self._open(DropDialog(self.desk, held, self)),
                    aside=True,
                ),
            ]
        )

    def _open(self, dialog: FormDialog) -> None:
        dialog.stored.connect(lambda _: self.again())
        dialog.open()

    def _print(self, language: Language) -> None:
        held: ProceduralCard | None = self.table.current()
        if held is not None:
            asked = self.desk.jobs.ask(self, procedural_decisions.paper, held.id, language)
            asked.then(partial(self._preview, held.number))

    def _preview(self, number: str, data: bytes) -> None:
        from commission_app.ui.widgets.paper_preview import show_paper

        show_paper(self, self.desk, number, data, papers.file_name(number))


class DraftDialog(FormDialog):
    """The draft of a decision: its day, until when where a term is extended, and the reasons."""

    def __init__(
        self, desk: Desk, card: CourseCard, kind: ProceduralKind, held: ProceduralCard | None, parent: QWidget
    ) -> None:
        language, say = desk.language, desk.language.say
        deed = say("Save") if held is not None else say("Draft the decision")
        super().__init__(desk, f"{card.number}: {word(language, kind)}", deed, parent)
        self._card, self._kind, self._held = card, kind, held
        add = self.form.add
        self.day = add("decided_on", say("Decided on"), DateEdit(language), required=True)
        self.until: DateEdit | None = None
        if kind is ProceduralKind.EXTENSION:
            due = say("Now due on {day}.", day=language.date(card.deadline))
            self.until = add("until", say("Extended until"), DateEdit(language), required=True, help_text=due)
        self.reasons = add("reasons", say("Reasons"), _reasons(desk, kind), required=True)
        self.number = TextInput()
        if card.typed_number and held is None:
            add("number", say("Number from the document system"), self.number, required=True)
        self.form.load(held.form if held is not None else {"decided_on": today()})

    def submit(self) -> None:
        """Stores the draft."""
        day = self.day.value()
        assert isinstance(day, date)
        form = ProceduralForm(self._kind, day, self.reasons.value(), self.until.value() if self.until else None)
        jobs, held = self.desk.jobs, self._held
        if held is not None:
            self.act(jobs.do(self, procedural_decisions.edit, held.id, held.version, form))
            return
        typed = self.number.value() or None
        self.act(jobs.do(self, procedural_decisions.draft, self._card.case_id, self._card.version, form, typed))


class SignCourseDialog(FormDialog):
    """Who signed the decision and when; with this it enters the register and takes effect."""

    def __init__(self, desk: Desk, card: CourseCard, held: ProceduralCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Decision No. {number}", number=held.number), say("Sign and register"), parent)
        self._held = held
        add = self.form.add
        self.day = add("signed_on", say("Signed on"), DateEdit(desk.language), required=True)
        self.name = add("name", say("Signed by"), TextInput(), required=True, beside=True)
        self.post_lv = add("post_lv", say("Post in Latvian"), TextInput())
        self.post_en = add("post_en", say("Post in English"), TextInput(), beside=True)
        self.order = add("order", say("On the ground of order"), TextInput())
        who = card.signer
        self.form.load({"signed_on": today(), "name": who.name, "post_lv": who.post_lv, "post_en": who.post_en})

    def submit(self) -> None:
        """The decision takes effect."""
        day = self.day.value()
        assert isinstance(day, date)
        signed = SignedAs(self.name.value(), self.post_lv.value(), self.post_en.value(), self.order.value())
        held = self._held
        self.act(self.desk.jobs.do(self, procedural_decisions.sign, held.id, held.version, day, signed))


class DropDialog(FormDialog):
    """Why a draft is given up; its number is voided."""

    def __init__(self, desk: Desk, held: ProceduralCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Decision No. {number}", number=held.number), say("Give the draft up"), parent)
        self._held = held
        helped = say("The number is voided with this reason and never given again.")
        self.reason = self.form.add("reason", say("Reason"), LongTextInput(lines=3), required=True, help_text=helped)

    def submit(self) -> None:
        """Voids the number."""
        held = self._held
        self.act(self.desk.jobs.do(self, procedural_decisions.drop, held.id, held.version, self.reason.value()))


def _reasons(desk: Desk, kind: ProceduralKind) -> LongTextInput:
    """Some lines of reasons, with the wordings of the library for this kind of decision on F9."""
    return offer_reasons(desk, LongTextInput(lines=6), ReasonKind(kind.value))


def _columns(language: Language) -> tuple[Column[ProceduralCard], ...]:
    say = language.say

    def signed(row: ProceduralCard) -> str:
        return f"{language.date(row.signed_on)}, {row.signed_by}" if row.signed_on else ""

    return (
        Column("number", say("Number"), lambda row: row.number),
        Column("kind", say("Decision"), lambda row: word(language, row.form.kind), stretch=True),
        Column("day", say("Decided on"), lambda row: language.date(row.form.decided_on)),
        Column("until", say("Until"), lambda row: language.date(row.form.until) if row.form.until else ""),
        Column("state", say("State"), lambda row: word(language, row.state)),
        Column("signed", say("Signed"), signed),
    )
