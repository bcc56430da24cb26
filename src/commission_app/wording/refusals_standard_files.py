"""The sentences of what is wrong in a file of a standard, each with the place in the file."""

from commission_app.i18n import marked

SENTENCES: dict[str, str] = {
    "standard.currency_years": marked(
        "Standard {standard}: the currency of evidence is not between 1 and {most} years."
    ),
    "standard.field_too_long": marked("Standard {standard}: “{text}…” is longer than {most} characters."),
    "standard_file.broken_row": marked("{file}, line {line}: a quotation mark is open or out of place."),
    "standard_file.circle": marked("{file}, {place}: {code} stands below itself."),
    "standard_file.code_too_long": marked("{file}, {place}: the code is longer than {most} characters."),
    "standard_file.doubled": marked("{file}, {place}: the identifier {code} already stands in {earlier}."),
    "standard_file.doubled_code": marked("{file}, {place}: the code {code} stands twice."),
    "standard_file.doubled_column": marked("{file}, line 1: the column “{column}” stands twice."),
    "standard_file.empty_cell": marked("{file}, line {line}, column “{column}”: the cell is empty."),
    "standard_file.encoding": marked("{file}, line {line}: the letters cannot be read; save the file as UTF-8."),
    "standard_file.extension": marked("{file}, {place}: the program's own fields were changed and cannot be read."),
    "standard_file.missing": marked("{file}, {place}: “{key}” is missing or empty."),
    "standard_file.missing_column": marked("{file}, line 1: the column “{column}” is missing."),
    "standard_file.missing_parent": marked("{file}, {place}: it stands below {code}, which is not in the file."),
    "standard_file.no_framework": marked("{file}: no row is marked as the framework itself (column “Is framework”)."),
    "standard_file.no_skills": marked(
        "{file} holds no skills; of the ESCO download take a list of skills, a collection of skills, or the relations "
        "of occupations and skills with their names."
    ),
    "standard_file.no_such_edition": marked("The library has no standard with the code {code}."),
    "standard_file.peers_not_kept": marked(
        "{file}: references between similar competences ({n}) are not kept; only exact matches are."
    ),
    "standard_file.same_unit": marked(
        "Unit {unit} is the same as {other} of {standard}: what is recognised of one is recognised of both."
    ),
    "standard_file.same_unknown": marked("Unit {unit} is said to be the same as {other}, which is not in the library."),
    "standard_file.section_minimum": marked(
        "{file}, sheet “{sheet}”, row {row}, column “{column}”: “{value}” is not written as “section = points”."
    ),
    "standard_file.text_too_long": marked("{file}, {place}: the text is longer than {most} characters."),
    "standard_file.too_deep": marked("{file}, {place}: more than {most} levels stand below one another."),
    "standard_file.too_large": marked("{file} has {size} MB; at most {most} MB can be read."),
    "standard_file.too_many": marked("{file} has {n} items; at most {most} can be read."),
    "standard_file.two_frameworks": marked("{file}, line {line}: a second framework; a file may hold one."),
    "standard_file.unknown_ending": marked("{file}: the name must end in one of: {known}."),
    "standard_file.withdrawn_skills": marked("{file}: skills that ESCO has not released ({n}) are left out."),
}
