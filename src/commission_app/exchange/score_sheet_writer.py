"""Writes the scoring workbook: locked facts, free cells for score and reason, lists to choose from, instructions."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from commission_app.exchange import score_sheet
from commission_app.exchange.cell_values import NO, YES
from commission_app.exchange.score_sheet import CaseSheet, SheetRow
from commission_app.exchange.workbook_writing import FONT, FormWorkbook
from commission_app.i18n import Language
from commission_app.rules.vocabulary.scoring import OutcomeResult, ScaleKind
from commission_app.wording.words import word

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

_WIDTHS = (22, 14, 60, 12, 34, 18, 48)
_FREE, _HEAD = "FFF8E1", "E6ECF2"
_FIRST = score_sheet.HEAD_ROWS + 1
_WHOLE = {ScaleKind.MARK: (1, 10), ScaleKind.DIGCOMP: (1, 8)}


def workbook(language: Language, sheets: Sequence[CaseSheet]) -> bytes:
    """The workbook with a sheet for each case and the instructions at the end."""
    form = FormWorkbook(language)
    for one in sheets:
        _sheet(form, one)
    form.instructions(score_sheet.INSTRUCTIONS, _instructions(language, {one.head.scale for one in sheets}))
    return form.data()


def _sheet(form: FormWorkbook, one: CaseSheet) -> None:
    name = score_sheet.sheet_name(one.head.case_number, form.book.sheetnames)
    sheet: Worksheet = form.book.create_sheet(name)
    _head(form, sheet, one)
    for number, row in enumerate(one.rows, start=_FIRST):
        _row(form, sheet, number, row)
        _offer(form, sheet, number, row, one.head.scale)
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions[_letter(place)].width = width
    for place in (score_sheet.KEY, score_sheet.SEEN):
        sheet.column_dimensions[_letter(place)].hidden = True
    sheet.freeze_panes = f"D{_FIRST}"
    sheet.print_title_rows = f"{_FIRST - 1}:{_FIRST - 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _head(form: FormWorkbook, sheet: "Worksheet", one: CaseSheet) -> None:
    from openpyxl.styles import Font, PatternFill  # type: ignore[import-untyped]

    language, head = form.language, one.head
    facts = (
        (language.say_of("sheet", score_sheet.SHEET), ""),
        (language.say_of("score sheet", "Case"), f"{head.case_number} · {head.applicant}"),
        (language.say_of("score sheet", "Standard"), f"{head.standard} ({head.edition})"),
        (language.say_of("score sheet", "Assessor"), head.assessor),
        ("", language.say("Fill in only the yellow cells; everything else is locked and is compared on return.")),
    )
    hidden = (score_sheet.MARK + language.code, head.case_uid, head.edition_uid, head.assessor_uid, head.scale.value)
    for number, ((name, fact), key) in enumerate(zip(facts, hidden, strict=True), start=1):
        form.put(sheet, number, 1, name)
        form.put(sheet, number, 2, fact)
        form.put(sheet, number, score_sheet.KEY + 1, key)
        sheet.cell(number, 1).font = Font(name=FONT, bold=True, size=16 if number == 1 else 11)
    for place, heading in enumerate(score_sheet.HEADINGS, start=1):
        form.put(sheet, score_sheet.HEAD_ROWS, place, language.say_of("score sheet", heading))
        cell = sheet.cell(score_sheet.HEAD_ROWS, place)
        cell.font, cell.fill = Font(name=FONT, bold=True), PatternFill("solid", fgColor=_HEAD)


def _row(form: FormWorkbook, sheet: "Worksheet", number: int, row: SheetRow) -> None:
    from openpyxl.styles import Alignment, PatternFill, Protection

    values = (
        row.unit,
        row.code,
        row.text,
        form.language.say(YES if row.mandatory else NO),
        "\n".join(row.evidence),
        row.score,
        row.reason,
        row.outcome_uid,
        row.seen,
    )
    for place, value in enumerate(values, start=1):
        form.put(sheet, number, place, value)
        sheet.cell(number, place).alignment = Alignment(wrap_text=True, vertical="top")
    for place in (score_sheet.SCORE, score_sheet.REASON):
        cell = sheet.cell(number, place + 1)
        cell.protection, cell.fill = Protection(locked=False), PatternFill("solid", fgColor=_FREE)


def _offer(form: FormWorkbook, sheet: "Worksheet", number: int, row: SheetRow, scale: ScaleKind) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

    language = form.language
    if scale is ScaleKind.RESULT:
        listed = ",".join(word(language, result) for result in OutcomeResult)
        check = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        check.error = language.say("Choose from the list.")
    elif scale in _WHOLE:
        least, most = _WHOLE[scale]
        check = DataValidation(type="whole", operator="between", formula1=str(least), formula2=str(most))
        check.error = language.say("A whole number from {least} to {most}.", least=least, most=most)
    else:
        most_points = str(row.maximum) if row.maximum is not None else "1000"
        check = DataValidation(type="decimal", operator="between", formula1="0", formula2=most_points)
        check.error = language.say("Points from 0 to {most}.", most=most_points)
    check.allow_blank = True
    sheet.add_data_validation(check)
    check.add(f"{_letter(score_sheet.SCORE)}{number}")


def _instructions(language: Language, scales: Iterable[ScaleKind]) -> list[tuple[str, str]]:
    say = language.say
    lines = [
        (say("How to fill in the score sheets"), ""),
        ("", say("There is one sheet for each case; score every learning outcome in the column “Score”.")),
        ("", say("Whatever falls short needs a reason in the column “Reason”.")),
        ("", say("An empty score means that the outcome is not scored yet; the sheet may be returned in parts.")),
        ("", say("Save the file and return it to the secretary; do not change names of sheets or locked cells.")),
    ]
    for scale in sorted(scales):
        lines.append((word(language, scale), _scale_text(language, scale)))
    return lines


def _scale_text(language: Language, scale: ScaleKind) -> str:
    if scale is ScaleKind.RESULT:
        return ", ".join(word(language, result) for result in OutcomeResult)
    if scale in _WHOLE:
        least, most = _WHOLE[scale]
        return language.say("A whole number from {least} to {most}.", least=least, most=most)
    return language.say("Points up to the maximum of the outcome, with a comma where needed.")


def _letter(place: int) -> str:
    return "ABCDEFGHI"[place]
