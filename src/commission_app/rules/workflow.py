"""The life of a case: which acts are lawful now, which comes next, and what stands against each."""

from dataclasses import dataclass

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Procedure, Step
from commission_app.rules.vocabulary.decision import DecisionVerdict

_ADMIT = (CaseAct.ADMIT, CaseState.RECEIVED, CaseState.ADMITTED, Step.DOCUMENTATION)
_CLOSE_PORTFOLIO = (CaseAct.CLOSE_PORTFOLIO, CaseState.ADMITTED, CaseState.DOCUMENTED, Step.ASSESSMENT)
_CLOSE_SCORING = (CaseAct.CLOSE_SCORING, CaseState.DOCUMENTED, CaseState.SCORED, Step.ASSESSMENT)
_REGISTER = (CaseAct.REGISTER_DECISION, CaseState.REFERRED, CaseState.DECIDED, Step.CERTIFICATION)
_ISSUE = (CaseAct.ISSUE_CERTIFICATE, CaseState.DECIDED, CaseState.CERTIFIED, Step.CERTIFICATION)

_Path = tuple[tuple[CaseAct, CaseState, CaseState, Step], ...]
_BY_SITTING: _Path = (
    _ADMIT,
    _CLOSE_PORTFOLIO,
    _CLOSE_SCORING,
    (CaseAct.REFER, CaseState.SCORED, CaseState.REFERRED, Step.CERTIFICATION),
    _REGISTER,
    _ISSUE,
)
# The vocational outcome is the protocol of an exam: entering the exam takes the place of the sitting.
_BY_EXAM: _Path = (
    _ADMIT,
    _CLOSE_PORTFOLIO,
    _CLOSE_SCORING,
    (CaseAct.ENTER_EXAM, CaseState.SCORED, CaseState.REFERRED, Step.ASSESSMENT),
    _REGISTER,
    _ISSUE,
)
_ORDER = (
    CaseState.RECEIVED,
    CaseState.ADMITTED,
    CaseState.DOCUMENTED,
    CaseState.SCORED,
    CaseState.REFERRED,
    CaseState.DECIDED,
    CaseState.CERTIFIED,
)
_UNDECIDED = frozenset(_ORDER[:5]) | {CaseState.POSTPONED}
_ASIDE = (CaseAct.SEND_BACK, CaseAct.WITHDRAW)
"""Acts that lead no case on: back to the applicant, or out."""
_OVER = frozenset({CaseState.WITHDRAWN, CaseState.CLOSED})
_AWARDS = frozenset({DecisionVerdict.FULL, DecisionVerdict.PARTIAL})


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the rules of the workflow need to know of a case."""

    procedure: Procedure
    step: Step
    state: CaseState
    missing: tuple[Refusal, ...] = ()
    unpaid: tuple[Refusal, ...] = ()
    undelegated: tuple[Refusal, ...] = ()
    units: int = 0
    evidence: int = 0
    links: int = 0
    no_document: bool = False
    unjudged: int = 0
    outcomes: int = 0
    agreed: int = 0
    unreasoned: int = 0
    has_commission: bool = False
    on_agenda: bool = False
    voted: bool = False
    decision_registered: bool = False
    verdict: DecisionVerdict | None = None
    exam_entered: bool = False
    exam_passed: bool | None = None
    certificate_issued: bool = False


@dataclass(frozen=True, slots=True)
class ActStanding:
    """One act upon a case and what stands against it now; nothing against it means it is lawful."""

    act: CaseAct
    refusals: tuple[Refusal, ...] = ()

    @property
    def lawful(self) -> bool:
        """Whether the act may be done now."""
        return not self.refusals


def standings(facts: CaseFacts) -> tuple[ActStanding, ...]:
    """Every act of the case's procedure in the order of its life, with the refusals that stand against it."""
    acts = [act for act, *_ in _path(facts.procedure)]
    aside: tuple[CaseAct, ...] = _ASIDE
    if facts.state is CaseState.WITHDRAWN:
        aside = (*_ASIDE, CaseAct.TAKE_UP_AGAIN)
    elif _failed(facts):
        aside = (*_ASIDE, CaseAct.REPEAT_EXAM)
    elif takes_questions(facts.state):
        aside = (CaseAct.ASK_MORE, *_ASIDE)
    return tuple(ActStanding(act, _against(facts, act)) for act in (*acts, *aside))


def next_act(facts: CaseFacts) -> CaseAct | None:
    """The act that leads the case on from where it stands, lawful yet or not; none when its life is over."""
    state = _standing_state(facts.state)
    return next((act for act, before, *_ in _path(facts.procedure) if before is state), None)


def require(facts: CaseFacts, act: CaseAct) -> None:
    """Refuses an act with the first thing that stands against it."""
    for standing in standings(facts):
        if standing.act is act:
            if standing.refusals:
                raise RefusedError.of(standing.refusals[0])
            return
    raise RefusedError("case.foreign_act", act=act, procedure=facts.procedure)


def moved(act: CaseAct, procedure: Procedure) -> tuple[Step, CaseState]:
    """The step and state an act brings a case to."""
    if act is CaseAct.WITHDRAW:
        return Step.CERTIFICATION, CaseState.WITHDRAWN
    if act in (CaseAct.SEND_BACK, CaseAct.ASK_MORE):
        return Step.DOCUMENTATION, CaseState.ADMITTED
    if act is CaseAct.REPEAT_EXAM:
        return Step.ASSESSMENT, CaseState.SCORED
    for known, _, after, step in _path(procedure):
        if known is act:
            return step, after
    raise RefusedError("case.foreign_act", act=act, procedure=procedure)


def takes_evidence(state: CaseState) -> bool:
    """Whether the portfolio is still gathered."""
    return state in (CaseState.RECEIVED, CaseState.ADMITTED)


def takes_questions(state: CaseState) -> bool:
    """Whether the commission may ask the applicant for more: it is assessed, undecided and stands on no agenda."""
    return _standing_state(state) is CaseState.SCORED


def is_open(state: CaseState) -> bool:
    """Whether the commission still owes the applicant a decision."""
    return state in _UNDECIDED


def _path(procedure: Procedure) -> _Path:
    return _BY_EXAM if procedure is Procedure.VOCATIONAL else _BY_SITTING


def _failed(facts: CaseFacts) -> bool:
    """Whether an exam was held and not passed: then, and only then, it can be sat again."""
    return facts.procedure is Procedure.VOCATIONAL and facts.state is CaseState.DECIDED and facts.exam_passed is False


def _standing_state(state: CaseState) -> CaseState:
    """A postponed case stands where it stood before it was referred."""
    return CaseState.SCORED if state is CaseState.POSTPONED else state


def _against(facts: CaseFacts, act: CaseAct) -> tuple[Refusal, ...]:
    if act in (CaseAct.TAKE_UP_AGAIN, CaseAct.REPEAT_EXAM, CaseAct.ASK_MORE):
        return ()  # offered only where somebody stepped back, an exam was not passed, or the assessment is closed
    if facts.state in _OVER:
        return (refusal("case.over", state=facts.state),)
    if act is CaseAct.WITHDRAW:
        return () if is_open(facts.state) else (refusal("case.decided_already"),)
    if act is CaseAct.SEND_BACK:
        return _against_sending_back(facts)
    before = next(before for known, before, *_ in _path(facts.procedure) if known is act)
    standing = _standing_state(facts.state)
    if _ORDER.index(standing) > _ORDER.index(before):
        return (refusal("case.done_already", act=act),)
    if standing is not before:
        return (refusal("case.first", act=next_act(facts)),)
    return _IN_ITS_STATE[act](facts)


def _against_admitting(facts: CaseFacts) -> tuple[Refusal, ...]:
    return facts.missing + facts.unpaid + facts.undelegated


def _against_sending_back(facts: CaseFacts) -> tuple[Refusal, ...]:
    standing = _standing_state(facts.state)
    if standing is CaseState.DOCUMENTED:
        return ()
    early = _ORDER.index(standing) < _ORDER.index(CaseState.DOCUMENTED)
    return (refusal("submission.none"),) if early else (refusal("submission.assessed"),)


def _against_closing_portfolio(facts: CaseFacts) -> tuple[Refusal, ...]:
    found = []
    if not facts.units:
        found.append(refusal("case.no_units"))
    if not facts.evidence and not facts.no_document:
        found.append(refusal("case.no_evidence"))
    elif facts.evidence and not facts.links:
        found.append(refusal("case.no_links"))
    return tuple(found)


def _against_closing_scoring(facts: CaseFacts) -> tuple[Refusal, ...]:
    if facts.procedure is Procedure.VOCATIONAL and not facts.agreed:
        return ()  # documents are only held against the standard, the exam measures
    found = []
    if not facts.outcomes:
        found.append(refusal("scoring.no_outcomes"))
    if facts.unjudged:
        found.append(refusal("scoring.unjudged", count=facts.unjudged))
    if facts.agreed < facts.outcomes:
        found.append(refusal("scoring.not_agreed", agreed=facts.agreed, outcomes=facts.outcomes))
    if facts.unreasoned:
        found.append(refusal("scoring.unreasoned", count=facts.unreasoned))
    return tuple(found)


def _against_referring(facts: CaseFacts) -> tuple[Refusal, ...]:
    return (() if facts.has_commission else (refusal("case.no_commission"),)) + facts.unpaid


def _against_entering(facts: CaseFacts) -> tuple[Refusal, ...]:
    return _against_referring(facts) + facts.undelegated


def _against_registering(facts: CaseFacts) -> tuple[Refusal, ...]:
    if facts.decision_registered:
        return (refusal("case.done_already", act=CaseAct.REGISTER_DECISION),)
    if facts.procedure is Procedure.VOCATIONAL:
        if not facts.exam_entered:
            return (refusal("exam.not_entered"),)
        return (refusal("exam.no_result"),) if facts.exam_passed is None else ()
    if not facts.on_agenda:
        return (refusal("case.not_on_agenda"),)
    return () if facts.voted else (refusal("case.not_voted"),)


def _against_issuing(facts: CaseFacts) -> tuple[Refusal, ...]:
    if not facts.decision_registered:
        return (refusal("case.decision_not_registered"),)
    if facts.certificate_issued:
        return (refusal("case.done_already", act=CaseAct.ISSUE_CERTIFICATE),)
    if facts.procedure is Procedure.VOCATIONAL:
        return facts.unpaid if facts.exam_passed else (refusal("exam.not_passed"),)
    if facts.verdict is not None and facts.verdict not in _AWARDS:
        return (refusal("case.nothing_recognised", verdict=facts.verdict),)
    return facts.unpaid


_IN_ITS_STATE = {
    CaseAct.ADMIT: _against_admitting,
    CaseAct.CLOSE_PORTFOLIO: _against_closing_portfolio,
    CaseAct.CLOSE_SCORING: _against_closing_scoring,
    CaseAct.REFER: _against_referring,
    CaseAct.ENTER_EXAM: _against_entering,
    CaseAct.REGISTER_DECISION: _against_registering,
    CaseAct.ISSUE_CERTIFICATE: _against_issuing,
}
