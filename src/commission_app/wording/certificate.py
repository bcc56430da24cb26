"""Words about certificates and the printed papers; a state's word agrees with the certificate (apliecība)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState, PaperKind

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    CertificateKind: {
        CertificateKind.QUALIFICATION: marked("certificate of professional qualification"),
        CertificateKind.QUALIFICATION_PART: marked("certificate of a part of a professional qualification"),
        CertificateKind.RECOGNITION_STATEMENT: marked("statement of recognition"),
        CertificateKind.MICROCREDENTIAL: marked("microcredential"),
        CertificateKind.MODULE: marked("module certificate"),
        CertificateKind.PROFESSIONAL_DEVELOPMENT: marked("certificate of professional development education"),
        CertificateKind.INTEREST_EDUCATION: marked("certificate of vocationally oriented education"),
        CertificateKind.NON_FORMAL: marked("certificate of non-formal education"),
        CertificateKind.TRANSCRIPT: marked("transcript of results"),
    },
    CertificateState: {
        CertificateState.ISSUED: marked("issued"),
        CertificateState.ANNULLED: marked("annulled"),
        CertificateState.SUPERSEDED: marked("duplicate issued"),
    },
    PaperKind: {
        PaperKind.RECEIPT: marked("receipt of the application"),
        PaperKind.MINUTES: marked("minutes of the sitting"),
        PaperKind.DECISION: marked("decision"),
        PaperKind.CALCULATION: marked("calculation of credits, decision"),
        PaperKind.EXAM_PROTOCOL: marked("exam protocol"),
        PaperKind.CERTIFICATE: marked("certificate"),
        PaperKind.LETTER: marked("letter"),
        PaperKind.REGISTER_BOOK: marked("register"),
        PaperKind.BLANK_ACT: marked("destruction act of state forms"),
        PaperKind.CREDENTIAL_ELM: marked("European digital credential (ELM)"),
        PaperKind.CREDENTIAL_BADGE: marked("digital badge (Open Badges)"),
        PaperKind.CREDENTIAL_ELMO: marked("result of recognition (ELMO)"),
        PaperKind.CERTIFICATE_TWINNED: marked("certificate with its digital twins"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a certificate."""
    return language.say_of("certificate", text)
