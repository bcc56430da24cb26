"""Evidence: what carries an outcome, and what has grown too old."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.sufficiency import LinkFacts, age_years, coverage, is_stale, support
from commission_app.rules.vocabulary.evidence import Judgement

YES, PARTLY, NO, NOT_JUDGED = Judgement.YES, Judgement.PARTLY, Judgement.NO, Judgement.NOT_JUDGED
TODAY = date(2026, 11, 20)
GOOD = LinkFacts("P1", "1.1", YES, YES, YES, YES, evidence_date=date(2025, 5, 1))
LINKS = st.lists(
    st.builds(
        LinkFacts,
        st.sampled_from(["P1", "P2", "P3"]),
        st.sampled_from(["1.1", "1.2", "2.1"]),
        st.sampled_from(Judgement),
        st.sampled_from(Judgement),
        st.sampled_from(Judgement),
        st.sampled_from(Judgement),
        st.integers(0, 3),
        st.one_of(st.none(), st.dates(date(2010, 1, 1), TODAY)),
    ),
    max_size=8,
)


@pytest.mark.parametrize(
    ("links", "supported", "why"),
    [
        ([], False, "evidence.none"),
        ([GOOD], True, "evidence.sufficient"),
        ([replace(GOOD, valid=PARTLY)], True, "evidence.sufficient"),
        ([replace(GOOD, valid=NO)], False, "evidence.unsound"),
        ([replace(GOOD, authentic=NO)], False, "evidence.unsound"),
        ([replace(GOOD, current=NO)], False, "evidence.out_of_date"),
        ([replace(GOOD, sufficient=NO)], False, "evidence.not_sufficient"),
        ([replace(GOOD, sufficient=NOT_JUDGED)], False, "evidence.not_judged"),
        ([replace(GOOD, sufficient=PARTLY)], False, "evidence.partial"),
        ([replace(GOOD, sufficient=PARTLY)] * 2, False, "evidence.partial"),
        (
            [replace(GOOD, sufficient=PARTLY), replace(GOOD, evidence_uid="P2", sufficient=PARTLY)],
            True,
            "evidence.together",
        ),
        ([replace(GOOD, evidence_uid=uid, sufficient=PARTLY) for uid in "ABC"], True, "evidence.together"),
        ([replace(GOOD, weight=0)], False, "evidence.none"),
        ([replace(GOOD, current=NOT_JUDGED, evidence_date=date(2015, 1, 1))], False, "evidence.out_of_date"),
        ([replace(GOOD, current=YES, evidence_date=date(2015, 1, 1))], True, "evidence.sufficient"),
        ([replace(GOOD, current=NOT_JUDGED, evidence_date=None)], True, "evidence.sufficient"),
    ],
)
def test_what_carries_an_outcome(links: list[LinkFacts], supported: bool, why: str) -> None:
    found = support(links, 5, TODAY)
    assert (found.supported, found.why.reason) == (supported, why)


@given(LINKS, LINKS)
def test_more_evidence_never_takes_support_away(links: list[LinkFacts], more: list[LinkFacts]) -> None:
    if support(links, 5, TODAY).supported:
        assert support([*links, *more], 5, TODAY).supported


@given(LINKS)
def test_a_longer_limit_never_takes_support_away(links: list[LinkFacts]) -> None:
    if support(links, 3, TODAY).supported:
        assert support(links, 5, TODAY).supported
        assert support(links, None, TODAY).supported


@given(LINKS, st.lists(st.sampled_from(["1.1", "1.2", "2.1", "3.1"]), max_size=5))
def test_the_count_always_equals_the_list(links: list[LinkFacts], codes: list[str]) -> None:
    found = coverage(codes, links, 5, TODAY)
    assert found.total == len(set(codes)) == found.supported + len(found.without)
    assert (found.percent == 100) == (found.total > 0 and not found.without)
    assert found == coverage(codes, list(reversed(links)), 5, TODAY)


def test_the_percent_is_rounded_down() -> None:
    codes = [str(n) for n in range(62)]
    links = [replace(GOOD, outcome_code=code) for code in codes[:54]]
    assert (coverage(codes, links, 5, TODAY).supported, coverage(codes, links, 5, TODAY).percent) == (54, 87)


def test_old_items_are_named_once() -> None:
    old = replace(GOOD, current=NOT_JUDGED, evidence_date=date(2012, 1, 1))
    found = coverage(["1.1", "1.2"], [old, replace(old, outcome_code="1.2"), GOOD], 5, TODAY)
    assert found.stale == ("P1",)


@pytest.mark.parametrize(
    ("evidence", "age", "stale"),
    [
        (date(2021, 11, 20), 5, False),
        (date(2021, 11, 19), 5, True),
        (date(2021, 11, 21), 4, False),
        (date(2016, 2, 29), 10, True),
        (date(2027, 1, 1), 0, False),
    ],
)
def test_evidence_is_current_up_to_its_birthday(evidence: date, age: int, stale: bool) -> None:
    assert age_years(evidence, TODAY) == age
    assert is_stale(evidence, 5, TODAY) is stale


@given(st.dates(date(2000, 1, 1), TODAY), st.integers(0, 20), st.integers(1, 400))
def test_evidence_only_grows_older(evidence: date, limit: int, days: int) -> None:
    if is_stale(evidence, limit, TODAY):
        assert is_stale(evidence - timedelta(days=days), limit, TODAY)
        assert is_stale(evidence, limit, TODAY + timedelta(days=days))
