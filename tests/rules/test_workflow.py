"""The life of a case from intake to certificate."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError, refusal
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Procedure, Step
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.workflow import CaseFacts, is_open, moved, next_act, require, standings

HE, VET = Procedure.HIGHER_EDUCATION, Procedure.VOCATIONAL
READY = CaseFacts(
    HE,
    Step.IDENTIFICATION,
    CaseState.RECEIVED,
    units=2,
    evidence=3,
    links=4,
    outcomes=6,
    agreed=6,
    has_commission=True,
    on_agenda=True,
    voted=True,
    decision_registered=False,
    verdict=DecisionVerdict.PARTIAL,
    exam_entered=True,
    exam_passed=True,
)
COUNTS = st.integers(0, 3)
ANY_CASE = st.builds(
    CaseFacts,
    st.sampled_from(Procedure),
    st.sampled_from(Step),
    st.sampled_from(CaseState),
    missing=st.sampled_from([(), (refusal("application.no_surname", at="surname"),)]),
    units=COUNTS,
    evidence=COUNTS,
    links=COUNTS,
    unjudged=COUNTS,
    outcomes=COUNTS,
    agreed=COUNTS,
    unreasoned=COUNTS,
    has_commission=st.booleans(),
    on_agenda=st.booleans(),
    voted=st.booleans(),
    decision_registered=st.booleans(),
    verdict=st.one_of(st.none(), st.sampled_from(DecisionVerdict)),
    exam_entered=st.booleans(),
    exam_passed=st.one_of(st.none(), st.booleans()),
    certificate_issued=st.booleans(),
)


def walk(facts: CaseFacts) -> list[tuple[CaseAct, Step, CaseState]]:
    """Does every next act in turn, as the office would."""
    done = []
    while (act := next_act(facts)) is not None:
        require(facts, act)
        step, state = moved(act, facts.procedure)
        registered = facts.decision_registered or act is CaseAct.REGISTER_DECISION
        facts = replace(facts, step=step, state=state, decision_registered=registered)
        done.append((act, step, state))
    return done


def test_a_study_programme_case_goes_through_a_sitting() -> None:
    assert walk(READY) == [
        (CaseAct.ADMIT, Step.DOCUMENTATION, CaseState.ADMITTED),
        (CaseAct.CLOSE_PORTFOLIO, Step.ASSESSMENT, CaseState.DOCUMENTED),
        (CaseAct.CLOSE_SCORING, Step.ASSESSMENT, CaseState.SCORED),
        (CaseAct.REFER, Step.CERTIFICATION, CaseState.REFERRED),
        (CaseAct.REGISTER_DECISION, Step.CERTIFICATION, CaseState.DECIDED),
        (CaseAct.ISSUE_CERTIFICATE, Step.CERTIFICATION, CaseState.CERTIFIED),
    ]


def test_a_vocational_case_goes_through_an_exam_and_never_a_sitting() -> None:
    facts = replace(READY, procedure=VET, on_agenda=False, voted=False, agreed=0)
    acts = [act for act, *_ in walk(facts)]
    assert acts == [
        CaseAct.ADMIT,
        CaseAct.CLOSE_PORTFOLIO,
        CaseAct.CLOSE_SCORING,
        CaseAct.ENTER_EXAM,
        CaseAct.REGISTER_DECISION,
        CaseAct.ISSUE_CERTIFICATE,
    ]
    with pytest.raises(RefusedError, match=r"case\.foreign_act"):
        require(facts, CaseAct.REFER)


@pytest.mark.parametrize(
    ("state", "act", "change", "reason"),
    [
        (CaseState.RECEIVED, CaseAct.ADMIT, {"missing": (refusal("application.no_target"),)}, "application.no_target"),
        (CaseState.ADMITTED, CaseAct.CLOSE_PORTFOLIO, {"units": 0}, "case.no_units"),
        (CaseState.ADMITTED, CaseAct.CLOSE_PORTFOLIO, {"evidence": 0, "links": 0}, "case.no_evidence"),
        (CaseState.ADMITTED, CaseAct.CLOSE_PORTFOLIO, {"links": 0}, "case.no_links"),
        (CaseState.DOCUMENTED, CaseAct.CLOSE_SCORING, {"outcomes": 0, "agreed": 0}, "scoring.no_outcomes"),
        (CaseState.DOCUMENTED, CaseAct.CLOSE_SCORING, {"agreed": 5}, "scoring.not_agreed"),
        (CaseState.DOCUMENTED, CaseAct.CLOSE_SCORING, {"unjudged": 1}, "scoring.unjudged"),
        (CaseState.DOCUMENTED, CaseAct.CLOSE_SCORING, {"unreasoned": 1}, "scoring.unreasoned"),
        (CaseState.SCORED, CaseAct.REFER, {"has_commission": False}, "case.no_commission"),
        (CaseState.REFERRED, CaseAct.REGISTER_DECISION, {"on_agenda": False}, "case.not_on_agenda"),
        (CaseState.REFERRED, CaseAct.REGISTER_DECISION, {"voted": False}, "case.not_voted"),
        (CaseState.DECIDED, CaseAct.ISSUE_CERTIFICATE, {}, "case.decision_not_registered"),
        (CaseState.DOCUMENTED, CaseAct.ADMIT, {}, "case.done_already"),
        (CaseState.RECEIVED, CaseAct.REFER, {}, "case.first"),
        (CaseState.DECIDED, CaseAct.WITHDRAW, {}, "case.decided_already"),
        (CaseState.WITHDRAWN, CaseAct.ADMIT, {}, "case.over"),
    ],
)
def test_what_stands_against_an_act(state: CaseState, act: CaseAct, change: dict[str, object], reason: str) -> None:
    facts = replace(READY, state=state, **change)
    with pytest.raises(RefusedError) as refused:
        require(facts, act)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("state", "act", "change", "reason"),
    [
        (CaseState.SCORED, CaseAct.ENTER_EXAM, {"has_commission": False}, "case.no_commission"),
        (CaseState.REFERRED, CaseAct.REGISTER_DECISION, {"exam_entered": False}, "exam.not_entered"),
        (CaseState.REFERRED, CaseAct.REGISTER_DECISION, {"exam_passed": None}, "exam.no_result"),
        (
            CaseState.DECIDED,
            CaseAct.ISSUE_CERTIFICATE,
            {"decision_registered": True, "exam_passed": False},
            "exam.not_passed",
        ),
        (CaseState.DOCUMENTED, CaseAct.CLOSE_SCORING, {"agreed": 5}, "scoring.not_agreed"),
    ],
)
def test_what_stands_against_a_vocational_act(
    state: CaseState, act: CaseAct, change: dict[str, object], reason: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        require(replace(READY, procedure=VET, state=state, **change), act)
    assert refused.value.reason == reason


@pytest.mark.parametrize("verdict", [DecisionVerdict.REFUSED, DecisionVerdict.TEST, DecisionVerdict.MORE_INFORMATION])
def test_nothing_is_certified_where_nothing_was_recognised(verdict: DecisionVerdict) -> None:
    facts = replace(READY, state=CaseState.DECIDED, decision_registered=True, verdict=verdict)
    with pytest.raises(RefusedError, match=r"case\.nothing_recognised"):
        require(facts, CaseAct.ISSUE_CERTIFICATE)


def test_an_act_too_early_names_the_one_to_do_first() -> None:
    with pytest.raises(RefusedError) as refused:
        require(READY, CaseAct.REGISTER_DECISION)
    assert refused.value.refusal.facts["act"] is CaseAct.ADMIT


def test_a_postponed_case_is_referred_again() -> None:
    postponed = replace(READY, state=CaseState.POSTPONED)
    assert next_act(postponed) is CaseAct.REFER
    require(postponed, CaseAct.REFER)
    require(postponed, CaseAct.WITHDRAW)


def test_all_that_is_missing_is_named_at_once() -> None:
    facts = replace(READY, state=CaseState.ADMITTED, units=0, evidence=0, links=0)
    standing = next(one for one in standings(facts) if one.act is CaseAct.CLOSE_PORTFOLIO)
    assert [what.reason for what in standing.refusals] == ["case.no_units", "case.no_evidence"]


@given(ANY_CASE)
def test_at_most_one_act_leads_on_and_a_withdrawal_stands_open_until_the_decision(facts: CaseFacts) -> None:
    aside = (CaseAct.ASK_MORE, CaseAct.SEND_BACK, CaseAct.WITHDRAW, CaseAct.TAKE_UP_AGAIN, CaseAct.REPEAT_EXAM)
    lawful = [one.act for one in standings(facts) if one.lawful and one.act not in aside]
    assert lawful in ([], [next_act(facts)])
    withdrawal = next(one for one in standings(facts) if one.act is CaseAct.WITHDRAW)
    assert withdrawal.lawful == is_open(facts.state)


@given(ANY_CASE)
def test_buttons_and_acts_obey_the_same_rule(facts: CaseFacts) -> None:
    for standing in standings(facts):
        if standing.lawful:
            require(facts, standing.act)
        else:
            with pytest.raises(RefusedError) as refused:
                require(facts, standing.act)
            assert refused.value.refusal == standing.refusals[0]


@given(ANY_CASE)
def test_every_act_leads_forward(facts: CaseFacts) -> None:
    act = next_act(facts)
    if act is None:
        assert facts.state in {CaseState.CERTIFIED, CaseState.WITHDRAWN, CaseState.CLOSED}
        return
    _, state = moved(act, facts.procedure)
    assert next_act(replace(facts, state=state)) is not act


def test_a_withdrawn_case_is_over() -> None:
    _, state = moved(CaseAct.WITHDRAW, HE)
    assert next_act(replace(READY, state=state)) is None
    with pytest.raises(RefusedError, match=r"case\.foreign_act"):
        moved(CaseAct.REFER, VET)


@given(ANY_CASE)
def test_only_a_portfolio_under_assessment_is_sent_back(facts: CaseFacts) -> None:
    standing = next(one for one in standings(facts) if one.act is CaseAct.SEND_BACK)
    assert standing.lawful is (facts.state is CaseState.DOCUMENTED)
    assert moved(CaseAct.SEND_BACK, facts.procedure) == (Step.DOCUMENTATION, CaseState.ADMITTED)


@pytest.mark.parametrize(
    ("act", "state", "procedure", "registered"),
    [
        (CaseAct.ADMIT, CaseState.RECEIVED, HE, False),
        (CaseAct.REFER, CaseState.SCORED, HE, False),
        (CaseAct.ENTER_EXAM, CaseState.SCORED, VET, False),
        (CaseAct.ISSUE_CERTIFICATE, CaseState.DECIDED, HE, True),
        (CaseAct.ISSUE_CERTIFICATE, CaseState.DECIDED, VET, True),
    ],
)
def test_an_unpaid_fee_that_stops_stands_against_every_act_that_costs(
    act: CaseAct, state: CaseState, procedure: Procedure, registered: bool
) -> None:
    facts = replace(READY, procedure=procedure, state=state, decision_registered=registered)
    require(facts, act)
    with pytest.raises(RefusedError) as refused:
        require(replace(facts, unpaid=(refusal("fee.not_paid"),)), act)
    assert refused.value.reason == "fee.not_paid"
