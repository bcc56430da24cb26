"""Words about the papers a person takes home."""

from enum import StrEnum


class CertificateKind(StrEnum):
    """What the paper is."""

    QUALIFICATION = "qualification"
    QUALIFICATION_PART = "qualification_part"
    RECOGNITION_STATEMENT = "recognition_statement"
    MICROCREDENTIAL = "microcredential"
    MODULE = "module"
    PROFESSIONAL_DEVELOPMENT = "professional_development"
    INTEREST_EDUCATION = "interest_education"
    NON_FORMAL = "non_formal"
    TRANSCRIPT = "transcript"


class CertificateState(StrEnum):
    """The life of a certificate; nothing is ever deleted."""

    ISSUED = "issued"
    ANNULLED = "annulled"
    SUPERSEDED = "superseded"


class PaperKind(StrEnum):
    """The printed papers of the office."""

    RECEIPT = "receipt"
    MINUTES = "minutes"
    DECISION = "decision"
    CALCULATION = "calculation"
    EXAM_PROTOCOL = "exam_protocol"
    CERTIFICATE = "certificate"
    LETTER = "letter"
    REGISTER_BOOK = "register_book"
    BLANK_ACT = "blank_act"
    CREDENTIAL_ELM = "credential_elm"
    CREDENTIAL_BADGE = "credential_badge"
    CREDENTIAL_ELMO = "credential_elmo"
    CERTIFICATE_TWINNED = "certificate_twinned"
