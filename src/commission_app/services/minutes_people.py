"""Who stands in the minutes: who presided, took part and was away, the guests, and who signs."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents.house_style import Text
from commission_app.i18n import ENGLISH, LATVIAN, marked
from commission_app.models.commission import Member
from commission_app.models.sitting import AgendaItem, Attendance, Sitting
from commission_app.models.sitting_record import Guest, Reply
from commission_app.rules.declension import GrammaticalCase, said_name
from commission_app.rules.legality import MemberFacts, legality, presiding
from commission_app.rules.minutes_record import Edits, PersonLine, Said, SignerLine
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.sitting import ReplyAnswer, SittingForm
from commission_app.services import commissions
from commission_app.services.legality_text import kept
from commission_app.services.paper_sources import both, office_in_commission, pair, post
from commission_app.services.sitting_facts import facts_of, in_writing
from commission_app.store.work import Actor
from commission_app.wording.words import word

_PUNCTUAL = timedelta(minutes=5)
_ORDER = re.compile(r"^(?:rīkojum\w*|order)?\s*(?:(?:nr|no)\b\.?)?\s*", re.IGNORECASE)


def said(text: Text) -> Said:
    """A text of papers as the record keeps it."""
    return Said(text, text) if isinstance(text, str) else Said(text.lv, text.en)


def presided(session: Session, sitting: Sitting, item: AgendaItem | None = None) -> Member | None:
    """Who presided over the sitting, or over one item of it: the chair, or else a deputy, among those who took part."""
    if item is None and sitting.chaired_by is not None:
        return sitting.chaired_by
    facts = _facts(sitting, item)
    status = legality(commissions.bylaw_on(session, sitting.commission_id, sitting.held_on), facts, sitting.held_on)
    uid = presiding(facts, status)
    return next((member for member in sitting.commission.members if str(member.uid) == uid), None)


def attended(sitting: Sitting) -> set[int]:
    """The members who were there at all; in writing, those who voted."""
    # A substitute who was named to vote in writing and did not, was not there.
    there = set() if in_writing(sitting) else {row.member_id for row in sitting.attendance}
    if sitting.form is SittingForm.WRITTEN:
        for item in sitting.items:
            there |= {vote.member_id for vote in item.votes} | {paper.member_id for paper in item.papers_taken}
    return there


def quorum(session: Session, sitting: Sitting) -> Said:
    """How many take part of how many, and how many are needed."""
    bylaw = commissions.bylaw_on(session, sitting.commission_id, sitting.held_on)
    status = legality(bylaw, _facts(sitting), sitting.held_on)
    return said(
        both(
            marked("{present} of {members} members take part, {needed} needed"),
            present=status.taking_part,
            members=status.in_office,
            needed=status.needed,
        )
    )


def participants(sitting: Sitting, edits: Edits) -> tuple[PersonLine, ...]:
    """Those who took part, in the order of the commission, each with post and remarks."""
    there = attended(sitting)
    members = [member for member in in_office(sitting) if member.id in there]
    return tuple(PersonLine(member.name, said(post(member)), _note(sitting, member, edits)) for member in members)


def absent(session: Session, sitting: Sitting) -> tuple[PersonLine, ...]:
    """Those who stayed away; substitutes are not missed. The reason of an excuse stays out of the minutes."""
    there = attended(sitting)
    replies = {row.member_id: row.answer for row in session.scalars(select(Reply).filter_by(sitting_id=sitting.id))}
    lines = []
    for member in in_office(sitting):
        if member.id in there or member.role is MemberRole.SUBSTITUTE:
            continue
        note = Said()
        if replies.get(member.id) is ReplyAnswer.EXCUSED:
            note = said(both(marked("absence excused")))
        elif sitting.convoked_on is not None:
            note = said(both(marked("absence not excused")))
        lines.append(PersonLine(member.name, said(post(member)), note))
    return tuple(lines)


def guests(session: Session, sitting: Sitting) -> tuple[PersonLine, ...]:
    """Those who were invited, for the whole sitting or for an item."""
    places = {item.id: item.position for item in sitting.items}
    rows = session.scalars(select(Guest).where(Guest.sitting_id == sitting.id).order_by(Guest.id))
    lines = []
    for row in rows:
        notes: list[Text] = []
        if row.item_id in places:
            notes.append(both(marked("item {number}"), number=places[row.item_id]))
        notes += _hours(sitting, row.arrived_at, row.left_at)
        lines.append(PersonLine(row.name, Said(row.post, row.post), joined(notes)))
    return tuple(lines)


def chair_line(member: Member | None) -> PersonLine | None:
    """Who presided, with the own post."""
    return None if member is None else PersonLine(member.name, said(post(member)))


def minute_taker(sitting: Sitting, actor: Actor) -> PersonLine:
    """Who keeps the minutes; before the sitting is closed, who works now."""
    taken = said(pair(sitting.minute_taker_post_lv, sitting.minute_taker_post_en))
    return PersonLine(sitting.minute_taker or actor.name, taken)


def signers(chair: Member | None, taker: PersonLine, sitting: Sitting, edits: Edits) -> tuple[SignerLine, ...]:
    """Who signs: who presided and who kept the minutes, and between them the members the minute taker named."""
    lines = []
    if chair is not None:
        signer = office_in_commission(chair, both(marked("Sitting chaired by")))
        lines.append(SignerLine(signer.name, said(signer.post), said(signer.office)))
    for member in in_office(sitting):
        if member.name in edits.also_sign and member is not chair and member.id in attended(sitting):
            lines.append(SignerLine(member.name, said(post(member))))
    kept_by, taken_by = said(both(marked("Minutes kept by"))), said(both(marked("Minutes taken by")))
    lines.append(SignerLine(taker.name, taker.post or kept_by, taken_by if taker.post else Said()))
    return tuple(lines)


def in_office(sitting: Sitting) -> list[Member]:
    """The members of the commission on the day of the sitting."""
    day = sitting.held_on
    return [row for row in sitting.commission.members if row.term_from <= day <= (row.term_until or date.max)]


def joined(several: Iterable[Text]) -> Said:
    """Remarks one after another."""
    texts = [said(text) for text in several]
    return Said(", ".join(text.lv for text in texts), ", ".join(text.en for text in texts))


def order_number(typed: str) -> str:
    """The bare number of an order: "rīkojums Nr. 1-7/12" is 1-7/12, since the minutes say the rest themselves."""
    return _ORDER.sub("", typed.strip())


def replaced(sitting: Sitting) -> tuple[str, ...]:
    """The names of those instead of whom somebody sat."""
    return tuple(dict.fromkeys(row.instead_of.name for row in sitting.attendance if row.instead_of is not None))


def genitive(member: Member, edits: Edits) -> str:
    """A member's name in the genitive, as confirmed or else as proposed."""
    return edits.genitive(member.name) or said_name(member.name, GrammaticalCase.GENITIVE, member.sex)


def seat_note(sitting: Sitting, member: Member) -> Text:
    """Whom a member represents, and instead of whom and by which order a substitute sits."""
    side = "" if member.side is Side.OTHER else word(LATVIAN, member.side)
    note = joined([*([_two(side, word(ENGLISH, member.side))] if side else []), *_replacing(sitting, member, Edits())])
    return _two(note.lv, note.en)


def _note(sitting: Sitting, member: Member, edits: Edits) -> Said:
    rows = [row for row in sitting.attendance if row.member_id == member.id]
    notes: list[Text] = []
    if member.side is not Side.OTHER:
        notes.append(
            _two(
                LATVIAN.say_of("paper", "for: {side}", side=word(LATVIAN, member.side)),
                ENGLISH.say_of("paper", "for: {side}", side=word(ENGLISH, member.side)),
            )
        )
    notes += _replacing(sitting, member, edits)
    if any(row.remote for row in rows) and sitting.form is SittingForm.ON_SITE:
        notes.append(both(marked("remotely")))
    if rows and not in_writing(sitting):
        notes += _presence(sitting, rows)
    return joined(notes)


def _replacing(sitting: Sitting, member: Member, edits: Edits) -> list[Text]:
    rows = (row for row in sitting.attendance if row.member_id == member.id and row.instead_of is not None)
    replacing = next(rows, None)
    return [] if replacing is None else _instead(replacing, edits)


def _instead(row: Attendance, edits: Edits) -> list[Text]:
    assert row.instead_of is not None
    name = row.instead_of.name
    notes: list[Text] = [
        _two(
            LATVIAN.say_of("paper", "instead of {name}", name=genitive(row.instead_of, edits)),
            ENGLISH.say_of("paper", "instead of {name}", name=name),
        )
    ]
    if row.order_number:
        notes.append(both(marked("order No. {number}"), number=order_number(row.order_number)))
    return notes


def _presence(sitting: Sitting, rows: list[Attendance]) -> list[Text]:
    """From when, until when, and the pauses between."""
    notes = _hours(sitting, rows[0].arrived_at, None)
    for before, after in pairwise(rows):
        if before.left_at is not None and after.arrived_at > before.left_at:
            notes.append(
                _two(
                    *(
                        language.say_of(
                            "paper",
                            "away {left}–{back}",
                            left=language.time(before.left_at),
                            back=language.time(after.arrived_at),
                        )
                        for language in (LATVIAN, ENGLISH)
                    )
                )
            )
    return notes + _hours(sitting, None, rows[-1].left_at)


def _hours(sitting: Sitting, arrived: datetime | None, left: datetime | None) -> list[Text]:
    notes: list[Text] = []
    if arrived is not None and sitting.started_at is not None and arrived - sitting.started_at > _PUNCTUAL:
        notes.append(_at(marked("from {hour}"), arrived))
    if left is not None and (sitting.ended_at is None or sitting.ended_at - left > _PUNCTUAL):
        notes.append(_at(marked("until {hour}"), left))
    return notes


def _at(text: str, moment: datetime) -> Text:
    return _two(*(language.say_of("paper", text, hour=language.time(moment)) for language in (LATVIAN, ENGLISH)))


def _two(lv: str, en: str) -> Text:
    return pair(lv, en)


def _facts(sitting: Sitting, item: AgendaItem | None = None) -> tuple[MemberFacts, ...]:
    """The members towards the whole sitting (present is who attended at all), or as they stood when an item closed."""
    closed = kept(item.legality) if item is not None else None
    there = attended(sitting)
    if closed is not None:
        there = {row.id for row in sitting.commission.members if str(row.uid) in closed.present}
    recused = frozenset(row.member_id for row in item.recusals) if item is not None else frozenset()
    return facts_of(sitting, frozenset(there), recused)
