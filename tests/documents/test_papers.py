"""The papers say what the commission did, in both languages, in letters that print everywhere."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from commission_app.documents import certificate, decision, exam_protocol, minutes, receipt
from commission_app.documents.house_style import ELECTRONIC_NOTE, Pair, Signatures
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN, Language
from tests.documents import papers
from tests.documents.reading import pages, words

ALL: dict[str, tuple[Callable[[Any, Language], bytes], Callable[[], Any]]] = {
    "receipt": (receipt.render, papers.receipt),
    "minutes": (minutes.render, papers.minutes),
    "decision": (decision.render, papers.decision),
    "exam protocol": (exam_protocol.render, papers.exam),
    "statement": (certificate.render, papers.statement),
    "form sheet": (certificate.render, papers.form_sheet),
}
every_paper = pytest.mark.parametrize("name", ALL)
every_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)


def made(name: str, language: Language) -> bytes:
    render, facts = ALL[name]
    return render(facts(), language)


@every_paper
@every_language
def test_a_paper_embeds_every_typeface_it_uses(name: str, language: Language) -> None:
    paper = made(name, language)
    assert b"Helvetica" not in paper
    assert len(re.findall(rb"/FontFile2 ", paper)) == len(re.findall(rb"/Type /FontDescriptor", paper)) > 0


@every_paper
@every_language
def test_the_same_facts_give_the_same_bytes(name: str, language: Language) -> None:
    assert made(name, language) == made(name, language)


@every_paper
@every_language
def test_a_paper_has_its_place_number_page_and_signers(name: str, language: Language) -> None:
    paper = made(name, language)
    text = words(paper)
    assert ("Rīgā 2026. gada" in text) if language is LATVIAN else ("Riga, " in text)
    of = f"1. lappuse no {len(pages(paper))}" if language is LATVIAN else f"Page 1 of {len(pages(paper))}"
    assert of in text
    assert "Žņaugs" in text or "Šūpulīte" in text


def test_the_language_of_the_paper_stands_in_it() -> None:
    assert re.search(rb"/Lang \(lv\)", made("decision", LATVIAN))
    assert re.search(rb"/Lang \(en\)", made("decision", ENGLISH))


def test_a_decision_says_per_unit_what_was_found_and_by_which_rule() -> None:
    text = words(decision.render(papers.decision(), LATVIAN))
    for said in (
        "LĒMUMS",
        "Nr. L-2026/045",
        "Nr. A-2026/017, 01.09.2026.",
        "Darba līgums ar SIA „Tīkls un ķēde”",
        "DatZ1003 Tīkla drošība 1 no 4 atteikt atzīšanu 6 0",
        "Nav pierādīts: Prot novērtēt tīkla drošības riskus",
        "Pietiktu ar praktisko pārbaudījumu",
        "MK 505/2018, nolikuma 14. p.",
        "Atzīt daļēji.",
        "13,5 kredītpunkti (ECTS)",
        "106,5 kredītpunkti (ECTS)",
        "par – 4, pret – 0, atturas – 1",
        "Pēteris Ūdris",
        "viena mēneša laikā",
    ):
        assert said in text


def test_a_decision_keeps_the_sum_and_the_signatures_in_company() -> None:
    for units in (1, 2, 5, 6, 7, 13, 40):
        read = pages(decision.render(papers.decision(units), LATVIAN))
        last = next(text for text in read if re.search(r"Kopā \d", text))
        assert f"DatZ10{units - 1:02d}" in last, f"the sum of {units} units stands alone"
        assert "apstrīdēt" in read[-1] and "Komisijas sekretārs" in read[-1]


def test_every_page_of_a_long_table_repeats_the_headings() -> None:
    read = pages(decision.render(papers.decision(40), LATVIAN))
    with_units = [text for text in read if "DatZ10" in text]
    assert len(with_units) > 2
    assert all("Sasniegtie rezultāti" in text for text in with_units)
    found = re.findall(r"DatZ10\d\d", " ".join(read))
    assert found == [f"DatZ10{at:02d}" for at in range(40)]


def test_a_draft_says_that_it_is_one() -> None:
    assert "PROJEKTS" in words(decision.render(replace(papers.decision(), draft=True), LATVIAN))
    assert "PROJEKTS" not in words(decision.render(papers.decision(), LATVIAN))


def test_an_exam_protocol_counts_who_passed_failed_and_stayed_away() -> None:
    text = words(exam_protocol.render(papers.exam(), LATVIAN))
    assert "pieteikti – 5, kārtoja – 3, nokārtoja – 2, nenokārtoja – 1, neieradās – 1, izraidīti – 1" in text
    assert "8 (ļoti labi)" in text and "93,5" in text
    assert "ne zemāka par 5 (viduvēji)" in text


def test_an_exam_without_examinees_says_so() -> None:
    assert "Eksāmenam neviens nav pieteikts." in words(exam_protocol.render(papers.exam(0), LATVIAN))


def test_a_receipt_lists_the_originals_given_back() -> None:
    text = words(receipt.render(papers.receipt(), LATVIAN))
    assert "Saņemti 5 dokumenti. Ar oriģinālu salīdzināti un pretendentam atdoti 3 dokumenti." in text
    assert "(Jānis Žņaugs, 01.09.2026.)" in text
    empty = words(receipt.render(replace(papers.receipt(), items=()), ENGLISH))
    assert "No documents were attached" in empty


def test_the_form_sheet_carries_the_number_of_the_form_and_never_makes_one() -> None:
    assert "sērija PKA, Nr. 004217" in words(certificate.render(papers.form_sheet(), LATVIAN))
    with pytest.raises(RefusedError) as refused:
        certificate.render(replace(papers.form_sheet(), form_number=" "), LATVIAN)
    assert refused.value.reason == "paper.form_number_missing"


def test_a_statement_of_one_and_of_forty_units() -> None:
    assert len(pages(certificate.render(papers.statement(1), LATVIAN))) == 1
    many = certificate.render(papers.statement(40), LATVIAN)
    assert "240 kredītpunktu (ECTS)" in words(many)
    assert len(pages(many)) == 2


def test_an_electronic_paper_says_that_it_is_signed_so() -> None:
    electronic = Signatures(papers.signatures().signers, ELECTRONIC_NOTE)
    text = words(decision.render(replace(papers.decision(), signatures=electronic), LATVIAN))
    assert "(paraksts*)" in text
    assert "ŠIS DOKUMENTS IR PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU" in text


@every_language
def test_a_missing_translation_refuses_the_paper_by_name(language: Language) -> None:
    one_half = Pair("", "Network security") if language is LATVIAN else Pair("Tīkla drošība", "")
    facts = papers.decision(1)
    facts = replace(facts, units=(replace(facts.units[0], title=one_half),))
    with pytest.raises(RefusedError) as refused:
        decision.render(facts, language)
    assert refused.value.reason == "paper.missing_translation"
    assert refused.value.refusal.facts["what"] in ("Network security", "Tīkla drošība")


def test_long_names_wrap_and_lose_no_letter() -> None:
    surname = "Wolfeschlegelsteinhausenbergerdorff" * 2
    for name, field in (("decision", "applicant"), ("statement", "holder"), ("receipt", "applicant")):
        render, facts = ALL[name]
        text = words(render(replace(facts(), **{field: f"Ieva {surname}"}), LATVIAN))
        assert surname in text.replace(" ", "")


def test_papers_may_be_made_side_by_side() -> None:
    alone = {name: made(name, LATVIAN) for name in ALL}
    with ThreadPoolExecutor(6) as desk:
        together = dict(zip(ALL, desk.map(lambda name: made(name, LATVIAN), ALL), strict=True))
    assert together == alone


def test_a_decision_on_three_units_stays_on_one_page() -> None:
    (page,) = pages(decision.render(papers.decision(3), LATVIAN))
    assert "1. lappuse no 1" in page


def test_what_is_decided_stands_with_the_appeal_and_the_signatures() -> None:
    last = pages(decision.render(papers.decision(9), LATVIAN))[-1]
    assert last.index("Komisija nolemj") < last.index("Lēmuma apstrīdēšana") < last.index("Aija Šūpulīte")


def test_an_exam_of_two_ends_on_its_first_page() -> None:
    (page,) = pages(exam_protocol.render(papers.exam(2), LATVIAN))
    assert "Jānis Žņaugs" in page
