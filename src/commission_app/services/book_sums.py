"""A year of a book in figures: reckoned anew from its lines, so that it can be compared with what was kept of it."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import select

from commission_app.i18n import LATVIAN
from commission_app.models.register import Entry, Series, SeriesNumber
from commission_app.rules.book_closing import YearSum
from commission_app.rules.vocabulary.register import CHAINED, Book
from commission_app.services.plain_shelf import PLAIN
from commission_app.services.series import OWN
from commission_app.store import acts
from commission_app.store.work import Reading

_AT_ONCE = 1000


@dataclass(frozen=True)
class Reckoned:
    """The figures of a year as they are reckoned now; where the chain first breaks (0: nowhere), and what came after.

    `later` are the entries beyond those asked for: their positions, numbers, and whether each corrects an earlier one.
    """

    sums: YearSum
    broken_at: int = 0
    first_hash: str = ""
    later: tuple[tuple[int, str, bool], ...] = ()


def year_sums(reading: Reading, book: Book, year: int, upto: int | None = None) -> Reckoned:
    """The figures of a year; with `upto`, of its first so many entries.

    Of a chained book the control sum is over the texts of all entries. Of any other it is over number, day and
    identity of each line: what the lines say is kept by the chain of acts.
    """
    return _chained(reading, book, year, upto) if book in CHAINED else _plain(reading, book, year)


def _chained(reading: Reading, book: Book, year: int, upto: int | None) -> Reckoned:
    mine = Series.book == book, Series.year == year, Series.source == OWN
    query = (
        select(Entry.position, SeriesNumber.text, Entry.text, Entry.previous_hash, Entry.hash, Entry.cites_id)
        .join(Series, Series.id == Entry.series_id)
        .join(SeriesNumber, SeriesNumber.id == Entry.number_id)
        .where(*mine)
        .order_by(Entry.position)
    )
    control, link, broken, entries = hashlib.sha256(), "", 0, 0
    first = last = first_hash = ""
    later: list[tuple[int, str, bool]] = []
    rows = reading.session.execute(query.execution_options(yield_per=_AT_ONCE))
    for position, number, text, before, held, cites in rows:
        if upto is not None and entries >= upto:
            later.append((position, number, cites is not None))
            continue
        entries += 1
        if not entries % _AT_ONCE:
            reading.progress.step(entries, upto or entries + 1)
        sound = position == entries and before == link and acts.chain_hash(before, text) == held
        broken = broken or (0 if sound else position)
        control.update(f"{text}\x1e".encode())
        first, first_hash = (first, first_hash) if entries > 1 else (number, held)
        last, link = number, held
    return Reckoned(YearSum(entries, first, last, link, control.hexdigest()), broken, first_hash, tuple(later))


def _plain(reading: Reading, book: Book, year: int) -> Reckoned:
    control, numbers = hashlib.sha256(), []
    for line in PLAIN[book].lines(reading, year, LATVIAN):
        control.update(f"{line.number}\x1f{line.day.isoformat()}\x1f{line.subject_uid}\x1e".encode())
        numbers.append(line.number)
    ends = (numbers[0], numbers[-1]) if numbers else ("", "")
    return Reckoned(YearSum(len(numbers), *ends, "", control.hexdigest()))
