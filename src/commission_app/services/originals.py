"""Originals and copies: what was compared is given back, and whose word stands under a copy."""

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceItem
from commission_app.store.work import Work


def give_back(work: Work, case_id: int, item_ids: tuple[int, ...]) -> int:
    """The originals of the ticked items were given back to the applicant; gives how many.

    Refused: nothing ticked, or an original that was never compared.
    """
    rows = _ticked(work, case_id, item_ids)
    for item in rows:
        if item.compared_at is None:
            raise RefusedError("evidence.not_compared", title=item.title)
        item.original_returned = True
    return len(rows)


def certify(work: Work, case_id: int, item_ids: tuple[int, ...], by: str) -> int:
    """The copies of the ticked items bear "KOPIJA PAREIZA" with somebody's signature; gives how many.

    Refused: nothing ticked, or nobody named.
    """
    rows = _ticked(work, case_id, item_ids)
    if not by.strip():
        raise RefusedError("evidence.nobody_certified", at="by")
    for item in rows:
        item.copy_certified, item.copy_certified_by = True, by.strip()
    return len(rows)


def clear(work: Work, case_id: int, item_ids: tuple[int, ...]) -> int:
    """The ticked items were marked by mistake: neither compared nor certified; the chain keeps what stood there."""
    rows = _ticked(work, case_id, item_ids)
    for item in rows:
        item.compared_at, item.compared_by, item.original_returned = None, "", False
        item.copy_certified, item.copy_certified_by = False, ""
    return len(rows)


def _ticked(work: Work, case_id: int, item_ids: tuple[int, ...]) -> list[EvidenceItem]:
    case = work.lock(RecognitionCase, case_id)
    if not item_ids:
        raise RefusedError("evidence.nothing_ticked", at="items")
    chosen = select(EvidenceItem).where(EvidenceItem.case_id == case.id, EvidenceItem.id.in_(item_ids))
    rows = list(work.session.scalars(chosen.order_by(EvidenceItem.id).with_for_update()))
    work.about(*(item.uid for item in rows))
    work.touch(case)
    return rows
