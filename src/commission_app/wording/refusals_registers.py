"""The sentences of the refusals about the year of a book: closed, reopened, taken in, written into a template."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "register.year_closed": marked(
        "The book “{book}” of {year} is closed: date it in a year that is open, or reopen the year with a reason."
    ),
    "closing.closed": marked("The book “{book}” of {year} is closed already."),
    "closing.year_runs": marked("The year {year} is not over; it can be closed from {day} on."),
    "closing.reopened": marked("The book “{book}” of {year} was reopened already."),
    "closing.no_reason": marked("Say why the year {year} is reopened."),
    "closing.unreadable": marked("The record of the closing cannot be read; check the integrity of the registers."),
    "register_file.layout": marked("How the columns of the old register were read cannot be made out any more."),
    "register_file.no_column": marked("Choose the column of the file that holds: {column}."),
    "register_file.no_number": marked("Row {row}: the number is missing (column {column})."),
    "register_file.no_person": marked("Row {row}: the person is missing (column {column})."),
    "register_file.no_day": marked("Row {row}: the date is missing (column {column})."),
    "register_file.day": marked("Row {row}, column {column}: “{value}” cannot be read as a date."),
    "register_file.twice": marked("Row {row}: the number {number} stands in row {earlier} already."),
    "register_file.known": marked("Row {row}: the number {number} is already entered ({where})."),
    "register_file.future": marked("Row {row}: the date {day} is in the future."),
    "register_file.code_digits": marked(
        "Row {row}, column {column}: {value} is no personal code of 11 digits; Excel has dropped its zeros. "
        "Make the column text and type the code anew."
    ),
    "register_file.nothing": marked("There is no row that can be taken in."),
    "register_file.all_taken": marked("Every row of this file is entered already ({count})."),
    "register_file.troubles": marked(
        "Rows with errors: {count}. Mend them in the file, or take in only the good ones."
    ),
    "template.absent": marked("The book “{book}” has no template of your own yet."),
    "template.no_entries": marked(
        "{file}: the row named {name} is missing. Select the row that is to be repeated and give it this name."
    ),
    "template.many_rows": marked("{file}: {name} must be one row (or a table with one row below its headings)."),
    "template.name_broken": marked("{file}: the name {name} leads to no cell; give it anew in Excel."),
    "template.no_columns": marked(
        "{file}: no cell of the row {name} says a column; write 1, 2 … or a heading of the register into them."
    ),
    "template.unknown_column": marked("{file}, cell {cell}: the register has no column {column}; it has {most}."),
    "check.closing_changed": marked("{book}, {year}: the record of the closing was changed from outside."),
    "check.closing_differs": marked(
        "{book}, {year}: the entries are not those of the closing ({entries} were closed, {found} are found, "
        "or their control sum differs)."
    ),
    "check.closing_later": marked(
        "{book}, {year}: entry {position} (No. {number}) was made after the closing and corrects none."
    ),
}
