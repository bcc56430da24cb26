"""The end of a year in the books: closed with what it holds, numbers by the day of entry, proved, reopened."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.book_closing import (
    BookYear,
    ClosedYear,
    YearSum,
    closing_text,
    read_closing,
    same_sum,
    year_of_number,
)
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.services import (
    book_closings,
    book_files,
    cases,
    check_closings,
    checks,
    closing_papers,
    consultations,
    registers,
    series_lines,
)
from commission_app.services.closing_papers import Compared
from commission_app.services.consultations import ConsultationForm
from commission_app.services.office import Office, Reading, Work
from commission_app.store import acts
from tests import make
from tests.documents.reading import words as text_of


def close(office: Office, book: Book = Book.APPLICATIONS) -> int:
    return office.do(book_closings.close, BookYear(book, last_year(office)))


def last_year(office: Office) -> int:
    return make.today(office).year - 1


def reserve(work: Work, book: Book, year: int) -> str:
    return registers.reserve(work, book, acts.new_uid(), year)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as found:
        act()
    return found.value.reason


def test_a_year_is_closed_and_late_papers_are_numbered_by_the_day_of_entry(office: Office) -> None:
    make.institution(office)
    year, edition = last_year(office), make.standard(office)
    office.do(registers.settle_series, Book.APPLICATIONS, year, "I-{year}/{n}", NumberMode.GENERATED)
    first = make.case(office, edition, received=date(year, 12, 30))
    spare = office.do(reserve, Book.APPLICATIONS, year)
    seen = office.ask(book_closings.foresee, Book.APPLICATIONS, year)
    assert seen.held.carried == (first.number,) and seen.held.reserved == (spare,) and not seen.against
    key = close(office)
    assert refused(lambda: close(office)) == "closing.closed"
    assert refused(lambda: office.do(book_closings.close, BookYear(Book.EXAMS, year + 1))) == "closing.year_runs"
    late = make.case(office, edition, serial=2, received=date(year, 12, 31))
    assert (first.number, spare, late.number) == (f"I-{year}/1", f"I-{year}/2", f"I-{year + 1}/1")
    assert office.ask(cases.card, late.id).received_on == date(year, 12, 31)
    for book in (Book.APPEALS, Book.DECISIONS, Book.LETTERS):
        close(office, book)
    assert refused(lambda: office.do(reserve, Book.DECISIONS, year)) == "register.year_closed"
    assert office.do(reserve, Book.APPEALS, year).endswith(f"{year + 1}/1")
    line = next(one for one in office.ask(series_lines.lines, year + 1) if one.book is Book.APPLICATIONS)
    assert line.pattern == "I-{year}/{n}"
    assert office.ask(checks.findings) == ()
    held = office.ask(book_closings.line, Book.APPLICATIONS, year)
    assert held is not None and (held.id, held.held.sums.entries) == (key, 1)
    assert refused(lambda: office.do(book_closings.reopen, key, held.version, " ")) == "closing.no_reason"
    office.do(book_closings.reopen, key, held.version, "Atrasts nereģistrēts iesniegums.")
    assert refused(lambda: office.do(book_closings.reopen, key, held.version + 1, "vēl")) == "closing.reopened"
    assert make.case(office, edition, serial=3, received=date(year, 12, 31)).number == f"I-{year}/3"
    assert office.ask(book_closings.history, Book.APPLICATIONS, year)[0].reopened_reason.startswith("Atrasts")


def test_a_consultation_is_not_dated_in_a_closed_year(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    day = date(last_year(office), 6, 1)
    talk = ConsultationForm(day, 30, "Līga Bērziņa", attendee="Žņaugs")
    office.do(consultations.record, None, talk)
    close(office, Book.CONSULTATIONS)
    assert refused(lambda: office.do(consultations.record, None, talk)) == "register.year_closed"
    assert office.ask(checks.findings) == ()


def test_the_protocol_and_the_proof_say_what_was_frozen(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    year, edition = last_year(office), make.standard(office)
    cases_made = [make.case(office, edition, serial=n, received=date(year, 5, n)) for n in (1, 2, 3)]
    key = close(office)
    said = text_of(office.ask(closing_papers.protocol, key, LATVIAN))
    for told in ("REĢISTRA SLĒGŠANAS PROTOKOLS", cases_made[0].number, cases_made[2].number, "Nepabeigts"):
        assert told in said
    office.do(correct_first, "Pārrakstīšanās.")
    facts = office.ask(closing_papers.proof_facts, Book.APPLICATIONS, year, LATVIAN)
    assert (facts.against_closing, facts.later, facts.broken_at) == (Compared.SAME, 1, 0) and facts.unchanged
    held = office.ask(book_closings.line, Book.APPLICATIONS, year)
    assert held is not None
    for sum_, told in ((held.held.sums.control_sum, "ierakstu"), (held.hash, "slēgšanas"), ("0" * 64, "")):
        shown = f"{sum_[:8]} {sum_[8:16]}"
        typed = office.ask(closing_papers.proof_facts, Book.APPLICATIONS, year, LATVIAN, shown)
        assert typed.earlier_is.startswith(told) and typed.unchanged is bool(told)
    page = text_of(office.ask(closing_papers.proof, Book.APPLICATIONS, year, ENGLISH))
    assert "The register is unchanged." in page and "keep the signed page" in page
    assert len(office.ask(check_closings_of)) == 0


def correct_first(work: Work, note: str) -> None:
    page = registers.entries(work, Book.APPLICATIONS, work.today.year - 1, LATVIAN)
    entry = registers.entry_card(work, page.rows[0].id, LATVIAN)
    registers.correct(work, entry.id, make_facts(work, entry.id), note)


def make_facts(work: Work, key: int) -> dict[str, object]:
    import json

    from commission_app.models.register import Entry

    found: dict[str, object] = json.loads(work.get(Entry, key).text)["facts"]
    return found


def check_closings_of(reading: Reading) -> tuple[object, ...]:
    return tuple(check_closings.findings(reading))


def test_whoever_changes_a_closed_year_is_found_out(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    year, edition = last_year(office), make.standard(office)
    make.case(office, edition, received=date(year, 5, 5))
    close(office)
    close(office, Book.EXAMS)
    with office.database.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE book_closing SET text = replace(text, 'exams', 'appeals')")
        connection.exec_driver_sql("DROP TRIGGER register_entry_no_update")
        connection.exec_driver_sql("UPDATE register_entry SET text = replace(text, '05-05', '05-06')")
    reasons = [found.reason for found in office.ask(checks.findings)]
    assert "check.closing_changed" in reasons and "check.entry_changed" in reasons
    facts = office.ask(closing_papers.proof_facts, Book.APPLICATIONS, year, LATVIAN)
    assert facts.broken_at == 1 and not facts.unchanged


def test_the_printed_book_and_the_workbook_bear_one_control_sum(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    edition, year = make.standard(office), make.today(office).year
    for serial in (1, 2):
        make.case(office, edition, serial=serial, fee_cents=5000)
    for words in ("", "kenins"):
        found = office.ask(sums_of, Book.APPLICATIONS, year, words)
        assert len(set(found)) == 1 and len(found[0]) == 64


def sums_of(reading: Reading, book: Book, year: int, words: str) -> tuple[str, ...]:
    import io
    import re

    import openpyxl

    data = book_files.export(reading, book, year, "xlsx", LATVIAN, words)
    summary = openpyxl.load_workbook(io.BytesIO(data)).worksheets[1]
    told = {row[0].value: row[1].value for row in summary.iter_rows()}
    printed = text_of(book_files.export(reading, book, year, "pdf", LATVIAN, words))
    in_print = re.search(r"SHA-256\): ([0-9a-f ]+)\.", printed)
    assert in_print is not None and told["Izmantotais filtrs"] == (words or "nav")
    return told["Kontrolsumma (SHA-256)"], in_print[1].replace(" ", "")


_TEXT = st.text(max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.builds(YearSum, st.integers(0, 9999), _TEXT, _TEXT, _TEXT, _TEXT), st.lists(_TEXT), st.lists(_TEXT), _TEXT)
def test_a_closing_is_read_back_as_it_was_kept(sums: YearSum, one: list[str], two: list[str], junk: str) -> None:
    held = ClosedYear(Book.EXAMS, 2027, sums, tuple(one), tuple((text, text) for text in two), tuple(two))
    assert read_closing(closing_text(held)) == held
    for bad in (junk, closing_text(held) + " ", closing_text(held).replace('"year":2027', '"year":-1')):
        with pytest.raises(RefusedError):
            read_closing(bad)


@given(st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0, 64))
def test_a_control_sum_is_known_by_its_first_letters(whole: str, many: int) -> None:
    typed = " ".join((whole[:many].upper()[:8], whole[:many].upper()[8:]))
    assert same_sum(typed, whole) is (many >= 12)


@given(st.integers(2020, 2030), st.frozensets(st.integers(2020, 2030)), st.integers(2020, 2031), st.booleans())
def test_a_number_is_of_the_papers_year_or_of_its_entry_and_never_of_a_closed_one(
    year: int, closed: frozenset[int], entered: int, comes_in: bool
) -> None:
    found = year_of_number(year, closed, entered, comes_in=comes_in)
    if year not in closed:
        assert found == year
    elif found is not None:
        assert comes_in and found == entered > year
    assert found not in closed
