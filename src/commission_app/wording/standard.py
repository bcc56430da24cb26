"""Words about standards and what they consist of; a state's word agrees with the edition (redakcija)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.standard import (
    BroadField,
    CreditUnit,
    EditionState,
    OutcomeKind,
    PklScale,
    StandardKind,
    UnitKind,
)

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    StandardKind: {
        StandardKind.PROFESSION_STANDARD: marked("profession standard"),
        StandardKind.STUDY_PROGRAMME: marked("study programme"),
        StandardKind.MODULE_SET: marked("set of modules"),
        StandardKind.FRAMEWORK: marked("competence framework"),
    },
    EditionState: {
        EditionState.DRAFT: marked("draft"),
        EditionState.REVIEW: marked("in review"),
        EditionState.APPROVED: marked("approved"),
        EditionState.RETIRED: marked("no longer in force"),
    },
    OutcomeKind: {
        OutcomeKind.KNOWLEDGE: marked("knowledge"),
        OutcomeKind.SKILL: marked("skill"),
        OutcomeKind.COMPETENCE: marked("competence"),
    },
    CreditUnit: {
        CreditUnit.ECTS: marked("credit points (ECTS)"),
        CreditUnit.KP: marked("credit points (KP, until 2022)"),
        CreditUnit.ECVET: marked("ECVET points"),
        CreditUnit.HOURS: marked("hours"),
    },
    PklScale: {
        PklScale.OLD: marked("old scale (until 31.07.2022)"),
        PklScale.NEW: marked("new scale (since 01.08.2022)"),
    },
    BroadField: {
        BroadField.GENERIC: marked("generic programmes and qualifications"),
        BroadField.EDUCATION: marked("education"),
        BroadField.ARTS: marked("arts and humanities"),
        BroadField.SOCIAL: marked("social sciences, journalism and information"),
        BroadField.BUSINESS: marked("business, administration and law"),
        BroadField.NATURAL: marked("natural sciences, mathematics and statistics"),
        BroadField.ICT: marked("information and communication technologies"),
        BroadField.ENGINEERING: marked("engineering, manufacturing and construction"),
        BroadField.AGRICULTURE: marked("agriculture, forestry, fisheries and veterinary"),
        BroadField.HEALTH: marked("health and welfare"),
        BroadField.SERVICES: marked("services"),
    },
    UnitKind: {
        UnitKind.COURSE: marked("study course"),
        UnitKind.MODULE: marked("module"),
        UnitKind.UNIT: marked("unit of learning outcomes"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a standard."""
    return language.say_of("standard", text)
