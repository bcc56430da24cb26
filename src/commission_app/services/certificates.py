"""Certificates: issued on a signed decision or a passed exam, handed over, annulled; nothing is ever deleted."""

import json
from datetime import date

from sqlalchemy import select

from commission_app.documents import certificate as certificate_paper
from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.register import Entry
from commission_app.rules import certificate_record, registration
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.certificate_record import CertificateRecord
from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.blank import BlankMove
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Procedure, Step
from commission_app.rules.vocabulary.certificate import CertificateKind, CertificateState, PaperKind
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    blank_use,
    cases,
    certificate_offers,
    papers,
    payloads,
    people,
    register_facts,
    registers,
    twins,
)
from commission_app.services.blank_use import TakenForm
from commission_app.services.certificate_cards import (
    card,
    certificate_list,
    lost_ground,
    of_case,
    over_ground,
    to_issue,
)
from commission_app.services.certificate_status import CertificateStatus, status
from commission_app.services.decision_cards import draft_facts
from commission_app.services.paper_certificate import certificate_facts, decision_behind, examinee_behind
from commission_app.store import acts, search
from commission_app.store.acts import new_uid
from commission_app.store.work import Work

# The older word for a microcredential is still typed by many.
_CALLED = {CertificateKind.MICROCREDENTIAL: ("mikroapliecinājums", "mikrokvalifikācija", "microcredential")}

__all__ = ["CertificateStatus", "card", "certificate_list", "of_case", "status", "to_issue"]


def issue(
    work: Work,
    case_id: int,
    seen: int,
    issued_on: date | None = None,
    form_series: str = "",
    form_number: str = "",
    typed_number: str | None = None,
    languages: tuple[Language, ...] = (LATVIAN,),
    *,
    whole: bool = False,
    kind: CertificateKind | None = None,
    profile_id: int | None = None,
) -> int:
    """A certificate is issued: its number, its line in the register and its bytes, or nothing of it.

    Refused: before the decision is signed or the exam passed, without the number of the state form, and for a letter
    that the typefaces lack. `whole` certifies the whole qualification after its last part; refused while units of it
    are missing. `kind` is the usual one where none is said; a microcredential is issued by a profile, and refused
    while a mandatory element is missing.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    cases.step_forward(work, case, CaseAct.ISSUE_CERTIFICATE)
    day = issued_on or work.today
    basis, earliest, mark = _basis(work, case)
    if not earliest <= day <= work.today:
        raise RefusedError("certificate.issue_day", at="issued_on", earliest=earliest, day=day)
    what = certificate_offers.settled(work, case, day, CertificateKind.QUALIFICATION if whole else kind)
    certificate = _made_out(work, case, day, (form_series.strip(), form_number.strip()), typed_number, what)
    record = certificate_offers.record_to_issue(work, certificate, case, profile_id)
    facts = register_facts.certificate(certificate, case, basis, mark, record)
    certificate.facts = acts.canonical(registers.canonical_fact(facts))
    work.add(certificate)
    work.session.flush()
    put_out(work, certificate, case, record, facts, languages)
    return certificate.id


def put_out(
    work: Work,
    certificate: Certificate,
    case: RecognitionCase,
    record: CertificateRecord,
    facts: register_facts.Facts,
    languages: tuple[Language, ...],
) -> None:
    """A certificate leaves the house: what it says is kept, its papers are made, the register has its line."""
    certificate.record = certificate_record.text(record)
    certificate.sealed = (payloads.payload(work, record) or b"").decode("ascii")
    # A microcredential is one paper in both languages.
    both_in_one = certificate.kind is CertificateKind.MICROCREDENTIAL
    for language in (LATVIAN,) if both_in_one else languages:
        data = certificate_paper.render(certificate_facts(work, certificate, language), language)
        data = twins.carried(work, certificate, record, data)
        name = papers.file_name(certificate.number)
        papers.issue_paper(work, certificate.uid, PaperKind.CERTIFICATE, language, name, data)
    registers.enter(work, Book.CERTIFICATES, certificate.number, certificate.uid, facts)
    make_findable(work, certificate, case)
    work.about(case.uid)


def _made_out(
    work: Work,
    case: RecognitionCase,
    day: date,
    form: tuple[str, str],
    typed_number: str | None,
    kind: CertificateKind,
) -> Certificate:
    """The certificate with its number, on a state form where its kind asks for one."""
    uid = new_uid()
    on_form = TakenForm(None, *form)
    if kind in FORM_KINDS:
        blank_use.check_form(work, *form)
        on_form = blank_use.take(work, kind, *form, uid, day)
    return Certificate(
        uid=uid,
        case_id=case.id,
        kind=kind,
        state=CertificateState.ISSUED,
        number=registers.reserve(work, Book.CERTIFICATES, uid, day.year, typed_number),
        form_series=on_form.series,
        form_number=on_form.number,
        blank_id=on_form.blank_id,
        issued_on=day,
    )


def hand_over(work: Work, certificate_id: int, seen: int, handed_on: date) -> None:
    """The certificate is handed to its holder.

    Refused: before it was issued, in the future, twice, once it is annulled, or its decision is repealed.
    """
    certificate = work.lock(Certificate, certificate_id, seen)
    over = over_ground(certificate)
    if over is not None:
        raise RefusedError.of(over)
    if certificate.handed_on is not None:
        raise RefusedError("certificate.handed_already", number=certificate.number, day=certificate.handed_on)
    if not certificate.issued_on <= handed_on <= work.today:
        raise RefusedError("certificate.handing_day", at="handed_on", issued=certificate.issued_on, day=handed_on)
    lost = lost_ground(work.session, certificate.case_id)
    if lost is not None:
        raise RefusedError.of(lost)
    certificate.handed_on = handed_on


def annul(work: Work, certificate_id: int, seen: int, reason: str) -> None:
    """The certificate is annulled; its line stays, a further line says why, and the case may get a new certificate.

    Refused: without a reason, or twice.
    """
    case = work.lock(RecognitionCase, work.get(Certificate, certificate_id).case_id)
    certificate = work.lock(Certificate, certificate_id, seen)
    over = over_ground(certificate)
    if over is not None:
        raise RefusedError.of(over)
    if not reason.strip():
        raise RefusedError("certificate.annul_reason", at="reason", number=certificate.number)
    certificate.state = CertificateState.ANNULLED
    certificate.state_reason, certificate.annulled_on = reason.strip(), work.today
    blank_use.leave(work, certificate, BlankMove.ANNULLED, reason)
    if case.state is CaseState.CERTIFIED:
        case.step, case.state = Step.CERTIFICATION, CaseState.DECIDED
    newest = select(Entry).where(Entry.subject_uid == certificate.uid).order_by(Entry.position.desc()).limit(1)
    entry = work.session.scalars(newest).one()
    # The line is said again as it was entered: the decision it rests on may be replaced or repealed since.
    facts = json.loads(entry.text)["facts"]
    registers.correct(work, entry.id, {**facts, "annulled": True}, reason)


def _basis(work: Work, case: RecognitionCase) -> tuple[register_facts.Facts, date, int | None]:
    """What the certificate rests on, the first day it may bear, and the mark."""
    if case.procedure is Procedure.VOCATIONAL:
        examinee = examinee_behind(work, case.id)
        exam = examinee.exam
        return {"number": exam.protocol_number, "day": exam.held_on}, exam.held_on, examinee.mark
    decision = decision_behind(work, case.id)
    registration.require(draft_facts(work.session, decision), DecisionAct.ISSUE)
    return {"number": decision.number, "day": decision.decided_on}, decision.signed_on or decision.decided_on, None


def make_findable(work: Work, certificate: Certificate, case: RecognitionCase) -> None:
    """A certificate is found by its number, its case, its holder and its form."""
    name = people.full_name(case.person)
    form = f"{certificate.form_series} {certificate.form_number}".strip()
    title, detail = certificate.number, f"{case.number} {name}"
    words = (case.number, name, form, *_CALLED.get(certificate.kind, ()))
    search.put(work.session, "certificate", certificate.id, certificate.uid, title, detail, *words)
