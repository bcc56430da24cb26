"""Evidence held against learning outcomes: the links with their citation and the four qualities judged in them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.evidence import EvidenceItem, EvidenceLink
from commission_app.models.standard import Outcome
from commission_app.rules.sufficiency import check_weight
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.store.work import Work


@dataclass(frozen=True)
class LinkEntry:
    """A link as it is to stand: what is held against which outcome, where, how judged, and how heavy it weighs."""

    item_id: int
    outcome_id: int
    citation: str = ""
    note: str = ""
    valid: Judgement = Judgement.NOT_JUDGED
    authentic: Judgement = Judgement.NOT_JUDGED
    current: Judgement = Judgement.NOT_JUDGED
    sufficient: Judgement = Judgement.NOT_JUDGED
    weight: int = 1
    seen: int | None = None


def link(work: Work, item_id: int, outcome_id: int, citation: str = "", note: str = "", seen: int | None = None) -> int:
    """An item is held against a learning outcome, citing the place in it.

    Refused: an outcome that is not asked for, or after scoring was closed. A conflict when the link changed meanwhile.
    """
    item = work.get(EvidenceItem, item_id)
    case = _scorable_case(work, item.case_id)
    if outcome_id not in _asked(work.session, case.id):
        raise RefusedError("evidence.outcome_not_asked", at="outcome_id")
    standing = _standing(work.session, item_id, outcome_id)
    if standing is None:
        standing = EvidenceLink(item_id=item_id, outcome_id=outcome_id)
        work.add(standing)
    elif seen is not None:
        work.lock(EvidenceLink, standing.id, seen)
    standing.citation, standing.note = citation.strip(), note.strip()
    work.session.flush()
    work.about(case.uid)
    return standing.id


def hold(work: Work, entries: tuple[LinkEntry, ...]) -> tuple[tuple[int, int], ...]:
    """Items are held against outcomes exactly as said here, whether linked before or not; all are stored, or none.

    Gives the key and the version of each link. Refused: an outcome that is not asked for, a weight outside 0 to 9, or
    after scoring was closed. A conflict when a link changed since it was seen; one seen absent was seen as 0.
    """
    rows = list[EvidenceLink]()
    asked: dict[int, set[int]] = {}
    for entry in entries:
        check_weight(entry.weight)
        item = work.get(EvidenceItem, entry.item_id)
        if item.case_id not in asked:
            _scorable_case(work, item.case_id)
            asked[item.case_id] = _asked(work.session, item.case_id)
        if entry.outcome_id not in asked[item.case_id]:
            raise RefusedError("evidence.outcome_not_asked", at="outcome_id")
        row = _standing(work.session, entry.item_id, entry.outcome_id)
        if row is None:
            row = EvidenceLink(item_id=entry.item_id, outcome_id=entry.outcome_id)
            work.add(row)
        else:
            work.lock(EvidenceLink, row.id, entry.seen)
        row.citation, row.note, row.weight = entry.citation.strip(), entry.note.strip(), entry.weight
        for quality in Quality:
            setattr(row, quality.value, getattr(entry, quality.value))
        rows.append(row)
    work.session.flush()
    return tuple((row.id, row.version) for row in rows)


def unlink(work: Work, link_id: int, seen: int | None) -> None:
    """An item is no longer held against an outcome."""
    _scorable_case(work, work.get(EvidenceLink, link_id).item.case_id)
    work.remove([work.lock(EvidenceLink, link_id, seen)])


def judge(work: Work, link_ids: tuple[int, ...], qualities: dict[Quality, Judgement]) -> None:
    """The four qualities (valid, authentic, current, sufficient) of one or many links are judged."""
    if not link_ids:
        raise RefusedError("evidence.nothing_ticked", at="items")
    _scorable_case(work, work.get(EvidenceLink, link_ids[0]).item.case_id)
    for link_id in sorted(link_ids):
        row = work.lock(EvidenceLink, link_id)
        for quality, judgement in qualities.items():
            setattr(row, quality.value, judgement)


def _asked(session: Session, case_id: int) -> set[int]:
    """The outcomes a case asks for."""
    query = select(Outcome.id).join(Claim, Claim.unit_id == Outcome.unit_id).where(Claim.case_id == case_id)
    return set(session.scalars(query))


def _standing(session: Session, item_id: int, outcome_id: int) -> EvidenceLink | None:
    query = select(EvidenceLink).where(EvidenceLink.item_id == item_id, EvidenceLink.outcome_id == outcome_id)
    return session.scalars(query).one_or_none()


def _scorable_case(work: Work, case_id: int) -> RecognitionCase:
    """The case of a link: read, not locked, so that two assessors never collide; closing the scoring locks it."""
    case = work.get(RecognitionCase, case_id)
    if case.state not in (CaseState.RECEIVED, CaseState.ADMITTED, CaseState.DOCUMENTED):
        raise RefusedError("case.scoring_closed", number=case.number)
    work.about(case.uid)
    return case
