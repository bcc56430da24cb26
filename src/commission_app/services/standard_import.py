"""A standard comes into the library: first what would change, then all of it or nothing."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError
from commission_app.exchange import standard_facts
from commission_app.exchange.standard_facts import StandardFacts, UnitFacts
from commission_app.models.standard import Edition, Outcome, Part, Standard, Unit, UnitIdentity
from commission_app.rules.collation import sort_key
from commission_app.rules.vocabulary.standard import EditionState
from commission_app.services.standard_facts_of import facts_of
from commission_app.services.standards import is_used, make_findable
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class ImportPreview:
    """What an import would do, before it is done."""

    code: str
    title: str
    label: str
    new_standard: bool
    new_edition: bool
    unchanged: bool
    units_added: tuple[str, ...]
    units_removed: tuple[str, ...]
    units_changed: tuple[str, ...]
    units: int
    outcomes: int
    remarks: tuple[Refusal, ...]


def preview(reading: Reading, facts: StandardFacts) -> ImportPreview:
    """What importing the standard would change.

    Refused: a standard nobody could be measured against, or one whose edition is locked and differs.
    """
    return _preview(reading.session, facts, reading.today)


def take_in(work: Work, facts: StandardFacts, *, approve: bool = False) -> int:
    """A standard is taken into the library as a draft edition, or approved at once; gives the edition's key.

    Taking in the same edition again changes nothing. Refused: an edition in use that would change.
    """
    seen = _preview(work.session, facts, work.today)
    standard = _standard(work, facts)
    label = seen.label
    edition = next((row for row in standard.editions if row.label == label), None)
    if edition is not None and seen.unchanged:
        return edition.id
    if edition is None:
        before = max(standard.editions, key=lambda row: row.valid_from, default=None)
        edition = Edition(standard=standard, label=label, predecessor_id=before.id if before else None)
    else:
        _clear(work, edition)
    _write(edition, facts, work.today)
    if approve:
        edition.state = EditionState.APPROVED
    work.add(edition)
    work.session.flush()
    _fill(work, edition, facts)
    work.session.flush()
    work.about(standard.uid, edition.uid)
    make_findable(work, standard)
    return edition.id


def _in_thousandths(value: Decimal | None) -> int | None:
    return None if value is None else int(value * 1000)


def _preview(session: Session, facts: StandardFacts, today: date) -> ImportPreview:
    standard_facts.check(facts)
    standard = session.scalars(select(Standard).where(Standard.code == facts.code)).one_or_none()
    label = facts.edition_label or str((facts.valid_from or today).year)
    edition = None if standard is None else next((row for row in standard.editions if row.label == label), None)
    old = {} if edition is None else {unit.code: unit for unit in facts_of(edition).units}
    new = {unit.code: unit for unit in facts.units}
    changed = tuple(code for code in new if code in old and old[code] != new[code])
    same = edition is not None and _same(facts_of(edition), facts, label)
    if edition is not None and not same and is_used(session, edition.id):
        raise RefusedError("edition.locked", standard=facts.code, label=label)
    return ImportPreview(
        facts.code,
        facts.title_lv or facts.title_en,
        label,
        standard is None,
        edition is None,
        same,
        tuple(code for code in new if code not in old),
        tuple(code for code in old if code not in new),
        changed,
        len(facts.units),
        sum(len(unit.outcomes) for unit in facts.units),
        standard_facts.remarks(facts),
    )


def _same(old: StandardFacts, new: StandardFacts, label: str) -> bool:
    dated = replace(new, edition_label=label, valid_from=new.valid_from or old.valid_from)
    return old == dated


def _standard(work: Work, facts: StandardFacts) -> Standard:
    standard = work.session.scalars(select(Standard).where(Standard.code == facts.code)).one_or_none()
    if standard is None:
        standard = Standard(code=facts.code)
        work.add(standard)
    standard.kind = facts.kind
    standard.title_lv, standard.title_en = facts.title_lv, facts.title_en
    standard.sort_key = sort_key(facts.title_lv or facts.title_en)
    return standard


def _clear(work: Work, edition: Edition) -> None:
    for unit in list(edition.units):
        work.remove(list(unit.outcomes))
        work.session.flush()
    work.remove(list(edition.units))
    work.session.flush()
    work.remove(list(edition.parts))
    work.session.flush()
    work.session.expire(edition)


def _write(edition: Edition, facts: StandardFacts, today: date) -> None:
    edition.valid_from = facts.valid_from or today
    edition.lki, edition.pkl = facts.lki, facts.pkl
    edition.isced_f, edition.thematic_area = facts.isced_f, facts.thematic_area
    edition.accredited = facts.accredited
    edition.accreditation_number = facts.accreditation_number
    edition.accreditation_until = facts.accreditation_until
    edition.credits = _in_thousandths(facts.programme_credits)
    edition.credit_unit = facts.credit_unit


def _fill(work: Work, edition: Edition, facts: StandardFacts) -> None:
    parts: dict[str, Part] = {}
    for position, part in enumerate(facts.parts, 1):
        row = Part(edition_id=edition.id, position=position, code=part.code)
        row.title_lv, row.title_en = part.title_lv, part.title_en
        parts[part.code] = row
    work.add(*parts.values())
    work.session.flush()
    lasting = _identities(work, edition, facts)
    for position, unit in enumerate(facts.units, 1):
        part_id = parts[unit.part_code].id if unit.part_code else None
        work.add(_unit(edition, unit, position, part_id, lasting[unit.code]))


def _identities(work: Work, edition: Edition, facts: StandardFacts) -> dict[str, UnitIdentity]:
    """A unit keeps its identity across the editions of its standard as long as it keeps its code."""
    known = {
        unit.code: unit.identity
        for other in edition.standard.editions
        if other.id != edition.id
        for unit in other.units
    }
    for unit in facts.units:
        if unit.code not in known:
            known[unit.code] = UnitIdentity(code=unit.code)
            work.add(known[unit.code])
    work.session.flush()
    return known


def _unit(edition: Edition, facts: UnitFacts, position: int, part_id: int | None, identity: UnitIdentity) -> Unit:
    outcomes = [
        Outcome(
            position=place,
            code=outcome.code,
            text_lv=outcome.text_lv,
            text_en=outcome.text_en,
            kind=outcome.kind,
            mandatory=outcome.mandatory,
            weight=outcome.weight,
        )
        for place, outcome in enumerate(facts.outcomes, 1)
    ]
    return Unit(
        edition_id=edition.id,
        part_id=part_id,
        identity_id=identity.id,
        position=position,
        kind=facts.kind,
        code=facts.code,
        title_lv=facts.title_lv,
        title_en=facts.title_en,
        credits=_in_thousandths(facts.credits),
        credit_unit=facts.credit_unit,
        hours=_in_thousandths(facts.hours),
        mandatory=facts.mandatory,
        final_examination=facts.final_examination,
        recognisable=facts.recognisable,
        prerequisites=";".join(facts.prerequisites),
        outcomes=outcomes,
    )
