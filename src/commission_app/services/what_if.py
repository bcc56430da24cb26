"""What if, for a case or for an item of a sitting: what stands is gathered once, each supposition is counted on it."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceItem
from commission_app.models.sitting import AgendaItem
from commission_app.rules.credits import Award, AwardInput
from commission_app.rules.evidence_details import shows_attendance_only
from commission_app.rules.fees import Fee
from commission_app.rules.sufficiency import LinkFacts
from commission_app.rules.what_if import Basis, EvidenceFacts, Supposed, Supposition, fee_of, suppose
from commission_app.services import credits, decisions, fee_state
from commission_app.services.conflict_bars import require_unbarred
from commission_app.services.evidence import currency_years
from commission_app.store.work import Reading


@dataclass(frozen=True)
class OutcomeName:
    """An outcome as a person knows it."""

    code: str
    text_lv: str
    text_en: str


@dataclass(frozen=True)
class UnitName:
    """A unit as a person knows it, with its outcomes by uid in the order of the standard."""

    uid: str
    code: str
    title_lv: str
    title_en: str
    outcomes: tuple[tuple[str, OutcomeName], ...]


@dataclass(frozen=True)
class WhatIfCard:
    """What stands now, to suppose upon: the basis, its award and fee, and the names of units and outcomes."""

    case_id: int
    number: str
    basis: Basis
    award: Award
    fee: Fee | None
    units: tuple[UnitName, ...]


def of_case(reading: Reading, case_id: int) -> WhatIfCard:
    """What stands for a case now."""
    require_unbarred(reading, case_id)
    case = reading.get(RecognitionCase, case_id)
    return _card(reading, case, credits.award_input(reading.session, case))


def of_item(reading: Reading, item_id: int) -> WhatIfCard:
    """What stands for an item of a sitting, with the commission's departures."""
    item = reading.get(AgendaItem, item_id)
    require_unbarred(reading, item.case_id)
    case = reading.get(RecognitionCase, item.case_id)
    return _card(reading, case, decisions.proposal_input(reading.session, item))


def answer(reading: Reading, basis: Basis, supposition: Supposition) -> Supposed:
    """What would follow; nothing is stored. Refused: what the computation itself refuses."""
    return suppose(basis, supposition)


def _card(reading: Reading, case: RecognitionCase, given: AwardInput) -> WhatIfCard:
    reading.opened.add(case.person.uid)
    session = reading.session
    fee = fee_state.facts_of(session, case, fee_state.price_lists(session))
    basis = Basis(given, _evidence(reading, case), currency_years(session, case), fee)
    award = suppose(basis, Supposition()).award
    units = tuple(
        UnitName(
            str(claim.unit.uid),
            claim.unit.code,
            claim.unit.title_lv,
            claim.unit.title_en,
            tuple((str(row.uid), OutcomeName(row.code, row.text_lv, row.text_en)) for row in claim.unit.outcomes),
        )
        for claim in case.claims
    )
    return WhatIfCard(case.id, case.number, basis, award, fee_of(fee, award.total), units)


def _evidence(reading: Reading, case: RecognitionCase) -> tuple[EvidenceFacts, ...]:
    """The evidence of a case in its order; what was replaced or withdrawn stands last, to be added on trial."""
    query = select(EvidenceItem).where(EvidenceItem.case_id == case.id).order_by(EvidenceItem.position)
    items = reading.session.scalars(query.options(selectinload(EvidenceItem.links)))
    uids = {row.id: str(row.uid) for claim in case.claims for row in claim.unit.outcomes}
    found = [EvidenceFacts(str(item.uid), item.title, item.active, _links(item, uids)) for item in items]
    return tuple(sorted(found, key=lambda one: not one.active))


def _links(item: EvidenceItem, uids: dict[int, str]) -> tuple[LinkFacts, ...]:
    attendance = shows_attendance_only(item.kind, item.details)
    return tuple(
        LinkFacts(
            str(item.uid),
            uids[row.outcome_id],
            row.valid,
            row.authentic,
            row.current,
            row.sufficient,
            row.weight,
            item.issued_on,
            attendance,
        )
        for row in item.links
        if row.outcome_id in uids
    )
