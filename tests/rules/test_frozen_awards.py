"""What engine 2 counted stays what it was, to the byte; and every refusal of credits says what and where."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.credits import (
    ENGINES,
    AwardInput,
    StudyInput,
    award_of,
    award_seal,
    award_text,
    compute,
    input_of,
    input_text,
)
from commission_app.rules.quantities import Credits, check_mark, lki_of_pkl, parse_cents, parse_decimal
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit
from tests.rules import frozen_awards
from tests.rules.test_credits import ECTS, KP, PROGRAMME, asked, unit


def test_every_award_of_the_past_is_counted_to_the_same_bytes() -> None:
    kept = frozen_awards.frozen()
    assert len(kept) > 80
    for one in kept:
        given = input_of(one["input"])
        assert input_text(given) == one["input"]
        assert award_text(ENGINES[frozen_awards.ENGINE](given)) == one["award"]
        assert award_text(award_of(one["award"])) == one["award"]


def test_the_seal_covers_input_and_award_and_engine_1_the_award_alone() -> None:
    assert award_seal(2, "a", "b") != award_seal(2, "c", "b") != award_seal(2, "c", "d")
    assert award_seal(1, "a", "b") == award_seal(1, "c", "b") != award_seal(1, "c", "d")
    assert award_seal(1, "", "b") == "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"


def studied(*courses: StudyInput) -> AwardInput:
    return replace(asked(unit("A")), studies=courses)


COURSE = StudyInput("c", "Kurss", Credits.of(3, ECTS), "8", frozenset({"A"}))
DAY, HOURS = date(2020, 1, 1), CreditUnit.HOURS
REFUSED: list[tuple[Callable[[], object], Refusal]] = [
    (
        Credits(Fraction(1, 3), ECTS).thousandths,
        refusal("credits.inexact", value="1/3", unit=ECTS),
    ),
    (
        lambda: Credits.of(1, ECTS).convert(CreditUnit.HOURS),
        refusal("credits.no_conversion", unit=ECTS, to=CreditUnit.HOURS),
    ),
    (lambda: Credits.of("-0.5", KP), refusal("credits.negative", at="credits", unit=KP)),
    (lambda: Credits.of(1, ECTS) + Credits.of(1, KP), refusal("credits.mixed_units", unit=ECTS, other=KP)),
    (lambda: Credits.of(1, KP) - Credits.of(1, ECTS), refusal("credits.mixed_units", unit=KP, other=ECTS)),
    (
        lambda: parse_decimal(" x" * 30, at="hours"),
        refusal("number.unreadable", at="hours", text=("x " * 30)[:40]),
    ),
    (lambda: parse_cents("-1", at="fee"), refusal("money.negative", at="fee")),
    (lambda: parse_cents(" 1,234 €", at="fee"), refusal("money.too_fine", at="fee", text="1,234 €")),
    (lambda: parse_cents("x", at="fee"), refusal("number.unreadable", at="fee", text="x")),
    (lambda: lki_of_pkl(9, DAY), refusal("level.unknown_pkl", at="level", level=9, issued=DAY)),
    (lambda: check_mark(11), refusal("mark.out_of_scale", at="mark", mark=11)),
    (lambda: check_mark(0, at="note"), refusal("mark.out_of_scale", at="note", mark=0)),
    (lambda: compute(asked(unit("A"), unit("A"))), refusal("credits.unit_twice", unit="A")),
    (
        lambda: compute(replace(asked(unit("A")), departures={"Z": UnitVerdict.REFUSED})),
        refusal("credits.departure_foreign", at="verdict", unit="Z"),
    ),
    (
        lambda: compute(replace(asked(unit("A")), departures={"A": UnitVerdict.PARTLY})),
        refusal("credits.departure_part", at="verdict", unit="A"),
    ),
    (
        lambda: compute(replace(asked(unit("A", recognisable=False)), departures={"A": UnitVerdict.RECOGNISED})),
        refusal("credits.departure_barred", at="verdict", unit="A"),
    ),
    (
        lambda: compute(studied(replace(COURSE, mark="lieliski " * 9))),
        refusal("credits.unknown_mark", at="mark", mark=("lieliski " * 9)[:40]),
    ),
    (
        lambda: compute(studied(COURSE, COURSE)),
        refusal("credits.study_twice", at="previous_studies", title="Kurss"),
    ),
    (
        lambda: compute(studied(replace(COURSE, credits=Credits(Fraction(-1), ECTS)))),
        refusal("credits.negative", at="credits", unit=ECTS),
    ),
    (
        lambda: compute(studied(replace(COURSE, credits=Credits.of(3, CreditUnit.ECVET)))),
        refusal("credits.study_apart", title="Kurss", unit=CreditUnit.ECVET, to=ECTS),
    ),
    (
        lambda: compute(studied(replace(COURSE, used=Credits.of(3, CreditUnit.ECVET)))),
        refusal("credits.study_apart", title="Kurss", unit=CreditUnit.ECVET, to=ECTS),
    ),
    (
        lambda: compute(studied(replace(COURSE, counts_for=frozenset({"Z", "Y"})))),
        refusal("credits.study_foreign", at="counts_for", title="Kurss", units=["Y", "Z"]),
    ),
    (
        lambda: compute(asked(unit("A"), ceiling_percent=30)),
        refusal("credits.ceiling_without_programme", at="programme_credits", percent=30),
    ),
    (
        lambda: compute(asked(unit("A"), ceiling_percent=101, programme_credits=PROGRAMME)),
        refusal("credits.ceiling_range", at="ceiling_percent", percent=101),
    ),
    (
        lambda: compute(asked(unit("A"), minimum_own_percent=-1, programme_credits=PROGRAMME)),
        refusal("credits.own_study_range", at="minimum_own_percent", percent=-1),
    ),
    (lambda: input_of("{"), refusal("credits.unreadable_text")),
    (lambda: award_of("[]"), refusal("credits.unreadable_text")),
]


@pytest.mark.parametrize(("act", "why"), REFUSED, ids=[f"{at}_{why.reason}" for at, (_, why) in enumerate(REFUSED)])
def test_a_refusal_says_what_and_where(act: Callable[[], object], why: Refusal) -> None:
    with pytest.raises(RefusedError) as refused:
        act()
    found = refused.value.refusal
    assert (found.reason, found.field, dict(found.facts)) == (why.reason, why.field, dict(why.facts))


def test_amounts_are_printed_to_three_places_by_default() -> None:
    assert Credits(Fraction(2, 3), ECTS).decimal() == Decimal("0.667")
    assert Credits(Fraction(2, 3), ECTS).text() == "2/3"


def test_a_course_worth_nothing_is_no_mistake() -> None:
    line = compute(studied(replace(COURSE, credits=Credits.zero(ECTS)))).lines[0]
    assert (line.rule, line.facts["have_credits"]) == ("studies.too_small", "0/1")


def test_courses_that_failed_are_named_in_one_order_however_they_were_given() -> None:
    one, other = replace(COURSE, key="a", title="Pirmais", mark="3"), replace(COURSE, key="b", title="Otrais", mark="2")
    line = compute(studied(other, one)).lines[0]
    assert (line.rule, line.facts["courses"]) == ("studies.failed", "Pirmais, Otrais")
    assert compute(input_of(input_text(studied(other, one)))) == compute(studied(one, other))
