"""Words about whether a case is ready to be heard."""

from enum import StrEnum


class Mend(StrEnum):
    """Where a thing that needs attention is mended."""

    APPLICATION = "application"
    BACKGROUND = "background"
    PORTFOLIO = "portfolio"
    MATRIX = "matrix"
    CREDITS = "credits"
    CASE = "case"
    SITTING = "sitting"
