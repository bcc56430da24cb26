"""The price lists of the institution: each edition with its dates, entered, corrected and taken out."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.fee import PriceList, PriceRow
from commission_app.models.standard import Standard
from commission_app.rules import price_lists
from commission_app.rules.hour_prices import NO_HOURS, HourNorm
from commission_app.rules.price_lists import PriceFacts
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.fee import CreditsFrom, PriceKind
from commission_app.services import fee_state
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class PriceListForm:
    """What is asked about an edition of a price list; `rows` are the prices of one, two, three … examined together."""

    name: str
    kind: PriceKind
    procedure: Procedure
    valid_from: date
    valid_until: date | None = None
    standard_id: int | None = None
    area: str = ""
    cents: int = 0
    percent: int = 100
    rows: tuple[int, ...] = ()
    legal: str = ""
    credits_from: CreditsFrom = CreditsFrom.CLAIMED
    hours: HourNorm = NO_HOURS


@dataclass(frozen=True)
class PriceListLine:
    """A price list as the preferences show it."""

    id: int
    version: int
    form: PriceListForm
    standard_code: str
    in_force: bool


@dataclass(frozen=True)
class StandardChoice:
    """A standard a price list may hold for."""

    id: int
    code: str
    title_lv: str
    title_en: str


def lines(reading: Reading) -> tuple[PriceListLine, ...]:
    """Every edition, by what it holds for, the newest first; those in force today are marked."""
    rows = list(reading.session.scalars(select(PriceList).order_by(PriceList.valid_from.desc(), PriceList.id)))
    facts = {row.id: fee_state.price_facts(row) for row in rows}
    found = []
    for row in sorted(rows, key=lambda one: (one.procedure.value, one.name.casefold())):
        same = [one for one in facts.values() if one.scope == facts[row.id].scope]
        now = price_lists.in_force(same, row.procedure, row.standard_id or 0, row.area, reading.today)
        code = row.standard.code if row.standard is not None else ""
        found.append(PriceListLine(row.id, row.version, _form(row), code, now == facts[row.id]))
    return tuple(found)


def standards(reading: Reading) -> tuple[StandardChoice, ...]:
    """The standards a price list may be limited to."""
    rows = reading.session.scalars(select(Standard).order_by(Standard.sort_key, Standard.id))
    return tuple(StandardChoice(row.id, row.code, row.title_lv, row.title_en) for row in rows)


def store(work: Work, key: int | None, seen: int | None, form: PriceListForm) -> int:
    """An edition of a price list is entered or corrected; a fixed group keeps the price it was given.

    Refused: sums that cannot be, a table with a gap, dates that overlap or leave days without a price.
    """
    row = work.lock(PriceList, key, seen) if key is not None else None
    facts = _facts(form)
    price_lists.check_list(facts)
    others = work.session.scalars(select(PriceList).where(PriceList.id != (key or 0)))
    price_lists.check_dates(facts, [fee_state.price_facts(other) for other in others])
    if row is None:
        row = PriceList()
        work.add(row)
    _write(row, form)
    work.session.flush()
    work.remove(row.rows)
    work.session.flush()
    sizes = form.rows if form.kind is PriceKind.BY_GROUP else ()
    work.add(*(PriceRow(price_list_id=row.id, size=size, cents=cents) for size, cents in enumerate(sizes, 1)))
    work.session.flush()
    work.session.expire(row, ["rows"])
    work.about(row.uid)
    if key is not None:
        work.touch(row)
    return row.id


def remove(work: Work, key: int, seen: int) -> None:
    """An edition that was entered by mistake is taken out; the chain keeps what it said."""
    row = work.lock(PriceList, key, seen)
    work.remove(row.rows)
    work.session.flush()
    work.remove([row])


def _facts(form: PriceListForm) -> PriceFacts:
    rows = tuple(enumerate(form.rows, 1)) if form.kind is PriceKind.BY_GROUP else ()
    return PriceFacts(
        form.name,
        form.kind,
        form.procedure,
        form.valid_from,
        form.valid_until,
        form.standard_id,
        form.area,
        form.cents,
        form.percent,
        rows,
        form.credits_from,
        form.hours,
    )


def _form(row: PriceList) -> PriceListForm:
    prices = tuple(one.cents for one in row.rows)
    dated = (row.valid_from, row.valid_until)
    facts = fee_state.price_facts(row)
    return PriceListForm(
        row.name,
        row.kind,
        row.procedure,
        *dated,
        row.standard_id,
        row.area,
        row.cents,
        row.percent,
        prices,
        row.legal,
        row.credits_from,
        facts.hours,
    )


def _write(row: PriceList, form: PriceListForm) -> None:
    if form.standard_id is not None and form.area.strip():
        raise RefusedError("price.two_scopes", at="area")
    row.name, row.kind, row.procedure = form.name.strip(), form.kind, form.procedure
    row.valid_from, row.valid_until = form.valid_from, form.valid_until
    row.standard_id, row.area, row.legal = form.standard_id, form.area.strip(), form.legal.strip()
    row.credits_from = form.credits_from
    norm = form.hours if form.kind is PriceKind.BY_HOURS else NO_HOURS
    row.consultation_hours, row.unit_hours, row.commission_hours = norm.consultation, norm.unit, norm.commission
    row.least_cents, row.most_cents = norm.least, norm.most
    row.cents, row.percent = (0, 100) if form.kind is PriceKind.BY_GROUP else (form.cents, form.percent)
