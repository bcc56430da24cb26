"""Certificates for many decided cases at once: what each may get, and one short act a certificate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.rules.vocabulary.certificate import CertificateKind
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.services import certificate_offers, certificates, people, series
from commission_app.services.certificate_offers import KindOffer
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class BatchLine:
    """One case of the batch: what it may get without a state form, or why nothing."""

    case_id: int
    version: int
    number: str
    holder: str
    offers: tuple[KindOffer, ...]
    against: tuple[Refusal, ...]


@dataclass(frozen=True)
class ToIssueMany:
    """The cases of a batch."""

    lines: tuple[BatchLine, ...]


@dataclass(frozen=True)
class Piece:
    """One certificate to be issued."""

    case_id: int
    version: int
    day: date
    kind: CertificateKind
    profile_id: int | None
    languages: tuple[Language, ...]


def to_issue(reading: Reading, case_ids: Sequence[int]) -> ToIssueMany:
    """What the cases may get, in the order they were chosen; state forms are typed one by one and not here."""
    typed = series.mode_of(reading.session, Book.CERTIFICATES, reading.today.year) is NumberMode.TYPED
    return ToIssueMany(tuple(_line(reading, key, typed) for key in case_ids))


def issue(work: Work, piece: Piece) -> int:
    """One certificate of the batch; refused like any other."""
    return certificates.issue(
        work,
        piece.case_id,
        piece.version,
        piece.day,
        languages=piece.languages,
        kind=piece.kind,
        profile_id=piece.profile_id,
    )


def _line(reading: Reading, case_id: int, typed: bool) -> BatchLine:
    case = reading.get(RecognitionCase, case_id)
    against = certificate_offers.against_issuing(reading, case)
    if not against and typed:
        against = (refusal("certificate.number_typed"),)
    offers: tuple[KindOffer, ...] = ()
    if not against:
        offers = tuple(one for one in certificate_offers.of_case(reading, case, ()) if not one.on_state_form)
        if not offers:
            against = (refusal("certificate.form_one_by_one"),)
    reading.opened.add(case.person.uid)
    return BatchLine(case.id, case.version, case.number, people.full_name(case.person), offers, against)
