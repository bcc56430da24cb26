"""The ledger of state forms as a book (veidlapu uzskaite, glossary D4): a line for whatever happened to forms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from commission_app.documents.registers.blanks import COLUMNS, LedgerRow, cells
from commission_app.i18n import Language
from commission_app.models.blank import BlankDestruction, BlankLot, BlankMovement
from commission_app.models.certificate import Certificate
from commission_app.rules import blank_ledger
from commission_app.rules.blank_ledger import Figures
from commission_app.rules.vocabulary.blank import BlankMove, BlankState
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.register import Book
from commission_app.services.plain_books import PlainBook, PlainLine
from commission_app.store.work import Reading
from commission_app.wording.words import word

_OPENINGS = 10_000
"""The key of an opening line tells its year: it is no line of the table, but said at the head of each year."""
_Stock = tuple[CertificateKind, str]


@dataclass(frozen=True)
class Balance:
    """The figures of a kind and series up to a day."""

    kind: CertificateKind
    series: str
    figures: Figures


def balances(reading: Reading, until: date | None = None) -> tuple[Balance, ...]:
    """What was received, used, spoiled, destroyed and is left of every kind and series, up to the end of a day."""
    query = select(BlankMovement).options(joinedload(BlankMovement.lot)).order_by(BlankMovement.day, BlankMovement.id)
    if until is not None:
        query = query.where(BlankMovement.day <= until)
    summed: dict[_Stock, Figures] = {}
    for line in reading.session.scalars(query):
        stock = (line.lot.kind, line.lot.series)
        summed[stock] = summed.get(stock, Figures()) + _figures(line)
    ordered = sorted(summed.items(), key=lambda pair: (blank_ledger.FORM_KINDS.index(pair[0][0]), pair[0][1]))
    return tuple(Balance(kind, series, figures) for (kind, series), figures in ordered)


def _figures(line: BlankMovement) -> Figures:
    return blank_ledger.figures(line.move, line.was, line.count)


def _days(reading: Reading) -> Iterable[date]:
    return reading.session.scalars(select(BlankMovement.day))


def _year_of(reading: Reading, key: int) -> int:
    return -key // _OPENINGS if key < 0 else reading.get(BlankMovement, key).day.year


def _lines(reading: Reading, year: int, language: Language) -> Iterator[PlainLine]:
    """What was left on New Year's Day, then the lines of the year by day, each with what is left after it."""
    left = {(one.kind, one.series): one.figures.balance for one in balances(reading, date(year - 1, 12, 31))}
    yield from _openings(reading.session, year, left, language)
    query = (
        select(BlankMovement)
        .options(joinedload(BlankMovement.lot))
        .where(BlankMovement.day >= date(year, 1, 1), BlankMovement.day <= date(year, 12, 31))
        .order_by(BlankMovement.day, BlankMovement.id)
    )
    moves = reading.session.scalars(query).all()
    certificates, acts = _certificates(reading.session, moves), _acts(reading.session, moves)
    for line in moves:
        stock = (line.lot.kind, line.lot.series)
        left[stock] = left.get(stock, 0) + _figures(line).balance
        number = certificates.get(line.certificate_uid, "") if line.certificate_uid else ""
        act = acts.get(line.destruction_id, "") if line.destruction_id else ""
        row = _row(line, left[stock], number, act, language)
        first = f"{line.lot.series} {line.number_from}"
        yield PlainLine(line.id, first, line.day, line.uid, cells(row, language), noun_id=line.lot_id)


def _openings(session: Session, year: int, left: dict[_Stock, int], language: Language) -> Iterator[PlainLine]:
    said = language.say_of("register", "Balance brought forward")
    day = date(year, 1, 1)
    for place, ((kind, series), count) in enumerate(left.items(), 1):
        lots = select(BlankLot).where(BlankLot.kind == kind, BlankLot.series == series).order_by(BlankLot.id).limit(1)
        lot = session.scalars(lots).one()
        row = LedgerRow(day, said, word(language, kind), series, balance=count)
        key = -(year * _OPENINGS + place)
        yield PlainLine(key, series, day, lot.uid, cells(row, language), noun_id=lot.id)


def _row(line: BlankMovement, left: int, certificate: str, act: str, language: Language) -> LedgerRow:
    lot, found = line.lot, _figures(line)
    destroyed = ""
    if line.move is BlankMove.DESTROYED:
        count = language.number(found.destroyed)
        destroyed = language.say_of("register", "{count} (act No. {number})", count=count, number=act)
    return LedgerRow(
        day=line.day,
        basis=lot.basis if line.move is BlankMove.RECEIVED else _ground(line, certificate, act, language),
        kind=word(language, lot.kind),
        series=lot.series,
        number_from=line.number_from,
        number_to=line.number_to,
        received=found.received or None,
        used=found.used or None,
        spoiled=found.spoiled or None,
        destroyed=destroyed,
        balance=left,
        responsible=line.responsible,
        remarks="; ".join(_remarks(line, language)),
    )


def _ground(line: BlankMovement, certificate: str, act: str, language: Language) -> str:
    if act:
        return language.say_of("register", "act No. {number}", number=act)
    return language.say_of("register", "certificate No. {number}", number=certificate) if certificate else ""


def _remarks(line: BlankMovement, language: Language) -> Iterator[str]:
    """What the figures do not say: that a line takes one back, that a form was annulled, where it stood, and why."""
    if line.count < 0:
        yield language.say_of("register", "entry taken back")
    if line.move is BlankMove.ANNULLED:
        yield language.say_of("register", "annulled")
    if line.move is BlankMove.SPOILED and line.was is BlankState.USED:
        yield language.say_of("register", "entered as used before")
    if line.move is BlankMove.DESTROYED and line.was is not BlankState.IN_STOCK:
        yield language.say_of("register", "written off before; the balance does not change")
    if line.reason:
        yield line.reason
    if line.move is BlankMove.RECEIVED and line.count > 0 and line.lot.note:
        yield line.lot.note


def _certificates(session: Session, moves: Iterable[BlankMovement]) -> dict[UUID, str]:
    uids = {line.certificate_uid for line in moves if line.certificate_uid}
    rows = session.execute(select(Certificate.uid, Certificate.number).where(Certificate.uid.in_(uids)))
    return {row.uid: row.number for row in rows}


def _acts(session: Session, moves: Iterable[BlankMovement]) -> dict[int, str]:
    keys = {line.destruction_id for line in moves if line.destruction_id}
    rows = session.execute(select(BlankDestruction.id, BlankDestruction.number).where(BlankDestruction.id.in_(keys)))
    return {row.id: row.number for row in rows}


BOOK = PlainBook(Book.BLANKS, COLUMNS, "blank_lot", _days, _lines, _year_of)
