"""What a certificate rests on: the registered decision of its case, or the exam its holder passed."""

from sqlalchemy import select

from commission_app.models.decision import Decision
from commission_app.models.exam import Exam, Examinee
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.store.work import Reading


def decision_behind(reading: Reading, case_id: int) -> Decision:
    """The registered decision a statement rests on: the newest that was not replaced."""
    query = select(Decision).where(Decision.case_id == case_id, Decision.state == DecisionState.REGISTERED)
    return reading.session.scalars(query.order_by(Decision.id.desc()).limit(1)).one()


def examinee_behind(reading: Reading, case_id: int) -> Examinee:
    """The passed exam a certificate of qualification rests on."""
    query = select(Examinee).join(Exam).where(Examinee.case_id == case_id, Examinee.passed.is_(True), Exam.closed)
    return reading.session.scalars(query.order_by(Examinee.id.desc())).one()
