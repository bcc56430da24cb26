"""The totals of a book: what stands on several lines counts once, and only while it is in force."""

import io
from collections import Counter
from dataclasses import replace
from typing import Any

import openpyxl
import pypdfium2

from commission_app.documents.registers import exams
from commission_app.documents.workbook_summary import Summary
from commission_app.i18n import ENGLISH
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.register import Book
from commission_app.services import checks, decision_changes, decisions, registers
from commission_app.services.decision_cards import DecisionCard
from commission_app.services.decision_changes import Slip
from tests import hearings, make
from tests.documents import entries
from tests.hearings import House

CLAIMED, RECOGNISED, CREDITS = 11, 12, 14


def held(house: House, case: int) -> DecisionCard:
    card = house.office.ask(decisions.of_case, case)
    assert card is not None
    return card


def signed_with_reasons(house: House, case: int) -> DecisionCard:
    card = held(house, case)
    house.office.do(decisions.edit_draft, card.id, card.version, "Trūkst prakses.")
    hearings.register(house.office, case)
    return held(house, case)


def export(house: House, fmt: Any) -> bytes:
    return house.office.ask(registers.export, Book.DECISIONS, make.today(house.office).year, fmt, ENGLISH)


def test_corrected_repealed_and_replaced_decisions_count_once_or_not_at_all(paper_house: House) -> None:
    house, office = paper_house, paper_house.office
    met, also_met, partly = house.facts.met, house.facts.also_met, house.facts.one_not_met
    hearings.decided(house, met, also_met, partly)
    hearings.register(office, met)
    hearings.register(office, also_met)
    card = held(house, met)
    office.do(decision_changes.correct_slip, card.id, card.version, Slip("pamatojums", "Rgā", "Rīgā"))
    card = held(house, also_met)
    office.do(decision_changes.repeal, card.id, card.version, "Atcelts.", make.today(office))
    card = signed_with_reasons(house, partly)
    office.do(decision_changes.reopen, card.id, card.version, "Apstrīdēts.")
    hearings.decided(house, partly)
    signed_with_reasons(house, partly)
    assert office.ask(decisions.card, card.id).state is DecisionState.REPLACED

    book = openpyxl.load_workbook(io.BytesIO(export(house, "xlsx")))
    rows = list(book.worksheets[0].iter_rows(min_row=3, values_only=True))
    figures = [(row[CLAIMED], row[RECOGNISED], row[CREDITS]) for row in rows]
    expected = {(3, 3, 18): 1, ("(3)", "(3)", "(18)"): 3, ("(3)", "(2)", "(12)"): 2, (3, 2, 12): 1}
    assert Counter(figures) == expected, "two lines each, and the decision in the place of the replaced one"
    said = {name.value: value.value for name, value in book.worksheets[1].iter_rows(max_col=2)}
    assert said["Total: Courses / modules applied for"] == 6
    assert said["Total: Courses / modules recognised"] == 5
    assert said["About the totals"].startswith("Figures in brackets are not in the totals")
    assert sum(row[CREDITS] for row in rows if isinstance(row[CREDITS], int | float)) == 30, (
        "a spreadsheet adds up the same"
    )

    document = pypdfium2.PdfDocument(export(house, "pdf"))
    told = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    assert "Total so far 6 5" in told or "6 5 Total so far" in told, told
    assert "Figures in brackets are not in the totals" in told
    assert office.ask(checks.findings) == ()


def test_a_corrected_exam_counts_once() -> None:
    row = entries.exam(0)
    found = Summary(columns=exams.COLUMNS)
    for said in (replace(row, counts=False), replace(row, position=2, passed=3, failed=0)):
        found.note(said.number, exams.cells(said, ENGLISH))
    totals = {exams.COLUMNS[at].heading: amount for at, amount in found.sums.items()}
    assert (totals["Entered for the exam"], totals["Passed the exam"], totals["Failed the exam"]) == (5, 3, 0)
    assert found.set_aside
