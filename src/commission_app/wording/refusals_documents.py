"""The sentences of the refusals that the papers and workbooks raise."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "paper.missing_letter": marked(
        "The paper cannot be made: its typefaces lack the letter {letter} ({name}), which stands in: {where}."
    ),
    "paper.missing_translation": marked(
        "The paper cannot be printed in this language: the translation of {what} is missing."
    ),
    "paper.form_number_missing": marked(
        "The data sheet {number} cannot be made: enter the series and number printed on the form."
    ),
    "workbook.control_character": marked(
        "Row {row}, column {column}: the text holds the control character {code}, which no workbook can hold."
    ),
    "workbook.text_too_long": marked(
        "Row {row}, column {column}: the text is longer than the {most} letters a cell can hold."
    ),
    "workbook.date_too_early": marked("Row {row}, column {column}: a workbook cannot hold a date before 1 March 1900."),
    "workbook.too_many_rows": marked(
        "There are more entries than the {most} rows a sheet can hold; choose a shorter period."
    ),
}
