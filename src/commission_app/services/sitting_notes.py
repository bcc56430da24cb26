"""Notes of a sitting: what was said for the minutes, what happened, and what the writer keeps for himself."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select

from commission_app.errors import RefusedError
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.models.sitting_record import SittingNote
from commission_app.rules.vocabulary.sitting import NoteKind
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class NoteLine:
    """A note as its writer sees it; `own` says that whoever asks wrote it."""

    id: int
    item_id: int | None
    position: int | None
    kind: NoteKind
    speaker: str
    text: str
    noted_at: datetime
    own: bool


def notes(reading: Reading, sitting_id: int, item_id: int | None = None) -> tuple[NoteLine, ...]:
    """The notes of a sitting, or of one item, in the order they were taken; private ones only to who wrote them."""
    mine = SittingNote.author_uid == reading.actor.uid
    query = select(SittingNote).where(
        SittingNote.sitting_id == sitting_id, or_(SittingNote.kind != NoteKind.PRIVATE, mine)
    )
    if item_id is not None:
        query = query.where(SittingNote.item_id == item_id)
    return tuple(_line(reading, row) for row in reading.session.scalars(query.order_by(SittingNote.id)))


def write(work: Work, sitting_id: int, item_id: int | None, kind: NoteKind, text: str, speaker: str = "") -> int:
    """A note is taken, about an item or about the sitting.

    Refused: an empty one, and one for the minutes once they are signed.
    """
    sitting = work.lock(Sitting, sitting_id)
    item = work.get(AgendaItem, item_id) if item_id is not None else None
    if item is not None and item.sitting_id != sitting.id:
        raise RefusedError("noun.absent", noun="sitting", key=item.id)
    _check(sitting, kind, text)
    note = SittingNote(
        sitting_id=sitting.id,
        item_id=item.id if item is not None else None,
        kind=kind,
        speaker=speaker.strip(),
        text=text.strip(),
        noted_at=work.moment,
        author_uid=_author(work),
    )
    work.add(note)
    work.touch(sitting)
    work.session.flush()
    return note.id


def rewrite(work: Work, note_id: int, text: str, speaker: str = "") -> None:
    """A note is worded anew, a private one by who wrote it. Refused: empty, or once the minutes are signed."""
    note = _in_hand(work, note_id)
    _check(note.sitting, note.kind, text)
    note.text, note.speaker = text.strip(), speaker.strip()


def remove(work: Work, note_id: int) -> None:
    """A note is taken out, a private one by who wrote it. Refused: once the minutes are signed."""
    note = _in_hand(work, note_id)
    _check(note.sitting, note.kind, note.text)
    work.remove([note])


def _in_hand(work: Work, note_id: int) -> SittingNote:
    note = work.get(SittingNote, note_id)
    sitting = work.lock(Sitting, note.sitting_id)
    work.touch(sitting)
    if note.kind is NoteKind.PRIVATE and note.author_uid != work.actor.uid:
        raise RefusedError("note.foreign")
    return note


def _author(work: Work) -> UUID:
    return work.actor.uid or work.act_uid


def _check(sitting: Sitting, kind: NoteKind, text: str) -> None:
    if not text.strip():
        raise RefusedError("note.empty", at="text")
    if kind is not NoteKind.PRIVATE and sitting.signed_on is not None:
        raise RefusedError("note.signed", at="text")


def _line(reading: Reading, row: SittingNote) -> NoteLine:
    position = row.item.position if row.item is not None else None
    own = row.author_uid == reading.actor.uid
    return NoteLine(row.id, row.item_id, position, row.kind, row.speaker, row.text, row.noted_at, own)
