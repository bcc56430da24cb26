"""Words about what remains to be studied."""

from enum import StrEnum


class PlacedBy(StrEnum):
    """Why a unit stands in its semester of a study plan."""

    OFFERED = "offered"
    NEXT_OFFER = "next_offer"
    PREREQUISITE = "prerequisite"
    FULL = "full"
    FREE = "free"
    LAST = "last"
