"""The life of a decision from draft to register: what may be edited, what registration asks for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict, RefusalGround


class DecisionAct(StrEnum):
    """What can be done with a decision."""

    EDIT = "edit"
    SIGN = "sign"
    REGISTER = "register"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """A decision as the rules see it; `paid_elsewhere` are units recognised meanwhile."""

    state: DecisionState
    verdict: DecisionVerdict
    reasons: str
    ground: RefusalGround | None
    decided_on: date
    signed_on: date | None
    paid_elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionStanding:
    """One act upon a decision and what stands against it now; nothing against it means it is lawful."""

    act: DecisionAct
    refusals: tuple[Refusal, ...] = ()

    @property
    def lawful(self) -> bool:
        """Whether the act may be done now."""
        return not self.refusals


def standings(facts: DraftFacts) -> tuple[DecisionStanding, ...]:
    """Every act upon a decision with the refusals that stand against it now."""
    return tuple(DecisionStanding(act, _AGAINST[act](facts)) for act in DecisionAct)


def require(facts: DraftFacts, act: DecisionAct) -> None:
    """Refuses an act with the first thing that stands against it."""
    against = _AGAINST[act](facts)
    if against:
        raise RefusedError.of(against[0])


def check_signing(facts: DraftFacts, signed_on: date, today: date) -> None:
    """Refuses a signature before the decision was made, or in the future."""
    if not facts.decided_on <= signed_on <= today:
        raise RefusedError("decision.signing_day", at="signed_on", decided=facts.decided_on, signed=signed_on)


def _against_editing(facts: DraftFacts) -> tuple[Refusal, ...]:
    if facts.state is DecisionState.REGISTERED:
        return (refusal("decision.registered"),)
    return (refusal("decision.signed", day=facts.signed_on),) if facts.signed_on else ()


def _against_signing(facts: DraftFacts) -> tuple[Refusal, ...]:
    return (refusal("decision.signed", day=facts.signed_on),) if facts.signed_on else _lacks(facts)


def _against_registering(facts: DraftFacts) -> tuple[Refusal, ...]:
    if facts.state is DecisionState.REGISTERED:
        return (refusal("decision.registered"),)
    return _lacks(facts)


def _lacks(facts: DraftFacts) -> tuple[Refusal, ...]:
    found = []
    if facts.verdict is not DecisionVerdict.FULL and not facts.reasons.strip():
        found.append(refusal("decision.no_reasons", at="reasons", verdict=facts.verdict))
    if facts.verdict is DecisionVerdict.REFUSED and facts.ground is None:
        found.append(refusal("decision.no_ground", at="refusal_ground"))
    if facts.paid_elsewhere:
        found.append(refusal("decision.paid_elsewhere", units=facts.paid_elsewhere))
    return tuple(found)


def _against_issuing(facts: DraftFacts) -> tuple[Refusal, ...]:
    """Letters, certificates and the contest term begin only after signature."""
    if facts.state is not DecisionState.REGISTERED:
        return (refusal("decision.not_registered"),)
    return () if facts.signed_on else (refusal("decision.not_signed"),)


_AGAINST = {
    DecisionAct.EDIT: _against_editing,
    DecisionAct.SIGN: _against_signing,
    DecisionAct.REGISTER: _against_registering,
    DecisionAct.ISSUE: _against_issuing,
}
