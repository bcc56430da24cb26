"""Partners of mobility and the memoranda with them: entered, corrected, taken out."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.mobility import Memorandum, Mobility, MobilityPartner
from commission_app.rules.collation import sort_key
from commission_app.rules.mobility import MemorandumFacts
from commission_app.rules.plausibility import check_not_future, check_period
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class PartnerForm:
    """What is asked about a partner."""

    name: str
    country: str
    city: str = ""
    contact: str = ""
    note: str = ""


@dataclass(frozen=True)
class MemorandumForm:
    """What is asked about a memorandum: its number and dates, and the fields or standards it covers."""

    number: str
    signed_on: date
    valid_from: date
    valid_until: date | None = None
    scope: str = ""


@dataclass(frozen=True)
class MemorandumLine:
    """A memorandum as the preferences show it."""

    id: int
    version: int
    partner_id: int
    partner: str
    form: MemorandumForm
    in_force: bool


@dataclass(frozen=True)
class PartnerLine:
    """A partner with its memoranda."""

    id: int
    version: int
    form: PartnerForm
    memoranda: tuple[MemorandumLine, ...]


def lines(reading: Reading) -> tuple[PartnerLine, ...]:
    """Every partner by name, each with its memoranda."""
    rows = list(reading.session.scalars(select(MobilityPartner)))
    rows.sort(key=lambda row: (sort_key(row.name), row.id))
    return tuple(_line(row, reading.today) for row in rows)


def store(work: Work, key: int | None, seen: int | None, form: PartnerForm) -> int:
    """A partner is entered or corrected; gives its key. Refused: without a name or a country."""
    row = work.lock(MobilityPartner, key, seen) if key is not None else None
    if not form.name.strip():
        raise RefusedError("mobility.no_name", at="name")
    if not form.country.strip():
        raise RefusedError("mobility.no_country", at="country")
    if row is None:
        row = MobilityPartner()
        work.add(row)
    row.name, row.country, row.city = form.name.strip(), form.country.strip(), form.city.strip()
    row.contact, row.note = form.contact.strip(), form.note.strip()
    work.session.flush()
    work.about(row.uid)
    return row.id


def remove(work: Work, key: int, seen: int) -> None:
    """A partner entered by mistake is taken out. Refused: where a memorandum or an agreement names it."""
    row = work.lock(MobilityPartner, key, seen)
    used = work.session.scalar(select(Mobility.id).where(Mobility.partner_id == row.id).limit(1))
    if used is not None or row.memoranda:
        raise RefusedError("mobility.partner_used", name=row.name)
    work.remove([row])


def store_memorandum(work: Work, partner_id: int, key: int | None, seen: int | None, form: MemorandumForm) -> int:
    """A memorandum is entered or corrected; gives its key.

    Refused: without a number, signed in the future, or one that ends before it begins.
    """
    partner = work.lock(MobilityPartner, partner_id)
    row = work.lock(Memorandum, key, seen) if key is not None else None
    if not form.number.strip():
        raise RefusedError("mobility.no_number", at="number")
    check_not_future(form.signed_on, work.today, "signed_on")
    check_period(form.valid_from, form.valid_until, "valid_until")
    if row is None:
        row = Memorandum(partner_id=partner.id)
        work.add(row)
    row.number, row.scope, row.signed_on = form.number.strip(), form.scope.strip(), form.signed_on
    row.valid_from, row.valid_until = form.valid_from, form.valid_until
    work.session.flush()
    work.about(row.uid)
    return row.id


def remove_memorandum(work: Work, key: int, seen: int) -> None:
    """A memorandum entered by mistake is taken out; the chain keeps what it said."""
    work.remove([work.lock(Memorandum, key, seen)])


def memoranda_of(session: Session, partner_id: int) -> tuple[MemorandumFacts, ...]:
    """The memoranda with a partner as the rules see them."""
    rows = session.scalars(select(Memorandum).where(Memorandum.partner_id == partner_id).order_by(Memorandum.id))
    return tuple(MemorandumFacts(row.number, row.valid_from, row.valid_until) for row in rows)


def _line(row: MobilityPartner, today: date) -> PartnerLine:
    form = PartnerForm(row.name, row.country, row.city, row.contact, row.note)
    return PartnerLine(row.id, row.version, form, tuple(_memorandum(one, today) for one in row.memoranda))


def _memorandum(row: Memorandum, today: date) -> MemorandumLine:
    form = MemorandumForm(row.number, row.signed_on, row.valid_from, row.valid_until, row.scope)
    facts = MemorandumFacts(row.number, row.valid_from, row.valid_until)
    return MemorandumLine(row.id, row.version, row.partner_id, row.partner.name, form, facts.covers(today, today))
