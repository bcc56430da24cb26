"""Whether a qualification is delegated to the institution: on the day of the application and on that of the exam."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.plausibility import check_period


@dataclass(frozen=True, slots=True)
class DelegationFacts:
    """One contract or order for one qualification; no parts named means the whole of it."""

    number: str
    valid_from: date
    valid_until: date | None = None
    parts: tuple[str, ...] = ()

    def covers(self, part: str) -> bool:
        """Whether a part is delegated; the empty code asks for the whole qualification."""
        return not self.parts or part in self.parts

    def holds_on(self, day: date) -> bool:
        """Whether the day lies within the dates of the contract."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be examined: a qualification or parts of it, applied for on a day and examined on another."""

    code: str
    parts: tuple[str, ...]
    applied_on: date
    exam_on: date | None = None


def check(body: str, facts: DelegationFacts) -> None:
    """Refuses a delegation without the body, without its number, or that ends before it begins."""
    if not body.strip():
        raise RefusedError("delegation.no_body", at="body")
    if not facts.number.strip():
        raise RefusedError("delegation.no_number", at="number")
    check_period(facts.valid_from, facts.valid_until, "valid_until")


def lacking(rows: tuple[DelegationFacts, ...], asked: Asked) -> tuple[Refusal, ...]:
    """What is not delegated on the day of the application and on that of the exam, one sentence each."""
    if not rows:
        return (refusal("delegation.none", code=asked.code),)
    found: list[Refusal] = []
    for part in asked.parts or ("",):
        able = tuple(row for row in rows if row.covers(part))
        if not able:
            found.append(
                refusal("delegation.not_the_part", code=asked.code, part=part)
                if part
                else refusal("delegation.not_the_whole", code=asked.code)
            )
        else:
            found.extend(_on_the_days(able, asked))
    return once(found)


def once(found: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Each sentence once, in the order they were found."""
    kept: list[Refusal] = []
    for one in found:
        if one not in kept:
            kept.append(one)
    return tuple(kept)


def _on_the_days(able: tuple[DelegationFacts, ...], asked: Asked) -> Iterator[Refusal]:
    if not _in_force(able, asked.applied_on):
        facts = _nearest(able, asked.applied_on)
        yield refusal("delegation.not_when_applied", code=asked.code, day=asked.applied_on, **facts)
    if asked.exam_on is not None and not _in_force(able, asked.exam_on):
        facts = _nearest(able, asked.exam_on)
        yield refusal("delegation.not_when_examined", code=asked.code, day=asked.exam_on, **facts)


def _in_force(rows: tuple[DelegationFacts, ...], day: date) -> bool:
    return any(row.holds_on(day) for row in rows)


def _nearest(rows: tuple[DelegationFacts, ...], day: date) -> dict[str, Any]:
    """The contract whose dates come nearest to the day; none of them holds on it."""

    def far(row: DelegationFacts) -> int:
        if day < row.valid_from:
            return (row.valid_from - day).days
        return (day - row.valid_until).days if row.valid_until is not None else 0

    row = min(rows, key=far)
    return {"number": row.number, "since": row.valid_from, "until": row.valid_until}
