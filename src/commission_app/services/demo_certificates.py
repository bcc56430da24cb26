"""What people take home in the sample: forms come in, certificates are issued with their codes, a paper is signed."""

import secrets
from dataclasses import replace
from datetime import timedelta
from functools import partial

from commission_app.exchange.sample_facts import SampleExam, SampleMicrocredential, SampleSitting
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.certificate import CertificateKind, PaperKind
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.services import (
    blank_printing,
    blanks,
    certificates,
    decision_cards,
    exams,
    keys,
    microcredentials,
    minutes_versions,
    signing_routes,
)
from commission_app.services.blank_use import FormNumber
from commission_app.services.blanks import LotForm
from commission_app.services.demo_calendar import Calendar, workday
from commission_app.services.demo_office import Stage
from commission_app.services.signing_routes import Chosen

NO_FORM = FormNumber("", "")


def plan(stage: Stage, calendar: Calendar) -> None:
    """Notes in the calendar when forms come in, what is issued after exams and sittings, and what is to be signed."""
    sample = stage.sample
    first = min(exam.held_on for exam in sample.exams)
    calendar.on(first - timedelta(days=9), "09:40", "dace", lambda: _receive_forms(stage))
    for number, exam in enumerate(sample.exams):
        calendar.on(workday(exam.held_on, 3), "14:00", "dace", partial(_after_exam, stage, exam, spoiling=number == 0))
    for sitting in sample.sittings:
        calendar.on(sitting.held_on - timedelta(days=7), "10:50", "liga", lambda: _describe(stage))
        calendar.on(workday(sitting.held_on, 1), "15:00", "liga", partial(_after_sitting, stage, sitting))
        calendar.on(workday(sitting.held_on, 1), "15:30", "liga", partial(_put_forward, stage, sitting))


def _receive_forms(stage: Stage) -> None:
    for one in stage.sample.certificates.deliveries:
        day, name = stage.clock.at.date(), stage.office.actor.name
        form = LotForm(one.kind, one.series, one.number_from, one.number_to, day, one.basis, name)
        stage.office.do(blanks.receive, form)


def _describe(stage: Stage) -> None:
    """The microcredentials of the standards are written down."""
    for facts in stage.sample.certificates.microcredentials:
        edition = stage.editions[facts.standard]
        uids = {unit.code: unit.uid for unit in stage.office.ask(microcredentials.of_edition, edition).units}
        profile = replace(facts.profile, units=tuple(uids[code] for code in facts.units))
        stage.office.do(microcredentials.store, edition, profile)


def _after_exam(stage: Stage, facts: SampleExam, *, spoiling: bool) -> None:
    """The first who passed gets the certificate; in one exam the printer spoils its form."""
    passed = {row.case_id for row in stage.office.ask(exams.exam_card, stage.exams[facts.key]).examinees if row.passed}
    applicant = next(one.applicant for one in facts.examinees if stage.cases[one.applicant] in passed)
    key = _issue(stage, applicant)
    if spoiling:
        card = stage.office.ask(blank_printing.form_card, key)
        form, why = card.next_form or NO_FORM, stage.sample.certificates.spoiled
        stage.office.do(blank_printing.exchange_form, key, card.version, why, form.series, form.number)


def _after_sitting(stage: Stage, facts: SampleSitting) -> None:
    """Whoever has a registered decision gets a paper with its code.

    The key of the codes is retired on the same day: whoever tries the sample is asked for no passphrase.
    """
    office, passphrase = stage.office, secrets.token_urlsafe()
    key = office.do(keys.begin, keys.made(passphrase, passphrase))
    office.ask(keys.unlock, passphrase)
    small = {one.applicant: one for one in stage.sample.certificates.microcredentials}
    for item in facts.items:
        decision = office.ask(decision_cards.of_case, stage.cases[item.applicant])
        if decision is None or decision.state is not DecisionState.REGISTERED:
            continue
        if decision.verdict in (DecisionVerdict.FULL, DecisionVerdict.PARTIAL):
            _issue(stage, item.applicant, small.get(item.applicant))
    line = next(one for one in office.ask(keys.lines) if one.id == key)
    office.do(keys.retire, key, line.version, stage.sample.certificates.key_retired)


def _issue(stage: Stage, applicant: str, small: SampleMicrocredential | None = None) -> int:
    """Issues what a case comes to, on the form that lies on top of the stock, or its microcredential."""
    case = stage.cases[applicant]
    offers = stage.office.ask(certificates.to_issue, case).kinds
    wanted = offers[0].kind if small is None else CertificateKind.MICROCREDENTIAL
    offer = next(one for one in offers if one.kind is wanted)
    form = offer.next_form or NO_FORM
    key = stage.office.do(
        certificates.issue,
        case,
        stage.version(applicant),
        stage.clock.at.date(),
        form.series,
        form.number,
        kind=offer.kind,
        profile_id=next((one.id for one in offer.profiles if not one.lacks), None),
    )
    stage.certificates.append(key)
    return key


def _put_forward(stage: Stage, facts: SampleSitting) -> None:
    """The minutes wait for the chair's signature, with the reasons that were worded after the sitting."""
    office, key = stage.office, stage.sittings[facts.key]
    card = office.ask(minutes_versions.card, key)
    if not card.kept:
        office.do(minutes_versions.keep, key, card.version)
    office.do(signing_routes.put_forward, Chosen(PaperKind.MINUTES, key, LATVIAN.code))
