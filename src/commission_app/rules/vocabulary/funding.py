"""Words about what a learning account pays for."""

from enum import StrEnum


class FundingKind(StrEnum):
    """What is learned on a learning account (methodology of 04.09.2024, points 11 and 13)."""

    MODULE = "module"
    MODULE_SET = "module_set"
    COURSE = "course"
    STUDY_MODULE = "study_module"


class FundingStep(StrEnum):
    """What one line of the calculation does."""

    PIECE = "piece"
    SUM = "sum"
    SET_CAP = "set_cap"
    NO_SET_CAP = "no_set_cap"
