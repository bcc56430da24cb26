"""Credits, hours, euro and levels."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.provisions import SHIPPED, in_force
from commission_app.rules.quantities import (
    Credits,
    check_mark,
    credit_point_unit,
    hours_to_ects,
    lki_of_pkl,
    parse_cents,
    parse_decimal,
)
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.quantities import hours_text

ECTS, KP, ECVET, HOURS = CreditUnit.ECTS, CreditUnit.KP, CreditUnit.ECVET, CreditUnit.HOURS
THOUSANDTHS = st.integers(0, 10**9)


@pytest.mark.parametrize(
    ("kp", "ects"),
    [("1", "1.5"), ("2", "3"), ("3", "4.5"), ("4", "6"), ("5", "7.5"), ("10", "15"), ("80", "120"), ("160", "240")],
)
def test_old_credit_points_turn_into_ects_exactly(kp: str, ects: str) -> None:
    assert Credits.of(kp, KP).convert(ECTS) == Credits.of(ects, ECTS)


@given(THOUSANDTHS)
def test_there_and_back_nothing_is_lost(amount: int) -> None:
    ects = Credits.from_thousandths(amount, ECTS)
    assert ects.convert(KP).convert(ECTS) == ects


@given(THOUSANDTHS, THOUSANDTHS)
def test_sums_convert_like_their_parts(one: int, other: int) -> None:
    a, b = Credits.from_thousandths(one, KP), Credits.from_thousandths(other, KP)
    assert (a + b).convert(ECTS) == a.convert(ECTS) + b.convert(ECTS)


@given(THOUSANDTHS)
def test_the_database_gives_back_what_it_was_given(amount: int) -> None:
    kept = Credits.from_thousandths(amount, ECTS)
    assert kept.thousandths() == amount
    assert Credits.from_text(kept.text(), ECTS) == kept
    assert Credits.of(kept.decimal(3), ECTS) == kept


@pytest.mark.parametrize(
    ("unit", "to"), [(HOURS, ECTS), (ECTS, HOURS), (ECVET, ECTS), (ECTS, ECVET), (KP, HOURS), (ECVET, KP)]
)
def test_no_other_units_turn_into_one_another(unit: CreditUnit, to: CreditUnit) -> None:
    with pytest.raises(RefusedError, match=r"credits\.no_conversion"):
        Credits.of(1, unit).convert(to)


def test_what_is_not_exact_is_refused_and_never_rounded() -> None:
    third = Credits.of(5, ECTS).convert(KP)
    with pytest.raises(RefusedError, match=r"credits\.inexact"):
        third.thousandths()
    assert third.decimal(2) == Decimal("3.33")


def test_different_units_are_not_added_and_nothing_is_below_zero() -> None:
    with pytest.raises(RefusedError, match=r"credits\.mixed_units"):
        Credits.of(1, ECTS) + Credits.of(1, KP)
    with pytest.raises(RefusedError, match=r"credits\.negative"):
        Credits.of("-1", ECTS)


@given(st.integers(0, 10_000))
def test_hours_are_worth_an_interval_of_credit(hours: int) -> None:
    least, most = hours_to_ects(hours)
    assert least * 30 == hours == most * 25
    assert least <= most


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        (" 7 ", "7"),
        ("1 234,56", "1234.56"),
        ("12\u00a0345,6", "12345.6"),
        ("−3", "-3"),
    ],
)
def test_both_decimal_signs_are_read(typed: str, value: str) -> None:
    assert parse_decimal(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "abc", "1,2,3", "1.234,5", "12 5", "NaN", "1e5", "٣", "--1", "1,", "9" * 30])
def test_what_is_not_a_number_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_decimal(typed, at="hours")
    assert (refused.value.reason, refused.value.refusal.field) == ("number.unreadable", "hours")


@given(st.integers(0, 10**10))
def test_money_is_whole_cents(cents: int) -> None:
    euro = f"{cents // 100},{cents % 100:02d}"
    assert parse_cents(euro) == parse_cents(f"{euro} €") == parse_cents(f"{euro} EUR") == cents


@pytest.mark.parametrize(("typed", "reason"), [("1,234", "money.too_fine"), ("-1", "money.negative")])
def test_odd_money_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_cents(typed)
    assert refused.value.reason == reason


def test_the_bare_word_credit_point_changed_its_meaning_on_one_day() -> None:
    change = date(2022, 10, 11)
    assert credit_point_unit(change) is ECTS
    assert credit_point_unit(change - timedelta(days=1)) is KP


@pytest.mark.parametrize(
    ("level", "issued", "lki"),
    [
        (3, date(2022, 7, 31), (4,)),
        (3, date(2022, 8, 1), (3,)),
        (1, date(2015, 6, 1), (2,)),
        (5, date(2015, 6, 1), (6, 7)),
        (8, date(2023, 1, 1), (8,)),
    ],
)
def test_a_level_means_what_it_meant_on_the_day_of_issue(level: int, issued: date, lki: tuple[int, ...]) -> None:
    assert lki_of_pkl(level, issued) == lki


def test_levels_and_marks_out_of_their_scales_are_refused() -> None:
    with pytest.raises(RefusedError, match=r"level\.unknown_pkl"):
        lki_of_pkl(6, date(2020, 1, 1))
    for mark in (0, 11):
        with pytest.raises(RefusedError, match=r"mark\.out_of_scale"):
            check_mark(mark)


@given(THOUSANDTHS, st.integers(0, 3))
def test_printing_rounds_half_up_and_by_less_than_a_step(amount: int, places: int) -> None:
    credits = Credits.from_thousandths(amount, ECTS)
    off = Fraction(credits.decimal(places)) - credits.value
    assert -Fraction(1, 2 * 10**places) < off <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(
    ("hours", "english", "latvian"),
    [
        ("160", "160 hours (≈\u00a05.33–6.4 ECTS)", "160 stundu (≈\u00a05,33–6,4 ECTS)"),
        ("25", "25 hours (≈\u00a00.83–1 ECTS)", "25 stundas (≈\u00a00,83–1 ECTS)"),
        ("0", "0 hours", "0 stundu"),
    ],
)
def test_hours_are_said_with_the_credit_they_can_be_worth(hours: str, english: str, latvian: str) -> None:
    said = [hours_text(language, Decimal(hours)) for language in (ENGLISH, LATVIAN)]
    assert said == [english, latvian]


@pytest.mark.parametrize(
    ("procedure", "day", "mark"),
    [
        (Procedure.VOCATIONAL, date(2012, 5, 1), 5),
        (Procedure.VOCATIONAL, date(2026, 5, 1), 5),
        (Procedure.HIGHER_EDUCATION, date(2012, 5, 1), 4),
        (Procedure.HIGHER_EDUCATION, date(2026, 5, 1), 4),
        (Procedure.LATER_STAGES, date(2026, 5, 1), 4),
        (Procedure.MOBILITY, date(2026, 5, 1), 4),
    ],
)
def test_the_mark_that_passes_is_that_of_the_procedure(procedure: Procedure, day: date, mark: int) -> None:
    assert in_force(SHIPPED, ProvisionKey.PASS_MARK, procedure, day).reading == mark
