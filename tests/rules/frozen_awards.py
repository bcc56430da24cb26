"""Awards as engine 2 counted them when it was published; a later program must count each of them to the same bytes.

`python -m tests.rules.frozen_awards` wrote `frozen_awards_2.json` once. An engine that has decided cases is never
mended in place: a file of another engine stands beside this one, and this one stays.
"""

import json
import random
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

from commission_app.errors import RefusedError
from commission_app.rules.aggregation import Aggregation
from commission_app.rules.credits import (
    ENGINES,
    AwardInput,
    CreditRules,
    LegalReference,
    OutcomeInput,
    StudyInput,
    UnitInput,
    award_text,
    input_text,
)
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import MarkTransfer
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import AggregationKind, OutcomeResult, Rounding, UnitRule, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit

FILE = Path(__file__).with_name("frozen_awards_2.json")
ENGINE, MANY, SEED = 2, 110, 20261121
MARKS = ("", "10", "8 (ļoti labi)", "7", "4", "3", "ieskaitīts", "neieskaitīts")


def frozen() -> list[dict[str, str]]:
    """The inputs with the awards that were counted from them."""
    found: list[dict[str, str]] = json.loads(FILE.read_text("utf-8"))
    return found


def inputs() -> Iterator[AwardInput]:
    """Cases of every shape, by chance but always the same."""
    chance = random.Random(SEED)
    for number in range(MANY):
        yield _case(chance, number)


def _case(chance: random.Random, number: int) -> AwardInput:
    units = tuple(_unit(chance, f"u{number}.{at}", f"K{at + 1}") for at in range(chance.randint(1, 4)))
    outcomes = [one for unit in units for one in unit.outcomes]
    results = {one.uid: chance.choice(list(OutcomeResult)) for one in outcomes if chance.random() < 0.85}
    values = {one.uid: chance.randint(0, one.maximum) for one in outcomes if one.maximum and one.uid in results}
    uids = [one.uid for one in units]
    studies = tuple(_study(chance, f"c{number}.{at}", uids) for at in range(chance.choice((0, 0, 1, 2, 4))))
    return AwardInput(
        date(2026, 3, 1),
        chance.choice(list(Procedure)),
        units,
        results,
        frozenset(uid for uid in uids if chance.random() < 0.12),
        _rules(chance),
        MappingProxyType({uid: chance.choice(list(UnitVerdict)) for uid in uids if chance.random() < 0.1}),
        studies,
        values,
    )


def _unit(chance: random.Random, uid: str, code: str) -> UnitInput:
    points = chance.random() < 0.3
    outcomes = tuple(
        OutcomeInput(
            f"{uid}.{at}",
            f"{code}.{at}",
            chance.random() < 0.7,
            chance.randint(0, 3),
            chance.choice((5_000, 10_000)) if points else None,
            chance.choice(("teorija", "prakse")) if points else "",
        )
        for at in range(chance.choice((0, 1, 2, 3, 3)))
    )
    own = Aggregation(AggregationKind.ALL) if chance.random() < 0.2 else Aggregation()
    worth = Credits(Fraction(chance.randint(1, 18), 2), chance.choice((CreditUnit.ECTS, CreditUnit.KP)))
    return UnitInput(
        uid,
        code,
        f"Kurss {code}",
        worth if chance.random() < 0.95 else None,
        outcomes,
        chance.random() < 0.08,
        chance.random() > 0.08,
        own,
    )


def _study(chance: random.Random, key: str, uids: list[str]) -> StudyInput:
    unit = chance.choice((CreditUnit.ECTS, CreditUnit.KP, CreditUnit.HOURS))
    scale = 30 if unit is CreditUnit.HOURS else 1
    used = Credits.of(chance.randint(0, 3) * scale, unit) if chance.random() < 0.3 else None
    counts_for = frozenset(chance.sample(uids, chance.randint(1, len(uids))))
    worth = Credits.of(chance.randint(1, 9) * scale, unit)
    return StudyInput(key, f"Agrāks kurss {key}", worth, chance.choice(MARKS), counts_for, used)


def _rules(chance: random.Random) -> CreditRules:
    law = LegalReference("MK 505/2018, 12. p.", "Cabinet Regulation 505/2018, 12", date(2018, 8, 17))
    keys = (ProvisionKey.LEGAL_BASIS, ProvisionKey.UNIT_RULE, ProvisionKey.CEILING_PERCENT, ProvisionKey.ROUNDING)
    return CreditRules(
        unit_rule=chance.choice(list(UnitRule)),
        share_percent=chance.choice((50, 66, 75, 100)),
        accredited_only=chance.random() < 0.5,
        accredited=chance.random() < 0.85,
        allow_partial=chance.random() < 0.5,
        ceiling_percent=chance.choice((None, None, 30, 5)),
        programme_credits=Credits.of(chance.choice((60, 120)), chance.choice((CreditUnit.ECTS, CreditUnit.KP))),
        rounding=chance.choice(list(Rounding)),
        recognised_before=Credits.of(chance.randint(0, 9), CreditUnit.ECTS) if chance.random() < 0.4 else None,
        legal=MappingProxyType({key.value: law for key in keys if chance.random() < 0.6}),
        pass_mark=chance.choice((4, 5)),
        mark_transfer=chance.choice(list(MarkTransfer)),
        minimum_own_percent=chance.choice((None, None, 50, 95)),
        regulated=chance.random() < 0.05,
    )


def write() -> None:
    """Counts every case with the engine and writes what it found; what is refused is left out."""
    found = []
    for given in inputs():
        try:
            found.append({"input": input_text(given), "award": award_text(ENGINES[ENGINE](given))})
        except RefusedError:
            continue
    FILE.write_text(json.dumps(found, ensure_ascii=False, indent=0) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
