"""Checks the books: numbers without gaps, entries in their order and unchanged, every issued paper entered."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, refusal
from commission_app.models.act import Act
from commission_app.models.case import Case
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.exam import Exam
from commission_app.models.register import Entry, Series, SeriesNumber
from commission_app.models.sitting import Sitting
from commission_app.rules.numbering import format_number
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.register import Book, NumberMode, NumberState
from commission_app.services.check_progress import Tally
from commission_app.store import acts
from commission_app.store.work import Reading


def findings(reading: Reading, tally: Tally) -> Iterator[Refusal]:
    """Every series with its numbers and entries, then every noun that must stand in a book."""
    for series in reading.session.scalars(select(Series).order_by(Series.book, Series.year)).all():
        yield from _numbers(reading.session, series)
        yield from _entries(reading.session, series, tally)
    yield from _unentered(reading.session)


def _numbers(session: Session, series: Series) -> Iterator[Refusal]:
    where: dict[str, Any] = {"book": series.book, "year": str(series.year)}
    numbers = session.scalars(select(SeriesNumber).where(SeriesNumber.series_id == series.id)).all()
    if series.mode is NumberMode.GENERATED:
        given = {number.value for number in numbers}
        for value in range(1, series.last_value + 1):
            text = format_number(series.pattern, series.year, value)
            # A number that another book was given by hand is passed over.
            if value not in given and not _given_elsewhere(session, text, series):
                yield refusal("check.number_gap", number=text, **where)
        for number in numbers:
            if number.value is not None and number.value > series.last_value:
                yield refusal("check.number_beyond", number=number.text, **where)
    if series.book is Book.MINUTES:
        return
    entered = set(session.scalars(select(Entry.number_id).where(Entry.series_id == series.id)))
    for number in numbers:
        if number.state is NumberState.USED and number.id not in entered:
            yield refusal("check.number_unentered", number=number.text, **where)
        if number.state is not NumberState.USED and number.id in entered:
            yield refusal("check.number_state", number=number.text, **where)


def _given_elsewhere(session: Session, text: str, series: Series) -> bool:
    other = select(SeriesNumber.id).where(SeriesNumber.text == text, SeriesNumber.series_id != series.id)
    return session.scalar(other.limit(1)) is not None


def _entries(session: Session, series: Series, tally: Tally) -> Iterator[Refusal]:
    where: dict[str, Any] = {"book": series.book, "year": str(series.year)}
    position, link = 0, ""
    for entry in session.scalars(select(Entry).where(Entry.series_id == series.id).order_by(Entry.position)).all():
        tally.one()
        for absent in range(position + 1, entry.position):
            yield refusal("check.entry_gap", position=absent, **where)
        if entry.position == position + 1 and entry.previous_hash != link:
            yield refusal("check.entry_unlinked", position=entry.position, number=entry.number.text, **where)
        yield from _entry(session, series, entry, where)
        position, link = entry.position, entry.hash
    for absent in range(position + 1, series.last_entry + 1):
        yield refusal("check.entry_gap", position=absent, **where)
    if link != series.head_hash and position == series.last_entry:
        yield refusal("check.entry_head", **where)


def _entry(session: Session, series: Series, entry: Entry, where: dict[str, Any]) -> Iterator[Refusal]:
    facts: dict[str, Any] = {"position": entry.position, "number": entry.number.text, **where}
    if acts.chain_hash(entry.previous_hash, entry.text) != entry.hash:
        yield refusal("check.entry_changed", **facts)
        return
    columns = [series.book.value, series.year, entry.position, entry.number.text]
    columns += [entry.entered_on.isoformat(), str(entry.subject_uid)]
    if columns != _told(entry):
        yield refusal("check.entry_columns", **facts)
    if session.scalar(select(Act.id).where(Act.uid == entry.act_uid)) is None:
        yield refusal("check.entry_act", **facts)
    found, there = _number_of(session, series.book, entry.subject_uid)
    if not there:
        yield refusal("check.subject_absent", **facts)
    elif found != entry.number.text:
        yield refusal("check.subject_differs", found=found or "–", **facts)


def _told(entry: Entry) -> list[object]:
    try:
        said: dict[str, object] = json.loads(entry.text)
        return [said[key] for key in ("book", "year", "position", "number", "entered_on", "subject")]
    except (ValueError, LookupError, TypeError):
        return []


def _number_of(session: Session, book: Book, subject: UUID) -> tuple[str | None, bool]:
    """The number the entered noun bears now, and whether it is there at all."""
    noun, column = {
        Book.APPLICATIONS: (Case, Case.number),
        Book.DECISIONS: (Decision, Decision.number),
        Book.CERTIFICATES: (Certificate, Certificate.number),
        Book.EXAMS: (Exam, Exam.protocol_number),
        Book.MINUTES: (Sitting, Sitting.minutes_number),
    }[book]
    row = session.execute(select(column).where(noun.uid == subject)).first()
    return (row[0], True) if row else (None, False)


def _unentered(session: Session) -> Iterator[Refusal]:
    entered = set(session.scalars(select(Entry.subject_uid)))
    issued = (
        (Book.APPLICATIONS, select(Case.uid, Case.number)),
        (Book.DECISIONS, select(Decision.uid, Decision.number).where(Decision.state == DecisionState.REGISTERED)),
        (Book.CERTIFICATES, select(Certificate.uid, Certificate.number)),
        (Book.EXAMS, select(Exam.uid, Exam.protocol_number).where(Exam.closed)),
    )
    for book, query in issued:
        for uid, number in session.execute(query).all():
            if uid not in entered:
                yield refusal("check.subject_unentered", book=book, number=number)
