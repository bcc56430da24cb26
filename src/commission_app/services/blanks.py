"""The ledger of state forms: lots received, forms written off, given back to stock, destroyed on an act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError
from commission_app.models.blank import Blank, BlankDestruction, BlankLot, BlankMovement
from commission_app.rules import blank_ledger
from commission_app.rules.blank_ledger import FORM_KINDS, Span
from commission_app.rules.vocabulary.blank import BlankMove, BlankState
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.register import Book
from commission_app.services.closed_years import require_open
from commission_app.store.work import Work

_WRITE_OFF = (BlankMove.SPOILED, BlankMove.ANNULLED)
_MOST_AT_ONCE = 5000


@dataclass(frozen=True)
class LotForm:
    """A delivery as it is entered: what came, with which numbers, by which paper, and who answers for it."""

    kind: CertificateKind
    series: str
    number_from: str
    number_to: str
    received_on: date
    basis: str
    responsible: str
    note: str = ""


@dataclass(frozen=True)
class LotText:
    """What may still be worded otherwise of a delivery: its paper, who answers for it, the note."""

    basis: str
    responsible: str
    note: str = ""


def receive(work: Work, form: LotForm) -> int:
    """A delivery of state forms is entered; every number of it is in stock from now on.

    Refused: a kind that is not written on state forms, numbers that cannot be, a number received before, a day in
    the future, or a delivery without its paper or the person who answers for it.
    """
    if form.kind not in FORM_KINDS:
        raise RefusedError("blank.kind", at="kind", kind=form.kind)
    series, span = blank_ledger.series_text(form.series), blank_ledger.span(form.number_from, form.number_to)
    _check_text(form.basis, form.responsible)
    if form.received_on > work.today:
        raise RefusedError("blank.day", at="received_on", day=form.received_on, earliest=form.received_on)
    _check_apart(work, series, span)
    lot = BlankLot(
        kind=form.kind,
        series=series,
        number_from=span.text(span.first),
        number_to=span.text(span.last),
        received_on=form.received_on,
        basis=form.basis.strip(),
        responsible=form.responsible.strip(),
        note=form.note.strip(),
    )
    work.add(lot)
    work.session.flush()
    work.add(*(_blank(lot, span, value) for value in span.values()))
    record(work, lot, BlankMove.RECEIVED, None, span.values(), form.received_on, responsible=lot.responsible)
    work.about(lot.uid)
    work.session.flush()
    return lot.id


def describe(work: Work, lot_id: int, seen: int, text: LotText) -> None:
    """The words about a delivery are corrected: its paper, who answers for it, the note; never its numbers.

    Refused: once the year of the delivery is closed.
    """
    lot = work.lock(BlankLot, lot_id, seen)
    require_open(work, Book.BLANKS, lot.received_on)
    _check_text(text.basis, text.responsible)
    lot.basis, lot.responsible, lot.note = text.basis.strip(), text.responsible.strip(), text.note.strip()


def withdraw(work: Work, lot_id: int, seen: int, reason: str) -> None:
    """A delivery that was entered wrongly is taken back: a line with the figures reversed follows it in the ledger.

    Refused: without a reason, twice, or once any of its forms left the stock.
    """
    lot = work.lock(BlankLot, lot_id, seen)
    blanks = work.session.scalars(select(Blank).where(Blank.lot_id == lot.id).order_by(Blank.value)).all()
    if not blanks:
        raise RefusedError("blank.lot_withdrawn", series=lot.series)
    gone = next((blank for blank in blanks if blank.state is not BlankState.IN_STOCK), None)
    if gone is not None:
        raise RefusedError("blank.lot_begun", series=gone.series, number=gone.number, state=gone.state)
    why = said(reason)
    record(work, lot, BlankMove.RECEIVED, None, [blank.value for blank in blanks], work.today, reason=why, sign=-1)
    work.remove(blanks)
    work.touch(lot)


def write_off(work: Work, blank_ids: Iterable[int], move: BlankMove, day: date, reason: str) -> int:
    """Unused forms are written off: spoiled, or annulled because they were lost or are out of date; gives how many.

    Refused: without a reason, on a day before they came to the office or in the future, for a form that is not in
    stock, and for one that a certificate stands on.
    """
    if move not in _WRITE_OFF:
        raise ValueError(move)
    why, blanks = said(reason), locked(work, blank_ids)
    for blank in blanks:
        check_day(work, blank, day)
        require(blank_ledger.against_by_hand(move, blank.state, blank.series, blank.number))
    move_all(work, blanks, move, day, reason=why)
    return len(blanks)


def give_back(work: Work, blank_ids: Iterable[int], reason: str) -> int:
    """Forms that were written off by mistake stand in stock again; the ledger shows both lines; gives how many.

    Refused: without a reason, and for a form that is in stock, was used, or is destroyed.
    """
    why, blanks = said(reason), locked(work, blank_ids)
    for blank in blanks:
        certified = blank.certificate_uid is not None
        require(blank_ledger.against_return(blank.state, certified, blank.series, blank.number))
    moves = {BlankState.SPOILED: BlankMove.SPOILED, BlankState.ANNULLED: BlankMove.ANNULLED}
    for (lot, state), group in _grouped(blanks):
        values = [blank.value for blank in group]
        record(work, lot, moves[state], BlankState.IN_STOCK, values, work.today, reason=why, sign=-1)
        for blank in group:
            blank.state, blank.since, blank.reason = BlankState.IN_STOCK, work.today, ""
    return len(blanks)


def locked(work: Work, blank_ids: Iterable[int]) -> list[Blank]:
    """The forms of some keys, their lots locked in order, so that no two people move the same form.

    Refused: none at all, or more at once than a person can answer for.
    """
    keys = sorted(set(blank_ids))
    if not keys:
        raise RefusedError("blank.none_chosen")
    if len(keys) > _MOST_AT_ONCE:
        raise RefusedError("blank.too_many", count=len(keys), most=_MOST_AT_ONCE)
    found = select(Blank).where(Blank.id.in_(keys)).order_by(Blank.lot_id, Blank.value)
    for lot_id in sorted(set(work.session.scalars(select(Blank.lot_id).where(Blank.id.in_(keys))))):
        work.touch(work.lock(BlankLot, lot_id))
    blanks = list(work.session.scalars(found.execution_options(populate_existing=True)))
    if len(blanks) != len(keys):
        raise RefusedError("noun.absent", noun="blank", key=len(keys) - len(blanks))
    return blanks


def record(
    work: Work,
    lot: BlankLot,
    move: BlankMove,
    was: BlankState | None,
    values: Iterable[int],
    day: date,
    *,
    reason: str = "",
    certificate_uid: UUID | None = None,
    destruction: BlankDestruction | None = None,
    responsible: str = "",
    sign: int = 1,
) -> None:
    """Writes the lines of the ledger for numbers of a lot, one for each row of numbers without a gap.

    Refused: on a day of a year that is closed; the ledger of that year is what it was.
    """
    require_open(work, Book.BLANKS, day)
    width = len(lot.number_from) if len(lot.number_from) == len(lot.number_to) else 0
    for first, last in blank_ledger.runs(values):
        work.add(
            BlankMovement(
                lot_id=lot.id,
                day=day,
                move=move,
                was=was,
                number_from=str(first).zfill(width),
                number_to=str(last).zfill(width),
                count=sign * (last - first + 1),
                basis=lot.basis if move is BlankMove.RECEIVED else "",
                reason=reason,
                responsible=responsible or work.actor.name,
                certificate_uid=certificate_uid,
                destruction_id=destruction.id if destruction else None,
            )
        )


def move_all(
    work: Work,
    blanks: Sequence[Blank],
    move: BlankMove,
    day: date,
    *,
    reason: str = "",
    destruction: BlankDestruction | None = None,
) -> None:
    """Moves forms and writes what the ledger says of it."""
    for (lot, was), group in _grouped(blanks):
        values = [blank.value for blank in group]
        record(work, lot, move, was, values, day, reason=reason, destruction=destruction)
        for blank in group:
            blank.state, blank.since, blank.reason = blank_ledger.after(move), day, reason


def _grouped(blanks: Sequence[Blank]) -> list[tuple[tuple[BlankLot, BlankState], list[Blank]]]:
    """Forms by their lot and where they stand, each group in the order of numbers."""
    ordered = sorted(blanks, key=lambda blank: (blank.lot_id, blank.state.value, blank.value))
    by = groupby(ordered, key=lambda blank: (blank.lot_id, blank.state))
    found = [list(group) for _, group in by]
    return [((group[0].lot, group[0].state), group) for group in found]


def _blank(lot: BlankLot, span: Span, value: int) -> Blank:
    return Blank(
        lot_id=lot.id,
        kind=lot.kind,
        series=lot.series,
        number=span.text(value),
        value=value,
        state=BlankState.IN_STOCK,
        since=lot.received_on,
    )


def _check_apart(work: Work, series: str, span: Span) -> None:
    """No number is received twice, whatever kind the other form is: series and number stand on one form only."""
    clash = (
        select(Blank)
        .where(Blank.series == series, Blank.value >= span.first, Blank.value <= span.last)
        .order_by(Blank.value)
        .limit(1)
    )
    found = work.session.scalars(clash).first()
    if found is not None:
        day = found.lot.received_on
        raise RefusedError("blank.received_before", at="number_from", series=series, number=found.number, day=day)


def _check_text(basis: str, responsible: str) -> None:
    if not basis.strip():
        raise RefusedError("blank.basis_missing", at="basis")
    if not responsible.strip():
        raise RefusedError("blank.responsible_missing", at="responsible")


def check_day(work: Work, blank: Blank, day: date) -> None:
    """Refused: a day before what last happened to a form, or in the future."""
    if not blank.since <= day <= work.today:
        raise RefusedError("blank.day", at="day", day=day, earliest=blank.since)


def said(reason: str) -> str:
    """The reason as it is kept; refused where none is given."""
    if not reason.strip():
        raise RefusedError("blank.reason_missing", at="reason")
    return reason.strip()


def require(against: Refusal | None) -> None:
    """Refused with what stands against it, where something does."""
    if against is not None:
        raise RefusedError.of(against)
