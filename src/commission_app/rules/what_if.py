"""What if: an award, the remaining study and the fee as they would be on a supposition; nothing of it is a finding."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import floor
from types import MappingProxyType

from commission_app.rules import fees
from commission_app.rules.credits import Award, AwardInput, OutcomeInput, compute
from commission_app.rules.fees import Fee, FeeFacts
from commission_app.rules.quantities import Credits
from commission_app.rules.sufficiency import LinkFacts, support
from commission_app.rules.vocabulary.scoring import OutcomeResult

_STEPS = (OutcomeResult.NOT_MET, OutcomeResult.PARTLY, OutcomeResult.MET)


def _no_results() -> Mapping[str, OutcomeResult]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """One piece of evidence as a supposition may drop or add it; the outcomes in its links are named by their uid."""

    uid: str
    title: str
    active: bool
    links: tuple[LinkFacts, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What stands: what the award is computed from, the evidence behind it, and what the fee depends on."""

    given: AwardInput
    evidence: tuple[EvidenceFacts, ...] = ()
    limit_years: int | None = None
    fee: FeeFacts | None = None


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is supposed otherwise: results by outcome, evidence dropped or added, courses ticked off.

    `carried` are the units for which one more sufficient piece of evidence is supposed.
    """

    results: Mapping[str, OutcomeResult] = field(default_factory=_no_results)
    turned: frozenset[str] = frozenset()
    """Evidence that is dropped where it stands, and added where it does not."""
    courses_off: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is supposed."""
        return bool(self.results or self.turned or self.courses_off or self.carried)


@dataclass(frozen=True, slots=True)
class Supposed:
    """What would follow: the award, the results it rests on, outcomes that lost their support, and the fee."""

    award: Award
    results: Mapping[str, OutcomeResult]
    unsupported: frozenset[str]
    fee: Fee | None


def suppose(basis: Basis, supposition: Supposition) -> Supposed:
    """What would follow from a supposition. Refused: what the computation itself refuses."""
    results, unsupported = _results(basis, supposition)
    kept = tuple(study for study in basis.given.studies if study.key not in supposition.courses_off)
    given = replace(basis.given, results=results, values=_values(basis.given, results), studies=kept)
    award = compute(given)
    return Supposed(award, results, unsupported, fee_of(basis.fee, award.total))


def fee_of(facts: FeeFacts | None, recognised: Credits) -> Fee | None:
    """The fee if so much were recognised; only a price for what is recognised follows it (`fees.charged_credits`)."""
    if facts is None:
        return None
    thousandths = floor(recognised.value * 1000 + Fraction(1, 2))
    return fees.fee(replace(facts, recognised=thousandths))


def raised(result: OutcomeResult | None) -> OutcomeResult:
    """The next better result of an outcome; what was to be tested, or is not agreed, becomes met."""
    if result not in _STEPS:
        return OutcomeResult.MET
    return _STEPS[min(_STEPS.index(result) + 1, len(_STEPS) - 1)]


def lowered(result: OutcomeResult | None) -> OutcomeResult:
    """The next worse result of an outcome; what was to be tested, or is not agreed, becomes not met."""
    if result not in _STEPS:
        return OutcomeResult.NOT_MET
    return _STEPS[max(_STEPS.index(result) - 1, 0)]


def _results(basis: Basis, supposition: Supposition) -> tuple[dict[str, OutcomeResult], frozenset[str]]:
    """The results supposed: what is said of an outcome itself stands above what follows from its evidence."""
    carried = {row.uid for one in basis.given.units if one.uid in supposition.carried for row in one.outcomes}
    lost, gained = _turned(basis, supposition.turned)
    results = dict(basis.given.results)
    results.update(dict.fromkeys(gained | carried, OutcomeResult.MET))
    unsupported = lost - carried
    results.update(dict.fromkeys(unsupported, OutcomeResult.NOT_MET))
    results.update(supposition.results)
    return results, unsupported - frozenset(supposition.results)


def _turned(basis: Basis, turned: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The outcomes asked for that lose what carries them, and those that evidence would carry only now."""
    if not turned:
        return frozenset(), frozenset()
    lost, gained = set[str](), set[str]()
    asked = {row.uid for one in basis.given.units for row in one.outcomes}
    touched = {link.outcome_code for one in basis.evidence if one.uid in turned for link in one.links} & asked
    standing = _by_outcome([one for one in basis.evidence if one.active], touched)
    supposed = _by_outcome([one for one in basis.evidence if one.active is not (one.uid in turned)], touched)
    for uid in touched:
        before, after = standing.get(uid, []), supposed.get(uid, [])
        stood = support(before, basis.limit_years, basis.given.day).supported
        stands = support(after, basis.limit_years, basis.given.day).supported
        if (stood and not stands) or (before and not after):
            lost.add(uid)
        elif stands and not stood:
            gained.add(uid)
    return frozenset(lost), frozenset(gained)


def _by_outcome(evidence: Iterable[EvidenceFacts], touched: Set[str]) -> dict[str, list[LinkFacts]]:
    found: dict[str, list[LinkFacts]] = {}
    for one in evidence:
        for link in one.links:
            if link.outcome_code in touched:
                found.setdefault(link.outcome_code, []).append(link)
    return found


def _values(given: AwardInput, results: Mapping[str, OutcomeResult]) -> dict[str, int]:
    """The values that still hold: an outcome with another result brings what that result brings of its points."""
    found = dict(given.values)
    for one in given.units:
        for row in one.outcomes:
            if row.uid in found and results.get(row.uid) is not given.results.get(row.uid):
                value = _value(row, results.get(row.uid), one.aggregation.partly_percent)
                found.pop(row.uid)
                if value is not None:
                    found[row.uid] = value
    return found


def _value(row: OutcomeInput, result: OutcomeResult | None, partly_percent: int) -> int | None:
    if result is OutcomeResult.PARTLY and row.maximum is not None:
        return row.maximum * partly_percent // 100
    return row.maximum if result is OutcomeResult.MET else None
