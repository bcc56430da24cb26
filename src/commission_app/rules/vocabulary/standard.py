"""Words about what a person is measured against."""

from enum import StrEnum


class StandardKind(StrEnum):
    """What the standard is."""

    PROFESSION_STANDARD = "profession_standard"
    STUDY_PROGRAMME = "study_programme"
    MODULE_SET = "module_set"
    FRAMEWORK = "framework"


class EditionState(StrEnum):
    """The life of an edition; a used edition is locked whatever its state."""

    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    RETIRED = "retired"


class OutcomeKind(StrEnum):
    """What the learning outcome describes."""

    KNOWLEDGE = "knowledge"
    SKILL = "skill"
    COMPETENCE = "competence"


class CreditUnit(StrEnum):
    """The unit of a credit quantity; a quantity never travels without it."""

    ECTS = "ECTS"
    KP = "KP"
    ECVET = "ECVET"
    HOURS = "hours"


class UnitKind(StrEnum):
    """What a unit of the edition is called in its own field."""

    COURSE = "course"
    MODULE = "module"
    UNIT = "unit"


class PklScale(StrEnum):
    """The scale of a professional qualification level: its numbers changed their meaning on 01.08.2022."""

    OLD = "old"
    NEW = "new"


class BroadField(StrEnum):
    """The broad fields of education and training, ISCED-F 2013: the first two digits of every field."""

    GENERIC = "00"
    EDUCATION = "01"
    ARTS = "02"
    SOCIAL = "03"
    BUSINESS = "04"
    NATURAL = "05"
    ICT = "06"
    ENGINEERING = "07"
    AGRICULTURE = "08"
    HEALTH = "09"
    SERVICES = "10"
