"""Words about the person whose learning is recognised."""

from enum import StrEnum


class CodeKind(StrEnum):
    """The two formats of a Latvian personal code: with a birth date in it, and without (since 01.07.2017)."""

    OLD = "old"
    NEW = "new"


class Sex(StrEnum):
    """For the yearly figures only."""

    FEMALE = "female"
    MALE = "male"
    NOT_SAID = "not_said"


class EmploymentStatus(StrEnum):
    """Standing on the labour market on the day of the application, for the yearly figures."""

    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"
    UNEMPLOYED = "unemployed"
    JOB_SEEKER = "job_seeker"
    STUDENT = "student"
    INACTIVE = "inactive"
    NOT_SAID = "not_said"


class EducationLevel(StrEnum):
    """The highest education, for the yearly figures."""

    LESS_THAN_BASIC = "less_than_basic"
    BASIC = "basic"
    VOCATIONAL = "vocational"
    SECONDARY = "secondary"
    VOCATIONAL_SECONDARY = "vocational_secondary"
    HIGHER = "higher"
    NOT_SAID = "not_said"


class VulnerableGroup(StrEnum):
    """Groups that support measures ask about, for the yearly figures."""

    DISABILITY = "disability"
    LONG_TERM_UNEMPLOYED = "long_term_unemployed"
    LOW_INCOME = "low_income"
    PRE_RETIREMENT = "pre_retirement"
    MIGRANT = "migrant"
    PRISONER = "prisoner"
    CARER = "carer"


class RepresentativeKind(StrEnum):
    """By what right somebody acts for an applicant."""

    GUARDIAN = "guardian"
    PARENT = "parent"
    POWER_OF_ATTORNEY = "power_of_attorney"
    EMPLOYER = "employer"


class IdentityDocumentKind(StrEnum):
    """What identifies a person without a Latvian code."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    RESIDENCE_PERMIT = "residence_permit"
    OTHER = "other"


class CodeChange(StrEnum):
    """Why another personal code stands in a person's record."""

    REPLACED = "replaced"
    ADOPTION = "adoption"
    MISTAKE = "mistake"


class Likeness(StrEnum):
    """Why two records may be of one person, the surest first."""

    SAME_CODE = "same_code"
    SAME_DOCUMENT = "same_document"
    SAME_NAME_AND_BIRTH = "same_name_and_birth"
    SAME_NAME_AND_CONTACT = "same_name_and_contact"
    SWAPPED_NAMES = "swapped_names"
    ONE_LETTER_APART = "one_letter_apart"
    SAME_NAME = "same_name"
