"""Everything a sitting rests on, read at once: sixty papers and entries then ask the database for little more."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.commission import Commission
from commission_app.models.decision import Decision
from commission_app.models.person import Person
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.models.standard import Edition, Unit
from commission_app.store import at_hand


def lay_out(session: Session, sitting_id: int) -> None:
    """Reads a sitting with its commission, items, votes, cases, applicants, units and decisions, and keeps them."""
    items = select(AgendaItem.case_id).where(AgendaItem.sitting_id == sitting_id)
    lay_out_cases(session, session.scalars(items).all())


def lay_out_cases(session: Session, case_ids: Sequence[int]) -> None:
    """Reads cases with all that their items and decisions say."""
    at_hand.keep(session)
    cases = session.scalars(
        select(RecognitionCase)
        .where(RecognitionCase.id.in_(case_ids))
        .options(
            selectinload(RecognitionCase.person).options(
                selectinload(Person.names), selectinload(Person.codes), selectinload(Person.documents)
            ),
            selectinload(RecognitionCase.claims).selectinload(Claim.unit).selectinload(Unit.outcomes),
        )
    ).all()
    editions = {case.edition_id for case in cases}
    whole = selectinload(Edition.units).options(selectinload(Unit.outcomes), selectinload(Unit.identity))
    session.scalars(
        select(Edition).where(Edition.id.in_(editions)).options(selectinload(Edition.standard), whole)
    ).all()
    items = _lay_out_items(session, case_ids)
    decisions = session.scalars(
        select(Decision)
        .where(Decision.case_id.in_(case_ids))
        .options(selectinload(Decision.lines), selectinload(Decision.slips))
    ).all()
    at_hand.together(
        session,
        {
            "case_id": case_ids,
            "person_id": {case.person_id for case in cases},
            "item_id": items,
            "subject_uid": [decision.uid for decision in decisions],
        },
    )


def _lay_out_items(session: Session, case_ids: Sequence[int]) -> list[int]:
    items = session.scalars(
        select(AgendaItem)
        .where(AgendaItem.case_id.in_(case_ids))
        .options(
            selectinload(AgendaItem.recusals),
            selectinload(AgendaItem.votes),
            selectinload(AgendaItem.departures),
            selectinload(AgendaItem.papers_taken),
            selectinload(AgendaItem.secret_count),
        )
    ).all()
    session.scalars(
        select(Sitting)
        .where(Sitting.id.in_({item.sitting_id for item in items}))
        .options(
            selectinload(Sitting.items),
            selectinload(Sitting.attendance),
            selectinload(Sitting.commission).selectinload(Commission.members),
        )
    ).all()
    return [item.id for item in items]
