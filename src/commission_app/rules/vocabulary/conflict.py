"""Words about conflicts of interest."""

from enum import StrEnum


class ConflictKind(StrEnum):
    """Why a member had better take no part in a case."""

    RELATIVE = "relative"
    EMPLOYER = "employer"
    TEACHER = "teacher"
    ASSESSOR = "assessor"
    REFEREE = "referee"
    SIGNER = "signer"
    FINANCIAL = "financial"
    OTHER = "other"


class MemberStatementKind(StrEnum):
    """What a member of the commission states by signature."""

    NO_CONFLICT = "no_conflict"
    CONFIDENTIALITY = "confidentiality"


class TraceField(StrEnum):
    """In which field of the case a name, an employer or an address was found."""

    EMPLOYER = "employer"
    REFEREE = "referee"
    ISSUER = "issuer"
    AUTHOR = "author"
    OBSERVER = "observer"
    SUPERVISOR = "supervisor"
    CONFIRMED_BY = "confirmed_by"
    SIGNATURE = "signature"
    SURNAME = "surname"
    ADDRESS = "address"
    REPRESENTATIVE = "representative"
    ASSESSOR = "assessor"
    REVIEWER = "reviewer"
    CONSULTANT = "consultant"
    INTERVIEWER = "interviewer"
