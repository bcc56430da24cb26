"""What belongs to an application: dated rows, statements, consultations, leaving and coming back, groups, caps."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.rules.readiness import attention
from commission_app.rules.vocabulary.case import (
    CaseAct,
    CaseState,
    ConsultationForm,
    ExperienceKind,
    LeavingReason,
    Motive,
    Procedure,
    StatementKind,
)
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import (
    case_list,
    cases,
    cohorts,
    consultations,
    evidence,
    evidence_reuse,
    experience,
    provisions,
    readiness,
    statements,
    today,
)
from commission_app.services.cases import RequestForm
from commission_app.services.cohorts import CohortForm, GroupMember
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.experience import CourseForm, ExperienceForm
from commission_app.services.office import Office
from commission_app.services.statements import StatementsForm
from commission_app.store.work import Reading
from tests import make

WORK = ExperienceForm(ExperienceKind.WORK, "SIA „Ķekava”", "Administrators", date(2015, 3, 1), date(2022, 9, 30))


@pytest.fixture
def desk(office: Office) -> tuple[Office, int]:
    """A received application."""
    make.institution(office)
    return office, make.case(office, make.standard(office)).id


def test_rows_of_work_add_up_without_counting_a_day_twice(desk: tuple[Office, int]) -> None:
    office, case = desk
    office.do(experience.add, case, WORK)
    office.do(
        experience.add,
        case,
        replace(WORK, organisation="AS „Sakari”", began_on=date(2021, 10, 1), ended_on=date(2023, 2, 28)),
    )
    card = office.ask(experience.of_case, case)
    assert [(kind, length.years, length.months) for kind, length in card.lengths] == [(ExperienceKind.WORK, 8, 0)]
    assert [remark.reason for remark in card.remarks] == ["experience.overlap"]


def test_a_course_of_earlier_studies_keeps_its_unit_and_what_it_counts_for(desk: tuple[Office, int]) -> None:
    office, case = desk
    unit = office.ask(cases.card, case).claims[0].unit_id
    course = CourseForm("Datu bāzes", credits=Decimal("4.5"), credit_unit=CreditUnit.KP, mark="8", unit_ids=(unit,))
    form = ExperienceForm(ExperienceKind.EDUCATION, "Cēsu universitāte", courses=(course,))
    key = office.do(experience.add, case, form)
    (row,) = office.ask(experience.of_case, case).rows
    assert row.form == form
    office.do(experience.change, key, row.version, replace(form, courses=()))
    (row,) = office.ask(experience.of_case, case).rows
    assert row.form.courses == ()
    office.do(experience.remove, key, row.version)
    assert office.ask(experience.of_case, case).rows == ()


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (replace(WORK, organisation=" "), "organisation"),
        (replace(WORK, ended_on=date(2014, 1, 1)), "ended_on"),
        (replace(WORK, began_on=date(2999, 1, 1)), "began_on"),
        (replace(WORK, hours=Decimal(-1)), "hours"),
        (replace(WORK, courses=(CourseForm("X", credits=Decimal(3)),)), "courses"),
        (replace(WORK, courses=(CourseForm("X", mark="11"),)), "mark"),
        (replace(WORK, courses=(CourseForm("X", unit_ids=(999,)),)), "courses"),
    ],
    ids=["where", "ends before", "future", "hours", "credits without unit", "mark", "foreign unit"],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_stored(
    form: ExperienceForm, field: str, desk: tuple[Office, int]
) -> None:
    office, case = desk
    with pytest.raises(RefusedError) as refused:
        office.do(experience.add, case, form)
    assert refused.value.refusal.field == field
    assert office.ask(experience.of_case, case).rows == ()


def test_statements_keep_the_words_and_the_day_they_were_signed_in(desk: tuple[Office, int]) -> None:
    office, case = desk
    seen = office.ask(statements.of_case, case).version
    office.do(statements.settle, case, seen, StatementsForm((StatementKind.TRUTH,), date(2026, 1, 5)))
    card = office.ask(statements.of_case, case)
    both = (StatementKind.TRUTH, StatementKind.NO_DOCUMENT)
    with pytest.raises(RefusedError):
        office.do(statements.settle, case, card.version, StatementsForm(both, date(2026, 2, 1)))
    form = StatementsForm(both, date(2026, 2, 1), no_document_reason="Arhīvs nodega.")
    office.do(statements.settle, case, card.version, form)
    rows = office.ask(statements.of_case, case).rows
    assert [(row.kind, row.given_on.month) for row in rows] == [(both[0], 1), (both[1], 2)]
    assert rows[0].text.startswith("Apliecinu, ka iesniegumā")


def test_an_application_without_documents_goes_on_to_assessment(desk: tuple[Office, int]) -> None:
    office, case = desk
    make.move(office, case, cases.admit)
    with pytest.raises(RefusedError):
        make.move(office, case, cases.close_portfolio)
    seen = office.ask(statements.of_case, case).version
    form = StatementsForm((StatementKind.NO_DOCUMENT,), make.today(office), no_document_reason="Darbs bez līguma.")
    office.do(statements.settle, case, seen, form)
    make.move(office, case, cases.close_portfolio)
    assert office.ask(cases.card, case).state is CaseState.DOCUMENTED


def test_free_consultations_are_counted_down(desk: tuple[Office, int]) -> None:
    office, case = desk
    form = consultations.ConsultationForm(make.today(office), 60, "Līga Bērziņa", ConsultationForm.PHONE)
    office.do(consultations.record, case, form)
    office.do(consultations.record, case, replace(form, minutes=30, free=False))
    card = office.ask(consultations.of_case, case)
    assert (card.minutes, card.free_left, card.free_allowed) == (90, 1, 2)
    with pytest.raises(RefusedError):
        office.do(consultations.record, None, form)
    office.do(consultations.record, None, replace(form, attendee="Nezināma persona"))
    assert len(office.ask(consultations.everything, make.today(office).year)) == 3


def test_a_case_closed_on_withdrawal_is_taken_up_again_where_it_stood(desk: tuple[Office, int]) -> None:
    office, case = desk
    make.move(office, case, cases.admit)
    seen = office.ask(cases.card, case).version
    office.do(cases.withdraw, case, seen, "Pārcēlies.", LeavingReason.LEFT_WORK)
    card = office.ask(cases.card, case)
    assert (card.state, card.closed_code) == (CaseState.WITHDRAWN, LeavingReason.LEFT_WORK)
    assert next(one for one in card.acts if one.act is CaseAct.TAKE_UP_AGAIN).lawful
    office.do(cases.take_up_again, case, card.version)
    card = office.ask(cases.card, case)
    assert (card.state, card.closed_code, card.closed_reason) == (CaseState.ADMITTED, None, "")
    with pytest.raises(RefusedError):
        office.do(cases.take_up_again, case, card.version)


def test_the_motive_of_a_rule_of_the_trade_names_the_rule(desk: tuple[Office, int]) -> None:
    office, case = desk
    seen = office.ask(cases.card, case).version
    with pytest.raises(RefusedError):
        office.do(cases.settle_request, case, seen, RequestForm(Motive.TRADE_RULE))
    office.do(cases.settle_request, case, seen, RequestForm(Motive.TRADE_RULE, "Sociālo pakalpojumu likums"))
    assert office.ask(cases.card, case).trade_rule == "Sociālo pakalpojumu likums"


def test_evidence_of_an_earlier_case_comes_along_without_its_judgements(desk: tuple[Office, int]) -> None:
    office, first = desk
    card = office.ask(cases.card, first)
    files = (NewFile("apliecība.txt", b"Teksts."),)
    item = office.do(evidence.attach, first, EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība"), files).item_id
    second = make.case(office, card.edition_id, person_id=card.person_id).id
    assert office.do(evidence_reuse.lay_in, second, (item,)) == 1
    (line,) = office.ask(evidence.portfolio, second)
    assert (line.form.title, line.from_case_number, len(line.files)) == ("Apliecība", card.number, 1)
    assert office.ask(evidence_reuse.offered, second)[0].here
    assert office.do(evidence_reuse.lay_in, second, (item,)) == 0
    other = make.case(office, card.edition_id, serial=9).id
    with pytest.raises(RefusedError):
        office.do(evidence_reuse.lay_in, other, (item,))


def group(office: Office, edition: int) -> CohortForm:
    """People of one employer who apply today."""
    return CohortForm(
        "Ķekavas grupa", edition, Procedure.HIGHER_EDUCATION, make.today(office), "SIA „Ķekava”", pays=True
    )


def test_twenty_people_of_one_employer_are_taken_in_at_once(desk: tuple[Office, int]) -> None:
    office, case = desk
    edition = office.ask(cases.card, case).edition_id
    members = [GroupMember("Aija", f"Ķēniņa{n}", make.code(100 + n)) for n in range(20)]
    assert office.ask(cohorts.troubles, members) == ()
    received = office.do(cohorts.receive_group, group(office, edition), members)
    assert len(received) == 20
    card = office.ask(cases.card, received[0].id)
    assert (card.cohort, card.payment.payer, card.motive_kind) == ("Ķekavas grupa", "SIA „Ķekava”", Motive.EMPLOYER)
    assert [row.cases for row in office.ask(cohorts.cohorts)] == [20]


def test_one_bad_row_of_a_group_stores_nobody(desk: tuple[Office, int]) -> None:
    office, case = desk
    edition = office.ask(cases.card, case).edition_id
    members = [GroupMember("Aija", "Ķēniņa", make.code(100)), GroupMember("", "Žņaugs", "99")]
    assert [one.facts["row"] for one in office.ask(cohorts.troubles, members)] == [2]
    with pytest.raises(RefusedError) as refused:
        office.do(cohorts.receive_group, group(office, edition), members)
    assert refused.value.refusal.facts["row"] == 2
    assert office.ask(case_list.count) == 1 and office.ask(cohorts.cohorts) == ()


def test_the_institution_may_limit_applications_of_a_person_in_a_year(desk: tuple[Office, int]) -> None:
    office, case = desk
    card = office.ask(cases.card, case)
    office.do(provisions.settle, ProvisionKey.APPLICATIONS_PER_YEAR, None, make.LONG_AGO, 1)
    with pytest.raises(RefusedError) as refused:
        make.case(office, card.edition_id, person_id=card.person_id)
    assert refused.value.refusal.reason == "application.too_many_in_year"
    make.case(office, card.edition_id, serial=5)


def test_an_admission_is_valid_as_long_as_the_institution_says(desk: tuple[Office, int]) -> None:
    office, case = desk
    office.do(provisions.settle, ProvisionKey.ADMISSION_MONTHS, None, make.LONG_AGO, 6)
    make.move(office, case, cases.admit)
    until = office.ask(cases.card, case).admitted_until
    assert until is not None and 170 < (until - make.today(office)).days < 190


def test_a_lapse_is_told_on_today_and_before_the_sitting(desk: tuple[Office, int]) -> None:
    office, case = desk
    office.do(provisions.settle, ProvisionKey.ADMISSION_MONTHS, None, make.LONG_AGO, 2)
    make.move(office, case, cases.admit)
    assert not office.ask(today.desk).lacking
    until = office.ask(cases.card, case).admitted_until
    assert until is not None
    for days, reason in ((-7, "admission.lapses"), (1, "admission.lapsed")):
        moment = datetime(until.year, until.month, until.day, 9, tzinfo=UTC) + timedelta(days=days)
        later = _at(office, moment)
        told = later.ask(today.desk)
        assert [(row.case_id, row.why.reason) for row in told.lacking if row.why] == [(case, reason)]
        assert later.ask(case_list.count, filters={"waits": "lacking"}) == told.lacking_total == 1
    assert later.ask(_before, case, until + timedelta(days=1)) == ["admission.lapsed"]
    assert later.ask(_before, case, until) == []


def _at(office: Office, moment: datetime) -> Office:
    return Office(office.database, office.actor, clock=lambda: moment)


def _before(reading: Reading, case_id: int, heard_on: date) -> list[str]:
    facts = readiness.readiness_facts(reading, reading.get(RecognitionCase, case_id), heard_on, ())
    found = (one.what.reason for one in attention(facts))
    return [reason for reason in found if reason.startswith("admission.")]
