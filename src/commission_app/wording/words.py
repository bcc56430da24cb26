"""The word of any enum of the house: each noun keeps its own table, because a word agrees with its noun."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from commission_app.i18n import Language
from commission_app.wording import (
    accumulation,
    appeal,
    application,
    archive,
    awards,
    blank,
    case,
    certificate,
    commission,
    conflict,
    deadline,
    decision,
    delivery,
    evidence,
    exam,
    fee,
    funding,
    institution,
    key,
    microcredential,
    mobility,
    office_paper,
    person,
    provision,
    readiness,
    register,
    remuneration,
    scoring,
    signing,
    sitting,
    standard,
    study_plan,
)

_Said: TypeAlias = Callable[[Language, str], str]
_NOUNS: tuple[tuple[Mapping[type[StrEnum], Mapping[str, str]], _Said], ...] = (
    (accumulation.WORDS, accumulation.said),
    (appeal.WORDS, appeal.said),
    (application.WORDS, application.said),
    (archive.WORDS, archive.said),
    (awards.WORDS, awards.said),
    (blank.WORDS, blank.said),
    (case.WORDS, case.said),
    (certificate.WORDS, certificate.said),
    (commission.WORDS, commission.said),
    (conflict.WORDS, conflict.said),
    (deadline.WORDS, deadline.said),
    (decision.WORDS, decision.said),
    (delivery.WORDS, delivery.said),
    (evidence.WORDS, evidence.said),
    (exam.WORDS, exam.said),
    (fee.WORDS, fee.said),
    (funding.WORDS, funding.said),
    (institution.WORDS, institution.said),
    (key.WORDS, key.said),
    (microcredential.WORDS, microcredential.said),
    (mobility.WORDS, mobility.said),
    (office_paper.WORDS, office_paper.said),
    (person.WORDS, person.said),
    (provision.WORDS, provision.said),
    (readiness.WORDS, readiness.said),
    (register.WORDS, register.said),
    (remuneration.WORDS, remuneration.said),
    (scoring.WORDS, scoring.said),
    (signing.WORDS, signing.said),
    (sitting.WORDS, sitting.said),
    (standard.WORDS, standard.said),
    (study_plan.WORDS, study_plan.said),
)
# By the enum and not by the member: members of different enums are equal when their texts are.
_TABLES = {enum: (table, said) for words, said in _NOUNS for enum, table in words.items()}


def word(language: Language, member: StrEnum) -> str:
    """What a member of an enum is called."""
    table, said = _TABLES[type(member)]
    return said(language, table[member])
