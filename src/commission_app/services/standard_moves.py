"""Parts, units and outcomes of a draft are moved, doubled, taken out, or taken over from another standard."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from commission_app.errors import RefusedError
from commission_app.models.standard import Edition, Outcome, Part, Unit, UnitIdentity
from commission_app.services import standard_rows, standard_search
from commission_app.services.standard_edit import free_code, open_draft, stem_of
from commission_app.services.standard_forms import NodeKey, NodeKind, OutcomeForm
from commission_app.store.work import Work

Row = Part | Unit | Outcome
S = TypeVar("S", Part, Unit, Outcome)


def remove(work: Work, keys: tuple[NodeKey, ...]) -> None:
    """Parts, units and outcomes are taken out of a draft; the units of a part stay, outside of any part.

    The chain of acts keeps what they said.
    """
    for key in sorted(keys, key=lambda key: (key.kind is not NodeKind.OUTCOME, key.kind is not NodeKind.UNIT)):
        row = _row(work, key)
        if row is None:
            continue
        edition = open_draft(work, edition_of(work, key).id)
        if isinstance(row, Part):
            for unit in edition.units:
                unit.part_id = None if unit.part_id == row.id else unit.part_id
            work.session.flush()
        if isinstance(row, Unit):
            _remove_unit(work, edition, row)
        if isinstance(row, Outcome):
            standard_search.forget_node(work.session, key)
        work.remove([row])
        work.session.flush()
        work.session.expire_all()


def duplicate(work: Work, key: NodeKey) -> NodeKey:
    """A unit or an outcome stands a second time right below, under a code that is free; a unit with a new identity."""
    edition = open_draft(work, edition_of(work, key).id)
    row = _row(work, key)
    codes = {one.code.casefold() for unit in edition.units for one in unit.outcomes}
    if isinstance(row, Outcome):
        twin = Outcome(unit_id=row.unit_id, code=free_code(stem_of(row.code), codes))
        standard_rows.write(twin, _with_code(standard_rows.outcome_form(row), twin.code))
        twin.position = row.position
        work.add(twin)
        work.session.flush()
        _number(_below(row.unit.outcomes, row, twin))
        standard_search.index_outcomes(work.session, [twin], edition.uid)
        return NodeKey(NodeKind.OUTCOME, twin.id)
    if isinstance(row, Unit):
        return _duplicate_unit(work, edition, row, codes)
    raise RefusedError("node.not_doubled")


def move(work: Work, key: NodeKey, by: int) -> None:
    """One place up (-1) or down (+1) among its own: outcomes in their unit, units in their part, parts in the edition.

    At the edge of a unit or a part it stays where it is.
    """
    edition = open_draft(work, edition_of(work, key).id)
    siblings = _siblings(edition, _row(work, key))
    at = next(n for n, row in enumerate(siblings) if row.id == key.id)
    to = at + by
    if 0 <= to < len(siblings):
        siblings[at].position, siblings[to].position = siblings[to].position, siblings[at].position


def place(work: Work, key: NodeKey, above: NodeKey, at: int) -> None:
    """An outcome goes into a unit, or a unit into a part (or out of all parts: the head), at a place among the others.

    Refused: an outcome into anything but a unit, a unit of another edition.
    """
    edition = open_draft(work, edition_of(work, key).id)
    if edition_of(work, above).id != edition.id:
        raise RefusedError("node.other_edition")
    row, below = _row(work, key), _row(work, above)
    if isinstance(row, Outcome) and isinstance(below, Unit):
        row.unit = below
        work.session.flush()
        work.session.expire(below, ["outcomes"])
        _number(_inserted([one for one in below.outcomes if one.id != row.id], row, at))
        standard_search.index_outcomes(work.session, [row], edition.uid)
    elif isinstance(row, Unit) and (above.kind is NodeKind.HEAD or isinstance(below, Part)):
        row.part_id = below.id if isinstance(below, Part) else None
        among = [one for one in edition.units if one.part_id == row.part_id and one.id != row.id]
        others = [one for one in edition.units if one.part_id != row.part_id]
        _number([*others, *_inserted(among, row, at)])
    elif isinstance(row, Part) and above.kind is NodeKind.HEAD:
        _number(_inserted([one for one in edition.parts if one.id != row.id], row, at))
    else:
        raise RefusedError("node.wrong_place")


def borrow(work: Work, edition_id: int, unit_ids: tuple[int, ...], part_id: int | None = None) -> tuple[NodeKey, ...]:
    """Units of other standards stand in this one too, as the same units: what is recognised in one holds in both.

    Refused: a unit that stands here already, or whose code or outcomes' codes something else bears.
    """
    edition = open_draft(work, edition_id)
    if part_id is not None and part_id not in {part.id for part in edition.parts}:
        raise RefusedError("unit.no_such_part", at="part_id")
    made = list[Unit]()
    known = {unit.identity_id: unit.code for unit in edition.units}
    codes = {unit.code.casefold() for unit in edition.units}
    outcomes = {row.code.casefold() for unit in edition.units for row in unit.outcomes}
    position = max((unit.position for unit in edition.units), default=0)
    for key in unit_ids:
        unit = work.get(Unit, key)
        if unit.identity_id in known:
            raise RefusedError("unit.stands_here", at="units", code=known[unit.identity_id])
        if unit.code.casefold() in codes:
            raise RefusedError("node.code_taken", at="units", code=unit.code)
        twice = next((row.code for row in unit.outcomes if row.code.casefold() in outcomes), None)
        if twice is not None:
            raise RefusedError("node.code_taken", at="units", code=twice)
        position += 1
        twin = standard_rows.copied_unit(unit, edition.id, part_id, position)
        twin.prerequisites = ";".join(need for need in twin.prerequisites.split(";") if need.casefold() in codes)
        known[unit.identity_id] = unit.code
        codes.add(unit.code.casefold())
        outcomes |= {row.code.casefold() for row in unit.outcomes}
        work.add(twin)
        made.append(twin)
        work.about(unit.edition.uid)
    if not made:
        raise RefusedError("unit.none_chosen", at="units")
    work.session.flush()
    for twin in made:
        standard_search.index_unit(work.session, twin, edition.uid)
        standard_search.index_outcomes(work.session, twin.outcomes, edition.uid)
    return tuple(NodeKey(NodeKind.UNIT, twin.id) for twin in made)


def edition_of(work: Work, key: NodeKey) -> Edition:
    """The edition in which something stands."""
    match key.kind:
        case NodeKind.HEAD:
            return work.get(Edition, key.id)
        case NodeKind.PART:
            return work.get(Part, key.id).edition
        case NodeKind.UNIT:
            return work.get(Unit, key.id).edition
        case NodeKind.OUTCOME:
            return work.get(Outcome, key.id).unit.edition


def _row(work: Work, key: NodeKey) -> Row | None:
    match key.kind:
        case NodeKind.PART:
            return work.session.get(Part, key.id)
        case NodeKind.UNIT:
            return work.session.get(Unit, key.id)
        case NodeKind.OUTCOME:
            return work.session.get(Outcome, key.id)
        case _:
            return None


def _remove_unit(work: Work, edition: Edition, unit: Unit) -> None:
    for outcome in unit.outcomes:
        standard_search.forget_node(work.session, NodeKey(NodeKind.OUTCOME, outcome.id))
    standard_search.forget_node(work.session, NodeKey(NodeKind.UNIT, unit.id))
    work.remove(list(unit.outcomes))
    for other in edition.units:
        needs = other.prerequisites.split(";") if other.prerequisites else []
        if unit.code in needs:
            other.prerequisites = ";".join(need for need in needs if need != unit.code)
    work.session.flush()


def _duplicate_unit(work: Work, edition: Edition, unit: Unit, codes: set[str]) -> NodeKey:
    twin = standard_rows.copied_unit(unit, edition.id, unit.part_id, unit.position)
    twin.code = free_code(stem_of(unit.code), {one.code.casefold() for one in edition.units})
    twin.identity = UnitIdentity(code=twin.code)
    twin.external_id = ""
    for outcome in twin.outcomes:
        begins = outcome.code.startswith(unit.code)
        wanted = twin.code + outcome.code.removeprefix(unit.code) if begins else ""
        if not wanted or wanted.casefold() in codes:
            wanted = free_code(f"{twin.code}.", codes)
        codes.add(wanted.casefold())
        outcome.code, outcome.external_id = wanted, ""
    units = list(edition.units)
    work.add(twin)
    work.session.flush()
    _number(_below(units, unit, twin))
    standard_search.index_unit(work.session, twin, edition.uid)
    standard_search.index_outcomes(work.session, twin.outcomes, edition.uid)
    return NodeKey(NodeKind.UNIT, twin.id)


def _siblings(
    edition: Edition, row: Part | Unit | Outcome | None
) -> Sequence[Part] | Sequence[Unit] | Sequence[Outcome]:
    """The rows among which one is moved, numbered anew where two bear one number."""
    if isinstance(row, Outcome):
        return _parted(list(row.unit.outcomes))
    if isinstance(row, Unit):
        return _parted([unit for unit in edition.units if unit.part_id == row.part_id])
    return _parted(list(edition.parts))


def _parted(rows: list[S]) -> list[S]:
    if len({row.position for row in rows}) < len(rows):
        _number(rows)
    return rows


def _below(rows: Sequence[S], row: S, twin: S) -> list[S]:
    """The rows with a new one right below the one it was made from."""
    others = [one for one in rows if one is not twin]
    return _inserted(others, twin, others.index(row) + 1)


def _inserted(rows: Sequence[S], row: S, at: int) -> list[S]:
    found = list(rows)
    found.insert(at, row)
    return found


def _number(rows: Sequence[S]) -> None:
    for position, row in enumerate(rows, 1):
        if row.position != position:
            row.position = position


def _with_code(form: OutcomeForm, code: str) -> OutcomeForm:
    return replace(form, code=code)
