"""Sentences of the refusals about the scoring workbook of assessors without the program."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "score_sheet.too_many_sheets": marked("{file} has {n} sheets; at most {most} are read."),
    "score_sheet.not_ours": marked("{file} is not a scoring workbook of this program."),
    "score_sheet.foreign_sheet": marked("{file}, sheet “{sheet}”: this is not a score sheet of this program."),
    "score_sheet.added_row": marked("{file}, sheet “{sheet}”, row {row}: this row was added; rows cannot be added."),
    "score_sheet.hidden_changed": marked("{file}, sheet “{sheet}”, row {row}: the hidden marks were changed."),
    "score_sheet.at_row": marked("{file}, sheet “{sheet}”, row {row}: {why}"),
    "score_sheet.unknown_case": marked("there is no such case in this office."),
    "score_sheet.other_edition": marked("case {number} is measured against another edition now ({edition})."),
    "score_sheet.unknown_assessor": marked("case {number} has no such assessor."),
    "score_sheet.unknown_outcome": marked("this learning outcome is not asked for in the case."),
    "score_sheet.doubled": marked("the learning outcome stands twice."),
    "score_sheet.missing_rows": marked("rows were taken away: {count} ({outcomes})."),
    "score_sheet.tampered": marked("the locked cell was changed; it said “{sent}”."),
    "score_sheet.changed_meanwhile": marked("the score was changed in the program after the sheet went out."),
    "score_sheet.unknown_mark": marked("“{value}” is none of: {choices}."),
    "score_sheet.refused_rows": marked("{file}: nothing was stored, {count} rows are refused; the first: {first}"),
    "score_sheet.nothing_stored": marked("{file}: nothing was stored; refused rows: {count}."),
    "score_sheet.no_case": marked("There is no case {number}."),
    "score_sheet.no_seat": marked("Case {number} has no such assessor."),
}
