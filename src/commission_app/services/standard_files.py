"""Standards as files: read from whatever format they come in, written as the program's own workbook."""

from commission_app.exchange import standard_reader, standard_workbook
from commission_app.exchange.standard_facts import StandardFacts
from commission_app.i18n import Language
from commission_app.services import standards
from commission_app.store.work import Reading

__all__ = ["StandardFacts", "named_in_both", "read", "template", "workbook"]

KINDS = ("xlsx", "matrix")
"""The endings of files a standard comes in."""


def read(data: bytes, name: str, language_of_text: str = "lv") -> StandardFacts:
    """The standard in a file; a format with one language only is taken to be in the language given.

    Refused: with the sheet, row and column of the first trouble.
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
