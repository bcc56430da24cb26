"""The numbers of the books."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.numbering import check_distinct, check_pattern, check_typed, format_number, gaps, next_value
from commission_app.rules.vocabulary.register import Book

LITERALS = st.text(alphabet="LAl-/.0129 ", max_size=3).map(str.strip)
COUNTS = st.sampled_from(["{n}", "{n:02}", "{n:03}"])
PATTERNS = st.one_of(
    st.builds("{0}{{year}}{1}{2}{3}".format, LITERALS, LITERALS, COUNTS, LITERALS),
    st.builds("{0}{2}{1}{{year}}{3}".format, LITERALS, LITERALS, COUNTS, LITERALS),
).filter(lambda pattern: pattern == pattern.strip())
YEARS, VALUES = st.integers(1000, 9999), st.integers(1, 99_999)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [("L-{year}/{n}", "L-2026/14"), ("{year}/{n:03}", "2026/014"), ("{n}. ({year})", "14. (2026)")],
)
def test_a_series_writes_its_numbers(pattern: str, number: str) -> None:
    assert format_number(pattern, 2026, 14) == number


def test_a_wide_count_outgrows_its_zeros() -> None:
    assert format_number("{year}/{n:03}", 2026, 12_345) == "2026/12345"


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("L-{n}", "number.pattern_field"),
        ("L-{year}", "number.pattern_field"),
        ("{year}/{n}/{n}", "number.pattern_field"),
        ("{year}/{n}/{day}", "number.pattern_unreadable"),
        ("{year:04}/{n}", "number.pattern_unreadable"),
        ("{year}/{n:x}", "number.pattern_unreadable"),
        ("{year}/{n}{", "number.pattern_unreadable"),
        (" {year}/{n}", "number.pattern_unreadable"),
        ("{year}\n{n}", "number.pattern_unreadable"),
        ("{year}/{n}" + "x" * 60, "number.pattern_unreadable"),
    ],
)
def test_a_pattern_that_could_not_number_a_book_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_pattern(pattern)
    assert refused.value.reason == reason


@given(PATTERNS, YEARS, VALUES, YEARS, VALUES)
def test_a_series_never_writes_the_same_number_twice(
    pattern: str, year: int, value: int, other_year: int, other_value: int
) -> None:
    assume((year, value) != (other_year, other_value))
    assert format_number(pattern, year, value) != format_number(pattern, other_year, other_value)


@given(PATTERNS, PATTERNS, YEARS, VALUES, YEARS, VALUES)
def test_series_held_distinct_never_write_alike(
    one: str, other: str, year: int, value: int, other_year: int, other_value: int
) -> None:
    alike = format_number(one, year, value).casefold() == format_number(other, other_year, other_value).casefold()
    assert not (alike and _distinct(one, other))


@given(PATTERNS)
def test_a_series_is_never_distinct_from_itself(pattern: str) -> None:
    assert not _distinct(pattern, pattern)


@pytest.mark.parametrize(
    ("one", "other", "distinct"),
    [
        ("{year}/{n:03}", "L-{year}/{n}", True),
        ("{year}/{n:03}", "{year}/{n}", False),
        ("L-{year}/{n}", "l-{year}/{n}", False),
        ("{year}/{n}", "{n}/{year}", False),
        ("{year}-{n}", "{year}/{n}", True),
        ("{year}{n}", "1{year}{n}", False),
    ],
)
def test_case_and_decision_numbers_never_look_alike(one: str, other: str, distinct: bool) -> None:
    assert _distinct(one, other) is distinct


def _distinct(one: str, other: str) -> bool:
    try:
        check_distinct({Book.APPLICATIONS: one, Book.DECISIONS: other})
    except RefusedError as refused:
        assert refused.reason == "number.series_alike"
        return False
    return True


def test_numbers_follow_one_another_and_gaps_are_named() -> None:
    assert next_value(None) == 1
    assert next_value(14) == 15
    assert gaps([1, 2, 5]) == (3, 4)
    assert gaps([]) == ()


@pytest.mark.parametrize(
    ("typed", "reason"), [("  ", "number.empty"), ("1" * 61, "number.too_long"), ("12\u200b/3", "number.unprintable")]
)
def test_a_typed_number_must_be_printable(typed: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_typed(typed)
    assert refused.value.reason == reason


def test_a_typed_number_is_kept_without_stray_spaces() -> None:
    assert check_typed("  1.8/  12\t") == "1.8/ 12"


def test_there_is_no_number_zero() -> None:
    with pytest.raises(RefusedError, match=r"number\.out_of_range"):
        format_number("{year}/{n}", 2026, 0)
