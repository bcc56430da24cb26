"""The facts of the minutes of a sitting: gathered from what was done, with what the minute taker wrote over it."""

from sqlalchemy import select

from commission_app.documents.minutes import CorrectionNote, MinutesFacts
from commission_app.errors import RefusedError
from commission_app.i18n import Language, marked
from commission_app.models.sitting import Sitting
from commission_app.models.sitting_record import MinutesCorrection, MinutesVersion, SittingNote
from commission_app.rules import minutes_record
from commission_app.rules.minutes_record import Edits, Incident, MinutesRecord, Said
from commission_app.rules.vocabulary.sitting import BallotKind, NoteKind, SittingState
from commission_app.services import minutes_people as people
from commission_app.services.minutes_items import item_record
from commission_app.services.minutes_people import presided, said
from commission_app.services.paper_sources import both, formed_by, letterhead, pair, worded
from commission_app.store.work import Reading

__all__ = ["minutes_facts", "presided", "record"]


def minutes_facts(reading: Reading, sitting_id: int, language: Language) -> MinutesFacts:
    """Everything the minutes say: as signed, or as they stand now.

    Refused: before the sitting has begun.
    """
    sitting = reading.get(Sitting, sitting_id)
    newest = newest_version(reading, sitting)
    said_now = now(reading, sitting, newest)
    return MinutesFacts(
        letterhead=letterhead(reading.session, sitting.held_on, language),
        record=said_now,
        draft=sitting.state is not SittingState.CLOSED,
        version=newest.number if newest else 0,
        signed_on=sitting.signed_on,
        corrections=corrections(reading, sitting),
    )


def now(reading: Reading, sitting: Sitting, newest: MinutesVersion | None) -> MinutesRecord:
    """What the minutes say now; once they are signed, what was signed."""
    if newest is None:
        return record(reading, sitting, Edits())
    kept = minutes_record.read(newest.text)
    return kept.record if newest.final else record(reading, sitting, kept.edits)


def newest_version(reading: Reading, sitting: Sitting) -> MinutesVersion | None:
    """The newest version of the minutes; none while nobody has kept one."""
    rows = select(MinutesVersion).where(MinutesVersion.sitting_id == sitting.id)
    return reading.session.scalars(rows.order_by(MinutesVersion.number.desc()).limit(1)).first()


def corrections(reading: Reading, sitting: Sitting) -> tuple[CorrectionNote, ...]:
    """What was noted after the minutes were signed."""
    rows = reading.session.scalars(
        select(MinutesCorrection).where(MinutesCorrection.sitting_id == sitting.id).order_by(MinutesCorrection.id)
    )
    return tuple(CorrectionNote(row.noted_on, row.place, row.becomes, row.reason, row.author) for row in rows)


def record(reading: Reading, sitting: Sitting, edits: Edits) -> MinutesRecord:
    """What the minutes say by what was done at the sitting, with what the minute taker wrote over it.

    Refused: before the sitting has begun.
    """
    if sitting.started_at is None:
        raise RefusedError("sitting.not_open", state=sitting.state)
    session, commission = reading.session, sitting.commission
    chair, taker = presided(session, sitting), people.minute_taker(sitting, reading.actor)
    return MinutesRecord(
        number=sitting.minutes_number or "—",
        day=sitting.held_on,
        commission=said(pair(commission.name_lv, commission.name_en)),
        order=said(formed_by(commission)),
        form=said(worded(sitting.form)),
        place=sitting.place,
        began=sitting.started_at.isoformat(),
        ended=sitting.ended_at.isoformat() if sitting.ended_at else "",
        chair=people.chair_line(chair),
        chair_order=people.order_number(sitting.chair_order),
        minute_taker=taker,
        participants=people.participants(sitting, edits),
        absent=people.absent(session, sitting),
        guests=people.guests(session, sitting),
        quorum=people.quorum(session, sitting),
        opening=edits.opening,
        items=tuple(item_record(reading, item, edits) for item in sitting.items),
        incidents=incidents(reading, sitting),
        annexes=(*_counts(sitting), *(Said(text, text) for text in edits.annexes)),
        signers=people.signers(chair, taker, sitting, edits),
    )


def incidents(reading: Reading, sitting: Sitting) -> tuple[Incident, ...]:
    """What happened at the sitting, in the order of time."""
    places = {item.id: item.position for item in sitting.items}
    rows = reading.session.scalars(
        select(SittingNote)
        .where(SittingNote.sitting_id == sitting.id, SittingNote.kind == NoteKind.INCIDENT)
        .order_by(SittingNote.noted_at, SittingNote.id)
    )
    return tuple(Incident(row.noted_at.isoformat(), row.text, places.get(row.item_id or 0, 0)) for row in rows)


def _counts(sitting: Sitting) -> list[Said]:
    """The protocols of the secret counts belong to the minutes."""
    text = marked("Protocol of the count of votes, item {number}")
    counted = [item for item in sitting.items if item.ballot is BallotKind.SECRET and item.secret_count is not None]
    return [said(both(text, number=item.position)) for item in counted]
