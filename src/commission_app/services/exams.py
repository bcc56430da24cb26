"""Qualification exams: planned with their own scale, cases entered, points recorded, the protocol closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Commission, Member
from commission_app.models.decision import RecognisedUnit
from commission_app.models.exam import Exam, ExamBoard, Examinee, ExamScaleRow
from commission_app.models.standard import Edition
from commission_app.rules import exam_protocol
from commission_app.rules.exam import ExamResult, ExamScale, Leasts, check_leasts, exam_result
from commission_app.rules.exam_protocol import ExamAct
from commission_app.rules.vocabulary.case import CaseAct, Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services import cases, delegations, exam_repeats, fee_state, provisions, register_facts, registers
from commission_app.services.exam_cards import (
    cases_to_enter,
    exam_card,
    exam_list,
    least_of,
    of_case,
    protocol_facts,
    scale_of,
)
from commission_app.store import acts, search
from commission_app.store.work import Work

__all__ = ["ExamForm", "cases_to_enter", "exam_card", "exam_list", "of_case"]


@dataclass(frozen=True)
class ExamForm:
    """What is asked about an exam; the scale is from mark to the least points that give it."""

    held_on: date
    theory_max: int
    practice_max: int
    scale: Mapping[int, int]
    room: str = ""
    starts_at: time | None = None
    ends_at: time | None = None
    incidents: str = ""
    group_number: str = ""
    theory_least: int | None = None
    practice_least: int | None = None

    @property
    def least(self) -> Leasts:
        """The least points of theory and of practice, where the programme of the exam sets them."""
        return self.theory_least, self.practice_least


def plan_exam(work: Work, edition_id: int, commission_id: int, form: ExamForm) -> int:
    """An exam of one qualification is planned, with its own table from points to marks.

    Refused: a scale that does not rise, or that nobody could reach with the points of the exam.
    """
    edition = work.get(Edition, edition_id)
    commission = work.get(Commission, commission_id)
    exam = Exam(edition_id=edition.id, commission_id=commission.id)
    _write(work, exam, form)
    work.add(exam)
    work.session.flush()
    _write_scale(work, exam, form)
    work.about(edition.uid, commission.uid)
    return exam.id


def change_exam(work: Work, exam_id: int, seen: int, form: ExamForm) -> None:
    """The day, room, hours, points, scale or incidents of an exam change.

    Refused: once its protocol is closed.
    """
    exam = work.lock(Exam, exam_id, seen)
    exam_protocol.require(protocol_facts(work, exam), ExamAct.ENTER)
    _write(work, exam, form)
    work.remove(exam.scale)
    work.session.flush()
    _write_scale(work, exam, form)
    work.touch(exam)


def set_board(work: Work, exam_id: int, member_ids: Sequence[int]) -> None:
    """The members of the commission who take part in the exam.

    Refused: a member of another commission, or once the protocol is closed.
    """
    exam = work.lock(Exam, exam_id)
    exam_protocol.require(protocol_facts(work, exam), ExamAct.ENTER)
    standing = {row.member_id: row for row in exam.board}
    work.remove([row for key, row in standing.items() if key not in member_ids])
    for key in dict.fromkeys(member_ids):
        member = work.get(Member, key)
        if member.commission_id != exam.commission_id:
            raise RefusedError("sitting.foreign_member", name=member.name)
        if key not in standing:
            work.add(ExamBoard(exam_id=exam.id, member_id=member.id))
    work.touch(exam)


def enter_case(work: Work, exam_id: int, case_id: int) -> int:
    """A case is entered for an exam.

    Refused: a case of another qualification or edition, or one that is not ready for the exam.
    """
    exam = work.lock(Exam, exam_id)
    exam_protocol.require(protocol_facts(work, exam), ExamAct.ENTER)
    fee_state.require_open_group(work.session, exam.id)
    case = work.lock(RecognitionCase, case_id)
    if case.edition_id != exam.edition_id:
        raise RefusedError("exam.other_edition", number=case.number, code=exam.edition.standard.code)
    undelegated = delegations.stops(work.session, case, exam.held_on)
    if undelegated:
        raise RefusedError.of(undelegated[0])
    if case.commission_id is None:
        case.commission_id = exam.commission_id
    cases.step_forward(work, case, CaseAct.ENTER_EXAM)
    examinee = Examinee(exam_id=exam.id, case_id=case.id)
    exam_repeats.link(work, exam, examinee)
    work.add(examinee)
    work.touch(exam)
    work.session.flush()
    return examinee.id


def enter_cases(work: Work, exam_id: int, case_ids: Sequence[int]) -> int:
    """Several cases are entered at once; gives how many.

    Refused as a single case is; then none is entered.
    """
    return len([enter_case(work, exam_id, case_id) for case_id in sorted(case_ids)])


def record(
    work: Work,
    examinee_id: int,
    seen: int,
    theory: int | None,
    practice: int | None,
    status: ExamStatus = ExamStatus.SAT,
    remarks: str = "",
) -> int:
    """What became of an examinee is written down: points of both parts, or why there are none. Gives the new version.

    Refused: before the day of the exam, points beyond a part's maximum, or a missing part.
    """
    exam = work.lock(Exam, work.get(Examinee, examinee_id).exam_id)
    exam_protocol.require(protocol_facts(work, exam), ExamAct.RECORD)
    examinee = work.lock(Examinee, examinee_id, seen)
    sat = status is ExamStatus.SAT
    examinee.status, examinee.remarks = status, remarks.strip()
    examinee.theory, examinee.practice = (theory, practice) if sat else (None, None)
    if sat:
        exam_repeats.keep(work, examinee)
    result_of(exam, examinee)
    work.about(examinee.case.uid)
    work.session.flush()
    return examinee.version


def close_exam(work: Work, exam_id: int, seen: int | None = None, typed_number: str | None = None) -> None:
    """The protocol is closed: marks are computed, the protocol gets its number and line, the cases are decided.

    Refused: while an examinee is not recorded, or without a board and its chair.
    """
    exam = work.lock(Exam, exam_id, seen)
    exam_protocol.require(protocol_facts(work, exam), ExamAct.CLOSE)
    for case_id in sorted(examinee.case_id for examinee in exam.examinees):
        work.lock(RecognitionCase, case_id)
    for examinee in exam.examinees:
        result = result_of(exam, examinee)
        examinee.mark, examinee.passed = result.mark, result.passed
        cases.step_forward(work, examinee.case, CaseAct.REGISTER_DECISION)
        if result.passed:
            recognise(work, exam, examinee.case)
    exam.computation = computation(exam)
    exam.protocol_number = registers.reserve(work, Book.EXAMS, exam.uid, exam.held_on.year, typed_number)
    exam.closed = True
    work.session.flush()
    facts = register_facts.exam(exam, delegations.for_exam(work.session, exam))
    registers.enter(work, Book.EXAMS, exam.protocol_number, exam.uid, facts)
    search.put(
        work.session,
        "exam",
        exam.id,
        exam.uid,
        exam.protocol_number,
        exam.edition.standard.title_lv,
        exam.edition.standard.code,
    )


def computation(exam: Exam) -> str:
    """The canonical text of what the marks were computed from and what came of it."""
    rows = []
    for examinee in sorted(exam.examinees, key=lambda row: row.case.number):
        rows.append(
            {
                "case": examinee.case.number,
                "status": examinee.status.value,
                "theory": examinee.theory,
                "practice": examinee.practice,
                "mark": examinee.mark,
                "passed": examinee.passed,
            }
        )
    # Only where they are set: a text of before they were known stays as it was.
    leasts = {"theory_least": exam.theory_least, "practice_least": exam.practice_least}
    return acts.canonical(
        {
            **{name: least for name, least in leasts.items() if least is not None},
            "theory_max": exam.theory_max,
            "practice_max": exam.practice_max,
            "pass_mark": exam.pass_mark,
            "scale": {str(row.mark): row.minimum_points for row in exam.scale},
            "examinees": rows,
        }
    )


def _write(work: Work, exam: Exam, form: ExamForm) -> None:
    for at, points in (("theory_max", form.theory_max), ("practice_max", form.practice_max)):
        if points < 1:
            raise RefusedError("exam.no_points", at=at, points=points)
    ExamScale.of(form.scale).check_reachable(form.theory_max + form.practice_max)
    check_leasts(form.least, form.theory_max, form.practice_max)
    exam.theory_least, exam.practice_least = form.least
    exam.group_number = form.group_number.strip()
    exam.held_on, exam.room, exam.incidents = form.held_on, form.room.strip(), form.incidents.strip()
    exam.starts_at, exam.ends_at = form.starts_at, form.ends_at
    exam.theory_max, exam.practice_max = form.theory_max, form.practice_max
    exam.pass_mark = provisions.number(work.session, ProvisionKey.PASS_MARK, Procedure.VOCATIONAL, form.held_on)


def _write_scale(work: Work, exam: Exam, form: ExamForm) -> None:
    work.add(*(ExamScaleRow(exam_id=exam.id, mark=mark, minimum_points=least) for mark, least in form.scale.items()))
    work.session.flush()
    work.session.expire(exam, ["scale"])


def result_of(exam: Exam, examinee: Examinee) -> ExamResult:
    """What the points of an examinee give by the exam's own table."""
    points = (examinee.theory, examinee.practice, exam.theory_max, exam.practice_max)
    return exam_result(*points, scale_of(exam), exam.pass_mark, examinee.status, least_of(exam))


def recognise(work: Work, exam: Exam, case: RecognitionCase) -> None:
    """Whoever passes has every unit of the application, once."""
    theirs = set(
        work.session.scalars(select(RecognisedUnit.identity_id).where(RecognisedUnit.person_id == case.person_id))
    )
    for identity in {claim.unit.identity_id for claim in case.claims} - theirs:
        work.add(
            RecognisedUnit(person_id=case.person_id, identity_id=identity, case_id=case.id, recognised_on=exam.held_on)
        )
