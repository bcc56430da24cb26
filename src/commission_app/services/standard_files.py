"""Standards as files: read from whatever format they come in, written in the four formats that others read."""

from commission_app.errors import RefusedError
from commission_app.exchange import (
    case_framework_writer,
    matrix_writer,
    moodle_competencies,
    standard_reader,
    standard_workbook,
)
from commission_app.exchange.standard_facts import StandardFacts, StandardFormat
from commission_app.i18n import Language
from commission_app.services import standards
from commission_app.store.work import Reading

__all__ = ["StandardFacts", "StandardFormat", "exported", "format_of", "named_in_both", "read", "template", "workbook"]

KINDS = ("xlsx", "json", "csv", "matrix")
"""The endings of files a standard comes in."""
ENDINGS = {
    StandardFormat.WORKBOOK: "xlsx",
    StandardFormat.CASE: "json",
    StandardFormat.MOODLE: "csv",
    StandardFormat.MATRIX: "matrix",
}


def read(data: bytes, name: str, language_of_text: str = "lv") -> StandardFacts:
    """The standard in a file; a format with one language only is taken to be in the language given.

    Refused: with the place of the first trouble.
    """
    return standard_reader.read_standard(data, name, language_of_text)


def named_in_both(facts: StandardFacts) -> bool:
    """Whether the file says its title in both languages, so that nobody need say which language it is in."""
    return bool(facts.title_lv and facts.title_en)


def template(language: Language) -> bytes:
    """An empty workbook to fill in, with instructions."""
    return standard_workbook.template(language)


def workbook(reading: Reading, edition_id: int, language: Language) -> bytes:
    """An edition as a workbook that reads back the same."""
    return standard_workbook.write(standards.facts(reading, edition_id), language)


def format_of(name: str) -> StandardFormat:
    """The format that the ending of a file's name asks for. Refused: an ending of none of them."""
    for form, ending in ENDINGS.items():
        if name.casefold().endswith("." + ending):
            return form
    raise RefusedError("standard_file.unknown_ending", file=name, known=KINDS)


def exported(reading: Reading, edition_id: int, form: StandardFormat, language: Language) -> bytes:
    """An edition in a format; one that has no place for two languages is written in the language given."""
    facts = standards.facts(reading, edition_id)
    if form is StandardFormat.CASE:
        return case_framework_writer.write(facts)
    if form is StandardFormat.MOODLE:
        return moodle_competencies.write(facts, language.code)
    if form is StandardFormat.MATRIX:
        return matrix_writer.write(facts, language.code)
    return standard_workbook.write(facts, language)
