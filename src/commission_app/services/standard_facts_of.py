"""A stored edition as facts that any format can be written from."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import object_session

from commission_app.exchange.standard_facts import OutcomeFacts, PartFacts, StandardFacts, UnitFacts
from commission_app.models.standard import Edition, Outcome, Unit


def thousandths(value: int | None) -> Decimal | None:
    """A stored quantity as a decimal."""
    return None if value is None else Decimal(value) / 1000


def facts_of(edition: Edition) -> StandardFacts:
    """A stored edition as facts."""
    standard = edition.standard
    codes = {part.id: part.code for part in edition.parts}
    outcomes = _outcomes(edition)
    return StandardFacts(
        code=standard.code,
        kind=standard.kind,
        title_lv=standard.title_lv,
        title_en=standard.title_en,
        edition_label=edition.label,
        valid_from=edition.valid_from,
        lki=edition.lki,
        pkl=edition.pkl,
        isced_f=edition.isced_f,
        thematic_area=edition.thematic_area,
        accredited=edition.accredited,
        accreditation_number=edition.accreditation_number,
        accreditation_until=edition.accreditation_until,
        programme_credits=thousandths(edition.credits),
        credit_unit=edition.credit_unit,
        pkl_scale=edition.pkl_scale,
        currency_years=edition.currency_years,
        description_lv=edition.description_lv,
        description_en=edition.description_en,
        entry_requirements=edition.entry_requirements,
        last_applications_on=edition.last_applications_on,
        scale=edition.scale,
        aggregation=edition.aggregation,
        combination=edition.combination,
        external_id=edition.external_id,
        parts=tuple(
            PartFacts(code=p.code, title_lv=p.title_lv, title_en=p.title_en, external_id=p.external_id)
            for p in edition.parts
        ),
        units=tuple(_unit_facts(unit, codes, outcomes) for unit in edition.units),
    )


def _outcomes(edition: Edition) -> Mapping[int, tuple[OutcomeFacts, ...]]:
    """The outcomes of every unit, asked for at once: an edition may have 20,000."""
    session = object_session(edition)
    assert session is not None
    o = Outcome
    columns = (o.unit_id, o.code, o.text_lv, o.text_en, o.kind, o.mandatory, o.weight)
    wanted = (
        select(*columns, o.section, o.maximum, o.external_id)
        .join(Unit, Unit.id == o.unit_id)
        .where(Unit.edition_id == edition.id)
        .order_by(o.unit_id, o.position)
    )
    found: defaultdict[int, list[OutcomeFacts]] = defaultdict(list)
    for row in session.execute(wanted):
        found[row.unit_id].append(_outcome(row))
    return {key: tuple(rows) for key, rows in found.items()}


def _outcome(row: Any) -> OutcomeFacts:
    return OutcomeFacts(
        code=row.code,
        text_lv=row.text_lv,
        text_en=row.text_en,
        kind=row.kind,
        mandatory=row.mandatory,
        weight=row.weight,
        section=row.section,
        maximum=thousandths(row.maximum),
        external_id=row.external_id,
    )


def _unit_facts(unit: Unit, parts: dict[int, str], outcomes: Mapping[int, tuple[OutcomeFacts, ...]]) -> UnitFacts:
    return UnitFacts(
        code=unit.code,
        title_lv=unit.title_lv,
        title_en=unit.title_en,
        kind=unit.kind,
        credits=thousandths(unit.credits),
        credit_unit=unit.credit_unit,
        hours=thousandths(unit.hours),
        part_code=parts.get(unit.part_id) if unit.part_id else None,
        mandatory=unit.mandatory,
        final_examination=unit.final_examination,
        recognisable=unit.recognisable,
        prerequisites=tuple(unit.prerequisites.split(";")) if unit.prerequisites else (),
        local=unit.local,
        route=unit.route,
        semester=unit.semester,
        aggregation=unit.aggregation,
        external_id=unit.external_id,
        outcomes=outcomes.get(unit.id, ()),
    )
