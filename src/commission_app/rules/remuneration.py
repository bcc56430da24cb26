"""What the commission is paid: dated rates for sitting, scoring and examining, and the sum of each person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.collation import sort_key
from commission_app.rules.plausibility import check_period
from commission_app.rules.price_lists import MOST_CENTS
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.remuneration import PaidAct, PaidBy

MEASURES: Mapping[PaidAct, tuple[PaidBy, ...]] = {
    PaidAct.SITTING: (PaidBy.OCCASION, PaidBy.HOUR, PaidBy.ACADEMIC_HOUR, PaidBy.CASE),
    PaidAct.SCORING: (PaidBy.CASE, PaidBy.UNIT),
    PaidAct.EXAM: (PaidBy.OCCASION, PaidBy.HOUR, PaidBy.ACADEMIC_HOUR, PaidBy.CASE),
}
"""By what each act can be paid; several rates of one act are added up."""
MINUTES: Mapping[PaidBy, int] = {PaidBy.HOUR: 60, PaidBy.ACADEMIC_HOUR: 45}


@dataclass(frozen=True, slots=True)
class RateFacts:
    """One rate with its dates; without a role it holds for every role that has none of its own by this measure."""

    act: PaidAct
    measure: PaidBy
    role: MemberRole | None
    cents: int
    valid_from: date
    valid_until: date | None = None

    @property
    def scope(self) -> tuple[PaidAct, PaidBy, MemberRole | None]:
        """For what the rate holds; rates of one scope follow each other."""
        return self.act, self.measure, self.role

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Deed:
    """What one person did on one day; `minutes` is None where nobody wrote down from when to when."""

    act: PaidAct
    day: date
    name: str
    what: str
    user_uid: str | None = None
    role: MemberRole | None = None
    minutes: int | None = 0
    cases: int = 0
    units: int = 0


@dataclass(frozen=True, slots=True)
class PayLine:
    """One amount with its reason: what was done, by which measure and how much of it, the rate and since when."""

    deed: Deed
    measure: PaidBy
    amount: int
    """Minutes where it is paid by the hour, else how many."""
    rate_cents: int
    since: date
    cents: int


@dataclass(frozen=True, slots=True)
class PersonPay:
    """What one person is paid, line by line."""

    name: str
    lines: tuple[PayLine, ...]
    cents: int


@dataclass(frozen=True, slots=True)
class Remuneration:
    """What all are paid; `missing` names every rate and every time of day that the sum still waits for."""

    people: tuple[PersonPay, ...]
    cents: int
    missing: tuple[Refusal, ...]


def check_rate(facts: RateFacts) -> None:
    """Refuses a rate by a measure its act does not have, a role where there is none, and sums that cannot be."""
    if facts.measure not in MEASURES[facts.act]:
        raise RefusedError("remuneration.measure", at="measure", act=facts.act, measure=facts.measure)
    if facts.act is PaidAct.SCORING and facts.role is not None:
        raise RefusedError("remuneration.no_role", at="role")
    if not 0 <= facts.cents <= MOST_CENTS:
        raise RefusedError("remuneration.absurd", at="cents", most=MOST_CENTS // 100)
    check_period(facts.valid_from, facts.valid_until, "valid_until")


def check_rate_dates(facts: RateFacts, others: Iterable[RateFacts]) -> None:
    """Refuses a rate that would be in force on the same day as another of the same scope."""
    for other in others:
        if other.scope != facts.scope:
            continue
        first, then = sorted((facts, other), key=lambda one: one.valid_from)
        if first.valid_until is None or first.valid_until >= then.valid_from:
            # An open end before a later beginning is what everybody types first: it must be closed by hand.
            raise RefusedError(
                "remuneration.overlap", at="valid_from", day=then.valid_from, since=other.valid_from, act=facts.act
            )


def remuneration(deeds: Iterable[Deed], rates: Sequence[RateFacts]) -> Remuneration:
    """What each person is paid for what was done, by the rates of its day.

    Rates of one act by several measures are added; a rate of the person's role goes before the general one of the same
    measure. Every line is rounded to whole cents, half a cent up, so that the lines printed give the sum printed.
    """
    done = list(deeds)
    lines = [line for deed in done for line in _lines(deed, rates)]
    grouped: dict[str, list[PayLine]] = {}
    key_of = _persons(done)
    for line in lines:
        grouped.setdefault(key_of[line.deed.user_uid, _plain(line.deed.name)], []).append(line)
    people = sorted((_person(found) for found in grouped.values()), key=lambda one: sort_key(one.name))
    return Remuneration(tuple(people), sum(one.cents for one in people), _missing(done, rates))


def _missing(deeds: Sequence[Deed], rates: Sequence[RateFacts]) -> tuple[Refusal, ...]:
    """A sentence for each act and day without a rate, and for each time of day that nobody wrote down."""
    unpaid: dict[tuple[date, PaidAct], list[str]] = {}
    found: dict[tuple[date, PaidAct, str], Refusal] = {}
    for deed in deeds:
        held = _in_force(deed, rates)
        if not held:
            unpaid.setdefault((deed.day, deed.act), []).append(deed.name)
        elif any(rate.cents and _amount(deed, rate.measure) is None for rate in held):
            why = refusal("remuneration.no_hours", act=deed.act, day=deed.day, what=deed.what)
            found[deed.day, deed.act, deed.what] = why
    lacking = (
        refusal("remuneration.no_rate", act=act, day=day, names=tuple(sorted(set(names), key=sort_key)))
        for (day, act), names in unpaid.items()
    )
    return (*lacking, *found.values())


def _lines(deed: Deed, rates: Sequence[RateFacts]) -> Iterator[PayLine]:
    for rate in _in_force(deed, rates):
        amount = _amount(deed, rate.measure)
        if amount and rate.cents:
            cents = _half_up(Fraction(amount * rate.cents, MINUTES.get(rate.measure, 1)))
            yield PayLine(deed, rate.measure, amount, rate.cents, rate.valid_from, cents)


def _in_force(deed: Deed, rates: Sequence[RateFacts]) -> list[RateFacts]:
    """The rate of each measure for what was done: that of the person's role, else the general one."""
    held = [rate for rate in rates if rate.act is deed.act and rate.holds_on(deed.day)]
    own = {rate.measure: rate for rate in held if rate.role is not None and rate.role is deed.role}
    general = {rate.measure: rate for rate in held if rate.role is None}
    rated = {**general, **own}
    return [rated[measure] for measure in MEASURES[deed.act] if measure in rated]


def _amount(deed: Deed, measure: PaidBy) -> int | None:
    match measure:
        case PaidBy.OCCASION:
            return 1
        case PaidBy.HOUR | PaidBy.ACADEMIC_HOUR:
            return deed.minutes
        case PaidBy.CASE:
            return deed.cases
        case PaidBy.UNIT:
            return deed.units


def _half_up(exact: Fraction) -> int:
    return (exact.numerator * 2 + exact.denominator) // (exact.denominator * 2)


def _persons(deeds: Sequence[Deed]) -> dict[tuple[str | None, str], str]:
    """Whose every deed is: the same user is one person by any name, and a name that only one user bears is that user's.

    Two users who share a name stay two; a deed of neither is then a third person's until somebody binds it.
    """
    users: dict[str, set[str]] = {}
    for deed in deeds:
        users.setdefault(_plain(deed.name), set()).update({deed.user_uid} if deed.user_uid else ())
    found = {}
    for deed in deeds:
        name = _plain(deed.name)
        sole = next(iter(users[name])) if len(users[name]) == 1 else None
        found[deed.user_uid, name] = deed.user_uid or sole or f"name {name}"
    return found


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _person(lines: list[PayLine]) -> PersonPay:
    ordered = sorted(lines, key=lambda line: (line.deed.day, list(PaidAct).index(line.deed.act), line.deed.what))
    return PersonPay(" ".join(ordered[-1].deed.name.split()), tuple(ordered), sum(line.cents for line in ordered))
