"""Papers of a case that are made when asked for, papers for the post, and many papers for one press."""

from datetime import date

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN
from commission_app.rules.vocabulary.archive import EnvelopeSize
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.delivery import DeliveryChannel
from commission_app.rules.vocabulary.office_paper import OfficePaper
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    applicant_papers,
    assessor_papers,
    case_papers,
    cases,
    deliveries,
    mail_papers,
    office_papers,
    print_batch,
    register_shelf,
    scoring,
)
from commission_app.services.deliveries import DeliveryForm
from commission_app.services.office import Office
from commission_app.services.scoring import AssessorForm
from tests import hearings, make
from tests.documents.reading import pages, words
from tests.hearings import House

CODE = "010190-00005"


def offered(office: Office, case: int) -> dict[OfficePaper, str]:
    return {one.kind: one.against[0].reason if one.against else "" for one in office.ask(office_papers.of_case, case)}


def test_a_case_offers_what_it_can_state(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    before = offered(office, facts.none_met)
    assert before[OfficePaper.FUNDER] == "office_paper.nothing_to_state"
    assert before[OfficePaper.STUDY_MEMO] == "office_paper.nothing_recognised"
    assert before[OfficePaper.EUROPASS] == "office_paper.no_certificate"
    with pytest.raises(RefusedError):
        office.ask(office_papers.render, OfficePaper.FUNDER, facts.none_met, LATVIAN)
    case = hearings.registered(paper_house)
    said = {
        OfficePaper.APPLICATION_BLANK: ("IESNIEGUMS", "APPLICATION"),
        OfficePaper.APPLICATION: ("IESNIEGUMS", "APPLICATION"),
        OfficePaper.SELF_BLANK: ("PAŠVĒRTĒJUMS", "SELF-ASSESSMENT"),
        OfficePaper.SELF: ("PAŠVĒRTĒJUMS", "SELF-ASSESSMENT"),
        OfficePaper.ACKNOWLEDGEMENT: ("APLIECINĀJUMS PAR SAŅEMŠANU", "ACKNOWLEDGEMENT OF RECEIPT"),
        OfficePaper.FUNDER: ("IZZIŅA", "STATEMENT"),
        OfficePaper.STUDY_MEMO: ("DIENESTA VĒSTULE", "MEMO"),
    }
    after = offered(office, case)
    for kind, (lv, en) in said.items():
        assert not after[kind]
        for language, title in ((LATVIAN, lv), (ENGLISH, en)):
            data = office.ask(office_papers.render, kind, case, language)
            assert title in words(data), kind
            assert data == office.ask(office_papers.render, kind, case, language), "the same facts give the same bytes"
            if kind is not OfficePaper.APPLICATION:
                assert "-00005" not in words(data), "a personal code stands where it is needed only"
    blank = words(office.ask(office_papers.render, OfficePaper.APPLICATION_BLANK, case, LATVIAN))
    assert "Ķēniņš" not in blank and "____" in blank


def test_the_post_of_a_day_and_its_envelopes_bear_no_code(paper_house: House) -> None:
    office, case = paper_house.office, hearings.registered(paper_house)
    today = make.today(office)
    with pytest.raises(RefusedError):
        office.ask(mail_papers.registered_list, today, today, LATVIAN)
    (paper,) = office.ask(deliveries.of_case, case).papers
    form = DeliveryForm(
        paper.uid,
        DeliveryChannel.REGISTERED_POST,
        f"Ģirts Ķēniņš-Āboļš, p.k. {CODE}",
        f"Skolas iela 1, {CODE}, Amata, LV-1001",
        today,
        "RR123456789LV",
    )
    office.do(deliveries.send, case, form)
    (line,) = office.ask(mail_papers.posted, today, today)
    assert line.registered
    for language in LANGUAGES:
        listed = words(office.ask(mail_papers.registered_list, today, today, language))
        assert "RR123456789LV" in listed and "LV-1001" in listed and CODE not in listed
    for size in EnvelopeSize:
        data = office.ask(mail_papers.envelopes, (line.id,), size, LATVIAN)
        assert len(pages(data)) == 1 and CODE not in words(data) and "LV-1001" in words(data)
    assert office.ask(mail_papers.posted, date(2020, 1, 1), date(2020, 1, 2)) == ()


def test_many_papers_are_made_for_one_press(paper_house: House) -> None:
    office, case = paper_house.office, hearings.registered(paper_house)
    wanted = tuple(one for one in office.ask(case_papers.of_case, case) if not one.draft)
    batch = office.ask(print_batch.of_case, wanted, LATVIAN)
    assert len(batch.papers) == len(wanted)
    assert len(pages(batch.whole)) == sum(len(pages(one)) for one in batch.papers)
    year = make.today(office).year
    table = register_shelf.BookTable(Book.DECISIONS, year, LATVIAN)
    keys = office.ask(table.ids)
    assert "LĒMUMS" in words(office.ask(print_batch.of_entries, Book.DECISIONS, keys, LATVIAN).whole)
    with pytest.raises(RefusedError):
        office.ask(print_batch.of_entries, Book.DECISIONS, (), LATVIAN)


def test_what_assessors_found_is_summed_up_once_all_have_finished(paper_house: House) -> None:
    office, case = paper_house.office, paper_house.facts.one_not_met
    seats = office.ask(assessor_papers.of_case, case)
    assert [seat for _, seat in seats] == [1, 2]
    for language, said in ((LATVIAN, "VĒRTĒJUMU KOPSAVILKUMS"), (ENGLISH, "SUMMARY OF THE ASSESSMENT")):
        text = words(office.ask(assessor_papers.summary, case, language))
        assert said in text and "DatZ1010.1" in text
    assert "nav sasniegts" in words(office.ask(assessor_papers.summary, case, LATVIAN))
    received = make.case(office, paper_house.facts.edition, serial=7)
    make.documented(office, received.id)
    make.move(office, received.id, cases.close_portfolio)
    office.do(scoring.seat, received.id, AssessorForm("Vērtētāja A"))
    assert office.ask(assessor_papers.of_case, received.id) == ()
    with pytest.raises(RefusedError):
        office.ask(assessor_papers.summary, received.id, LATVIAN)


def test_a_blank_application_is_given_out_before_there_is_any_case(paper_house: House) -> None:
    for procedure in (Procedure.VOCATIONAL, Procedure.HIGHER_EDUCATION):
        for language, said in ((LATVIAN, "IESNIEGUMS"), (ENGLISH, "APPLICATION")):
            data = paper_house.office.ask(applicant_papers.blank_application, procedure, language)
            assert said in words(data) and len(pages(data)) == 1
