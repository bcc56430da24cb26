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
