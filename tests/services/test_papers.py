"""The papers say what was decided: their text is read back from the PDF."""

import io

import pypdfium2
import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import certificates, decisions, exams, papers, sittings, votes
from commission_app.services.office import Work
from tests import hearings, make
from tests.hearings import House


def text_of(data: bytes) -> str:
    """The words of every page, one space between them."""
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        pages = [page.get_textpage() for page in document]
        words = " ".join(page.get_text_range() for page in pages)
    finally:
        document.close()
    return " ".join(words.replace("\xa0", " ").split())


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH])
def test_the_minutes_name_who_voted_how_on_what(paper_house: House, language: Language) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.opened(paper_house, facts.met, facts.also_met, present=4)
    office.do(votes.recuse, table.items[0], facts.members[3], "radinieks")
    hearings.vote_all(office, table.items[0], facts.members[:3])
    office.do(votes.decide, table.items[0])
    office.do(votes.postpone, table.items[1], "Trūkst apliecības.")
    draft = text_of(office.ask(papers.minutes, table.id, language))
    office.do(sittings.close, table.id, hearings.TAKER)
    said = text_of(office.ask(papers.minutes, table.id, language))
    year = make.today(office).year
    for words in (
        f"P-{year}/1",
        f"L-{year}/1",
        "Ģirts Ķēniņš-Āboļš",
        "Trūkst apliecības.",
        "Loceklis Nr. 4",
        "DatZ1010",
    ):
        assert words in said
    marks = {"lv": ("PROJEKTS", "par – 3, pret – 0"), "en": ("DRAFT", "for – 3, against – 0")}[language.code]
    assert marks[0] in draft
    assert marks[0] not in said
    assert marks[1] in said
    assert "radinieks" not in said, "the reason of a recusal is nobody's business"


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH])
def test_a_decision_says_per_unit_why_and_how_to_contest_it(paper_house: House, language: Language) -> None:
    office = paper_house.office
    table = hearings.decided(paper_house, paper_house.facts.one_not_met)
    card = office.ask(decisions.of_case, table.cases[0])
    assert card is not None
    office.do(decisions.edit_draft, card.id, card.version, "Trūkst tīkla projekta.")
    hearings.register(office, table.cases[0])
    said = text_of(office.ask(papers.decision, card.id, language))
    wanted = [card.number, "DatZ1010.1", "Trūkst tīkla projekta.", hearings.APPEAL[language.code == "en"]]
    wanted += ["12 kredītpunkt" if language is LATVIAN else "12 credit points (ECTS)"]
    for words in wanted:
        assert words in said


def test_a_departure_is_printed_with_its_reason(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    table = hearings.opened(paper_house, facts.one_not_met, present=3)
    unit = office.ask(sittings.sitting_card, table.id).item.units[0].unit_id  # type: ignore[union-attr]
    office.do(votes.set_verdict, table.items[0], unit, UnitVerdict.RECOGNISED, "Pārliecināja sarunā.")
    hearings.vote_all(office, table.items[0], facts.members[:3])
    office.do(votes.decide, table.items[0])
    office.do(sittings.close, table.id, hearings.TAKER)
    card = office.ask(decisions.of_case, table.cases[0])
    assert card is not None
    assert "Pārliecināja sarunā." in text_of(office.ask(papers.decision, card.id, LATVIAN))


def test_a_decision_without_words_on_contesting_is_not_printed(paper_house: House) -> None:
    office = paper_house.office
    table = hearings.decided(paper_house)
    card = office.ask(decisions.of_case, table.cases[0])
    assert card is not None

    def forget(work: Work) -> None:
        from commission_app.models.institution import Phrase

        for row in work.session.query(Phrase):
            work.session.delete(row)

    office.do(forget)
    with pytest.raises(RefusedError) as why:
        office.ask(papers.decision, card.id, LATVIAN)
    assert why.value.reason == "paper.no_appeal_text"


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH])
def test_an_exam_protocol_lists_points_and_marks(paper_house: House, language: Language) -> None:
    office = paper_house.office
    key, (first, second) = hearings.exam(paper_house)
    hearings.record(office, key, {first: (30, 45), second: (10, 10)})
    office.do(exams.close_exam, key)
    said = text_of(office.ask(papers.exam_protocol, key, language))
    for words in (f"E-{make.today(office).year}/1", "PK-4", "75", "2. darbnīca", "Loceklis Nr. 1"):
        assert words in said
    assert ("7 (labi)" if language is LATVIAN else "7 (good)") in said


def test_a_data_sheet_carries_the_typed_form_and_the_code(paper_house: House) -> None:
    office = paper_house.office
    key, (first, second) = hearings.exam(paper_house)
    hearings.record(office, key, {first: (30, 45), second: (10, 10)})
    office.do(exams.close_exam, key)
    case = paper_house.facts.examinees[0]
    issued = office.do(
        certificates.issue, case, hearings.version(office, case), form_series="PK A", form_number="001234"
    )
    said = text_of(office.ask(papers.certificate, issued, LATVIAN))
    for words in ("PK A", "001234", "Zaiga Ozola", "LKI 4. līmenis, 4. profesionālās kvalifikācijas līmenis"):
        assert words in said


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH])
def test_a_receipt_lists_what_was_received(paper_house: House, language: Language) -> None:
    said = text_of(paper_house.office.ask(papers.receipt, paper_house.facts.met, language))
    assert "Apliecība" in said
    assert "Anna Ozola" in said


def test_issued_minutes_are_copies_ever_after(paper_house: House) -> None:
    office = paper_house.office
    table = hearings.decided(paper_house)
    office.do(papers.issue_minutes, table.id, LATVIAN)
    first = office.ask(papers.minutes, table.id, LATVIAN)
    card = office.ask(decisions.of_case, table.cases[0])
    assert card is not None
    office.do(decisions.edit_draft, card.id, card.version, "Vēlāk ierakstīts pamatojums.")
    assert office.ask(papers.minutes, table.id, LATVIAN) == first
    assert office.ask(papers.minutes, table.id, ENGLISH) != first
    assert papers.file_name("P-2026/1") == "P-2026-1.pdf"
