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
