"""Checks the closed years: each book still holds what it held then, and nothing came after but what may come."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.register import BookClosing
from commission_app.rules.book_closing import ClosedYear, closing_hash, read_closing
from commission_app.rules.vocabulary.register import CHAINED, Book
from commission_app.services import book_sums
from commission_app.store.work import Reading

_MOVING = frozenset({Book.PAYMENTS})
"""What is asked and paid goes on after the year: its closing is a picture of a day, not a promise."""


def findings(reading: Reading) -> Iterator[Refusal]:
    """Every closing that holds, against the book as it stands now."""
    rows = select(BookClosing).where(BookClosing.reopened_on.is_(None)).order_by(BookClosing.id)
    for row in reading.session.scalars(rows).all():
        yield from of_closing(reading, row)


def of_closing(reading: Reading, row: BookClosing) -> Iterator[Refusal]:
    """One closing against the book."""
    where: dict[str, Any] = {"book": row.book, "year": str(row.year)}
    try:
        held = read_closing(row.text)
    except RefusedError:
        yield refusal("check.closing_changed", **where)
        return
    if closing_hash(row.text) != row.hash or (held.book, held.year) != (row.book, row.year):
        yield refusal("check.closing_changed", **where)
        return
    if row.book not in _MOVING:
        yield from _against_book(reading, held, where)


def _against_book(reading: Reading, held: ClosedYear, where: dict[str, Any]) -> Iterator[Refusal]:
    upto = held.sums.entries if held.book in CHAINED else None
    found = book_sums.year_sums(reading, held.book, held.year, upto)
    if found.sums != held.sums:
        yield refusal("check.closing_differs", entries=held.sums.entries, found=found.sums.entries, **where)
    for position, number, corrects in found.later:
        if not corrects and number not in held.reserved:
            yield refusal("check.closing_later", position=position, number=number, **where)
