"""Which papers a case may come to, and which of its microcredentials are ready to leave."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.microcredential import MicrocredentialProfile
from commission_app.rules import certificate_kinds, microcredential, workflow
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.microcredential import Profile
from commission_app.rules.vocabulary.case import CaseAct, Procedure
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import blank_use, case_facts, certificate_records, provisions, stackability
from commission_app.services.blank_use import FormNumber
from commission_app.store.work import Reading


@dataclass(frozen=True)
class ProfileOffer:
    """A microcredential that a case may come to, and what it would lack if it were issued now."""

    id: int
    title_lv: str
    title_en: str
    lacks: tuple[Refusal, ...]


@dataclass(frozen=True)
class KindOffer:
    """A paper that a case may come to, and why it cannot now."""

    kind: CertificateKind
    on_state_form: bool
    next_form: FormNumber | None = None
    profiles: tuple[ProfileOffer, ...] = ()
    against: tuple[Refusal, ...] = ()


def kind_for(case: RecognitionCase) -> CertificateKind:
    """What paper a case usually comes to."""
    if case.procedure is not Procedure.VOCATIONAL:
        return CertificateKind.RECOGNITION_STATEMENT
    return CertificateKind.QUALIFICATION if case.whole_qualification else CertificateKind.QUALIFICATION_PART


def lawful(reading: Reading, case: RecognitionCase, day: date) -> tuple[CertificateKind, ...]:
    """Every paper a case may come to on a day, the usual one first."""
    setting = provisions.provision(reading.session, ProvisionKey.MICROCREDENTIALS, case.procedure, day)
    return certificate_kinds.lawful(
        case.procedure,
        case.edition.standard.kind,
        whole=case.whole_qualification,
        microcredentials=setting.reading is True,
    )


def settled(reading: Reading, case: RecognitionCase, day: date, wanted: CertificateKind | None) -> CertificateKind:
    """What is issued: the usual paper where none is wanted, or another one.

    Refused: a paper that is not lawful, and the whole qualification before it is there.
    """
    usual = kind_for(case)
    if wanted is None or wanted is usual:
        return usual
    if wanted is CertificateKind.QUALIFICATION and usual is CertificateKind.QUALIFICATION_PART:
        against = stackability.against_whole(reading.session, case)
        if against:
            raise RefusedError.of(against[0])
        return wanted
    if wanted not in lawful(reading, case, day):
        raise RefusedError("certificate.kind_not_lawful", at="kind", kind=wanted)
    return wanted


def record_to_issue(
    reading: Reading, certificate: Certificate, case: RecognitionCase, profile_id: int | None
) -> CertificateRecord:
    """What the certificate is to say; a microcredential leaves only with every mandatory element."""
    whole = certificate_records.gathered(reading, certificate)
    if certificate.kind is not CertificateKind.MICROCREDENTIAL:
        return whole
    profile = chosen(reading, case, profile_id, certificate.issued_on)
    record = certificate_records.narrowed(whole, profile)
    against = check(record, whole, profile)
    if against:
        raise RefusedError.of(against[0])
    return record


def of_case(reading: Reading, case: RecognitionCase, against_whole: tuple[Refusal, ...]) -> tuple[KindOffer, ...]:
    """The papers a case may come to; the whole qualification too where this part completes it."""
    kinds = lawful(reading, case, reading.today)
    if kinds[0] is CertificateKind.QUALIFICATION_PART:
        kinds = (kinds[0], CertificateKind.QUALIFICATION, *kinds[1:])
    early = against_issuing(reading, case)
    if early:
        return tuple(KindOffer(kind, kind in FORM_KINDS, against=early) for kind in kinds)
    return tuple(_offer(reading, case, kind, against_whole) for kind in kinds)


def against_issuing(reading: Reading, case: RecognitionCase) -> tuple[Refusal, ...]:
    """Why nothing at all can be issued on a case now."""
    standings = workflow.standings(case_facts.facts_of(reading.session, case))
    return next((one.refusals for one in standings if one.act is CaseAct.ISSUE_CERTIFICATE), ())


def chosen(reading: Reading, case: RecognitionCase, profile_id: int | None, day: date) -> Profile:
    """The profile a microcredential is issued by.

    Refused: without one, of another edition, retired, or about a unit that was not recognised.
    """
    if profile_id is None:
        raise RefusedError("certificate.profile_missing", at="profile")
    row = reading.get(MicrocredentialProfile, profile_id)
    if row.edition_id != case.edition_id:
        raise RefusedError("certificate.profile_elsewhere", at="profile", title=row.title_lv)
    if row.retired_on is not None and row.retired_on <= day:
        raise RefusedError("certificate.profile_retired", at="profile", title=row.title_lv, day=row.retired_on)
    return microcredential.read(row.text)


def check(record: CertificateRecord, whole: CertificateRecord, profile: Profile) -> tuple[Refusal, ...]:
    """What stands against a microcredential: a unit that was not recognised, or an element that is missing."""
    if not microcredential.covers(profile, frozenset(unit.uid for unit in whole.units)):
        return (refusal("certificate.profile_not_covered", at="profile", title=profile.title.lv),)
    return microcredential.missing(record)


def _offer(
    reading: Reading, case: RecognitionCase, kind: CertificateKind, against_whole: tuple[Refusal, ...]
) -> KindOffer:
    on_form = kind in FORM_KINDS
    against = against_whole if kind is CertificateKind.QUALIFICATION and not case.whole_qualification else ()
    profiles = _profiles(reading, case) if kind is CertificateKind.MICROCREDENTIAL else ()
    if kind is CertificateKind.MICROCREDENTIAL and not profiles:
        against = (refusal("certificate.profile_missing", at="profile"),)
    return KindOffer(kind, on_form, blank_use.next_in_stock(reading, kind) if on_form else None, profiles, against)


def _profiles(reading: Reading, case: RecognitionCase) -> tuple[ProfileOffer, ...]:
    rows = reading.session.scalars(
        select(MicrocredentialProfile)
        .where(MicrocredentialProfile.edition_id == case.edition_id, MicrocredentialProfile.retired_on.is_(None))
        .order_by(MicrocredentialProfile.id)
    ).all()
    if not rows:
        return ()
    imagined = Certificate(
        case_id=case.id,
        kind=CertificateKind.MICROCREDENTIAL,
        state=CertificateState.ISSUED,
        number="—",
        form_series="",
        form_number="",
        issued_on=reading.today,
    )
    whole = certificate_records.gathered(reading, imagined)
    found = []
    for row in rows:
        profile = microcredential.read(row.text)
        lacks = check(certificate_records.narrowed(whole, profile), whole, profile)
        found.append(ProfileOffer(row.id, row.title_lv, row.title_en, lacks))
    return tuple(found)
