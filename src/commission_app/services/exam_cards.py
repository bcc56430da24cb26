"""What is asked about exams: the list, the card with examinees and lawful acts, the cases that may be entered."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import func, select, tuple_

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.adjustment import Adjustment
from commission_app.models.case import RecognitionCase
from commission_app.models.exam import Exam, Examinee
from commission_app.models.standard import Edition, Standard
from commission_app.rules import exam_protocol
from commission_app.rules.delegation import Asked, lacking, once
from commission_app.rules.exam import ExamResult, ExamScale, Leasts, exam_result
from commission_app.rules.exam_protocol import ExamStanding, ProtocolFacts
from commission_app.rules.vocabulary.case import CaseState, Procedure
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.exam import ExamPart
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services import delegations, exam_repeats, fee_state, people
from commission_app.services.paging import Cursor, Page
from commission_app.store.work import Reading


@dataclass(frozen=True)
class ExamListRow:
    """An exam as lists show it."""

    id: int
    held_on: date
    code: str
    title_lv: str
    title_en: str
    room: str
    examinees: int
    protocol_number: str
    closed: bool


@dataclass(frozen=True)
class ExamineeCard:
    """One examinee with points, and the mark they give by the exam's own scale."""

    id: int
    version: int
    case_id: int
    case_number: str
    name: str
    status: ExamStatus
    theory: int | None
    practice: int | None
    total: int | None
    mark: int | None
    passed: bool | None
    remarks: str
    attempt: int = 1
    carried: ExamPart | None = None
    adjusted: bool = False


@dataclass(frozen=True)
class BoardLine:
    """A member of the commission, and whether the member took part in the exam."""

    member_id: int
    name: str
    post_lv: str
    post_en: str
    role: MemberRole
    side: Side
    takes_part: bool


@dataclass(frozen=True)
class ExamCard:
    """An exam as its page shows it."""

    id: int
    uid: UUID
    version: int
    edition_id: int
    code: str
    title_lv: str
    title_en: str
    lki: int | None
    commission_id: int
    commission_lv: str
    commission_en: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    room: str
    group_number: str
    theory_max: int
    practice_max: int
    theory_least: int | None
    practice_least: int | None
    pass_mark: int
    scale: tuple[tuple[int, int], ...]
    incidents: str
    protocol_number: str
    closed: bool
    board: tuple[BoardLine, ...]
    examinees: tuple[ExamineeCard, ...]
    acts: tuple[ExamStanding, ...]
    remarks: tuple[Refusal, ...]
    """What is worth seeing to before the exam: a missing delegation, a group that is not fixed."""


@dataclass(frozen=True)
class EnterableCase:
    """A case that may be entered for an exam."""

    id: int
    number: str
    applicant: str
    deadline: date


def exam_list(
    reading: Reading, *, closed: bool | None = None, after: Cursor | None = None, limit: int = 100
) -> Page[ExamListRow]:
    """Exams, the latest day first, page by page."""
    counted = select(func.count()).where(Examinee.exam_id == Exam.id).correlate(Exam).scalar_subquery()
    query = select(Exam, Standard, counted).join(Edition, Edition.id == Exam.edition_id)
    query = query.join(Standard, Standard.id == Edition.standard_id)
    if closed is not None:
        query = query.where(Exam.closed.is_(closed))
    if after is not None:
        query = query.where(tuple_(Exam.held_on, Exam.id) < (after.value, after.key))
    found = reading.session.execute(query.order_by(Exam.held_on.desc(), Exam.id.desc()).limit(limit))
    rows = tuple(
        ExamListRow(
            exam.id,
            exam.held_on,
            standard.code,
            standard.title_lv,
            standard.title_en,
            exam.room,
            count,
            exam.protocol_number or "",
            exam.closed,
        )
        for exam, standard, count in found
    )
    return Page(rows, Cursor(rows[-1].held_on, rows[-1].id) if len(rows) == limit else None)


def exam_card(reading: Reading, exam_id: int) -> ExamCard:
    """One exam; that the examinees' records were opened is itself recorded."""
    exam = reading.get(Exam, exam_id)
    reading.opened.update(examinee.case.person.uid for examinee in exam.examinees)
    standard = exam.edition.standard
    adjusted = _adjusted(reading, exam)
    return ExamCard(
        id=exam.id,
        uid=exam.uid,
        version=exam.version,
        edition_id=exam.edition_id,
        code=standard.code,
        title_lv=standard.title_lv,
        title_en=standard.title_en,
        lki=exam.edition.lki,
        commission_id=exam.commission_id,
        commission_lv=exam.commission.name_lv,
        commission_en=exam.commission.name_en,
        held_on=exam.held_on,
        starts_at=exam.starts_at,
        ends_at=exam.ends_at,
        room=exam.room,
        group_number=exam.group_number,
        theory_max=exam.theory_max,
        practice_max=exam.practice_max,
        theory_least=exam.theory_least,
        practice_least=exam.practice_least,
        pass_mark=exam.pass_mark,
        scale=scale_of(exam).rows,
        incidents=exam.incidents,
        protocol_number=exam.protocol_number or "",
        closed=exam.closed,
        board=_board(exam),
        examinees=tuple(_examinee(reading, exam, row, adjusted) for row in exam.examinees),
        acts=exam_protocol.standings(protocol_facts(reading, exam)),
        remarks=() if exam.closed else _remarks(reading, exam),
    )


def of_case(reading: Reading, case_id: int) -> ExamCard | None:
    """The exam a case was last entered for; none while it was not."""
    newest = select(Examinee.exam_id).where(Examinee.case_id == case_id).order_by(Examinee.id.desc()).limit(1)
    key = reading.session.scalar(newest)
    return None if key is None else exam_card(reading, key)


def cases_to_enter(reading: Reading, exam_id: int) -> tuple[EnterableCase, ...]:
    """Cases of the exam's qualification that are ready for it, the nearest deadline first."""
    exam = reading.get(Exam, exam_id)
    rows = reading.session.scalars(
        select(RecognitionCase)
        .where(
            RecognitionCase.edition_id == exam.edition_id,
            RecognitionCase.procedure == Procedure.VOCATIONAL,
            RecognitionCase.state == CaseState.SCORED,
        )
        .order_by(RecognitionCase.deadline, RecognitionCase.id)
    )
    return tuple(EnterableCase(row.id, row.number, people.full_name(row.person), row.deadline) for row in rows)


def protocol_facts(reading: Reading, exam: Exam) -> ProtocolFacts:
    """The exam as the rules see it."""
    waiting = [row for row in exam.examinees if row.status is ExamStatus.ENTERED]
    return ProtocolFacts(
        closed=exam.closed,
        day=exam.held_on,
        today=reading.today,
        examinees=len(exam.examinees),
        unrecorded=tuple(people.full_name(row.case.person) for row in waiting),
        board=tuple(row.member.role for row in exam.board),
    )


def scale_of(exam: Exam) -> ExamScale:
    """The exam's own table from points to marks."""
    return ExamScale.of({row.mark: row.minimum_points for row in exam.scale})


def _remarks(reading: Reading, exam: Exam) -> tuple[Refusal, ...]:
    """What is not delegated on the day of the exam, or was not when a case was received; an open group."""
    session = reading.session
    found: list[Refusal] = []
    if delegations.kept(session):
        if not exam.examinees:
            asked = Asked(exam.edition.standard.code, (), exam.held_on, exam.held_on)
            found += lacking(delegations.of_standard(session, exam.edition.standard_id), asked)
        for row in exam.examinees:
            found += delegations.lacking(session, row.case, exam.held_on)
    if exam.examinees and not fee_state.group_fixed(session, exam.id) and fee_state.priced_by_group(session, exam):
        found.append(refusal("exam.group_open", count=len(exam.examinees)))
    return once(found)


def _board(exam: Exam) -> tuple[BoardLine, ...]:
    there = {row.member_id for row in exam.board}
    return tuple(
        BoardLine(member.id, member.name, member.post_lv, member.post_en, member.role, member.side, member.id in there)
        for member in exam.commission.members
    )


def least_of(exam: Exam) -> Leasts:
    """The least points of theory and of practice, where the programme of the exam sets them."""
    return exam.theory_least, exam.practice_least


def _adjusted(reading: Reading, exam: Exam) -> frozenset[int]:
    """The cases of an exam for which adjustments are granted; which, and why, is not told here."""
    keys = [row.case_id for row in exam.examinees]
    return frozenset(reading.session.scalars(select(Adjustment.case_id).where(Adjustment.case_id.in_(keys))))


def _examinee(reading: Reading, exam: Exam, row: Examinee, adjusted: frozenset[int]) -> ExamineeCard:
    result = _result(exam, row)
    return ExamineeCard(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        case_number=row.case.number,
        name=people.full_name(people.name_on(row.case.person, exam.held_on)),
        status=row.status,
        theory=row.theory,
        practice=row.practice,
        total=int(result.total) if result and result.total is not None else None,
        mark=result.mark if result else None,
        passed=result.passed if result and row.status is not ExamStatus.ENTERED else None,
        remarks=row.remarks,
        attempt=exam_repeats.attempt(reading, row),
        carried=row.carried,
        adjusted=row.case_id in adjusted,
    )


def _result(exam: Exam, row: Examinee) -> ExamResult | None:
    """What the points give; nothing where the exam's points were changed below those recorded."""
    try:
        points = (row.theory, row.practice, exam.theory_max, exam.practice_max)
        return exam_result(*points, scale_of(exam), exam.pass_mark, row.status, least_of(exam))
    except RefusedError:
        return None
