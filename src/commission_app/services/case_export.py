"""The list of cases as a workbook, with the words, filters and order it is shown in."""

from collections.abc import Mapping

from commission_app.documents.registers.column import ColumnKind
from commission_app.i18n import Language
from commission_app.services import case_list, list_export
from commission_app.services.case_list import CaseRow
from commission_app.services.list_export import ListSheet, SheetColumn
from commission_app.store.work import Reading
from commission_app.wording.words import word


def workbook(
    reading: Reading, language: Language, words: str, filters: Mapping[str, str], sort: str, descending: bool
) -> bytes:
    """The whole list, as many rows as its count says."""
    rows = list_export.paged(
        case_list.page, case_list.ids, words=words, filters=filters, sort=sort, descending=descending
    )
    return list_export.workbook(reading, ListSheet(language.say("Cases"), columns(language), rows), language)


def columns(language: Language) -> tuple[SheetColumn[CaseRow], ...]:
    """The columns of the workbook; it has the procedure too, which the window has no room for."""
    say, code, day = language.say, ColumnKind.CODE, ColumnKind.DATE

    def programme(row: CaseRow) -> str:
        lv, en = row.standard_lv, row.standard_en
        return (en or lv) if language.code == "en" else (lv or en)

    return (
        SheetColumn(say("Number"), lambda row: row.number, code, 14),
        SheetColumn(say("Applicant"), lambda row: row.title, width=30),
        SheetColumn(say("Programme"), programme, width=40),
        SheetColumn(say("Procedure"), lambda row: word(language, row.procedure), width=34),
        SheetColumn(say("Step"), lambda row: word(language, row.step), width=18),
        SheetColumn(say("State"), lambda row: word(language, row.state), width=22),
        SheetColumn(say("Received"), lambda row: row.received_on, day, 13),
        SheetColumn(say("Deadline"), lambda row: row.deadline, day, 13),
    )
