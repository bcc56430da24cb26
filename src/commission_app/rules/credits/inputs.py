"""What an award is computed from, and what it consists of: a number never travels without its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from commission_app.rules.aggregation import PLAIN, Aggregation
from commission_app.rules.provisions import LegalReference
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.award import LineKind, MarkTransfer
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.scoring import OutcomeResult, Rounding, UnitRule, UnitVerdict

__all__ = [
    "Award",
    "AwardInput",
    "AwardLine",
    "CreditRules",
    "Fact",
    "LegalReference",
    "OutcomeInput",
    "StudyInput",
    "UnitInput",
]

Fact: TypeAlias = "str | int"


def _no_legal() -> Mapping[str, LegalReference]:
    return MappingProxyType({})


def _no_departures() -> Mapping[str, UnitVerdict]:
    return MappingProxyType({})


def _no_values() -> Mapping[str, int]:
    return MappingProxyType({})


def _no_facts() -> Mapping[str, Fact]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OutcomeInput:
    """One learning outcome of a unit."""

    uid: str
    code: str
    mandatory: bool = True
    weight: int = 1
    maximum: int | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class UnitInput:
    """One unit that is asked for."""

    uid: str
    code: str
    title: str
    credits: Credits | None
    outcomes: tuple[OutcomeInput, ...]
    final_examination: bool = False
    recognisable: bool = True
    aggregation: Aggregation = PLAIN
    """Its own rule of when it is reached; by default the provisions in force."""


@dataclass(frozen=True, slots=True)
class StudyInput:
    """A course of earlier studies: its credits and mark as its document states them, and the units it counts for.

    `used` is what earlier decisions have spent of it; the key names the same course across cases.
    """

    key: str
    title: str
    credits: Credits | None
    mark: str = ""
    counts_for: frozenset[str] = frozenset()
    used: Credits | None = None


@dataclass(frozen=True, slots=True)
class CreditRules:
    """The provisions in force for the case, as far as credits depend on them; `legal` by the key of the rule."""

    unit_rule: UnitRule = UnitRule.ALL
    share_percent: int = 100
    accredited_only: bool = True
    accredited: bool = True
    allow_partial: bool = False
    ceiling_percent: int | None = None
    programme_credits: Credits | None = None
    rounding: Rounding = Rounding.NONE
    recognised_before: Credits | None = None
    legal: Mapping[str, LegalReference] = field(default_factory=_no_legal)
    pass_mark: int = 4
    mark_transfer: MarkTransfer = MarkTransfer.RECOGNISED
    minimum_own_percent: int | None = None
    regulated: bool = False


@dataclass(frozen=True, slots=True)
class AwardInput:
    """Everything one award depends on; results and values (thousandths) by the uid of the outcome, units by their uid.

    Departures are the verdicts of the commission where it decides otherwise than the results alone would.
    """

    day: date
    procedure: Procedure
    units: tuple[UnitInput, ...]
    results: Mapping[str, OutcomeResult]
    already_recognised: frozenset[str] = frozenset()
    rules: CreditRules = field(default_factory=CreditRules)
    departures: Mapping[str, UnitVerdict] = field(default_factory=_no_departures)
    studies: tuple[StudyInput, ...] = ()
    values: Mapping[str, int] = field(default_factory=_no_values)


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One line of an award: the unit, the verdict, the credits, the rule behind them, and what would change it."""

    kind: LineKind
    unit_uid: str
    unit_code: str
    unit_title: str
    verdict: UnitVerdict | None
    credits: Credits
    rule: str
    facts: Mapping[str, Fact] = field(default_factory=_no_facts)
    legal: LegalReference | None = None
    would_change: str = "change.nothing"
    would_change_facts: Mapping[str, Fact] = field(default_factory=_no_facts)


@dataclass(frozen=True, slots=True)
class Award:
    """The credits with their reasons; the lines add up to the total exactly."""

    engine: int
    lines: tuple[AwardLine, ...]
    total: Credits
    remaining: Credits | None

    @property
    def unit_lines(self) -> tuple[AwardLine, ...]:
        """The lines of the units, without ceiling and rounding."""
        return tuple(line for line in self.lines if line.kind is LineKind.UNIT)
