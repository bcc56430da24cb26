"""Words about the commission's meeting."""

from enum import StrEnum


class SittingForm(StrEnum):
    """How the commission meets."""

    ON_SITE = "on_site"
    REMOTE = "remote"
    WRITTEN = "written"


class SittingState(StrEnum):
    """The life of a sitting."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class ItemState(StrEnum):
    """The life of one item of the agenda."""

    WAITING = "waiting"
    ON_TABLE = "on_table"
    DECIDED = "decided"
    POSTPONED = "postponed"


class Choice(StrEnum):
    """A vote."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Light(StrEnum):
    """One light of the legality bar."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class LightKind(StrEnum):
    """What a light of the legality bar watches."""

    COMPOSITION = "composition"
    QUORUM = "quorum"
    TERMS = "terms"
    INDEPENDENCE = "independence"
    CONFLICTS = "conflicts"


class BallotKind(StrEnum):
    """Whether the minutes name who chose what."""

    NAMED = "named"
    SECRET = "secret"


class ReplyAnswer(StrEnum):
    """What a member answered to the convocation."""

    COMING = "coming"
    EXCUSED = "excused"


class NoteKind(StrEnum):
    """What a note taken at the sitting is: spoken for the minutes, an incident, or the writer's own."""

    SPOKEN = "spoken"
    INCIDENT = "incident"
    PRIVATE = "private"
