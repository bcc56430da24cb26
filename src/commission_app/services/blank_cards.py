"""What is asked about state forms: the deliveries with what is left of them, and the forms as a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from commission_app.errors import Refusal, refusal
from commission_app.models.blank import Blank, BlankLot
from commission_app.models.certificate import Certificate
from commission_app.rules import blank_ledger
from commission_app.rules.vocabulary.blank import BlankMove, BlankState
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.services.paging import Cursor, Page
from commission_app.store.work import Reading

_RANGE = re.compile(r"(\d{1,12})[-–](\d{1,12})")
"""Numbers from–to, as one types them to find all between."""


@dataclass(frozen=True)
class LotLine:
    """A delivery as the list shows it; `against_withdrawing` says why it can no longer be taken back."""

    id: int
    version: int
    kind: CertificateKind
    series: str
    number_from: str
    number_to: str
    received_on: date
    basis: str
    responsible: str
    note: str
    received: int
    counts: Mapping[BlankState, int]
    against_withdrawing: tuple[Refusal, ...]

    @property
    def in_stock(self) -> int:
        """How many of its forms are left."""
        return self.counts.get(BlankState.IN_STOCK, 0)


@dataclass(frozen=True)
class BlankLine:
    """One form as the list shows it, with the certificate that stands on it and what stands against moving it."""

    id: int
    kind: CertificateKind
    series: str
    number: str
    state: BlankState
    since: date
    reason: str
    certificate: str
    case_id: int | None
    against: Mapping[BlankMove, Refusal | None]
    against_return: Refusal | None


def lots(reading: Reading) -> tuple[LotLine, ...]:
    """The deliveries, the newest first."""
    counted: dict[int, dict[BlankState, int]] = {}
    totals = select(Blank.lot_id, Blank.state, func.count()).group_by(Blank.lot_id, Blank.state)
    for lot_id, state, count in reading.session.execute(totals):
        counted.setdefault(lot_id, {})[state] = count
    rows = reading.session.scalars(select(BlankLot).order_by(BlankLot.received_on.desc(), BlankLot.id.desc()))
    return tuple(_lot(row, counted.get(row.id, {})) for row in rows)


def stock(reading: Reading) -> tuple[tuple[CertificateKind, int], ...]:
    """How many forms of each kind are left, nought too where a ledger is kept; for the foot of Today."""
    left = func.sum(case((Blank.state == BlankState.IN_STOCK, 1), else_=0))
    rows = reading.session.execute(select(Blank.kind, left).group_by(Blank.kind))
    counted: dict[CertificateKind, int] = {row[0]: row[1] for row in rows}
    return tuple((kind, int(counted[kind])) for kind in blank_ledger.FORM_KINDS if kind in counted)


def _lot(row: BlankLot, counts: dict[BlankState, int]) -> LotLine:
    received = sum(counts.values())
    gone = received - counts.get(BlankState.IN_STOCK, 0)
    against: tuple[Refusal, ...] = ()
    if not received:
        against = (refusal("blank.lot_withdrawn", series=row.series),)
    elif gone:
        against = (refusal("blank.lot_moved", count=gone, of=received),)
    return LotLine(
        row.id,
        row.version,
        row.kind,
        row.series,
        row.number_from,
        row.number_to,
        row.received_on,
        row.basis,
        row.responsible,
        row.note,
        received,
        counts,
        against,
    )


def page(
    reading: Reading,
    /,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "number",
    descending: bool = False,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[BlankLine]:
    """Forms in the order of series and number, page by page."""
    query = _found(words, filters or {})
    place = (Blank.series, Blank.value)
    if after is not None:
        series, _, value = str(after.value).rpartition(" ")
        query = query.where(_beyond(series, int(value), descending))
    order = [column.desc() for column in place] if descending else list(place)
    rows = reading.session.execute(query.order_by(*order).limit(limit)).all()
    lines = tuple(_line(*row) for row in rows)
    last = rows[-1][0] if len(rows) == limit else None
    return Page(lines, Cursor(f"{last.series} {last.value}", last.id) if last else None)


def ids(
    reading: Reading,
    /,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "number",
    descending: bool = False,
) -> tuple[int, ...]:
    """The keys of all those forms, in the same order."""
    query = _found(words, filters or {}).with_only_columns(Blank.id)
    order = (Blank.series.desc(), Blank.value.desc()) if descending else (Blank.series, Blank.value)
    return tuple(reading.session.scalars(query.order_by(*order)))


def rows(reading: Reading, keys: tuple[int, ...]) -> tuple[BlankLine, ...]:
    """The forms of some keys, in the order of the keys."""
    found = reading.session.execute(_joined().where(Blank.id.in_(keys)))
    known = {row[0].id: _line(*row) for row in found}
    return tuple(known[key] for key in keys if key in known)


def _joined() -> Select[Blank, str, int]:
    return select(Blank, Certificate.number, Certificate.case_id).outerjoin(
        Certificate, Certificate.uid == Blank.certificate_uid
    )


def _found(words: str, filters: Mapping[str, str]) -> Select[Blank, str, int]:
    query = _joined()
    for word in words.split():
        between = _RANGE.fullmatch(word)
        if between:
            query = query.where(Blank.value >= int(between[1]), Blank.value <= int(between[2]))
            continue
        like = f"%{word}%"
        query = query.where(or_(Blank.series.ilike(like), Blank.number.ilike(like), Certificate.number.ilike(like)))
    if filters.get("state"):
        query = query.where(Blank.state == BlankState(filters["state"]))
    if filters.get("kind"):
        query = query.where(Blank.kind == CertificateKind(filters["kind"]))
    return query


def _beyond(series: str, value: int, descending: bool) -> ColumnElement[bool]:
    if descending:
        return or_(Blank.series < series, and_(Blank.series == series, Blank.value < value))
    return or_(Blank.series > series, and_(Blank.series == series, Blank.value > value))


def _line(blank: Blank, certificate: str | None, case_id: int | None) -> BlankLine:
    against = {
        move: blank_ledger.against_by_hand(move, blank.state, blank.series, blank.number)
        for move in (BlankMove.SPOILED, BlankMove.ANNULLED, BlankMove.DESTROYED)
    }
    return BlankLine(
        blank.id,
        blank.kind,
        blank.series,
        blank.number,
        blank.state,
        blank.since,
        blank.reason,
        certificate or "",
        case_id,
        against,
        blank_ledger.against_return(blank.state, blank.certificate_uid is not None, blank.series, blank.number),
    )
