"""What the commission did in a period, gathered for the pay: closed sittings, finished score sheets, closed exams."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import func, select

from commission_app.i18n import OFFICE_ZONE, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Member
from commission_app.models.exam import Exam
from commission_app.models.score import Assessor, Score
from commission_app.models.sitting import AgendaItem, Attendance, Sitting
from commission_app.models.standard import Outcome
from commission_app.rules.remuneration import Deed
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.remuneration import PaidAct
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.rules.vocabulary.sitting import ItemState, SittingForm, SittingState
from commission_app.services.sitting_facts import in_writing
from commission_app.store.work import Reading

_EXAMINED = (ExamStatus.SAT, ExamStatus.EXPELLED)


def sat(reading: Reading, start: date, end: date, language: Language) -> Iterator[Deed]:
    """Who took part in each closed sitting: the hours between arriving and leaving, the cases decided meanwhile."""
    query = select(Sitting).where(Sitting.state == SittingState.CLOSED, Sitting.held_on.between(start, end))
    for sitting in reading.session.scalars(query.order_by(Sitting.held_on, Sitting.id)):
        what = _name(language, sitting.commission.name_lv, sitting.commission.name_en)
        # In writing a seat is no presence: who voted took part.
        present = [] if in_writing(sitting) else [row for row in sitting.attendance if row.arrived_at is not None]
        members = {row.member_id: row.member for row in present}
        members |= {vote.member_id: vote.member for item in sitting.items for vote in item.votes}
        members |= {paper.member_id: paper.member for item in sitting.items for paper in item.papers_taken}
        for member in members.values():
            stays = _stays([row for row in present if row.member_id == member.id], sitting)
            yield Deed(
                PaidAct.SITTING,
                sitting.held_on,
                member.name,
                what,
                _uid(member.user_uid),
                MemberRole.CHAIR if sitting.chaired_by_id == member.id else member.role,
                minutes=_minutes(sitting, stays),
                cases=sum(_took_part(item, member, stays) for item in sitting.items),
            )


def scored(reading: Reading, start: date, end: date, language: Language) -> Iterator[Deed]:
    """Who finished a score sheet on a day of the period, and how many units it measures."""
    units = (
        select(Score.assessor_id, func.count(func.distinct(Outcome.unit_id)))
        .join(Outcome, Outcome.id == Score.outcome_id)
        .group_by(Score.assessor_id)
    )
    query = (
        select(Assessor, RecognitionCase.number)
        .join(RecognitionCase, RecognitionCase.id == Assessor.case_id)
        .where(Assessor.finished_at >= _midnight(start), Assessor.finished_at < _midnight(end + timedelta(1)))
        .order_by(Assessor.finished_at, Assessor.id)
    )
    counted = {row.assessor_id: row[1] for row in reading.session.execute(units)}
    members = _members(reading)
    for row, number in reading.session.execute(query):
        member = members.get(row.member_uid) if row.member_uid is not None else None
        assert row.finished_at is not None, "the query asks for finished sheets alone"
        yield Deed(
            PaidAct.SCORING,
            row.finished_at.astimezone(OFFICE_ZONE).date(),
            member.name if member is not None else row.name,
            language.say_of("remuneration", "case {number}", number=number),
            _uid(row.user_uid or (member.user_uid if member is not None else None)),
            cases=1,
            units=counted.get(row.id, 0),
        )


def examined(reading: Reading, start: date, end: date, language: Language) -> Iterator[Deed]:
    """Who sat on the board of each closed exam, how long it took, and how many came to be examined."""
    query = select(Exam).where(Exam.closed, Exam.held_on.between(start, end)).order_by(Exam.held_on, Exam.id)
    for exam in reading.session.scalars(query):
        standard = exam.edition.standard
        what = _name(language, standard.title_lv, standard.title_en)
        examinees = sum(row.status in _EXAMINED for row in exam.examinees)
        for row in exam.board:
            yield Deed(
                PaidAct.EXAM,
                exam.held_on,
                row.member.name,
                what,
                _uid(row.member.user_uid),
                row.member.role,
                minutes=_length(exam.starts_at, exam.ends_at),
                cases=examinees,
            )


DEEDS: Mapping[PaidAct, Callable[[Reading, date, date, Language], Iterator[Deed]]] = {
    PaidAct.SITTING: sat,
    PaidAct.SCORING: scored,
    PaidAct.EXAM: examined,
}
"""Where each act that is paid for is looked up."""


def _stays(rows: list[Attendance], sitting: Sitting) -> list[tuple[datetime, datetime]]:
    """From when to when a member was there; whoever did not leave stayed to the end."""
    ends = ((row.arrived_at, row.left_at or sitting.ended_at) for row in rows)
    return [(start, end) for start, end in ends if end is not None]


def _minutes(sitting: Sitting, stays: list[tuple[datetime, datetime]]) -> int | None:
    """The minutes of a meeting, begun ones whole; a vote in writing has none."""
    if sitting.form is SittingForm.WRITTEN:
        return 0
    if not stays:
        return None
    seconds = sum((end - start for start, end in stays), timedelta()) // timedelta(seconds=1)
    return -(-max(seconds, 0) // 60)


def _took_part(item: AgendaItem, member: Member, stays: list[tuple[datetime, datetime]]) -> bool:
    """Whether a member took part in deciding an item: was there when it was closed, or voted in writing."""
    if item.state is not ItemState.DECIDED or any(one.member_id == member.id for one in item.recusals):
        return False
    if member.id in {vote.member_id for vote in item.votes} | {paper.member_id for paper in item.papers_taken}:
        return True
    return item.closed_at is not None and any(start <= item.closed_at <= end for start, end in stays)


def _length(start: time | None, end: time | None) -> int | None:
    if start is None or end is None or end <= start:
        return None
    return (end.hour - start.hour) * 60 + end.minute - start.minute


def _members(reading: Reading) -> dict[UUID, Member]:
    return {member.uid: member for member in reading.session.scalars(select(Member))}


def _uid(uid: UUID | None) -> str | None:
    return str(uid) if uid is not None else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), OFFICE_ZONE)


def _name(language: Language, name_lv: str, name_en: str) -> str:
    return name_en if language.code == "en" and name_en else name_lv
