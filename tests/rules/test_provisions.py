"""Dated provisions: which is in force, and what the program starts with."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.provisions import SHIPPED, Provision, canonical, in_force, value_of
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.institution import Origin
from commission_app.rules.vocabulary.provision import ProvisionKey

HE, VET = Procedure.HIGHER_EDUCATION, Procedure.VOCATIONAL
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("key", "procedure", "day", "value"),
    [
        (ProvisionKey.PASS_MARK, HE, TODAY, 4),
        (ProvisionKey.PASS_MARK, VET, TODAY, 5),
        (ProvisionKey.DECISION_TERM_MONTHS, HE, TODAY, 4),
        (ProvisionKey.DECISION_TERM_MONTHS, HE, date(2015, 3, 2), 1),
        (ProvisionKey.DECISION_TERM_MONTHS, VET, TODAY, 2),
        (ProvisionKey.CEILING_PERCENT, HE, date(2018, 8, 13), 30),
        (ProvisionKey.CEILING_PERCENT, HE, date(2018, 8, 14), None),
        (ProvisionKey.CEILING_PERCENT, VET, date(2018, 8, 13), None),
        (ProvisionKey.EVIDENCE_YEARS, VET, TODAY, 5),
        (ProvisionKey.CONTEST_TERM_MONTHS, HE, TODAY, 1),
    ],
)
def test_what_is_in_force_on_a_day(key: ProvisionKey, procedure: Procedure, day: date, value: object) -> None:
    assert in_force(SHIPPED, key, procedure, day).reading == value


@pytest.mark.parametrize("key", list(ProvisionKey))
@pytest.mark.parametrize("procedure", [HE, VET])
def test_both_tracks_begin_with_every_provision(key: ProvisionKey, procedure: Procedure) -> None:
    assert in_force(SHIPPED, key, procedure, TODAY).origin is Origin.SHIPPED


def test_a_repealed_regulation_is_never_printed() -> None:
    assert not any("146" in provision.legal_lv + provision.legal_en for provision in SHIPPED)


def test_a_legal_reference_has_both_languages_or_none() -> None:
    assert all(bool(provision.legal_lv) == bool(provision.legal_en) for provision in SHIPPED)
    term = in_force(SHIPPED, ProvisionKey.EVIDENCE_YEARS, HE, TODAY)
    assert term.legal is None


def test_a_setting_that_nobody_entered_is_refused_by_name() -> None:
    with pytest.raises(RefusedError) as refused:
        in_force(SHIPPED, ProvisionKey.DECISION_TERM_MONTHS, Procedure.OFFER, TODAY)
    assert refused.value.reason == "provision.none"
    assert refused.value.refusal.facts["key"] is ProvisionKey.DECISION_TERM_MONTHS


def test_the_institutions_own_stands_before_ours_of_the_same_day_whatever_the_order() -> None:
    ours = Provision("pass_mark", HE, date(2020, 1, 1), "4")
    own = Provision("pass_mark", HE, date(2020, 1, 1), "6", origin=Origin.OWN)
    assert in_force([own, ours], "pass_mark", HE, TODAY) == in_force([ours, own], "pass_mark", HE, TODAY) == own


def test_a_procedures_own_provision_stands_before_the_general_one() -> None:
    general = Provision("pass_mark", None, date(2024, 1, 1), "7")
    special = Provision("pass_mark", VET, date(2011, 1, 1), "5")
    assert in_force([general, special], "pass_mark", VET, TODAY) == special
    assert in_force([general, special], "pass_mark", HE, TODAY) == general


@given(st.lists(st.dates(date(2000, 1, 1), date(2040, 1, 1)), min_size=1, max_size=8, unique=True), st.integers(0, 7))
def test_each_provision_holds_until_the_day_before_the_next(days: list[date], place: int) -> None:
    rows = [Provision("pass_mark", HE, day, canonical(day.toordinal())) for day in days]
    start = days[place % len(days)]
    later = [day for day in days if day > start]
    last = min(later) - timedelta(days=1) if later else date(2050, 1, 1)
    assert in_force(rows, "pass_mark", HE, start) == in_force(rows, "pass_mark", HE, last)
    assert in_force(rows, "pass_mark", HE, start).in_force_from == start


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.text()))
def test_a_value_is_read_as_it_was_written(value: str | int | bool | None) -> None:
    assert value_of(canonical(value)) == value


@pytest.mark.parametrize("text", ["", "{", "4.5", "[1]", '{"a": 1}'])
def test_a_spoiled_value_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match=r"provision\.unreadable"):
        value_of(text)
