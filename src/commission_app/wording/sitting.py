"""Words about sittings, agenda items, votes and the legality bar."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.sitting import (
    BallotKind,
    Choice,
    ItemState,
    Light,
    LightKind,
    NoteKind,
    ReplyAnswer,
    SittingForm,
    SittingState,
)

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    SittingForm: {
        SittingForm.ON_SITE: marked("on site"),
        SittingForm.REMOTE: marked("remote"),
        SittingForm.WRITTEN: marked("written procedure"),
    },
    SittingState: {
        SittingState.PLANNED: marked("planned"),
        SittingState.OPEN: marked("open"),
        SittingState.CLOSED: marked("closed"),
    },
    ItemState: {
        ItemState.WAITING: marked("waiting"),
        ItemState.ON_TABLE: marked("on the table"),
        ItemState.DECIDED: marked("decided"),
        ItemState.POSTPONED: marked("postponed"),
    },
    Choice: {
        Choice.FOR: marked("for"),
        Choice.AGAINST: marked("against"),
        Choice.ABSTAIN: marked("abstains"),
    },
    Light: {
        Light.GREEN: marked("in order"),
        Light.AMBER: marked("attention"),
        Light.RED: marked("prevents a decision"),
    },
    BallotKind: {
        BallotKind.NAMED: marked("by name"),
        BallotKind.SECRET: marked("in secret"),
    },
    NoteKind: {
        NoteKind.SPOKEN: marked("spoken"),
        NoteKind.INCIDENT: marked("incident"),
        NoteKind.PRIVATE: marked("for myself"),
    },
    ReplyAnswer: {
        ReplyAnswer.COMING: marked("is coming"),
        ReplyAnswer.EXCUSED: marked("excused"),
    },
    LightKind: {
        LightKind.COMPOSITION: marked("Composition"),
        LightKind.QUORUM: marked("Quorum"),
        LightKind.TERMS: marked("Terms of office"),
        LightKind.INDEPENDENCE: marked("Independence"),
        LightKind.CONFLICTS: marked("Conflicts of interest"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a sitting."""
    return language.say_of("sitting", text)
