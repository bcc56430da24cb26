"""A draft edition is written in the window: its head, parts, units and learning outcomes, one form at a time."""

import re
from collections.abc import Sequence

from sqlalchemy import func, select

from commission_app.errors import ConflictError, RefusedError
from commission_app.exchange import standard_facts as limits
from commission_app.models.standard import Edition, Outcome, Part, Standard, Unit, UnitIdentity
from commission_app.rules.outcome_lines import MOST_LINES, read_lines
from commission_app.services import drafts, standard_rows, standard_search
from commission_app.services import standard_states as states
from commission_app.services.standard_forms import (
    HeadForm,
    NodeKey,
    NodeKind,
    OutcomeForm,
    PartForm,
    UnitForm,
    check_head,
    check_outcome,
    check_part,
    check_unit,
)
from commission_app.store.work import Work

DRAFT = "standard_node"
"""The name under which a begun form of a standard is kept, with the uid of what it is about, or is to stand in."""


def open_draft(work: Work, edition_id: int) -> Edition:
    """Locks a draft that may be changed; refused when a case or an exam rests on it, or when it is no draft."""
    edition = work.lock(Edition, edition_id)
    states.require(states.against_editing(work.session, edition))
    work.touch(edition)
    return edition


def change_head(work: Work, edition_id: int, was: HeadForm, form: HeadForm) -> None:
    """What is said of the edition as a whole changes from what was seen to what the form says.

    Refused: what cannot stand, a code or an edition's name that is taken, a name under which cases are decided.
    """
    check_head(form)
    edition = open_draft(work, edition_id)
    _unchanged(standard_rows.head_form(edition), was)
    standard = edition.standard
    if (form.code, form.kind, form.title_lv, form.title_en) != (was.code, was.kind, was.title_lv, was.title_en):
        states.require(states.name_locked(work.session, edition))
        taken = select(Standard).where(Standard.code == form.code.strip(), Standard.id != standard.id)
        other = work.session.scalars(taken).first()
        if other is not None:
            raise RefusedError("edition.code_taken", at="code", code=other.code, title=other.title_lv or other.title_en)
        work.about(standard.uid)
    if any(row.id != edition_id and row.label.casefold() == form.label.strip().casefold() for row in standard.editions):
        raise RefusedError("edition.label_taken", at="label", label=form.label.strip())
    standard_rows.write_head(edition, form)
    drafts.drop(work, DRAFT, str(edition.uid))
    work.session.flush()
    standard_search.index(work.session, standard, edition)


def add_part(work: Work, edition_id: int, form: PartForm) -> NodeKey:
    """A part of the qualification is added at the end."""
    check_part(form)
    edition = open_draft(work, edition_id)
    _free(edition.parts, form.code)
    row = Part(edition_id=edition.id, position=_next(edition.parts))
    standard_rows.write(row, form)
    work.add(row)
    work.session.flush()
    drafts.drop(work, f"{DRAFT}_new_part", str(edition.uid))
    return NodeKey(NodeKind.PART, row.id)


def change_part(work: Work, part_id: int, was: PartForm, form: PartForm) -> None:
    """A part changes from what was seen to what its form says."""
    check_part(form)
    row = work.get(Part, part_id)
    edition = open_draft(work, row.edition_id)
    _unchanged(standard_rows.part_form(row), was)
    _free(edition.parts, form.code, row.id)
    standard_rows.write(row, form)
    drafts.drop(work, DRAFT, str(row.uid))


def add_unit(work: Work, edition_id: int, form: UnitForm) -> NodeKey:
    """A unit is added at the end, with an identity of its own or that of the same code in another edition."""
    check_unit(form)
    edition = open_draft(work, edition_id)
    if len(edition.units) >= limits.MOST_UNITS:
        raise RefusedError("edition.too_many_units", most=limits.MOST_UNITS)
    _free(edition.units, form.code)
    row = Unit(edition_id=edition.id, position=_next(edition.units), identity=_identity(work, edition, form.code))
    standard_rows.write(row, _placed(form, edition))
    work.add(row)
    work.session.flush()
    standard_search.index_unit(work.session, row, edition.uid)
    drafts.drop(work, f"{DRAFT}_new_unit", str(edition.uid))
    return NodeKey(NodeKind.UNIT, row.id)


def change_unit(work: Work, unit_id: int, was: UnitForm, form: UnitForm) -> None:
    """A unit changes from what was seen to what its form says; its identity stays."""
    check_unit(form)
    row = work.get(Unit, unit_id)
    edition = open_draft(work, row.edition_id)
    _unchanged(standard_rows.unit_form(row), was)
    _free(edition.units, form.code, row.id)
    renamed = row.code != form.code.strip()
    if renamed:
        _follow(edition, row.code, form.code.strip())
    standard_rows.write(row, _placed(form, edition))
    drafts.drop(work, DRAFT, str(row.uid))
    work.session.flush()
    standard_search.index_unit(work.session, row, edition.uid)
    if renamed:
        standard_search.index_outcomes(work.session, row.outcomes, edition.uid)


def add_outcome(work: Work, unit_id: int, form: OutcomeForm) -> NodeKey:
    """A learning outcome is added at the end of a unit."""
    check_outcome(form)
    unit = work.get(Unit, unit_id)
    edition = open_draft(work, unit.edition_id)
    _room(work, edition, 1)
    _free_outcome(work, edition, form.code)
    row = Outcome(unit=unit, position=_next(unit.outcomes))
    standard_rows.write(row, form)
    work.add(row)
    work.session.flush()
    standard_search.index_outcomes(work.session, [row], edition.uid)
    drafts.drop(work, f"{DRAFT}_new_outcome", str(unit.uid))
    return NodeKey(NodeKind.OUTCOME, row.id)


def add_outcomes(work: Work, unit_id: int, pasted: str, language: str) -> tuple[NodeKey, ...]:
    """Outcomes pasted as lines are added at the end of a unit, all or none, in the language they are said to be in.

    Refused: nothing pasted, too many lines, a code that stands already, a text that is too long.
    """
    lines = read_lines(pasted)
    if not lines:
        raise RefusedError("outcome.nothing_pasted", at="pasted")
    if len(lines) > MOST_LINES:
        raise RefusedError("outcome.too_many_pasted", at="pasted", n=len(lines), most=MOST_LINES)
    unit = work.get(Unit, unit_id)
    edition = open_draft(work, unit.edition_id)
    _room(work, edition, len(lines))
    taken, made, position = _outcome_codes(work, edition), list[Outcome](), _next(unit.outcomes)
    for place, line in enumerate(lines):
        code = line.code or free_code(f"{unit.code}.", taken, len(unit.outcomes) + 1)
        if code.casefold() in taken:
            raise RefusedError("node.code_taken", at="pasted", code=code)
        taken.add(code.casefold())
        lv, en = (line.other_text, line.text) if language == "en" else (line.text, line.other_text)
        form = OutcomeForm(code, lv, en)
        check_outcome(form)
        row = Outcome(unit_id=unit.id, position=position + place)
        standard_rows.write(row, form)
        made.append(row)
    work.add(*made)
    work.session.flush()
    standard_search.index_outcomes(work.session, made, edition.uid)
    return tuple(NodeKey(NodeKind.OUTCOME, row.id) for row in made)


def free_code(stem: str, taken: set[str], first: int = 1) -> str:
    """A code that nothing bears yet: the stem with the next number; `taken` holds the codes in small letters."""
    number = first
    while f"{stem}{number}".casefold() in taken:
        number += 1
    return f"{stem}{number}"


def stem_of(code: str) -> str:
    """A code without the number at its end, to number the next from."""
    return re.sub(r"\d+$", "", code)


def _unchanged(stored: object, seen: object) -> None:
    if stored != seen:
        raise ConflictError("conflict.changed", noun="standard")


def _free(rows: Sequence[Part] | Sequence[Unit], code: str, but: int | None = None) -> None:
    if any(row.id != but and row.code.casefold() == code.strip().casefold() for row in rows):
        raise RefusedError("node.code_taken", at="code", code=code.strip())


def _free_outcome(work: Work, edition: Edition, code: str, but: int | None = None) -> None:
    if code.strip().casefold() in _outcome_codes(work, edition, but):
        raise RefusedError("node.code_taken", at="code", code=code.strip())


def change_outcome(work: Work, outcome_id: int, was: OutcomeForm, form: OutcomeForm) -> None:
    """A learning outcome changes from what was seen to what its form says."""
    check_outcome(form)
    row = work.get(Outcome, outcome_id)
    edition = open_draft(work, row.unit.edition_id)
    _unchanged(standard_rows.outcome_form(row), was)
    _free_outcome(work, edition, form.code, row.id)
    standard_rows.write(row, form)
    drafts.drop(work, DRAFT, str(row.uid))
    work.session.flush()
    standard_search.index_outcomes(work.session, [row], edition.uid)


def _outcome_codes(work: Work, edition: Edition, but: int | None = None) -> set[str]:
    query = select(Outcome.id, Outcome.code).join(Unit).where(Unit.edition_id == edition.id)
    return {code.casefold() for key, code in work.session.execute(query) if key != but}


def _room(work: Work, edition: Edition, more: int) -> None:
    there = work.session.scalar(select(func.count(Outcome.id)).join(Unit).where(Unit.edition_id == edition.id)) or 0
    if there + more > limits.MOST_OUTCOMES:
        raise RefusedError("edition.too_many_outcomes", most=limits.MOST_OUTCOMES)


def _next(rows: Sequence[Part] | Sequence[Unit] | Sequence[Outcome]) -> int:
    return max((row.position for row in rows), default=0) + 1


def _identity(work: Work, edition: Edition, code: str) -> UnitIdentity:
    """The identity that the same code has in another edition of the standard, else a new one."""
    for other in edition.standard.editions:
        for unit in other.units:
            if other.id != edition.id and unit.code.casefold() == code.strip().casefold():
                return unit.identity
    made = UnitIdentity(code=code.strip())
    work.add(made)
    return made


def _placed(form: UnitForm, edition: Edition) -> UnitForm:
    """The unit in a part of its own edition. Refused: a part that is not there."""
    if form.part_id is not None and form.part_id not in {part.id for part in edition.parts}:
        raise RefusedError("unit.no_such_part", at="part_id")
    return form


def _follow(edition: Edition, old: str, new: str) -> None:
    """Units that need the renamed one need it by its new code."""
    for unit in edition.units:
        needs = unit.prerequisites.split(";") if unit.prerequisites else []
        if old in needs:
            unit.prerequisites = ";".join(new if need == old else need for need in needs)
