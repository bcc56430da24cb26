"""What the units of a certificate were recognised on: the evidence held against their outcomes, without secrets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceItem, EvidenceLink
from commission_app.models.standard import Outcome, Unit
from commission_app.rules.certificate_record import RecordGround, RecordUnit
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.store.work import Reading
from commission_app.wording.words import word

_LEARNING = frozenset(
    {
        EvidenceKind.CERTIFICATE,
        EvidenceKind.TRANSCRIPT,
        EvidenceKind.OUTSIDE_COURSE,
        EvidenceKind.DIGITAL_CREDENTIAL,
        EvidenceKind.FOREIGN_STATEMENT,
    }
)
"""Papers about learning are named by their title; of all others only the kind leaves the house."""
_NO_GROUND = frozenset({EvidenceKind.IDENTITY, EvidenceKind.PAYMENT, EvidenceKind.TRANSLATION})


def grounded(
    reading: Reading, case: RecognitionCase, units: Sequence[RecordUnit]
) -> tuple[tuple[RecordUnit, ...], tuple[RecordGround, ...]]:
    """The units, each with what it was recognised on, and all of that by itself."""
    found = _items(reading, case)
    said = tuple(replace(unit, grounds=tuple(str(item.uid) for item in found.get(unit.uid, ()))) for unit in units)
    items = {str(item.uid): item for unit in units for item in found.get(unit.uid, ())}
    return said, tuple(_ground(item) for item in items.values())


def _items(reading: Reading, case: RecognitionCase) -> Mapping[str, Sequence[EvidenceItem]]:
    """By the uid of each unit: the evidence held against its outcomes, in the order of the portfolio."""
    wanted = (
        select(Unit.uid, EvidenceItem)
        .join(Outcome, Outcome.unit_id == Unit.id)
        .join(EvidenceLink, EvidenceLink.outcome_id == Outcome.id)
        .join(EvidenceItem, EvidenceItem.id == EvidenceLink.item_id)
        .where(EvidenceItem.case_id == case.id, EvidenceItem.active, EvidenceItem.kind.not_in(_NO_GROUND))
        .order_by(EvidenceItem.position, EvidenceItem.id)
    )
    found: dict[str, dict[int, EvidenceItem]] = {}
    for uid, item in reading.session.execute(wanted):
        found.setdefault(str(uid), {})[item.id] = item
    return {uid: tuple(items.values()) for uid, items in found.items()}


def _ground(item: EvidenceItem) -> RecordGround:
    return RecordGround(
        uid=str(item.uid),
        kind=Said(word(LATVIAN, item.kind), word(ENGLISH, item.kind)),
        title=item.title if item.kind in _LEARNING else "",
        issuer=item.issuer,
        day=item.issued_on,
    )
