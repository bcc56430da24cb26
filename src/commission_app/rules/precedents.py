"""What was done before with the same course, occupation or training, and whether a proposal departs from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from commission_app.errors import Refusal, refusal
from commission_app.rules.vocabulary.scoring import UnitVerdict


@dataclass(frozen=True, slots=True)
class Precedent:
    """One unit decided before for somebody who showed the same subject."""

    subject_key: str
    unit: str
    verdict: UnitVerdict
    decided_on: date
    case_number: str


@dataclass(frozen=True, slots=True)
class Practice:
    """How often a subject was recognised for a unit, fully, partly or not, and when last."""

    subject_key: str
    unit: str
    times: int
    full: int
    partly: int
    refused: int
    tested: int
    last_on: date
    last_case: str
    usual: UnitVerdict


def practice(precedents: Iterable[Precedent]) -> tuple[Practice, ...]:
    """The precedents counted by subject and unit; one case counts once for a unit."""
    grouped: dict[tuple[str, str], dict[str, Precedent]] = {}
    for one in precedents:
        grouped.setdefault((one.subject_key, one.unit), {})[one.case_number] = one
    return tuple(_counted(list(group.values())) for _, group in sorted(grouped.items()))


def departure(proposed: UnitVerdict | None, unit_code: str, known: Iterable[Practice]) -> Refusal | None:
    """The sentence that a proposal departs from what was done before; none where it follows it, or nothing is known.

    Where several subjects of a portfolio have a practice for the unit, following any of them is no departure.
    """
    practices = [one for one in known if one.times]
    if proposed is None or not practices or any(one.usual is proposed for one in practices):
        return None
    latest = max(practices, key=lambda one: (one.last_on, one.last_case))
    return refusal(
        "precedent.departs",
        unit=unit_code,
        proposed=proposed,
        usual=latest.usual,
        times=_times(latest, latest.usual),
        total=latest.times,
        last=latest.last_on,
        case=latest.last_case,
    )


def _counted(group: list[Precedent]) -> Practice:
    ordered = sorted(group, key=lambda one: (one.decided_on, one.case_number))
    last = ordered[-1]
    counts = {verdict: sum(one.verdict is verdict for one in group) for verdict in UnitVerdict}
    most = max(counts.values())
    often = [verdict for verdict, count in counts.items() if count == most]
    # Where two verdicts are equally usual, the later practice is the living one.
    usual = next(one.verdict for one in reversed(ordered) if one.verdict in often)
    return Practice(
        last.subject_key,
        last.unit,
        len(group),
        counts[UnitVerdict.RECOGNISED],
        counts[UnitVerdict.PARTLY],
        counts[UnitVerdict.REFUSED],
        counts[UnitVerdict.TEST],
        last.decided_on,
        last.case_number,
        usual,
    )


def _times(known: Practice, verdict: UnitVerdict) -> int:
    return {
        UnitVerdict.RECOGNISED: known.full,
        UnitVerdict.PARTLY: known.partly,
        UnitVerdict.REFUSED: known.refused,
        UnitVerdict.TEST: known.tested,
    }[verdict]
