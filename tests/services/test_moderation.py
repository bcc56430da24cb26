"""A second look at scored cases: how far assessors agree, and a sample that can be drawn again."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules import moderation as rule
from commission_app.rules.combination import Given
from commission_app.rules.moderation import Agreement
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import cases, moderation, scoring
from commission_app.services.moderation import DrawingForm
from commission_app.services.office import Office
from commission_app.services.scoring import AssessorForm
from tests import make

MET, NOT_MET = OutcomeResult.MET, OutcomeResult.NOT_MET


def scored(office: Office, edition: int, serial: int, *, differ: int = 0) -> int:
    """A case whose two assessors differ in so many of its outcomes."""
    opened = make.case(office, edition, serial=serial)
    rows = make.documented(office, opened.id)
    make.move(office, opened.id, cases.close_portfolio)
    one, other = (
        office.do(scoring.seat, opened.id, AssessorForm(name, side))
        for name, side in (("Ilze Asne", Side.SCHOOL), ("Juris Bērzs", Side.EMPLOYERS))
    )
    for place, row in enumerate(rows):
        office.do(scoring.score, one, row.outcome_id, MET)
        said = NOT_MET if place < differ else MET
        office.do(scoring.score, other, row.outcome_id, said, "Nav pierādīts." if said is NOT_MET else "")
    for seat in (one, other):
        office.do(scoring.finish, seat)
    return opened.id


def test_agreement_is_counted_exactly_and_a_sample_is_drawn_noted_and_stays(office: Office) -> None:
    make.institution(office)
    edition = make.standard(office)
    keys = [scored(office, edition, serial, differ=serial) for serial in range(3)]
    opened = make.case(office, edition, serial=9)
    make.documented(office, opened.id)
    today = make.today(office)
    (line,) = office.ask(moderation.agreements, today, today)
    assert (line.cases, line.agreement) == (3, Agreement(18, 15))
    assert line.agreement.share == Fraction(5, 6)
    tomorrow = today + timedelta(days=1)
    assert office.ask(moderation.agreements, tomorrow, tomorrow) == ()
    key = office.do(moderation.draw, DrawingForm(line.standard_id, today, today, 2))
    drawn = office.ask(moderation.drawing, key)
    assert len(drawn) == 2
    assert {one.case_id for one in drawn} <= set(keys)
    office.do(moderation.note, drawn[0].id, "Vērtēts vienādi stingri.", drawn[0].version)
    again = office.ask(moderation.drawing, key)
    assert [one.case_id for one in again] == [one.case_id for one in drawn], "it stays as it was drawn"
    assert again[0].noted_by == "Anna Ozola"
    (sample,) = office.ask(moderation.drawings)
    assert (sample.population, sample.cases, sample.noted) == (3, 2, 1)
    assert (
        len(office.ask(moderation.drawing, office.do(moderation.draw, DrawingForm(line.standard_id, today, today, 9))))
        == 3
    )


def test_nothing_is_drawn_from_nothing(office: Office) -> None:
    make.institution(office)
    edition = make.standard(office)
    scored(office, edition, 0)
    today = make.today(office)
    (line,) = office.ask(moderation.agreements, today, today)
    yesterday = today - timedelta(days=1)
    for form, reason in (
        (DrawingForm(line.standard_id, today, today, 0), "moderation.size"),
        (DrawingForm(line.standard_id, today, yesterday, 2), "moderation.period"),
        (DrawingForm(line.standard_id, yesterday, yesterday, 2), "moderation.nothing_scored"),
    ):
        with pytest.raises(RefusedError) as error:
            office.do(moderation.draw, form)
        assert error.value.reason == reason
    assert office.ask(moderation.drawings) == ()


@given(st.sets(st.text(max_size=5), max_size=30), st.integers(-2, 40), st.text(max_size=8))
def test_the_same_seed_draws_the_same_cases_in_whatever_order_they_come(keys: set[str], size: int, seed: str) -> None:
    drawn = rule.sample(seed, sorted(keys), size)
    assert drawn == rule.sample(seed, sorted(keys, reverse=True), size)
    assert len(set(drawn)) == len(drawn) == max(0, min(size, len(keys)))
    assert set(drawn) <= keys


@given(st.lists(st.lists(st.sampled_from([Given(MET), Given(NOT_MET), Given(MET, 7000)]), max_size=3), max_size=12))
def test_agreement_lies_between_none_and_all(outcomes: list[list[Given]]) -> None:
    found = rule.agreement(outcomes)
    assert 0 <= found.alike <= found.compared == sum(len(one) > 1 for one in outcomes)
    assert found.share is None or 0 <= found.share <= 1
    assert found == rule.agreement([one[::-1] for one in outcomes[::-1]])
