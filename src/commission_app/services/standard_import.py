"""A standard comes into the library: first what would change, then all of it or nothing."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import standard_facts, standard_layout, standard_rule_cells
from commission_app.exchange.standard_carried import completed, lost
from commission_app.exchange.standard_changes import Change, Level, Mark, changes
from commission_app.exchange.standard_facts import StandardFacts, StandardFormat, UnitFacts
from commission_app.models.standard import Edition, Outcome, Part, Standard, Unit, UnitIdentity
from commission_app.rules.collation import sort_key
from commission_app.rules.vocabulary.standard import EditionState
from commission_app.services.standard_facts_of import facts_of
from commission_app.services.standard_identities import lasting_identities, same_remarks
from commission_app.services.standards import is_used, make_findable
from commission_app.store.work import Reading, Work

__all__ = ["Change", "ImportPreview", "Mark", "column_name", "preview", "take_in"]


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
    changes: tuple[Change, ...] = ()
    format: StandardFormat = StandardFormat.WORKBOOK
    not_carried: tuple[str, ...] = ()
    against: tuple[Refusal, ...] = ()
    free_label: str = ""
    order_only: bool = False


def preview(reading: Reading, facts: StandardFacts, as_edition: str = "") -> ImportPreview:
    """What importing the standard would change; `as_edition` takes it as an edition of that name.

    A locked edition that would change stands as a refusal against it, with a name that is free for a new edition.
    Refused: a standard nobody could be measured against.
    """
    return _preview(reading, _named(facts, as_edition, reading.today))[0]


def take_in(work: Work, facts: StandardFacts, *, approve: bool = False, as_edition: str = "") -> int:
    """A standard is taken into the library as a draft edition, or approved at once; gives the edition's key.

    Taking in the same edition again changes nothing. Refused: an edition in use that would change.
    """
    seen, facts = _preview(work, _named(facts, as_edition, work.today))
    for reason in seen.against:
        raise RefusedError.of(reason)
    standard = _standard(work, facts)
    label = seen.label
    edition = next((row for row in standard.editions if row.label == label), None)
    if edition is not None and seen.unchanged:
        return edition.id
    lasting = lasting_identities(work, standard, facts)
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
    _fill(work, edition, facts, lasting)
    work.session.flush()
    work.about(standard.uid, edition.uid)
    make_findable(work, standard, edition)
    return edition.id


def column_name(field: str) -> str:
    """The heading under which the workbook has a field; the field itself where it has none."""
    field = standard_rule_cells.KIND if field == "aggregation" else field
    layouts = (standard_layout.UNITS.columns, standard_layout.OUTCOMES.columns, standard_layout.FIELDS)
    return next((column.heading for columns in layouts for column in columns if column.key == field), field)


def _in_thousandths(value: Decimal | None) -> int | None:
    return None if value is None else int(value * 1000)


def _named(facts: StandardFacts, label: str, today: date) -> StandardFacts:
    """The standard as a new edition of the name given, in force from today."""
    return replace(facts, edition_label=label, valid_from=today) if label else facts


@dataclass(frozen=True)
class _Meant:
    """What a file speaks of in the library, and the facts with all that the library keeps."""

    standard: Standard | None
    edition: Edition | None
    old: StandardFacts | None
    before: StandardFacts | None
    facts: StandardFacts


def _looked_up(session: Session, facts: StandardFacts, today: date) -> _Meant:
    facts = _with_code(session, facts)
    standard = session.scalars(select(Standard).where(Standard.code == facts.code)).one_or_none()
    edition = None if standard is None else _meant(standard, facts, today)
    old = None if edition is None else facts_of(edition)
    before = old or _latest(standard)
    if before is not None:
        facts = completed(before if old else replace(before, edition_label="", valid_from=None), facts)
        standard_facts.check(facts)
    label = edition.label if edition is not None else facts.edition_label or str((facts.valid_from or today).year)
    begins = facts.valid_from or (old.valid_from if old else today)
    return _Meant(standard, edition, old, before, replace(facts, edition_label=label, valid_from=begins))


def _with_code(session: Session, facts: StandardFacts) -> StandardFacts:
    """A framework without a code of its own has the one under which its identifier is in the library."""
    if f"standard:{facts.code}" not in facts.made or not facts.external_id:
        return facts
    by_id = select(Standard.code).join(Edition).where(Edition.external_id == facts.external_id)
    known = session.scalars(by_id.order_by(Edition.id)).first()
    return facts if known is None else replace(facts, code=known)


def _preview(reading: Reading, facts: StandardFacts) -> tuple[ImportPreview, StandardFacts]:
    session = reading.session
    reading.progress.step(0, 3)
    standard_facts.check(facts)
    meant = _looked_up(session, facts, reading.today)
    standard, edition, old, before, facts = meant.standard, meant.edition, meant.old, meant.before, meant.facts
    same = old is not None and old == facts
    locked = edition is not None and not same and is_used(session, edition.id)
    reading.progress.step(1, 3)
    rows = changes(before, facts)
    reading.progress.step(2, 3)
    marks = _unit_codes(changes(None, facts) if old is None else rows)
    seen = ImportPreview(
        facts.code,
        facts.title_lv or facts.title_en,
        facts.edition_label,
        standard is None,
        edition is None,
        same,
        marks[Mark.ADDED],
        marks[Mark.REMOVED],
        marks[Mark.CHANGED],
        len(facts.units),
        sum(len(unit.outcomes) for unit in facts.units),
        (*standard_facts.remarks(facts), *same_remarks(session, facts)),
        rows,
        facts.format,
        lost(replace(before, format=facts.format)) if before is not None else (),
        (refusal("edition.locked", standard=facts.code, label=facts.edition_label),) if locked else (),
        _free_label(standard, reading.today) if locked and standard is not None else "",
        old is not None and not same and not any(row.any_change() for row in rows),
    )
    return seen, facts


def _unit_codes(rows: tuple[Change, ...]) -> dict[Mark, tuple[str, ...]]:
    """The codes of the units that are new, go, or change in themselves or in an outcome."""
    units = [row for row in rows if row.level is Level.UNIT]
    added = tuple(row.code for row in units if row.mark is Mark.ADDED)
    removed = tuple(row.code for row in units if row.mark is Mark.REMOVED)
    changed = (row for row in units if row.any_change() and row.mark not in (Mark.ADDED, Mark.REMOVED))
    return {Mark.ADDED: added, Mark.REMOVED: removed, Mark.CHANGED: tuple(row.code for row in changed)}


def _meant(standard: Standard, facts: StandardFacts, today: date) -> Edition | None:
    """The edition that a file speaks of: by its name, or the latest where its format has no place for one."""
    if not facts.edition_label and facts.format is not StandardFormat.WORKBOOK:
        return max(standard.editions, key=lambda row: row.valid_from, default=None)
    label = facts.edition_label or str((facts.valid_from or today).year)
    return next((row for row in standard.editions if row.label == label), None)


def _latest(standard: Standard | None) -> StandardFacts | None:
    latest = None if standard is None else max(standard.editions, key=lambda row: row.valid_from, default=None)
    return None if latest is None else facts_of(latest)


def _free_label(standard: Standard, today: date) -> str:
    """A name that no edition of the standard has yet."""
    taken = {row.label for row in standard.editions}
    label, n = str(today.year), 1
    while label in taken:
        n += 1
        label = f"{today.year}-{n}"
    return label


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
    edition.pkl_scale, edition.currency_years = facts.pkl_scale, facts.currency_years
    edition.description_lv, edition.description_en = facts.description_lv, facts.description_en
    edition.entry_requirements = facts.entry_requirements
    edition.last_applications_on = facts.last_applications_on
    edition.scale, edition.aggregation, edition.combination = facts.scale, facts.aggregation, facts.combination
    edition.external_id = facts.external_id


def _fill(work: Work, edition: Edition, facts: StandardFacts, lasting: dict[str, UnitIdentity]) -> None:
    parts: dict[str, Part] = {}
    for position, part in enumerate(facts.parts, 1):
        row = Part(edition_id=edition.id, position=position, code=part.code)
        row.title_lv, row.title_en = part.title_lv, part.title_en
        row.external_id = part.external_id
        parts[part.code] = row
    work.add(*parts.values())
    work.session.flush()
    for position, unit in enumerate(facts.units, 1):
        work.progress.step(position, len(facts.units))
        part_id = parts[unit.part_code].id if unit.part_code else None
        work.add(_unit(edition, unit, position, part_id, lasting[unit.code]))


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
            section=outcome.section,
            maximum=_in_thousandths(outcome.maximum),
            external_id=outcome.external_id,
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
        local=facts.local,
        route=facts.route,
        semester=facts.semester,
        aggregation=facts.aggregation,
        external_id=facts.external_id,
        prerequisites=";".join(facts.prerequisites),
        outcomes=outcomes,
    )
