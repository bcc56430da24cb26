"""What changes in a person's life, who acts for an applicant, and what is asked for the yearly figures."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from commission_app.errors import ConflictError, RefusedError
from commission_app.models.person import Person
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.rules.vocabulary.person import (
    CodeChange,
    EducationLevel,
    EmploymentStatus,
    RepresentativeKind,
    Sex,
    VulnerableGroup,
)
from commission_app.services import cases, figures, people, person_cards, person_changes, representatives, searching
from commission_app.services.figures import FiguresForm
from commission_app.services.office import Actor, Office
from commission_app.services.person_cards import PersonCard
from commission_app.services.person_changes import CodeForm, ContactForm, DocumentForm, NameForm
from commission_app.services.representatives import RepresentativeForm
from tests import make

NEW_CODE, NEWER_CODE = "329876-54321", "339876-54321"


@pytest.fixture
def edition(office: Office) -> int:
    make.institution(office)
    make.commission(office)
    return make.standard(office)


@pytest.fixture
def card(office: Office, edition: int) -> PersonCard:
    return look(office, make.case(office, edition))


def look(office: Office, case: "object") -> PersonCard:
    """The page of the applicant of a case."""
    person = office.ask(cases.card, case.id).person_id  # type: ignore[attr-defined]
    return office.ask(person_cards.card, person)


def again(office: Office, card: PersonCard) -> PersonCard:
    return office.ask(person_cards.card, card.id)


def later(office: Office, days: int) -> Office:
    return Office(office.database, office.actor, clock=lambda: datetime.now(UTC) + timedelta(days=days))


def test_a_new_name_counts_from_its_day_and_both_are_found(office: Office, card: PersonCard) -> None:
    then = later(office, 30)
    day = make.today(office) + timedelta(days=10)
    then.do(person_changes.rename, card.id, card.version, day, NameForm("Ģirts", "Žagars"))
    names = then.ask(
        lambda reading: [
            people.full_name(people.name_on(reading.get(Person, card.id), day + timedelta(days=by))) for by in (-1, 0)
        ]
    )
    assert names == ["Ģirts Ķēniņš-Āboļš", "Ģirts Žagars"]
    assert then.ask(cases.card, card.cases[0].id).title == "Žagars, Ģirts"
    for words in ("zagars", "kenins"):
        assert ("person", card.id) in {(hit.noun, hit.key) for hit in then.ask(searching.find, words)}


@pytest.mark.parametrize(
    ("by", "form", "reason"),
    [
        (0, NameForm("Ģirts", "Žagars"), "person.name_not_later"),
        (5, NameForm("Ģirts", "Žagars"), "date.future"),
        (0, NameForm("Ģirts", " "), "person.name_empty"),
        (0, NameForm("Ģirts", "Ķēniņš-Āboļš"), "person.name_same"),
    ],
)
def test_a_new_name_that_cannot_be_is_refused(
    office: Office, card: PersonCard, by: int, form: NameForm, reason: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        office.do(person_changes.rename, card.id, card.version, make.today(office) + timedelta(days=by), form)
    assert refused.value.reason == reason
    assert again(office, card).names == card.names


def test_a_slip_in_the_name_was_never_a_name(office: Office, card: PersonCard) -> None:
    office.do(person_changes.correct_name, card.id, card.version, NameForm("Ģirts", "Ķēniņš", "Girts Kenins"))
    (name,) = again(office, card).names
    assert (name.family_name, name.original_name) == ("Ķēniņš", "Girts Kenins")


def test_the_old_code_is_replaced_once_and_both_find_the_person(office: Office, card: PersonCard) -> None:
    then = later(office, 20)
    day = make.today(then)
    then.do(person_changes.change_code, card.id, card.version, CodeForm(NEW_CODE, day, CodeChange.REPLACED))
    now = again(then, card)
    assert [row.code for row in now.codes] == [NEW_CODE, make.code(0)]
    for code in (NEW_CODE, make.code(0)):
        assert card.cases[0].id in {hit.key for hit in then.ask(searching.find, code) if hit.noun == "case"}
    much_later = later(office, 40)
    second = CodeForm(NEWER_CODE, make.today(much_later), CodeChange.REPLACED)
    with pytest.raises(RefusedError) as refused:
        much_later.do(person_changes.change_code, card.id, now.version, second)
    assert refused.value.reason == "person.code_replaced_before"
    adopted = replace(second, why=CodeChange.ADOPTION, reason="tiesas spriedums")
    much_later.do(person_changes.change_code, card.id, now.version, adopted)
    assert again(much_later, card).codes[0].reason == "tiesas spriedums"


def test_a_code_written_wrongly_leaves_the_history(office: Office, card: PersonCard) -> None:
    wrong = CodeForm(make.code(7), make.today(office), CodeChange.MISTAKE)
    with pytest.raises(RefusedError):
        office.do(person_changes.change_code, card.id, card.version, wrong)
    office.do(person_changes.change_code, card.id, card.version, replace(wrong, reason="redzēta pase"))
    assert [row.code for row in again(office, card).codes] == [make.code(7)]


def test_the_simple_form_does_not_change_a_code_behind_the_law(office: Office, card: PersonCard) -> None:
    form = office.ask(cases.card, card.cases[0].id).person
    with pytest.raises(RefusedError) as refused:
        office.do(people.correct, card.id, card.version, replace(form, personal_code=make.code(7), birth_date=None))
    assert refused.value.reason == "person.code_differs"


def test_a_document_expired_on_the_day_of_the_application_is_said(office: Office, card: PersonCard) -> None:
    yesterday = make.today(office) - timedelta(days=1)
    office.do(person_changes.enter_document, card.id, card.version, DocumentForm("passport", "LV 123", "LV", yesterday))
    now = again(office, card)
    assert now.documents[0].expired and now.documents[0].expired_for == (card.cases[0].number,)
    for number in ("LV123", " "):
        with pytest.raises(RefusedError):
            office.do(person_changes.enter_document, card.id, now.version, DocumentForm("passport", number, "lv"))
    assert len(again(office, card).documents) == 1


def test_a_document_of_somebody_else_is_refused(office: Office, edition: int, card: PersonCard) -> None:
    office.do(person_changes.enter_document, card.id, card.version, DocumentForm("passport", "X1", "LV"))
    other = look(office, make.case(office, edition, serial=1))
    with pytest.raises(RefusedError) as refused:
        office.do(person_changes.enter_document, other.id, other.version, DocumentForm("passport", "X1", "LV"))
    assert refused.value.reason == "person.document_of_other"


def test_contacts_are_kept_and_a_birth_date_against_the_code_is_not(office: Office, card: PersonCard) -> None:
    form = replace(card.contacts, actual_address="Amata", uses_e_address=True, phone="20000000")
    office.do(person_changes.settle_contacts, card.id, card.version, form)
    now = again(office, card)
    assert now.contacts == form
    with pytest.raises(RefusedError) as refused:
        office.do(person_changes.settle_contacts, card.id, now.version, ContactForm(birth_date=date(1980, 1, 1)))
    assert refused.value.reason == "identity.birth_date_differs"
    with pytest.raises(ConflictError):
        office.do(person_changes.settle_contacts, card.id, card.version, form)


def test_who_looked_is_told(office: Office, card: PersonCard) -> None:
    assert [one.user_name for one in again(office, card).looks] == ["Anna Ozola"]


def test_a_representative_is_named_corrected_and_ended(office: Office, card: PersonCard) -> None:
    case, day = card.cases[0].id, make.today(office)
    form = RepresentativeForm(RepresentativeKind.POWER_OF_ATTORNEY, "Rasa Rasa", document="Pilnvara Nr. 1")
    key = office.do(representatives.name, case, form)
    office.do(representatives.change, key, 1, replace(form, scope="paraksta iesniegumu", valid_until=day))
    (row,) = office.ask(representatives.of_case, case)
    assert row.form.scope == "paraksta iesniegumu" and not row.expired
    office.do(representatives.end, key, row.version, day - timedelta(days=1))
    (row,) = office.ask(representatives.of_case, case)
    assert row.expired and row.expired_at_application
    with pytest.raises(RefusedError) as refused:
        office.do(representatives.end, key, row.version, day)
    assert refused.value.reason == "representative.ended"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"name": " "}, "representative.nameless"),
        ({"document": ""}, "representative.without_document"),
        ({"signs": False, "receives": False}, "representative.idle"),
        ({"document_date": date(2020, 1, 2), "valid_until": date(2020, 1, 1)}, "date.period_turned"),
        ({"personal_code": "999999-99999"}, "identity.code_prefix"),
    ],
)
def test_a_representative_without_a_right_is_refused(
    office: Office, card: PersonCard, wrong: dict[str, object], reason: str
) -> None:
    form = RepresentativeForm(RepresentativeKind.GUARDIAN, "Rasa Rasa", document="Lēmums Nr. 1")
    with pytest.raises(RefusedError) as refused:
        office.do(representatives.name, card.cases[0].id, replace(form, **wrong))  # type: ignore[arg-type]
    assert refused.value.reason == reason
    assert office.ask(representatives.of_case, card.cases[0].id) == ()


def test_figures_are_kept_apart_and_assessors_never_see_them(office: Office, card: PersonCard) -> None:
    case = card.cases[0].id
    assert office.ask(figures.of_case, case).form == FiguresForm()
    groups = frozenset({VulnerableGroup.CARER, VulnerableGroup.MIGRANT})
    form = FiguresForm(Sex.FEMALE, EmploymentStatus.EMPLOYED, EducationLevel.SECONDARY, groups)
    office.do(figures.settle, case, 0, form)
    assert office.ask(figures.of_case, case).form == form
    with pytest.raises(ConflictError):
        office.do(figures.settle, case, 0, FiguresForm())
    assert office.ask(searching.find, "carer") == ()
    assessor = Office(office.database, Actor(None, "Vērtētāja", OfficeRole.ASSESSOR))
    with pytest.raises(RefusedError) as refused:
        assessor.ask(figures.of_case, case)
    assert refused.value.reason == "permission.refused"
