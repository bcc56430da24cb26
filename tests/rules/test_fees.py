"""Fees: tables of the Cabinet's price list, travel parted to the cent, waivers, dates of lists, what cannot be."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.fees import Charge, Fee, FeeFacts, Waived, balance, fee, gate, percent_of, shares
from commission_app.rules.hour_prices import CaseHours, HourNorm
from commission_app.rules.price_lists import MOST_CENTS, PriceFacts, check_dates, check_list, in_force, price_of_size
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.fee import BalanceState, CreditsFrom, FeeGate, FeeRule, PriceKind
from commission_app.wording.fee import line_text

VET, HE = Procedure.VOCATIONAL, Procedure.HIGHER_EDUCATION
SINCE, DAY = date(2015, 2, 1), date(2026, 3, 1)
POLICE = (19275, 11446, 8836, 7532, 6749, 6227, 5854, 5575, 5357, 5183, 5041, 4922)
"""Row 34 of MK 791/2013, for one to twelve persons."""
FIRE = (40437, 20377, 13690)
"""Row 35, as far as it can be read."""


def table(prices: tuple[int, ...], **more: object) -> PriceFacts:
    rows = tuple(enumerate(prices, 1))
    return replace(PriceFacts("MK 791", PriceKind.BY_GROUP, VET, SINCE, rows=rows), **more)  # type: ignore[arg-type]


def of(lists: tuple[PriceFacts, ...], **more: object) -> Fee:
    plain = FeeFacts(lists[0].procedure if lists else VET, DAY, 1, "Policijas darbs", lists)
    return fee(replace(plain, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(("size", "cents"), list(enumerate(POLICE, 1)))
def test_row_34_is_asked_as_the_table_says_it(size: int, cents: int) -> None:
    found = of((table(POLICE),), group=size)
    assert (found.total, found.final) == (cents, False)
    assert found.lines[0].row_size == size


@pytest.mark.parametrize(("size", "cents"), list(enumerate(FIRE, 1)))
def test_row_35_is_a_table_of_its_own(size: int, cents: int) -> None:
    assert price_of_size(table(FIRE), size) == (size, cents)


def test_a_larger_group_pays_as_the_largest_of_the_table_and_the_line_says_which_row() -> None:
    assert price_of_size(table(FIRE), 7) == (3, 13690)


def test_nobody_entered_yet_is_estimated_as_one() -> None:
    assert of((table(POLICE),)).total == 19275


def test_the_fixed_group_is_final_whatever_was_typed_and_bears_its_travel() -> None:
    charge = Charge(3, 3, 8836, 3334, 10001, "MK 791", SINCE)
    found = of((table(POLICE),), charges=(charge,), typed_cents=19275)
    assert (found.total, found.final) == (12170, True)
    assert [line.rule for line in found.lines] == [FeeRule.BY_GROUP, FeeRule.TRAVEL]


@given(st.integers(0, MOST_CENTS), st.integers(1, 99))
@settings(max_examples=60)
def test_travel_is_parted_so_that_no_cent_is_lost(total: int, people: int) -> None:
    parts = shares(total, people)
    assert sum(parts) == total and len(parts) == people
    assert max(parts) - min(parts) <= 1


def test_a_hundred_euro_among_three() -> None:
    assert shares(10000, 3) == (3334, 3333, 3333)


def test_higher_education_pays_by_application_by_credit_or_by_share() -> None:
    flat = PriceFacts("LU", PriceKind.PER_APPLICATION, HE, SINCE, cents=8000)
    assert of((flat,)).total == 8000 and of((flat,)).final
    each = PriceFacts("LU", PriceKind.PER_CREDIT, HE, SINCE, cents=4150)
    assert of((each,), credits=4500).total == 18675
    share = PriceFacts("LU", PriceKind.PERCENT_OF_CREDITS, HE, SINCE, cents=4150, percent=10)
    found = of((share,), credits=4500)
    assert found.total == 1868  # 1867.5 cents, half a cent up
    text = line_text(ENGLISH, found.lines[0])
    assert "10 % of 4.5 credit points at 41.50 EUR" in text and "LU" in text and "1 Feb 2015" in text


def test_a_price_for_what_is_recognised_is_an_estimate_until_the_decision() -> None:
    each = PriceFacts("LU", PriceKind.PER_CREDIT, HE, SINCE, cents=4150, credits_from=CreditsFrom.RECOGNISED)
    before, after = of((each,), credits=4500), of((each,), credits=4500, recognised=3000)
    assert (before.total, before.final) == (18675, False)
    assert (after.total, after.final) == (12450, True)
    assert "3 (recognised)" in line_text(ENGLISH, after.lines[0])
    claimed = replace(each, credits_from=CreditsFrom.CLAIMED)
    assert of((claimed,), credits=4500, recognised=3000).total == 18675


HOURLY = PriceFacts(
    "RTU", PriceKind.BY_HOURS, HE, SINCE, cents=2500, hours=HourNorm(1500, 250, 1000, least=8000, most=20000)
)
"""An hour and a half of consultation, a quarter for each unit, an hour of the commission, at 25 EUR."""


def test_a_price_by_the_hour_says_its_hours_its_rate_and_its_caps() -> None:
    found = of((HOURLY,), units=5)
    assert [(line.rule, line.hours, line.cents) for line in found.lines] == [
        (FeeRule.CONSULTATION, 1500, 3750),
        (FeeRule.ASSESSMENT, 1250, 3125),
        (FeeRule.COMMISSION, 1000, 2500),
    ]
    assert (found.total, found.final) == (9375, True)
    assert "1.25 h at 25.00 EUR" in line_text(ENGLISH, found.lines[1])
    few, many = of((HOURLY,), units=1), of((HOURLY,), units=40)
    assert (few.lines[-1].rule, few.lines[-1].cents, few.total) == (FeeRule.AT_LEAST, 8000 - 6875, 8000)
    assert (many.lines[-1].rule, many.total) == (FeeRule.AT_MOST, 20000)
    assert "200,00" in line_text(LATVIAN, many.lines[-1])
    counted = of((HOURLY,), units=5, hours=CaseHours(0, 4000, 0, "svešvalodā"))
    assert [line.rule for line in counted.lines] == [FeeRule.ASSESSMENT] and counted.total == 10000
    assert "svešvalodā" in line_text(ENGLISH, counted.lines[0])


@pytest.mark.parametrize(
    ("norm", "reason", "at"),
    [
        (HourNorm(), "price.no_hours", "consultation_hours"),
        (HourNorm(unit=100), "price.quarter_hours", "unit_hours"),
        (HourNorm(commission=-250), "price.hours", "commission_hours"),
        (HourNorm(consultation=201_000), "price.hours", "consultation_hours"),
        (HourNorm(unit=250, least=5000, most=4999), "price.caps_turned", "most_cents"),
        (HourNorm(unit=250, least=-1), "fee.negative", "least_cents"),
        (HourNorm(unit=250, most=0), "fee.absurd", "most_cents"),
    ],
)
def test_hours_and_caps_that_cannot_be_are_refused(norm: HourNorm, reason: str, at: str) -> None:
    with pytest.raises(RefusedError) as why:
        check_list(replace(HOURLY, hours=norm))
    assert (why.value.reason, why.value.refusal.field) == (reason, at)


@given(st.integers(1, 30_000), st.integers(0, 60), st.integers(1, 50_000), st.integers(0, 50_000))
@settings(max_examples=60)
def test_a_price_by_the_hour_stays_within_its_caps_and_its_lines_make_it(
    rate: int, units: int, least: int, more: int
) -> None:
    norm = HourNorm(250, 500, 0, least, least + more)
    found = of((replace(HOURLY, cents=rate, hours=norm),), units=units)
    assert found.total is not None and least <= found.total <= least + more
    assert found.total == sum(line.cents for line in found.lines)


def test_waivers_take_a_share_or_a_sum_but_never_more_than_is_asked() -> None:
    lists = (table(POLICE),)
    half = of(lists, waivers=(Waived(50, None, "rīkojums", "24-13/10"),))
    assert [line.cents for line in half.lines] == [19275, -9638] and half.total == 9637
    assert of(lists, waivers=(Waived(100, None, "students"), Waived(None, 5000, "projekts"))).total == 0
    assert "24-13/10" in line_text(LATVIAN, half.lines[1])


@given(st.integers(1, MOST_CENTS), st.lists(st.integers(1, 100), max_size=4))
@settings(max_examples=60)
def test_what_is_asked_is_the_sum_of_its_lines_and_never_negative(cents: int, percents: list[int]) -> None:
    flat = PriceFacts("x", PriceKind.PER_APPLICATION, HE, SINCE, cents=cents)
    found = of((flat,), waivers=tuple(Waived(percent, None, "r") for percent in percents))
    assert found.total == sum(line.cents for line in found.lines)
    assert 0 <= found.total <= cents


@given(st.integers(0, MOST_CENTS), st.integers(1, 100))
@settings(max_examples=60)
def test_a_share_and_its_rest_make_the_whole(cents: int, percent: int) -> None:
    assert abs(percent_of(cents, percent) + percent_of(cents, 100 - percent) - cents) <= 1


def test_the_list_of_the_standard_stands_before_that_of_the_area_and_that_before_the_general() -> None:
    general, area = table(POLICE), table(FIRE, name="joma", area="Policijas darbs")
    own = table((100,), name="standarts", standard_id=1)
    assert in_force((general, area, own), VET, 1, "policijas darbs", DAY) is own
    assert in_force((general, area, own), VET, 2, "Policijas darbs", DAY) is area
    assert in_force((general, area, own), VET, 2, "Ugunsdrošība", DAY) is general
    assert in_force((general,), HE, 1, "", DAY) is None


def test_the_newest_edition_of_the_day_holds() -> None:
    old, new = table(POLICE, valid_until=date(2025, 12, 31)), table(FIRE, valid_from=date(2026, 1, 1))
    assert in_force((old, new), VET, 1, "", date(2025, 12, 31)) is old
    assert in_force((old, new), VET, 1, "", DAY) is new
    assert of((old,)).missing is not None and of((old,)).total is None


@pytest.mark.parametrize(
    ("spoiled", "reason"),
    [
        ({"name": " "}, "price.no_name"),
        ({"rows": ()}, "price.no_rows"),
        ({"rows": ((1, 100), (3, 50))}, "price.size_gap"),
        ({"rows": ((1, -100),)}, "fee.negative"),
        ({"rows": ((1, MOST_CENTS + 1),)}, "fee.absurd"),
        ({"valid_until": date(2014, 1, 1)}, "date.period_turned"),
        ({"kind": PriceKind.PER_APPLICATION, "cents": 0}, "fee.absurd"),
        ({"kind": PriceKind.PERCENT_OF_CREDITS, "cents": 100, "percent": 101}, "fee.percent"),
    ],
)
def test_a_list_that_cannot_be_is_refused(spoiled: dict[str, object], reason: str) -> None:
    with pytest.raises(RefusedError) as why:
        check_list(table(POLICE, **spoiled))
    assert why.value.reason == reason


@pytest.mark.parametrize(
    ("until", "begins", "reason"),
    [
        (None, SINCE, "price.same_day"),
        (date(2026, 1, 5), date(2026, 1, 1), "price.overlap"),
        (date(2025, 12, 30), date(2026, 1, 1), "price.gap"),
        (date(2025, 12, 31), date(2026, 1, 1), None),
        (None, date(2026, 1, 1), None),
    ],
)
def test_editions_follow_each_other_without_gap_or_overlap(
    until: date | None, begins: date, reason: str | None
) -> None:
    old, new = table(POLICE, valid_until=until), table(FIRE, valid_from=begins)
    if reason is None:
        check_dates(new, [old])
        check_dates(table(FIRE, valid_from=SINCE, area="cita"), [old])
        return
    with pytest.raises(RefusedError) as why:
        check_dates(new, [old])
    assert why.value.reason == reason


def test_an_estimate_is_content_with_any_payment_and_the_final_fee_is_not() -> None:
    open_group = of((table(POLICE),))
    final = replace(open_group, final=True)
    assert gate(FeeGate.STOP, open_group, 0) is not None
    assert gate(FeeGate.STOP, open_group, 100) is None
    assert gate(FeeGate.STOP, final, 100) is not None
    assert gate(FeeGate.NONE, final, 0) is None
    assert gate(FeeGate.STOP, final, 19275) is None


@pytest.mark.parametrize(
    ("asked", "paid", "state"),
    [
        (0, 0, BalanceState.NOTHING_ASKED),
        (None, 0, BalanceState.NOTHING_ASKED),
        (100, 0, BalanceState.UNPAID),
        (100, 40, BalanceState.SHORT),
        (100, 100, BalanceState.SETTLED),
        (100, 140, BalanceState.OVERPAID),
        (0, 140, BalanceState.OVERPAID),
    ],
)
def test_what_was_paid_stands_to_what_is_asked(asked: int | None, paid: int, state: BalanceState) -> None:
    assert balance(asked, paid, final=True) is state
