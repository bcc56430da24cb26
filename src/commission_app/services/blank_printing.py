"""Printing on state forms: the data of a certificate, the calibration page, a form that was spoiled in the printer."""

import json
from dataclasses import dataclass, replace

from sqlalchemy import select

from commission_app.documents import calibration_page, form_overlay
from commission_app.documents import certificate as certificate_paper
from commission_app.documents.calibration_page import CalibrationFacts
from commission_app.documents.form_overlay import OverlayFacts
from commission_app.documents.form_values import form_values
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import LANGUAGES, LATVIAN, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Certificate, Paper
from commission_app.models.register import Entry
from commission_app.rules import certificate_record
from commission_app.rules.blank_layout import NOT_MOVED, Offset
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.vocabulary.blank import BlankMove, FormField
from commission_app.rules.vocabulary.certificate import CertificateKind, PaperKind
from commission_app.services import (
    blank_layouts,
    blank_use,
    certificate_records,
    certificates,
    papers,
    payloads,
    registers,
)
from commission_app.services.blank_layouts import LayoutCard
from commission_app.services.blank_use import FormNumber
from commission_app.services.certificate_cards import over_ground
from commission_app.services.institution import name_on, the
from commission_app.services.paper_certificate import certificate_facts
from commission_app.store import acts
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class FormCard:
    """A certificate about to be printed on its form: the form, its layout, what each field will say."""

    certificate_id: int
    version: int
    number: str
    kind: CertificateKind
    form: FormNumber
    layout: LayoutCard
    values: tuple[tuple[FormField, str], ...]
    next_form: FormNumber | None
    against_exchange: tuple[Refusal, ...]


def form_card(reading: Reading, certificate_id: int) -> FormCard:
    """A certificate with its form and what is printed on it; that the holder's record was opened is recorded.

    Refused: for a certificate that is written on no state form.
    """
    row = _on_form(reading, certificate_id)
    case = reading.get(RecognitionCase, row.case_id)
    reading.opened.add(case.person.uid)
    record = certificate_records.record(reading, row.id)
    values = form_values(record, the(reading.session).place_locative_lv)
    return FormCard(
        row.id,
        row.version,
        row.number,
        row.kind,
        FormNumber(row.form_series, row.form_number),
        blank_layouts.in_force(reading.session, row.kind, row.issued_on),
        tuple(values.items()),
        blank_use.next_in_stock(reading, row.kind),
        _against_exchange(row),
    )


def overlay(reading: Reading, certificate_id: int, offset: Offset = NOT_MOVED) -> bytes:
    """What is printed onto the form of a certificate, moved by what the printer is off.

    Refused: for a certificate on no state form, and for a text that does not fit into its field.
    """
    card = form_card(reading, certificate_id)
    title = LATVIAN.say_of("paper", "Data for form {series} {number}", series=card.form.series, number=card.form.number)
    name = name_on(reading.session, reading.today).name_lv
    return form_overlay.render(OverlayFacts(title, name, card.layout.layout, card.values, offset), LATVIAN)


def calibration(reading: Reading, printer: str, width: int, height: int, offset: Offset, language: Language) -> bytes:
    """The page that shows how far a printer is off, on a sheet of this size in tenths of a millimetre."""
    name = name_on(reading.session, reading.today)
    title = name.name_en if language.code == "en" and name.name_en else name.name_lv
    return calibration_page.render(CalibrationFacts(printer, title, width, height, offset), language)


def exchange_form(work: Work, certificate_id: int, seen: int, reason: str, series: str, number: str) -> None:
    """The form of a certificate was spoiled: it is written off, the certificate stands on the next one from now on.

    The register gets a further line that says so, and the data sheet is issued anew. Refused: without a reason, for a
    certificate that is annulled, replaced or handed over, and for a form that may not be used.
    """
    case = work.lock(RecognitionCase, work.get(Certificate, certificate_id).case_id)
    row = work.lock(Certificate, certificate_id, seen)
    _on_form(work, row.id)
    for against in _against_exchange(row):
        raise RefusedError.of(against)
    spoiled = FormNumber(row.form_series, row.form_number)
    series, number = series.strip(), number.strip()
    if (series, number) == (spoiled.series, spoiled.number):
        raise RefusedError("blank.form_same", at="form_number", series=series, number=number)
    if not reason.strip():
        raise RefusedError("blank.reason_missing", at="reason")
    blank_use.check_form(work, series, number)
    blank_use.leave(work, row, BlankMove.SPOILED, reason)
    taken = blank_use.take(work, row.kind, series, number, row.uid, work.today)
    record = certificate_records.record(work, row.id)
    row.blank_id, row.form_series, row.form_number = taken.blank_id, taken.series, taken.number
    now = replace(record, form_series=taken.series, form_number=taken.number)
    row.record = certificate_record.text(now)
    row.sealed = (payloads.payload(work, now) or b"").decode("ascii")
    _enter_exchange(work, row, spoiled, reason.strip())
    work.session.flush()
    _issue_again(work, row)
    certificates.make_findable(work, row, case)
    work.about(case.uid)


def _enter_exchange(work: Work, row: Certificate, spoiled: FormNumber, reason: str) -> None:
    """The register says which form the certificate stands on now, and which one was spoiled."""
    newest = select(Entry).where(Entry.subject_uid == row.uid).order_by(Entry.position.desc()).limit(1)
    entry = work.session.scalars(newest).one()
    facts = json.loads(entry.text)["facts"] | {"form_series": row.form_series, "form_number": row.form_number}
    row.facts = acts.canonical({key: value for key, value in facts.items() if key != "correction"})
    note = LATVIAN.say_of(
        "register",
        "form {series} {number} is spoiled: {reason}",
        series=spoiled.series,
        number=spoiled.number,
        reason=reason,
    )
    registers.correct(work, entry.id, facts, note)


def _issue_again(work: Work, row: Certificate) -> None:
    """The data sheet with the new number, in the languages it was issued in."""
    issued = select(Paper.language).where(Paper.subject_uid == row.uid, Paper.kind == PaperKind.CERTIFICATE)
    codes = set(work.session.scalars(issued))
    for language in LANGUAGES:
        if language.code in codes:
            data = certificate_paper.render(certificate_facts(work, row, language), language)
            papers.issue_paper(work, row.uid, PaperKind.CERTIFICATE, language, papers.file_name(row.number), data)


def _on_form(reading: Reading, certificate_id: int) -> Certificate:
    row = reading.get(Certificate, certificate_id)
    if row.kind not in FORM_KINDS:
        raise RefusedError("blank.no_form", number=row.number)
    return row


def _against_exchange(row: Certificate) -> tuple[Refusal, ...]:
    over = over_ground(row)
    if over is not None:
        return (over,)
    return (refusal("blank.form_handed", number=row.number),) if row.handed_on else ()
