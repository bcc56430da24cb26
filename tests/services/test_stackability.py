"""What gathers over several cases: parts, the whole, another qualification; certified when the last part is there."""

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.accumulation import Stage, UnitStanding
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import cases, certificates, papers, stackability, stackability_papers
from tests import hearings, make, stacks
from tests.documents.reading import words
from tests.hearings import House


def test_parts_gather_over_cases_until_the_whole_may_be_certified(house: House) -> None:
    office = house.office
    cook = make.standard(office, stacks.cook())
    confectioner = make.standard(office, stacks.confectioner())
    first, person = stacks.passes(house, cook, None, ("P1", "P2"))
    card = office.ask(stackability.of_person, person)
    assert [(row.code, row.stage, row.held, row.wanted) for row in card.qualifications] == [
        ("PAV-3", Stage.BEGUN, 2, 3),
        ("KON-3", Stage.BEGUN, 1, 2),
    ], "the nearest stands first, and the shared module counts in both"
    assert [part.stage for part in card.qualifications[0].parts] == [Stage.COMPLETE, Stage.NOTHING]
    assert card.held == 2, "counted once as something the person has"
    part = office.ask(certificates.to_issue, first)
    assert (part.kind, [one.reason for one in part.against_whole]) == (
        CertificateKind.QUALIFICATION_PART,
        ["accumulation.missing"],
    )
    with pytest.raises(RefusedError, match=r"accumulation\.missing"):
        office.do(certificates.issue, first, hearings.version(office, first), None, "PK A", "1", whole=True)
    key = office.do(certificates.issue, first, hearings.version(office, first), None, "PK A", "1")
    paper = words(office.ask(papers.certificate, key, LATVIAN))
    assert "A Ēdienu gatavošana" in paper
    number = office.ask(certificates.card, key).number
    second, _ = stacks.passes(house, cook, person, ("P3",))
    card = office.ask(stackability.of_case, second)
    whole = card.qualifications[0]
    assert (whole.stage, whole.against, whole.own) == (Stage.COMPLETE, (), True)
    origins = {unit.code: unit.origin for unit in whole.units}
    assert origins["P1"] is not None and origins["P1"].certificate == number
    assert [row.code for row in card.qualifications] == ["PAV-3", "KON-3"]
    assert office.ask(certificates.to_issue, second).against_whole == ()
    key = office.do(certificates.issue, second, hearings.version(office, second), None, "PK A", "2", whole=True)
    assert office.ask(certificates.card, key).kind is CertificateKind.QUALIFICATION
    sheet = words(office.ask(papers.certificate, key, LATVIAN))
    assert "Apgūts vairākās lietās" in sheet and f"P1 Modulis P1: {office.ask(cases.card, first).number}" in sheet
    assert confectioner


def test_what_is_asked_for_now_and_what_is_missing_are_told_apart_and_printed(paper_house: House) -> None:
    office = paper_house.office
    cook = make.standard(office, stacks.cook())
    opened = make.case(office, cook, serial=11)
    card = office.ask(stackability.of_case, opened.id)
    (row,) = card.qualifications
    assert (card.held, row.stage) == (0, Stage.NOTHING)
    assert {unit.standing for unit in row.units} == {UnitStanding.ASKED}
    person = office.ask(cases.card, opened.id).person_id
    assert office.ask(stackability.of_person, person).qualifications == (), "without a case nothing leads anywhere"
    _, other = stacks.passes(paper_house, cook, None, ("P3",))
    paper = words(office.ask(stackability_papers.of_person, other, LATVIAN))
    assert "PAV-3 Pavārs" in paper and "P1, P2" in paper
    assert "No unit has been recognised yet." in words(office.ask(stackability_papers.of_case, opened.id, ENGLISH))


def test_a_programme_is_finished_in_the_programme_though_every_course_is_recognised(paper_house: House) -> None:
    office, case_id = paper_house.office, paper_house.facts.met
    hearings.registered(paper_house, case_id)
    card = office.ask(stackability.of_case, case_id)
    (row,) = card.qualifications
    assert (row.stage, [one.reason for one in row.against]) == (Stage.COMPLETE, ["accumulation.programme"])
    assert card.total == (Credits.of("18", CreditUnit.ECTS),)
