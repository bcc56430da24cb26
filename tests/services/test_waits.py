"""What cases wait for: read in one query as the page of each case reads it."""

from dataclasses import replace
from datetime import date

from commission_app.models.case import Case, RecognitionCase
from commission_app.rules.completeness import missing, reminders
from commission_app.rules.vocabulary.case import Procedure
from commission_app.services import applicants, case_facts, case_list, case_waits, cases, today
from commission_app.services.applicants import ApplicationForm
from commission_app.services.office import Office
from commission_app.services.people import PersonForm
from commission_app.store.work import Reading
from tests import make

NOBODY = PersonForm("Čaks", "Ļaudaks")
FORMS = (
    NOBODY,
    replace(NOBODY, family_name="Kods", personal_code=make.code(40)),
    replace(NOBODY, family_name="Adrese", personal_code=make.code(41), address="Skolas iela 1"),
    replace(NOBODY, family_name="Pase", birth_date=date(1990, 2, 1), document_number="LV1", email="a@example.invalid"),
)


def test_many_applications_lack_what_each_of_them_lacks(office: Office) -> None:
    make.institution(office)
    edition = make.standard(office)
    for form in FORMS:
        for procedure, paid in ((Procedure.HIGHER_EDUCATION, None), (Procedure.VOCATIONAL, make.today(office))):
            known = office.ask(_known, form.family_name)
            said = ApplicationForm(procedure, edition, make.today(office), form, known, paid_on=paid)
            office.do(applicants.receive, said)
    assert office.ask(_together) == office.ask(_one_by_one)
    assert any(reason for reason in office.ask(_together).values())


def test_a_case_stops_waiting_when_it_has_what_it_waited_for(office: Office) -> None:
    make.institution(office)
    make.commission(office)
    edition = make.standard(office)
    scored = make.scored_case(office, edition)
    assert office.ask(case_list.ids, filters={"waits": "sitting"}) == (scored.id,)
    assert [row.case_id for row in office.ask(today.desk).to_hear] == [scored.id]
    make.move(office, scored.id, cases.refer)
    assert office.ask(case_list.count, filters={"waits": "sitting"}) == office.ask(today.desk).to_refer == 0


def _known(reading: Reading, family: str) -> int | None:
    from sqlalchemy import select

    from commission_app.models.person import Person

    return reading.session.scalar(select(Person.id).where(Person.family_name == family))


def _together(reading: Reading) -> dict[int, tuple[object, ...]]:
    every = case_facts.facts_of_applications(reading.session, Case.id > 0)
    return {key: (missing(facts), reminders(facts)) for key, facts in every}


def _one_by_one(reading: Reading) -> dict[int, tuple[object, ...]]:
    facts = {
        key: case_facts.application_facts(reading.session, reading.get(RecognitionCase, key))
        for key in case_list.ids(reading)
    }
    return {key: (missing(said), reminders(said)) for key, said in facts.items()}


def test_the_first_things_that_are_missing_lead_to_their_cases(office: Office) -> None:
    make.institution(office)
    edition = make.standard(office)
    office.do(applicants.receive, ApplicationForm(Procedure.HIGHER_EDUCATION, edition, make.today(office), NOBODY))
    (row,) = office.ask(today.desk).lacking
    assert row.why is not None and row.why.reason == "application.no_identity"
    assert [key for key, _ in office.ask(lambda reading: case_waits.lacking(reading.session))] == [row.case_id]
