"""What a person has acquired over all cases and years, and what it leads to: parts, qualifications, programmes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from commission_app.errors import Refusal, refusal
from commission_app.models.case import Case, Claim, RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import RecognisedUnit
from commission_app.models.person import Person
from commission_app.models.standard import Edition, Unit
from commission_app.rules import accumulation
from commission_app.rules.accumulation import UnitNeed
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.accumulation import Stage, UnitStanding
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.standard import EditionState, StandardKind
from commission_app.rules.workflow import is_open
from commission_app.services import people
from commission_app.store.work import Reading


@dataclass(frozen=True)
class Origin:
    """Where a unit was acquired: the case, its day, and the certificate where one stands."""

    case_id: int
    case_number: str
    on: date
    certificate: str


@dataclass(frozen=True)
class UnitRow:
    """A unit of a qualification as it stands for the person."""

    identity: int
    code: str
    title_lv: str
    title_en: str
    part: str
    mandatory: bool
    standing: UnitStanding
    credits: Credits | None
    hours: Decimal | None
    origin: Origin | None


@dataclass(frozen=True)
class PartRow:
    """A part of a qualification with its stage and the codes that are missing."""

    code: str
    title_lv: str
    title_en: str
    stage: Stage
    missing: tuple[str, ...]


@dataclass(frozen=True)
class QualificationRow:
    """A qualification or programme that shares units with what the person has; the nearest stand first."""

    edition_id: int
    kind: StandardKind
    code: str
    title_lv: str
    title_en: str
    label: str
    lki: int | None
    stage: Stage
    held: int
    wanted: int
    against: tuple[Refusal, ...]
    parts: tuple[PartRow, ...]
    units: tuple[UnitRow, ...]
    own: bool
    far: Fraction


@dataclass(frozen=True)
class StackCard:
    """Everything a person has, once, and what it leads to."""

    person_id: int
    person: str
    held: int
    total: tuple[Credits, ...]
    qualifications: tuple[QualificationRow, ...]


def of_person(reading: Reading, person_id: int) -> StackCard:
    """What a person has and what is missing; that the record was opened is itself recorded."""
    person = reading.get(Person, person_id)
    reading.opened.add(person.uid)
    return _card(reading, person, ())


def of_case(reading: Reading, case_id: int) -> StackCard:
    """The same from a case: the qualification it is about is shown though nothing of it is there yet."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    return _card(reading, case.person, (case.edition_id,))


def against_whole(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """Why the whole qualification of a case may not be certified yet; nothing when every unit is there."""
    mine = select(RecognisedUnit.identity_id).where(RecognisedUnit.person_id == case.person_id)
    held = frozenset(session.scalars(mine))
    needs = [_need(unit, {}) for unit in case.edition.units]
    return accumulation.progress(needs, held).against


def _card(reading: Reading, person: Person, own: tuple[int, ...]) -> StackCard:
    session = reading.session
    mine = origins(session, person.id)
    held, asked = frozenset(mine), _asked(session, person.id)
    rows = [_row(edition, mine, asked, own) for edition in _editions(session, held, own)]
    rows.sort(key=lambda row: (row.far, not row.own, row.code, row.label))
    recognised = select(RecognisedUnit).where(RecognisedUnit.person_id == person.id)
    credits = [
        (row.identity_id, Credits.from_thousandths(row.credits, row.credit_unit))
        for row in session.scalars(recognised)
        if row.credits is not None and row.credit_unit is not None
    ]
    name = people.full_name(person)
    return StackCard(person.id, name, len(held), accumulation.total(credits), tuple(rows))


def origins(session: Session, person_id: int) -> dict[int, Origin]:
    """What the person has, by identity: the case it came from and the certificate that stands."""
    newest = (
        select(Certificate.case_id, func.max(Certificate.number).label("number"))
        .where(Certificate.state == CertificateState.ISSUED)
        .group_by(Certificate.case_id)
        .subquery()
    )
    query = (
        select(RecognisedUnit, Case.number, newest.c.number)
        .join(Case, Case.id == RecognisedUnit.case_id)
        .outerjoin(newest, newest.c.case_id == RecognisedUnit.case_id)
        .where(RecognisedUnit.person_id == person_id)
    )
    return {
        row.identity_id: Origin(row.case_id, number, row.recognised_on, certificate or "")
        for row, number, certificate in session.execute(query)
    }


def _asked(session: Session, person_id: int) -> frozenset[int]:
    """What is asked for in cases that are not decided."""
    query = (
        select(Unit.identity_id, RecognitionCase.state)
        .join(Claim, Claim.unit_id == Unit.id)
        .join(RecognitionCase, RecognitionCase.id == Claim.case_id)
        .where(RecognitionCase.person_id == person_id)
    )
    return frozenset(identity for identity, state in session.execute(query) if is_open(state))


def _editions(session: Session, held: frozenset[int], own: tuple[int, ...]) -> list[Edition]:
    """The newest edition of each standard that shares a unit, an approved one before a retired; the case's own."""
    sharing = select(Unit.edition_id).where(Unit.identity_id.in_(held))
    query = (
        select(Edition)
        .where(or_(Edition.id.in_(own), Edition.id.in_(sharing)))
        .where(or_(Edition.id.in_(own), Edition.state.in_((EditionState.APPROVED, EditionState.RETIRED))))
        .options(joinedload(Edition.standard), selectinload(Edition.units), selectinload(Edition.parts))
        .order_by(Edition.valid_from, Edition.id)
    )
    found: dict[int, Edition] = {}
    for edition in session.scalars(query):
        standing = found.get(edition.standard_id)
        if standing is None or _rank(edition, own) >= _rank(standing, own):
            found[edition.standard_id] = edition
    return list(found.values())


def _rank(edition: Edition, own: tuple[int, ...]) -> tuple[bool, bool]:
    return edition.id in own, edition.state is EditionState.APPROVED


def _row(edition: Edition, mine: Mapping[int, Origin], asked: frozenset[int], own: tuple[int, ...]) -> QualificationRow:
    codes = {part.id: part.code for part in edition.parts}
    needs = [(unit, _need(unit, codes)) for unit in edition.units]
    held = frozenset(mine)
    found = accumulation.progress((need for _, need in needs), held, codes.values())
    stages = {part.code: part for part in found.parts}
    standard = edition.standard
    return QualificationRow(
        edition.id,
        standard.kind,
        standard.code,
        standard.title_lv,
        standard.title_en,
        edition.label,
        edition.lki,
        found.stage,
        len(found.held),
        len(found.held) + len(found.missing) + len(found.in_study),
        _against(standard.kind, found.against),
        tuple(
            PartRow(part.code, part.title_lv, part.title_en, stages[part.code].stage, stages[part.code].missing)
            for part in edition.parts
        ),
        tuple(_unit(unit, need, mine, asked) for unit, need in needs),
        edition.id in own,
        found.far,
    )


def _against(kind: StandardKind, found: tuple[Refusal, ...]) -> tuple[Refusal, ...]:
    """A study programme is finished in the programme itself, even where every course of it is recognised."""
    return found or ((refusal("accumulation.programme"),) if kind is StandardKind.STUDY_PROGRAMME else ())


def _unit(unit: Unit, need: UnitNeed, mine: Mapping[int, Origin], asked: frozenset[int]) -> UnitRow:
    return UnitRow(
        unit.identity_id,
        unit.code,
        unit.title_lv,
        unit.title_en,
        need.part,
        unit.mandatory,
        accumulation.standing(need, frozenset(mine), asked),
        need.credits,
        None if unit.hours is None else Decimal(unit.hours) / 1000,
        mine.get(unit.identity_id),
    )


def _need(unit: Unit, parts: Mapping[int, str]) -> UnitNeed:
    credits = None
    if unit.credits is not None and unit.credit_unit is not None:
        credits = Credits.from_thousandths(unit.credits, unit.credit_unit)
    part = parts.get(unit.part_id, "") if unit.part_id is not None else ""
    return UnitNeed(
        unit.identity_id,
        unit.code,
        part,
        unit.mandatory,
        unit.recognisable and not unit.final_examination,
        credits,
    )
