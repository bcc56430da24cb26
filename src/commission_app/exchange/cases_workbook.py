"""Applications from a workbook, one a row: every trouble of every row is reported, and one is enough to import none."""

from collections.abc import Iterable, Iterator
from datetime import date

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import cases_layout
from commission_app.exchange.case_reader import CaseReader
from commission_app.exchange.case_row import CaseRow, CasesRead
from commission_app.exchange.findings import Finding
from commission_app.exchange.sheet_table import Table, find_sheet, recognise
from commission_app.exchange.workbook_reader import Sheet, read_sheets
from commission_app.exchange.workbook_writing import FormWorkbook
from commission_app.i18n import Language

MOST_CASES = 5_000


def read(data: bytes, name: str, today: date, most_rows: int = MOST_CASES) -> CasesRead:
    """The applications in a workbook with all findings; the file itself being unreadable is refused at once."""
    sheets = read_sheets(data, name, most_rows)
    sheet = find_sheet(sheets, cases_layout.APPLICATIONS) or sheets[0]
    table, troubles = recognise(name, sheet, cases_layout.APPLICATIONS)
    head = tuple(_of_heading(sheet, trouble) for trouble in troubles)
    if head:
        return CasesRead((), (*head, *sheet.findings))
    if not table.rows:
        raise RefusedError("import_file.empty_sheet", file=name, sheet=sheet.name)
    reader = CaseReader(table, today)
    rows = tuple(reader.rows())
    findings = (*sheet.findings, *reader.findings, *_repeated(table, rows))
    return CasesRead(rows, tuple(sorted(findings, key=lambda finding: finding.row)))


def template(language: Language) -> bytes:
    """An empty workbook to fill in, with lists to choose from."""
    form = FormWorkbook(language)
    layout = cases_layout.APPLICATIONS
    form.sheet(layout.sheet, layout.columns, ())
    hints = ((column.says(language), language.say(column.hint)) for column in layout.columns if column.hint)
    form.instructions(cases_layout.INSTRUCTIONS, hints)
    return form.data()


def _of_heading(sheet: Sheet, trouble: Refusal) -> Finding:
    row = sheet.rows[0].number if sheet.rows else 1
    return Finding(sheet.name, row, str(trouble.facts.get("column", "")), trouble)


def _repeated(table: Table, rows: Iterable[CaseRow]) -> Iterator[Finding]:
    """The same person asking for the same standard twice in one file is a slip more often than a wish."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        person = row.personal_code or f"{row.surname} {row.given_name} {row.birth_date}".casefold()
        earlier = seen.setdefault((person, row.standard_code.casefold()), row.row)
        if earlier != row.row:
            column = table.headings["standard_code"]
            why = refusal("import_file.repeated_row", earlier=earlier)
            place = refusal("import_file.at", file=table.file, sheet=table.sheet, row=row.row, column=column, why=why)
            yield Finding(table.sheet, row.row, column, place, warning=True)
