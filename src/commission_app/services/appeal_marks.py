"""A mark changed on appeal: other points, the mark by the exam's own table, and what follows for the case."""

from commission_app.errors import RefusedError
from commission_app.models.appeal import Appeal
from commission_app.models.case import RecognitionCase
from commission_app.models.exam import Exam, Examinee
from commission_app.rules.appeals import check_mark
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services import exams
from commission_app.store.work import Work


def change_mark(work: Work, appeal: Appeal, theory: int | None, practice: int | None) -> None:
    """The points of an examinee become others after an appeal; the protocol as it was closed stays as it is.

    Refused: for an examinee who did not sit, without both points, points beyond a part, or a lower mark.
    """
    examinee = work.get(Examinee, appeal.examinee_id or 0)
    exam = work.lock(Exam, examinee.exam_id)
    examinee = work.lock(Examinee, examinee.id)
    if examinee.status is not ExamStatus.SAT:
        raise RefusedError("appeal.not_passed_in_exam", at="theory")
    before, passed_before = examinee.mark, examinee.passed
    examinee.theory, examinee.practice = theory, practice
    result = exams.result_of(exam, examinee)
    check_mark(before, result.mark)
    examinee.mark, examinee.passed = result.mark, result.passed
    examinee.remarks = "; ".join(part for part in (examinee.remarks, appeal.number) if part)
    work.session.flush()
    if result.passed and not passed_before:
        exams.recognise(work, exam, work.get(RecognitionCase, examinee.case_id))
    work.touch(exam)
