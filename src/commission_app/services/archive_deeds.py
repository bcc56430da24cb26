"""Deeds of the archive: volumes handed over, or destroyed once the National Archives approved it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.archive import ArchiveDeed, ArchiveDeedLine, Volume
from commission_app.rules import archive
from commission_app.rules.vocabulary.archive import DeedKind, DeedState, VolumeState
from commission_app.services import archive_volumes
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class DeedForm:
    """What is asked about a deed; the number comes from the institution's document system."""

    number: str
    made_on: date
    receiver: str = ""
    receiver_name: str = ""
    receiver_post: str = ""
    board: str = ""
    grounds: str = ""


@dataclass(frozen=True)
class DeedLine:
    """A deed as the archive page lists it, with what stands against each act upon it."""

    id: int
    version: int
    kind: DeedKind
    form: DeedForm
    state: DeedState
    volumes: int
    sheets: int
    approval_number: str
    approved_on: date | None
    done_on: date | None
    against_edit: tuple[Refusal, ...]
    against_approval: tuple[Refusal, ...]
    against_doing: tuple[Refusal, ...]


def lines(reading: Reading) -> tuple[DeedLine, ...]:
    """Every deed, the newest first."""
    rows = reading.session.scalars(select(ArchiveDeed).order_by(ArchiveDeed.made_on.desc(), ArchiveDeed.id.desc()))
    return tuple(_line(row) for row in rows)


def next_number(reading: Reading, kind: DeedKind) -> str:
    """The number proposed for the next deed of a kind this year."""
    return _next(reading.session, kind, reading.today.year)


def draft(work: Work, kind: DeedKind, volume_ids: tuple[int, ...], form: DeedForm) -> int:
    """A deed is drafted over chosen volumes; nothing happens to them yet; gives its key.

    Refused: without volumes or a number, a number used twice; a handover to nobody, a destruction without grounds or
    board; volumes that are not certified, that must still be kept, or that stand in another open deed.
    """
    rows = [work.lock(Volume, key) for key in sorted(set(volume_ids))]
    archive.check_deed(kind, [archive_volumes.facts_of(work.session, row) for row in rows], work.today)
    deed = ArchiveDeed(kind=kind, state=DeedState.DRAFT)
    _write(work, deed, form)
    work.add(deed)
    work.session.flush()
    for position, row in enumerate(rows, 1):
        work.add(ArchiveDeedLine(deed_id=deed.id, volume_id=row.id, position=position))
    work.about(deed.uid)
    return deed.id


def edit(work: Work, deed_id: int, seen: int, form: DeedForm) -> None:
    """A draft deed is worded anew. Refused: once it is approved or carried out, and as when it is drafted."""
    deed = work.lock(ArchiveDeed, deed_id, seen)
    for reason in _against_edit(deed):
        raise RefusedError.of(reason)
    _write(work, deed, form)


def drop(work: Work, deed_id: int, seen: int) -> None:
    """A draft deed is given up; its volumes are as they were. Refused: once it is approved or carried out."""
    deed = work.lock(ArchiveDeed, deed_id, seen)
    for reason in _against_edit(deed):
        raise RefusedError.of(reason)
    work.remove(deed.lines)
    work.session.flush()
    work.session.expire(deed)
    work.remove([deed])


def approve(work: Work, deed_id: int, seen: int, number: str, on: date) -> None:
    """The National Archives approved a destruction: the number and the day of the approval are entered.

    Refused: for a handover, twice, without a number, on a day before the deed or after today.
    """
    deed = work.lock(ArchiveDeed, deed_id, seen)
    for reason in _against_approval(deed):
        raise RefusedError.of(reason)
    if not number.strip():
        raise RefusedError("archive.no_approval_number", at="number")
    if not deed.made_on <= on <= work.today:
        raise RefusedError("archive.approval_day", at="on", day=on, made=deed.made_on)
    deed.approval_number, deed.approved_on, deed.state = number.strip(), on, DeedState.APPROVED


def carry_out(work: Work, deed_id: int, seen: int, on: date, way: str = "") -> None:
    """The deed is carried out: its volumes are handed over, or destroyed; of destroyed ones the record stays.

    Refused: a destruction before the approval or without the way it was done, a day before the deed or its approval,
    or a volume that changed its state meanwhile.
    """
    deed = work.lock(ArchiveDeed, deed_id, seen)
    for reason in _against_doing(deed):
        raise RefusedError.of(reason)
    first = deed.approved_on or deed.made_on
    if not first <= on <= work.today:
        raise RefusedError("archive.done_day", at="on", day=on, first=first)
    if deed.kind is DeedKind.DESTRUCTION and not way.strip():
        raise RefusedError("archive.no_way", at="way")
    for line in deed.lines:
        volume = work.lock(Volume, line.volume_id)
        facts = archive_volumes.facts_of(work.session, volume)
        for reason in archive.against_deed(deed.kind, archive.standing_alone(facts, deed.number), on):
            raise RefusedError.of(reason)
        volume.state = VolumeState.HANDED_OVER if deed.kind is DeedKind.HANDOVER else VolumeState.DESTROYED
    deed.state, deed.done_on, deed.way = DeedState.DONE, on, way.strip()


def _write(work: Work, deed: ArchiveDeed, form: DeedForm) -> None:
    number = form.number.strip()
    if not number:
        raise RefusedError("archive.no_deed_number", at="number")
    same = select(ArchiveDeed.id).where(ArchiveDeed.kind == deed.kind, ArchiveDeed.number == number)
    if deed.id is not None:
        same = same.where(ArchiveDeed.id != deed.id)
    if work.session.scalar(same) is not None:
        raise RefusedError("archive.deed_number_twice", at="number", number=number)
    if form.made_on > work.today:
        raise RefusedError("date.future", at="made_on", day=form.made_on, today=work.today)
    if deed.kind is DeedKind.HANDOVER and not form.receiver.strip():
        raise RefusedError("archive.no_receiver", at="receiver")
    if deed.kind is DeedKind.DESTRUCTION and not form.grounds.strip():
        raise RefusedError("archive.no_grounds", at="grounds")
    if deed.kind is DeedKind.DESTRUCTION and len(board_of(form.board)) < _LEAST_BOARD:
        raise RefusedError("archive.no_board", at="board", least=_LEAST_BOARD)
    deed.number, deed.made_on = number, form.made_on
    deed.receiver, deed.receiver_name = form.receiver.strip(), form.receiver_name.strip()
    deed.receiver_post = form.receiver_post.strip()
    deed.board, deed.grounds = "\n".join(board_of(form.board)), form.grounds.strip()


def board_of(text: str) -> tuple[str, ...]:
    """The people of the board, one a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


_LEAST_BOARD = 2


def _next(session: Session, kind: DeedKind, year: int) -> str:
    taken = session.scalars(select(ArchiveDeed.number).where(ArchiveDeed.kind == kind)).all()
    serial = 1
    while f"{year}/{serial}" in taken:
        serial += 1
    return f"{year}/{serial}"


def _against_edit(deed: ArchiveDeed) -> tuple[Refusal, ...]:
    if deed.state is DeedState.DRAFT:
        return ()
    return (refusal("archive.deed_state", number=deed.number, state=deed.state),)


def _against_approval(deed: ArchiveDeed) -> tuple[Refusal, ...]:
    if deed.kind is DeedKind.HANDOVER:
        return (refusal("archive.handover_needs_none", number=deed.number),)
    return _against_edit(deed)


def _against_doing(deed: ArchiveDeed) -> tuple[Refusal, ...]:
    if deed.state is DeedState.DONE:
        return (refusal("archive.deed_state", number=deed.number, state=deed.state),)
    if deed.kind is DeedKind.DESTRUCTION and deed.state is DeedState.DRAFT:
        return (refusal("archive.not_approved", number=deed.number),)
    return ()


def _line(row: ArchiveDeed) -> DeedLine:
    form = DeedForm(**{name: getattr(row, name) for name in DeedForm.__dataclass_fields__})
    return DeedLine(
        row.id,
        row.version,
        row.kind,
        form,
        row.state,
        len(row.lines),
        sum(line.volume.sheets for line in row.lines),
        row.approval_number,
        row.approved_on,
        row.done_on,
        _against_edit(row),
        _against_approval(row),
        _against_doing(row),
    )
