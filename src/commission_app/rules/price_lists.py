"""Price lists with their dates: which is in force for a case on a day, what a group costs, what cannot stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from commission_app.errors import RefusedError
from commission_app.rules.hour_prices import NO_HOURS, HourNorm, check_norm
from commission_app.rules.plausibility import check_period
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.fee import CreditsFrom, PriceKind

MOST_CENTS = 100_000_00
"""More than this nobody is charged; a comma was forgotten."""
LARGEST_GROUP = 99


@dataclass(frozen=True, slots=True)
class PriceFacts:
    """One edition of a price list; `rows` are the price in cents of each group size, of a list by group only.

    `cents` is the price of an application, of a credit point or of an hour; `hours` belong to a list by hours.
    """

    name: str
    kind: PriceKind
    procedure: Procedure
    valid_from: date
    valid_until: date | None = None
    standard_id: int | None = None
    area: str = ""
    cents: int = 0
    percent: int = 100
    rows: tuple[tuple[int, int], ...] = ()
    credits_from: CreditsFrom = CreditsFrom.CLAIMED
    hours: HourNorm = NO_HOURS

    @property
    def scope(self) -> tuple[Procedure, int | None, str]:
        """For what the list holds; editions of one scope follow each other."""
        return self.procedure, self.standard_id, self.area.strip().casefold()


def check_list(facts: PriceFacts) -> None:
    """Refuses a list without a name, with sums that cannot be, or a table of sizes with a gap."""
    if not facts.name.strip():
        raise RefusedError("price.no_name", at="name")
    check_period(facts.valid_from, facts.valid_until, "valid_until")
    if facts.kind is not PriceKind.BY_GROUP:
        check_amount(facts.cents, "cents")
        if facts.kind is PriceKind.PERCENT_OF_CREDITS:
            check_percent(facts.percent, "percent")
        if facts.kind is PriceKind.BY_HOURS:
            _check_hours(facts.hours)
        return
    if not facts.rows:
        raise RefusedError("price.no_rows", at="rows")
    for expected, (size, cents) in enumerate(facts.rows, 1):
        if size != expected or size > LARGEST_GROUP:
            raise RefusedError("price.size_gap", at="rows", size=expected)
        check_amount(cents, "rows")


def check_dates(facts: PriceFacts, others: Iterable[PriceFacts]) -> None:
    """Refuses an edition that overlaps another of the same scope, or leaves days without a price."""
    alike = sorted((other for other in others if other.scope == facts.scope), key=lambda other: other.valid_from)
    for other in alike:
        if other.valid_from == facts.valid_from:
            raise RefusedError("price.same_day", at="valid_from", day=facts.valid_from, name=other.name)
        first, then = sorted((facts, other), key=lambda one: one.valid_from)
        if first.valid_until is not None and first.valid_until >= then.valid_from:
            raise RefusedError("price.overlap", at="valid_from", name=other.name, day=then.valid_from)
    before = [other for other in alike if other.valid_from < facts.valid_from]
    after = [other for other in alike if other.valid_from > facts.valid_from]
    for first, then in ([(before[-1], facts)] if before else []) + ([(facts, after[0])] if after else []):
        if first.valid_until is not None and first.valid_until + timedelta(1) != then.valid_from:
            gap = {"start": first.valid_until + timedelta(1), "end": then.valid_from - timedelta(1)}
            raise RefusedError("price.gap", at="valid_from", start=gap["start"], end=gap["end"])


def in_force(
    lists: Iterable[PriceFacts], procedure: Procedure, standard_id: int, area: str, day: date
) -> PriceFacts | None:
    """The list for a case on a day: that of its standard, else of its thematic area, else of the procedure."""
    wanted = area.strip().casefold()
    lawful = [
        one
        for one in lists
        if one.procedure is procedure
        and one.valid_from <= day
        and (one.valid_until is None or day <= one.valid_until)
        and one.standard_id in (None, standard_id)
        and one.area.strip().casefold() in ("", wanted)
    ]
    return max(
        lawful, key=lambda one: (one.standard_id is not None, bool(one.area.strip()), one.valid_from), default=None
    )


def _check_hours(norm: HourNorm) -> None:
    check_norm(norm)
    for cents, at in ((norm.least, "least_cents"), (norm.most, "most_cents")):
        if cents is not None:
            check_amount(cents, at)


def price_of_size(facts: PriceFacts, size: int) -> tuple[int, int]:
    """The row of the table for a group and its price per person; a larger group pays as the largest in the table."""
    rows = dict(facts.rows)
    row = min(size, max(rows))
    return row, rows[row]


def check_amount(cents: int, at: str) -> int:
    """A sum that can be asked or paid: more than nothing, and not beyond what anybody is charged."""
    if cents < 0:
        raise RefusedError("fee.negative", at=at)
    if cents == 0 or cents > MOST_CENTS:
        raise RefusedError("fee.absurd", at=at, most=MOST_CENTS // 100)
    return cents


def check_percent(percent: int, at: str) -> int:
    """A share of a price, from one to a hundred percent."""
    if not 1 <= percent <= 100:
        raise RefusedError("fee.percent", at=at, percent=percent)
    return percent
