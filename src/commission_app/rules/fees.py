"""What is asked for a case and why: price lists in force, the group's price, travel, waivers, and the balance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from commission_app.errors import Refusal, refusal
from commission_app.rules.hour_prices import CaseHours, capped, hour_cents, reckoned
from commission_app.rules.price_lists import PriceFacts, in_force, price_of_size
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.fee import BalanceState, CreditsFrom, FeeGate, FeeRule, PriceKind


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One amount with its reason: the rule, the list and row it stands in, since when it is in force."""

    rule: FeeRule
    cents: int
    price_list: str = ""
    since: date | None = None
    size: int | None = None
    row_size: int | None = None
    credits: int | None = None
    """Thousandths of a credit point."""
    credits_from: CreditsFrom | None = None
    hours: int | None = None
    """Thousandths of an hour."""
    percent: int | None = None
    each_cents: int | None = None
    total_cents: int | None = None
    reason: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """Less is asked, by a share of the price or by a sum; with its reason and document."""

    percent: int | None
    cents: int | None
    reason: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Charge:
    """What the group of an exam was found to cost each, when the group was fixed."""

    size: int
    row_size: int
    price_cents: int
    travel_cents: int
    travel_total: int
    price_list: str
    since: date


@dataclass(frozen=True, slots=True)
class FeeFacts:
    """What the fee of one case depends on; `group` counts those entered for the exam so far.

    `credits` are claimed and `recognised` decided, in thousandths; `hours` were counted for this case alone.
    """

    procedure: Procedure
    day: date
    standard_id: int
    area: str
    lists: tuple[PriceFacts, ...]
    group: int = 0
    credits: int = 0
    recognised: int | None = None
    units: int = 0
    hours: CaseHours | None = None
    typed_cents: int | None = None
    charges: tuple[Charge, ...] = ()
    waivers: tuple[Waived, ...] = ()


@dataclass(frozen=True, slots=True)
class Fee:
    """What is asked: the lines and their sum; estimated while the group of the exam is open."""

    lines: tuple[FeeLine, ...]
    total: int | None
    final: bool
    missing: Refusal | None = None


def fee(facts: FeeFacts) -> Fee:
    """The fee of a case with the reason of every amount.

    A fixed group gives the final price; before, what was typed at the application holds, else the price list in force.
    """
    lines, final = _charged(facts.charges), bool(facts.charges)
    missing = None
    if not lines and facts.typed_cents is not None:
        lines = [FeeLine(FeeRule.TYPED, facts.typed_cents)]
        final = not _has_group(facts)
    elif not lines:
        found = in_force(facts.lists, facts.procedure, facts.standard_id, facts.area, facts.day)
        if found is None:
            missing = refusal("fee.no_price", procedure=facts.procedure, day=facts.day)
            return Fee((), None, False, missing)
        lines, final = _listed(found, facts), _is_final(found, facts)
    asked = sum(line.cents for line in lines)
    for waived in facts.waivers:
        line = _waived(waived, asked, sum(one.cents for one in lines))
        lines.append(line)
    return Fee(tuple(lines), sum(line.cents for line in lines), final)


def charged_credits(found: PriceFacts, facts: FeeFacts) -> int:
    """The credit points (thousandths) that a price by credits is asked for, whoever asks: the case or a supposition.

    Those claimed, where the list does not say otherwise: the proof of payment comes with the application (MK 505/2018),
    so what is to be paid is known before anybody has assessed anything. A list that charges for what is recognised asks
    for what is claimed until the decision, as an estimate, and for what was recognised from then on.
    """
    if found.credits_from is CreditsFrom.RECOGNISED and facts.recognised is not None:
        return facts.recognised
    return facts.credits


def shares(total: int, people: int) -> tuple[int, ...]:
    """A sum in cents parted among people so that nothing is lost: the first bear the cents left over."""
    whole, rest = divmod(total, people)
    return tuple(whole + (1 if at < rest else 0) for at in range(people))


def balance(asked: int | None, paid: int, final: bool) -> BalanceState:
    """How what was paid stands to what is asked; while it is an estimate, what was paid short is short all the same."""
    if not asked and not paid:
        return BalanceState.NOTHING_ASKED
    if asked is None:
        return BalanceState.SETTLED
    if asked > 0 >= paid:
        return BalanceState.UNPAID
    if paid < asked:
        return BalanceState.SHORT
    return BalanceState.OVERPAID if paid > asked else BalanceState.SETTLED


def gate(setting: FeeGate, asked: Fee, paid: int) -> Refusal | None:
    """What an unpaid fee holds against the case; before the group is fixed any payment will do."""
    if setting is FeeGate.NONE or not asked.total or paid >= asked.total:
        return None
    if not asked.final and paid > 0:
        return None
    return refusal("fee.not_paid", asked=euros(asked.total), paid=euros(paid), owing=euros(asked.total - paid))


def euros(cents: int) -> str:
    """Whole cents as an amount that sentences print in either language."""
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    return f"{sign}{cents // 100},{cents % 100:02d}"


def percent_of(cents: int, percent: int) -> int:
    """A share of a sum in whole cents, half a cent up."""
    exact = Fraction(cents * percent, 100)
    return (exact.numerator * 2 + exact.denominator) // (exact.denominator * 2)


def paid_sum(entries: Iterable[tuple[int, bool]]) -> int:
    """What was paid less what was given back."""
    return sum(-cents if back else cents for cents, back in entries)


def _has_group(facts: FeeFacts) -> bool:
    found = in_force(facts.lists, facts.procedure, facts.standard_id, facts.area, facts.day)
    return found is not None and found.kind is PriceKind.BY_GROUP


def _charged(charges: Sequence[Charge]) -> list[FeeLine]:
    lines = []
    for one in charges:
        named = {"price_list": one.price_list, "since": one.since, "size": one.size}
        lines.append(FeeLine(FeeRule.BY_GROUP, one.price_cents, row_size=one.row_size, **named))  # type: ignore[arg-type]
        if one.travel_total:
            lines.append(FeeLine(FeeRule.TRAVEL, one.travel_cents, size=one.size, total_cents=one.travel_total))
    return lines


def _is_final(found: PriceFacts, facts: FeeFacts) -> bool:
    """A price by group waits for the group, one by what is recognised for the decision."""
    if found.kind in (PriceKind.PER_CREDIT, PriceKind.PERCENT_OF_CREDITS):
        return found.credits_from is CreditsFrom.CLAIMED or facts.recognised is not None
    return found.kind is not PriceKind.BY_GROUP


def _listed(found: PriceFacts, facts: FeeFacts) -> list[FeeLine]:
    match found.kind:
        case PriceKind.BY_GROUP:
            size = max(facts.group, 1)
            row, cents = price_of_size(found, size)
            return [FeeLine(FeeRule.BY_GROUP, cents, found.name, found.valid_from, size, row)]
        case PriceKind.PER_APPLICATION:
            return [FeeLine(FeeRule.PER_APPLICATION, found.cents, found.name, found.valid_from)]
        case PriceKind.PER_CREDIT | PriceKind.PERCENT_OF_CREDITS:
            return [_by_credits(found, facts)]
        case PriceKind.BY_HOURS:
            return _by_hours(found, facts)


def _by_credits(found: PriceFacts, facts: FeeFacts) -> FeeLine:
    share = 100 if found.kind is PriceKind.PER_CREDIT else found.percent
    counted = charged_credits(found, facts)
    exact = Fraction(counted * found.cents * share, 100_000)
    return FeeLine(
        FeeRule(found.kind.value),
        (exact.numerator * 2 + exact.denominator) // (exact.denominator * 2),
        found.name,
        found.valid_from,
        credits=counted,
        credits_from=found.credits_from,
        percent=found.percent if found.kind is PriceKind.PERCENT_OF_CREDITS else None,
        each_cents=found.cents,
    )


def _by_hours(found: PriceFacts, facts: FeeFacts) -> list[FeeLine]:
    """Hours at the rate of the list, each purpose a line; a last line says what a cap takes off or adds."""
    hours = facts.hours or reckoned(found.hours, facts.units)
    purposes = (
        (FeeRule.CONSULTATION, hours.consultation),
        (FeeRule.ASSESSMENT, hours.assessment),
        (FeeRule.COMMISSION, hours.commission),
    )
    rate, since = found.cents, found.valid_from
    lines = [
        FeeLine(rule, hour_cents(rate, amount), found.name, since, hours=amount, each_cents=rate, reason=hours.reason)
        for rule, amount in purposes
        if amount
    ]
    asked = sum(line.cents for line in lines)
    kept = capped(asked, found.hours)
    if kept != asked:
        rule = FeeRule.AT_MOST if kept < asked else FeeRule.AT_LEAST
        lines.append(FeeLine(rule, kept - asked, found.name, since, total_cents=kept))
    return lines


def _waived(waived: Waived, asked: int, left: int) -> FeeLine:
    """Less is asked, but never less than nothing."""
    less = percent_of(asked, waived.percent) if waived.percent is not None else (waived.cents or 0)
    return FeeLine(
        FeeRule.WAIVER, -min(less, left), percent=waived.percent, reason=waived.reason, document=waived.document
    )
