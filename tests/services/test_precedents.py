"""Precedents through the office: counted from registered decisions, taken over, said where departed from."""

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitVerdict
from commission_app.services import cases, credits, evidence, matrix, precedents, sitting_cards
from commission_app.services.evidence import EvidenceForm
from commission_app.services.item_cards import ItemCard
from commission_app.services.office import Office
from commission_app.wording.sentences import sentence
from tests import hearings, make
from tests.hearings import House

COURSE = "Datortīkli — Mācību centrs „Ķekava”"


def scored(house: House, serial: int, results: dict[str, OutcomeResult] | None = None) -> int:
    """A scored case of somebody who attended the course."""
    facts = house.facts
    return make.scored_case(
        house.office, facts.edition, serial=serial, results=results, commission_id=facts.commission, subject=COURSE
    ).id


def received(house: House, serial: int) -> tuple[int, int]:
    """A new case of somebody who shows the same course, otherwise spelt, and the item."""
    office = house.office
    case = make.case(office, house.facts.edition, serial=serial, commission_id=house.facts.commission).id
    make.move(office, case, cases.admit)
    form = EvidenceForm(EvidenceKind.CERTIFICATE, "Cita apliecība", subject="datortikli —  mācību centrs „Kekava”")
    return case, office.do(evidence.attach, case, form).item_id


def test_only_registered_decisions_are_precedents(house: House) -> None:
    before = scored(house, 20)
    case, _ = received(house, 21)
    assert house.office.ask(precedents.precedents, case).items == ()
    hearings.registered(house, before)
    (item,) = house.office.ask(precedents.precedents, case).items
    assert [one.unit_code for one in item.units] == ["DatZ1010", "DatZ1020", "DatZ1030"]
    assert {(one.practice.times, one.practice.full, one.practice.usual) for one in item.units} == {
        (1, 1, UnitVerdict.RECOGNISED)
    }


def test_the_mapping_is_taken_over_as_a_proposal_that_is_still_to_be_judged(house: House) -> None:
    office = house.office
    hearings.registered(house, scored(house, 20))
    case, item = received(house, 21)
    (offered,) = office.ask(precedents.precedents, case).items
    assert office.do(precedents.follow, case, item) == offered.links == 6
    links = [link for unit in office.ask(matrix.matrix, case).units for row in unit.rows for link in row.links]
    assert len(links) == 6
    assert {(link.valid, link.sufficient) for link in links} == {(Judgement.YES, Judgement.YES)}
    assert {(link.authentic, link.current) for link in links} == {(Judgement.NOT_JUDGED, Judgement.NOT_JUDGED)}
    with pytest.raises(RefusedError) as refused:
        office.do(precedents.follow, case, item)
    assert refused.value.refusal.reason == "precedent.none"


def test_a_draft_that_departs_says_so_in_the_credits_and_at_the_table(house: House) -> None:
    office = house.office
    hearings.registered(house, scored(house, 20))
    case = scored(house, 21, {"DatZ1010.1": OutcomeResult.NOT_MET})
    said = [sentence(LATVIAN, one) for one in office.ask(credits.proposal, case).departs]
    assert len(said) == 1 and "DatZ1010" in said[0]
    table = hearings.opened(house, case)
    assert [one.facts["unit"] for one in _on_the_table(office, table.id).departs] == ["DatZ1010"]
    assert office.ask(credits.proposal, scored(house, 22)).departs == ()


def _on_the_table(office: Office, sitting: int) -> ItemCard:
    item = office.ask(sitting_cards.sitting_card, sitting).item
    assert item is not None
    return item
