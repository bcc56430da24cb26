"""The list of cases as a workbook, with the words, filters and order it is shown in."""

from collections.abc import Iterator, Mapping
from io import BytesIO

from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.documents.workbook import write_table
from commission_app.i18n import Language, marked
from commission_app.services import case_list
from commission_app.services.case_list import CaseRow
from commission_app.store.work import Reading
from commission_app.wording.words import word

PORTION = 500
HEADINGS = (
    (marked("Number"), ColumnKind.CODE, 14),
    (marked("Applicant"), ColumnKind.TEXT, 30),
    (marked("Programme"), ColumnKind.TEXT, 40),
    (marked("Procedure"), ColumnKind.TEXT, 34),
    (marked("Step"), ColumnKind.TEXT, 18),
    (marked("State"), ColumnKind.TEXT, 22),
    (marked("Received"), ColumnKind.DATE, 13),
    (marked("Deadline"), ColumnKind.DATE, 13),
)


def workbook(
    reading: Reading, language: Language, words: str, filters: Mapping[str, str], sort: str, descending: bool
) -> bytes:
    """The whole list, as many rows as its count says."""
    keys = case_list.ids(reading, words=words, filters=filters, sort=sort, descending=descending)
    out = BytesIO()
    columns = [Column(language.say(heading), kind, width) for heading, kind, width in HEADINGS]
    write_table(
        language.say("Cases"),
        columns,
        _rows(reading, language, keys),
        language,
        out,
        lambda done, _: reading.progress.step(done, len(keys)),
    )
    return out.getvalue()


def _rows(reading: Reading, language: Language, keys: tuple[int, ...]) -> Iterator[tuple[Cell, ...]]:
    for start in range(0, len(keys), PORTION):
        for row in case_list.rows_of(reading, keys[start : start + PORTION]):
            yield _cells(language, row)


def _cells(language: Language, row: CaseRow) -> tuple[Cell, ...]:
    title = (row.standard_en or row.standard_lv) if language.code == "en" else (row.standard_lv or row.standard_en)
    return (
        row.number,
        row.title,
        title,
        word(language, row.procedure),
        word(language, row.step),
        word(language, row.state),
        row.received_on,
        row.deadline,
    )
