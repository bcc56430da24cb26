"""The calculation sheet says what the screen says, with its law, its earlier courses, and how to count it again."""

import hashlib
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.models.decision import Decision
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import Rounding
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.rules.what_if import Supposition
from commission_app.services import (
    calculation_sheet,
    case_papers,
    cases,
    credits,
    decisions,
    papers,
    provisions,
    what_if,
)
from commission_app.services.office import Reading
from commission_app.wording.awards import rule_text
from commission_app.wording.quantities import exact
from commission_app.wording.words import word
from tests import hearings, make
from tests.hearings import House
from tests.services.test_earlier_studies import NOT_MET, studied
from tests.services.test_papers import text_of


def sums(reading: Reading, key: int) -> tuple[str, str]:
    """What the control sums of a decision are, over the texts as they are stored."""
    row = reading.get(Decision, key)
    texts = (row.award_input, row.award_text)
    return tuple(hashlib.sha256(text.encode()).hexdigest() for text in texts)  # type: ignore[return-value]


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH])
def test_the_sheet_of_a_decision_stands_among_the_papers_and_can_be_counted_again(
    paper_house: House, language: Language
) -> None:
    office = paper_house.office
    case = hearings.decided(paper_house, paper_house.facts.one_not_met).cases[0]
    draft = office.ask(decisions.of_case, case)
    assert draft is not None
    office.do(decisions.edit_draft, draft.id, draft.version, "Trūkst tīkla projekta.")
    hearings.register(office, case)
    listed = {one.kind: one for one in office.ask(case_papers.of_case, case)}
    sheet = listed[PaperKind.CALCULATION]
    said = text_of(office.ask(case_papers.render, sheet, language))
    given, result = office.ask(sums, sheet.key)
    squeezed = said.replace(" ", "")
    for words in (given, result):
        assert words in squeezed, "the control sums stand whole, broken over lines at most"
    award = office.ask(credits.proposal, case).award
    wanted = [office.ask(cases.card, case).number, sheet.number, "DatZ1010", "DatZ1030"]
    wanted += [rule_text(language, line) for line in award.unit_lines]
    wanted += [language.date(make.today(office)), {"lv": "1 no 2", "en": "1 of 2"}[language.code]]
    for words in wanted:
        assert words.replace(" ", "") in squeezed.replace("\xa0", ""), words
    marks = {"lv": "PROJEKTS", "en": "DRAFT"}[language.code]
    assert marks not in said
    assert result in text_of(office.ask(papers.decision, sheet.key, language)).replace(" ", "")


def test_before_the_decision_it_is_a_draft_with_earlier_courses_and_their_factor(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    case = make.scored_case(office, facts.edition, serial=50, commission_id=facts.commission, results=NOT_MET).id
    office.do(studied, case, ("DatZ1010", "DatZ1020"), 4000, "8")
    said = text_of(office.ask(calculation_sheet.paper, case, ENGLISH))
    for words in (
        "DRAFT",
        "Datu bāzes",
        "× 3/2 = 6 ECTS",
        "Conversion: KP × 3/2 = ECTS",
        "Held to count for: DatZ1010",
    ):
        assert words in said
    assert office.ask(decisions.of_case, case) is None


def test_the_workbook_carries_the_same_lines_as_numbers(paper_house: House) -> None:
    office, case = paper_house.office, paper_house.facts.one_not_met
    award = office.ask(credits.proposal, case).award
    book = load_workbook(BytesIO(office.ask(calculation_sheet.workbook, case, ENGLISH)))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    head = rows[0]
    at = {name: head.index(name) for name in ("Code", "Credits", "Rule", "Result")}
    by_code = {row[at["Code"]]: row for row in rows if row[at["Code"]]}
    for line in award.unit_lines:
        row = by_code[line.unit_code]
        assert row[at["Credits"]] == float(line.credits.value)
        assert row[at["Rule"]] == rule_text(ENGLISH, line)
    total = next(row for row in rows if row[0] == "Total")
    assert total[at["Credits"]] == float(award.total.value)
    control = [str(row[2]) for row in rows if row[0] in ("Input, SHA-256", "Result, SHA-256")]
    assert [len(text) for text in control] == [64, 64]


def bounded(house: House) -> int:
    """A case of 15 (a half of the first course is met) under an own ceiling of 8 % of 180, rounded down."""
    office, case = house.office, house.facts.one_not_met
    settings: dict[ProvisionKey, object] = {
        ProvisionKey.ALLOW_PARTIAL: True,
        ProvisionKey.CEILING_PERCENT: 8,
        ProvisionKey.ROUNDING: Rounding.DOWN,
    }
    for key, value in settings.items():
        law = (f"Nolikuma punkts par {key}", f"By-law on {key}")
        office.do(provisions.settle, key, Procedure.HIGHER_EDUCATION, make.LONG_AGO, value, law)
    return case


@pytest.mark.parametrize(
    ("language", "amounts"),
    [(LATVIAN, ("3", "−0,6", "−0,4", "14", "166")), (ENGLISH, ("3", "−0.6", "−0.4", "14", "166"))],
    ids=["lv", "en"],
)
def test_the_sheet_shows_the_ceiling_and_the_rounding_as_lines_with_their_law(
    paper_house: House, language: Language, amounts: tuple[str, ...]
) -> None:
    office, case = paper_house.office, bounded(paper_house)
    award = office.ask(credits.proposal, case).award
    # 8 % of 180 is 14.4: 3 + 6 + 6 - 0.6 = 14.4, rounded down - 0.4 = 14; 180 - 14 = 166 remain
    assert [line.credits.decimal(1) for line in award.lines] == [Decimal(n) for n in ("3", "6", "6", "-0.6", "-0.4")]
    ceiling, rounding = award.lines[-2:]
    rules = [word(language, kind).capitalize() for kind in (LineKind.CEILING, LineKind.ROUNDING)]
    said = text_of(office.ask(calculation_sheet.paper, case, language))
    squeezed = said.replace(" ", "").replace("\xa0", "")
    laws = {"lv": "Nolikuma punkts par {}", "en": "By-law on {}"}[language.code]
    wanted = [*amounts, *rules, rule_text(language, ceiling), rule_text(language, rounding)]
    wanted += [laws.format(key) for key in ("ceiling_percent", "rounding", "allow_partial")]
    for words in wanted:
        assert words.replace(" ", "").replace("\xa0", "") in squeezed, words
    book = load_workbook(BytesIO(office.ask(calculation_sheet.workbook, case, language)))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    lines = [row for row in rows if row[2] in rules]
    assert [(row[2], row[1] or "", row[3] or "", row[6]) for row in lines] == [
        (rules[0], "", "", -0.6),
        (rules[1], "", "", -0.4),
    ]
    assert [row[10] for row in lines] == [laws.format("ceiling_percent"), laws.format("rounding")]


def test_endless_decimals_show_their_fraction() -> None:
    def said(amount: str, language: Language = LATVIAN) -> str:
        return exact(language, Credits.from_text(amount, CreditUnit.ECTS))

    assert [said(one) for one in ("10/3", "-10/3", "9/2", "1/8", "0/1")] == [
        "3,33… (10/3)",
        "−3,33… (−10/3)",
        "4,5",
        "0,125",
        "0",
    ]
    assert said("2000/3", ENGLISH) == "666.66… (2000/3)"


def test_a_supposition_is_answered_and_nothing_is_stored(house: House) -> None:
    office, case = house.office, house.facts.one_not_met
    version = office.ask(cases.card, case).version
    card = office.ask(what_if.of_case, case)
    assert card.award == office.ask(credits.proposal, case).award
    diploma = card.basis.evidence[0].uid
    without = office.ask(what_if.answer, card.basis, Supposition(turned=frozenset({diploma})))
    assert without.award.total == Credits.zero(CreditUnit.ECTS)
    assert len(without.unsupported) == sum(len(unit.outcomes) for unit in card.units)
    wanting = next(uid for unit in card.units for uid, name in unit.outcomes if name.code == "DatZ1010.1")
    better = office.ask(what_if.answer, card.basis, Supposition(carried=frozenset({card.units[0].uid})))
    raised = office.ask(what_if.answer, card.basis, replace(Supposition(), results={wanting: better.results[wanting]}))
    assert better.award == raised.award and better.award.total == Credits.of(18, CreditUnit.ECTS)
    assert office.ask(cases.card, case).version == version


def test_the_sheet_is_made_on_either_kind_of_database(house: House) -> None:
    office, case = house.office, house.facts.one_not_met
    said = text_of(office.ask(calculation_sheet.paper, case, LATVIAN))
    book = load_workbook(BytesIO(office.ask(calculation_sheet.workbook, case, ENGLISH))).active
    assert book is not None and "DatZ1010" in said
    assert "DatZ1010" in [cell.value for row in book.iter_rows() for cell in row]
