"""The library of standards: its editions, and what a person is measured against in each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from commission_app.errors import Refusal
from commission_app.exchange.standard_facts import StandardFacts
from commission_app.models.case import RecognitionCase
from commission_app.models.exam import Exam
from commission_app.models.standard import Edition, Outcome, Standard, Unit
from commission_app.rules.vocabulary.standard import EditionState, StandardKind
from commission_app.services import standard_rows, standard_search
from commission_app.services import standard_states as states
from commission_app.services.standard_content import OutcomeLine, PartLine, UnitLine, content
from commission_app.services.standard_facts_of import facts_of
from commission_app.services.standard_forms import HeadForm
from commission_app.services.standard_search import EditionHit
from commission_app.services.standard_states import is_used
from commission_app.store.work import Reading, Work

__all__ = [
    "EditionActs",
    "EditionCard",
    "EditionRow",
    "EditionStep",
    "OutcomeLine",
    "PartLine",
    "UnitLine",
    "UnitStanding",
    "card",
    "editions",
    "facts",
    "is_used",
    "make_findable",
    "stands_in",
]


@dataclass(frozen=True)
class EditionRow:
    """An edition as the library lists it; `cases` rest on it, `hit` is what the words of the list met in it."""

    id: int
    version: int
    code: str
    kind: StandardKind
    title_lv: str
    title_en: str
    label: str
    state: EditionState
    valid_from: date
    lki: int | None
    accredited: bool
    units: int
    outcomes: int
    used: bool
    cases: int = 0
    isced_f: str = ""
    valid_until: date | None = None
    hit: EditionHit | None = None


@dataclass(frozen=True)
class EditionStep:
    """One edition in the line of a standard's editions."""

    id: int
    label: str
    state: EditionState
    valid_from: date
    valid_until: date | None
    predecessor_id: int | None


@dataclass(frozen=True)
class EditionActs:
    """What stands against each act now; nothing where it is lawful."""

    editing: tuple[Refusal, ...]
    review: tuple[Refusal, ...]
    sending_back: tuple[Refusal, ...]
    approval: tuple[Refusal, ...]
    retirement: tuple[Refusal, ...]
    discarding: tuple[Refusal, ...]
    naming: tuple[Refusal, ...]


@dataclass(frozen=True)
class EditionCard:
    """An edition with everything in it, and the other editions of its standard from the oldest."""

    row: EditionRow
    uid: UUID
    head: HeadForm
    valid_until: date | None
    state_reason: str
    parts: tuple[PartLine, ...]
    units: tuple[UnitLine, ...]
    line: tuple[EditionStep, ...]
    used_by: tuple[Refusal, ...]
    acts: EditionActs


@dataclass(frozen=True)
class UnitStanding:
    """Where else a unit stands: an edition of the same or another standard."""

    edition_id: int
    unit_id: int
    code: str
    title_lv: str
    title_en: str
    label: str
    state: EditionState


def editions(reading: Reading, *, words: str = "", approved_only: bool = False) -> tuple[EditionRow, ...]:
    """The library, by title; with words, the editions in which they stand, and where."""
    query = select(Edition).join(Standard).order_by(Standard.sort_key, Edition.valid_from.desc())
    if approved_only:
        query = query.where(Edition.state == EditionState.APPROVED)
    hits: Mapping[int, EditionHit] = {}
    if words.strip():
        hits = standard_search.hits(reading.session, words)
        query = query.where(Edition.id.in_(list(hits)))
    rows = reading.session.scalars(query.options(selectinload(Edition.standard))).all()
    counts, uses = _counts(reading.session), _uses(reading.session)
    return tuple(_row(row, counts.get(row.id, (0, 0)), uses.get(row.id), hits.get(row.id)) for row in rows)


def card(reading: Reading, edition_id: int) -> EditionCard:
    """An edition with its parts, units and outcomes, and what may be done with it."""
    session, edition = reading.session, reading.get(Edition, edition_id)
    held = content(session, edition.id)
    counts = (len(held.units), sum(len(unit.outcomes) for unit in held.units))
    return EditionCard(
        _row(edition, counts, _uses(session, edition.id).get(edition.id), None),
        edition.uid,
        standard_rows.head_form(edition),
        edition.valid_until,
        edition.state_reason,
        held.parts,
        held.units,
        tuple(_step(row) for row in edition.standard.editions),
        states.used_by(session, edition),
        EditionActs(
            states.against_editing(session, edition),
            states.against_review(edition, held),
            states.against_sending_back(session, edition),
            states.against_approval(session, edition, held),
            states.against_retirement(edition),
            states.against_discarding(session, edition),
            states.name_locked(session, edition),
        ),
    )


def stands_in(reading: Reading, unit_id: int) -> tuple[UnitStanding, ...]:
    """Where else the same unit stands, by title and the newest edition first."""
    unit = reading.get(Unit, unit_id)
    rows = reading.session.execute(
        select(Unit, Edition, Standard)
        .join(Edition, Edition.id == Unit.edition_id)
        .join(Standard, Standard.id == Edition.standard_id)
        .where(Unit.identity_id == unit.identity_id, Unit.id != unit.id)
        .order_by(Standard.sort_key, Edition.valid_from.desc())
    )
    return tuple(
        UnitStanding(
            edition.id, row.id, standard.code, standard.title_lv, standard.title_en, edition.label, edition.state
        )
        for row, edition, standard in rows
    )


def facts(reading: Reading, edition_id: int) -> StandardFacts:
    """An edition as facts that any format can be written from."""
    return facts_of(reading.get(Edition, edition_id))


def make_findable(work: Work, standard: Standard, *taken_in: Edition) -> None:
    """The search finds a standard by its code and titles, and the editions taken in (or all) by what is in them."""
    standard_search.index(work.session, standard, *taken_in)


def _counts(session: Session) -> dict[int, tuple[int, int]]:
    rows = session.execute(
        select(Unit.edition_id, func.count(Unit.id.distinct()), func.count(Outcome.id))
        .outerjoin(Outcome, Outcome.unit_id == Unit.id)
        .group_by(Unit.edition_id)
    )
    return {edition: (units, outcomes) for edition, units, outcomes in rows}


def _uses(session: Session, edition_id: int | None = None) -> dict[int, int]:
    """How many cases rest on each edition that is used at all; one used by an exam alone has none."""
    cases = select(RecognitionCase.edition_id, func.count().label("n")).group_by(RecognitionCase.edition_id)
    exams = select(Exam.edition_id).distinct()
    if edition_id is not None:
        cases, exams = cases.where(RecognitionCase.edition_id == edition_id), exams.where(Exam.edition_id == edition_id)
    found = dict.fromkeys(session.scalars(exams), 0)
    return found | {row.edition_id: row.n for row in session.execute(cases)}


def _step(edition: Edition) -> EditionStep:
    return EditionStep(
        edition.id, edition.label, edition.state, edition.valid_from, edition.valid_until, edition.predecessor_id
    )


def _row(edition: Edition, counts: tuple[int, int], cases: int | None, hit: EditionHit | None) -> EditionRow:
    standard = edition.standard
    return EditionRow(
        edition.id,
        edition.version,
        standard.code,
        standard.kind,
        standard.title_lv,
        standard.title_en,
        edition.label,
        edition.state,
        edition.valid_from,
        edition.lki,
        edition.accredited,
        *counts,
        cases is not None,
        cases or 0,
        edition.isced_f,
        edition.valid_until,
        hit,
    )
