"""Decisions on the course of a case: when its term may be extended, when it is left unexamined or closed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.decision import DecisionState, ProceduralKind
from commission_app.rules.workflow import is_open


class ProceduralAct(StrEnum):
    """What can be done with such a decision."""

    EDIT = "edit"
    SIGN = "sign"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """The case as these rules see it; `drafted` is the number of a draft that waits for its signature."""

    case: CaseState
    number: str
    received_on: date
    deadline: date
    drafted: str = ""


@dataclass(frozen=True, slots=True)
class ProceduralStanding:
    """One act and what stands against it now."""

    act: ProceduralAct
    refusals: tuple[Refusal, ...] = ()


def against_drafting(facts: CourseFacts, kind: ProceduralKind) -> tuple[Refusal, ...]:
    """What stands against a new decision on the course of a case."""
    if not takes(kind, facts.case):
        return (refusal("procedural.case_over", number=facts.number, state=facts.case),)
    return (refusal("procedural.drafted", number=facts.drafted),) if facts.drafted else ()


def takes(kind: ProceduralKind, state: CaseState) -> bool:
    """Whether a case in this state can be decided upon so; one withdrawn by the applicant can still be closed."""
    return is_open(state) or (kind is ProceduralKind.CLOSED and state is CaseState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class ProceduralState:
    """Such a decision as these rules see it, with the case it is about."""

    kind: ProceduralKind
    number: str
    state: DecisionState
    case: CaseState
    case_number: str


def check_form(
    facts: CourseFacts, kind: ProceduralKind, decided_on: date, until: date | None, reasons: str, today: date
) -> None:
    """Refuses a decision without reasons, on an impossible day, or an extension that extends nothing."""
    if not facts.received_on <= decided_on <= today:
        raise RefusedError("procedural.day", at="decided_on", day=decided_on, received=facts.received_on)
    if kind is ProceduralKind.EXTENSION and (until is None or until <= facts.deadline):
        raise RefusedError("procedural.until", at="until", deadline=facts.deadline)
    if not reasons.strip():
        raise RefusedError("procedural.no_reasons", at="reasons", kind=kind)


def standings(facts: ProceduralState) -> tuple[ProceduralStanding, ...]:
    """Every act upon a decision on the course of a case, with what stands against it now."""
    return tuple(ProceduralStanding(act, _against(facts, act)) for act in ProceduralAct)


def require(facts: ProceduralState, act: ProceduralAct) -> None:
    """Refuses an act with what stands against it."""
    if against := _against(facts, act):
        raise RefusedError.of(against[0])


def _against(facts: ProceduralState, act: ProceduralAct) -> tuple[Refusal, ...]:
    if facts.state is not DecisionState.DRAFT:
        return (refusal("procedural.signed", number=facts.number),)
    if act is ProceduralAct.SIGN and not takes(facts.kind, facts.case):
        return (refusal("procedural.case_over", number=facts.case_number, state=facts.case),)
    return ()
