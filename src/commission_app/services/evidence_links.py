"""Evidence held against learning outcomes: the links with their citation and the four qualities judged in them."""

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.evidence import EvidenceItem, EvidenceLink
from commission_app.models.standard import Outcome
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.store.work import Work


def link(work: Work, item_id: int, outcome_id: int, citation: str = "", note: str = "", seen: int | None = None) -> int:
    """An item is held against a learning outcome, citing the place in it.

    Refused: an outcome that is not asked for, or after scoring was closed. A conflict when the link changed meanwhile.
    """
    item = work.get(EvidenceItem, item_id)
    case = _scorable_case(work, item.case_id)
    asked = select(Outcome.id).join(Claim, Claim.unit_id == Outcome.unit_id).where(Claim.case_id == case.id)
    if outcome_id not in set(work.session.scalars(asked)):
        raise RefusedError("evidence.outcome_not_asked", at="outcome_id")
    standing = work.session.scalars(
        select(EvidenceLink).where(EvidenceLink.item_id == item_id, EvidenceLink.outcome_id == outcome_id)
    ).one_or_none()
    if standing is None:
        standing = EvidenceLink(item_id=item_id, outcome_id=outcome_id)
        work.add(standing)
    elif seen is not None:
        work.lock(EvidenceLink, standing.id, seen)
    standing.citation, standing.note = citation.strip(), note.strip()
    work.session.flush()
    work.about(case.uid)
    return standing.id


def link_many(work: Work, pairs: tuple[tuple[int, int], ...], citation: str = "", note: str = "") -> int:
    """Items are held against several outcomes at once, citing the same place; gives how many links there are.

    Refused as a single link is; then nothing is stored.
    """
    return len([link(work, item_id, outcome_id, citation, note) for item_id, outcome_id in pairs])


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


def _scorable_case(work: Work, case_id: int) -> RecognitionCase:
    """The case of a link: read, not locked, so that two assessors never collide; closing the scoring locks it."""
    case = work.get(RecognitionCase, case_id)
    if case.state not in (CaseState.RECEIVED, CaseState.ADMITTED, CaseState.DOCUMENTED):
        raise RefusedError("case.scoring_closed", number=case.number)
    work.about(case.uid)
    return case
