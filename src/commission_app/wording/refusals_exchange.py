"""The sentences of the refusals that reading and writing foreign formats raises."""

from commission_app.i18n import marked

_EVIDENCE = {
    "evidence_file.archive": marked("{file} is an archive: unpack it and add the documents in it one by one."),
    "evidence_file.container_broken": marked("{file} is damaged and cannot be opened."),
    "evidence_file.control_character": marked(
        "The name of {file} contains an invisible character ({letter}): rename the file first."
    ),
    "evidence_file.empty": marked("{file} is empty (0 bytes)."),
    "evidence_file.macros": marked("{file} contains macros: save it without them or as a PDF."),
    "evidence_file.no_name": marked("A file without a name cannot be kept."),
    "evidence_file.no_picture": marked("{file} is no picture, whatever its name says."),
    "evidence_file.office_encrypted": marked(
        "{file} is protected by a password or of an unknown old format: save it without a password or as a PDF."
    ),
    "evidence_file.other_ending": marked("{file} ends in {ending}, but its content is of the kind {usual}."),
    "evidence_file.pdf_encrypted": marked("{file} is protected by a password: save it without one first."),
    "evidence_file.pdf_restricted": marked("The author of {file} restricted printing or copying; it can be shown."),
    "evidence_file.pdf_truncated": marked("{file} was cut off and its last pages are missing: ask for it again."),
    "evidence_file.pdf_unreadable": marked("{file} is no PDF that can be opened."),
    "evidence_file.pdf_without_pages": marked("{file} is a PDF without a single page."),
    "evidence_file.picture_bomb": marked("{file} holds far more pixels than any screen or paper can show."),
    "evidence_file.picture_broken": marked("The picture {file} is damaged or was cut off."),
    "evidence_file.program": marked("{file} is a program or a script, and no evidence."),
    "evidence_file.too_large": marked("{file} has {size} MB; at most {most} MB can be kept."),
    "evidence_file.unknown": marked("{file} is of a kind the program does not know: save it as a PDF."),
    "evidence_file.web_page": marked("{file} is a web page, which can hold scripts: print it to a PDF."),
}

_WORKBOOK = {
    "import_file.at": marked("{file}, sheet “{sheet}”, row {row}, column “{column}”: {why}"),
    "import_file.bomb": marked("{file} would unpack into far more data than a workbook holds, and was not opened."),
    "import_file.control_character": marked(
        "{file}, sheet “{sheet}”, row {row}, column “{column}”: the text contains the invisible character {letter}."
    ),
    "import_file.doubled_code": marked(
        "{file}, sheet “{sheet}”, row {row}, column “{column}”: the code {code} already stands in row {earlier}."
    ),
    "import_file.doubled_column": marked("{file}, sheet “{sheet}”, row {row}: the column “{column}” stands twice."),
    "import_file.doubled_field": marked("{file}, sheet “{sheet}”, row {row}: the field “{field}” stands twice."),
    "import_file.empty_cell": marked("{file}, sheet “{sheet}”, row {row}, column “{column}”: the cell is empty."),
    "import_file.empty_file": marked("{file} is empty (0 bytes)."),
    "import_file.empty_sheet": marked("{file}, sheet “{sheet}”: there is nothing in it to read."),
    "import_file.encrypted": marked(
        "{file} is protected by a password or of the format before 2007: save it as .xlsx without a password."
    ),
    "import_file.error_value": marked("{file}, sheet “{sheet}”, cell {cell}: an error of Excel stands there."),
    "import_file.formula": marked(
        "{file}, sheet “{sheet}”, cell {cell}: a formula stands there; write its result as a value."
    ),
    "import_file.macros": marked("{file} contains macros: save it as .xlsx without them."),
    "import_file.merged": marked("{file}, sheet “{sheet}”: the cells {cells} are merged; separate them first."),
    "import_file.missing_column": marked("{file}, sheet “{sheet}”, row {row}: the column “{column}” is missing."),
    "import_file.missing_field": marked("{file}, sheet “{sheet}”: the field “{field}” is missing or empty."),
    "import_file.missing_sheet": marked("{file} has no sheet “{sheet}”; it has: {found}."),
    "import_file.nested": marked("{file} holds another packed file ({entry}) and was not opened."),
    "import_file.no_workbook": marked("{file} is no Excel workbook (.xlsx)."),
    "import_file.text_too_long": marked(
        "{file}, sheet “{sheet}”, row {row}, column “{column}”: the text is longer than {most} characters."
    ),
    "import_file.too_large": marked("{file} has {size} MB; a workbook of at most {most} MB can be read."),
    "import_file.too_many_columns": marked("{file}, sheet “{sheet}”, row {row}: there are more than {most} columns."),
    "import_file.too_many_rows": marked("{file}, sheet “{sheet}”: there are more than {most} rows; split the file."),
    "import_file.unknown_field": marked("{file}, sheet “{sheet}”, row {row}: the field “{field}” is not known."),
    "import_file.unknown_format": marked(
        "{file} is neither an Excel workbook (.xlsx) nor a competence framework (.matrix)."
    ),
    "import_file.unknown_unit": marked(
        "{file}, sheet “{sheet}”, row {row}, column “{column}”: there is no unit with the code {code}."
    ),
    "import_file.unreadable": marked("{file} is damaged and cannot be read as a workbook."),
    "import_file.unwritable_character": marked(
        "Sheet “{sheet}”, row {row}: the text contains a character that Excel cannot hold."
    ),
    "import_file.without_sheets": marked("{file} has no visible sheet."),
    "import_file.wrong_type": marked(
        "{file}, sheet “{sheet}”, row {row}, column “{column}”: “{value}” cannot be read. {wanted}"
    ),
}

_CELLS = {
    "import_file.ancient_date": marked("The date {date} is before {oldest}."),
    "import_file.future_date": marked("The date {date} is in the future."),
    "import_file.lost_zero": marked(
        "The code has {digits} digits: Excel took it for a number and dropped the zero; format the column as text."
    ),
    "import_file.no_email": marked("“{value}” is no e-mail address."),
    "import_file.other_birth_date": marked("The personal code says {code_date}, the cell says {written}."),
    "import_file.repeated_row": marked("The same person applies for the same standard in row {earlier}."),
    "import_file.required": marked("Something must be written here."),
    "import_file.wants_code": marked("Write the code as text: Excel took it for a number with decimals."),
    "import_file.wants_date": marked("Write a date, for example 24.11.2026."),
    "import_file.wants_flag": marked("Write yes or no."),
    "import_file.wants_number": marked("Write a number, for example 4,5."),
    "import_file.wants_one_of": marked("Write one of: {choices}."),
    "import_file.wants_text": marked("Write a text: Excel took it for a date or something else."),
    "import_file.wants_whole_number": marked("Write a whole number."),
    "import_file.without_identity": marked(
        "Without a personal code the date of birth and the identity document are needed."
    ),
}

_JSON = {
    "json_file.doubled_key": marked("{file}: “{key}” stands twice in one place."),
    "json_file.encoding": marked("{file}, line {line}: the text is not in UTF-8; save the file in UTF-8."),
    "json_file.too_deep": marked("{file} is nested too deeply to be a framework."),
    "json_file.too_large": marked("{file} has {size} MB; at most {most} MB can be read."),
    "json_file.unreadable": marked("{file}, line {line}, position {column}: the file breaks off or is no JSON."),
    "json_file.wants_list": marked("{file}, {place}: “{key}” must be a list."),
    "json_file.wants_object": marked("{file}: {place} must be an object with fields."),
    "json_file.wants_text": marked("{file}, {place}: “{key}” must be a text."),
    "matrix.circle": marked("{file}: elements stand below one another in a circle: {circle}."),
    "matrix.doubled": marked("{file}: the {key} {code} stands twice."),
    "matrix.missing": marked("{file}, {place}: “{key}” is missing."),
    "matrix.too_long": marked("{file}, {place}: the text is longer than {most} characters."),
    "matrix.too_many": marked("{file} holds {n} items; at most {most} can be read."),
    "matrix.unknown_parent": marked("{file}, {place}: there is no element with the id {code} to stand below."),
    "matrix.unknown_standard": marked("{file}, {place}: there is no standard with the id “{code}”."),
}

_STANDARD = {
    "standard.amount": marked("Standard {standard}, {code}: {amount} is not between 0 and {most}."),
    "standard.amount_too_fine": marked("Standard {standard}, {code}: {amount} has more than three decimals."),
    "standard.circle": marked("Standard {standard}: units require one another in a circle: {circle}."),
    "standard.code_too_long": marked("The code {code}… is longer than {most} characters."),
    "standard.credits_without_unit": marked("Standard {standard}, {unit}: the credits have no unit (ECTS, KP …)."),
    "standard.doubled_outcome": marked("Standard {standard}: two learning outcomes have the code {code}."),
    "standard.doubled_part": marked("Standard {standard}: two parts have the code {code}."),
    "standard.doubled_unit": marked("Standard {standard}: two units have the code {code}."),
    "standard.item_without_code": marked("Standard {standard}: a part, unit or learning outcome has no code."),
    "standard.level": marked("Standard {standard}: the level {level} is not between 1 and 8."),
    "standard.outcome_without_text": marked("Standard {standard}: the learning outcome {code} has no text."),
    "standard.text_too_long": marked("Standard {standard}, {code}: the text is longer than {most} characters."),
    "standard.too_many_outcomes": marked("Standard {standard} has {n} learning outcomes; at most {most} are possible."),
    "standard.too_many_units": marked("Standard {standard} has {n} units; at most {most} are possible."),
    "standard.unit_without_outcomes": marked(
        "Standard {standard}: the unit {unit} has no learning outcomes and cannot be recognised."
    ),
    "standard.unit_without_title": marked("Standard {standard}: the unit {unit} has no title."),
    "standard.unknown_part": marked("Standard {standard}, {unit}: there is no part with the code {part}."),
    "standard.unknown_unit": marked("Standard {standard}, {unit}: there is no unit with the code {need}."),
    "standard.weight": marked("Standard {standard}, {code}: the weight is not between 1 and {most}."),
    "standard.without_code": marked("The standard has no code."),
    "standard.without_english": marked("Standard {standard}: learning outcomes without an English text: {n}."),
    "standard.without_latvian": marked("Standard {standard}: learning outcomes without a Latvian text: {n}."),
    "standard.without_title": marked("Standard {standard} has no title."),
    "standard.without_units": marked("Standard {standard} has no units."),
}

SENTENCES: dict[str, str] = {**_EVIDENCE, **_WORKBOOK, **_CELLS, **_JSON, **_STANDARD}
