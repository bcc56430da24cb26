"""The scales on which outcomes are scored: what a typed value is, in thousandths, and what result it comes to."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.quantities import MARKS, parse_decimal
from commission_app.rules.vocabulary.scoring import OutcomeResult, ScaleKind

LEVELS = range(1, 9)
_WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale with what it takes: the pass mark of the procedure, and the percents of the points for met and partly."""

    kind: ScaleKind = ScaleKind.RESULT
    pass_mark: int = 4
    met_percent: int = 60
    partly_percent: int = 40

    @property
    def takes_values(self) -> bool:
        """Whether an assessor gives a number from which the result follows."""
        return self.kind is not ScaleKind.RESULT


PLAIN = Scale()
"""In words: met, partly met, not met."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The result a value comes to, and why."""

    result: OutcomeResult
    why: Refusal


def as_points(thousandths: int) -> Decimal:
    """Thousandths as the number people read."""
    number = Decimal(thousandths) / _WHOLE
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def typed(scale: Scale, text: str, maximum: int | None) -> int:
    """The value a person typed, with a decimal comma or point. Refused: whatever the scale does not have."""
    exact = Fraction(parse_decimal(text)) * _WHOLE
    if exact.denominator != 1:
        raise RefusedError("scale.too_fine", at="value")
    value = int(exact)
    check(scale, value, maximum)
    return value


def check(scale: Scale, value: int, maximum: int | None) -> None:
    """A value lies on the scale; refused otherwise."""
    match scale.kind:
        case ScaleKind.RESULT:
            raise RefusedError("scale.no_values", at="value")
        case ScaleKind.MARK:
            if value % _WHOLE or value // _WHOLE not in MARKS:
                raise RefusedError("scale.mark_range", at="value", value=as_points(value))
        case ScaleKind.DIGCOMP:
            if value % _WHOLE or value // _WHOLE not in LEVELS:
                raise RefusedError("scale.level_range", at="value", value=as_points(value))
            if maximum is None:
                raise RefusedError("scale.no_wanted_level", at="value")
        case ScaleKind.POINTS:
            if not maximum or maximum < 0:
                raise RefusedError("scale.no_maximum", at="value")
            if not 0 <= value <= maximum:
                raise RefusedError("scale.points_range", at="value", value=as_points(value), maximum=as_points(maximum))


def judged(scale: Scale, value: int, maximum: int | None) -> Judged:
    """The result of a value on its scale; one step below what is wanted, or the lower percent, is met in part."""
    check(scale, value, maximum)
    if scale.kind is ScaleKind.POINTS:
        return _by_percent(scale, value, maximum or 1)
    wanted = scale.pass_mark if scale.kind is ScaleKind.MARK else (maximum or 0) // _WHOLE
    given = value // _WHOLE
    result = _stepped(given, wanted)
    if scale.kind is ScaleKind.MARK:
        return Judged(result, refusal("scale.by_mark", given=given, wanted=wanted, result=result))
    return Judged(result, refusal("scale.by_level", given=given, wanted=wanted, result=result))


def least_met(scale: Scale, maximum: int | None) -> int | None:
    """The lowest value that counts as met; none where the scale has no values or the outcome no maximum."""
    match scale.kind:
        case ScaleKind.MARK:
            return scale.pass_mark * _WHOLE
        case ScaleKind.DIGCOMP:
            return maximum
        case ScaleKind.POINTS if maximum is not None:
            return -(-maximum * scale.met_percent // 100)
        case _:
            return None


def _stepped(given: int, wanted: int) -> OutcomeResult:
    if given >= wanted:
        return OutcomeResult.MET
    return OutcomeResult.PARTLY if given == wanted - 1 else OutcomeResult.NOT_MET


def _by_percent(scale: Scale, value: int, maximum: int) -> Judged:
    percent = Fraction(value * 100, maximum)
    if percent >= scale.met_percent:
        result = OutcomeResult.MET
    else:
        result = OutcomeResult.PARTLY if percent >= scale.partly_percent else OutcomeResult.NOT_MET
    why = refusal(
        "scale.by_points",
        given=as_points(value),
        maximum=as_points(maximum),
        wanted=scale.met_percent,
        result=result,
    )
    return Judged(result, why)
