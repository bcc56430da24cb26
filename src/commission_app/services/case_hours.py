"""The hours of one case, counted where the price list's own do not fit it."""

from dataclasses import dataclass

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.fee import CaseHours as HoursRow
from commission_app.rules.hour_prices import CaseHours, check_hours, reckoned
from commission_app.rules.price_lists import in_force
from commission_app.rules.vocabulary.fee import PriceKind
from commission_app.services import fee_state
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class HoursCard:
    """The hours a case is charged for, and those the price list reckons with; `against` stands against counting."""

    case_id: int
    version: int
    hours: CaseHours
    reckoned: CaseHours
    counted: bool
    against: tuple[Refusal, ...]


def of_case(reading: Reading, case_id: int) -> HoursCard:
    """The hours a case is charged for now."""
    case = reading.get(RecognitionCase, case_id)
    facts = fee_state.facts_of(reading.session, case, fee_state.price_lists(reading.session))
    found = in_force(facts.lists, facts.procedure, facts.standard_id, facts.area, facts.day)
    by_hours = found is not None and found.kind is PriceKind.BY_HOURS
    norm = reckoned(found.hours, facts.units) if found is not None else CaseHours(0, 0, 0)
    against = () if by_hours else (refusal("fee.not_by_hours", day=facts.day),)
    return HoursCard(case.id, case.version, facts.hours or norm, norm, facts.hours is not None, against)


def count(work: Work, case_id: int, seen: int, hours: CaseHours) -> None:
    """The hours of a case are counted, with the reason.

    Refused: no price by hours is in force, hours that are no quarters or none at all, or no reason.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    against = of_case(work, case.id).against
    if against:
        raise RefusedError.of(against[0])
    check_hours(("consultation", hours.consultation), ("assessment", hours.assessment))
    check_hours(("commission", hours.commission))
    if not hours.all:
        raise RefusedError("price.no_hours", at="consultation")
    if not hours.reason.strip():
        raise RefusedError("fee.hours_without_reason", at="reason")
    row = work.session.scalars(select(HoursRow).where(HoursRow.case_id == case.id)).one_or_none()
    if row is None:
        row = HoursRow(case_id=case.id)
        work.add(row)
    row.consultation, row.assessment, row.commission = hours.consultation, hours.assessment, hours.commission
    row.reason = hours.reason.strip()
    work.touch(case)


def forget(work: Work, case_id: int, seen: int) -> None:
    """The hours of the price list hold again; the chain keeps what was counted."""
    case = work.lock(RecognitionCase, case_id, seen)
    work.remove(list(work.session.scalars(select(HoursRow).where(HoursRow.case_id == case.id))))
    work.touch(case)
