"""What the data themselves say of conformity: of a programme by its units, of a certificate by its record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commission_app.errors import Refusal, refusal
from commission_app.rules.certificate_record import CertificateRecord, RecordElements, RecordUnit
from commission_app.rules.conformity import Measured, Meter
from commission_app.rules.microcredential import Profile
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.microcredential import Conformity, Criterion, QualityKind, Stackability
from commission_app.rules.vocabulary.standard import CreditUnit, StandardKind

_FULL, _NEARLY, _PARTLY, _RARELY, _NOT = Conformity
SMALLEST_DEGREE = Credits.of(120, CreditUnit.ECTS)
"""The least size of a higher education qualification, that of the short cycle."""


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """What is known of a programme: its units as a certificate would say them, and how it is assured."""

    kind: StandardKind
    units: tuple[RecordUnit, ...]
    whole: bool
    """Whether all units of the standard are in it, so that it comes to the whole qualification."""
    level: int | None
    accredited: bool
    profile: Profile | None = None


def of_programme(facts: ProgrammeFacts) -> Mapping[Criterion, Measured]:
    """What the data of a programme settle; the rest is for a person to judge."""
    found = [
        _below_degree(credits_of(facts.units)),
        _below_qualification(facts),
        _outcomes(facts.units),
        _credits(facts.units),
        _assessment(bool(facts.profile and facts.profile.assessment)),
        _level(facts.level, facts.profile is None or facts.profile.level_applies),
        _accreditation(facts),
    ]
    if facts.kind is StandardKind.PROFESSION_STANDARD:
        found.append(_said(Criterion.LABOUR_MARKET, _FULL, refusal("conformity.profession_standard")))
    if facts.profile is not None:
        found += [
            _said(Criterion.CERTIFIED, _FULL, refusal("conformity.microcredential_issued")),
            _stacks(facts.profile.stackability or ""),
        ]
    return {one.criterion: one for one in found if one is not None}


def of_issue(record: CertificateRecord) -> Meter:
    """The meter of one certificate: what the paper itself says, and nothing that is only known elsewhere."""
    held = record.elements or RecordElements()
    size = (
        Credits.from_thousandths(record.credits, record.credit_unit) if record.credits and record.credit_unit else None
    )
    qualifies = record.kind is CertificateKind.QUALIFICATION
    found = [
        _below_degree(size or credits_of(record.units)),
        _said(Criterion.BELOW_QUALIFICATION, _NOT, refusal("conformity.is_qualification"))
        if qualifies
        else _said(Criterion.BELOW_QUALIFICATION, _FULL, refusal("conformity.below_qualification")),
        _said(Criterion.CERTIFIED, _FULL, refusal("conformity.issued", number=record.number, day=record.issued_on)),
        _outcomes(record.units),
        _assessment(bool(held.assessment) or record.basis.exam),
        _credits(record.units),
        _level(record.level, held.level_applies),
        _stacks(held.stackability),
        _quality(held.quality, bool(record.accreditation)),
    ]
    by = {one.criterion: one for one in found if one is not None}
    return Meter(tuple(by.get(criterion, Measured(criterion, None)) for criterion in Criterion))


def credits_of(units: Sequence[RecordUnit]) -> Credits | None:
    """The size of units together, in ECTS; nothing where a unit has no credits that can be counted so."""
    sizes = [
        Credits.from_thousandths(unit.credits, unit.credit_unit) if unit.credits and unit.credit_unit else None
        for unit in units
    ]
    counted = [size for size in sizes if size is not None and size.unit in (CreditUnit.ECTS, CreditUnit.KP)]
    if not counted or len(counted) < len(units):
        return None
    return Credits.total((size.convert(CreditUnit.ECTS) for size in counted), CreditUnit.ECTS)


def _said(criterion: Criterion, step: Conformity, reason: Refusal) -> Measured:
    return Measured(criterion, step, reason)


def _below_degree(size: Credits | None) -> Measured | None:
    if size is None or size.unit not in (CreditUnit.ECTS, CreditUnit.KP):
        return None
    size = size.convert(CreditUnit.ECTS)
    below = size.value < SMALLEST_DEGREE.value
    reason = (
        refusal("conformity.below_degree", size=size, least=SMALLEST_DEGREE)
        if below
        else refusal("conformity.as_large_as_degree", size=size, least=SMALLEST_DEGREE)
    )
    return _said(Criterion.BELOW_DEGREE, _FULL if below else _NOT, reason)


def _below_qualification(facts: ProgrammeFacts) -> Measured | None:
    if facts.kind is not StandardKind.PROFESSION_STANDARD:
        return None
    if facts.whole:
        return _said(Criterion.BELOW_QUALIFICATION, _NOT, refusal("conformity.is_qualification"))
    return _said(Criterion.BELOW_QUALIFICATION, _FULL, refusal("conformity.below_qualification"))


def _outcomes(units: Sequence[RecordUnit]) -> Measured:
    criterion = Criterion.SAYS_OUTCOMES
    without = [unit.code for unit in units if not unit.outcomes]
    if not units or len(without) == len(units):
        return _said(criterion, _NOT, refusal("conformity.no_outcomes"))
    if without:
        return _said(criterion, _PARTLY, refusal("conformity.some_outcomes", units=tuple(without)))
    if any(not outcome.text.en for unit in units for outcome in unit.outcomes):
        return _said(criterion, _NEARLY, refusal("conformity.outcomes_latvian"))
    return _said(criterion, _FULL, refusal("conformity.outcomes"))


def _credits(units: Sequence[RecordUnit]) -> Measured:
    criterion = Criterion.SAYS_CREDITS
    kinds = {unit.credit_unit for unit in units if unit.credits}
    some = [unit.code for unit in units if not unit.credits]
    if kinds == {CreditUnit.ECTS} and not some:
        return _said(criterion, _FULL, refusal("conformity.credits"))
    if kinds & {CreditUnit.KP, CreditUnit.ECVET, CreditUnit.ECTS} and not some:
        return _said(criterion, _NEARLY, refusal("conformity.credits_convertible"))
    if kinds or any(unit.hours for unit in units):
        return _said(criterion, _PARTLY, refusal("conformity.some_credits"))
    return _said(criterion, _NOT, refusal("conformity.no_credits"))


def _assessment(stated: bool) -> Measured:
    criterion = Criterion.SAYS_ASSESSMENT
    if stated:
        return _said(criterion, _FULL, refusal("conformity.assessment"))
    return _said(criterion, _PARTLY, refusal("conformity.no_assessment"))


def _level(level: int | None, applies: bool) -> Measured:
    criterion = Criterion.SAYS_LEVEL
    if level is not None:
        return _said(criterion, _FULL, refusal("conformity.level", level=level))
    if not applies:
        return _said(criterion, _FULL, refusal("conformity.level_not_needed"))
    return _said(criterion, _NOT, refusal("conformity.no_level"))


def _stacks(stated: str) -> Measured | None:
    if stated == Stackability.STACKABLE:
        return _said(Criterion.STACKABLE, _FULL, refusal("conformity.stackable"))
    if stated == Stackability.STAND_ALONE:
        return _said(Criterion.STACKABLE, _PARTLY, refusal("conformity.stands_alone"))
    return None


def _accreditation(facts: ProgrammeFacts) -> Measured | None:
    quality = facts.profile.quality if facts.profile and facts.profile.quality else ""
    return _quality(quality, facts.accredited)


def _quality(stated: str, accredited: bool) -> Measured | None:
    if accredited:
        return _said(Criterion.QUALITY, _FULL, refusal("conformity.accredited"))
    if not stated:
        return None
    internal = stated == QualityKind.INTERNAL
    return _said(Criterion.QUALITY, _PARTLY if internal else _NEARLY, refusal("conformity.quality_stated"))
