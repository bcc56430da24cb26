"""Before the sitting: the members are called in time, answer, and a quorum is to be expected or not."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.commission import Member
from commission_app.models.sitting import Sitting
from commission_app.models.sitting_record import Reply
from commission_app.rules import convocation
from commission_app.rules.convocation import Expectation, Invitee, Notice
from commission_app.rules.legality import quorum_needed
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.sitting import ReplyAnswer, SittingForm, SittingState
from commission_app.services import agenda_freeze, commissions
from commission_app.services.sitting_facts import member_of
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class ReplyLine:
    """A member who is called to the sitting, and what the member answered."""

    member_id: int
    name: str
    role: MemberRole
    organisation: str
    email: str
    answer: ReplyAnswer | None
    reason: str
    replied_on: date | None


@dataclass(frozen=True)
class ConvocationCard:
    """Everything that is arranged before a sitting."""

    sitting_id: int
    version: int
    state: SittingState
    held_on: date
    convoked_on: date | None
    notice: Notice
    last_day: date
    """The last day on which the members are called in time."""
    warnings: tuple[Refusal, ...]
    replies: tuple[ReplyLine, ...]
    expectation: Expectation
    frozen: bool
    frozen_at: datetime | None
    last_open_day: date | None
    against_convoking: tuple[Refusal, ...]
    against_freezing: tuple[Refusal, ...]
    against_thawing: tuple[Refusal, ...]

    @property
    def calls_late(self) -> bool:
        """Whether the members were called too late, or are not called while it is too late already."""
        return self.notice.late


def convoke(work: Work, sitting_id: int, seen: int, called_on: date) -> None:
    """The members are called to the sitting; the day on which the letters went out is kept.

    Refused: without an agenda, for a day to come or after the sitting, and once it has begun.
    """
    sitting = work.lock(Sitting, sitting_id, seen)
    against = _against_convoking(sitting)
    if against:
        raise RefusedError.of(against[0])
    if called_on > work.today:
        raise RefusedError("convocation.future_day", at="called_on", day=called_on)
    if called_on > sitting.held_on:
        raise RefusedError("convocation.after_sitting", at="called_on", day=called_on, held_on=sitting.held_on)
    sitting.convoked_on = called_on


def answer(
    work: Work,
    sitting_id: int,
    member_id: int,
    given: ReplyAnswer | None,
    reason: str = "",
    replied_on: date | None = None,
) -> None:
    """A member answers whether the member comes; answering anew replaces the answer, no answer takes it back.

    Refused: an excuse without a reason, a day to come, a member of another commission, a sitting that is over.
    """
    sitting = work.lock(Sitting, sitting_id)
    member = member_of(work, sitting, member_id)
    day = replied_on or work.today
    if sitting.state is SittingState.CLOSED:
        raise RefusedError("reply.sitting_over")
    if given is ReplyAnswer.EXCUSED and not reason.strip():
        raise RefusedError("reply.excused_reason", at="reason", name=member.name)
    if day > work.today:
        raise RefusedError("reply.future_day", at="replied_on", day=day)
    row = work.session.scalars(
        select(Reply).where(Reply.sitting_id == sitting.id, Reply.member_id == member.id)
    ).one_or_none()
    if given is None:
        work.remove([row] if row is not None else [])
    else:
        if row is None:
            row = Reply(sitting_id=sitting.id, member_id=member.id)
            work.add(row)
        row.answer, row.reason, row.replied_on = given, reason.strip(), day
    work.touch(sitting)


def card(reading: Reading, sitting_id: int) -> ConvocationCard:
    """What is arranged for a sitting and what is not."""
    sitting = reading.get(Sitting, sitting_id)
    edition = agenda_freeze.bylaw_of(reading.session, sitting)
    asked, free = edition.convocation_days if edition is not None else 0, agenda_freeze.holidays(reading.session)
    called = sitting.convoked_on or reading.today
    replies = _replies(reading.session, sitting)
    given = convocation.notice(called, sitting.held_on, asked, free)
    last = convocation.last_day_to_call(sitting.held_on, asked, free)
    return ConvocationCard(
        sitting_id=sitting.id,
        version=sitting.version,
        state=sitting.state,
        held_on=sitting.held_on,
        convoked_on=sitting.convoked_on,
        notice=given,
        last_day=last,
        warnings=_warnings(sitting, replies, given, last),
        replies=replies,
        expectation=expectation(reading.session, sitting),
        frozen=agenda_freeze.is_frozen(reading, sitting),
        frozen_at=sitting.frozen_at,
        last_open_day=agenda_freeze.last_open_day(reading, sitting),
        against_convoking=_against_convoking(sitting),
        against_freezing=agenda_freeze.against_freezing(reading, sitting),
        against_thawing=agenda_freeze.against_thawing(sitting),
    )


def expectation(session: Session, sitting: Sitting) -> Expectation:
    """How many of those who vote have confirmed, and how many must take part by the by-law of the day."""
    answers = {row.member_id: row.answer for row in _answers(session, sitting)}
    edition = agenda_freeze.bylaw_of(session, sitting)
    secretary_votes = edition is not None and edition.secretary_votes
    invited = [
        Invitee(
            str(member.id),
            secretary_votes or member.role is not MemberRole.SECRETARY,
            answers.get(member.id),
            member.role is MemberRole.SUBSTITUTE,
            str(member.substitute_for_id or ""),
        )
        for member in called(sitting)
    ]
    office = sum(one.votes and not one.substitute for one in invited)
    if edition is None:
        return convocation.expected(invited, office // 2 + 1)
    rules = commissions.bylaw_on(session, sitting.commission_id, sitting.held_on)
    return convocation.expected(invited, quorum_needed(rules, office))


def called(sitting: Sitting) -> list[Member]:
    """Who is called: every member in office on the day of the sitting, substitutes too."""
    day = sitting.held_on
    return [row for row in sitting.commission.members if row.term_from <= day <= (row.term_until or date.max)]


def _answers(session: Session, sitting: Sitting) -> list[Reply]:
    return list(session.scalars(select(Reply).where(Reply.sitting_id == sitting.id)))


def _replies(session: Session, sitting: Sitting) -> tuple[ReplyLine, ...]:
    answers = {row.member_id: row for row in _answers(session, sitting)}
    lines = []
    for member in called(sitting):
        row = answers.get(member.id)
        said = (row.answer, row.reason, row.replied_on) if row is not None else (None, "", None)
        lines.append(ReplyLine(member.id, member.name, member.role, member.organisation, member.email, *said))
    return tuple(lines)


def _against_convoking(sitting: Sitting) -> tuple[Refusal, ...]:
    if sitting.state is not SittingState.PLANNED:
        return (refusal("sitting.not_planned", state=sitting.state),)
    if not called(sitting):
        return (refusal("convocation.no_members", day=sitting.held_on),)
    return () if sitting.items else (refusal("sitting.no_agenda"),)


def _warnings(sitting: Sitting, replies: tuple[ReplyLine, ...], given: Notice, last: date) -> tuple[Refusal, ...]:
    if sitting.state is not SittingState.PLANNED:
        return ()
    found = []
    if given.late:
        found.append(refusal("convocation.late", days=given.days, needed=given.needed))
    elif sitting.convoked_on is None:
        found.append(refusal("convocation.not_called", day=last))
    if not sitting.planned_at:
        found.append(refusal("convocation.hour_missing"))
    if sitting.form is SittingForm.REMOTE and not sitting.remote_link:
        found.append(refusal("convocation.link_missing"))
    if nowhere := tuple(line.name for line in replies if not line.email):
        found.append(refusal("convocation.without_address", names=nowhere))
    return tuple(found)
