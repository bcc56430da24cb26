"""Words about what a person has acquired over several cases and years."""

from enum import StrEnum


class UnitStanding(StrEnum):
    """How a unit stands for a person."""

    HELD = "held"
    ASKED = "asked"
    MISSING = "missing"
    IN_STUDY = "in_study"


class Stage(StrEnum):
    """How far a person has come with a part or with the whole."""

    COMPLETE = "complete"
    BEGUN = "begun"
    NOTHING = "nothing"
