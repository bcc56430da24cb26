"""The minutes until they are signed: each change is a version; signing makes the last one final."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select

from commission_app.documents import minutes as minutes_paper
from commission_app.documents import minutes_lines
from commission_app.documents.minutes import CorrectionNote
from commission_app.errors import ConflictError, Refusal, RefusedError, refusal
from commission_app.i18n import LATVIAN, Language
from commission_app.models.sitting import Sitting
from commission_app.models.sitting_record import MinutesCorrection, MinutesVersion
from commission_app.rules import minutes_record
from commission_app.rules.minutes_difference import ChangedPassage, difference
from commission_app.rules.minutes_record import (
    Edits,
    ItemRecord,
    ItemWords,
    KeptMinutes,
    MinutesRecord,
    NameForm,
    SignerLine,
)
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.services import minutes_people, papers
from commission_app.services.paper_minutes import corrections, minutes_facts, newest_version, now, record
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class VersionLine:
    """One version of the minutes; number 0 is what they say now where nobody has kept that yet."""

    number: int
    made_at: datetime | None
    made_by: str
    remark: str
    final: bool
    sha256: str


@dataclass(frozen=True)
class ItemText:
    """What can be written on an item, as it stands now; each with what the program would say by itself."""

    uid: str
    position: int
    about: str
    presenter: str
    heard: str
    heard_proposed: str
    spoken: tuple[minutes_record.Speech, ...]
    added: str


@dataclass(frozen=True)
class MinutesCard:
    """The minutes as their page shows them: versions, what can be written, who signs, and what stands against acts."""

    sitting_id: int
    version: int
    number: str
    held_on: date
    signed_on: date | None
    versions: tuple[VersionLine, ...]
    kept: bool
    edits: Edits
    items: tuple[ItemText, ...]
    forms: tuple[NameForm, ...]
    signers: tuple[SignerLine, ...]
    could_sign: tuple[str, ...]
    stands_in: str
    chair_order: str
    corrections: tuple[CorrectionNote, ...]
    against_editing: tuple[Refusal, ...]
    against_signing: tuple[Refusal, ...]
    against_correcting: tuple[Refusal, ...]


def card(reading: Reading, sitting_id: int, language: Language = LATVIAN) -> MinutesCard:
    """Everything about the minutes of a sitting that has begun."""
    sitting = reading.get(Sitting, sitting_id)
    newest = newest_version(reading, sitting)
    said = now(reading, sitting, newest)
    edits = _edits(newest)
    chair = minutes_people.presided(reading.session, sitting)
    signed = _signed(sitting)
    open_still = () if sitting.state is SittingState.CLOSED else (refusal("minutes.not_closed"),)
    return MinutesCard(
        sitting_id=sitting.id,
        version=newest.number if newest is not None else 0,
        number=said.number,
        held_on=sitting.held_on,
        signed_on=sitting.signed_on,
        versions=_versions(reading, sitting),
        kept=newest is not None and minutes_record.read(newest.text).record == said,
        edits=edits,
        items=tuple(_item_text(at, item, edits, language) for at, item in enumerate(said.items, 1)),
        forms=tuple(
            NameForm(member.name, minutes_people.genitive(member, edits))
            for member in sitting.commission.members
            if member.name in minutes_people.replaced(sitting)
        ),
        signers=said.signers,
        could_sign=tuple(
            one.name for one in said.participants if one.name not in (chair.name if chair else "", sitting.minute_taker)
        ),
        stands_in=chair.name if chair is not None and chair.role is not MemberRole.CHAIR else "",
        chair_order=sitting.chair_order,
        corrections=corrections(reading, sitting),
        against_editing=signed,
        against_signing=signed or open_still,
        against_correcting=() if signed else (refusal("minutes.not_signed"),),
    )


def edit(work: Work, sitting_id: int, seen: int, edits: Edits, remark: str = "") -> int:
    """The minute taker writes over what the program put together: a new version; gives its number.

    Refused: once the minutes are signed, words on an item of another sitting, a signer who did not take part, or
    when nothing changes.
    """
    sitting = _locked(work, sitting_id, seen)
    _require(_signed(sitting))
    uids = {str(item.uid) for item in sitting.items}
    if any(words.uid not in uids for words in edits.items):
        raise RefusedError("minutes.foreign_item")
    there = {one.name for one in minutes_people.participants(sitting, edits)}
    stranger = next((name for name in edits.also_sign if name not in there), None)
    if stranger is not None:
        raise RefusedError("minutes.unknown_signer", name=stranger)
    return _keep(work, sitting, _tidy(edits), remark)


def keep(work: Work, sitting_id: int, seen: int, remark: str = "") -> int:
    """What the minutes say now is kept as a version; gives its number.

    Refused: once they are signed, or when the newest version says the same.
    """
    sitting = _locked(work, sitting_id, seen)
    _require(_signed(sitting))
    return _keep(work, sitting, _edits(newest_version(work, sitting)), remark)


def begin(work: Work, sitting: Sitting) -> None:
    """The sitting was closed: what the minutes say by then is kept, so that later changes show."""
    newest = newest_version(work, sitting)
    kept = KeptMinutes(_edits(newest), record(work, sitting, _edits(newest)))
    _add(work, sitting, kept, newest, "")
    work.session.flush()


def sign(work: Work, sitting_id: int, seen: int, signed_on: date, chair_order: str = "") -> int:
    """The minutes were signed by who presided and who kept them: the version is final and its paper is kept.

    Refused: before the sitting is closed, twice, on a day before the sitting or one that has not come, or while a
    deputy presided and no order is named. Gives the number of the final version.
    """
    sitting = _locked(work, sitting_id, seen)
    _require(_signed(sitting))
    if sitting.state is not SittingState.CLOSED:
        raise RefusedError("minutes.not_closed")
    if signed_on < sitting.held_on:
        raise RefusedError("minutes.signed_before", at="signed_on", signed=signed_on, held=sitting.held_on)
    if signed_on > work.today:
        raise RefusedError("minutes.signed_in_future", at="signed_on", signed=signed_on)
    chair = minutes_people.presided(work.session, sitting)
    sitting.chair_order = chair_order.strip() or sitting.chair_order
    if chair is not None and chair.role is not MemberRole.CHAIR and not sitting.chair_order:
        raise RefusedError("minutes.no_order", at="chair_order", name=chair.name)
    newest = newest_version(work, sitting)
    edits = _edits(newest)
    said = record(work, sitting, edits)
    if newest is None or minutes_record.read(newest.text).record != said:
        newest = _add(work, sitting, KeptMinutes(edits, said), newest, "")
    newest.final = True
    sitting.signed_on = signed_on
    work.session.flush()
    data = minutes_paper.render(minutes_facts(work, sitting.id, LATVIAN), LATVIAN)
    name = papers.file_name(sitting.minutes_number or "")
    papers.issue_paper(work, sitting.uid, PaperKind.MINUTES, LATVIAN, name, data)
    return newest.number


def correct(work: Work, sitting_id: int, seen: int, place: str, becomes: str, reason: str) -> None:
    """What is found wrong after signature is noted with its reason; what was signed stays as it is.

    Refused: before signature, or without the place, the right words and the reason.
    """
    sitting = _locked(work, sitting_id, seen)
    if sitting.signed_on is None:
        raise RefusedError("minutes.not_signed")
    if not place.strip() or not becomes.strip():
        raise RefusedError("minutes.no_correction", at="becomes" if place.strip() else "place")
    if not reason.strip():
        raise RefusedError("minutes.no_reason", at="reason")
    work.add(
        MinutesCorrection(
            sitting_id=sitting.id,
            noted_on=work.today,
            place=place.strip(),
            becomes=becomes.strip(),
            reason=reason.strip(),
            author=work.actor.name,
        )
    )
    work.touch(sitting)


def compared(
    reading: Reading, sitting_id: int, older: int, newer: int, language: Language
) -> tuple[ChangedPassage, ...]:
    """What differs between two versions, passage by passage; number 0 is what the minutes say now."""
    sitting = reading.get(Sitting, sitting_id)
    old, new = (_record_of(reading, sitting, number) for number in (older, newer))
    return difference(minutes_lines.everything(old, language), minutes_lines.everything(new, language))


def version_paper(reading: Reading, sitting_id: int, number: int, language: Language) -> bytes:
    """A version of the minutes as it would print; marked as a draft where it is not the signed one."""
    sitting = reading.get(Sitting, sitting_id)
    facts = minutes_facts(reading, sitting_id, language)
    final = any(line.number == number and line.final for line in _versions(reading, sitting))
    said = _record_of(reading, sitting, number)
    shown = replace(facts, record=said, draft=not final, version=number)
    return minutes_paper.render(shown if final else replace(shown, signed_on=None, corrections=()), language)


def _locked(work: Work, sitting_id: int, seen: int) -> Sitting:
    """The sitting, while its newest version is the one that was seen: votes may go on beside the minute taker."""
    sitting = work.lock(Sitting, sitting_id)
    newest = newest_version(work, sitting)
    if seen != (newest.number if newest is not None else 0):
        raise ConflictError("conflict.changed", noun=Sitting.noun)
    return sitting


def _keep(work: Work, sitting: Sitting, edits: Edits, remark: str) -> int:
    newest = newest_version(work, sitting)
    kept = KeptMinutes(edits, record(work, sitting, edits))
    if newest is not None and minutes_record.read(newest.text) == kept:
        raise RefusedError("minutes.unchanged", number=newest.number)
    added = _add(work, sitting, kept, newest, remark)
    work.touch(sitting)
    work.session.flush()
    return added.number


def _add(work: Work, sitting: Sitting, kept: KeptMinutes, newest: MinutesVersion | None, remark: str) -> MinutesVersion:
    text = minutes_record.written(kept)
    row = MinutesVersion(
        sitting_id=sitting.id,
        number=newest.number + 1 if newest is not None else 1,
        text=text,
        sha256=minutes_record.hashed(text),
        made_at=work.moment,
        made_by=work.actor.name,
        remark=remark.strip(),
    )
    work.add(row)
    return row


def _edits(newest: MinutesVersion | None) -> Edits:
    return minutes_record.read(newest.text).edits if newest is not None else Edits()


def _tidy(edits: Edits) -> Edits:
    """Without what was left empty."""
    items = tuple(words for words in edits.items if words != ItemWords(words.uid))
    annexes = tuple(text.strip() for text in edits.annexes if text.strip())
    forms = tuple(form for form in edits.forms if form.genitive.strip())
    return replace(edits, opening=edits.opening.strip(), items=items, annexes=annexes, forms=forms)


def _signed(sitting: Sitting) -> tuple[Refusal, ...]:
    return () if sitting.signed_on is None else (refusal("minutes.signed", day=sitting.signed_on),)


def _require(against: tuple[Refusal, ...]) -> None:
    for why in against:
        raise RefusedError.of(why)


def _versions(reading: Reading, sitting: Sitting) -> tuple[VersionLine, ...]:
    rows = select(MinutesVersion).where(MinutesVersion.sitting_id == sitting.id)
    return tuple(
        VersionLine(row.number, row.made_at, row.made_by, row.remark, row.final, row.sha256)
        for row in reading.session.scalars(rows.order_by(MinutesVersion.number.desc()))
    )


def _record_of(reading: Reading, sitting: Sitting, number: int) -> MinutesRecord:
    if not number:
        return now(reading, sitting, newest_version(reading, sitting))
    rows = select(MinutesVersion).where(MinutesVersion.sitting_id == sitting.id, MinutesVersion.number == number)
    row = reading.session.scalars(rows).one_or_none()
    if row is None:
        raise RefusedError("minutes.no_such_version", number=number)
    return minutes_record.read(row.text).record


def _item_text(position: int, item: ItemRecord, edits: Edits, language: Language) -> ItemText:
    words = edits.of(item.uid)
    return ItemText(
        uid=item.uid,
        position=position,
        about=minutes_lines.agenda_line(item, language),
        presenter=item.presenter,
        heard=words.heard,
        heard_proposed="" if words.heard else minutes_lines.shown(item.heard, language),
        spoken=item.spoken,
        added=item.added,
    )
