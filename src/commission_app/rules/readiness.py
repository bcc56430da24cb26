"""The health check before a sitting: what in a case needs attention, and where it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from commission_app.errors import Refusal, refusal
from commission_app.rules.completeness import lapse
from commission_app.rules.vocabulary.case import StatementKind
from commission_app.rules.vocabulary.readiness import Mend

SIGNED = (StatementKind.TRUTH, StatementKind.DATA_PROCESSING)
"""The statements without which an application is not signed as it should be."""


@dataclass(frozen=True, slots=True)
class ReadinessFacts:
    """What the check looks at; counts where one would name too many."""

    heard_on: date
    deadline: date
    fee_cents: int | None
    paid: bool
    statements: frozenset[StatementKind]
    stale: tuple[str, ...]
    outcomes: int
    agreed: int
    unreasoned: int
    unsupported: tuple[str, ...]
    untranslated: tuple[str, ...]
    spoiled_signatures: tuple[str, ...]
    members: tuple[str, ...]
    assessors: tuple[str, ...]
    departs: tuple[Refusal, ...] = ()
    undelegated: tuple[Refusal, ...] = ()
    admitted_until: date | None = None
    hints: tuple[tuple[str, Refusal], ...] = ()
    """Members with what suggests a conflict of interest and was not looked at."""


@dataclass(frozen=True, slots=True)
class Attention:
    """One thing that needs attention, and where it is mended."""

    what: Refusal
    mend: Mend


def attention(facts: ReadinessFacts) -> tuple[Attention, ...]:
    """Everything in a case that needs attention before it is heard; nothing when it is ready."""
    return tuple(found for part in (_papers, _measuring, _portfolio, _people) for found in part(facts))


def _papers(facts: ReadinessFacts) -> Iterator[Attention]:
    if facts.fee_cents and not facts.paid:
        yield Attention(refusal("readiness.not_paid"), Mend.APPLICATION)
    for kind in SIGNED:
        if kind not in facts.statements:
            yield Attention(refusal("readiness.not_stated", statement=kind), Mend.BACKGROUND)
    for undelegated in facts.undelegated:
        yield Attention(undelegated, Mend.APPLICATION)
    for lapsed in lapse(facts.admitted_until, facts.heard_on):
        yield Attention(lapsed, Mend.BACKGROUND)
    if facts.deadline < facts.heard_on:
        yield Attention(refusal("readiness.too_late", deadline=facts.deadline, heard_on=facts.heard_on), Mend.CASE)


def _measuring(facts: ReadinessFacts) -> Iterator[Attention]:
    missing = facts.outcomes - facts.agreed
    if missing > 0:
        yield Attention(refusal("readiness.not_agreed", count=missing, outcomes=facts.outcomes), Mend.MATRIX)
    if facts.unreasoned:
        yield Attention(refusal("readiness.unreasoned", count=facts.unreasoned), Mend.MATRIX)
    if facts.unsupported:
        yield Attention(refusal("readiness.unsupported", outcomes=facts.unsupported), Mend.MATRIX)
    for departs in facts.departs:
        yield Attention(departs, Mend.CREDITS)


def _portfolio(facts: ReadinessFacts) -> Iterator[Attention]:
    if facts.stale:
        yield Attention(refusal("readiness.stale", items=facts.stale), Mend.MATRIX)
    if facts.untranslated:
        yield Attention(refusal("readiness.untranslated", items=facts.untranslated), Mend.PORTFOLIO)
    if facts.spoiled_signatures:
        yield Attention(refusal("readiness.signature", files=facts.spoiled_signatures), Mend.PORTFOLIO)


def _people(facts: ReadinessFacts) -> Iterator[Attention]:
    for member, hint in facts.hints:
        yield Attention(refusal("readiness.conflict", member=member, hint=hint), Mend.SITTING)
    both = tuple(member for member in facts.members if member in facts.assessors)
    if both:
        yield Attention(refusal("readiness.assessors", members=both), Mend.SITTING)
