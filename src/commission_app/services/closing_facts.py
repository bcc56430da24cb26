"""What is not finished when the year of a book is closed: carried over by its number, never a reason not to close."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from sqlalchemy import select

from commission_app.models.appeal import Appeal
from commission_app.models.case import Case
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision, ProceduralDecision
from commission_app.models.delivery import Letter
from commission_app.models.exam import Exam
from commission_app.models.sitting import Sitting
from commission_app.rules.vocabulary.appeal import AppealState
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.rules.workflow import is_open
from commission_app.services import fee_lists
from commission_app.store.work import Reading


def carried_over(reading: Reading, book: Book, year: int) -> tuple[str, ...]:
    """The numbers (or days, where there is no number yet) of what goes on into the next year."""
    gather = _OPEN.get(book)
    return tuple(gather(reading, date(year, 12, 31))) if gather is not None else ()


def _applications(reading: Reading, until: date) -> Iterable[str]:
    rows = select(Case.number, Case.state).where(Case.received_on <= until).order_by(Case.number_key)
    return [number for number, state in reading.session.execute(rows) if is_open(state)]


def _decisions(reading: Reading, until: date) -> Iterable[str]:
    found: list[str] = []
    for noun in (Decision, ProceduralDecision):
        drafts = select(noun.number).where(noun.state == DecisionState.DRAFT, noun.decided_on <= until)
        found += reading.session.scalars(drafts.order_by(noun.id))
    return found


def _certificates(reading: Reading, until: date) -> Iterable[str]:
    waiting = select(Certificate.number).where(
        Certificate.state == CertificateState.ISSUED, Certificate.handed_on.is_(None), Certificate.issued_on <= until
    )
    return reading.session.scalars(waiting.order_by(Certificate.id))


def _exams(reading: Reading, until: date) -> Iterable[str]:
    rows = select(Exam.protocol_number, Exam.held_on).where(~Exam.closed, Exam.held_on <= until).order_by(Exam.held_on)
    return [number or day.isoformat() for number, day in reading.session.execute(rows)]


def _appeals(reading: Reading, until: date) -> Iterable[str]:
    under_way = Appeal.state.in_((AppealState.RECEIVED, AppealState.SENT))
    return reading.session.scalars(
        select(Appeal.number).where(under_way, Appeal.received_on <= until).order_by(Appeal.id)
    )


def _minutes(reading: Reading, until: date) -> Iterable[str]:
    rows = select(Sitting.held_on).where(Sitting.state != SittingState.CLOSED, Sitting.held_on <= until)
    return [day.isoformat() for day in reading.session.scalars(rows.order_by(Sitting.held_on))]


def _letters(reading: Reading, until: date) -> Iterable[str]:
    waiting = select(Letter.number, Letter.title).where(
        Letter.answer_until.is_not(None), Letter.answered_on.is_(None), Letter.written_on <= until
    )
    return [number or title for number, title in reading.session.execute(waiting.order_by(Letter.id))]


def _payments(reading: Reading, until: date) -> Iterable[str]:
    return [line.number for line in fee_lists.balances(reading, until.year) if line.owing]


_OPEN: Mapping[Book, Callable[[Reading, date], Iterable[str]]] = {
    Book.APPLICATIONS: _applications,
    Book.DECISIONS: _decisions,
    Book.CERTIFICATES: _certificates,
    Book.EXAMS: _exams,
    Book.APPEALS: _appeals,
    Book.MINUTES: _minutes,
    Book.LETTERS: _letters,
    Book.PAYMENTS: _payments,
}
