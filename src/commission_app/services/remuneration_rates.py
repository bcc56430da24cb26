"""The rates the commission is paid by: each with its dates, entered, corrected and taken out."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.models.fee import RemunerationRate
from commission_app.rules.remuneration import RateFacts, check_rate, check_rate_dates
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.remuneration import PaidAct, PaidBy
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class RateForm:
    """What is asked about a rate; without a role it holds for all who have none of their own."""

    act: PaidAct
    measure: PaidBy
    cents: int
    valid_from: date
    valid_until: date | None = None
    role: MemberRole | None = None
    legal: str = ""


@dataclass(frozen=True)
class RateLine:
    """A rate as the preferences show it."""

    id: int
    version: int
    form: RateForm
    in_force: bool


def lines(reading: Reading) -> tuple[RateLine, ...]:
    """Every rate, by what it is paid for, the newest first; those in force today are marked."""
    query = select(RemunerationRate).order_by(RemunerationRate.valid_from.desc(), RemunerationRate.id)
    rows = sorted(reading.session.scalars(query), key=_order)
    return tuple(RateLine(row.id, row.version, _form(row), _facts(row).holds_on(reading.today)) for row in rows)


def rates(reading: Reading) -> tuple[RateFacts, ...]:
    """Every rate as the rules see it."""
    return tuple(_facts(row) for row in reading.session.scalars(select(RemunerationRate)))


def store(work: Work, key: int | None, seen: int | None, form: RateForm) -> int:
    """A rate is entered or corrected.

    Refused: a measure its act does not have, a sum that cannot be, or dates on which another holds already.
    """
    row = work.lock(RemunerationRate, key, seen) if key is not None else None
    facts = RateFacts(form.act, form.measure, form.role, form.cents, form.valid_from, form.valid_until)
    check_rate(facts)
    others = work.session.scalars(select(RemunerationRate).where(RemunerationRate.id != (key or 0)))
    check_rate_dates(facts, [_facts(other) for other in others])
    if row is None:
        row = RemunerationRate()
        work.add(row)
    row.act, row.measure, row.role, row.cents = form.act, form.measure, form.role, form.cents
    row.valid_from, row.valid_until, row.legal = form.valid_from, form.valid_until, form.legal.strip()
    work.session.flush()
    work.about(row.uid)
    return row.id


def remove(work: Work, key: int, seen: int) -> None:
    """A rate that was entered by mistake is taken out; the chain keeps what it said."""
    work.remove([work.lock(RemunerationRate, key, seen)])


def _order(row: RemunerationRate) -> tuple[int, int, int]:
    roles = [None, *MemberRole]
    return list(PaidAct).index(row.act), list(PaidBy).index(row.measure), roles.index(row.role)


def _form(row: RemunerationRate) -> RateForm:
    return RateForm(row.act, row.measure, row.cents, row.valid_from, row.valid_until, row.role, row.legal)


def _facts(row: RemunerationRate) -> RateFacts:
    return RateFacts(row.act, row.measure, row.role, row.cents, row.valid_from, row.valid_until)
