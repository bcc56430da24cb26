"""The facts of the minutes of a sitting, gathered from its agenda, attendance, votes and draft decisions."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents.house_style import Pair, Signatures, Signer, Text, Votes
from commission_app.documents.minutes import MinutedUnit, MinutesFacts, MinutesItem, Participant
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language, marked
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Member
from commission_app.models.decision import Decision
from commission_app.models.evidence import EvidenceItem
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules.credits import award_of
from commission_app.rules.legality import MemberFacts, legality, presiding
from commission_app.rules.vocabulary.sitting import ItemState, SittingState
from commission_app.services import commissions, people
from commission_app.services.legality_text import kept
from commission_app.services.paper_sources import (
    both,
    formed_by,
    letterhead,
    office_in_commission,
    pair,
    post,
    worded,
)
from commission_app.store.work import Reading

_PUNCTUAL = timedelta(minutes=5)


def minutes_facts(reading: Reading, sitting_id: int, language: Language) -> MinutesFacts:
    """Everything the minutes say.

    Refused: before the sitting has begun.
    """
    sitting = reading.get(Sitting, sitting_id)
    if sitting.started_at is None:
        raise RefusedError("sitting.not_open", state=sitting.state)
    chair = presided(reading.session, sitting)
    taker_post = pair(sitting.minute_taker_post_lv, sitting.minute_taker_post_en)
    taker = Signer(
        taker_post or both(marked("Minutes kept by")),
        sitting.minute_taker or reading.actor.name,
        both(marked("Minutes taken by")) if taker_post else "",
    )
    signers = ((office_in_commission(chair, both(marked("Sitting chaired by"))),) if chair else ()) + (taker,)
    attended = {row.member_id for row in sitting.attendance}
    return MinutesFacts(
        letterhead=letterhead(reading.session, sitting.held_on, language),
        number=sitting.minutes_number or "—",
        day=sitting.held_on,
        commission=pair(sitting.commission.name_lv, sitting.commission.name_en),
        starts=sitting.started_at,
        ends=sitting.ended_at,
        form=worded(sitting.form),
        room=sitting.place,
        chair=chair.name if chair else "—",
        minute_taker=taker.name,
        participants=tuple(_participant(sitting, member) for member in _in_office(sitting) if member.id in attended),
        absent=tuple(
            Participant(member.name, post(member)) for member in _in_office(sitting) if member.id not in attended
        ),
        quorum=_quorum(reading.session, sitting),
        items=tuple(_item(reading, item) for item in sitting.items),
        signatures=Signatures(signers),
        order=formed_by(sitting.commission),
        draft=sitting.state is not SittingState.CLOSED,
    )


def presided(session: Session, sitting: Sitting) -> Member | None:
    """Who presided over the sitting: the chair, or else a deputy, among those who took part."""
    facts = _facts(sitting)
    bylaw = commissions.bylaw_on(session, sitting.commission_id, sitting.held_on)
    status = legality(bylaw, facts, sitting.held_on)
    uid = presiding(facts, status)
    return next((member for member in sitting.commission.members if str(member.uid) == uid), None)


def _in_office(sitting: Sitting) -> list[Member]:
    day = sitting.held_on
    return [row for row in sitting.commission.members if row.term_from <= day <= (row.term_until or date.max)]


def _facts(sitting: Sitting) -> tuple[MemberFacts, ...]:
    """The members as they stand towards the sitting as a whole: present is who attended at all."""
    attended = {row.member_id for row in sitting.attendance}
    return tuple(
        MemberFacts(
            str(row.uid), row.name, row.role, row.side, row.term_from, row.term_until, present=row.id in attended
        )
        for row in sitting.commission.members
    )


def _quorum(session: Session, sitting: Sitting) -> Text:
    bylaw = commissions.bylaw_on(session, sitting.commission_id, sitting.held_on)
    status = legality(bylaw, _facts(sitting), sitting.held_on)
    away = sum(why.reason == "vote.absent" for why in status.barred.values())
    return both(
        marked("{present} of {members} members take part, {needed} needed"),
        present=status.taking_part,
        members=status.taking_part + away,
        needed=status.needed,
    )


def _participant(sitting: Sitting, member: Member) -> Participant:
    rows = [row for row in sitting.attendance if row.member_id == member.id]
    notes: list[tuple[str, datetime]] = []
    if sitting.started_at and rows[0].arrived_at - sitting.started_at > _PUNCTUAL:
        notes.append((marked("from {hour}"), rows[0].arrived_at))
    left = rows[-1].left_at
    if left and sitting.ended_at and sitting.ended_at - left > _PUNCTUAL:
        notes.append((marked("until {hour}"), left))
    return Participant(member.name, post(member), _joined(notes))


def _joined(notes: list[tuple[str, datetime]]) -> Text:
    if not notes:
        return ""
    return Pair(
        ", ".join(LATVIAN.say_of("paper", text, hour=LATVIAN.time(moment)) for text, moment in notes),
        ", ".join(ENGLISH.say_of("paper", text, hour=ENGLISH.time(moment)) for text, moment in notes),
    )


def _item(reading: Reading, item: AgendaItem) -> MinutesItem:
    case = reading.get(RecognitionCase, item.case_id)
    reading.opened.add(case.person.uid)
    standard = case.edition.standard
    recused = tuple(row.member.name for row in item.recusals)
    documents = len(
        reading.session.scalars(
            select(EvidenceItem.id).where(EvidenceItem.case_id == case.id, EvidenceItem.active)
        ).all()
    )
    about = MinutesItem(
        title=Pair(
            LATVIAN.say_of("paper", "On recognition: {title}", title=standard.title_lv),
            ENGLISH.say_of("paper", "On recognition: {title}", title=standard.title_en or standard.title_lv),
        ),
        case_number=case.number,
        applicant=people.full_name(people.name_on(case.person, item.sitting.held_on)),
        heard=Pair(
            _heard(LATVIAN, case, documents),
            _heard(ENGLISH, case, documents),
        ),
        recused=recused,
    )
    if item.state is ItemState.DECIDED:
        return _decided(reading.session, item, about)
    return replace(about, postponed_reason=item.reason or "—")


def _heard(language: Language, case: RecognitionCase, documents: int) -> str:
    return language.say_of(
        "paper",
        "application of {day}; documents: {documents}",
        day=language.date(case.received_on),
        documents=documents,
    )


def _decided(session: Session, item: AgendaItem, about: MinutesItem) -> MinutesItem:
    decision = session.scalars(select(Decision).where(Decision.item_id == item.id)).one_or_none()
    closed = kept(item.legality)
    votes = None
    if closed is not None:
        tally = closed.tally
        votes = Votes(tally.for_, tally.against, tally.abstained, about.recused)
    if decision is None:
        return replace(about, votes=votes)
    award = award_of(decision.award_text)
    titles = {str(line.unit.uid): pair(line.unit.title_lv, line.unit.title_en) for line in decision.lines if line.unit}
    units = tuple(
        MinutedUnit(
            line.unit_code,
            titles.get(line.unit_uid, line.unit_title),
            line.verdict,
            line.credits if line.credits.value else None,
        )
        for line in award.unit_lines
        if line.verdict is not None
    )
    return replace(
        about,
        verdict=decision.verdict,
        decision_number=decision.number,
        units=units,
        total=award.total,
        reasons=decision.reasons,
        votes=votes,
    )
