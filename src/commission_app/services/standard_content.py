"""What an edition consists of, read in three queries however large it is: parts, units and learning outcomes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, refusal
from commission_app.exchange.standard_facts import UnitFacts, circle_of_prerequisites
from commission_app.models.standard import Edition, Outcome, Part, Unit
from commission_app.rules import aggregation
from commission_app.rules.aggregation import Measured
from commission_app.rules.vocabulary.standard import StandardKind
from commission_app.services.standard_facts_of import thousandths
from commission_app.services.standard_forms import OutcomeForm, PartForm, UnitForm

_SHOWN = 3
"""So many codes stand in a sentence; the rest is counted."""
_LEVELLED = (StandardKind.PROFESSION_STANDARD, StandardKind.STUDY_PROGRAMME)


@dataclass(frozen=True)
class OutcomeLine(OutcomeForm):
    """A learning outcome as screens show it."""

    id: int = 0
    uid: str = ""

    def form(self) -> OutcomeForm:
        """What its form says."""
        return OutcomeForm(*(getattr(self, field.name) for field in fields(OutcomeForm)))


@dataclass(frozen=True)
class UnitLine(UnitForm):
    """A unit with its outcomes as screens show it; `part` is the code of its part."""

    id: int = 0
    uid: str = ""
    part: str = ""
    outcomes: tuple[OutcomeLine, ...] = ()

    def form(self) -> UnitForm:
        """What its form says."""
        return UnitForm(*(getattr(self, field.name) for field in fields(UnitForm)))


@dataclass(frozen=True)
class PartLine(PartForm):
    """A part of the qualification as screens show it."""

    id: int = 0
    uid: str = ""

    def form(self) -> PartForm:
        """What its form says."""
        return PartForm(self.code, self.title_lv, self.title_en)


@dataclass(frozen=True)
class Content:
    """The parts and the units of an edition in their order."""

    parts: tuple[PartLine, ...]
    units: tuple[UnitLine, ...]


def content(session: Session, edition_id: int) -> Content:
    """What an edition consists of."""
    rows = session.execute(
        select(Part.code, Part.title_lv, Part.title_en, Part.id, Part.uid)
        .where(Part.edition_id == edition_id)
        .order_by(Part.position, Part.id)
    )
    parts = tuple(PartLine(code, lv, en, key, str(uid)) for code, lv, en, key, uid in rows)
    return Content(parts, _units(session, edition_id, {part.id: part.code for part in parts}))


def lacks(edition: Edition, held: Content) -> tuple[Refusal, ...]:
    """What an edition must still have before cases may be opened against it."""
    standard, found = edition.standard, list[Refusal]()
    if standard.kind in _LEVELLED and edition.lki is None:
        found.append(refusal("edition.lacks_lki"))
    if not standard.title_lv.strip():
        found.append(refusal("edition.lacks_title"))
    if not held.units:
        found.append(refusal("edition.lacks_units"))
    found += _of_codes("edition.lacks_outcomes", [unit.code for unit in held.units if not unit.outcomes])
    found += _of_codes("edition.lacks_titles", [unit.code for unit in held.units if not unit.title_lv.strip()])
    texts = [row.code for unit in held.units for row in unit.outcomes if not row.text_lv.strip()]
    found += _of_codes("edition.lacks_texts", texts)
    found += _prerequisites(held.units)
    for unit in held.units:
        if unit.outcomes and (unit.aggregation or edition.aggregation):
            rule = aggregation.of(edition.aggregation, unit.aggregation)
            against = aggregation.unreachable(rule, [measured(row) for row in unit.outcomes])
            if against:
                found += [refusal("edition.unreachable", unit=unit.code), against[0]]
    return tuple(found)


def measured(row: OutcomeForm) -> Measured:
    """An outcome as the rules of aggregation look at it."""
    most = None if row.maximum is None else int(row.maximum * 1000)
    return Measured(row.code, row.mandatory, row.weight, maximum=most, section=row.section)


def _of_codes(reason: str, codes: Sequence[str]) -> list[Refusal]:
    if not codes:
        return []
    shown, n = tuple(codes[:_SHOWN]), len(codes)
    match reason:
        case "edition.lacks_outcomes":
            return [refusal("edition.lacks_outcomes", codes=shown, n=n)]
        case "edition.lacks_titles":
            return [refusal("edition.lacks_titles", codes=shown, n=n)]
        case _:
            return [refusal("edition.lacks_texts", codes=shown, n=n)]


def _prerequisites(units: Sequence[UnitLine]) -> list[Refusal]:
    codes = {unit.code.casefold() for unit in units}
    unknown = [
        refusal("edition.lacks_prerequisite", unit=unit.code, need=need)
        for unit in units
        for need in unit.prerequisites
        if need.casefold() not in codes
    ]
    circle = circle_of_prerequisites([UnitFacts(code=unit.code, prerequisites=unit.prerequisites) for unit in units])
    if circle:
        unknown.append(refusal("edition.prerequisites_in_circle", circle=" → ".join(circle)))
    return unknown[:_SHOWN]


def _units(session: Session, edition_id: int, parts: dict[int, str]) -> tuple[UnitLine, ...]:
    outcomes = _outcomes(session, edition_id)
    rows = session.scalars(select(Unit).where(Unit.edition_id == edition_id).order_by(Unit.position, Unit.id))
    return tuple(
        UnitLine(
            code=row.code,
            kind=row.kind,
            title_lv=row.title_lv,
            title_en=row.title_en,
            part_id=row.part_id,
            credits=thousandths(row.credits),
            credit_unit=row.credit_unit,
            hours=thousandths(row.hours),
            mandatory=row.mandatory,
            final_examination=row.final_examination,
            recognisable=row.recognisable,
            local=row.local,
            route=row.route,
            semester=row.semester,
            prerequisites=tuple(row.prerequisites.split(";")) if row.prerequisites else (),
            aggregation=row.aggregation,
            id=row.id,
            uid=str(row.uid),
            part=parts.get(row.part_id, "") if row.part_id else "",
            outcomes=tuple(outcomes.get(row.id, ())),
        )
        for row in rows
    )


def _outcomes(session: Session, edition_id: int) -> dict[int, list[OutcomeLine]]:
    found: dict[int, list[OutcomeLine]] = defaultdict(list)
    rows = session.execute(
        select(
            Outcome.unit_id,
            Outcome.code,
            Outcome.text_lv,
            Outcome.text_en,
            Outcome.kind,
            Outcome.mandatory,
            Outcome.weight,
            Outcome.section,
            Outcome.maximum,
            Outcome.id,
            Outcome.uid,
        )
        .join(Unit, Unit.id == Outcome.unit_id)
        .where(Unit.edition_id == edition_id)
        .order_by(Outcome.unit_id, Outcome.position, Outcome.id)
    )
    for unit, code, lv, en, kind, mandatory, weight, section, most, key, uid in rows:
        line = OutcomeLine(code, lv, en, kind, mandatory, weight, section, thousandths(most), key, str(uid))
        found[unit].append(line)
    return found
