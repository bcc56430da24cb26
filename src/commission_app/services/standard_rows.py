"""Rows of the library written from forms and copied from one edition into another; a unit keeps its identity."""

from dataclasses import fields
from decimal import Decimal

from commission_app.models.standard import Edition, Outcome, Part, Unit
from commission_app.rules.collation import sort_key
from commission_app.services.standard_facts_of import thousandths
from commission_app.services.standard_forms import HeadForm, NodeForm, OutcomeForm, PartForm, UnitForm

_QUANTITIES = frozenset({"credits", "hours", "maximum"})
_OF_STANDARD = ("code", "kind", "title_lv", "title_en")
_KEPT_OF_EDITION = (
    "lki",
    "pkl",
    "pkl_scale",
    "isced_f",
    "thematic_area",
    "accredited",
    "accreditation_number",
    "accreditation_until",
    "credits",
    "credit_unit",
    "currency_years",
    "description_lv",
    "description_en",
    "entry_requirements",
    "scale",
    "aggregation",
    "combination",
    "source",
    "external_id",
)
_KEPT_OF_UNIT = (
    "identity_id",
    "kind",
    "code",
    "title_lv",
    "title_en",
    "credits",
    "credit_unit",
    "hours",
    "mandatory",
    "final_examination",
    "recognisable",
    "prerequisites",
    "local",
    "route",
    "semester",
    "aggregation",
    "external_id",
)
_KEPT_OF_OUTCOME = (
    "code",
    "text_lv",
    "text_en",
    "kind",
    "mandatory",
    "weight",
    "section",
    "maximum",
    "external_id",
)


def head_form(edition: Edition) -> HeadForm:
    """What the head of a stored edition says."""
    said = {name: getattr(edition.standard, name) for name in _OF_STANDARD}
    said |= {field.name: getattr(edition, field.name) for field in fields(HeadForm) if field.name not in _OF_STANDARD}
    return HeadForm(**{**said, "credits": thousandths(edition.credits)})


def write_head(edition: Edition, form: HeadForm) -> None:
    """The head is stored as its form says; titles are sorted the Latvian way."""
    for field in fields(form):
        row = edition.standard if field.name in _OF_STANDARD else edition
        setattr(row, field.name, _stored(field.name, getattr(form, field.name)))
    edition.standard.sort_key = sort_key(form.title_lv.strip() or form.title_en.strip())


def part_form(row: Part) -> PartForm:
    """What a stored part says."""
    return PartForm(row.code, row.title_lv, row.title_en)


def unit_form(row: Unit) -> UnitForm:
    """What a stored unit says."""
    said = {field.name: getattr(row, field.name) for field in fields(UnitForm)}
    said |= {"credits": thousandths(row.credits), "hours": thousandths(row.hours)}
    return UnitForm(**{**said, "prerequisites": tuple(row.prerequisites.split(";")) if row.prerequisites else ()})


def outcome_form(row: Outcome) -> OutcomeForm:
    """What a stored outcome says."""
    said = {field.name: getattr(row, field.name) for field in fields(OutcomeForm)}
    return OutcomeForm(**{**said, "maximum": thousandths(row.maximum)})


def write(row: Part | Unit | Outcome, form: NodeForm) -> None:
    """A row is stored as its form says."""
    for field in fields(form):
        setattr(row, field.name, _stored(field.name, getattr(form, field.name)))


def copied_edition(edition: Edition, label: str) -> Edition:
    """A new edition of the same standard with the same head, after the one it is copied from."""
    made = Edition(standard_id=edition.standard_id, predecessor_id=edition.id, label=label)
    _copy(edition, made, _KEPT_OF_EDITION)
    return made


def copied_part(part: Part, edition_id: int) -> Part:
    """The same part in another edition."""
    made = Part(edition_id=edition_id, position=part.position)
    _copy(part, made, ("code", "title_lv", "title_en", "external_id"))
    return made


def copied_unit(unit: Unit, edition_id: int, part_id: int | None, position: int) -> Unit:
    """The same unit, with its outcomes and its identity, in another edition."""
    made = Unit(edition_id=edition_id, part_id=part_id, position=position)
    _copy(unit, made, _KEPT_OF_UNIT)
    for outcome in unit.outcomes:
        twin = Outcome(position=outcome.position)
        _copy(outcome, twin, _KEPT_OF_OUTCOME)
        made.outcomes.append(twin)
    return made


def _copy(old: object, new: object, names: tuple[str, ...]) -> None:
    for name in names:
        setattr(new, name, getattr(old, name))


def _stored(name: str, value: object) -> object:
    if isinstance(value, Decimal) and name in _QUANTITIES:
        return int(value * 1000)
    if isinstance(value, tuple):
        return ";".join(str(part).strip() for part in value)
    return value.strip() if isinstance(value, str) and type(value) is str else value
