"""Conformity and the ten principles: what persons judged of a programme or of a kind of programmes, and the meters."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.models.certificate import Certificate
from commission_app.models.microcredential import MicrocredentialProfile, ProgrammeReview
from commission_app.models.standard import Edition
from commission_app.rules import conformity, conformity_matrix, conformity_measures, microcredential
from commission_app.rules.conformity import ConformitySheet, Meter, PrinciplesSheet
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import ProgrammeKind, ReviewKind
from commission_app.services import certificate_records, programme_facts
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class KindCard:
    """A kind of programmes with its sheet: the shipped one until the institution keeps its own."""

    kind: ProgrammeKind
    sheet: ConformitySheet
    meter: Meter
    version: int | None
    reviewed_on: date | None
    reviewed_by: str


@dataclass(frozen=True)
class ProgrammeMeter:
    """The meter of a programme, with what persons judged of it."""

    edition_id: int
    title: Said
    label: str
    own: ConformitySheet
    meter: Meter
    version: int | None
    reviewed_on: date | None
    reviewed_by: str


@dataclass(frozen=True)
class PrinciplesCard:
    """The check list of the ten principles of a programme."""

    edition_id: int
    title: Said
    label: str
    sheet: PrinciplesSheet
    version: int | None
    reviewed_on: date | None
    reviewed_by: str


@dataclass(frozen=True)
class IssueMeter:
    """The meter of one certificate: what its paper really says."""

    number: str
    title: Said
    issued_on: date
    meter: Meter


def kinds(reading: Reading) -> tuple[KindCard, ...]:
    """The five kinds of programmes, in the order of the study."""
    return tuple(_kind(reading, kind) for kind in ProgrammeKind)


def of_edition(reading: Reading, edition_id: int) -> ProgrammeMeter:
    """The meter of a programme: what a person judged, else what its data say, else what its kind says."""
    edition = reading.get(Edition, edition_id)
    row = _review(reading, ReviewKind.CONFORMITY, edition_id=edition_id)
    own = conformity.read_conformity(row.text) if row else ConformitySheet()
    computed = conformity_measures.of_programme(
        programme_facts.measured(edition, _profile(reading, edition), reading.today)
    )
    kind = _kind(reading, own.kind).sheet if own.kind else None
    meter = conformity.of_programme(own, computed, kind)
    return ProgrammeMeter(edition_id, _title(edition), edition.label, own, meter, *_kept(row))


def of_certificate(reading: Reading, certificate_id: int) -> IssueMeter:
    """The meter of one certificate."""
    row = reading.get(Certificate, certificate_id)
    record = certificate_records.record(reading, certificate_id)
    return IssueMeter(row.number, record.title, row.issued_on, conformity_measures.of_issue(record))


def principles(reading: Reading, edition_id: int) -> PrinciplesCard:
    """The check list of a programme."""
    edition = reading.get(Edition, edition_id)
    row = _review(reading, ReviewKind.PRINCIPLES, edition_id=edition_id)
    sheet = conformity.read_principles(row.text) if row else PrinciplesSheet()
    return PrinciplesCard(edition_id, _title(edition), edition.label, sheet, *_kept(row))


def judge(work: Work, edition_id: int, sheet: ConformitySheet, seen: int | None) -> None:
    """A person judges the conformity of a programme; what is left open is computed, or as for its kind.

    Refused: a note in one language only.
    """
    edition = work.lock(Edition, edition_id)
    conformity.require_notes(sheet)
    row = _review(work, ReviewKind.CONFORMITY, edition_id=edition_id)
    _keep(work, row or ProgrammeReview(review=ReviewKind.CONFORMITY, edition_id=edition.id), sheet, seen)
    work.about(edition.uid)


def judge_kind(work: Work, sheet: ConformitySheet, seen: int | None) -> None:
    """The institution keeps its own sheet of a kind of programmes over the shipped one.

    Refused: a note in one language only.
    """
    assert sheet.kind is not None
    conformity.require_notes(sheet)
    row = _review(work, ReviewKind.CONFORMITY, kind=sheet.kind)
    _keep(work, row or ProgrammeReview(review=ReviewKind.CONFORMITY, programme_kind=sheet.kind), sheet, seen)


def answer(work: Work, edition_id: int, sheet: PrinciplesSheet, seen: int | None) -> None:
    """The ten principles of a programme are answered.

    Refused: a note in one language only.
    """
    edition = work.lock(Edition, edition_id)
    conformity.require_notes(sheet)
    row = _review(work, ReviewKind.PRINCIPLES, edition_id=edition_id)
    _keep(work, row or ProgrammeReview(review=ReviewKind.PRINCIPLES, edition_id=edition.id), sheet, seen)
    work.about(edition.uid)


def _keep(work: Work, row: ProgrammeReview, sheet: ConformitySheet | PrinciplesSheet, seen: int | None) -> None:
    if row.id is not None:
        row = work.lock(ProgrammeReview, row.id, seen)
    row.text = conformity.text(sheet)
    row.reviewed_on, row.reviewed_by = work.today, work.actor.name
    work.add(row)
    work.session.flush()


def _kind(reading: Reading, kind: ProgrammeKind) -> KindCard:
    row = _review(reading, ReviewKind.CONFORMITY, kind=kind)
    sheet = conformity.read_conformity(row.text) if row else conformity_matrix.shipped(kind)
    return KindCard(kind, sheet, conformity.of_kind(sheet), *_kept(row))


def _review(
    reading: Reading, review: ReviewKind, *, edition_id: int | None = None, kind: ProgrammeKind | None = None
) -> ProgrammeReview | None:
    query = select(ProgrammeReview).where(ProgrammeReview.review == review)
    of_kind = ProgrammeReview.programme_kind == kind
    query = query.where(of_kind if kind is not None else ProgrammeReview.edition_id == edition_id)
    return reading.session.scalars(query).one_or_none()


def _profile(reading: Reading, edition: Edition) -> microcredential.Profile | None:
    """The first microcredential of a programme that is still issued."""
    rows = reading.session.scalars(
        select(MicrocredentialProfile)
        .where(MicrocredentialProfile.edition_id == edition.id)
        .order_by(MicrocredentialProfile.id)
    )
    issued = next((row for row in rows if programme_facts.is_issued(row, reading.today)), None)
    return None if issued is None else microcredential.read(issued.text)


def _title(edition: Edition) -> Said:
    return Said(edition.standard.title_lv, edition.standard.title_en)


def _kept(row: ProgrammeReview | None) -> tuple[int | None, date | None, str]:
    return (None, None, "") if row is None else (row.version, row.reviewed_on, row.reviewed_by)
