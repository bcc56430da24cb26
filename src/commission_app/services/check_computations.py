"""Checks every stored computation by making it again: credits of decisions, marks of protocols, kept accounts."""

import json
from collections.abc import Iterator

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.exam import Exam, Examinee
from commission_app.models.fee import LearningAccount
from commission_app.rules import canonical
from commission_app.rules.credits import ENGINES, award_seal, award_text, input_of
from commission_app.rules.exam import ExamScale, exam_result
from commission_app.rules.funding import FundingInput, fund
from commission_app.services.check_progress import Tally
from commission_app.store.work import Reading


def findings(reading: Reading, _: Tally) -> Iterator[Refusal]:
    """Every decision, then every closed exam, then every learning account kept with a case."""
    for decision in reading.session.scalars(select(Decision).order_by(Decision.id)).all():
        reading.progress.step(0, 1)
        yield from _decision(decision, decision.case.number)
    for exam in reading.session.scalars(select(Exam).where(Exam.closed).order_by(Exam.id)).all():
        yield from _exam(exam)
    for account in reading.session.scalars(select(LearningAccount).order_by(LearningAccount.id)).all():
        yield from _account(reading, account)


def _decision(decision: Decision, case: str) -> Iterator[Refusal]:
    number = decision.number
    if award_seal(decision.engine, decision.award_input, decision.award_text) != decision.award_hash:
        yield refusal("check.award_text", number=number, case=case)
        return
    engine = ENGINES.get(decision.engine)
    if engine is None:
        yield refusal("check.award_engine", number=number, case=case, engine=decision.engine)
        return
    try:
        again = award_text(engine(input_of(decision.award_input)))
    except RefusedError:
        again = ""
    if again != decision.award_text:
        yield refusal("check.award_differs", number=number, case=case)
    if sum(line.credits for line in decision.lines) != decision.credits_recognised:
        yield refusal("check.decision_sum", number=number, case=case)


def _exam(exam: Exam) -> Iterator[Refusal]:
    number = exam.protocol_number or "–"
    try:
        json.loads(exam.computation)
        scale = ExamScale.of({row.mark: row.minimum_points for row in exam.scale})
    except (ValueError, RefusedError):
        yield refusal("check.exam_text", number=number)
        return
    for examinee in exam.examinees:
        if not _agrees(exam, examinee, scale):
            yield refusal("check.exam_differs", number=number, case=examinee.case.number)


def _agrees(exam: Exam, examinee: Examinee, scale: ExamScale) -> bool:
    points = (examinee.theory, examinee.practice, exam.theory_max, exam.practice_max)
    try:
        least = (exam.theory_least, exam.practice_least)
        result = exam_result(*points, scale, exam.pass_mark, examinee.status, least)
    except RefusedError:
        return False
    return (result.mark, result.passed) == (examinee.mark, bool(examinee.passed))


def _account(reading: Reading, account: LearningAccount) -> Iterator[Refusal]:
    try:
        payable = fund(canonical.made(FundingInput, account.asked)).payable
    except RefusedError:
        payable = None
    if payable != account.payable_cents:
        yield refusal("check.learning_account", case=reading.get(RecognitionCase, account.case_id).number)
