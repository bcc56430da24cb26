"""Suppositions: what is supposed counts, what stands stays, and support that is lost is said to be lost."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules import fees
from commission_app.rules.aggregation import Aggregation
from commission_app.rules.credits import AwardInput, OutcomeInput, compute
from commission_app.rules.fees import FeeFacts
from commission_app.rules.price_lists import PriceFacts
from commission_app.rules.quantities import Credits
from commission_app.rules.sufficiency import LinkFacts
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.evidence import Judgement
from commission_app.rules.vocabulary.fee import CreditsFrom, PriceKind
from commission_app.rules.vocabulary.scoring import AggregationKind, OutcomeResult, UnitVerdict
from commission_app.rules.what_if import Basis, EvidenceFacts, Supposition, lowered, raised, suppose
from tests.rules.test_credits import ECTS, MET, NOT_MET, PARTLY, PROGRAMME, TO_TEST, asked, unit
from tests.rules.test_credits_studies import studied


def item(uid: str, *outcomes: str, active: bool = True, sufficient: Judgement = Judgement.YES) -> EvidenceFacts:
    return EvidenceFacts(uid, uid, active, tuple(LinkFacts(uid, one, sufficient=sufficient) for one in outcomes))


def total(basis: Basis, supposition: Supposition) -> Credits:
    return suppose(basis, supposition).award.total


def test_an_outcome_raised_or_lowered_moves_the_credits_and_the_remaining_study() -> None:
    basis = Basis(asked(unit("A"), unit("B"), results="+++++-", programme_credits=PROGRAMME))
    assert total(basis, Supposition()) == Credits.of(6, ECTS)
    better = suppose(basis, Supposition(results={"B.3": MET})).award
    assert (better.total, better.remaining) == (Credits.of(12, ECTS), Credits.of(108, ECTS))
    assert total(basis, Supposition(results={"A.1": NOT_MET})) == Credits.zero(ECTS)


def test_the_steps_of_a_result_end_at_met_and_at_not_met() -> None:
    assert [raised(one) for one in (NOT_MET, PARTLY, MET, TO_TEST, None)] == [PARTLY, MET, MET, MET, MET]
    assert [lowered(one) for one in (MET, PARTLY, NOT_MET, TO_TEST, None)] == [PARTLY, NOT_MET, NOT_MET] + [NOT_MET] * 2


def test_dropped_evidence_leaves_what_only_it_carried_without_support() -> None:
    evidence = (item("diploma", "A.1", "A.2"), item("portfolio", "A.2", "A.3"))
    basis = Basis(asked(unit("A"), results="+++"), evidence)
    found = suppose(basis, Supposition(turned=frozenset({"diploma"})))
    assert found.unsupported == {"A.1"}
    assert found.award.unit_lines[0].verdict is UnitVerdict.REFUSED
    # Two items that are each sufficient in part carry it together; without one of them nothing does.
    parts = tuple(item(name, "A.1", sufficient=Judgement.PARTLY) for name in ("x", "y"))
    both = Basis(asked(unit("A", outcomes=1), results="+"), parts)
    assert suppose(both, Supposition(turned=frozenset({"x"}))).unsupported == {"A.1"}


def test_what_nobody_judged_loses_its_support_with_its_last_piece_only() -> None:
    loose = tuple(item(name, "A.1", sufficient=Judgement.NOT_JUDGED) for name in ("x", "y"))
    basis = Basis(asked(unit("A", outcomes=1), results="+"), loose)
    assert suppose(basis, Supposition(turned=frozenset({"x"}))).unsupported == frozenset()
    assert suppose(basis, Supposition(turned=frozenset({"x", "y"}))).unsupported == {"A.1"}


def test_added_evidence_carries_what_nothing_carried_and_one_more_piece_a_whole_unit() -> None:
    basis = Basis(asked(unit("A"), results="++-"), (item("old", "A.3", "Z.9", active=False),))
    assert total(basis, Supposition(turned=frozenset({"old"}))) == Credits.of(6, ECTS)
    dropped = Basis(asked(unit("A"), results="+++"), (item("only", "A.1"),))
    both = Supposition(turned=frozenset({"only"}), carried=frozenset({"A"}))
    assert suppose(dropped, both).unsupported == frozenset()
    assert total(dropped, both) == Credits.of(6, ECTS)


def test_what_is_said_of_an_outcome_stands_above_its_evidence() -> None:
    basis = Basis(asked(unit("A", outcomes=1), results="+"), (item("only", "A.1"),))
    found = suppose(basis, Supposition(results={"A.1": MET}, turned=frozenset({"only"})))
    assert found.award.total == Credits.of(6, ECTS) and found.unsupported == frozenset()


def test_points_follow_the_result_supposed() -> None:
    rule = Aggregation(AggregationKind.POINTS, points_needed=6_000)
    outcomes = tuple(OutcomeInput(f"A.{n}", f"A.{n}", maximum=5_000) for n in (1, 2))
    one = replace(unit("A"), outcomes=outcomes, aggregation=rule)
    values = {"A.1": 4_000, "A.2": 1_000}
    basis = Basis(replace(asked(one, results="+-"), values=values))
    assert total(basis, Supposition()) == Credits.zero(ECTS)
    assert total(basis, Supposition(results={"A.2": PARTLY})) == Credits.of(6, ECTS), "two points of five in part"
    assert total(basis, Supposition(results={"A.2": MET})) == Credits.of(6, ECTS)
    assert total(basis, Supposition(results={"A.1": NOT_MET, "A.2": MET})) == Credits.zero(ECTS)


def test_only_a_price_for_what_is_recognised_follows_what_would_be_recognised() -> None:
    since, he = date(2020, 1, 1), Procedure.HIGHER_EDUCATION
    claimed = PriceFacts("Cenrādis", PriceKind.PER_CREDIT, he, since, None, None, "", 1_050)
    price = replace(claimed, credits_from=CreditsFrom.RECOGNISED)
    fee = FeeFacts(he, date(2026, 11, 20), 1, "", (price,), credits=12_000)
    basis = Basis(asked(unit("A"), unit("B"), results="+++++-"), fee=fee)
    sums = [suppose(basis, one).fee for one in (Supposition(), Supposition(results={"B.3": MET}))]
    assert [one.total for one in sums if one is not None] == [6_300, 12_600]
    asked_for = replace(basis, fee=replace(fee, lists=(claimed,)))
    both = [suppose(asked_for, one).fee for one in (Supposition(), Supposition(results={"B.3": MET}))]
    assert [one.total for one in both if one is not None] == [12_600] * 2 == [fees.fee(asked_for.fee).total] * 2  # type: ignore[arg-type]
    fixed = replace(basis, fee=replace(fee, typed_cents=5_000))
    assert [suppose(fixed, one).fee.total for one in (Supposition(), Supposition(results={"B.3": MET}))] == [5_000] * 2  # type: ignore[union-attr]


@given(studied())
def test_nothing_supposed_is_what_stands_and_a_course_less_never_gains(given_: AwardInput) -> None:
    basis = Basis(given_)
    assert suppose(basis, Supposition()).award == compute(given_)
    assert not Supposition()
    first = frozenset(study.key for study in given_.studies[:1])
    assert total(basis, Supposition(courses_off=first)).value <= total(basis, Supposition()).value


@given(studied(), st.data())
def test_a_better_result_supposed_never_lowers_the_units_own_verdict(given_: AwardInput, data: st.DataObject) -> None:
    plain = replace(given_, studies=())
    uids = [row.uid for one in plain.units for row in one.outcomes]
    if uids:
        uid = data.draw(st.sampled_from(uids))
        better = Supposition(results={uid: raised(plain.results.get(uid))})
        if plain.results.get(uid) is not OutcomeResult.MET:
            assert total(Basis(plain), better).value >= total(Basis(plain), Supposition()).value
