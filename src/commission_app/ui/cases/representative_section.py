"""Who acts for the applicant of a case: each representative with the document, and how long it holds."""

from datetime import date
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from commission_app.i18n import Language, today
from commission_app.rules.vocabulary.person import RepresentativeKind
from commission_app.services import representatives
from commission_app.services.representatives import RepresentativeForm, RepresentativeRow
from commission_app.ui.cases.lines_section import LinesSection
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.wording.words import word


class RepresentativeSection(LinesSection[RepresentativeRow]):
    """A line for each, with correcting and ending; below, the button that names another."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, desk.language.say("Name a representative …"), parent)

    def refresh(self) -> None:
        """Asks who acts for the applicant."""
        self._desk.jobs.ask(self, representatives.of_case, self._case_id).then(self._show)

    def dialog(self, row: RepresentativeRow | None) -> FormDialog:
        """What is asked about a representative."""
        return RepresentativeDialog(self._desk, self._case_id, self, row=row)

    def line(self, row: RepresentativeRow) -> QWidget:
        """Who acts by which document; one that expired says so."""
        say = self._desk.language.say
        line, column = self._begin_line()
        self._say(column, said(self._desk.language, row.form))
        if row.expired:
            until = self._desk.language.date(row.form.valid_until or today())
            late = (
                say("The document had expired on {day}, before the application came.", day=until)
                if row.expired_at_application
                else say("The document expired on {day}.", day=until)
            )
            self._say(column, late, "error")
        deeds = QHBoxLayout()
        edit = QPushButton(say("Edit …"), line)
        edit.clicked.connect(lambda _: self._open(self.dialog(row)))
        deeds.addWidget(edit)
        if not row.expired:
            end = QPushButton(say("End …"), line)
            end.clicked.connect(lambda _: self._open(EndDialog(self._desk, row, self)))
            deeds.addWidget(end)
        deeds.addStretch(1)
        column.addLayout(deeds)
        return line


class RepresentativeDialog(FormDialog):
    """What is asked about whoever acts for the applicant."""

    def __init__(
        self, desk: Desk, case_id: int, parent: QWidget | None = None, *, row: RepresentativeRow | None = None
    ) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Representative"), say("Save"), parent)
        self._case_id, self._row = case_id, row
        add, form = self.form.add, self.form
        add("kind", say("Acts as"), Choice(form).offer_words(language, RepresentativeKind))
        add("name", say("Name and surname"), TextInput(form), required=True)
        add("personal_code", say("Personal code"), TextInput(form, placeholder="000000-00000"), beside=True)
        add(
            "document",
            say("Document that gives the right"),
            TextInput(form, placeholder=say("power of attorney No. …")),
        )
        add("document_date", say("Date of the document"), DateEdit(language, form))
        add("valid_until", say("Valid until"), DateEdit(language, form), beside=True)
        add("scope", say("What it covers"), LongTextInput(form, lines=2))
        add("contact", say("Contacts"), TextInput(form))
        add("signs", "", TickInput(say("Signs for the applicant"), form))
        add("receives", "", TickInput(say("Receives papers for the applicant"), form), beside=True)
        form.load(row.form if row is not None else {"signs": True, "receives": True})
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 72)
        self.fit()

    def submit(self) -> None:
        """Stores the representative."""
        form = RepresentativeForm(**self.form.values())  # type: ignore[arg-type]
        if self._row is None:
            self.act(self.desk.jobs.do(self, representatives.name, self._case_id, form))
        else:
            self.act(self.desk.jobs.do(self, representatives.change, self._row.id, self._row.version, form))


class EndDialog(FormDialog):
    """The representation ends with a day."""

    def __init__(self, desk: Desk, row: RepresentativeRow, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, say("End the representation"), say("End"), parent)
        self._row = row
        self.day = self.form.add("last_day", say("Last day"), DateEdit(desk.language, self.form), required=True)
        self.day.set_value(today())
        self.form.mark_clean()

    def submit(self) -> None:
        """Ends it."""
        day = cast(date, self.day.value())
        self.act(self.desk.jobs.do(self, representatives.end, self._row.id, self._row.version, day))


def said(language: Language, form: RepresentativeForm) -> str:
    """A representative in a few words: who, as what, by which document, until when, for what."""
    say = language.say
    document = form.document
    if form.document_date is not None:
        document = say("{document} of {day}", document=document, day=language.date(form.document_date))
    rights = [say("signs") if form.signs else "", say("receives papers") if form.receives else ""]
    parts = [
        f"{form.name}, {word(language, form.kind)}",
        document,
        say("valid until {day}", day=language.date(form.valid_until)) if form.valid_until else "",
        ", ".join(right for right in rights if right),
        form.scope,
        form.contact,
    ]
    return " · ".join(part for part in parts if part)
