"""Everything of a standard as it is found: its codes and titles, its units, its outcomes, in both languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from commission_app.models.standard import Edition, Outcome, Standard, Unit
from commission_app.rules.collation import query_terms
from commission_app.services.standard_forms import NodeKey, NodeKind
from commission_app.store import search
from commission_app.store.search import Findable

UNIT, OUTCOME = "unit", "outcome"
BELOW = (UNIT, OUTCOME)
"""The nouns under which the inside of standards is found."""


@dataclass(frozen=True)
class EditionHit:
    """What the words met in an edition first, and how many units and outcomes they met in all; no node: its title."""

    code: str
    text_lv: str
    text_en: str
    node: NodeKey | None = None
    met: int = 1


def index(session: Session, standard: Standard, *editions: Edition) -> None:
    """A standard is found by its code and titles, the editions given (or all) by their units and outcomes."""
    words = (standard.title_en, standard.code)
    search.put(
        session, "standard", standard.id, standard.uid, standard.title_lv or standard.title_en, standard.code, *words
    )
    for edition in editions or standard.editions:
        _index_content(session, edition)


def index_unit(session: Session, unit: Unit, subject: UUID) -> None:
    """A unit is found by its code and titles."""
    found = _findable_unit(unit.id, unit.code, unit.title_lv, unit.title_en)
    search.put(session, UNIT, found.key, subject, found.title, found.detail, *found.words)


def index_outcomes(session: Session, outcomes: Iterable[Outcome], subject: UUID) -> None:
    """Outcomes are found by their codes and texts."""
    for row in outcomes:
        found = _findable_outcome(row.id, row.unit.code, row.code, row.text_lv, row.text_en)
        search.put(session, OUTCOME, found.key, subject, found.title, found.detail, *found.words)


def forget(session: Session, subject: UUID) -> None:
    """Nothing of an edition, or of a standard, is found any more."""
    for noun in ("standard", *BELOW):
        search.drop_all(session, noun, subject)


def forget_node(session: Session, key: NodeKey) -> None:
    """A unit or an outcome is found no more."""
    search.drop(session, UNIT if key.kind is NodeKind.UNIT else OUTCOME, key.id)


def hits(session: Session, words: str) -> dict[int, EditionHit]:
    """The editions that hold all the words, by key, with what was met; where no one text holds them all, together."""
    found = _hits(session, words)
    terms = query_terms(words)
    if found or len(terms) < 2:
        return found
    each = [_hits(session, term) for term in terms]
    everywhere = set.intersection(*(set(one) for one in each))
    below = [one for one in each if any(one[key].node for key in everywhere)] or each
    return {key: next((one[key] for one in below if one[key].node), each[0][key]) for key in everywhere}


def nodes(session: Session, words: str, limit: int) -> tuple[tuple[int, NodeKey, EditionHit, str], ...]:
    """Units, then outcomes that hold the words, each once in its newest edition, with the code of its standard."""
    found: dict[tuple[str, str], tuple[int, NodeKey, EditionHit, str]] = {}
    for kind, noun, column in (
        (NodeKind.UNIT, UNIT, Unit.id.expression),
        (NodeKind.OUTCOME, OUTCOME, Outcome.id.expression),
    ):
        holds = search.among(session, words, noun, column)
        if holds is None:
            return ()
        query = _of_units() if kind is NodeKind.UNIT else _of_outcomes()
        rows = session.execute(query.where(holds).order_by(Edition.valid_from.desc(), column).limit(4 * limit))
        for edition, key, code, lv, en, standard in rows:
            node = NodeKey(kind, key)
            found.setdefault((standard, code), (edition, node, EditionHit(code, lv, en, node), standard))
    return tuple(found.values())[:limit]


def place(node: NodeKey) -> str:
    """Where a node stands on the page of its edition, as one word."""
    return f"{node.kind.value}-{node.id}"


def node_at(place: str) -> NodeKey | None:
    """The node of such a word, or None."""
    kind, _, key = place.partition("-")
    kinds = {one.value: one for one in NodeKind}
    return NodeKey(kinds[kind], int(key)) if kind in kinds and key.isdecimal() else None


def _hits(session: Session, words: str) -> dict[int, EditionHit]:
    found: dict[int, EditionHit] = {}
    _meet(session, words, NodeKind.OUTCOME, found)
    _meet(session, words, NodeKind.UNIT, found)
    titled = search.among(session, words, "standard", Standard.id.expression)
    if titled is not None:
        query = select(Edition.id, Standard.code, Standard.title_lv, Standard.title_en).join(Standard).where(titled)
        for edition, code, lv, en in session.execute(query):
            below = found.get(edition)
            found[edition] = EditionHit(code, lv, en, met=1 + (below.met if below is not None else 0))
    return found


def _meet(session: Session, words: str, kind: NodeKind, found: dict[int, EditionHit]) -> None:
    """Adds the editions in whose units, or outcomes, the words stand; what was met later goes before."""
    column: ColumnElement[int] = Unit.id.expression if kind is NodeKind.UNIT else Outcome.id.expression
    noun = UNIT if kind is NodeKind.UNIT else OUTCOME
    holds = search.among(session, words, noun, column)
    if holds is None:
        return
    below = select(Unit.edition_id, func.min(column), func.count()).where(holds).group_by(Unit.edition_id)
    if kind is NodeKind.OUTCOME:
        below = below.join(Outcome, Outcome.unit_id == Unit.id)
    met = {key: count for _, key, count in session.execute(below)}
    query = _of_units() if kind is NodeKind.UNIT else _of_outcomes()
    for edition, key, code, lv, en, _ in session.execute(query.where(column.in_(met))):
        before = found.get(edition)
        n = met[key] + (before.met if before is not None else 0)
        found[edition] = EditionHit(code, lv, en, NodeKey(kind, key), n)


def _of_units() -> Select[int, int, str, str, str, str]:
    return (
        select(Unit.edition_id, Unit.id, Unit.code, Unit.title_lv, Unit.title_en, Standard.code)
        .join(Edition, Edition.id == Unit.edition_id)
        .join(Standard, Standard.id == Edition.standard_id)
    )


def _of_outcomes() -> Select[int, int, str, str, str, str]:
    return (
        select(Unit.edition_id, Outcome.id, Outcome.code, Outcome.text_lv, Outcome.text_en, Standard.code)
        .join(Unit, Unit.id == Outcome.unit_id)
        .join(Edition, Edition.id == Unit.edition_id)
        .join(Standard, Standard.id == Edition.standard_id)
    )


def _index_content(session: Session, edition: Edition) -> None:
    units = session.execute(
        select(Unit.id, Unit.code, Unit.title_lv, Unit.title_en).where(Unit.edition_id == edition.id)
    )
    search.put_all(session, UNIT, edition.uid, [_findable_unit(*row) for row in units])
    outcomes = session.execute(
        select(Outcome.id, Unit.code, Outcome.code, Outcome.text_lv, Outcome.text_en)
        .join(Unit, Unit.id == Outcome.unit_id)
        .where(Unit.edition_id == edition.id)
    )
    search.put_all(session, OUTCOME, edition.uid, [_findable_outcome(*row) for row in outcomes])


def _findable_unit(key: int, code: str, lv: str, en: str) -> Findable:
    return Findable(key, lv or en, code, (en, code))


def _findable_outcome(key: int, unit: str, code: str, lv: str, en: str) -> Findable:
    return Findable(key, lv or en, code, (en, code, unit))
