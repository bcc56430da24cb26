"""The matrix as a sheet of lines and columns: what is folded, what is filtered, and what each cell holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from commission_app.rules.vocabulary.evidence import Judgement
from commission_app.services.matrix import (
    LinkCell,
    MatrixCard,
    MatrixItem,
    MatrixRow,
    MatrixUnit,
    ScoreCell,
)
from commission_app.services.seat_verdicts import AssessorLine


class Part(StrEnum):
    """What a column of the matrix holds."""

    ITEM = "item"
    SEAT = "seat"
    AGREED = "agreed"


class Show(StrEnum):
    """Which outcomes are shown."""

    ALL = "all"
    GAPS = "gaps"
    NO_EVIDENCE = "no_evidence"
    NOT_SUFFICIENT = "not_sufficient"
    STALE = "stale"
    UNSCORED = "unscored"
    DIVERGING = "diverging"
    NOT_AGREED = "not_agreed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell by what it means, so that it lasts while lines are folded and columns come: an outcome by a column."""

    outcome_id: int
    part: Part
    key: int = 0


@dataclass(frozen=True)
class SheetColumn:
    """One column: a piece of evidence, an assessor, or the agreement."""

    part: Part
    key: int = 0
    item: MatrixItem | None = None
    seat: AssessorLine | None = None


@dataclass(frozen=True)
class UnitLine:
    """The line of a unit above its outcomes."""

    unit: MatrixUnit
    folded: bool


@dataclass(frozen=True)
class OutcomeLine:
    """The line of an outcome."""

    unit: MatrixUnit
    row: MatrixRow


Line: TypeAlias = UnitLine | OutcomeLine
Held: TypeAlias = ScoreCell | LinkCell | None
"""What stands in a cell."""


def columns(card: MatrixCard) -> tuple[SheetColumn, ...]:
    """The columns: evidence, then assessors, then what they agreed on."""
    return (
        *(SheetColumn(Part.ITEM, item.id, item=item) for item in card.items),
        *(SheetColumn(Part.SEAT, seat.id, seat=seat) for seat in card.assessors),
        SheetColumn(Part.AGREED),
    )


def lines(card: MatrixCard, folded: frozenset[int], show: Show, words: str = "") -> tuple[Line, ...]:
    """The lines in sight: units with the outcomes that the filter lets through; a unit without any is left out."""
    return tuple(_lines(card, folded, show, words.casefold().split()))


def _lines(card: MatrixCard, folded: frozenset[int], show: Show, words: list[str]) -> Iterator[Line]:
    for unit in card.units:
        rows = [row for row in unit.rows if wanted(row, show) and _named(unit, row, words)]
        if not rows:
            continue
        yield UnitLine(unit, unit.unit_id in folded)
        if unit.unit_id not in folded:
            yield from (OutcomeLine(unit, row) for row in rows)


def count(card: MatrixCard, show: Show) -> int:
    """How many outcomes a filter shows."""
    return sum(wanted(row, show) for unit in card.units for row in unit.rows)


def wanted(row: MatrixRow, show: Show) -> bool:
    """Whether a filter shows an outcome; what is scored blind by others is not known to be missing."""
    match show:
        case Show.ALL:
            return True
        case Show.GAPS:
            return not row.supported
        case Show.NO_EVIDENCE:
            return not row.links
        case Show.NOT_SUFFICIENT:
            return bool(row.links) and not row.supported
        case Show.STALE:
            return any(link.stale for link in row.links)
        case Show.UNSCORED:
            return any(score.result is None and not score.hidden for score in row.scores)
        case Show.DIVERGING:
            return row.diverges
        case Show.NOT_AGREED:
            return row.agreed.result is None


def _named(unit: MatrixUnit, row: MatrixRow, words: list[str]) -> bool:
    if not words:
        return True
    text = f"{unit.code} {unit.title_lv} {unit.title_en} {row.code} {row.text_lv} {row.text_en}".casefold()
    return all(word in text for word in words)


def judged(link: LinkCell) -> Judgement:
    """The four judgements of a link as one mark: the weakest counts, and one not judged yet before all but a no."""
    four = (link.valid, link.authentic, link.current, link.sufficient)
    for weakest in (Judgement.NO, Judgement.NOT_JUDGED, Judgement.PARTLY):
        if weakest in four:
            return weakest
    return Judgement.YES


def reason_of_proposal(row: MatrixRow) -> str:
    """The reason of an assessor who says what the rule proposes; what falls short of met owes one."""
    given = row.proposal.given if row.proposal is not None else None
    if given is None:
        return ""
    return next((cell.reason for cell in row.scores if cell.reason and said_alike(cell, given.result, given.value)), "")


def said_alike(cell: ScoreCell, result: object, value: int | None) -> bool:
    """Whether a cell says this result and value."""
    return cell.result is result and cell.value == value
