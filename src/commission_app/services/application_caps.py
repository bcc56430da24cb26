"""How often and for how much a person may apply, and until when an edition takes applications."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.person import Person
from commission_app.models.standard import Edition
from commission_app.rules.vocabulary.case import CaseState, Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import provisions


def check(
    session: Session, person: Person, edition: Edition, procedure: Procedure, received_on: date, units: int
) -> None:
    """Refuses an application beyond what the institution allows a person in a year, or after the edition's last day."""
    last = edition.last_applications_on
    if last is not None and received_on > last:
        raise RefusedError("application.closed_for_applications", at="received_on", day=last)
    most = _most(session, ProvisionKey.APPLICATIONS_PER_YEAR, procedure, received_on)
    own = (
        select(func.count(RecognitionCase.id))
        .join(Edition, Edition.id == RecognitionCase.edition_id)
        .where(RecognitionCase.person_id == person.id, RecognitionCase.year == received_on.year)
        .where(RecognitionCase.state != CaseState.WITHDRAWN)
    )
    count = session.scalar(own.where(Edition.standard_id == edition.standard_id)) or 0
    if most is not None and count >= most:
        raise RefusedError("application.too_many_in_year", at="edition_id", count=count, most=most)
    most = _most(session, ProvisionKey.UNITS_PER_YEAR, procedure, received_on)
    claimed = (
        select(func.count(Claim.id))
        .join(RecognitionCase, RecognitionCase.id == Claim.case_id)
        .where(RecognitionCase.person_id == person.id, RecognitionCase.year == received_on.year)
        .where(RecognitionCase.state != CaseState.WITHDRAWN)
    )
    asked = (session.scalar(claimed) or 0) + units
    if most is not None and asked > most:
        raise RefusedError("application.too_many_units", at="unit_ids", count=asked, most=most)


def _most(session: Session, key: ProvisionKey, procedure: Procedure, day: date) -> int | None:
    try:
        value = provisions.provision(session, key, procedure, day).reading
    except RefusedError:
        return None
    return value if isinstance(value, int) else None
