"""Evidence of earlier cases of the same person is laid into a new one; what was judged of it then is not."""

from dataclasses import dataclass

from sqlalchemy import func, select

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceFile, EvidenceItem
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.services.evidence import open_case
from commission_app.store.work import Reading, Work

_COPIED = (
    "kind",
    "title",
    "issuer",
    "issued_on",
    "language",
    "note",
    "copy_certified",
    "copy_certified_by",
    "translation",
    "translator",
    "details",
    "subject",
    "subject_key",
)


@dataclass(frozen=True)
class EarlierItem:
    """An item of an earlier case that could be laid in again."""

    id: int
    case_number: str
    kind: EvidenceKind
    title: str
    files: int
    here: bool


def offered(reading: Reading, case_id: int) -> tuple[EarlierItem, ...]:
    """The active items of the person's other cases, the latest case first; those that are here already are marked."""
    case = reading.get(RecognitionCase, case_id)
    query = (
        select(EvidenceItem, RecognitionCase.number)
        .join(RecognitionCase, RecognitionCase.id == EvidenceItem.case_id)
        .where(RecognitionCase.person_id == case.person_id, RecognitionCase.id != case.id)
        .where(EvidenceItem.active.is_(True))
        .order_by(RecognitionCase.received_on.desc(), EvidenceItem.position)
    )
    here = _here(reading, case)
    return tuple(
        EarlierItem(item.id, number, item.kind, item.title, len(item.files), _mark(item, number) in here)
        for item, number in reading.session.execute(query).all()
    )


def lay_in(work: Work, case_id: int, item_ids: tuple[int, ...]) -> int:
    """Items of earlier cases are laid into this portfolio with the same files; gives how many.

    Refused: after the portfolio was closed, nothing ticked, an item of somebody else.
    """
    case = open_case(work, case_id)
    if not item_ids:
        raise RefusedError("evidence.nothing_ticked", at="items")
    last = work.session.scalar(select(func.max(EvidenceItem.position)).where(EvidenceItem.case_id == case.id)) or 0
    here = _here(work, case)
    laid = 0
    for key in item_ids:
        source = work.get(EvidenceItem, key)
        if source.case.person_id != case.person_id or source.case_id == case.id:
            raise RefusedError("evidence.of_somebody_else", at="items", title=source.title)
        if _mark(source, source.case.number) in here:
            continue
        laid += 1
        copy = EvidenceItem(case_id=case.id, position=last + laid, from_case_number=source.case.number)
        for name in _COPIED:
            setattr(copy, name, getattr(source, name))
        work.add(copy)
        work.session.flush()
        work.add(
            *(
                EvidenceFile(
                    item_id=copy.id,
                    blob_id=file.blob_id,
                    name=file.name,
                    media_type=file.media_type,
                    pages=file.pages,
                )
                for file in source.files
            )
        )
    work.touch(case)
    return laid


def _here(reading: Reading, case: RecognitionCase) -> set[tuple[str, str, str]]:
    own = reading.session.scalars(select(EvidenceItem).where(EvidenceItem.case_id == case.id))
    return {_mark(item, item.from_case_number) for item in own if item.from_case_number}


def _mark(item: EvidenceItem, number: str) -> tuple[str, str, str]:
    return number, item.kind.value, item.title
