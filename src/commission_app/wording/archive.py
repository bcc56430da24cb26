"""Words about the archive; a state's word agrees with the volume (sējums) or the deed (akts)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.archive import (
    DeedKind,
    DeedState,
    EnvelopeSize,
    Holding,
    KeptSince,
    Retention,
    VolumeState,
)

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Retention: {
        Retention.SHORT: marked("short-term"),
        Retention.LONG: marked("long-term"),
        Retention.PERMANENT: marked("permanent"),
    },
    KeptSince: {
        KeptSince.NEXT_YEAR: marked("1 January after the file was closed"),
        KeptSince.FILE_CLOSED: marked("the day on which the file was closed"),
        KeptSince.LAST_PAPER: marked("the day of the last paper in the file"),
    },
    Holding: {
        Holding.CASE_FILES: marked("case files"),
        Holding.REGISTER: marked("a register"),
        Holding.OTHER: marked("other documents"),
    },
    VolumeState: {
        VolumeState.OPEN: marked("being put together"),
        VolumeState.CERTIFIED: marked("certified"),
        VolumeState.HANDED_OVER: marked("handed over to the archive"),
        VolumeState.DESTROYED: marked("destroyed"),
    },
    DeedKind: {
        DeedKind.HANDOVER: marked("deed of handover"),
        DeedKind.DESTRUCTION: marked("deed of destruction"),
    },
    DeedState: {
        DeedState.DRAFT: marked("draft deed"),
        DeedState.APPROVED: marked("approved deed"),
        DeedState.DONE: marked("deed carried out"),
    },
    EnvelopeSize: {
        EnvelopeSize.C5: marked("C5 envelope"),
        EnvelopeSize.C4: marked("C4 envelope"),
        EnvelopeSize.DL: marked("DL envelope"),
        EnvelopeSize.DL_WINDOW: marked("sheet for a DL window envelope"),
        EnvelopeSize.C5_WINDOW: marked("sheet for a C5 window envelope"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of the archive."""
    return language.say_of("archive", text)
