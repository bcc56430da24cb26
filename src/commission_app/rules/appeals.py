"""Contesting a decision and appealing against a mark: the term, who may examine it, what may come of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.appeal import AppealKind, AppealOutcome, AppealState

OUTCOMES: dict[AppealKind, tuple[AppealOutcome, ...]] = {
    AppealKind.CONTEST: (
        AppealOutcome.LEFT_IN_FORCE,
        AppealOutcome.AMENDED,
        AppealOutcome.SENT_BACK,
        AppealOutcome.REPEALED,
        AppealOutcome.NOT_EXAMINED,
    ),
    AppealKind.EXAM_MARK: (
        AppealOutcome.LEFT_IN_FORCE,
        AppealOutcome.MARK_CHANGED,
        AppealOutcome.NOT_EXAMINED,
    ),
}
"""What may come of an appeal; the first is what is offered."""

REOPENS = frozenset({AppealOutcome.AMENDED, AppealOutcome.SENT_BACK})
"""After these the commission decides anew, and the new decision replaces the old."""


class AppealAct(StrEnum):
    """What can be done with an appeal."""

    CHANGE = "change"
    SEND = "send"
    DECIDE = "decide"
    WITHDRAW = "withdraw"
    GO_TO_COURT = "go_to_court"


@dataclass(frozen=True, slots=True)
class AppealFacts:
    """An appeal as the rules see it; `judged_before` are those of its examiners who made what is contested."""

    number: str
    kind: AppealKind
    state: AppealState
    received_on: date
    term_until: date | None
    late_reason: str = ""
    body: str = ""
    judged_before: tuple[str, ...] = ()

    @property
    def in_time(self) -> bool:
        """Whether it came within the term; without a known term nothing can be late."""
        return self.term_until is None or self.received_on <= self.term_until


@dataclass(frozen=True, slots=True)
class AppealStanding:
    """One act upon an appeal and what stands against it now; nothing against it means it is lawful."""

    act: AppealAct
    refusals: tuple[Refusal, ...] = ()


def standings(facts: AppealFacts) -> tuple[AppealStanding, ...]:
    """Every act upon an appeal with the refusals that stand against it now."""
    return tuple(AppealStanding(act, _against(facts, act)) for act in AppealAct)


def require(facts: AppealFacts, act: AppealAct) -> None:
    """Refuses an act with the first thing that stands against it."""
    if against := _against(facts, act):
        raise RefusedError.of(against[0])


def check_outcome(facts: AppealFacts, outcome: AppealOutcome, reasons: str, on: date, today: date) -> None:
    """Refuses an outcome that this kind of appeal cannot have, without reasons, or on an impossible day.

    Refused too: to examine on its merits what came late, unless the term was restored for a reason.
    """
    if outcome not in OUTCOMES[facts.kind]:
        raise RefusedError("appeal.foreign_outcome", at="outcome", outcome=outcome, kind=facts.kind)
    if not facts.in_time and not facts.late_reason.strip() and outcome is not AppealOutcome.NOT_EXAMINED:
        raise RefusedError("appeal.late", at="outcome", day=facts.received_on, until=facts.term_until)
    if not reasons.strip():
        raise RefusedError("appeal.no_reasons", at="reasons")
    if not facts.received_on <= on <= today:
        raise RefusedError("appeal.outcome_day", at="on", received=facts.received_on, day=on)


def same_people(examiners: Iterable[str], judges: Iterable[str]) -> tuple[str, ...]:
    """Those who would examine what they themselves decided, in the order of the examiners."""
    known = {fold(name) for name in judges}
    return tuple(name for name in examiners if fold(name) in known)


def check_mark(before: int | None, after: int | None) -> None:
    """Refuses a lower mark: whoever appeals is never the worse for it."""
    if before is not None and (after is None or after < before):
        raise RefusedError("appeal.lower_mark", at="theory", before=before, after=after or 0)


def _against(facts: AppealFacts, act: AppealAct) -> tuple[Refusal, ...]:
    if act is AppealAct.GO_TO_COURT:
        return () if facts.state is AppealState.DECIDED else (refusal("appeal.not_decided", number=facts.number),)
    if facts.state in (AppealState.DECIDED, AppealState.WITHDRAWN):
        return (refusal("appeal.over", number=facts.number, state=facts.state),)
    if act in (AppealAct.SEND, AppealAct.DECIDE) and not facts.body.strip():
        return (refusal("appeal.nobody", at="body", number=facts.number),)
    if act is AppealAct.SEND and facts.state is AppealState.SENT:
        return (refusal("appeal.sent_already", number=facts.number),)
    if act in (AppealAct.SEND, AppealAct.DECIDE) and facts.judged_before:
        return (refusal("appeal.same_people", at="commission_id", names=facts.judged_before),)
    return ()
