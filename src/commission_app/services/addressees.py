"""To whom the papers of a case go: the representative who receives, else the applicant, with the addresses."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.models.application import Representative
from commission_app.models.case import RecognitionCase
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.delivery import DeliveryChannel
from commission_app.services import people

_CHANNELS = {
    Channel.E_ADDRESS: DeliveryChannel.E_ADDRESS,
    Channel.EMAIL: DeliveryChannel.EMAIL,
    Channel.IN_PERSON: DeliveryChannel.IN_PERSON,
}


@dataclass(frozen=True)
class Addressee:
    """Who receives, the postal address, the e-mail, and the way the answer was asked for."""

    name: str
    address: str
    email: str
    channel: DeliveryChannel
    acts_for: bool = False
    """Whether this is somebody who acts for the applicant."""


def of_case(session: Session, case: RecognitionCase, day: date) -> Addressee:
    """Who receives the papers of a case on a day."""
    wanted = DeliveryChannel.REGISTERED_POST
    if case.answer_channel is not None:
        wanted = _CHANNELS.get(case.answer_channel, wanted)
    person = case.person
    acting = session.scalars(
        select(Representative)
        .where(Representative.case_id == case.id, Representative.receives)
        .where(Representative.valid_until.is_(None) | (Representative.valid_until >= day))
        .where(Representative.document_date.is_(None) | (Representative.document_date <= day))
        .order_by(Representative.id)
        .limit(1)
    ).first()
    if acting is None:
        return Addressee(people.full_name(people.name_on(person, day)), person.address, person.email, wanted)
    contact = acting.contact.strip()
    mail = next((part.strip(",;<>()") for part in contact.split() if "@" in part), "")
    return Addressee(acting.name, "" if contact == mail else contact, mail, wanted, acts_for=True)
