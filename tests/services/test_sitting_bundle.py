"""Every paper of a sitting in one press."""

import io

import pypdfium2  # type: ignore[import-untyped]
import pytest

from commission_app.errors import CancelledError
from commission_app.i18n import LATVIAN
from commission_app.services import decisions, papers, sitting_bundle, sittings
from commission_app.store.work import Progress
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


def test_it_can_be_cancelled_between_two_papers(paper_house: House) -> None:
    table = hearings.decided(paper_house)
    progress = Progress()
    progress.cancelled = True
    with pytest.raises(CancelledError):
        paper_house.office.ask_with(progress, sitting_bundle.all_papers, table.id, LATVIAN)
