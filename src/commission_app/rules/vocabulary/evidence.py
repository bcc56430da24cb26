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
