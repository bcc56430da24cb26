"""Words about evidence items and the four qualities judged in them."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement, Quality

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    EvidenceKind: {
        EvidenceKind.CV: marked("CV"),
        EvidenceKind.SELF_ASSESSMENT: marked("self-assessment"),
        EvidenceKind.CERTIFICATE: marked("certificate or diploma"),
        EvidenceKind.TRANSCRIPT: marked("transcript of records"),
        EvidenceKind.COURSE_DESCRIPTION: marked("course description"),
        EvidenceKind.EMPLOYMENT_CONTRACT: marked("employment contract"),
        EvidenceKind.JOB_DESCRIPTION: marked("job description"),
        EvidenceKind.EMPLOYER_REFERENCE: marked("employer's reference"),
        EvidenceKind.EMPLOYER_STATEMENT: marked("employer's statement"),
        EvidenceKind.WORK_SAMPLE: marked("work sample"),
        EvidenceKind.PHOTO_OR_VIDEO: marked("photo or video"),
        EvidenceKind.PROJECT_RESULT: marked("project result"),
        EvidenceKind.PUBLICATION: marked("publication"),
        EvidenceKind.AWARD: marked("award"),
        EvidenceKind.VOLUNTEERING: marked("proof of volunteering"),
        EvidenceKind.PRACTICE_REPORT: marked("practice report"),
        EvidenceKind.PAYMENT: marked("payment document"),
        EvidenceKind.IDENTITY: marked("identity document"),
        EvidenceKind.OTHER: marked("other document"),
    },
    Judgement: {
        Judgement.YES: marked("yes"),
        Judgement.PARTLY: marked("partly"),
        Judgement.NO: marked("no"),
        Judgement.NOT_JUDGED: marked("not judged"),
    },
    Quality: {
        Quality.VALID: marked("valid"),
        Quality.AUTHENTIC: marked("authentic"),
        Quality.CURRENT: marked("current"),
        Quality.SUFFICIENT: marked("sufficient"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of an evidence item."""
    return language.say_of("evidence item", text)


SHORT_QUALITIES: Mapping[Quality, str] = {
    Quality.VALID: marked("Val."),
    Quality.AUTHENTIC: marked("Auth."),
    Quality.CURRENT: marked("Cur."),
    Quality.SUFFICIENT: marked("Suf."),
}


def quality_column(language: Language, quality: Quality) -> str:
    """The heading of the matrix's narrow column for a quality."""
    return language.say_of("column", SHORT_QUALITIES[quality])
