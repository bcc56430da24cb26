"""Checks the books: numbers without gaps, entries in their order and unchanged, every issued paper entered."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from commission_app.errors import Refusal, refusal
from commission_app.models.act import Act
from commission_app.models.appeal import Appeal
from commission_app.models.case import Case
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision, ProceduralDecision
from commission_app.models.delivery import Letter
from commission_app.models.exam import Exam
from commission_app.models.register import Entry, Series, SeriesNumber
from commission_app.models.sitting import Sitting
from commission_app.rules.numbering import format_number
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.register import CHAINED, Book, NumberMode, NumberState
from commission_app.services import check_closings
from commission_app.services.check_progress import Tally
from commission_app.services.series import OWN
from commission_app.store import acts
from commission_app.store.work import Reading

PORTION = 500


def findings(reading: Reading, tally: Tally) -> Iterator[Refusal]:
    """Every series with its numbers and entries, then every noun that must stand in a book."""
    for series in reading.session.scalars(select(Series).order_by(Series.book, Series.year, Series.id)).all():
        yield from _numbers(reading.session, series)
        yield from _entries(reading.session, series, tally)
    yield from _unentered(reading.session)
    yield from check_closings.findings(reading)


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
    if series.book not in CHAINED:
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
    bearing, actless = _numbers_now(session, series.book), _without_act(session, series)
    position, link = 0, ""
    query = select(Entry).options(joinedload(Entry.number)).where(Entry.series_id == series.id).order_by(Entry.position)
    for entry in session.scalars(query.execution_options(yield_per=PORTION)):
        tally.one()
        facts: dict[str, Any] = {"position": entry.position, "number": entry.number.text, **where}
        for absent in range(position + 1, entry.position):
            yield refusal("check.entry_gap", position=absent, **where)
        if entry.position == position + 1 and entry.previous_hash != link:
            yield refusal("check.entry_unlinked", **facts)
        if entry.id in actless:
            yield refusal("check.entry_act", **facts)
        yield from _entry(series, entry, facts)
        if series.source == OWN:  # an entry taken in from an old register speaks of nothing that is kept here
            yield from _subject(entry, bearing, facts)
        position, link = entry.position, entry.hash
    for absent in range(position + 1, series.last_entry + 1):
        yield refusal("check.entry_gap", position=absent, **where)
    if link != series.head_hash and position == series.last_entry:
        yield refusal("check.entry_head", **where)


def _entry(series: Series, entry: Entry, facts: dict[str, Any]) -> Iterator[Refusal]:
    if acts.chain_hash(entry.previous_hash, entry.text) != entry.hash:
        yield refusal("check.entry_changed", **facts)
        return
    columns = [series.book.value, series.year, entry.position, entry.number.text]
    columns += [entry.entered_on.isoformat(), str(entry.subject_uid)]
    if columns != _told(entry):
        yield refusal("check.entry_columns", **facts)


def _subject(entry: Entry, bearing: dict[UUID, str | None], facts: dict[str, Any]) -> Iterator[Refusal]:
    if entry.subject_uid not in bearing:
        yield refusal("check.subject_absent", **facts)
    elif bearing[entry.subject_uid] != entry.number.text:
        yield refusal("check.subject_differs", found=bearing[entry.subject_uid] or "–", **facts)


def _without_act(session: Session, series: Series) -> set[int]:
    orphans = (
        select(Entry.id).outerjoin(Act, Act.uid == Entry.act_uid).where(Entry.series_id == series.id, Act.id.is_(None))
    )
    return set(session.scalars(orphans))


def _told(entry: Entry) -> list[object]:
    try:
        said: dict[str, object] = json.loads(entry.text)
        return [said[key] for key in ("book", "year", "position", "number", "entered_on", "subject")]
    except (ValueError, LookupError, TypeError):
        return []


def _numbers_now(session: Session, book: Book) -> dict[UUID, str | None]:
    """The number that every noun of a book bears now."""
    columns: dict[Book, tuple[Any, Any]] = {
        Book.APPLICATIONS: (Case.uid, Case.number),
        Book.DECISIONS: (Decision.uid, Decision.number),
        Book.CERTIFICATES: (Certificate.uid, Certificate.number),
        Book.EXAMS: (Exam.uid, Exam.protocol_number),
        Book.MINUTES: (Sitting.uid, Sitting.minutes_number),
        Book.APPEALS: (Appeal.uid, Appeal.number),
        Book.LETTERS: (Letter.uid, Letter.number),
    }
    found = {row[0]: row[1] for row in session.execute(select(*columns[book]))}
    if book is Book.DECISIONS:
        course = session.execute(select(ProceduralDecision.uid, ProceduralDecision.number))
        found |= {row[0]: row[1] for row in course}
    return found


def _unentered(session: Session) -> Iterator[Refusal]:
    entered = set(session.scalars(select(Entry.subject_uid)))
    issued = (
        (Book.APPLICATIONS, select(Case.uid, Case.number)),
        (Book.DECISIONS, select(Decision.uid, Decision.number).where(Decision.state != DecisionState.DRAFT)),
        (
            Book.DECISIONS,
            select(ProceduralDecision.uid, ProceduralDecision.number).where(
                ProceduralDecision.state != DecisionState.DRAFT
            ),
        ),
        (Book.CERTIFICATES, select(Certificate.uid, Certificate.number)),
        (Book.EXAMS, select(Exam.uid, Exam.protocol_number).where(Exam.closed)),
        (Book.APPEALS, select(Appeal.uid, Appeal.number)),
    )
    for book, query in issued:
        for uid, number in session.execute(query).all():
            if uid not in entered:
                yield refusal("check.subject_unentered", book=book, number=number)
