"""Decisions on the course of a case: drafted with a number, given up, signed, and what they do to the case."""

from datetime import timedelta

import pytest

from commission_app.documents.registers.decisions import DecisionRow
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN
from commission_app.rules.procedural import ProceduralAct
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.decision import DecisionState, ProceduralKind, ReasonKind
from commission_app.rules.vocabulary.register import Book
from commission_app.services import cases, checks, procedural_decisions, reasons_library, registers
from commission_app.services.decision_signers import SignedAs
from commission_app.services.office import Office
from commission_app.services.procedural_decisions import CourseCard, ProceduralForm
from commission_app.services.reasons_library import ReasonForm
from tests import make
from tests.hearings import House
from tests.services.test_decision_changes import text_of_pdf

WHO = SignedAs("Anna Ozola", "Sekretāre", "Secretary")


def refused(office: Office, act: object, *args: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value


def course(office: Office, case: int) -> CourseCard:
    return office.ask(procedural_decisions.of_case, case)


def test_a_term_is_extended_and_an_application_left_unexamined(house: House) -> None:
    office, case = house.office, house.facts.met
    card, today = course(office, case), make.today(house.office)
    longer = ProceduralForm(ProceduralKind.EXTENSION, today, "Gaida augstskolas atbildi.", card.deadline)
    assert refused(office, procedural_decisions.draft, case, card.version, longer).refusal.field == "until"
    until = card.deadline + timedelta(days=30)
    empty = ProceduralForm(ProceduralKind.EXTENSION, today, " ", until)
    assert refused(office, procedural_decisions.draft, case, card.version, empty).refusal.field == "reasons"
    form = ProceduralForm(ProceduralKind.EXTENSION, today, "Gaida augstskolas atbildi.", until)
    office.do(procedural_decisions.draft, case, card.version, form)
    card = course(office, case)
    drafted = card.decisions[0]
    assert (drafted.state, card.deadline < until) == (DecisionState.DRAFT, True)
    assert all(against for _, against in card.against), "one draft at a time"
    lonely = SignedAs(" ")
    assert (
        refused(office, procedural_decisions.sign, drafted.id, drafted.version, today, lonely).refusal.field == "name"
    )
    office.do(procedural_decisions.sign, drafted.id, drafted.version, today, WHO)
    card = course(office, case)
    assert (card.deadline, office.ask(cases.card, case).deadline) == (until, until)
    left = ProceduralForm(ProceduralKind.LEFT_UNEXAMINED, today, "Trūkumi nav novērsti.")
    office.do(procedural_decisions.draft, case, card.version, left)
    second = course(office, case).decisions[1]
    office.do(procedural_decisions.sign, second.id, second.version, today, WHO)
    over = office.ask(cases.card, case)
    assert (over.state, over.closed_reason) == (CaseState.CLOSED, "Trūkumi nav novērsti.")
    assert not any(one.refusals == () for one in course(office, case).decisions[1].acts)
    rows = office.ask(lambda at: tuple(registers.book_rows(at, Book.DECISIONS, today.year, LATVIAN)))
    said = [(row.number, row.verdict) for row in rows if isinstance(row, DecisionRow)]
    assert said == [(drafted.number, "pagarināt termiņu"), (second.number, "atstāt iesniegumu bez izskatīšanas")]
    assert office.ask(checks.findings) == ()


def test_a_draft_given_up_voids_its_number_and_a_withdrawn_case_is_closed(paper_house: House) -> None:
    office, case, today = paper_house.office, paper_house.facts.met, make.today(paper_house.office)
    closing = ProceduralForm(ProceduralKind.CLOSED, today, "Iesniedzējs atsauca iesniegumu.")
    office.do(procedural_decisions.draft, case, course(office, case).version, closing)
    first = course(office, case).decisions[0]
    assert refused(office, procedural_decisions.drop, first.id, first.version, " ").refusal.field == "reason"
    office.do(procedural_decisions.drop, first.id, first.version, "Sagatavots kļūdas dēļ.")
    assert course(office, case).decisions == ()
    office.do(cases.withdraw, case, course(office, case).version, "Pārdomāja.")
    card = course(office, case)
    assert {kind for kind, against in card.against if not against} == {ProceduralKind.CLOSED}
    office.do(procedural_decisions.draft, case, card.version, closing)
    row = course(office, case).decisions[0]
    assert row.number != first.number
    office.do(procedural_decisions.sign, row.id, row.version, today, WHO)
    assert office.ask(cases.card, case).state is CaseState.CLOSED
    assert {one.act for one in course(office, case).decisions[0].acts if one.refusals} == set(ProceduralAct)
    papers = [text_of_pdf(office.ask(procedural_decisions.paper, row.id, language)) for language in LANGUAGES]
    assert "Izbeigt lietu." in papers[LANGUAGES.index(LATVIAN)] and "Anna Ozola" in papers[0]
    assert "To close the case." in papers[LANGUAGES.index(ENGLISH)]
    assert office.ask(checks.findings) == ()


def test_the_library_keeps_what_was_retired_and_adds_what_is_shipped_once(paper_house: House) -> None:
    office, today = paper_house.office, make.today(paper_house.office)
    assert office.do(reasons_library.add_shipped) > 5
    assert office.do(reasons_library.add_shipped) == 0
    nameless = ReasonForm(ReasonKind.TEST, " ", "Jāpārbauda.", "", today)
    assert refused(office, reasons_library.store, None, None, nameless).refusal.field == "title"
    half = ReasonForm(ReasonKind.TEST, "Tests", " ", "To be tested.", today)
    assert refused(office, reasons_library.store, None, None, half).refusal.field == "text_lv"
    later = ReasonForm(ReasonKind.TEST, "No rītdienas", "Jāpārbauda.", "", today + timedelta(days=1))
    office.do(reasons_library.store, None, None, later)
    tests = office.ask(reasons_library.offered, (ReasonKind.TEST,))
    assert [one.form.title for one in tests] == ["Rezultāti jāpārbauda"], "what begins tomorrow is not offered today"
    office.do(reasons_library.retire, tests[0].id, tests[0].version)
    kept = office.ask(reasons_library.lines, "parbauda dokumentiem")
    assert [(one.in_force, one.retired_on) for one in kept] == [(False, today)]
    assert refused(office, reasons_library.retire, kept[0].id, kept[0].version).reason == "reason.retired"
