"""A year of any book as a file: the Excel workbook and the printed book, with the same lines and one control sum."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from commission_app.documents.house_style import Pair, Signatures
from commission_app.documents.registers.column import Cell, Column, printed
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, OFFICE_ZONE, Language, marked
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.register import Book
from commission_app.services import register_books
from commission_app.services.paper_sources import clerk, head_of_institution, letterhead
from commission_app.services.plain_shelf import PLAIN
from commission_app.services.register_books import SummaryCard
from commission_app.services.series import OWN, closing_of
from commission_app.store.work import Reading
from commission_app.wording.words import word

Format = Literal["xlsx", "pdf"]
_TAKEN = marked("year {year}, taken in from the file {file}")
_ORIGIN = marked(
    "Taken in from the file {file} (SHA-256 {sum}): its entries stand as the file had them; "
    "the program did not make them."
)


@dataclass
class Content:
    """The lines of a year on their way into a file; first and last number are known once they have passed."""

    title: Pair
    period: Pair
    columns: tuple[Column, ...]
    rows: Iterator[Sequence[Cell]]
    summary: SummaryCard
    count: int
    words: str = ""
    note: Pair | str = ""
    numbers: list[str] = field(default_factory=list)

    def ends(self) -> tuple[str, str]:
        """The first and the last number that passed."""
        return (self.numbers[0], self.numbers[-1]) if self.numbers else ("", "")


def content(reading: Reading, book: Book, year: int, language: Language, words: str = "", source: str = OWN) -> Content:
    """The lines of a year that hold all the words.

    Refused: a book that is not kept.
    """
    about = register_books.summary(reading, book, year, source)
    columns = PLAIN[book].columns if book in PLAIN else register_books.columns(book)
    made = Content(title_of(book), period_of(year, about.file), columns, iter(()), about, about.entries, words.strip())
    if source:
        made.note = _origin(about)
    made.rows = _rows(reading, book, year, language, source, made)
    return made


def export(
    reading: Reading,
    book: Book,
    year: int,
    fmt: Format,
    language: Language,
    words: str = "",
    source: str = OWN,
) -> bytes:
    """A year of a book as an Excel workbook, or as the printed book; with words, only the lines that hold them.

    Refused: another format, or a book that is not kept.
    """
    if fmt == "xlsx":
        return workbook(reading, book, year, language, words, source)
    if fmt == "pdf":
        return printed_book(reading, book, year, language, words, source)
    raise RefusedError("register.format", format=fmt)


def workbook(reading: Reading, book: Book, year: int, language: Language, words: str = "", source: str = OWN) -> bytes:
    """A year of a book as an Excel workbook with numbered columns and a summary sheet."""
    from commission_app.documents.workbook import SummaryFacts, write_register

    made = content(reading, book, year, language, words, source)
    facts = SummaryFacts(
        institution=letterhead(reading.session, reading.today, language).institution,
        title=made.title,
        period=made.period,
        exported_by=reading.actor.name,
        exported_at=datetime.now(OFFICE_ZONE),
        voided=tuple(number for number, _ in made.summary.voided),
        filter=made.words,
        origin=made.note,
        count=made.count,
        ends=made.ends,
    )
    out = io.BytesIO()
    write_register(made.columns, made.rows, facts, language, out, reading.progress.step)
    return out.getvalue()


def printed_book(
    reading: Reading, book: Book, year: int, language: Language, words: str = "", source: str = OWN
) -> bytes:
    """A year of a book as the printed book: page totals, what was voided, the closing entry with its signatures."""
    from commission_app.documents.register_book import BookFacts, Closing, render

    made = content(reading, book, year, language, words, source)
    signers = (clerk(reading.actor), head_of_institution(reading.session, reading.today))
    closed = closing_of(reading.session, book, year) if source == OWN else None
    runs = reading.today.year <= year
    facts = BookFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        title=made.title,
        period=made.period,
        columns=made.columns,
        rows=made.rows,
        count=made.count,
        voided=tuple(f"{number} ({reason})" for number, reason in made.summary.voided),
        closing=Closing(
            closed.closed_on if closed is not None else reading.today,
            Signatures(signers),
            open=closed is None,
            over=not runs,
        ),
        filter=made.words,
        note=made.note,
    )
    return render(facts, language, reading.progress.step)


def title_of(book: Book) -> Pair:
    """The name of a book in both languages."""
    return Pair(word(LATVIAN, book), word(ENGLISH, book))


def period_of(year: int, file: str = "") -> Pair:
    """The year of a book in both languages, and the file it was taken in from."""
    if file:
        return Pair(
            LATVIAN.say_of("register", _TAKEN, year=year, file=file),
            ENGLISH.say_of("register", _TAKEN, year=year, file=file),
        )
    return Pair(
        LATVIAN.say_of("register", "year {year}", year=year), ENGLISH.say_of("register", "year {year}", year=year)
    )


def _origin(about: SummaryCard) -> Pair:
    return Pair(
        LATVIAN.say_of("register", _ORIGIN, file=about.file, sum=about.source),
        ENGLISH.say_of("register", _ORIGIN, file=about.file, sum=about.source),
    )


def _rows(
    reading: Reading, book: Book, year: int, language: Language, source: str, made: Content
) -> Iterator[Sequence[Cell]]:
    wanted = [fold(part) for part in made.words.split()]
    for number, cells in _numbered(reading, book, year, language, source):
        if wanted and not _holds(made.columns, cells, wanted, language):
            continue
        if len(made.numbers) > 1:
            made.numbers.pop()  # only the first and the last are wanted of many thousand
        made.numbers.append(number)
        yield cells


def _numbered(
    reading: Reading, book: Book, year: int, language: Language, source: str
) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    if book in PLAIN:
        for line in PLAIN[book].lines(reading, year, language):
            yield line.number, line.cells
        return
    for entry, later in register_books.entries_with_later(reading, book, year, source):
        yield entry.number.text, register_books.cells_of(book, entry, later, language)


def _holds(columns: Sequence[Column], cells: Sequence[Cell], wanted: Sequence[str], language: Language) -> bool:
    said = (printed(cell, column.kind, language) for cell, column in zip(cells, columns, strict=True))
    text = fold(" ".join(said))
    return all(part in text for part in wanted)
