"""Words about the papers that an office writes beside decisions and certificates."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.office_paper import OfficePaper

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    OfficePaper: {
        OfficePaper.APPLICATION_BLANK: marked("Application form, blank"),
        OfficePaper.APPLICATION: marked("Application, filled in"),
        OfficePaper.SELF_BLANK: marked("Self-assessment form, blank"),
        OfficePaper.SELF: marked("Self-assessment, filled in"),
        OfficePaper.ACKNOWLEDGEMENT: marked("Acknowledgement of receipt"),
        OfficePaper.FUNDER: marked("Statement for a funder"),
        OfficePaper.STUDY_MEMO: marked("Memo to the study department"),
        OfficePaper.EUROPASS: marked("Europass certificate supplement data"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a paper."""
    return language.say_of("office paper", text)
