"""Words about documents and testimonies in a portfolio."""

from enum import StrEnum


class EvidenceKind(StrEnum):
    """What an evidence item is."""

    CV = "cv"
    SELF_ASSESSMENT = "self_assessment"
    CERTIFICATE = "certificate"
    TRANSCRIPT = "transcript"
    COURSE_DESCRIPTION = "course_description"
    EMPLOYMENT_CONTRACT = "employment_contract"
    JOB_DESCRIPTION = "job_description"
    EMPLOYER_REFERENCE = "employer_reference"
    EMPLOYER_STATEMENT = "employer_statement"
    WORK_SAMPLE = "work_sample"
    PHOTO_OR_VIDEO = "photo_or_video"
    PROJECT_RESULT = "project_result"
    PUBLICATION = "publication"
    AWARD = "award"
    VOLUNTEERING = "volunteering"
    PRACTICE_REPORT = "practice_report"
    PAYMENT = "payment"
    IDENTITY = "identity"
    EMPLOYER_REPORT = "employer_report"
    DEMONSTRATION = "demonstration"
    OUTSIDE_COURSE = "outside_course"
    WORK_BASED_LEARNING = "work_based_learning"
    TRANSLATION = "translation"
    FOREIGN_STATEMENT = "foreign_statement"
    DIGITAL_CREDENTIAL = "digital_credential"
    NO_DOCUMENT = "no_document"
    OTHER = "other"


class Judgement(StrEnum):
    """How one quality of one piece of evidence was judged for one outcome."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_JUDGED = "not_judged"


class Quality(StrEnum):
    """The four qualities of evidence (VACS)."""

    VALID = "valid"
    AUTHENTIC = "authentic"
    CURRENT = "current"
    SUFFICIENT = "sufficient"


class Translation(StrEnum):
    """Whether a foreign paper comes with a translation, and of what force."""

    NOT_NEEDED = "not_needed"
    MISSING = "missing"
    PLAIN = "plain"
    CERTIFIED = "certified"


class SignatureVerdict(StrEnum):
    """What a check of a file's electronic signatures found."""

    NONE = "none"
    TRUSTED = "trusted"
    UNKNOWN_SIGNER = "unknown_signer"
    EXPIRED_SIGNER = "expired_signer"
    REVOKED_SIGNER = "revoked_signer"
    CHANGED = "changed"
    PARTIAL = "partial"
    BROKEN = "broken"
    NOT_CHECKED = "not_checked"


class CheckSource(StrEnum):
    """Who checked the signatures of a file: this program, or a person elsewhere."""

    PROGRAM = "program"
    PERSON = "person"


class SelfAssessmentLevel(StrEnum):
    """What the applicant says of one learning outcome."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class SubmissionState(StrEnum):
    """What became of a submitted portfolio."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class CourseAssessment(StrEnum):
    """How an outside course assessed what its learner had learned."""

    NOT_KNOWN = "not_known"
    ATTENDANCE = "attendance"
    TEST = "test"
    PRACTICAL = "practical"
    PROJECT = "project"
    EXAM = "exam"


class IdentityCheck(StrEnum):
    """Whether an outside course made sure that its learner was the person named."""

    NOT_KNOWN = "not_known"
    NONE = "none"
    ONLINE = "online"
    IN_PERSON = "in_person"
