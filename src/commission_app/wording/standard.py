"""Words about standards and what they consist of; a state's word agrees with the edition (redakcija)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.standard import (
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
    UnitKind: {
        UnitKind.COURSE: marked("study course"),
        UnitKind.MODULE: marked("module"),
        UnitKind.UNIT: marked("unit of learning outcomes"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a standard."""
    return language.say_of("standard", text)
