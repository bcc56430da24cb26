"""What happens to a registered decision: taken up again and replaced, repealed, provisional and made final."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest
from sqlalchemy import select

from commission_app.documents.registers.decisions import DecisionRow
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.decision import Decision
from commission_app.models.score import Result
from commission_app.models.standard import Unit
from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.case import CaseState, Procedure
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.fee import PriceKind
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import (
    cases,
    certificates,
    checks,
    credits,
    decision_changes,
    decision_signers,
    decisions,
    history,
    papers,
    price_lists,
    registers,
    sitting_end,
    sittings,
)
from commission_app.services.decision_cards import DecisionCard
from commission_app.services.decision_changes import Slip
from commission_app.services.decision_signers import SignedAs
from commission_app.services.office import Office, Reading
from commission_app.services.price_lists import PriceListForm
from commission_app.services.sitting_end import Signed
from commission_app.store.work import Work
from tests import hearings, make
from tests.hearings import House

PER_CREDIT = PriceListForm("Cenrādis", PriceKind.PER_CREDIT, Procedure.HIGHER_EDUCATION, make.LONG_AGO, cents=30_50)
SLIP = Slip("pamatojums", "Rgā", "Rīgā")


def refused(office: Office, act: object, *args: object) -> RefusedError:
    with pytest.raises(RefusedError) as why:
        office.do(act, *args)  # type: ignore[arg-type]
    return why.value


def text_of_pdf(data: bytes) -> str:
    """Everything a paper says, in one line."""
    document = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def held(house: House, case: int) -> DecisionCard:
    card = house.office.ask(decisions.of_case, case)
    assert card is not None
    return card


def lawful(card: DecisionCard) -> set[DecisionAct]:
    return {row.act for row in card.acts if row.lawful}


def test_a_case_taken_up_again_gets_a_new_decision_that_replaces_the_old(house: House) -> None:
    office = house.office
    case = hearings.registered(house)
    old = held(house, case)
    assert refused(office, decision_changes.reopen, old.id, old.version, " ").refusal.field == "reason"
    office.do(decision_changes.reopen, old.id, old.version, "Apstrīdēts.")
    card = office.ask(cases.card, case)
    assert card.state is CaseState.SCORED
    again = held(house, case)
    assert again.state is DecisionState.REGISTERED, "in force until the new one stands"
    assert DecisionAct.REOPEN not in lawful(again)
    office.do(decision_changes.let_stand, again.id, again.version)
    assert office.ask(cases.card, case).state is CaseState.DECIDED
    again = held(house, case)
    office.do(decision_changes.reopen, again.id, again.version, "Apstrīdēts.")
    table = hearings.decided(house, case)
    new = held(house, case)
    assert (new.number != old.number, new.state, table.cases) == (True, DecisionState.DRAFT, (case,))
    hearings.register(office, case)
    before = office.ask(decisions.card, old.id)
    assert before.state is DecisionState.REPLACED
    assert not lawful(before)
    assert office.ask(cases.card, case).state is CaseState.DECIDED
    person = office.ask(cases.card, case).person_id
    other = make.case(office, house.facts.edition, person_id=person, commission_id=house.facts.commission).id
    assert {line.rule for line in office.ask(credits.proposal, other).award.lines} == {"unit.recognised_before"}
    assert office.ask(checks.findings) == ()


def test_a_repealed_decision_gives_nothing_and_its_certificate_can_be_annulled(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case = hearings.registered(house)
    card = held(house, case)
    today = make.today(office)
    seen = office.ask(cases.card, case).version
    issued = office.do(certificates.issue, case, seen)
    card = held(house, case)
    early = card.decided_on - timedelta(days=1)
    assert refused(office, decision_changes.repeal, card.id, card.version, "x", early).refusal.field == "on"
    office.do(decision_changes.repeal, card.id, card.version, "AP-1: atcelts.", today)
    gone = held(house, case)
    assert (gone.state, lawful(gone)) == (DecisionState.REPEALED, {DecisionAct.REOPEN})
    assert office.ask(cases.card, case).state is CaseState.CLOSED
    assert refused(office, decision_changes.repeal, gone.id, gone.version, "x", today).reason == "decision.repealed"
    person = office.ask(cases.card, case).person_id
    other = make.case(office, house.facts.edition, person_id=person, commission_id=house.facts.commission).id
    assert "unit.recognised_before" not in {line.rule for line in office.ask(credits.proposal, other).award.lines}
    paper = office.ask(certificates.card, issued)
    assert paper.against_annulling == ()
    assert (
        refused(office, certificates.hand_over, issued, paper.version, today).reason == paper.against_handing[0].reason
    )
    assert paper.rests_on is not None and paper.rests_on.reason == "certificate.decision_repealed"
    office.do(certificates.annul, issued, paper.version, "Lēmums atcelts.")
    assert office.ask(certificates.card, issued).rests_on is None
    assert office.ask(checks.findings) == ()
    office.do(decision_changes.reopen, gone.id, gone.version, "Jāizskata no jauna.")
    sitting = hearings.decided(house, case)
    hearings.register(office, case)
    assert office.ask(decisions.card, gone.id).state is DecisionState.REPEALED
    assert office.ask(sittings.sitting_card, sitting.id).id == sitting.id
    assert office.ask(checks.findings) == ()


def test_a_condition_keeps_the_certificate_back_until_it_is_met(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    today, case = make.today(office), house.facts.met
    hearings.decided(house, case)
    card = held(house, case)
    lacking = refused(office, decisions.set_condition, card.id, card.version, "Nokārtot drošības ieskaiti.", None)
    assert lacking.refusal.field == "condition_until"
    until = today + timedelta(days=30)
    office.do(decisions.set_condition, card.id, card.version, "Nokārtot drošības ieskaiti.", until)
    hearings.register(office, case)
    card = held(house, case)
    assert card.life.provisional and DecisionAct.ISSUE not in lawful(card)
    seen = office.ask(cases.card, case).version
    assert refused(office, certificates.issue, case, seen).reason == "decision.provisional"
    office.do(decision_changes.make_final, card.id, card.version, "Ieskaite nokārtota.", today)
    card = held(house, case)
    assert (card.life.provisional, card.life.final_on) == (False, today)
    assert refused(office, decision_changes.lapse, card.id, card.version, "x").reason == "decision.final"
    office.do(certificates.issue, case, office.ask(cases.card, case).version)
    remarks = [row.remarks for row in office.ask(lambda at: tuple(book_of(at)))]
    assert remarks == [f"Ar nosacījumu līdz {LATVIAN.date(until)}", "1. ieraksts: galīgs. Ieskaite nokārtota."]
    assert office.ask(checks.findings) == ()


def test_a_slip_is_mended_before_the_signature_and_noted_after_it(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    today, case = make.today(office), house.facts.one_not_met
    hearings.decided(house, case)
    card = held(house, case)
    office.do(decisions.edit_draft, card.id, card.version, "Trūkst praksses.")
    office.do(decisions.register, card.id, held(house, case).version)
    card = held(house, case)
    assert refused(office, decision_changes.correct_slip, card.id, card.version, SLIP).reason == "decision.edit_instead"
    office.do(decisions.edit_draft, card.id, card.version, "Trūkst prakses Rgā.")
    card = held(house, case)
    assert refused(office, decisions.edit_draft, card.id, card.version, " ").reason == "decision.no_reasons"
    deputy = SignedAs("Ilze Ozola", "Priekšsēdētāja vietniece", "Deputy chair", "1-2/7")
    office.do(decisions.sign, card.id, card.version, today, deputy)
    card = held(house, case)
    assert (card.life.signed_by, card.life.signed_order) == ("Ilze Ozola", "1-2/7")
    nothing = Slip("pamatojums", "Rgā", " Rgā ")
    assert refused(office, decision_changes.correct_slip, card.id, card.version, nothing).refusal.field == "becomes"
    office.do(decision_changes.correct_slip, card.id, card.version, SLIP)
    again = held(house, case)
    assert (again.number, [one.becomes for one in again.life.slips]) == (card.number, ["Rīgā"])
    printed = text_of_pdf(office.ask(papers.decision, again.id, LATVIAN))
    assert "teksta „Rgā” vietā lasīt „Rīgā”" in printed
    assert "Ilze Ozola" in printed and "1-2/7" in printed
    assert [row.number for row in office.ask(lambda at: tuple(book_of(at)))] == [card.number] * 2
    assert office.ask(checks.findings) == ()


def book_of(reading: Reading) -> Iterator[DecisionRow]:
    """The register of decisions of this year as printed."""
    for row in registers.book_rows(reading, Book.DECISIONS, reading.today.year, LATVIAN):
        assert isinstance(row, DecisionRow)
        yield row


def test_a_partial_decision_says_what_was_missing_and_at_what_price_it_can_be_mended(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    hearings.decided(house, house.facts.one_not_met)
    card = held(house, house.facts.one_not_met)
    printed = text_of_pdf(office.ask(papers.decision, card.id, LATVIAN))
    wanted = select(Result.reason).where(Result.case_id == card.case_id, Result.reason != "")
    reason = office.ask(lambda at: at.session.scalar(wanted))
    assert reason and f"({reason.rstrip('.')})" in printed
    assert "pēc pieteikšanās dienā spēkā esošā cenrāža" in printed, "no price list holds yet"
    office.do(price_lists.store, None, None, PER_CREDIT)
    dearer = replace(PER_CREDIT, cents=99_00, valid_from=make.today(office) + timedelta(days=1))
    office.do(price_lists.store, None, None, dearer)
    (missed,) = [line for line in held(house, card.case_id).lines if line.award.verdict is not UnitVerdict.RECOGNISED]
    claimed = office.ask(lambda at: at.session.scalars(select(Unit).where(Unit.code == missed.award.unit_code)).one())
    assert missed.offer is not None and claimed.credits is not None
    assert missed.offer.cents == 30_50 * claimed.credits // 1000 == 183_00, "6 points at 30,50 EUR"
    printed = text_of_pdf(office.ask(papers.decision, card.id, LATVIAN))
    day = LATVIAN.date(card.decided_on)
    assert f"Atsevišķas novērtēšanas maksa: 183,00 EUR ({day} spēkā esošais cenrādis)." in printed
    assert "183.00 EUR" in text_of_pdf(office.ask(papers.decision, card.id, ENGLISH))
    assert printed.count("novērtēšanas maksa") == 1, "what is recognised costs nothing more"


def test_every_wording_before_the_signature_stays_in_the_history(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    hearings.decided(house, house.facts.one_not_met)
    card = held(house, house.facts.one_not_met)
    first = card.lines[0].id
    office.do(decisions.edit_draft, card.id, card.version, "Trūkst praksses.", None, {first: "Nav."})
    office.do(decisions.edit_draft, card.id, held(house, card.case_id).version, "Trūkst prakses.", None, {first: "Ir."})
    newest = office.ask(history.of_subject, card.uid)[0]
    changed = {(row.table, row.field): (row.old, row.new) for row in newest.changes}
    assert newest.name == "decisions.edit_draft" and newest.user_name
    assert changed["decision", "reasons"] == ("Trūkst praksses.", "Trūkst prakses.")
    assert changed["decision_line", "reason"] == ("Nav.", "Ir.")


def test_a_reprint_carries_the_note_though_the_issued_bytes_are_kept(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    case = hearings.registered(house)
    card = held(house, case)
    issued = office.ask(papers.decision, card.id, LATVIAN)
    office.do(papers.issue_paper, card.uid, PaperKind.DECISION, LATVIAN, "L-1.pdf", issued)
    assert office.ask(papers.decision, card.id, LATVIAN) == issued, "a reprint is a copy"
    office.do(decision_changes.correct_slip, card.id, card.version, SLIP)
    assert "lasīt „Rīgā”" in text_of_pdf(office.ask(papers.decision, card.id, LATVIAN))
    assert office.ask(lambda at: papers.stored(at, card.uid, PaperKind.DECISION, LATVIAN)) == issued


def test_the_chair_in_office_signs_where_nobody_presided_else_it_is_asked(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    hearings.decided(house)
    card = held(house, house.facts.met)

    def unseated(work: Work, *, chair: bool) -> None:
        row = work.get(Decision, card.id)
        row.item.sitting.chaired_by = None
        work.remove(list(row.item.sitting.attendance))
        if not chair:
            for member in row.item.sitting.commission.members:
                member.role = MemberRole.MEMBER

    office.do(unseated, chair=True)
    assert not office.ask(sitting_end.signer_unknown, (card.id,))
    proposed = office.ask(decision_signers.proposed, card.id)
    office.do(unseated, chair=False)
    assert office.ask(sitting_end.signer_unknown, (card.id,))
    seen = held(house, card.case_id).version
    bare = Signed(card.id, seen, make.today(office))
    assert refused(office, sitting_end.enter_signed, bare).reason == "decision.no_signer"
    office.do(sitting_end.enter_signed, replace(bare, by=SignedAs(proposed.name, proposed.post_lv)))
    card = held(house, card.case_id)
    assert (card.state, card.life.signed_by) == (DecisionState.REGISTERED, proposed.name)
