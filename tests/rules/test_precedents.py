"""What was decided before on the same evidence: counted, and said where a proposal departs from it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.precedents import Precedent, departure, practice
from commission_app.rules.vocabulary.scoring import UnitVerdict

FULL, PARTLY, REFUSED, TEST = (
    UnitVerdict.RECOGNISED,
    UnitVerdict.PARTLY,
    UnitVerdict.REFUSED,
    UnitVerdict.TEST,
)
DAY = date(2026, 1, 1)


def decided(*verdicts: UnitVerdict, subject: str = "kurss", unit: str = "U1") -> list[Precedent]:
    """One case after the other, a day apart."""
    return [
        Precedent(subject, unit, verdict, DAY + timedelta(days=n), f"2026/{n:03}") for n, verdict in enumerate(verdicts)
    ]


def test_seven_times_six_fully_once_in_part() -> None:
    (known,) = practice(decided(FULL, FULL, PARTLY, FULL, FULL, FULL, FULL))
    assert (known.times, known.full, known.partly, known.refused, known.tested) == (7, 6, 1, 0, 0)
    assert (known.usual, known.last_on, known.last_case) == (FULL, date(2026, 1, 7), "2026/006")


def test_one_case_counts_once_however_many_of_its_papers_show_the_subject() -> None:
    twice = decided(FULL) + decided(FULL)
    assert practice(twice)[0].times == 1


@pytest.mark.parametrize(
    ("before", "proposed", "departs"),
    [
        ([FULL, FULL], FULL, False),
        ([FULL, FULL], REFUSED, True),
        ([REFUSED], FULL, True),
        ([FULL, REFUSED], REFUSED, False),  # equally usual: the later practice is the living one
        ([FULL, REFUSED], FULL, True),
        ([], FULL, False),
        ([FULL], None, False),
    ],
)
def test_a_proposal_that_departs_says_so(
    before: list[UnitVerdict], proposed: UnitVerdict | None, departs: bool
) -> None:
    said = departure(proposed, "DatZ1010", practice(decided(*before)))
    assert (said is not None) is departs
    if said is not None:
        assert said.facts["unit"] == "DatZ1010" and said.facts["proposed"] is proposed


def test_following_the_practice_of_any_of_the_evidence_is_no_departure() -> None:
    known = practice(decided(FULL, subject="kurss") + decided(REFUSED, subject="darbs"))
    assert departure(FULL, "U1", known) is None
    assert departure(REFUSED, "U1", known) is None
    assert departure(TEST, "U1", known) is not None


@given(st.lists(st.sampled_from(UnitVerdict), min_size=1), st.randoms(use_true_random=False))
def test_the_order_of_cases_never_matters_and_the_counts_add_up(verdicts: list[UnitVerdict], chance: object) -> None:
    cases = decided(*verdicts)
    mixed = list(cases)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    (known,) = practice(mixed)
    assert practice(cases) == (known,)
    assert known.full + known.partly + known.refused + known.tested == known.times == len(verdicts)
