"""How long experience lasted: days that rows share count once."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.experience import Length, Period, overlapping, together
from commission_app.rules.vocabulary.case import ExperienceKind

WORK = ExperienceKind.WORK
TODAY = date(2026, 11, 20)


def worked(*spans: tuple[date, date | None]) -> list[Period]:
    """Rows of work."""
    return [Period(WORK, began, ended) for began, ended in spans]


def test_full_years_and_months() -> None:
    assert together(worked((date(2015, 3, 1), date(2022, 9, 30))), WORK, TODAY) == Length(7, 7)
    assert together(worked((date(2026, 11, 1), None)), WORK, TODAY) == Length(0, 0)
    assert together(worked((date(2024, 1, 31), date(2024, 2, 29))), WORK, TODAY) == Length(0, 1)


def test_rows_one_after_the_other_are_one() -> None:
    split = worked((date(2020, 1, 1), date(2020, 6, 30)), (date(2020, 7, 1), date(2020, 12, 31)))
    assert together(split, WORK, TODAY) == Length(1, 0)
    assert overlapping(split, TODAY) == ()


days = st.dates(date(1990, 1, 1), TODAY)
spans = st.lists(st.tuples(days, days).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=6)


@given(spans, st.randoms(use_true_random=False))
def test_no_row_shortens_the_whole_and_order_never_matters(rows: list[tuple[date, date]], chance: object) -> None:
    periods = worked(*rows)
    whole = together(periods, WORK, TODAY)
    mixed = list(periods)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert together(mixed, WORK, TODAY) == whole
    longest = max(together([one], WORK, TODAY).years for one in periods)
    assert whole.years >= longest
    assert whole.years * 365 <= (TODAY - date(1990, 1, 1)).days + 1 + 365
    assert together([*periods, periods[0]], WORK, TODAY) == whole
    assert all(rows[a][0] <= rows[b][1] and rows[b][0] <= rows[a][1] for a, b in overlapping(periods, TODAY))
    assert timedelta(0) <= TODAY - rows[0][0]
