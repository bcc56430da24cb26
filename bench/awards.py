"""Ten thousand awards of sixty units beside a bare loop over the same figures, and the answer to a supposition."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from bench.sides import Line

if TYPE_CHECKING:
    from commission_app.rules.credits import AwardInput

Counted = TypeVar("Counted")
MANY, UNITS, OUTCOMES = 10_000, 60, 4
KINDS, ROUNDS = 20, 3
# An award names for every unit the verdict, the rule, the law and what would change it; the peer adds figures up.
AIM, WHAT_IF = ">=1500", "<=50"


def measure() -> list[Line]:
    """Awards a second, and milliseconds of one answer."""
    from commission_app.rules.credits import compute

    given = [case(kind) for kind in range(KINDS)]
    figures = [_figures(one) for one in given]
    ours, peer = 0.0, 0.0
    for _ in range(ROUNDS):  # by turns, and the best of each, so that a busy minute of the machine hits neither
        ours = max(ours, _a_second(compute, given))
        peer = max(peer, _a_second(_bare, figures))
    return [
        Line("10,000 awards of 60 units", ours, peer, "/s", AIM, "bare loop"),
        Line("answer to a supposition, 60 units, 200 pieces of evidence", _answer(), None, "ms", WHAT_IF),
    ]


def case(kind: int) -> "AwardInput":
    """One of the cases: sixty units of four outcomes, of which some fall short."""
    from commission_app.rules.credits import AwardInput, CreditRules, LegalReference, OutcomeInput, UnitInput
    from commission_app.rules.quantities import Credits
    from commission_app.rules.vocabulary.case import Procedure
    from commission_app.rules.vocabulary.provision import ProvisionKey
    from commission_app.rules.vocabulary.scoring import OutcomeResult
    from commission_app.rules.vocabulary.standard import CreditUnit

    law = LegalReference("Noteikumi Nr. 505", "Regulation No. 505", date(2018, 8, 14))
    units = tuple(
        UnitInput(
            f"u{n}",
            f"K{n:03}",
            f"Kurss {n}",
            Credits.of(3 + n % 4, CreditUnit.ECTS),
            tuple(OutcomeInput(f"u{n}.{m}", f"K{n:03}.{m}") for m in range(OUTCOMES)),
        )
        for n in range(UNITS)
    )
    results = {
        row.uid: OutcomeResult.NOT_MET if (at * 7 + kind) % 11 == 0 else OutcomeResult.MET
        for at, row in enumerate(row for one in units for row in one.outcomes)
    }
    rules = CreditRules(
        allow_partial=bool(kind % 2),
        ceiling_percent=75,
        programme_credits=Credits.of(240, CreditUnit.ECTS),
        legal={ProvisionKey.LEGAL_BASIS.value: law},
    )
    return AwardInput(date(2026, 11, 20), Procedure.HIGHER_EDUCATION, units, results, rules=rules)


def _figures(given: "AwardInput") -> list[tuple[Fraction, list[bool]]]:
    """What the peer is given: the worth of each unit, and whether each outcome is met."""
    from commission_app.rules.vocabulary.scoring import OutcomeResult

    return [
        (one.credits.value, [given.results[row.uid] is OutcomeResult.MET for row in one.outcomes])
        for one in given.units
        if one.credits is not None
    ]


def _bare(units: Sequence[tuple[Fraction, list[bool]]]) -> Fraction:
    """The sum alone: what a spreadsheet would do, without one reason."""
    total = sum((worth for worth, met in units if all(met)), Fraction(0))
    return min(total, Fraction(180))


def _answer() -> float:
    """Milliseconds of the slowest of twenty answers, each asked for three times: a busy machine is not its fault."""
    from commission_app.rules.sufficiency import LinkFacts
    from commission_app.rules.vocabulary.evidence import Judgement
    from commission_app.rules.what_if import Basis, EvidenceFacts, Supposition, suppose

    given = case(0)
    outcomes = [row.uid for one in given.units for row in one.outcomes]
    evidence = tuple(
        EvidenceFacts(
            f"e{n}",
            f"Pierādījums {n}",
            True,
            tuple(LinkFacts(f"e{n}", uid, sufficient=Judgement.YES) for uid in outcomes[n % 20 :: 20]),
        )
        for n in range(200)
    )
    basis = Basis(given, evidence)
    asked = [Supposition(turned=frozenset(f"e{n}" for n in range(at, 200, 20))) for at in range(20)]
    return max(min(_seconds(lambda: suppose(basis, one)) for _ in range(ROUNDS)) for one in asked) * 1000  # noqa: B023


def _a_second(count: Callable[[Counted], object], given: Sequence[Counted]) -> float:
    """How many are counted in a second of one core; like a check of all that is stored, it keeps none of them."""

    def all_of_them() -> None:
        for at in range(MANY):
            count(given[at % KINDS])

    return MANY / _seconds(all_of_them, time.process_time)


def _seconds(act: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    began = clock()
    act()
    return clock() - began
