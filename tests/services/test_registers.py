"""The numbered books: numbers without gaps, lines that never change, the book as read and as printed."""

import io
import threading
from concurrent.futures import ThreadPoolExecutor

import openpyxl
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.register import Entry, Series
from commission_app.rules.vocabulary.register import NUMBERED, Book, NumberMode
from commission_app.services import checks, registers, series
from commission_app.services.office import Office, Reading, Work
from commission_app.store import acts
from tests import hearings, make
from tests.hearings import House


def reserve(work: Work, book: Book, typed: str | None = None) -> str:
    return registers.reserve(work, book, acts.new_uid(), 2026, typed)


def enter_one(work: Work, book: Book = Book.DECISIONS) -> str:
    subject = acts.new_uid()
    number = registers.reserve(work, book, subject, 2026)
    registers.enter(work, book, number, subject, {"applicant": "Ķēniņš"})
    return number


def test_each_book_numbers_in_its_own_way_and_none_looks_like_another(office: Office) -> None:
    given = [office.do(reserve, book) for book in NUMBERED]
    assert given == ["2026/001", "L-2026/1", "A-2026/1", "E-2026/1", "P-2026/1", "AP-2026/1", "V-2026/1"]
    assert office.do(reserve, Book.DECISIONS) == "L-2026/2"


def test_a_refused_act_gives_its_number_back(office: Office) -> None:
    def reserve_and_fail(work: Work) -> None:
        reserve(work, Book.DECISIONS)
        raise RefusedError("register.number_needed", book=Book.DECISIONS)

    with pytest.raises(RefusedError):
        office.do(reserve_and_fail)
    assert office.do(reserve, Book.DECISIONS) == "L-2026/1"


def test_two_computers_take_numbers_without_a_gap(office: Office) -> None:
    start = threading.Barrier(2)

    def take(_: int) -> list[str]:
        start.wait()
        return [office.do(enter_one) for _ in range(12)]

    with ThreadPoolExecutor(2) as pool:
        given = [number for numbers in pool.map(take, range(2)) for number in numbers]
    assert sorted(given, key=lambda number: int(number.rpartition("/")[2])) == [f"L-2026/{n}" for n in range(1, 25)]
    positions = office.ask(lambda reading: reading.session.scalars(select(Entry.position)).all())
    assert sorted(positions) == list(range(1, 25))


def test_lines_are_chained_and_their_text_is_what_is_hashed(office: Office) -> None:
    for _ in range(3):
        office.do(enter_one)

    def lines(reading: Reading) -> list[tuple[str, str, str]]:
        rows = reading.session.scalars(select(Entry).order_by(Entry.position))
        return [(row.previous_hash, row.text, row.hash) for row in rows]

    link = ""
    for before, said, link_after in office.ask(lines):
        assert before == link
        assert acts.chain_hash(before, said) == link_after
        link = link_after
    assert office.ask(lambda reading: reading.session.scalar(select(Series.head_hash))) == link


def test_a_number_is_used_once_and_for_its_own_subject_only(office: Office) -> None:
    def twice(work: Work) -> None:
        subject = acts.new_uid()
        number = registers.reserve(work, Book.DECISIONS, subject, 2026)
        registers.enter(work, Book.DECISIONS, number, subject, {})
        registers.enter(work, Book.DECISIONS, number, subject, {})

    def foreign(work: Work) -> None:
        number = reserve(work, Book.DECISIONS)
        registers.enter(work, Book.DECISIONS, number, acts.new_uid(), {})

    for act, reason in ((twice, "register.number_spent"), (foreign, "register.number_foreign")):
        with pytest.raises(RefusedError) as refused:
            office.do(act)
        assert refused.value.reason == reason


def test_a_voided_number_stays_with_its_reason_and_is_not_given_again(office: Office) -> None:
    number = office.do(reserve, Book.DECISIONS)

    def void(work: Work, reason: str) -> None:
        registers.void(work, series.find_number(work.session, Book.DECISIONS, number).id, reason)

    with pytest.raises(RefusedError) as refused:
        office.do(void, " ")
    assert refused.value.refusal.field == "reason"
    office.do(void, "sabojāta lapa")
    assert office.do(reserve, Book.DECISIONS) == "L-2026/2"
    assert office.ask(registers.summary, Book.DECISIONS, 2026).voided == (("L-2026/1", "sabojāta lapa"),)


def test_a_typed_series_is_unique_over_all_books(office: Office) -> None:
    office.do(registers.settle_series, Book.DECISIONS, 2026, "L-{year}/{n}", NumberMode.TYPED)
    with pytest.raises(RefusedError) as nothing_typed:
        office.do(reserve, Book.DECISIONS)
    assert nothing_typed.value.refusal.field == "number"
    assert office.do(reserve, Book.DECISIONS, "3-12/77") == "3-12/77"
    assert office.do(reserve, Book.DECISIONS, "2026/001") == "2026/001"
    with pytest.raises(RefusedError) as again:
        office.do(reserve, Book.DECISIONS, "3-12/77")
    assert again.value.reason == "register.number_given"
    assert office.do(reserve, Book.APPLICATIONS) == "2026/002", "a number typed elsewhere is passed over"


def test_a_series_changes_its_pattern_only_before_its_first_number(office: Office) -> None:
    with pytest.raises(RefusedError) as alike:
        office.do(registers.settle_series, Book.DECISIONS, 2026, "{year}/{n}", NumberMode.GENERATED)
    assert alike.value.reason == "number.series_alike"
    office.do(registers.settle_series, Book.DECISIONS, 2026, "LĒM-{n}/{year}", NumberMode.GENERATED)
    assert office.do(reserve, Book.DECISIONS) == "LĒM-1/2026"
    with pytest.raises(RefusedError) as begun:
        office.do(registers.settle_series, Book.DECISIONS, 2026, "L-{year}/{n}", NumberMode.GENERATED)
    assert begun.value.reason == "register.series_begun"


def test_an_entry_cannot_be_changed_even_from_outside(office: Office) -> None:
    office.do(enter_one)
    with pytest.raises(DatabaseError), office.database.writer.begin() as connection:
        connection.execute(text("UPDATE register_entry SET text = 'x'"))


def test_the_register_of_decisions_reads_as_it_prints(house: House) -> None:
    office = house.office
    hearings.registered(house)
    year = make.today(office).year
    page = office.ask(registers.entries, Book.DECISIONS, year, ENGLISH)
    (line,) = page.rows
    assert line.number == f"L-{year}/1"
    assert "Ģirts Ķēniņš-Āboļš" in line.cells
    assert "18" in line.cells
    assert office.ask(registers.entries, Book.DECISIONS, year, ENGLISH, words="kenins").rows == page.rows
    assert not office.ask(registers.entries, Book.DECISIONS, year, ENGLISH, words="nobody").rows
    card = office.ask(registers.entry_card, line.id, ENGLISH)
    assert (card.noun, card.unbroken, card.entered_by) == ("decision", True, "Anna Ozola")
    assert ("Case No.", f"{year}/001") in card.fields
    assert office.ask(checks.findings) == ()


@pytest.mark.parametrize("descending", [False, True])
def test_a_book_is_paged_without_losing_a_line(paper_house: House, descending: bool) -> None:
    office, year = paper_house.office, make.today(paper_house.office).year
    positions: list[int] = []
    cursor = None
    while True:
        page = office.ask(
            registers.entries, Book.APPLICATIONS, year, LATVIAN, descending=descending, after=cursor, limit=4
        )
        positions += [line.position for line in page.rows]
        cursor = page.cursor
        if cursor is None:
            break
    assert positions == sorted(range(1, 7), reverse=descending)


@pytest.mark.parametrize("book", [Book.APPLICATIONS, Book.DECISIONS])
def test_a_book_leaves_as_excel_with_dates_and_codes_and_as_pdf(paper_house: House, book: Book) -> None:
    office = paper_house.office
    hearings.registered(paper_house)
    year = make.today(office).year
    sheet = openpyxl.load_workbook(io.BytesIO(office.ask(registers.export, book, year, "xlsx", LATVIAN))).worksheets[0]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert rows[0][1] == (f"{year}/001" if book is Book.APPLICATIONS else f"L-{year}/1")
    assert rows[0][2].date() == make.today(office)
    assert len(rows) == office.ask(registers.summary, book, year).entries == (6 if book is Book.APPLICATIONS else 1)
    assert office.ask(registers.export, book, year, "pdf", LATVIAN).startswith(b"%PDF-")


def test_an_empty_year_prints_too(sqlite_office: Office) -> None:
    make.institution(sqlite_office)
    for book in (Book.APPLICATIONS, Book.DECISIONS, Book.CERTIFICATES, Book.EXAMS):
        for fmt in ("xlsx", "pdf"):
            assert sqlite_office.ask(registers.export, book, 2020, fmt, LATVIAN)
    with pytest.raises(RefusedError) as refused:
        sqlite_office.ask(registers.export, Book.DECISIONS, 2020, "doc", LATVIAN)
    assert refused.value.reason == "register.format"
