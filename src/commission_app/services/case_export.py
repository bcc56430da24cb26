"""What the list of cases says in a workbook: more than the window has room for."""

from commission_app.documents.registers.column import ColumnKind
from commission_app.i18n import Language
from commission_app.services.case_list import CaseRow
from commission_app.services.list_export import SheetColumn
from commission_app.wording.words import word


def columns(language: Language) -> tuple[SheetColumn[CaseRow], ...]:
    """The columns of the workbook; it has the procedure too, which the window has no room for."""
    say, code, day = language.say, ColumnKind.CODE, ColumnKind.DATE

    return (
        SheetColumn(say("Number"), lambda row: row.number, code, 14),
        SheetColumn(say("Applicant"), lambda row: row.title, width=30),
        SheetColumn(say("Programme"), lambda row: language.half(row.standard_lv, row.standard_en), width=40),
        SheetColumn(say("Procedure"), lambda row: word(language, row.procedure), width=34),
        SheetColumn(say("Step"), lambda row: word(language, row.step), width=18),
        SheetColumn(say("State"), lambda row: word(language, row.state), width=22),
        SheetColumn(say("Received"), lambda row: row.received_on, day, 13),
        SheetColumn(say("Deadline"), lambda row: row.deadline, day, 13),
    )
