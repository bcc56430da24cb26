"""The printed register: every entry on it, sums that add up, nothing cut without a sign."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.documents.book_columns import CELL, MOST_LINES, Widths, Wrapper, panels
from commission_app.documents.house_style import Pair
from commission_app.documents.register_book import BookFacts, Closing, Progress, render
from commission_app.documents.registers import applications, certificates, decisions, exams
from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.errors import CancelledError, RefusedError
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN, Language
from tests.documents import entries, papers
from tests.documents.reading import pages

BOOKS: dict[str, tuple[Any, Any]] = {
    "applications": (applications, entries.application),
    "decisions": (decisions, entries.decision),
    "certificates": (certificates, entries.certificate),
    "exams": (exams, entries.exam),
}


def book(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    language: Language = LATVIAN,
    progress: Progress | None = None,
    **more: Any,
) -> bytes:
    title = Pair("Lēmumu reģistrs", "Register of decisions")
    period = Pair("2026. gads", "2026")
    facts = BookFacts(papers.letterhead(), title, period, tuple(columns), rows, len(rows), **more)
    return render(facts, language, progress)


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_entry_and_every_column_number_is_printed(name: str, language: Language) -> None:
    register, row = BOOKS[name]
    rows = [register.cells(row(at), language) for at in range(70)]
    read = pages(book(register.COLUMNS, rows, language))
    text = " ".join(read)
    for at in range(70):
        assert row(at).number in text
    for heading in (register.COLUMNS[1], register.COLUMNS[-1]):
        assert language.say_of("register", heading.heading).split()[0] in text
    assert f"no {len(read)}" in read[0] if language is LATVIAN else f"of {len(read)}" in read[0]


def test_a_wide_register_repeats_its_first_column_on_each_facing_page() -> None:
    layout = panels(decisions.COLUMNS, 45, 763, LATVIAN)
    assert len(layout) > 1
    assert all(panel[0].at == 0 for panel in layout)
    assert sorted(strip.at for panel in layout for strip in panel[1:]) == list(range(1, 30))
    for panel in layout:
        assert sum(strip.width for strip in panel) == pytest.approx(763)


def test_page_sums_and_running_sums_add_up() -> None:
    rows = [applications.cells(entries.application(at), LATVIAN) for at in range(100)]
    text = " ".join(pages(book(applications.COLUMNS, rows)))
    on_pages = [int(number) for number in re.findall(r"Ierakstu skaits lappusē: (\d+)", text)]
    running = [int(number) for number in re.findall(r"no sākuma: (\d+)", text)]
    # Two facing pages say the same of the same entries.
    assert sum(on_pages[::2]) == 100 == running[-1]
    assert running[::2] == [sum(on_pages[::2][: at + 1]) for at in range(len(on_pages) // 2)]
    sums = [money.replace(",", "") for money in re.findall(r"(\d+,\d\d) Kopā lappusē", text)]
    assert sum(map(int, sums)) == 100 * 19275
    assert re.findall(r"Turpinājums no (\d+)\. lpp\.", text)[:2] == ["1", "2"]


def test_an_empty_register_says_so_and_can_be_closed() -> None:
    closing = Closing(date(2026, 12, 31), papers.signatures())
    (text,) = pages(book(exams.COLUMNS, [], closing=closing))
    assert "Šajā periodā ierakstu nav." in text
    assert "Reģistrs slēgts 2026. gada 31. decembrī; sanumurēts un caurauklots, lappušu skaits: 1." in text
    assert "Anulētu numuru nav." in text


def test_a_year_that_still_runs_is_not_called_closed() -> None:
    closing = Closing(date(2026, 11, 21), papers.signatures(), open=True)
    (text,) = pages(book(exams.COLUMNS, [exams.cells(entries.exam(1), LATVIAN)], closing=closing))
    assert "Stāvoklis 2026. gada 21. novembrī; gads nav beidzies, reģistrs nav slēgts." in text


def test_the_closing_entry_counts_pages_and_names_voided_numbers() -> None:
    rows = [exams.cells(entries.exam(at), LATVIAN) for at in range(61)]
    closing = Closing(date(2026, 12, 31), papers.signatures())
    read = pages(book(exams.COLUMNS, rows, voided=("E-2026/013", "E-2026/014"), closing=closing))
    assert "Reģistrā ir 61 ieraksts." in read[-1]
    assert "Anulētie numuri: E-2026/013, E-2026/014." in read[-1]
    assert f"lappušu skaits: {len(read)}" in read[-1]
    assert "Z. v." in read[-1]


def test_a_book_of_one_column_and_one_entry() -> None:
    (text,) = pages(book([Column("Remarks", ColumnKind.TEXT, 20)], [("Vienīgais",)]))
    assert "Vienīgais" in text


def test_a_cell_of_brackets_and_backslashes_is_printed_as_it_is() -> None:
    odd = "a) (b \\ c\\(d) 100 %"
    (text,) = pages(book([Column("Remarks", ColumnKind.TEXT, 60)], [(odd,)]))
    assert odd in text


def test_more_letters_than_one_part_of_a_typeface_holds_are_all_printed() -> None:
    letters = [chr(code) for code in range(0xC0, 0x460) if chr(code).isalpha() and _prints(chr(code))]
    rows = [("".join(letters[at : at + 8]),) for at in range(0, len(letters), 8)]
    text = "".join(pages(book([Column("Remarks", ColumnKind.TEXT, 60)], rows)))
    assert len(letters) > 256
    assert all(row[0] in text for row in rows)


def _prints(text: str) -> bool:
    from commission_app.documents.fonts import check_glyphs

    try:
        check_glyphs([("", text)])
    except RefusedError:
        return False
    return True


def test_a_missing_letter_refuses_the_book_and_names_the_cell() -> None:
    with pytest.raises(RefusedError) as refused:
        book([Column("Applicant", ColumnKind.TEXT, 20)], [("Ieva",), ("Li 漢",)])
    assert refused.value.reason == "paper.missing_letter"
    assert refused.value.refusal.facts["where"] == "Li 漢"


def test_progress_reaches_the_end_and_cancel_stops_the_work() -> None:
    rows = [(f"{at}",) for at in range(1200)]
    columns = [Column("Remarks", ColumnKind.TEXT, 20)]
    seen: list[tuple[int, int]] = []
    book(columns, rows, ENGLISH, lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 1200) and seen[-1] == (1200, 1200)

    def cancel(done: int, total: int) -> None:
        if done >= 500:
            raise CancelledError

    with pytest.raises(CancelledError):
        book(columns, rows, ENGLISH, cancel)


@settings(max_examples=60)
@given(st.text(st.sampled_from("abcčdeēiķmzž WM0123456789/-"), max_size=300), st.floats(20, 200))
def test_a_cell_is_whole_or_ends_in_an_ellipsis(text: str, width: float) -> None:
    lines = Wrapper(width, Widths()).lines(text)
    assert len(lines) <= MOST_LINES
    assert all(CELL.width(line) <= width + 0.01 for line in lines)
    joined, whole = "".join(lines).replace(" ", ""), text.replace(" ", "")
    assert joined == whole or (joined.endswith("…") and whole.startswith(joined[:-1]))
