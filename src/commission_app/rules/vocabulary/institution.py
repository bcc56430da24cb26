"""Words about the institution and the people who work in it."""

from enum import StrEnum


class InstitutionKind(StrEnum):
    """What the institution is in law."""

    UNIVERSITY = "university"
    COLLEGE = "college"
    VOCATIONAL_SCHOOL = "vocational_school"
    EXAMINATION_CENTRE = "examination_centre"


class OfficeRole(StrEnum):
    """What a person who works in the program may do."""

    SECRETARY = "secretary"
    ASSESSOR = "assessor"
    CHAIR = "chair"
    ADMINISTRATOR = "administrator"
    READER = "reader"


class Origin(StrEnum):
    """Where a dated provision comes from."""

    SHIPPED = "shipped"
    OWN = "own"


class Sex(StrEnum):
    """For statistics only; never inferred from a personal code."""

    FEMALE = "female"
    MALE = "male"
    UNSTATED = "unstated"
