"""The three kinds of trouble that are not bugs, and the refusal as a value.

A reason is a dotted key ("quorum.missing"); `wording.refusals` holds its sentence in every language, and a test of
the house proves that each key raised anywhere has one. Facts are the data of the sentence, never a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Refusal:
    """Why the commission says no: a reason, its facts, and the form field it is about (if one is)."""

    reason: str
    facts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    field: str | None = None

    def __str__(self) -> str:
        facts = ", ".join(f"{key}={value}" for key, value in sorted(self.facts.items()))
        return f"{self.reason} ({facts})" if facts else self.reason


def refusal(reason: str, /, *, at: str | None = None, **facts: object) -> Refusal:
    """A refusal as a value; `at` names the form field."""
    return Refusal(reason, MappingProxyType(facts), at)


class TroubleError(Exception):
    """Something the person at the desk must hear about in one clear sentence."""

    def __init__(self, what: Refusal) -> None:
        super().__init__(str(what))
        self.refusal = what

    @property
    def reason(self) -> str:
        """The dotted key of the sentence."""
        return self.refusal.reason


class RefusedError(TroubleError):
    """The commission says no: a rule, or the input, forbids the act."""

    def __init__(self, reason: str, /, *, at: str | None = None, **facts: object) -> None:
        super().__init__(Refusal(reason, MappingProxyType(facts), at))

    @classmethod
    def of(cls, what: Refusal) -> "RefusedError":
        """The error for a refusal that a rule returned as a value."""
        error = cls(what.reason)
        TroubleError.__init__(error, what)
        return error


class ConflictError(TroubleError):
    """Somebody was faster: the row changed since the form was opened; the draft is kept."""

    def __init__(self, reason: str = "conflict.changed", /, **facts: object) -> None:
        super().__init__(Refusal(reason, MappingProxyType(facts)))


class UnavailableError(TroubleError):
    """The disk, the network or a lock does not answer; trying again may help."""

    def __init__(self, reason: str, /, **facts: object) -> None:
        super().__init__(Refusal(reason, MappingProxyType(facts)))


class CancelledError(Exception):
    """The person pressed Cancel; nothing was stored by the piece that was interrupted."""
