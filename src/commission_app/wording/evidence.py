"""Words about evidence items and the four qualities judged in them."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.evidence import (
    CheckSource,
    CourseAssessment,
    EvidenceKind,
    IdentityCheck,
    Judgement,
    Quality,
    SelfAssessmentLevel,
    SignatureVerdict,
    SubmissionState,
    Translation,
)

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
        EvidenceKind.EMPLOYER_REPORT: marked("employer's report"),
        EvidenceKind.DEMONSTRATION: marked("demonstration of skills"),
        EvidenceKind.OUTSIDE_COURSE: marked("course elsewhere"),
        EvidenceKind.WORK_BASED_LEARNING: marked("work-based learning"),
        EvidenceKind.TRANSLATION: marked("translation"),
        EvidenceKind.FOREIGN_STATEMENT: marked("statement about a foreign diploma"),
        EvidenceKind.DIGITAL_CREDENTIAL: marked("digital credential"),
        EvidenceKind.NO_DOCUMENT: marked("statement that there is no document"),
        EvidenceKind.OTHER: marked("other document"),
    },
    Judgement: {
        Judgement.YES: marked("yes"),
        Judgement.PARTLY: marked("partly"),
        Judgement.NO: marked("no"),
        Judgement.NOT_JUDGED: marked("not judged"),
    },
    Translation: {
        Translation.NOT_NEEDED: marked("not needed"),
        Translation.MISSING: marked("missing"),
        Translation.PLAIN: marked("attached, not certified"),
        Translation.CERTIFIED: marked("attached, certified"),
    },
    SelfAssessmentLevel: {
        SelfAssessmentLevel.YES: marked("yes"),
        SelfAssessmentLevel.PARTLY: marked("partly"),
        SelfAssessmentLevel.NO: marked("no"),
    },
    SubmissionState: {
        SubmissionState.SUBMITTED: marked("submitted"),
        SubmissionState.RETURNED: marked("sent back"),
        SubmissionState.ACCEPTED: marked("accepted"),
    },
    CourseAssessment: {
        CourseAssessment.NOT_KNOWN: marked("not known"),
        CourseAssessment.ATTENDANCE: marked("attendance only"),
        CourseAssessment.TEST: marked("test"),
        CourseAssessment.PRACTICAL: marked("practical task"),
        CourseAssessment.PROJECT: marked("project work"),
        CourseAssessment.EXAM: marked("exam"),
    },
    IdentityCheck: {
        IdentityCheck.NOT_KNOWN: marked("not known"),
        IdentityCheck.NONE: marked("not checked"),
        IdentityCheck.ONLINE: marked("checked online"),
        IdentityCheck.IN_PERSON: marked("checked in person"),
    },
    SignatureVerdict: {
        SignatureVerdict.NONE: marked("not signed"),
        SignatureVerdict.TRUSTED: marked("valid, signer trusted"),
        SignatureVerdict.UNKNOWN_SIGNER: marked("intact, signer not known"),
        SignatureVerdict.EXPIRED_SIGNER: marked("certificate not valid at the time of signing"),
        SignatureVerdict.REVOKED_SIGNER: marked("certificate revoked"),
        SignatureVerdict.CHANGED: marked("changed after signing"),
        SignatureVerdict.PARTIAL: marked("signed only in part"),
        SignatureVerdict.BROKEN: marked("signature broken"),
        SignatureVerdict.NOT_CHECKED: marked("signature not checked"),
    },
    CheckSource: {
        CheckSource.PROGRAM: marked("checked by the program"),
        CheckSource.PERSON: marked("checked by a person"),
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
