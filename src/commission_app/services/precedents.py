"""Precedents: what was decided before on the same course, occupation or training, and its mapping as a proposal."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import Case, Claim, RecognitionCase
from commission_app.models.decision import Decision, DecisionLine
from commission_app.models.evidence import EvidenceItem, EvidenceLink
from commission_app.models.standard import Outcome, Unit
from commission_app.rules.collation import sort_key
from commission_app.rules.precedents import Practice, Precedent, departure, practice
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.store.work import Reading, Work

OPEN = (CaseState.RECEIVED, CaseState.ADMITTED, CaseState.DOCUMENTED)


@dataclass(frozen=True)
class UnitPractice:
    """What was done before for one unit of the case with the subject of one item."""

    unit_code: str
    title_lv: str
    title_en: str
    practice: Practice


@dataclass(frozen=True)
class ItemPrecedents:
    """An item of the portfolio whose subject the commission has met before; `links` could be taken over from there."""

    item_id: int
    position: int
    title: str
    subject: str
    units: tuple[UnitPractice, ...]
    links: int


@dataclass(frozen=True)
class PrecedentCard:
    """The precedents of a case, and what stands against taking a mapping over now."""

    items: tuple[ItemPrecedents, ...]
    against: tuple[Refusal, ...]


def precedents(reading: Reading, case_id: int) -> PrecedentCard:
    """What was decided before on the subjects that the applicant shows."""
    case = reading.get(RecognitionCase, case_id)
    units = {str(claim.unit.identity.uid): claim.unit for claim in case.claims}
    known = _practices(reading.session, case)
    items = []
    for item in _items(reading.session, case):
        own = sorted(
            (
                UnitPractice(units[one.unit].code, units[one.unit].title_lv, units[one.unit].title_en, one)
                for one in known
                if one.subject_key == item.subject_key
            ),
            key=lambda one: sort_key(one.unit_code),
        )
        if own:
            links = len(_offered(reading.session, case, item))
            items.append(ItemPrecedents(item.id, item.position, item.title, item.subject, tuple(own), links))
    return PrecedentCard(tuple(items), _against(case))


def departures(
    session: Session, case: RecognitionCase, proposed: Iterable[tuple[str, UnitVerdict | None]]
) -> tuple[Refusal, ...]:
    """Where proposed verdicts, by the uid of the unit, depart from what was done before: a sentence for each."""
    known = _practices(session, case)
    if not known:
        return ()
    units = {str(claim.unit.uid): claim.unit for claim in case.claims}
    found = []
    for uid, verdict in proposed:
        unit = units.get(uid)
        if unit is not None:
            own = [one for one in known if one.unit == str(unit.identity.uid)]
            found.append(departure(verdict, unit.code, own))
    return tuple(one for one in found if one is not None)


def follow(work: Work, case_id: int, item_id: int) -> int:
    """The mapping and the reasons of the latest precedent become a proposal; gives how many links were made.

    What belongs to the person (authentic, current) is left to be judged; links that stand already are left alone.
    Refused: after the portfolio went to scoring was closed, an item without a precedent, or nothing left to take over.
    """
    case = work.lock(RecognitionCase, case_id)
    for reason in _against(case):
        raise RefusedError.of(reason)
    item = work.get(EvidenceItem, item_id)
    if item.case_id != case.id:
        raise RefusedError("precedent.none", at="item_id", title=item.title)
    offered = _offered(work.session, case, item)
    if not offered:
        raise RefusedError("precedent.none", at="item_id", title=item.title)
    for outcome_id, source, number in offered:
        note = f"{number}: {source.note}".rstrip(": ")
        link = EvidenceLink(item_id=item.id, outcome_id=outcome_id, note=note, weight=source.weight)
        link.valid, link.sufficient = source.valid, source.sufficient
        work.add(link)
    work.touch(case)
    work.touch(item)
    return len(offered)


def _against(case: RecognitionCase) -> tuple[Refusal, ...]:
    if case.state in OPEN:
        return ()
    return (refusal("case.scoring_closed", number=case.number),)


def _items(session: Session, case: RecognitionCase) -> list[EvidenceItem]:
    query = select(EvidenceItem).where(
        EvidenceItem.case_id == case.id, EvidenceItem.active.is_(True), EvidenceItem.subject_key != ""
    )
    return list(session.scalars(query.order_by(EvidenceItem.position)))


def _practices(session: Session, case: RecognitionCase) -> tuple[Practice, ...]:
    """What was done before with the subjects of this portfolio for the units asked here, in whatever edition."""
    keys = {item.subject_key for item in _items(session, case)}
    identities = {claim.unit.identity_id: str(claim.unit.identity.uid) for claim in case.claims}
    if not keys or not identities:
        return ()
    query = (
        select(EvidenceItem.subject_key, Unit.identity_id, DecisionLine.verdict, Decision.decided_on, Case.number)
        .join(EvidenceLink, EvidenceLink.item_id == EvidenceItem.id)
        .join(Outcome, Outcome.id == EvidenceLink.outcome_id)
        .join(Unit, Unit.id == Outcome.unit_id)
        .join(Case, Case.id == EvidenceItem.case_id)
        .join(Decision, Decision.case_id == Case.id)
        .join(DecisionLine, (DecisionLine.decision_id == Decision.id) & (DecisionLine.unit_id == Unit.id))
        .where(
            EvidenceItem.subject_key.in_(keys),
            EvidenceItem.active.is_(True),
            Unit.identity_id.in_(identities),
            Decision.state == DecisionState.REGISTERED,
            Case.id != case.id,
        )
        .distinct()
    )
    return practice(
        Precedent(key, identities[identity], verdict, day, number)
        for key, identity, verdict, day, number in session.execute(query)
        if verdict is not None
    )


def _offered(session: Session, case: RecognitionCase, item: EvidenceItem) -> list[tuple[int, EvidenceLink, str]]:
    """The links of the latest case that showed the same subject, by the codes of outcomes; those standing left out."""
    if not item.subject_key:
        return []
    standing = {link.outcome_id for link in item.links}
    here = {
        (claim.unit.identity_id, outcome.code.casefold()): outcome.id
        for claim in case.claims
        for outcome in claim.unit.outcomes
    }
    found: dict[int, tuple[int, EvidenceLink, str]] = {}
    for link, identity, code, number in session.execute(_mapped(item, case)).all():
        outcome_id = here.get((identity, code.casefold()))
        if outcome_id is not None and outcome_id not in standing:
            found.setdefault(outcome_id, (outcome_id, link, number))
    return [found[key] for key in sorted(found)]


def _mapped(item: EvidenceItem, case: RecognitionCase) -> Select[EvidenceLink, int, str, str]:
    return (
        select(EvidenceLink, Unit.identity_id, Outcome.code, Case.number)
        .join(EvidenceItem, EvidenceItem.id == EvidenceLink.item_id)
        .join(Outcome, Outcome.id == EvidenceLink.outcome_id)
        .join(Unit, Unit.id == Outcome.unit_id)
        .join(Claim, (Claim.unit_id == Unit.id) & (Claim.case_id == EvidenceItem.case_id))
        .join(Case, Case.id == EvidenceItem.case_id)
        .join(Decision, Decision.case_id == Case.id)
        .where(
            EvidenceItem.subject_key == item.subject_key,
            EvidenceItem.active.is_(True),
            EvidenceItem.case_id != case.id,
            Decision.state == DecisionState.REGISTERED,
        )
        .order_by(Decision.decided_on.desc(), Case.id.desc(), EvidenceLink.id)
    )
