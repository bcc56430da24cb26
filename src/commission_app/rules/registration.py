"""The life of a decision: edited, signed, registered; made final, corrected, replaced or repealed afterwards."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict, Publication, RefusalGround

_AFTER = frozenset({CaseState.DECIDED, CaseState.CERTIFIED})
"""Where a case stands while its decision is in force and nobody has taken it up again."""
_BETWEEN = frozenset({CaseState.ADMITTED, CaseState.DOCUMENTED, CaseState.SCORED, CaseState.POSTPONED})
"""Where a case taken up again stands while it is on no agenda."""


class DecisionAct(StrEnum):
    """What can be done with a decision."""

    EDIT = "edit"
    SIGN = "sign"
    REGISTER = "register"
    ISSUE = "issue"
    CONDITION = "condition"
    MAKE_FINAL = "make_final"
    LAPSE = "lapse"
    CORRECT_SLIP = "correct_slip"
    REOPEN = "reopen"
    LET_STAND = "let_stand"
    REPEAL = "repeal"


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """A decision as the rules see it; `paid_elsewhere` are units recognised meanwhile, `newer` a decision after it."""

    state: DecisionState
    verdict: DecisionVerdict
    reasons: str
    ground: RefusalGround | None
    decided_on: date
    signed_on: date | None
    paid_elsewhere: tuple[str, ...] = ()
    number: str = ""
    case: CaseState | None = None
    case_number: str = ""
    newer: str = ""
    condition: str = ""
    condition_until: date | None = None
    final_on: date | None = None

    @property
    def provisional(self) -> bool:
        """Whether the decision rests on a condition that nobody has found fulfilled yet."""
        return bool(self.condition) and self.final_on is None


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


def check_day(facts: DraftFacts, day: date, today: date, field: str) -> None:
    """Refuses a day before the decision was made, or in the future."""
    if not facts.decided_on <= day <= today:
        raise RefusedError("decision.later_day", at=field, decided=facts.decided_on, day=day)


def check_condition(facts: DraftFacts, condition: str, until: date | None) -> None:
    """Refuses a condition without a day by which it is to be met, or with a day before the decision."""
    if condition and until is None:
        raise RefusedError("decision.condition_undated", at="condition_until")
    if condition and until is not None and until < facts.decided_on:
        raise RefusedError("decision.condition_past", at="condition_until", until=until, decided=facts.decided_on)


def check_reasons(facts: DraftFacts) -> None:
    """Refuses to leave a decision without the reasons it needs."""
    if lacks := _lacks(facts):
        raise RefusedError.of(lacks[0])


def check_slip(was: str, becomes: str) -> None:
    """Refuses a correction of a slip that corrects nothing."""
    if not was.strip():
        raise RefusedError("decision.slip_was", at="was")
    if not becomes.strip() or was.strip() == becomes.strip():
        raise RefusedError("decision.slip_becomes", at="becomes")


def publication(facts: DraftFacts, *, sent: bool, notified: bool) -> Publication:
    """How far a decision is on its way: it is published once it is signed and has reached the applicant."""
    if facts.state in (DecisionState.REPLACED, DecisionState.REPEALED):
        return Publication.OVER
    if facts.state is DecisionState.DRAFT:
        return Publication.DRAFT
    if facts.signed_on is None:
        return Publication.UNSIGNED
    if notified:
        return Publication.NOTIFIED
    return Publication.SENT if sent else Publication.UNSENT


def _over(facts: DraftFacts) -> tuple[Refusal, ...]:
    """What stands against every act upon a decision that is no longer in force."""
    if facts.state is DecisionState.REPEALED:
        return (refusal("decision.repealed", number=facts.number),)
    if facts.state is DecisionState.REPLACED:
        return (refusal("decision.replaced", number=facts.number, newer=facts.newer),)
    return ()


def _in_force(facts: DraftFacts) -> tuple[Refusal, ...]:
    """What stands against an act upon a decision that must be registered and in force."""
    return _over(facts) or ((refusal("decision.not_registered"),) if facts.state is DecisionState.DRAFT else ())


def _against_editing(facts: DraftFacts) -> tuple[Refusal, ...]:
    """A slip found before the signature is simply mended, after the registration too; the history keeps both."""
    return _over(facts) or ((refusal("decision.signed", day=facts.signed_on),) if facts.signed_on else ())


def _against_signing(facts: DraftFacts) -> tuple[Refusal, ...]:
    return _over(facts) or ((refusal("decision.signed", day=facts.signed_on),) if facts.signed_on else _lacks(facts))


def _against_registering(facts: DraftFacts) -> tuple[Refusal, ...]:
    if facts.state is DecisionState.REGISTERED:
        return (refusal("decision.registered"),)
    return _over(facts) or _lacks(facts)


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
    """Letters, certificates and the contest term begin only after signature, certificates once nothing is pending."""
    if against := _in_force(facts):
        return against
    if facts.provisional:
        return (refusal("decision.provisional", number=facts.number, until=facts.condition_until),)
    return () if facts.signed_on else (refusal("decision.not_signed"),)


def _against_condition(facts: DraftFacts) -> tuple[Refusal, ...]:
    """A condition is a part of what the commission decides: it is written down before the signature."""
    return _against_editing(facts)


def _against_making_final(facts: DraftFacts) -> tuple[Refusal, ...]:
    if against := _in_force(facts):
        return against
    if not facts.condition:
        return (refusal("decision.no_condition", number=facts.number),)
    return (refusal("decision.final", number=facts.number, day=facts.final_on),) if facts.final_on else ()


def _against_slip(facts: DraftFacts) -> tuple[Refusal, ...]:
    if against := _in_force(facts):
        return against
    return () if facts.signed_on else (refusal("decision.edit_instead"),)


def _against_reopening(facts: DraftFacts) -> tuple[Refusal, ...]:
    if facts.newer:
        return (refusal("decision.replaced", number=facts.number, newer=facts.newer),)
    if facts.state is DecisionState.DRAFT:
        return (refusal("decision.not_registered"),)
    standing = facts.case in _AFTER or (facts.state is DecisionState.REPEALED and facts.case is CaseState.CLOSED)
    return () if standing else (refusal("decision.reopened", number=facts.case_number),)


def _against_standing(facts: DraftFacts) -> tuple[Refusal, ...]:
    if against := _in_force(facts):
        return against
    if facts.case in _AFTER or facts.newer:
        return (refusal("decision.not_reopened", number=facts.case_number),)
    return () if facts.case in _BETWEEN else (refusal("decision.on_agenda", number=facts.case_number),)


_AGAINST = {
    DecisionAct.EDIT: _against_editing,
    DecisionAct.SIGN: _against_signing,
    DecisionAct.REGISTER: _against_registering,
    DecisionAct.ISSUE: _against_issuing,
    DecisionAct.CONDITION: _against_condition,
    DecisionAct.MAKE_FINAL: _against_making_final,
    DecisionAct.LAPSE: _against_making_final,
    DecisionAct.CORRECT_SLIP: _against_slip,
    DecisionAct.REOPEN: _against_reopening,
    DecisionAct.LET_STAND: _against_standing,
    DecisionAct.REPEAL: _in_force,
}
