"""Words about the lines of a computed award."""

from enum import StrEnum


class LineKind(StrEnum):
    """What a line of an award is about: one unit, the ceiling on the sum, or the rounding of the sum."""

    UNIT = "unit"
    CEILING = "ceiling"
    ROUNDING = "rounding"


class MarkTransfer(StrEnum):
    """How a unit recognised from earlier studies is marked."""

    MARK = "mark"
    PASSED = "passed"
    RECOGNISED = "recognised"
