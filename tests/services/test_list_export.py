"""Any list as a workbook: every row of it, in its order, counted the same; what narrows it is said beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from commission_app.errors import CancelledError, RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services import (
    archive_lists,
    archive_nomenclature,
    archive_volumes,
    blank_cards,
    blanks,
    case_list,
    exam_lists,
    list_export,
    person_list,
    review_queue,
    sitting_lists,
    standard_list,
    unit_reviews,
)
from commission_app.services.blanks import LotForm
from commission_app.services.list_export import ListSheet, SheetColumn, Shown
from commission_app.services.office import Office, Progress, Reading
from tests import hearings, make
from tests.hearings import House
from tests.services.test_archive import CASES

STANDARD_SORTS = ("title", "code", "kind", "label", "state", "lki", "units", "outcomes", "used")
LISTS: Mapping[str, tuple[Any, Sequence[str]]] = {
    "cases": (case_list, tuple(case_list.SORTS)),
    "sittings": (sitting_lists, tuple(sitting_lists.SORTS)),
    "exams": (exam_lists, tuple(exam_lists.SORTS)),
    "people": (person_list, tuple(person_list.SORTS)),
    "reviews": (review_queue, tuple(review_queue.SORTS)),
    "standards": (standard_list, STANDARD_SORTS),
    "volumes": (archive_lists, tuple(archive_lists.SORTS)),
    "forms": (blank_cards, ("number",)),
}


@dataclass(frozen=True)
class Line:
    """A row of some list."""

    name: str
    day: date
    cents: int


LINES = tuple(Line(f"=Nr. {at:04d}", date(2026, 1, 1) + timedelta(at), at * 101) for at in range(3))
COLUMNS = (
    SheetColumn[Line]("Nosaukums", lambda line: line.name),
    SheetColumn[Line]("Diena", lambda line: line.day, "date"),
    SheetColumn[Line]("Summa, EUR", lambda line: line.cents, "money"),
)


def furnished(house: House) -> None:
    """At least two rows in every list, some of them equal in what they are sorted by."""
    office, facts = house.office, house.facts
    hearings.planned(house, facts.none_met)
    hearings.planned(house, facts.one_not_met)
    hearings.exam(house)
    office.do(hearings.exams.plan_exam, facts.exam_edition, facts.exam_commission, hearings.exam_form(house))
    cases = [hearings.registered(house, case) for case in (facts.met, facts.also_met)]
    office.do(archive_nomenclature.store, None, None, CASES)
    for case in cases:
        office.do(archive_volumes.bind_case, case)
    form = LotForm(
        CertificateKind.QUALIFICATION, "PK A", "0098", "0102", make.today(office), "Pavadzīme 1", "Anna Ozola"
    )
    office.do(blanks.receive, form)
    case = make.scored_case(office, facts.edition, serial=9, commission_id=facts.commission).id
    for line in office.ask(unit_reviews.reviews, case).lines[:2]:
        office.do(unit_reviews.plan, case, line.unit_id, unit_reviews.ReviewForm(reviewer="Ilze"))


def sheets(office: Office, sheet: ListSheet[Line], language: Language = ENGLISH) -> tuple[list[Any], dict[str, object]]:
    """The rows of the workbook and what its second sheet says, if it has one."""
    book = load_workbook(BytesIO(office.ask(list_export.workbook, sheet, language)))
    said = {str(name): value for name, value in book.worksheets[1].values} if len(book.worksheets) > 1 else {}
    return list(book.worksheets[0].values), said


def test_every_list_is_gone_through_page_by_page_in_each_of_its_orders(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnished(house)
    monkeypatch.setattr(list_export, "PORTION", 1)

    def walked(reading: Reading, questions: Any, order: Mapping[str, Any]) -> tuple[int, ...]:
        return tuple(row.id for row in list_export.paged(questions.page, questions.ids, filters={}, **order)(reading))

    for name, (questions, sorts) in LISTS.items():
        for sort in sorts:
            for descending in (False, True):
                order = {"sort": sort, "descending": descending}
                keys = house.office.ask(questions.ids, **order)
                assert len(keys) > 1, name
                assert house.office.ask(walked, questions, order) == keys, f"{name} by {sort}"


def test_days_and_sums_are_such_and_a_name_cannot_run(sqlite_office: Office) -> None:
    rows, said = sheets(sqlite_office, ListSheet("Rēķini: visi", COLUMNS, list_export.held(LINES)))
    assert rows[0] == ("Nosaukums", "Diena", "Summa, EUR")
    assert [(name, day.date(), Decimal(str(sum_))) for name, day, sum_ in rows[1:]] == [
        (line.name, line.day, Decimal(line.cents) / 100) for line in LINES
    ]
    assert not said


def test_a_day_before_the_calendar_of_excel_is_a_text(sqlite_office: Office) -> None:
    born = Line("Žņaugs", date(1899, 5, 7), 0)
    rows, _ = sheets(sqlite_office, ListSheet("Personas", COLUMNS, list_export.held((born,))), LATVIAN)
    assert rows[1][1] == "07.05.1899."


def test_the_second_sheet_says_what_the_list_was_narrowed_by(sqlite_office: Office) -> None:
    rows = list_export.held(LINES)
    _, said = sheets(sqlite_office, ListSheet("Lietas", COLUMNS, rows, Shown()))
    assert said["Filter used"] == "none" and "Words looked for" not in said
    _, said = sheets(sqlite_office, ListSheet("Lietas", COLUMNS, rows, Shown("")))
    assert (said["List"], said["Words looked for"], said["Filter used"]) == ("Lietas", "none", "none")
    assert said["Number of rows"] == len(LINES) and "Sorted by" not in said and said["Institution"] == "—"
    make.institution(sqlite_office)
    shown = Shown("žanete", (("Stāvoklis", "pieņemta"), ("Termiņš", "nokavēts")), "Diena, dilstoši")
    _, said = sheets(sqlite_office, ListSheet("Lietas", COLUMNS, rows, shown), LATVIAN)
    assert said["Meklētie vārdi"] == "žanete" and said["Kārtojums"] == "Diena, dilstoši"
    assert said["Izmantotais filtrs"] == "Stāvoklis: pieņemta; Termiņš: nokavēts"
    assert said["Rindu skaits"] == len(LINES) and said["Iestāde"] not in ("", "—")


def test_words_that_no_cell_can_hold_are_refused(sqlite_office: Office) -> None:
    sheet = ListSheet("Lietas", COLUMNS, list_export.held(LINES), Shown("a\x01b"))
    with pytest.raises(RefusedError) as why:
        sqlite_office.ask(list_export.workbook, sheet, ENGLISH)
    assert why.value.reason == "workbook.control_character"


def test_between_two_pages_the_person_may_cancel(paper_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_export, "PORTION", 1)
    told: list[tuple[int, int]] = []

    def report(done: int, total: int) -> None:
        told.append((done, total))
        progress.cancelled = done == 2

    progress = Progress(report)
    rows = list_export.paged(case_list.page, case_list.ids, filters={}, sort="number")
    column = SheetColumn[case_list.CaseRow]("Numurs", lambda row: row.number)
    with pytest.raises(CancelledError):
        paper_house.office.ask_with(progress, list_export.workbook, ListSheet("Lietas", (column,), rows), ENGLISH)
    total = paper_house.office.ask(case_list.count)
    assert told == [(done, total) for done in range(3)]
