"""How a unit's outcomes become its verdict, as data: all, mandatory, a share, points, or a minimum for each part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules import canonical
from commission_app.rules.scales import as_points
from commission_app.rules.scoring import UnitStanding, check_share, unit_standing
from commission_app.rules.vocabulary.scoring import AggregationKind, OutcomeResult, UnitRule, UnitVerdict

UNIT_RULES = {
    AggregationKind.ALL: UnitRule.ALL,
    AggregationKind.MANDATORY: UnitRule.MANDATORY,
    AggregationKind.SHARE: UnitRule.SHARE,
}
_LEAST = 1000


@dataclass(frozen=True, slots=True)
class SectionMinimum:
    """The points, in thousandths, that one part of the unit must reach by itself."""

    section: str
    points: int


@dataclass(frozen=True, slots=True)
class Aggregation:
    """The rule of an edition or a unit; points in thousandths, percents as whole numbers.

    `met_percent` and `partly_percent` say from which share of an outcome's maximum points it is met, or met in part.
    """

    kind: AggregationKind = AggregationKind.BY_RULE
    share_percent: int = 100
    points_needed: int = 0
    required_codes: tuple[str, ...] = ()
    section_minimums: tuple[SectionMinimum, ...] = ()
    met_percent: int = 60
    partly_percent: int = 40


PLAIN = Aggregation()
"""No rule of its own: the provisions in force say when a unit is reached."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One outcome as the rule looks at it: its points and their maximum in thousandths, and its part of the unit."""

    code: str
    mandatory: bool = True
    weight: int = 1
    result: OutcomeResult | None = None
    value: int | None = None
    maximum: int | None = None
    section: str = ""

    @property
    def most(self) -> int:
        """The points the outcome can bring; one nobody gave a maximum brings its weight."""
        return self.maximum if self.maximum is not None else max(self.weight, 0) * _LEAST

    def points(self, *, hoped: bool = False) -> int:
        """The points it brings: what was given, or all of it where it is met; with hope, also what a test may bring."""
        if self.result is OutcomeResult.MET or (hoped and self.result is OutcomeResult.TO_TEST):
            return self.most if self.value is None or self.result is OutcomeResult.TO_TEST else self.value
        return self.value or 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a unit is reached, and every reason why it is not."""

    unit: UnitStanding
    missing: tuple[Refusal, ...]


def written(aggregation: Aggregation) -> str:
    """The rule as canonical text; the provisions in force need no text."""
    return "" if aggregation == PLAIN else canonical.written(aggregation)


def read(text: str) -> Aggregation:
    """The rule from its text. Refused: nonsense, and figures no unit could reach."""
    if not text:
        return PLAIN
    try:
        found = canonical.made(Aggregation, text)
    except ValueError:
        raise RefusedError("aggregation.unreadable", at="aggregation") from None
    check(found)
    return found


def of(edition_text: str, unit_text: str) -> Aggregation:
    """The rule that holds for a unit: its own, or else its edition's."""
    return read(unit_text or edition_text)


def check(aggregation: Aggregation) -> None:
    """A rule has figures that can be reached and says what its kind needs."""
    check_share(aggregation.share_percent)
    if not 0 <= aggregation.partly_percent <= aggregation.met_percent <= 100:
        raise RefusedError("aggregation.thresholds", at="met_percent")
    if aggregation.points_needed < 0 or any(part.points < 0 for part in aggregation.section_minimums):
        raise RefusedError("aggregation.negative_points", at="points_needed")
    if aggregation.kind is AggregationKind.POINTS and not aggregation.points_needed:
        raise RefusedError("aggregation.points_needed", at="points_needed")
    if aggregation.kind is AggregationKind.PART_MINIMUM and not aggregation.section_minimums:
        raise RefusedError("aggregation.sections_needed", at="section_minimums")


def described(aggregation: Aggregation) -> tuple[Refusal, ...]:
    """The rule in sentences: what a unit needs under it."""
    needed = [_kind(aggregation)]
    needed += [refusal("aggregation.requires", outcome=code) for code in aggregation.required_codes]
    needed += [
        refusal("aggregation.section_needs", section=part.section, points=as_points(part.points))
        for part in aggregation.section_minimums
    ]
    return tuple(needed)


def unreachable(aggregation: Aggregation, outcomes: Sequence[Measured]) -> tuple[Refusal, ...]:
    """What no applicant could fulfil: a required outcome or part the unit lacks, more points than it can bring."""
    codes, found = {outcome.code for outcome in outcomes}, list[Refusal]()
    found += [
        refusal("aggregation.no_such_outcome", outcome=code) for code in aggregation.required_codes if code not in codes
    ]
    most = sum(outcome.most for outcome in outcomes)
    if aggregation.kind is AggregationKind.POINTS and aggregation.points_needed > most:
        found.append(refusal("aggregation.too_many", points=as_points(aggregation.points_needed), most=as_points(most)))
    for part in aggregation.section_minimums:
        most = sum(outcome.most for outcome in outcomes if outcome.section == part.section)
        if part.points > most:
            found.append(
                refusal(
                    "aggregation.section_too_many",
                    section=part.section,
                    points=as_points(part.points),
                    most=as_points(most),
                )
            )
    return tuple(found)


def standing(aggregation: Aggregation, rule: UnitRule, share_percent: int, outcomes: Sequence[Measured]) -> Standing:
    """The verdict proposed for a unit: by its own rule, or where it has none by the provisions in force."""
    if aggregation.kind in (AggregationKind.POINTS, AggregationKind.PART_MINIMUM):
        return _by_points(aggregation, outcomes)
    share = aggregation.share_percent if aggregation.kind is AggregationKind.SHARE else share_percent
    results = [one.result for one in outcomes]
    found = unit_standing(UNIT_RULES.get(aggregation.kind, rule), share, outcomes, results)
    missing = [refusal("aggregation.outcome_missing", outcome=code) for code in found.wanting]
    required = [one for one in _required(aggregation, outcomes) if one.result is not OutcomeResult.MET]
    missing += [
        refusal("aggregation.outcome_missing", outcome=one.code) for one in required if one.code not in found.wanting
    ]
    if required and found.verdict is UnitVerdict.RECOGNISED:
        tests = tuple(one.code for one in required if one.result is OutcomeResult.TO_TEST)
        verdict = UnitVerdict.TEST if len(tests) == len(required) else UnitVerdict.PARTLY
        found = found._replace(verdict=verdict, wanting=tuple(one.code for one in required), to_test=tests)
    if not outcomes:
        missing.append(refusal("aggregation.no_outcomes"))
    return Standing(found, tuple(missing))


def _by_points(aggregation: Aggregation, outcomes: Sequence[Measured]) -> Standing:
    most = sum(one.most for one in outcomes)
    points = min(sum(one.points() for one in outcomes), most)
    missing = tuple(_short(aggregation, outcomes, hoped=False))
    if not missing:
        return Standing(UnitStanding(UnitVerdict.RECOGNISED, points, most), ())
    wanting = tuple(one.code for one in outcomes if one.result is not OutcomeResult.MET)
    to_test = tuple(one.code for one in outcomes if one.result is OutcomeResult.TO_TEST)
    if not any(_short(aggregation, outcomes, hoped=True)):
        verdict = UnitVerdict.TEST
    else:
        verdict = UnitVerdict.PARTLY if points else UnitVerdict.REFUSED
    return Standing(UnitStanding(verdict, points, most, wanting, to_test), missing)


def _short(aggregation: Aggregation, outcomes: Sequence[Measured], *, hoped: bool) -> Iterator[Refusal]:
    """Everything that falls short of the points, of a part's minimum, or of a required outcome."""
    good = (OutcomeResult.MET, OutcomeResult.TO_TEST) if hoped else (OutcomeResult.MET,)
    if not outcomes:
        yield refusal("aggregation.no_outcomes")
    points = sum(one.points(hoped=hoped) for one in outcomes)
    if points < aggregation.points_needed:
        yield refusal(
            "aggregation.points_missing", points=as_points(points), needed=as_points(aggregation.points_needed)
        )
    for part in aggregation.section_minimums:
        points = sum(one.points(hoped=hoped) for one in outcomes if one.section == part.section)
        if points < part.points:
            yield refusal(
                "aggregation.section_missing",
                section=part.section,
                points=as_points(points),
                needed=as_points(part.points),
            )
    for one in _required(aggregation, outcomes):
        if one.result not in good:
            yield refusal("aggregation.outcome_missing", outcome=one.code)


def _required(aggregation: Aggregation, outcomes: Sequence[Measured]) -> list[Measured]:
    return [one for one in outcomes if one.code in aggregation.required_codes]


def _kind(aggregation: Aggregation) -> Refusal:
    match aggregation.kind:
        case AggregationKind.ALL:
            return refusal("aggregation.kind_all")
        case AggregationKind.MANDATORY:
            return refusal("aggregation.kind_mandatory")
        case AggregationKind.SHARE:
            return refusal("aggregation.kind_share", percent=aggregation.share_percent)
        case AggregationKind.POINTS:
            return refusal("aggregation.kind_points", points=as_points(aggregation.points_needed))
        case AggregationKind.PART_MINIMUM:
            return refusal("aggregation.kind_part_minimum")
        case _:
            return refusal("aggregation.kind_by_rule")
