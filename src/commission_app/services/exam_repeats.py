"""A second sitting of an exam: linked to the first, and only the part that was not passed where the rule says so."""

from sqlalchemy import func, select

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.exam import Exam, Examinee
from commission_app.rules.exam import part_to_keep
from commission_app.rules.vocabulary.exam import ExamPart, RepeatRule
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services import provisions
from commission_app.store.work import Reading, Work


def link(work: Work, exam: Exam, examinee: Examinee) -> None:
    """A sitting knows the one it repeats; a part passed then counts now where the rule of the case says so."""
    before = _before(work, examinee.case_id)
    if before is None:
        return
    examinee.repeats_id = before.id
    alike = (before.exam.theory_max, before.exam.practice_max) == (exam.theory_max, exam.practice_max)
    if before.status is not ExamStatus.SAT or not alike:
        return
    case = work.get(RecognitionCase, examinee.case_id)
    least = (exam.theory_least, exam.practice_least)
    examinee.carried = part_to_keep(before.theory, before.practice, least, _rule(work, case))
    if examinee.carried is ExamPart.THEORY:
        examinee.theory = before.theory
    elif examinee.carried is ExamPart.PRACTICE:
        examinee.practice = before.practice


def keep(work: Work, examinee: Examinee) -> None:
    """The points of the part that counts from the sitting before cannot become others.

    Refused: other points of that part.
    """
    if examinee.carried is None or examinee.repeats_id is None:
        return
    before, name = work.get(Examinee, examinee.repeats_id), examinee.carried.value
    points: int | None = getattr(before, name)
    if getattr(examinee, name) not in (None, points):
        raise RefusedError("exam.part_carried", at=name, part=examinee.carried, points=points)
    setattr(examinee, name, points)


def attempt(reading: Reading, examinee: Examinee) -> int:
    """Which sitting of the case this is, counted from one."""
    if examinee.repeats_id is None:
        return 1
    count = select(func.count(Examinee.id)).where(Examinee.case_id == examinee.case_id, Examinee.id < examinee.id)
    return (reading.session.scalar(count) or 0) + 1


def _before(work: Work, case_id: int) -> Examinee | None:
    query = select(Examinee).join(Exam).where(Examinee.case_id == case_id, Exam.closed).order_by(Examinee.id.desc())
    return work.session.scalars(query.limit(1)).first()


def _rule(work: Work, case: RecognitionCase) -> RepeatRule:
    rule = provisions.provision(work.session, ProvisionKey.EXAM_REPEAT, case.procedure, case.law_date)
    return RepeatRule(str(rule.reading))
