"""What the applicant may still do for a unit that was not recognised: what is asked, by when, and at what price."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.score import UnitReview
from commission_app.models.standard import Unit
from commission_app.rules.credits import Award, AwardLine
from commission_app.rules.fees import FeeFacts, fee
from commission_app.rules.price_lists import PriceFacts
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.services import fee_state
from commission_app.store import at_hand

_REVIEWS = select(UnitReview)

HOPELESS = ("change.nothing", "change.never")
"""What would change a line that nothing changes."""


@dataclass(frozen=True)
class UnitOffer:
    """What was asked in addition by which day; the price of the unit alone in cents, none where no list holds."""

    requirement: str
    requirement_by: date | None
    priced_on: date
    cents: int | None


def of_decision(session: Session, decision: Decision, award: Award) -> Mapping[str, UnitOffer]:
    """By unit: what stands open for each one that was not recognised and may still be."""
    case = session.get_one(RecognitionCase, decision.case_id)
    asked = {one.unit_id: one for one in at_hand.all_of(session, _REVIEWS, UnitReview.case_id, case.id)}
    units = {str(row.unit.uid): row.unit for row in decision.lines if row.unit is not None}
    lists = fee_state.price_lists(session)
    return {
        line.unit_uid: _offer(case, unit, asked.get(unit.id), decision.decided_on, lists)
        for line in award.unit_lines
        if _open(line) and (unit := units.get(line.unit_uid)) is not None
    }


def _open(line: AwardLine) -> bool:
    return line.verdict is not UnitVerdict.RECOGNISED and line.would_change not in HOPELESS


def _offer(
    case: RecognitionCase, unit: Unit, review: UnitReview | None, day: date, lists: tuple[PriceFacts, ...]
) -> UnitOffer:
    """The price is that of an application for this unit only, by the list in force on the day of the decision."""
    facts = FeeFacts(
        procedure=case.procedure,
        day=day,
        standard_id=case.edition.standard_id,
        area=case.edition.thematic_area,
        lists=lists,
        group=1,
        credits=unit.credits or 0,
        units=1,
    )
    return UnitOffer(
        review.requirement if review is not None else "",
        review.requirement_by if review is not None else None,
        day,
        fee(facts).total,
    )
