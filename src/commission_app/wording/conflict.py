"""Words about conflicts of interest and the statements of members."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.conflict import ConflictKind, MemberStatementKind, TraceField

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    ConflictKind: {
        ConflictKind.RELATIVE: marked("relative or close person"),
        ConflictKind.EMPLOYER: marked("same employer"),
        ConflictKind.TEACHER: marked("taught the applicant"),
        ConflictKind.ASSESSOR: marked("assessed the applicant"),
        ConflictKind.REFEREE: marked("gave a reference"),
        ConflictKind.SIGNER: marked("signed the evidence"),
        ConflictKind.FINANCIAL: marked("financial interest"),
        ConflictKind.OTHER: marked("another circumstance"),
    },
    MemberStatementKind: {
        MemberStatementKind.NO_CONFLICT: marked("no conflict of interest"),
        MemberStatementKind.CONFIDENTIALITY: marked("confidentiality"),
    },
    TraceField: {
        TraceField.EMPLOYER: marked("employer"),
        TraceField.REFEREE: marked("referee"),
        TraceField.ISSUER: marked("issuer"),
        TraceField.AUTHOR: marked("author of the report"),
        TraceField.OBSERVER: marked("observer"),
        TraceField.SUPERVISOR: marked("supervisor"),
        TraceField.CONFIRMED_BY: marked("who can confirm it"),
        TraceField.SIGNATURE: marked("signature"),
        TraceField.SURNAME: marked("surname"),
        TraceField.ADDRESS: marked("address"),
        TraceField.REPRESENTATIVE: marked("representative"),
        TraceField.ASSESSOR: marked("assessor"),
        TraceField.REVIEWER: marked("reviewer"),
        TraceField.CONSULTANT: marked("consultant"),
        TraceField.INTERVIEWER: marked("interviewer"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a conflict."""
    return language.say_of("conflict", text)
