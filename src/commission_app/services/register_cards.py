"""Lines of a book for the screen: cells as printed, found by words, and one entry with its chain and papers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from commission_app.documents.registers.column import Column, printed
from commission_app.i18n import Language
from commission_app.models.act import Act
from commission_app.models.appeal import Appeal
from commission_app.models.base import Noun
from commission_app.models.case import Case
from commission_app.models.certificate import Certificate, Paper
from commission_app.models.decision import Decision, ProceduralDecision
from commission_app.models.exam import Exam
from commission_app.models.register import Entry, RegisterImport
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.register import Book
from commission_app.services.paging import Cursor, Page
from commission_app.services.register_books import cells_of, columns, entries_with_later
from commission_app.services.register_imported import row_taken
from commission_app.services.register_later import later_facts
from commission_app.services.register_rows import Later, said_of
from commission_app.services.series import OWN
from commission_app.store import acts
from commission_app.store.work import Reading


@dataclass(frozen=True)
class HeadingLine:
    """A column of a book: its heading, how its cells are set ("text", "date", "money" …), its share of the width."""

    text: str
    kind: str
    width: int


@dataclass(frozen=True)
class EntryLine:
    """A line of a book as the table shows it, cell by cell as printed."""

    id: int
    position: int
    number: str
    entered_on: date
    subject_uid: UUID
    cells: tuple[str, ...]


@dataclass(frozen=True)
class PaperLine:
    """An issued paper kept with the entry's subject."""

    id: int
    kind: PaperKind
    language: str
    edition: int
    name: str
    issued_at: datetime


@dataclass(frozen=True)
class EntryCard:
    """One entry: its cells under their headings, who entered it when, its place in the chain, and its papers."""

    id: int
    book: Book
    year: int
    position: int
    number: str
    entered_on: date
    entered_by: str
    entered_at: datetime | None
    noun: str
    noun_id: int | None
    case_id: int | None
    fields: tuple[tuple[str, str], ...]
    hash: str
    previous_hash: str
    unbroken: bool
    corrects: int | None
    corrected_by: int | None
    papers: tuple[PaperLine, ...]
    taken_from: str = ""
    """The file and its sha256 where the entry was taken in from an old register."""
    taken_row: int = 0


_NOUNS: dict[Book, tuple[str, type[Noun]]] = {
    Book.APPLICATIONS: ("case", Case),
    Book.DECISIONS: ("decision", Decision),
    Book.CERTIFICATES: ("certificate", Certificate),
    Book.EXAMS: ("exam", Exam),
    Book.APPEALS: ("appeal", Appeal),
}


def headings(book: Book, language: Language) -> tuple[HeadingLine, ...]:
    """The columns of a book in words."""
    return heading_lines(columns(book), language)


def heading_lines(held: Sequence[Column], language: Language) -> tuple[HeadingLine, ...]:
    """Columns in words."""
    return tuple(HeadingLine(language.say_of("register", one.heading), one.kind.value, one.width) for one in held)


def entries(
    reading: Reading,
    book: Book,
    year: int,
    language: Language,
    source: str = OWN,
    *,
    words: str = "",
    descending: bool = False,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[EntryLine]:
    """Lines of a year that hold all the words, page by page in the order of entry."""
    wanted = [fold(part) for part in words.split()]
    found: list[EntryLine] = []
    place = after.key if after else None
    for entry, later in entries_with_later(reading, book, year, source, descending=descending, after=place):
        line = entry_line(book, entry, later, language)
        text = fold(" ".join(line.cells)) if wanted else ""
        if all(part in text for part in wanted):
            found.append(line)
        if len(found) == limit:
            return Page(tuple(found), Cursor(line.position, line.position))
    return Page(tuple(found), None)


def entry_card(reading: Reading, entry_id: int, language: Language) -> EntryCard:
    """One entry with everything that proves it."""
    entry = reading.get(Entry, entry_id)
    book = entry.series.book
    later = later_facts(reading.session, book, [entry])[entry.id]
    line = entry_line(book, entry, later, language)
    noun, model = _NOUNS[book]
    act = reading.session.scalars(select(Act).where(Act.uid == entry.act_uid)).first()
    subject = reading.session.scalars(select(model).where(model.uid == entry.subject_uid)).first()
    if subject is None and book is Book.DECISIONS:
        course = select(ProceduralDecision).where(ProceduralDecision.uid == entry.subject_uid)
        noun, subject = "procedural_decision", reading.session.scalars(course).first()
    names = tuple(heading.text for heading in headings(book, language))
    return EntryCard(
        id=entry.id,
        book=book,
        year=entry.series.year,
        position=entry.position,
        number=entry.number.text,
        entered_on=entry.entered_on,
        entered_by=act.user_name if act else "",
        entered_at=act.moment if act else None,
        noun=noun,
        noun_id=subject.id if subject is not None else None,
        case_id=_case_of(subject),
        fields=tuple((name, cell) for name, cell in zip(names, line.cells, strict=True) if cell),
        hash=entry.hash,
        previous_hash=entry.previous_hash,
        unbroken=_unbroken(reading, entry),
        corrects=later.corrects,
        corrected_by=later.corrected_by,
        papers=papers_of(reading, entry.subject_uid),
        taken_from=_file_of(reading, entry.series.source),
        taken_row=row_taken(said_of(entry)),
    )


def _file_of(reading: Reading, source: str) -> str:
    if source == OWN:
        return ""
    name = reading.session.scalar(select(RegisterImport.name).where(RegisterImport.sha256 == source))
    return f"{name or ''} (SHA-256 {source})"


def _case_of(subject: Noun | None) -> int | None:
    """The case behind an entry, where it has one page to be looked at on."""
    if isinstance(subject, Case):
        return subject.id
    return subject.case_id if isinstance(subject, Decision | ProceduralDecision | Certificate | Appeal) else None


def _unbroken(reading: Reading, entry: Entry) -> bool:
    """Whether the entry's text has its hash, and whether it hangs on the entry before it."""
    before = reading.session.scalar(
        select(Entry.hash).where(Entry.series_id == entry.series_id, Entry.position == entry.position - 1)
    )
    linked = entry.previous_hash == (before or "")
    return linked and acts.chain_hash(entry.previous_hash, entry.text) == entry.hash


def entry_line(book: Book, entry: Entry, later: Later, language: Language) -> EntryLine:
    """An entry as a line of its book."""
    cells = cells_of(book, entry, later, language)
    shown = tuple(printed(cell, column.kind, language) for cell, column in zip(cells, columns(book), strict=True))
    return EntryLine(entry.id, entry.position, entry.number.text, entry.entered_on, entry.subject_uid, shown)


def papers_of(reading: Reading, subject: UUID) -> tuple[PaperLine, ...]:
    """The papers issued on a subject, the newest first."""
    rows = reading.session.scalars(select(Paper).where(Paper.subject_uid == subject).order_by(Paper.id.desc()))
    return tuple(PaperLine(row.id, row.kind, row.language, row.edition, row.name, row.issued_at) for row in rows)
