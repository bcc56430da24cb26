"""What the form at the counter must know before anybody has said a word: editions, numbering, who is known already."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from commission_app.errors import RefusedError
from commission_app.models.case import RecognitionCase
from commission_app.models.person import Person
from commission_app.models.standard import Edition, Standard
from commission_app.rules.provisions import in_force
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.rules.vocabulary.standard import EditionState, StandardKind
from commission_app.services import people, provisions, series
from commission_app.services.people import PersonForm
from commission_app.store.work import Reading

_BY_COURSES = (Procedure.HIGHER_EDUCATION, Procedure.LATER_STAGES, Procedure.MOBILITY)
_VOCATIONAL = (Procedure.VOCATIONAL, Procedure.LATER_STAGES, Procedure.MOBILITY)
PROCEDURES = {
    StandardKind.PROFESSION_STANDARD: _VOCATIONAL,
    StandardKind.MODULE_SET: _VOCATIONAL,
    StandardKind.STUDY_PROGRAMME: _BY_COURSES,
    StandardKind.FRAMEWORK: (Procedure.VOCATIONAL, *_BY_COURSES),
}
"""What a person can ask to be measured against, by procedure."""
NEEDED = (ProvisionKey.DECISION_TERM_MONTHS, ProvisionKey.LEGAL_BASIS)
"""What must be settled before applications of a procedure are taken."""
BY_GROUND = frozenset(_BY_COURSES)
"""The procedures in which an application names its ground (MK 505/2018, 1)."""


@dataclass(frozen=True)
class EditionChoice:
    """An approved edition that an application can be made for."""

    id: int
    code: str
    title_lv: str
    title_en: str
    label: str
    lki: int | None
    procedures: tuple[Procedure, ...]


@dataclass(frozen=True)
class IntakeOffer:
    """What the form offers."""

    procedures: tuple[Procedure, ...]
    editions: tuple[EditionChoice, ...]
    number_typed: bool
    by_ground: frozenset[Procedure]
    usual: Procedure | None = None
    """That of the latest application; before there is one, that of the library, where all of it has the same."""


def offer(reading: Reading) -> IntakeOffer:
    """The approved editions, and whether the number of the application is typed."""
    rows = reading.session.scalars(
        select(Edition)
        .join(Standard)
        .where(Edition.state == EditionState.APPROVED)
        .order_by(Standard.sort_key, Edition.valid_from.desc())
        .options(selectinload(Edition.standard))
    )
    settled = _settled(reading)
    choices = (_choice(edition, settled) for edition in rows)
    editions = tuple(choice for choice in choices if choice.procedures)
    asked = {procedure for edition in editions for procedure in edition.procedures}
    mode = series.mode_of(reading.session, Book.APPLICATIONS, reading.today.year)
    procedures = tuple(procedure for procedure in Procedure if procedure in asked)
    latest = reading.session.scalar(select(RecognitionCase.procedure).order_by(RecognitionCase.id.desc()).limit(1))
    main = {edition.procedures[0] for edition in editions}
    usual = latest if latest in procedures else (main.pop() if len(main) == 1 else None)
    return IntakeOffer(procedures, editions, mode is NumberMode.TYPED, BY_GROUND, usual)


def known_person(reading: Reading, person_id: int) -> PersonForm:
    """What is known of a person who applies again; that the record was opened is itself recorded."""
    person = reading.get(Person, person_id)
    reading.opened.add(person.uid)
    return people.form_of(reading.session, person)


def _settled(reading: Reading) -> frozenset[Procedure]:
    """The procedures whose term and legal basis are in force today; the others wait for the institution's own rules."""
    rules = provisions.rules(reading.session)

    def stands(procedure: Procedure, key: ProvisionKey) -> bool:
        try:
            in_force(rules, key, procedure, reading.today)
        except RefusedError:
            return False
        return True

    return frozenset(procedure for procedure in Procedure if all(stands(procedure, key) for key in NEEDED))


def _choice(edition: Edition, settled: frozenset[Procedure]) -> EditionChoice:
    standard = edition.standard
    return EditionChoice(
        edition.id,
        standard.code,
        standard.title_lv,
        standard.title_en,
        edition.label,
        edition.lki,
        tuple(procedure for procedure in PROCEDURES[standard.kind] if procedure in settled),
    )
