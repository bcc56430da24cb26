"""Sentences of the refusals about the scoring workbook of assessors without the program."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "score_sheet.too_many_sheets": marked("{file} has {n} sheets; at most {most} are read."),
    "score_sheet.not_ours": marked("{file} is not a scoring workbook of this program."),
    "score_sheet.foreign_sheet": marked("{file}, sheet “{sheet}”: this is not a score sheet of this program."),
    "score_sheet.added_row": marked("{file}, sheet “{sheet}”, row {row}: this row was added; rows cannot be added."),
    "score_sheet.hidden_changed": marked("{file}, sheet “{sheet}”, row {row}: the hidden marks were changed."),
}
