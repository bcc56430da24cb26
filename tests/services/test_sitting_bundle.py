"""Every paper of a sitting in one press."""

import io

import pypdfium2  # type: ignore[import-untyped]
import pytest
from sqlalchemy import Engine, event

from commission_app.errors import CancelledError
from commission_app.i18n import LATVIAN
from commission_app.models.case import RecognitionCase
from commission_app.services import case_facts, decisions, papers, sitting_bundle, sitting_rows, sittings
from commission_app.services.paper_decision import decision_facts
from commission_app.services.paper_minutes import minutes_facts
from commission_app.store.work import Progress, Reading
from tests import hearings
from tests.documents.reading import words
from tests.hearings import House


def test_minutes_and_decisions_come_as_one_file_in_the_order_of_the_agenda(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.decided(paper_house, facts.met, facts.also_met)
    whole = office.ask(sitting_bundle.all_papers, table.id, LATVIAN)
    told = words(whole)
    number = office.ask(sittings.sitting_card, table.id).minutes_number
    drafts = [office.ask(decisions.of_case, case) for case in table.cases]
    places = [told.index(f"Nr. {one}") for one in (number, *(card.number for card in drafts if card is not None))]
    assert places[0] < places[1]
    single = [papers.minutes, *(papers.decision for _ in drafts)]
    keys = [table.id, *(card.id for card in drafts if card is not None)]
    pages = sum(
        len(pypdfium2.PdfDocument(io.BytesIO(office.ask(made, key, LATVIAN))))
        for made, key in zip(single, keys, strict=True)
    )
    assert len(pypdfium2.PdfDocument(io.BytesIO(whole))) == pages


def test_what_is_read_together_says_what_is_read_one_by_one(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.decided(paper_house, facts.met, facts.one_not_met, facts.none_met)

    def told(reading: Reading, together: bool) -> list[object]:
        if together:
            sitting_rows.lay_out(reading.session, table.id)
        cards = [decisions.of_case(reading, case) for case in table.cases]
        return [
            minutes_facts(reading, table.id, LATVIAN),
            *(decision_facts(reading, card.id, LATVIAN) for card in cards if card is not None),
            *(case_facts.facts_of(reading.session, reading.get(RecognitionCase, case)) for case in table.cases),
        ]

    apart = office.ask(told, False)
    assert len(apart) == 7 and office.ask(told, True) == apart


def test_more_decisions_hardly_ask_the_database_more_often(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    few = hearings.decided(paper_house, facts.met)
    many = hearings.decided(paper_house, facts.also_met, facts.one_not_met, facts.none_met)
    asked: list[object] = []

    def count(*words: object) -> None:
        asked.append(words)

    def questions(sitting: int) -> int:
        asked.clear()
        office.ask(sitting_bundle.all_papers, sitting, LATVIAN)
        return len(asked)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        # A decision by itself asks some fifteen questions.
        assert questions(many.id) < questions(few.id) + 8
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def test_it_can_be_cancelled_between_two_papers(paper_house: House) -> None:
    table = hearings.decided(paper_house)
    progress = Progress()
    progress.cancelled = True
    with pytest.raises(CancelledError):
        paper_house.office.ask_with(progress, sitting_bundle.all_papers, table.id, LATVIAN)
