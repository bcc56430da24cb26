"""Who acts for the applicant of a case: each representative with the document, and how long it holds."""

from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language, today
from commission_app.rules.vocabulary.person import RepresentativeKind
from commission_app.services import representatives
from commission_app.services.representatives import RepresentativeForm, RepresentativeRow
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.wording.words import word


class RepresentativeSection(QWidget):
    """A line for each, with correcting and ending; below, the button that names another."""

    stored = Signal()

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, STEP, 0, 0)
        self._column.setSpacing(STEP)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(STEP)
        self._column.addLayout(self._rows)
        self.add = QPushButton(desk.language.say("Name a representative …"), self)
        self.add.clicked.connect(lambda _: self._open(RepresentativeDialog(desk, case_id, self)))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Asks who acts for the applicant."""
        self._desk.jobs.ask(self, representatives.of_case, self._case_id).then(self._show)

    def texts(self) -> list[str]:
        """What the lines say."""
        return [label.text() for label in self.findChildren(QLabel) if not label.isHidden()]

    def _show(self, rows: tuple[RepresentativeRow, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row in rows:
            self._rows.addWidget(self._line(row))

    def _line(self, row: RepresentativeRow) -> QWidget:
        say = self._desk.language.say
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, STEP)
        column.setSpacing(STEP)
        text = QLabel(said(self._desk.language, row.form), line)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        column.addWidget(text)
        if row.expired:
            until = self._desk.language.date(row.form.valid_until or today())
            late = QLabel(
                say("The document had expired on {day}, before the application came.", day=until)
                if row.expired_at_application
                else say("The document expired on {day}.", day=until),
                line,
            )
            late.setProperty("role", "error")
            late.setWordWrap(True)
            column.addWidget(late)
        deeds = QHBoxLayout()
        edit = QPushButton(say("Edit …"), line)
        edit.clicked.connect(lambda _: self._open(RepresentativeDialog(self._desk, self._case_id, self, row=row)))
        deeds.addWidget(edit)
        if not row.expired:
            end = QPushButton(say("End …"), line)
            end.clicked.connect(lambda _: self._open(EndDialog(self._desk, row, self)))
            deeds.addWidget(end)
        deeds.addStretch(1)
        column.addLayout(deeds)
        return line

    def _open(self, dialog: FormDialog) -> None:
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.refresh()
        self.stored.emit()


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
