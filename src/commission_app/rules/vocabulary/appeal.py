"""Words about contesting a decision and appealing against a mark."""

from enum import StrEnum


class AppealKind(StrEnum):
    """What is contested: a decision (apstrīdēšana), or the mark of an exam (apelācija)."""

    CONTEST = "contest"
    EXAM_MARK = "exam_mark"


class AppealState(StrEnum):
    """The life of an appeal."""

    RECEIVED = "received"
    SENT = "sent"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class AppealOutcome(StrEnum):
    """What became of a contested decision or mark."""

    LEFT_IN_FORCE = "left_in_force"
    AMENDED = "amended"
    REPEALED = "repealed"
    SENT_BACK = "sent_back"
    MARK_CHANGED = "mark_changed"
    NOT_EXAMINED = "not_examined"
