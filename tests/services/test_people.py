"""Persons: found again, renamed with a date, never sharing a code."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from commission_app.errors import RefusedError
from commission_app.models.person import Person
from commission_app.services import cases, people, person_matches, searching
from commission_app.services.office import Office
from tests import make


@pytest.fixture
def edition(office: Office) -> int:
    make.institution(office)
    make.commission(office)
    return make.standard(office)


def test_a_form_stored_unchanged_is_taken(office: Office, edition: int) -> None:
    card = office.ask(cases.card, make.case(office, edition).id)
    office.do(people.correct, card.person_id, card.person_version, card.person)
    assert office.ask(cases.card, card.id).person == card.person


def test_nobody_takes_the_code_of_somebody_else(office: Office, edition: int) -> None:
    first = office.ask(cases.card, make.case(office, edition).id)
    second = office.ask(cases.card, make.case(office, edition, serial=1).id)
    stolen = replace(second.person, personal_code=first.person.personal_code, birth_date=None)
    with pytest.raises(RefusedError) as refused:
        office.do(people.correct, second.person_id, second.person_version, stolen)
    assert refused.value.reason == "person.code_taken"
    assert refused.value.refusal.field == "personal_code"


def test_a_marriage_gives_a_new_name_from_its_day_and_both_find_the_case(office: Office, edition: int) -> None:
    received = make.case(office, edition, serial=1)
    card = office.ask(cases.card, received.id)
    later = Office(office.database, office.actor, clock=lambda: datetime.now(UTC) + timedelta(days=40))
    renamed = replace(card.person, family_name="Ņikona")
    later.do(people.correct, card.person_id, card.person_version, renamed)
    names = later.ask(
        lambda reading: [
            people.full_name(people.name_on(reading.get(Person, card.person_id), day))
            for day in (card.received_on, reading.today)
        ]
    )
    assert names == ["Žanete Šūpulīte", "Žanete Ņikona"]
    assert later.ask(cases.card, received.id).title == "Ņikona, Žanete"
    for words in ("supulite", "nikona"):
        assert received.id in {hit.key for hit in later.ask(searching.find, words)}


def test_the_counter_recognises_who_applied_before(office: Office, edition: int) -> None:
    received = make.case(office, edition)
    form = make.person(0)
    by_code = office.ask(person_matches.alike, people.PersonForm(personal_code=form.personal_code.replace("-", "")))
    by_name = office.ask(person_matches.alike, people.PersonForm(form.given_name, form.family_name))
    assert [known.name for known in by_code] == [known.name for known in by_name] == ["Ģirts Ķēniņš-Āboļš"]
    assert [case.id for case in by_code[0].cases] == [received.id]
    assert by_code[0].masked_code.endswith("-*****")
    assert office.ask(person_matches.alike, people.PersonForm("Cits", "Cilvēks")) == ()
