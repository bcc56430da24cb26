"""Two records of one person: suggested, merged in one act, or set apart for good."""

from dataclasses import replace
from datetime import date

import pytest

from commission_app.errors import RefusedError
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.person import Likeness
from commission_app.services import (
    applicants,
    cases,
    history,
    person_cards,
    person_list,
    person_matches,
    person_merge,
    searching,
)
from commission_app.services.applicants import ApplicationForm
from commission_app.services.office import Office
from commission_app.services.people import PersonForm
from tests import make


@pytest.fixture
def editions(office: Office) -> tuple[int, int]:
    make.institution(office)
    make.commission(office)
    return make.standard(office), make.standard(office, make.standard_facts("CITS"))


def applied(office: Office, edition: int, person: PersonForm) -> tuple[int, int]:
    """An application; gives the keys of the case and the person."""
    form = ApplicationForm(Procedure.HIGHER_EDUCATION, edition, make.today(office), person)
    case = office.do(applicants.receive, form).id
    return case, office.ask(cases.card, case).person_id


def twins(office: Office, editions: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The same applicant entered twice, the second time with a slip in the surname."""
    born = date(1990, 1, 1)
    first = applied(office, editions[0], replace(make.person(0), personal_code="", birth_date=born))
    slip = PersonForm("Ģirts", "Ķēniņ-Āboļš", birth_date=born, document_number="X 1", phone="20000000")
    return first, applied(office, editions[1], slip)


def test_twins_are_suggested_and_merged_into_one(office: Office, editions: tuple[int, int]) -> None:
    (case, keep), (other_case, gone) = twins(office, editions)
    (double,) = office.ask(person_matches.doubles)
    assert double.id == (keep, gone) and double.why == (Likeness.ONE_LETTER_APART,)
    office.do(person_merge.merge, keep, gone)
    card = office.ask(person_cards.card, keep)
    assert {row.id for row in card.cases} == {case, other_case}
    assert [row.number for row in card.documents] == ["X 1"] and card.contacts.phone == "20000000"
    assert [row.family_name for row in card.names] == ["Ķēniņš-Āboļš"], "a slip is no earlier name"
    assert office.ask(person_list.ids) == (keep,)
    assert office.ask(person_list.ids, words="X 1") == (keep,)
    assert office.ask(person_matches.doubles) == ()
    assert office.ask(cases.card, other_case).title == "Ķēniņš-Āboļš, Ģirts"
    assert office.ask(person_cards.card, gone).merged_into_id == keep
    assert gone not in {hit.key for hit in office.ask(searching.find, "kenins") if hit.noun == "person"}
    assert "person_merge.merge" in [act.name for act in office.ask(history.of_subject, card.uid)]


def test_two_persons_set_apart_are_not_suggested_again(office: Office, editions: tuple[int, int]) -> None:
    (_, one), (_, other) = twins(office, editions)
    office.do(person_matches.set_apart, other, one, "brāļi")
    office.do(person_matches.set_apart, one, other)
    assert office.ask(person_matches.doubles) == ()
    assert office.ask(person_cards.card, one).alike == ()


def test_different_codes_are_merged_only_with_a_reason(office: Office, editions: tuple[int, int]) -> None:
    _, keep = applied(office, editions[0], make.person(0))
    _, gone = applied(office, editions[1], replace(make.person(0), personal_code=make.code(9)))
    with pytest.raises(RefusedError) as refused:
        office.do(person_merge.merge, keep, gone)
    assert refused.value.reason == "person.merge_codes" and refused.value.refusal.field == "reason"
    assert office.ask(person_cards.card, gone).merged_into_id is None
    office.do(person_merge.merge, keep, gone, "kods kļūdaini nolasīts")
    codes = [row.code for row in office.ask(person_cards.card, keep).codes]
    assert codes == [make.code(0), make.code(9)], "the code of the kept record stays the present one"
    (known,) = office.ask(person_matches.alike, PersonForm(personal_code=make.code(9)))
    assert known.id == keep


def test_unlawful_mergers_are_refused_and_nothing_is_half_stored(office: Office, editions: tuple[int, int]) -> None:
    (_, keep), (_, gone) = twins(office, editions)
    with pytest.raises(RefusedError) as refused:
        office.do(person_merge.merge, keep, keep)
    assert refused.value.reason == "person.merge_itself"
    make.case(office, editions[0], person_id=gone)
    with pytest.raises(RefusedError) as refused:
        office.do(person_merge.merge, keep, gone, "viena persona")
    assert refused.value.reason == "person.merge_open_cases"
    assert len(office.ask(person_list.ids)) == 2
    closing = office.ask(person_cards.card, gone).cases[0].id
    office.do(cases.withdraw, closing, office.ask(cases.card, closing).version, "iesniegts divreiz")
    office.do(person_merge.merge, keep, gone)
    with pytest.raises(RefusedError) as refused:
        office.do(person_merge.merge, keep, gone)
    assert refused.value.reason == "person.merge_gone"


def test_a_mistyped_code_does_not_hide_a_namesake(office: Office, editions: tuple[int, int]) -> None:
    _, key = applied(office, editions[0], make.person(0))
    form = replace(make.person(0), personal_code=make.code(9), email="", birth_date=None)
    (known,) = office.ask(person_matches.alike, form)
    assert known.id == key and known.why == (Likeness.SAME_NAME,)
    swapped = replace(form, given_name=form.family_name, family_name=form.given_name)
    assert office.ask(person_matches.alike, swapped)[0].why == (Likeness.SWAPPED_NAMES,)


def test_the_list_is_latvian_and_goes_on_from_a_pages_end(office: Office, editions: tuple[int, int]) -> None:
    for serial in (0, 1, 2, 3):
        applied(office, editions[0], make.person(serial))
    first = office.ask(person_list.page, limit=3)
    rest = office.ask(person_list.page, limit=3, after=first.cursor)
    names = [row.name.partition(",")[0] for row in (*first.rows, *rest.rows)]
    assert names == ["Ķēniņš-Āboļš", "Ļaudaks", "Šūpulīte", "Žņaugs"]
    assert tuple(row.id for row in (*first.rows, *rest.rows)) == office.ask(person_list.ids)
    assert first.rows[0].masked_code.endswith("-*****") and first.rows[0].cases == 1
    assert [row.name for row in office.ask(person_list.page, words="znaugs").rows] == ["Žņaugs, Ņina"]
    assert [row.id for row in office.ask(person_list.page, words=make.code(2)).rows] == [rest.rows[0].id]
    assert office.ask(person_list.ids, filters={"code": "none"}) == ()
