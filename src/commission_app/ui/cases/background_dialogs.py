"""The small forms about an applicant's background: a dated row, the request, statements, a consultation."""

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.case import (
    Channel,
    ConsultationForm,
    ExperienceKind,
    Motive,
    StatementKind,
)
from commission_app.services import cases, consultations, experience, statements
from commission_app.services.cases import CaseCard, RequestForm
from commission_app.services.consultations import ConsultationCard, ConsultationRow
from commission_app.services.experience import ExperienceForm, ExperienceRow
from commission_app.services.statements import StatementsCard, StatementsForm
from commission_app.ui.cases.courses_input import CoursesInput
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.words import word

WIDE = 92
STUDIES = frozenset({ExperienceKind.EDUCATION})


class ExperienceDialog(FormDialog):
    """One dated row; formal education asks for its courses too."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget, row: ExperienceRow | None = None) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Experience or education"), say("Save"), parent)
        self._case_id, self._row = card.id, row
        form, add = self.form, self.form.add
        self.kind = add("kind", say("Kind"), Choice(form).offer_words(language, ExperienceKind))
        self.kind.currentIndexChanged.connect(lambda _: self._look())
        add("organisation", say("Employer, school or organisation"), TextInput(form), required=True)
        add("registration_number", say("Registration number"), TextInput(form), beside=True)
        add("title", say("Post, programme or topic"), TextInput(form))
        add("country", say("Country"), TextInput(form), beside=True)
        add("began_on", say("From"), DateEdit(language, form))
        add("ended_on", say("Until (empty: still going on)"), DateEdit(language, form), beside=True)
        add("load", say("Load"), TextInput(form))
        add("hours", say("Hours"), NumberEdit(language, form, decimals=3), beside=True)
        add("duties", say("Duties or content"), LongTextInput(form, lines=3))
        add("referee", say("Who can confirm it, with contacts"), TextInput(form))
        add("level", say("Level"), TextInput(form), beside=True)
        add("document", say("Document"), TextInput(form))
        add("document_date", say("Date of the document"), DateEdit(language, form), beside=True)
        add("assessed", "", TickInput(say("What was learned was assessed"), form))
        units = {claim.code: claim.unit_id for claim in card.claims}
        add("courses", say("Courses"), CoursesInput(language, units, form))
        form.load(row.form if row is not None else {"kind": ExperienceKind.WORK})
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        self._look()

    def submit(self) -> None:
        """Stores the row."""
        values: dict[str, Any] = self.form.values()
        if values["kind"] not in STUDIES:
            values["courses"] = ()
        form = ExperienceForm(**values)
        if self._row is None:
            self.act(self.desk.jobs.do(self, experience.add, self._case_id, form))
        else:
            self.act(self.desk.jobs.do(self, experience.change, self._row.id, self._row.version, form))

    def _look(self) -> None:
        studies = self.kind.value() in STUDIES
        self.form.field("courses").setVisible(studies)
        self.form.field("level").setVisible(studies)
        self.form.field("referee").setVisible(not studies)
        self.fit()


class RequestDialog(FormDialog):
    """Motive, how the answer is wanted, and the studies of whoever is enrolled."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Motive and answer"), say("Save"), parent)
        self._card = card
        form, add = self.form, self.form.add
        motives = Choice(form).offer_words(language, Motive, empty=say("not said"))
        self.motive = add("motive_kind", say("Why the person applies"), motives)
        self.motive.currentIndexChanged.connect(lambda _: self._look())
        add("trade_rule", say("Which rule of the trade"), TextInput(form))
        add("motive", say("In the applicant's words"), LongTextInput(form, lines=3))
        channels = Choice(form).offer_words(language, Channel, empty=say("not said"))
        add("answer_channel", say("How the decision is wanted"), channels)
        add("preferred_period", say("Preferred time of the assessment"), TextInput(form), beside=True)
        add("whole_qualification", "", TickInput(say("The whole qualification or programme"), form))
        add("enrolled", "", TickInput(say("Already enrolled"), form), beside=True)
        add("study_place", say("Where the person studies"), TextInput(form))
        add("matriculation_number", say("Matriculation number"), TextInput(form))
        add("study_year", say("Year of study"), NumberEdit(language, form, lowest=1, highest=10), beside=True)
        form.load(
            {
                name: getattr(card, name)
                for name in (
                    "motive_kind",
                    "trade_rule",
                    "motive",
                    "answer_channel",
                    "preferred_period",
                    "whole_qualification",
                    "enrolled",
                    "study_place",
                    "matriculation_number",
                    "study_year",
                )
            }
        )
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)
        self._look()

    def submit(self) -> None:
        """Stores what was said."""
        values: dict[str, Any] = self.form.values()
        year = values["study_year"]
        values["study_year"] = int(year) if isinstance(year, Decimal) else None
        card = self._card
        self.act(self.desk.jobs.do(self, cases.settle_request, card.id, card.version, RequestForm(**values)))

    def _look(self) -> None:
        self.form.field("trade_rule").setVisible(self.motive.value() is Motive.TRADE_RULE)
        self.fit()


class StatementsDialog(FormDialog):
    """The statements, each ticked; they were signed on one day by the applicant or whoever acts for the applicant."""

    def __init__(self, desk: Desk, case_id: int, card: StatementsCard, parent: QWidget) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Statements"), say("Save"), parent)
        self._case_id, self._card = case_id, card
        standing = {row.kind for row in card.rows}
        for kind in StatementKind:
            tick = self.form.add(kind.value, "", TickInput(word(language, kind), self.form))
            tick.set_value(kind in standing)
            if kind is StatementKind.NO_DOCUMENT:
                tick.on_edit(self._look)
        self.reason = self.form.add("no_document_reason", say("Why there is no document"), LongTextInput(self, lines=2))
        self.reason.set_value(card.no_document_reason)
        self.day = self.form.add("given_on", say("Signed on"), DateEdit(language, self.form), required=True)
        self.day.set_value(today())
        by = self.form.add("given_by", say("Signed by"), TextInput(self.form), beside=True)
        by.set_value(card.rows[0].given_by if card.rows else card.applicant)
        self.form.mark_clean()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self._look()

    def submit(self) -> None:
        """Stores the statements."""
        values: dict[str, Any] = self.form.values()
        kinds = tuple(kind for kind in StatementKind if values[kind.value])
        form = StatementsForm(kinds, values["given_on"], values["given_by"], values["no_document_reason"])
        self.act(self.desk.jobs.do(self, statements.settle, self._case_id, self._card.version, form))

    def _look(self) -> None:
        ticked = bool(self.form.values()[StatementKind.NO_DOCUMENT.value])
        self.form.field("no_document_reason").setVisible(ticked)
        self.fit()


class ConsultationDialog(FormDialog):
    """One consultation; without a case the person is named."""

    def __init__(
        self,
        desk: Desk,
        case_id: int | None,
        parent: QWidget,
        row: ConsultationRow | None = None,
        card: ConsultationCard | None = None,
    ) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Consultation"), say("Save"), parent)
        self._case_id, self._row = case_id, row
        form, add = self.form, self.form.add
        if case_id is None:
            add("attendee", say("Who was consulted"), TextInput(form), required=True)
        add("held_on", say("Date"), DateEdit(language, form), required=True)
        add("began_at", say("Time"), TextInput(form, placeholder="00.00"), beside=True)
        add("minutes", say("Minutes"), NumberEdit(language, form, lowest=1), required=True, beside=True)
        add("form", say("Form"), Choice(form).offer_words(language, ConsultationForm))
        add("place", say("Place"), TextInput(form), beside=True)
        add("consultant", say("Consultant"), TextInput(form), required=True)
        add("free", "", TickInput(say("Free of charge"), form), beside=True)
        add("topic", say("Topic"), TextInput(form))
        add("record", say("What was said"), LongTextInput(form, lines=4))
        usual = Decimal(card.usual_minutes) if card is not None else Decimal(60)
        free = card is None or card.free_left > 0
        form.load(
            {**vars(row.form), "minutes": Decimal(row.form.minutes)}
            if row is not None
            else {"held_on": today(), "minutes": usual, "free": free, "form": ConsultationForm.IN_PERSON}
        )
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)
        self.fit()

    def submit(self) -> None:
        """Stores the consultation."""
        values: dict[str, Any] = self.form.values()
        values["minutes"] = int(values["minutes"])
        form = consultations.ConsultationForm(**values)
        if self._row is None:
            self.act(self.desk.jobs.do(self, consultations.record, self._case_id, form))
        else:
            self.act(self.desk.jobs.do(self, consultations.change, self._row.id, self._row.version, form))
