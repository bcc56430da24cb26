"""The numbered books: an entry is appended to its chain at registration and never changed; a correction cites it."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from uuid import UUID

from commission_app.errors import RefusedError
from commission_app.models.register import Entry, Series, SeriesNumber
from commission_app.rules.vocabulary.register import Book
from commission_app.services.book_files import export
from commission_app.services.register_books import book_rows, books, summary
from commission_app.services.register_cards import entries, entry_card, headings
from commission_app.services.series import (
    DEFAULT_PATTERNS,
    find_numbers,
    lock_series,
    reserve,
    settle_series,
    spend,
    use,
    void,
)
from commission_app.store import acts
from commission_app.store.work import Work

__all__ = [
    "DEFAULT_PATTERNS",
    "book_rows",
    "books",
    "correct",
    "enter",
    "entries",
    "entry_card",
    "export",
    "headings",
    "lock_series",
    "reserve",
    "settle_series",
    "summary",
    "use",
    "void",
]


def enter(work: Work, book: Book, number_text: str, subject_uid: UUID, facts: Mapping[str, object]) -> Entry:
    """Appends a line to a book under a number reserved for it, and uses the number.

    Refused: a number that was used or voided before, or is reserved for something else.
    """
    (entry,) = enter_all(work, book, [(number_text, subject_uid, facts)])
    return entry


def enter_all(work: Work, book: Book, lines: Sequence[tuple[str, UUID, Mapping[str, object]]]) -> list[Entry]:
    """The same for many lines, each with its number and subject, in their order."""
    numbers = find_numbers(work.session, book, [number for number, _, _ in lines])
    entries = []
    for number, (_, subject_uid, facts) in zip(numbers, lines, strict=True):
        if number.subject_uid != subject_uid:
            raise RefusedError("register.number_foreign", at="number", book=book, number=number.text)
        series = work.lock(Series, number.series_id)
        spend(book, number)
        entries.append(write_line(work, series, number, subject_uid, facts, cites=None))
    work.session.flush()
    return entries


def correct(work: Work, entry_id: int, facts: Mapping[str, object], note: str) -> Entry:
    """Corrects a line of a book by a new line that cites it; the old one stays as it was.

    Refused: without a note that says what was wrong.
    """
    old = work.get(Entry, entry_id)
    if not note.strip():
        raise RefusedError("register.correction_note", at="note", number=old.number.text)
    series = work.lock(Series, old.series_id)
    return append(work, series, old.number, old.subject_uid, {**facts, "correction": note.strip()}, cites=old)


def append(
    work: Work, series: Series, number: SeriesNumber, subject: UUID, facts: Mapping[str, object], cites: Entry | None
) -> Entry:
    """Appends a line to the chain of a series that is locked, under a number that is its own."""
    entry = write_line(work, series, number, subject, facts, cites)
    work.session.flush()
    return entry


def write_line(
    work: Work, series: Series, number: SeriesNumber, subject: UUID, facts: Mapping[str, object], cites: Entry | None
) -> Entry:
    """The same for one line of many: whoever writes them stores them together."""
    position = series.last_entry + 1
    text = acts.canonical(
        {
            "book": series.book.value,
            "year": series.year,
            "position": position,
            "number": number.text,
            "entered_on": work.today.isoformat(),
            "subject": str(subject),
            "cites": str(cites.uid) if cites else None,
            "facts": {key: canonical_fact(value) for key, value in facts.items()},
        }
    )
    entry = Entry(
        series_id=series.id,
        position=position,
        number_id=number.id,
        entered_on=work.today,
        subject_uid=subject,
        act_uid=work.act_uid,
        cites_id=cites.id if cites else None,
        text=text,
        previous_hash=series.head_hash,
        hash=acts.chain_hash(series.head_hash, text),
    )
    work.add(entry)
    work.about(subject)
    series.last_entry, series.head_hash = position, entry.hash
    return entry


def canonical_fact(value: object) -> object:
    """A fact as it stands in the text of an entry: dates, coded words and uids as text, lists and tables of such."""
    if isinstance(value, Mapping):
        return {str(key): canonical_fact(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [canonical_fact(inner) for inner in value]
    if value is None or isinstance(value, (str, int, date, Enum, UUID)):
        return acts.plain(value)
    raise TypeError(f"{type(value).__name__} has no place in an entry")
