"""Which lasting identity a unit of an import has: its own of old, or that of a unit it is said to be the same as."""

from collections.abc import Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, refusal
from commission_app.exchange.case_framework_writer import identifier
from commission_app.exchange.standard_facts import StandardFacts, UnitFacts
from commission_app.models.standard import Edition, Standard, Unit, UnitIdentity
from commission_app.store.work import Work


def lasting_identities(work: Work, standard: Standard, facts: StandardFacts) -> dict[str, UnitIdentity]:
    """The identity of each unit by its code: known by the identifier elsewhere, by the code, by a sameness, or new.

    A unit keeps its identity across the editions of its standard, so that what was recognised stays recognised.
    """
    by_code, by_id = _known(standard)
    elsewhere = _named(work.session, facts)
    found: dict[str, UnitIdentity] = {}
    given: set[int] = set()
    for unit in sorted(facts.units, key=lambda unit: unit.external_id not in by_id):
        other = elsewhere.get(unit.code)
        choices = (by_id.get(unit.external_id), by_code.get(unit.code), other.identity if other else None)
        # Two units of one edition are never the same unit.
        known = next((one for one in choices if one is not None and one.id not in given), None)
        if known is None:
            known = UnitIdentity(code=unit.code)
            work.add(known)
        else:
            given.add(known.id)
        found[unit.code] = known
    work.session.flush()
    return found


def same_remarks(session: Session, facts: StandardFacts) -> Iterator[Refusal]:
    """Which units are the same as one of the library, and which are said to be the same as one that is not there."""
    named = _named(session, facts)
    for unit in facts.units:
        if (other := named.get(unit.code)) is not None:
            standard = other.edition.standard.code
            yield refusal("standard_file.same_unit", unit=unit.code, other=other.code, standard=standard)
        elif unit.same_as:
            yield refusal("standard_file.same_unknown", unit=unit.code, other=unit.same_as[0])


def _known(standard: Standard) -> tuple[dict[str, UnitIdentity], dict[str, UnitIdentity]]:
    """The identities of all editions, the latest edition's word last."""
    units = [unit for edition in standard.editions for unit in edition.units]
    by_id = {unit.external_id: unit.identity for unit in units if unit.external_id}
    return {unit.code: unit.identity for unit in units}, by_id


def _named(session: Session, facts: StandardFacts) -> Mapping[str, Unit]:
    """The unit of another standard in the library that each unit says it is exactly the same as."""
    wanted = {key: unit for unit in facts.units for key in unit.same_as}
    if not wanted:
        return {}
    rows = (
        select(Unit)
        .join(Edition, Edition.id == Unit.edition_id)
        .join(Standard, Standard.id == Edition.standard_id)
        .where(Standard.code != facts.code)
        .order_by(Edition.valid_from, Unit.id)
    )
    found: dict[str, Unit] = {}
    for unit in session.scalars(rows):
        if (ours := _wanted(wanted, unit)) is not None:
            found[ours.code] = unit
    return found


def _wanted(wanted: Mapping[str, UnitFacts], unit: Unit) -> UnitFacts | None:
    """The unit that names this one, by the identifier it came with or the one it is exported under."""
    exported = identifier(unit.edition.standard.code, "unit", unit.code, unit.external_id)
    return wanted.get(unit.external_id) or wanted.get(exported)
