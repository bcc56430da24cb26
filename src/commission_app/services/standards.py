"""The library of standards: approval, retirement, and what a person is measured against."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, selectinload

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange.standard_facts import StandardFacts
from commission_app.models.case import RecognitionCase
from commission_app.models.exam import Exam
from commission_app.models.standard import Edition, Outcome, Standard, Unit
from commission_app.rules.vocabulary.standard import CreditUnit, EditionState, OutcomeKind, StandardKind, UnitKind
from commission_app.services.standard_facts_of import facts_of, thousandths
from commission_app.store import search
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class EditionRow:
    """An edition as the library lists it."""

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


@dataclass(frozen=True)
class OutcomeLine:
    """A learning outcome as screens show it."""

    id: int
    uid: str
    code: str
    text_lv: str
    text_en: str
    kind: OutcomeKind | None
    mandatory: bool


@dataclass(frozen=True)
class UnitLine:
    """A unit with its outcomes as screens show it."""

    id: int
    code: str
    title_lv: str
    title_en: str
    kind: UnitKind
    credits: Decimal | None
    credit_unit: CreditUnit | None
    hours: Decimal | None
    final_examination: bool
    recognisable: bool
    outcomes: tuple[OutcomeLine, ...]
    part: str = ""
    mandatory: bool = True


@dataclass(frozen=True)
class EditionCard:
    """An edition with everything in it."""

    row: EditionRow
    valid_until: date | None
    pkl: int | None
    thematic_area: str
    accreditation_number: str
    accreditation_until: date | None
    credits: Decimal | None
    credit_unit: CreditUnit | None
    parts: tuple[tuple[str, str, str], ...]
    units: tuple[UnitLine, ...]
    against_approval: tuple[Refusal, ...] = ()
    against_retirement: tuple[Refusal, ...] = ()


def approve(work: Work, edition_id: int, seen: int) -> None:
    """An edition is approved: cases may be opened against it."""
    edition = work.lock(Edition, edition_id, seen)
    _require(_against_approval(edition))
    edition.state = EditionState.APPROVED


def retire(work: Work, edition_id: int, seen: int, until: date) -> None:
    """An edition is retired: no new case is opened against it, its cases stay."""
    edition = work.lock(Edition, edition_id, seen)
    _require(_against_retirement(edition))
    if until < edition.valid_from:
        raise RefusedError("edition.ends_before_it_begins", at="until", until=until, since=edition.valid_from)
    edition.state, edition.valid_until = EditionState.RETIRED, until


def editions(reading: Reading, *, words: str = "", approved_only: bool = False) -> tuple[EditionRow, ...]:
    """The library, by title."""
    query = select(Edition).join(Standard).order_by(Standard.sort_key, Edition.valid_from.desc())
    if approved_only:
        query = query.where(Edition.state == EditionState.APPROVED)
    if words.strip():
        found = [hit.key for hit in search.find(reading.session, words, noun="standard", limit=500)]
        query = query.where(Edition.standard_id.in_(found))
    rows = reading.session.scalars(query.options(selectinload(Edition.standard))).all()
    counts = _counts(reading.session)
    used = _used_editions(reading.session)
    return tuple(_row(edition, counts.get(edition.id, (0, 0)), edition.id in used) for edition in rows)


def card(reading: Reading, edition_id: int) -> EditionCard:
    """An edition with its parts, units and outcomes."""
    edition = reading.get(Edition, edition_id)
    codes = {part.id: part.code for part in edition.parts}
    units = tuple(_unit_line(unit, codes) for unit in edition.units)
    counts = (len(units), sum(len(unit.outcomes) for unit in units))
    return EditionCard(
        _row(edition, counts, is_used(reading.session, edition.id)),
        edition.valid_until,
        edition.pkl,
        edition.thematic_area,
        edition.accreditation_number,
        edition.accreditation_until,
        thousandths(edition.credits),
        edition.credit_unit,
        tuple((part.code, part.title_lv, part.title_en) for part in edition.parts),
        units,
        _against_approval(edition),
        _against_retirement(edition),
    )


def facts(reading: Reading, edition_id: int) -> StandardFacts:
    """An edition as facts that any format can be written from."""
    return facts_of(reading.get(Edition, edition_id))


def is_used(session: Session, edition_id: int) -> bool:
    """Whether a case or an exam rests on the edition: then it is locked."""
    cases = select(exists().where(RecognitionCase.edition_id == edition_id))
    exams = select(exists().where(Exam.edition_id == edition_id))
    return bool(session.scalar(cases) or session.scalar(exams))


def make_findable(work: Work, standard: Standard) -> None:
    """The search box finds a standard by its code, titles, units and outcomes."""
    words = [standard.code, standard.title_en]
    for edition in standard.editions:
        for unit in edition.units:
            words += [unit.code, unit.title_lv, unit.title_en]
    search.put(work.session, "standard", standard.id, standard.uid, standard.title_lv, standard.code, *words)


def _unit_line(unit: Unit, parts: dict[int, str]) -> UnitLine:
    outcomes = tuple(
        OutcomeLine(row.id, str(row.uid), row.code, row.text_lv, row.text_en, row.kind, row.mandatory)
        for row in unit.outcomes
    )
    return UnitLine(
        unit.id,
        unit.code,
        unit.title_lv,
        unit.title_en,
        unit.kind,
        thousandths(unit.credits),
        unit.credit_unit,
        thousandths(unit.hours),
        unit.final_examination,
        unit.recognisable,
        outcomes,
        parts.get(unit.part_id, "") if unit.part_id else "",
        unit.mandatory,
    )


def _against_approval(edition: Edition) -> tuple[Refusal, ...]:
    if edition.state is EditionState.DRAFT:
        return ()
    return (refusal("edition.not_draft", label=edition.label),)


def _against_retirement(edition: Edition) -> tuple[Refusal, ...]:
    if edition.state is EditionState.APPROVED:
        return ()
    return (refusal("edition.not_approved", label=edition.label),)


def _require(against: tuple[Refusal, ...]) -> None:
    for reason in against:
        raise RefusedError.of(reason)


def _counts(session: Session) -> dict[int, tuple[int, int]]:
    rows = session.execute(
        select(Unit.edition_id, func.count(Unit.id.distinct()), func.count(Outcome.id))
        .outerjoin(Outcome, Outcome.unit_id == Unit.id)
        .group_by(Unit.edition_id)
    )
    return {edition: (units, outcomes) for edition, units, outcomes in rows}


def _used_editions(session: Session) -> set[int]:
    return {
        *session.scalars(select(RecognitionCase.edition_id).distinct()),
        *session.scalars(select(Exam.edition_id).distinct()),
    }


def _row(edition: Edition, counts: tuple[int, int], used: bool) -> EditionRow:
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
        used,
    )
