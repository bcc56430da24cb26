"""Words about the institution and the people who work in the program."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.institution import InstitutionKind, OfficeRole, Origin, Sex

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    InstitutionKind: {
        InstitutionKind.UNIVERSITY: marked("university"),
        InstitutionKind.COLLEGE: marked("college"),
        InstitutionKind.VOCATIONAL_SCHOOL: marked("vocational education institution"),
        InstitutionKind.EXAMINATION_CENTRE: marked("examination centre"),
    },
    OfficeRole: {
        OfficeRole.SECRETARY: marked("secretary"),
        OfficeRole.ASSESSOR: marked("assessor"),
        OfficeRole.CHAIR: marked("chair"),
        OfficeRole.ADMINISTRATOR: marked("administrator"),
        OfficeRole.READER: marked("reader"),
    },
    Origin: {
        Origin.SHIPPED: marked("shipped with the program"),
        Origin.OWN: marked("set by the institution"),
    },
    Sex: {
        Sex.FEMALE: marked("female"),
        Sex.MALE: marked("male"),
        Sex.UNSTATED: marked("not stated"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of an institution."""
    return language.say_of("institution", text)
