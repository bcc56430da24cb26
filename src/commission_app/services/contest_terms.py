"""How decisions reached their applicants, for the register: the last sending, the notification, the contest term."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.models.case import Case
from commission_app.models.delivery import Delivery
from commission_app.rules.deadlines import contest_until
from commission_app.rules.provisions import in_force
from commission_app.rules.vocabulary.delivery import DeliveryChannel
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import deadlines, provisions


@dataclass(frozen=True)
class Sent:
    """The last sending of a decision; the first notification of it, and until when it may be contested."""

    sent_on: date
    channel: DeliveryChannel
    item_number: str
    notified_on: date | None = None
    contest_until: date | None = None


def of_decisions(session: Session, subjects: Collection[UUID]) -> dict[UUID, Sent]:
    """What was sent of these decisions, by their uids."""
    rows = session.execute(
        select(Delivery, Case.procedure)
        .join(Case, Case.id == Delivery.case_id)
        .where(Delivery.subject_uid.in_(subjects))
        .order_by(Delivery.id)
    ).all()
    if not rows:
        return {}
    rules, found, days = provisions.rules(session), dict[UUID, Sent](), dict[UUID, date]()
    for row, procedure in rows:
        if row.notified_on is not None:
            days[row.subject_uid] = min(row.notified_on, days.get(row.subject_uid, row.notified_on))
        day, until = days.get(row.subject_uid), None
        if day is not None:
            months = in_force(rules, ProvisionKey.CONTEST_TERM_MONTHS, procedure, day).reading
            until = contest_until(day, months if isinstance(months, int) else 0, deadlines.calendar(session, day))
        found[row.subject_uid] = Sent(row.sent_on, row.channel, row.item_number, day, until)
    return found
