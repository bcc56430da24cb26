"""Words about the archive: how long files are kept, what lies in them, and the deeds that move them on."""

from enum import StrEnum


class Retention(StrEnum):
    """The class of keeping."""

    SHORT = "short"
    LONG = "long"
    PERMANENT = "permanent"


class KeptSince(StrEnum):
    """From which day the years of keeping are counted."""

    NEXT_YEAR = "next_year"
    FILE_CLOSED = "file_closed"
    LAST_PAPER = "last_paper"


class Holding(StrEnum):
    """What lies under an index of the nomenclature."""

    CASE_FILES = "case_files"
    REGISTER = "register"
    OTHER = "other"


class VolumeState(StrEnum):
    """The life of a volume; destroying it leaves its record."""

    OPEN = "open"
    CERTIFIED = "certified"
    HANDED_OVER = "handed_over"
    DESTROYED = "destroyed"


class DeedKind(StrEnum):
    """What an archive deed does with volumes."""

    HANDOVER = "handover"
    DESTRUCTION = "destruction"


class DeedState(StrEnum):
    """How far a deed has come; a destruction waits for the approval of the National Archives."""

    DRAFT = "draft"
    APPROVED = "approved"
    DONE = "done"


class EnvelopeSize(StrEnum):
    """Envelopes with or without a window, and labels, as offices have them."""

    C5 = "c5"
    C4 = "c4"
    DL = "dl"
    DL_WINDOW = "dl_window"
    C5_WINDOW = "c5_window"
