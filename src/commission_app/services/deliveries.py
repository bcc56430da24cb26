"""The way of papers to the applicant: sent, notified by the days of the law, come back; the contest term."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.delivery import Delivery
from commission_app.rules import notification
from commission_app.rules.deadlines import contest_until
from commission_app.rules.notification import NoticeTerms
from commission_app.rules.vocabulary.delivery import DeliveryChannel, DeliveryStand, ReturnReason
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import addressees, deadlines, letters, provisions, sendables
from commission_app.services.addressees import Addressee
from commission_app.services.letters import LetterLine
from commission_app.services.sendables import Sendable
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class DeliveryForm:
    """What is asked when a paper is sent."""

    subject_uid: UUID
    channel: DeliveryChannel
    recipient: str
    address: str
    sent_on: date
    item_number: str = ""
    note: str = ""


@dataclass(frozen=True)
class DeliveryLine:
    """One sending as the page of the case lists it."""

    id: int
    version: int
    paper: Sendable | None
    channel: DeliveryChannel
    recipient: str
    address: str
    sent_on: date
    item_number: str
    notified_on: date | None
    returned_on: date | None
    return_reason: ReturnReason | None
    stand: DeliveryStand
    note: str
    against_return: tuple[Refusal, ...]
    sent_again: bool


@dataclass(frozen=True)
class DeliveryCard:
    """Everything sent and to be sent of a case: papers, letters, sendings, to whom, and until when one may contest."""

    papers: tuple[Sendable, ...]
    letters: tuple[LetterLine, ...]
    sent: tuple[DeliveryLine, ...]
    addressee: Addressee
    notified_on: date | None
    contest_until: date | None


def of_case(reading: Reading, case_id: int) -> DeliveryCard:
    """What was sent of a case, the newest first, and what can be sent."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    papers = sendables.of_case(reading.session, case_id)
    by_uid = {paper.uid: paper for paper in papers}
    query = select(Delivery).where(Delivery.case_id == case_id).order_by(Delivery.id.desc())
    rows = reading.session.scalars(query).all()
    newest = {row.subject_uid: row.id for row in reversed(rows)}
    notified, until = _contest(reading.session, case)
    return DeliveryCard(
        papers,
        letters.of_case(reading, case_id),
        tuple(
            _line(row, by_uid.get(row.subject_uid), reading.today, again=newest[row.subject_uid] != row.id)
            for row in rows
        ),
        addressees.of_case(reading.session, case, reading.today),
        notified,
        until,
    )


def send(work: Work, case_id: int, form: DeliveryForm) -> int:
    """A paper of a case is sent; when it counts as notified follows from the way it goes.

    Refused: what is not signed or is annulled, without recipient or address, a registered item without its number,
    a day before the paper or after today.
    """
    case = work.lock(Case, case_id)
    paper = next((one for one in sendables.of_case(work.session, case_id) if one.uid == form.subject_uid), None)
    if paper is None:
        raise RefusedError("delivery.subject", number=case.number)
    _check(work, paper, form)
    calendar = deadlines.calendar(work.session, form.sent_on)
    row = Delivery(
        case_id=case_id,
        letter_id=paper.letter_id,
        subject_uid=paper.uid,
        channel=form.channel,
        recipient=form.recipient.strip(),
        address=form.address.strip(),
        sent_on=form.sent_on,
        item_number=form.item_number.strip(),
        notified_on=notification.notified_on(form.channel, form.sent_on, _terms(work.session, case, form), calendar),
        note=form.note.strip(),
    )
    work.add(row)
    work.about(case.uid, paper.uid)
    work.session.flush()
    return row.id


def notified(work: Work, delivery_id: int, seen: int, on: date) -> None:
    """The day of notification is known: it was handed over, or received and confirmed.

    Refused: a day before it was sent, or what came back.
    """
    row = work.lock(Delivery, delivery_id, seen)
    _require_under_way(row)
    if on < row.sent_on:
        raise RefusedError("delivery.notified_on", at="on", day=on, sent=row.sent_on)
    row.notified_on = on
    work.about(row.case.uid, row.subject_uid)


def came_back(work: Work, delivery_id: int, seen: int, on: date, reason: ReturnReason, note: str = "") -> None:
    """A sent paper came back; a registered letter that was not collected counts as notified all the same.

    Refused: a day before it was sent or after today, or what came back already.
    """
    row = work.lock(Delivery, delivery_id, seen)
    _require_under_way(row)
    if not row.sent_on <= on <= work.today:
        raise RefusedError("delivery.returned_on", at="on", day=on, sent=row.sent_on)
    row.returned_on, row.return_reason = on, reason
    row.note = note.strip() or row.note
    if not notification.stays_notified(row.channel, reason):
        row.notified_on = None
    work.about(row.case.uid, row.subject_uid)


def contested_until(session: Session, case: Case, decision_uid: UUID) -> tuple[date | None, date | None]:
    """The day a decision counts as notified, and the last day on which it may be contested; nothing before that."""
    day = session.scalar(
        select(Delivery.notified_on)
        .where(Delivery.subject_uid == decision_uid, Delivery.notified_on.is_not(None))
        .order_by(Delivery.notified_on)
        .limit(1)
    )
    if day is None:
        return None, None
    months = provisions.number(session, ProvisionKey.CONTEST_TERM_MONTHS, case.procedure, day)
    return day, contest_until(day, months, deadlines.calendar(session, day))


def _contest(session: Session, case: RecognitionCase) -> tuple[date | None, date | None]:
    decision = sendables.latest_decision(session, case.id)
    return (None, None) if decision is None else contested_until(session, case, decision.uid)


def _check(work: Work, paper: Sendable, form: DeliveryForm) -> None:
    if paper.against:
        raise RefusedError.of(paper.against[0])
    if not form.recipient.strip():
        raise RefusedError("delivery.no_recipient", at="recipient")
    if not form.address.strip() and form.channel not in notification.WITHOUT_ADDRESS:
        raise RefusedError("delivery.no_address", at="address")
    if not form.item_number.strip() and form.channel is DeliveryChannel.REGISTERED_POST:
        raise RefusedError("delivery.no_item_number", at="item_number")
    if not paper.day <= form.sent_on <= work.today:
        raise RefusedError("delivery.sent_on", at="sent_on", day=form.sent_on, made=paper.day)


def _terms(session: Session, case: Case, form: DeliveryForm) -> NoticeTerms:
    return NoticeTerms(
        provisions.number(session, ProvisionKey.POST_NOTIFIED_DAYS, case.procedure, form.sent_on),
        provisions.number(session, ProvisionKey.MAIL_NOTIFIED_DAYS, case.procedure, form.sent_on),
    )


def _require_under_way(row: Delivery) -> None:
    if row.returned_on is not None:
        raise RefusedError("delivery.returned", day=row.returned_on)


def stand_of(row: Delivery, today: date) -> DeliveryStand:
    """How far a sent paper has come on a day."""
    if row.notified_on is not None:
        return DeliveryStand.NOTIFIED if row.notified_on <= today else DeliveryStand.UNDER_WAY
    return DeliveryStand.RETURNED if row.returned_on is not None else DeliveryStand.UNDER_WAY


def _line(row: Delivery, paper: Sendable | None, today: date, *, again: bool) -> DeliveryLine:
    against = (refusal("delivery.returned", day=row.returned_on),) if row.returned_on is not None else ()
    return DeliveryLine(
        row.id,
        row.version,
        paper,
        row.channel,
        row.recipient,
        row.address,
        row.sent_on,
        row.item_number,
        row.notified_on,
        row.returned_on,
        row.return_reason,
        stand_of(row, today),
        row.note,
        against,
        again,
    )
