"""The facts of an exam protocol: the board, the parts, the scale, and each examinee's points and mark."""

from datetime import datetime, time
from decimal import Decimal

from commission_app.documents.exam_protocol import ExamineeRow, Examiner, ExamPart, ExamProtocolFacts
from commission_app.documents.house_style import Pair, Signatures, Signer, Text
from commission_app.i18n import Language, marked
from commission_app.models.commission import Member
from commission_app.models.exam import Exam
from commission_app.models.standard import Edition
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.exam import ExamPart as ExamineePart
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services.delegations import for_exam
from commission_app.services.exam_cards import ExamineeCard, exam_card, scale_of
from commission_app.services.paper_sources import (
    both,
    letterhead,
    level,
    office_in_commission,
    order,
    pair,
    post,
    title,
    worded,
)
from commission_app.store.work import Reading

_RANK = (MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR, MemberRole.MEMBER, MemberRole.SECRETARY)


def exam_facts(reading: Reading, exam_id: int, language: Language) -> ExamProtocolFacts:
    """Everything the protocol says; a draft until it is closed."""
    exam = reading.get(Exam, exam_id)
    card = exam_card(reading, exam_id)
    board = sorted((row.member for row in exam.board), key=lambda member: (_RANK.index(member.role), member.position))
    chair, others = (board[0], board[1:]) if board else (None, [])
    edition = exam.edition
    return ExamProtocolFacts(
        letterhead=letterhead(reading.session, exam.held_on, language),
        number=exam.protocol_number or "—",
        day=exam.held_on,
        qualification=title(edition),
        code=edition.standard.code,
        level=level(edition),
        standard=_standard(edition),
        kind=both(marked("qualification exam of the institution")),
        commission=pair(exam.commission.name_lv, exam.commission.name_en),
        chair=_examiner(chair) if chair else Examiner("—", ""),
        members=tuple(_examiner(member) for member in others if member.role is not MemberRole.SECRETARY),
        secretaries=tuple(_examiner(member) for member in others if member.role is MemberRole.SECRETARY),
        theory=_part(exam, both(marked("Theory")), exam.theory_max, exam.theory_least),
        practice=_part(exam, both(marked("Practice")), exam.practice_max, exam.practice_least),
        rows=tuple(_row(row) for row in card.examinees),
        pass_mark=exam.pass_mark,
        signatures=Signatures(tuple(_signer(member, chair) for member in board)),
        scale=tuple((mark, Decimal(least)) for mark, least in scale_of(exam).rows),
        order=order(exam.commission),
        delegation=_delegation(reading, exam),
        group=exam.group_number,
        incidents=exam.incidents,
        draft=not exam.closed,
    )


def _delegation(reading: Reading, exam: Exam) -> Text:
    row = for_exam(reading.session, exam)
    return f"{row.body}, Nr.\u00a0{row.number}" if row is not None else ""


def _standard(edition: Edition) -> Pair:
    source = f", {edition.source}" if edition.source else ""
    words = both(marked("edition {label}"), label=edition.label)
    return Pair(words.lv + source, words.en + source)


def _signer(member: Member, chair: Member | None) -> Signer:
    if member is chair:
        return office_in_commission(member, both(marked("Chair of the commission")))
    if member.role is MemberRole.SECRETARY:
        return office_in_commission(member, both(marked("Minutes taken by")))
    return office_in_commission(member)


def _examiner(member: Member) -> Examiner:
    return Examiner(member.name, post(member), worded(member.side))


def _part(exam: Exam, name: Text, points: int, least: int | None) -> ExamPart:
    hours = (_moment(exam, exam.starts_at), _moment(exam, exam.ends_at))
    return ExamPart(name, *hours, exam.room, Decimal(points), None if least is None else Decimal(least))


def _moment(exam: Exam, hour: time | None) -> datetime | None:
    # Without a zone: the hour is printed as it was written down.
    return datetime.combine(exam.held_on, hour) if hour else None


def _remark(row: ExamineeCard) -> Text:
    """The sitting it repeats, the part that counts from it, and what was written down; nothing about health."""
    said: list[Pair] = []
    if row.attempt > 1:
        said.append(both(marked("attempt No. {number}"), number=row.attempt))
    if row.carried is ExamineePart.THEORY:
        said.append(both(marked("theory counts from the attempt before")))
    elif row.carried is ExamineePart.PRACTICE:
        said.append(both(marked("practice counts from the attempt before")))
    if not said:
        return row.remarks
    own = (row.remarks,) if row.remarks else ()
    return Pair("; ".join((*(one.lv for one in said), *own)), "; ".join((*(one.en for one in said), *own)))


def _row(row: ExamineeCard) -> ExamineeRow:
    sat = row.status is ExamStatus.SAT
    return ExamineeRow(
        name=row.name,
        case_number=row.case_number,
        status=row.status,
        theory=None if row.theory is None else Decimal(row.theory),
        practice=None if row.practice is None else Decimal(row.practice),
        total=None if row.total is None else Decimal(row.total),
        mark=row.mark,
        awarded=row.passed if sat else None,
        remark=_remark(row),
    )
