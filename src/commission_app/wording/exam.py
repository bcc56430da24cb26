"""Words about the parts of the qualification exam."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.exam import AdjustmentKind, DelegationGate, ExamPart, RepeatRule

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    ExamPart: {
        ExamPart.THEORY: marked("theory"),
        ExamPart.PRACTICE: marked("practice"),
    },
    AdjustmentKind: {
        AdjustmentKind.MORE_TIME: marked("longer time"),
        AdjustmentKind.BREAKS: marked("additional breaks"),
        AdjustmentKind.LARGE_PRINT: marked("tasks in large print"),
        AdjustmentKind.READER: marked("somebody who reads the tasks aloud"),
        AdjustmentKind.WRITER: marked("somebody who writes down the answers"),
        AdjustmentKind.ASSISTANT: marked("an assistant"),
        AdjustmentKind.SIGN_LANGUAGE: marked("a sign language interpreter"),
        AdjustmentKind.SEPARATE_ROOM: marked("a separate room"),
        AdjustmentKind.ACCESSIBLE_ROOM: marked("an accessible room and workplace"),
        AdjustmentKind.COMPUTER: marked("a computer or other technical aid"),
        AdjustmentKind.OTHER: marked("another measure"),
    },
    DelegationGate: {
        DelegationGate.WARN: marked("warns"),
        DelegationGate.STOP: marked("stops the case"),
    },
    RepeatRule: {
        RepeatRule.WHOLE: marked("the whole exam"),
        RepeatRule.FAILED_PART: marked("only the part that was not passed"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of an exam."""
    return language.say_of("exam", text)
