"""Certificates: only after signature or a passed exam, with every letter printable, annulled but never deleted."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from commission_app.errors import ConflictError, RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.certificate import Paper
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState
from commission_app.rules.vocabulary.decision import RefusalGround
from commission_app.rules.vocabulary.register import Book
from commission_app.services import cases, certificates, checks, decisions, exams, papers, people, registers
from tests import hearings, make
from tests.hearings import House


def refused(house: House, act: object, *args: object, **kwargs: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        house.office.do(act, *args, **kwargs)  # type: ignore[arg-type]
    return why.value


def examined(house: House) -> int:
    """A case whose exam is passed and closed."""
    key, (first, second) = hearings.exam(house)
    hearings.record(house.office, key, {first: (30, 45), second: (10, 10)})
    house.office.do(exams.close_exam, key)
    return house.facts.examinees[0]


def test_a_statement_is_issued_with_its_number_line_and_bytes(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    key = office.do(certificates.issue, case, hearings.version(office, case), languages=(LATVIAN, ENGLISH))
    card, year = office.ask(certificates.card, key), make.today(office).year
    assert (card.number, card.kind) == (f"A-{year}/1", CertificateKind.RECOGNITION_STATEMENT)
    assert card.languages == ("lv", "en")
    assert office.ask(cases.card, case).state is CaseState.CERTIFIED
    first = office.ask(papers.certificate, key, LATVIAN)
    assert first == office.ask(papers.certificate, key, LATVIAN), "a reprint is a copy"
    assert first != office.ask(papers.certificate, key, ENGLISH)
    (line,) = office.ask(registers.entries, Book.CERTIFICATES, year, LATVIAN).rows
    assert people_code(house, case) in line.cells
    assert office.ask(certificates.certificate_list).rows[0].number == card.number
    assert office.ask(checks.findings) == ()


def people_code(house: House, case: int) -> str:
    return house.office.ask(cases.card, case).person.personal_code


def test_nothing_is_issued_before_the_decision_is_registered_and_signed(house: House) -> None:
    office = house.office
    table = hearings.decided(house)
    case = table.cases[0]
    assert refused(house, certificates.issue, case, hearings.version(office, case)).reason == "case.first"
    card = office.ask(decisions.of_case, case)
    assert card is not None
    office.do(decisions.register, card.id, card.version)
    assert refused(house, certificates.issue, case, hearings.version(office, case)).reason == "decision.not_signed"


def test_nothing_recognised_gives_no_certificate(house: House) -> None:
    office = house.office
    table = hearings.decided(house, house.facts.none_met)
    card = office.ask(decisions.of_case, table.cases[0])
    assert card is not None
    office.do(decisions.edit_draft, card.id, card.version, "Nav pierādījumu.", RefusalGround.NO_EVIDENCE)
    hearings.register(office, table.cases[0])
    why = refused(house, certificates.issue, table.cases[0], hearings.version(office, table.cases[0]))
    assert why.reason == "case.nothing_recognised"


def test_a_qualification_needs_the_number_of_its_form_and_uses_it_once(house: House) -> None:
    office = house.office
    case = examined(house)
    seen = hearings.version(office, case)
    assert refused(house, certificates.issue, case, seen).refusal.field == "form_series"
    assert refused(house, certificates.issue, case, seen, form_series="PK A").refusal.field == "form_number"
    key = office.do(certificates.issue, case, seen, form_series="PK A", form_number="001234")
    card = office.ask(certificates.card, key)
    assert (card.kind, card.form_number) == (CertificateKind.QUALIFICATION, "001234")
    office.do(certificates.annul, key, card.version, "sabojāta veidlapa")
    again = hearings.version(office, case)
    why = refused(house, certificates.issue, case, again, form_series="PK A", form_number="001234")
    assert why.reason == "certificate.form_used"
    failed = house.facts.examinees[1]
    assert refused(house, certificates.issue, failed, hearings.version(office, failed)).reason == "exam.not_passed"


def test_an_annulled_certificate_stays_in_the_book_with_its_reason(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    key = office.do(certificates.issue, case, hearings.version(office, case))
    card = office.ask(certificates.card, key)
    assert refused(house, certificates.annul, key, card.version, " ").refusal.field == "reason"
    office.do(certificates.annul, key, card.version, "kļūda uzvārdā")
    annulled = office.ask(certificates.card, key)
    assert annulled.state is CertificateState.ANNULLED
    assert annulled.against_handing
    first, second = office.ask(registers.entries, Book.CERTIFICATES, make.today(office).year, ENGLISH).rows
    assert any("kļūda uzvārdā" in cell for cell in first.cells)
    assert any(cell.startswith("Corrects entry 1") for cell in second.cells)
    assert office.ask(registers.entry_card, first.id, ENGLISH).corrected_by == 2
    new = office.do(certificates.issue, case, hearings.version(office, case))
    assert office.ask(certificates.card, new).number.endswith("/2")
    assert office.ask(checks.findings) == ()


def test_handing_over_is_once_and_on_a_possible_day(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    key = office.do(certificates.issue, case, hearings.version(office, case))
    card, today = office.ask(certificates.card, key), make.today(office)
    for day in (today - timedelta(days=1), today + timedelta(days=1)):
        assert refused(house, certificates.hand_over, key, card.version, day).refusal.field == "handed_on"
    office.do(certificates.hand_over, key, card.version, today)
    with pytest.raises(ConflictError):
        office.do(certificates.hand_over, key, card.version, today)
    handed = office.ask(certificates.card, key)
    assert refused(house, certificates.hand_over, key, handed.version, today).reason == "certificate.handed_already"


def test_a_letter_that_cannot_be_printed_stops_the_issue_and_nothing_is_stored(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    card = office.ask(cases.card, case)
    # The made-up codes are of the 19th century, which nobody may be born in; so the form leaves the date to the code.
    known = replace(card.person, birth_date=None)
    odd = replace(known, family_name="漢字")
    office.do(people.correct, card.person_id, card.person_version, odd)
    why = refused(house, certificates.issue, case, hearings.version(office, case))
    assert (why.reason, why.refusal.facts["letter"]) == ("paper.missing_letter", "漢")
    assert office.ask(certificates.of_case, case) is None
    assert office.ask(lambda reading: reading.session.scalars(select(Paper)).all()) == []
    assert office.ask(cases.card, case).state is CaseState.DECIDED
    office.do(people.correct, card.person_id, office.ask(cases.card, case).person_version, known)
    key = office.do(certificates.issue, case, hearings.version(office, case))
    assert office.ask(certificates.card, key).number.endswith("/1"), "the number of the refused issue is not lost"
