"""Words about the qualification exam."""

from enum import StrEnum


class ExamPart(StrEnum):
    """The two parts of the exam."""

    THEORY = "theory"
    PRACTICE = "practice"


class AdjustmentKind(StrEnum):
    """A measure by which an exam is adjusted to special needs."""

    MORE_TIME = "more_time"
    BREAKS = "breaks"
    LARGE_PRINT = "large_print"
    READER = "reader"
    WRITER = "writer"
    ASSISTANT = "assistant"
    SIGN_LANGUAGE = "sign_language"
    SEPARATE_ROOM = "separate_room"
    ACCESSIBLE_ROOM = "accessible_room"
    COMPUTER = "computer"
    OTHER = "other"


class DelegationGate(StrEnum):
    """What it does to a case that the qualification is not delegated to the institution."""

    WARN = "warn"
    STOP = "stop"


class RepeatRule(StrEnum):
    """What is sat again after an exam that was not passed."""

    WHOLE = "whole"
    FAILED_PART = "failed_part"
