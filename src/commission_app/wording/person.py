"""Words about the person whose learning is recognised, and about whoever acts for this person."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.person import (
    CodeChange,
    CodeKind,
    EducationLevel,
    EmploymentStatus,
    IdentityDocumentKind,
    Likeness,
    RepresentativeKind,
    Sex,
    VulnerableGroup,
)

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    CodeKind: {
        CodeKind.OLD: marked("with the date of birth"),
        CodeKind.NEW: marked("without the date of birth"),
    },
    CodeChange: {
        CodeChange.REPLACED: marked("the old code was replaced by a new one"),
        CodeChange.ADOPTION: marked("adoption"),
        CodeChange.MISTAKE: marked("it was written wrongly here"),
    },
    Likeness: {
        Likeness.SAME_CODE: marked("the same personal code"),
        Likeness.SAME_DOCUMENT: marked("the same identity document"),
        Likeness.SAME_NAME_AND_BIRTH: marked("the same name and date of birth"),
        Likeness.SAME_NAME_AND_CONTACT: marked("the same name and e-mail or telephone"),
        Likeness.SWAPPED_NAMES: marked("given name and surname swapped"),
        Likeness.ONE_LETTER_APART: marked("names one letter apart, the same date of birth"),
        Likeness.SAME_NAME: marked("the same name"),
    },
    Sex: {
        Sex.FEMALE: marked("woman"),
        Sex.MALE: marked("man"),
        Sex.NOT_SAID: marked("not said"),
    },
    EmploymentStatus: {
        EmploymentStatus.EMPLOYED: marked("employed"),
        EmploymentStatus.SELF_EMPLOYED: marked("self-employed"),
        EmploymentStatus.UNEMPLOYED: marked("registered unemployed"),
        EmploymentStatus.JOB_SEEKER: marked("job seeker"),
        EmploymentStatus.STUDENT: marked("in education"),
        EmploymentStatus.INACTIVE: marked("economically inactive"),
        EmploymentStatus.NOT_SAID: marked("not said"),
    },
    EducationLevel: {
        EducationLevel.LESS_THAN_BASIC: marked("less than basic education"),
        EducationLevel.BASIC: marked("basic education"),
        EducationLevel.VOCATIONAL: marked("vocational education"),
        EducationLevel.SECONDARY: marked("general secondary education"),
        EducationLevel.VOCATIONAL_SECONDARY: marked("vocational secondary education"),
        EducationLevel.HIGHER: marked("higher education"),
        EducationLevel.NOT_SAID: marked("not said"),
    },
    VulnerableGroup: {
        VulnerableGroup.DISABILITY: marked("person with a disability"),
        VulnerableGroup.LONG_TERM_UNEMPLOYED: marked("long-term unemployed"),
        VulnerableGroup.LOW_INCOME: marked("low-income person"),
        VulnerableGroup.PRE_RETIREMENT: marked("person of pre-retirement age"),
        VulnerableGroup.MIGRANT: marked("migrant"),
        VulnerableGroup.PRISONER: marked("prisoner"),
        VulnerableGroup.CARER: marked("carer of a family member"),
    },
    RepresentativeKind: {
        RepresentativeKind.GUARDIAN: marked("guardian"),
        RepresentativeKind.PARENT: marked("parent"),
        RepresentativeKind.POWER_OF_ATTORNEY: marked("authorised person (power of attorney)"),
        RepresentativeKind.EMPLOYER: marked("employer"),
    },
    IdentityDocumentKind: {
        IdentityDocumentKind.PASSPORT: marked("passport"),
        IdentityDocumentKind.IDENTITY_CARD: marked("identity card"),
        IdentityDocumentKind.RESIDENCE_PERMIT: marked("residence permit"),
        IdentityDocumentKind.OTHER: marked("other document"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a person."""
    return language.say_of("person", text)


def document_word(language: Language, kind: str) -> str:
    """The kind of an identity document: a known one in words, any other as it was written."""
    known = [member.value for member in IdentityDocumentKind]
    return said(language, WORDS[IdentityDocumentKind][kind]) if kind in known else kind
