"""The gate of delegations: it warns or stops by the rule in force, for the case and for the exam."""

from datetime import date, timedelta

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH
from commission_app.models.case import RecognitionCase
from commission_app.models.standard import Edition
from commission_app.rules.readiness import ReadinessFacts
from commission_app.rules.vocabulary.case import CaseAct, Procedure
from commission_app.rules.vocabulary.exam import DelegationGate
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book
from commission_app.services import cases, checks, delegations, exams, provisions, readiness, registers
from commission_app.services.delegations import DelegationForm
from commission_app.store.work import Reading
from tests import hearings, make
from tests.hearings import House


def standard_of(reading: Reading, edition_id: int) -> int:
    return reading.get(Edition, edition_id).standard_id


def form(house: House, since: date, until: date | None = None) -> DelegationForm:
    standard = house.office.ask(standard_of, house.facts.exam_edition)
    return DelegationForm(standard, "Izglītības kvalitātes valsts dienests", "1-5/3", since, until)


def said(house: House, case_id: int) -> list[str]:
    return [one.reason for one in house.office.ask(cases.card, case_id).shortcomings if "delegation" in one.reason]


def test_a_missing_delegation_warns_and_by_the_rule_it_stops_entering(house: House) -> None:
    office, (case_id, _) = house.office, house.facts.examinees
    today = make.today(office)
    assert said(house, case_id) == [], "an office that keeps no delegations is left in peace"
    ended = form(house, make.LONG_AGO, today - timedelta(days=1))
    key = office.do(delegations.store, None, None, ended)
    assert said(house, case_id) == ["delegation.not_when_applied"]
    exam_id = office.do(
        exams.plan_exam, house.facts.exam_edition, house.facts.exam_commission, hearings.exam_form(house)
    )
    assert [one.reason for one in office.ask(exams.exam_card, exam_id).remarks] == [
        "delegation.not_when_applied",
        "delegation.not_when_examined",
    ]
    gate = ProvisionKey.DELEGATION_GATE.value
    office.do(provisions.settle, gate, Procedure.VOCATIONAL, make.LONG_AGO, DelegationGate.STOP.value)
    against = {row.act: row.refusals for row in office.ask(cases.card, case_id).acts}
    assert [why.reason for why in against[CaseAct.ENTER_EXAM]] == ["delegation.not_when_applied"]
    with pytest.raises(RefusedError, match=r"delegation\.not_when_applied"):
        office.do(exams.enter_case, exam_id, case_id)
    seen = office.ask(delegations.lines)[0].version
    office.do(delegations.store, key, seen, form(house, make.LONG_AGO))
    office.do(exams.enter_case, exam_id, case_id)
    (line,) = office.ask(delegations.lines)
    assert (line.in_force, office.ask(exams.exam_card, exam_id).remarks) == (True, ())
    with pytest.raises(RefusedError, match=r"date\.period_turned"):
        office.do(delegations.store, None, None, form(house, today, today - timedelta(days=1)))
    closed_on_the_contract(house, exam_id)
    office.do(delegations.remove, key, line.version)
    assert office.ask(delegations.lines) == ()


def closed_on_the_contract(house: House, exam_id: int) -> None:
    """The register of exams names the contract that the exam rests on."""
    office = house.office
    card = office.ask(exams.exam_card, exam_id)
    office.do(exams.set_board, exam_id, [line.member_id for line in card.board[:2]])
    hearings.record(office, exam_id, {card.examinees[0].id: (30, 45)})
    office.do(exams.close_exam, exam_id)
    (line,) = office.ask(registers.entries, Book.EXAMS, make.today(office).year, ENGLISH).rows
    assert line.cells[4] == "1-5/3"
    assert office.ask(checks.findings) == ()


def test_a_delegation_that_ends_before_the_exam_is_named(paper_house: House) -> None:
    office, (case_id, _) = paper_house.office, paper_house.facts.examinees
    today = make.today(office)
    office.do(delegations.store, None, None, form(paper_house, make.LONG_AGO, today))
    later = hearings.exam_form(paper_house).__class__(today + timedelta(days=2), 40, 60, {5: 50})
    key = office.do(exams.plan_exam, paper_house.facts.exam_edition, paper_house.facts.exam_commission, later)
    office.do(exams.enter_case, key, case_id)
    (remark,) = office.ask(exams.exam_card, key).remarks
    assert (remark.reason, remark.facts["day"]) == ("delegation.not_when_examined", later.held_on)
    assert said(paper_house, case_id) == ["delegation.not_when_examined"]


def test_the_readiness_check_names_what_is_not_delegated(paper_house: House) -> None:
    office, (case_id, _) = paper_house.office, paper_house.facts.examinees
    office.do(delegations.store, None, None, form(paper_house, make.LONG_AGO, make.LONG_AGO))
    facts = office.ask(_facts, case_id)
    assert [one.reason for one in facts.undelegated] == [
        "delegation.not_when_applied",
        "delegation.not_when_examined",
    ]


def _facts(reading: Reading, case_id: int) -> ReadinessFacts:
    case = reading.get(RecognitionCase, case_id)
    return readiness.readiness_facts(reading, case, reading.today, ())


def test_a_missing_delegation_is_said_at_the_counter_before_anything_is_stored(house: House) -> None:
    office, edition, today = house.office, house.facts.exam_edition, make.today(house.office)

    def said_of(procedure: Procedure = Procedure.VOCATIONAL) -> list[str]:
        return [one.reason for one in office.ask(delegations.at_intake, procedure, edition, today, ())]

    assert said_of() == [], "an office that keeps no delegations is left in peace"
    office.do(delegations.store, None, None, form(house, make.LONG_AGO, today - timedelta(days=1)))
    assert said_of() == ["delegation.not_when_applied"]
    assert said_of(Procedure.MOBILITY) == []
    office.do(delegations.store, None, None, form(house, today))
    assert said_of() == []
    gate = ProvisionKey.DELEGATION_GATE.value
    office.do(provisions.settle, gate, Procedure.VOCATIONAL, make.LONG_AGO, DelegationGate.STOP.value)
    for line in office.ask(delegations.lines):
        office.do(delegations.remove, line.id, line.version)
    assert said_of() == ["delegation.none"]
