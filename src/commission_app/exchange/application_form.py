"""The form for applicants without the program: application, experience and self-assessment as one workbook."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from commission_app.errors import RefusedError, refusal
from commission_app.exchange import cell_values
from commission_app.exchange.cell_values import Cell
from commission_app.exchange.findings import Finding
from commission_app.exchange.sheet_table import Column, Layout, Table, find_sheet, recognise
from commission_app.exchange.workbook_reader import Row, Sheet, read_sheets
from commission_app.exchange.workbook_writing import FormWorkbook
from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.case import Channel, ExperienceKind, Motive
from commission_app.rules.vocabulary.evidence import SelfAssessmentLevel

MOST_ROWS = 2_000
APPLICANT = Layout(
    marked("Application"),
    (
        Column("given_name", marked("Given name"), required=True),
        Column("surname", marked("Surname"), required=True),
        Column("personal_code", marked("Personal code"), marked("This, or the date of birth and the document.")),
        Column("birth_date", marked("Date of birth"), width=14, kind="date"),
        Column("document_number", marked("Document number"), marked("Kind and number of the identity document.")),
        Column("email", marked("E-mail"), width=28),
        Column("phone", marked("Telephone")),
        Column("address", marked("Address"), width=40),
        Column("motive", marked("Why you apply"), marked("Choose from the list."), choices=tuple(Motive), width=24),
        Column("answer", marked("How you want the answer"), choices=tuple(Channel), width=24),
        Column("standard_code", marked("Standard code"), marked("Leave as it is."), required=True),
        Column("edition", marked("Edition"), marked("Leave as it is."), required=True),
    ),
)
EXPERIENCE = Layout(
    marked("Experience"),
    (
        Column("kind", marked("What it was"), marked("Choose from the list."), True, 22, choices=tuple(ExperienceKind)),
        Column("organisation", marked("Employer, school or organisation"), required=True, width=36),
        Column("title", marked("Post, programme or topic"), width=30),
        Column("began_on", marked("From"), width=14, kind="date"),
        Column("ended_on", marked("Until"), marked("Empty: still going on."), width=14, kind="date"),
        Column("duties", marked("Duties or content"), width=46),
        Column("referee", marked("Who can confirm it, with contacts"), width=30),
        Column("document", marked("Document"), width=24),
    ),
)
SELF = Layout(
    marked("Self-assessment"),
    (
        Column("unit", marked("Course or module"), width=26),
        Column("code", marked("Outcome code"), required=True, width=14),
        Column("text", marked("Learning outcome"), width=60),
        Column(
            "level",
            marked("Can you do it?"),
            marked("Choose from the list."),
            True,
            16,
            choices=tuple(SelfAssessmentLevel),
        ),
        Column("said", marked("Where and how you learned it"), width=60),
    ),
)
INSTRUCTIONS = marked("Instructions")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class BlankFacts:
    """What a blank form is made for: units with the code and text of each outcome."""

    standard_code: str
    edition: str
    title: str
    outcomes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class StatedRow:
    """One row of experience as the applicant states it."""

    row: int
    kind: ExperienceKind
    organisation: str
    title: str
    began_on: date | None
    ended_on: date | None
    duties: str
    referee: str
    document: str


@dataclass(frozen=True, slots=True)
class StatedOutcome:
    """What the applicant says of one outcome; the text as it stands in the file."""

    row: int
    code: str
    text: str
    level: SelfAssessmentLevel
    said: str


@dataclass(frozen=True, slots=True)
class StatedApplication:
    """Everything a returned form says, and every cell that cannot be read."""

    given_name: str
    surname: str
    personal_code: str
    birth_date: date | None
    document_number: str
    email: str
    phone: str
    address: str
    motive: Motive | None
    answer: Channel | None
    standard_code: str
    edition: str
    experience: tuple[StatedRow, ...]
    outcomes: tuple[StatedOutcome, ...]
    findings: tuple[Finding, ...]
    self_sheet: str


def blank(facts: BlankFacts, language: Language) -> bytes:
    """The form to give away: lists to choose from, what is not to be changed locked."""
    form = FormWorkbook(language)
    head = ["" for _ in APPLICANT.columns[:-2]]
    form.sheet(APPLICANT.sheet, APPLICANT.columns, [[*head, facts.standard_code, facts.edition]])
    form.sheet(EXPERIENCE.sheet, EXPERIENCE.columns, ())
    form.sheet(SELF.sheet, SELF.columns, [(unit, code, text, None, None) for unit, code, text in facts.outcomes])
    _protect(form, len(facts.outcomes))
    say = language.say
    form.instructions(
        INSTRUCTIONS,
        [
            (facts.title, ""),
            ("", say("Fill in the three sheets, save the file and send it back; nothing else needs to be installed.")),
            ("", say("In the self-assessment say of every outcome whether you can do it, and where you learned it.")),
            ("", say("What you state is checked against your evidence by assessors.")),
        ],
    )
    return form.data()


def read(data: bytes, file: str, today: date) -> StatedApplication:
    """What a returned form says.

    Refused at once: a file that is no such form.
    """
    sheets = read_sheets(data, file, MOST_ROWS)
    reader = _Reader(file, sheets, today)
    return reader.application()


def _protect(form: FormWorkbook, outcomes: int) -> None:
    from openpyxl.styles import Protection  # type: ignore[import-untyped]

    application, _, own = form.book.worksheets
    for sheet, columns, rows in ((application, range(1, 11), range(2, 3)), (own, (4, 5), range(2, outcomes + 2))):
        for row in rows:
            for column in columns:
                sheet.cell(row, column).protection = Protection(locked=False)
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False


class _Reader:
    """Goes through the three sheets; what is wrong gathers beside what was read."""

    def __init__(self, file: str, sheets: tuple[Sheet, ...], today: date) -> None:
        self._file, self._sheets, self._today = file, sheets, today
        self.findings: list[Finding] = []

    def application(self) -> StatedApplication:
        """The whole form."""
        head = self._table(APPLICANT)
        if len(head.rows) != 1:
            raise RefusedError("application_form.one_person", file=self._file, sheet=head.sheet, n=len(head.rows))
        row = head.rows[0]
        texts = {
            key: self._read(head, row, key, cell_values.text, "")
            for key in ("given_name", "surname", "personal_code", "document_number", "email", "phone", "address")
        }
        born = self._day(head, row, "birth_date")
        motive = self._read(head, row, "motive", lambda cell: cell_values.choice(cell, Motive), None)
        answer = self._read(head, row, "answer", lambda cell: cell_values.choice(cell, Channel), None)
        target = {key: self._read(head, row, key, cell_values.code, "") for key in ("standard_code", "edition")}
        for key in ("given_name", "surname"):
            if not texts[key]:
                self._note(head, row, key, refusal("import_file.required"))
        own = self._table(SELF)
        experience, outcomes = tuple(self._experience()), tuple(self._outcomes(own))
        return StatedApplication(
            **texts,
            birth_date=born,
            motive=motive,
            answer=answer,
            **target,
            experience=experience,
            outcomes=outcomes,
            findings=tuple(self.findings),
            self_sheet=own.sheet,
        )

    def _table(self, layout: Layout) -> Table:
        sheet = find_sheet(self._sheets, layout)
        if sheet is None:
            raise RefusedError("application_form.not_ours", file=self._file)
        table, troubles = recognise(self._file, sheet, layout)
        for trouble in troubles:
            raise RefusedError.of(trouble)
        self.findings += sheet.findings
        return table

    def _experience(self) -> Iterable[StatedRow]:
        sheet = find_sheet(self._sheets, EXPERIENCE)
        if sheet is None or len(sheet.rows) < 2:
            return
        table = self._table(EXPERIENCE)
        for row in table.rows:
            kind = self._read(table, row, "kind", lambda cell: cell_values.choice(cell, ExperienceKind), None)
            texts = {
                key: self._read(table, row, key, cell_values.text, "")
                for key in ("organisation", "title", "duties", "referee", "document")
            }
            began, ended = self._day(table, row, "began_on"), self._day(table, row, "ended_on")
            for key, value in (("kind", kind), ("organisation", texts["organisation"])):
                if not value and table.cell(row, key).empty:
                    self._note(table, row, key, refusal("import_file.required"))
            if began is not None and ended is not None and ended < began:
                self._note(table, row, "ended_on", refusal("application_form.ends_before", began=began))
            if kind is not None:
                yield StatedRow(row=row.number, kind=kind, began_on=began, ended_on=ended, **texts)

    def _outcomes(self, table: Table) -> Iterable[StatedOutcome]:
        for row in table.rows:
            code = self._read(table, row, "code", cell_values.code, "")
            text = self._read(table, row, "text", cell_values.text, "")
            said = self._read(table, row, "said", cell_values.text, "")
            level = self._read(table, row, "level", lambda cell: cell_values.choice(cell, SelfAssessmentLevel), None)
            if level is not None and code:
                yield StatedOutcome(row.number, code, text, level, said)

    def _day(self, table: Table, row: Row, key: str) -> date | None:
        found = self._read(table, row, key, cell_values.day, None)
        if found is not None and found > self._today:
            self._note(table, row, key, refusal("import_file.future_date", date=found))
            return None
        return found

    def _read(self, table: Table, row: Row, key: str, reading: Callable[[Cell], Value], otherwise: Value) -> Value:
        try:
            return reading(table.cell(row, key))
        except RefusedError as trouble:
            self.findings.append(Finding(table.sheet, row.number, table.headings[key], trouble.refusal))
            return otherwise

    def _note(self, table: Table, row: Row, key: str, why: "object") -> None:
        column = table.headings[key]
        place = refusal("import_file.at", file=self._file, sheet=table.sheet, row=row.number, column=column, why=why)
        self.findings.append(Finding(table.sheet, row.number, column, place))
