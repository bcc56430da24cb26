"""The form for applicants without the program: given away blank for an edition, and received when it comes back."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError, refusal
from commission_app.exchange import application_form
from commission_app.exchange.application_form import BlankFacts, StatedApplication, StatedRow
from commission_app.exchange.findings import Finding
from commission_app.i18n import Language
from commission_app.models.standard import Edition, Outcome, Standard
from commission_app.rules.vocabulary.case import Channel, Procedure
from commission_app.rules.vocabulary.standard import EditionState
from commission_app.services import applicants, experience, intake, people, self_assessment
from commission_app.services.applicants import ApplicationForm, ReceivedCase
from commission_app.services.experience import ExperienceForm
from commission_app.services.people import PersonForm
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class ReturnedForm:
    """What a returned form would bring, and everything that is wrong in it by sheet, row and column."""

    name: str
    standard: str
    rows: int
    outcomes: int
    procedures: tuple[Procedure, ...]
    refused: tuple[Finding, ...]


def blank(reading: Reading, edition_id: int, language: Language) -> tuple[str, bytes]:
    """The blank form for an edition, with a name for its file."""
    edition = reading.get(Edition, edition_id)
    standard = edition.standard
    title = language.half(standard.title_lv, standard.title_en)
    outcomes = tuple(
        (f"{unit.code} {language.half(unit.title_lv, unit.title_en)}".strip(), row.code, _text(language, row))
        for unit in edition.units
        for row in unit.outcomes
    )
    facts = BlankFacts(standard.code, edition.label, f"{title} ({edition.label})", outcomes)
    return f"{standard.code}.xlsx", application_form.blank(facts, language)


def foresee(reading: Reading, data: bytes, file: str) -> ReturnedForm:
    """What a returned form would bring; nothing is stored.

    Refused: a file that is no such form, or made for an edition that is not in the library.
    """
    stated = application_form.read(data, file, reading.today)
    edition = _edition(reading.session, stated, file)
    return ReturnedForm(
        f"{stated.given_name} {stated.surname}".strip(),
        edition.standard.title_lv or edition.standard.title_en,
        len(stated.experience),
        len(stated.outcomes),
        intake.PROCEDURES[edition.standard.kind],
        (*stated.findings, *_findings(edition, stated, file), *_of_person(stated, reading.today, file)),
    )


def take_in(work: Work, data: bytes, file: str, procedure: Procedure, received_on: date) -> ReceivedCase:
    """A returned form is received as an application with its experience and self-assessment, in one act.

    Refused: while anything in it is wrong.
    """
    stated = application_form.read(data, file, work.today)
    edition = _edition(work.session, stated, file)
    wrong = (*stated.findings, *_findings(edition, stated, file), *_of_person(stated, work.today, file))
    if wrong:
        raise RefusedError("application_form.refused", file=file, count=len(wrong), first=wrong[0].refusal)
    known = people.bearer_of(work.session, stated.personal_code) if stated.personal_code else None
    form = ApplicationForm(
        procedure=procedure,
        edition_id=edition.id,
        received_on=received_on,
        person=_person(stated),
        person_id=known.id if known is not None else None,
        channel=Channel.EMAIL,
        motive_kind=stated.motive,
        answer_channel=stated.answer,
    )
    received = applicants.receive(work, form)
    for row in stated.experience:
        experience.add(work, received.id, _experience(row))
    outcomes = {row.code.casefold(): row.id for unit in edition.units for row in unit.outcomes}
    for outcome in stated.outcomes:
        self_assessment.say(work, received.id, outcomes[outcome.code.casefold()], outcome.level, outcome.said)
    return received


def _experience(row: StatedRow) -> ExperienceForm:
    return ExperienceForm(
        row.kind,
        row.organisation,
        row.title,
        row.began_on,
        row.ended_on,
        duties=row.duties,
        referee=row.referee,
        document=row.document,
    )


def _edition(session: Session, stated: StatedApplication, file: str) -> Edition:
    found = session.scalars(
        select(Edition)
        .join(Standard)
        .where(Standard.code == stated.standard_code, Edition.label == stated.edition)
        .where(Edition.state == EditionState.APPROVED)
    ).one_or_none()
    if found is None:
        code, edition = stated.standard_code, stated.edition
        raise RefusedError("application_form.no_edition", file=file, code=code, edition=edition)
    return found


def _findings(edition: Edition, stated: StatedApplication, file: str) -> list[Finding]:
    """Outcomes nobody asked about, twice, or with words that are not the edition's."""
    known = {row.code.casefold(): row for unit in edition.units for row in unit.outcomes}
    seen, found = set[str](), []
    for outcome in stated.outcomes:
        code, why = outcome.code.casefold(), None
        if code not in known:
            why = refusal("application_form.unknown_outcome", code=outcome.code)
        elif code in seen:
            why = refusal("application_form.outcome_twice", code=outcome.code)
        elif " ".join(outcome.text.split()) not in _texts(known[code]):
            why = refusal("application_form.other_text", code=outcome.code)
        seen.add(code)
        if why is not None:
            place = refusal("score_sheet.at_row", file=file, sheet=stated.self_sheet, row=outcome.row, why=why)
            found.append(Finding(stated.self_sheet, outcome.row, "", place))
    return found


def _of_person(stated: StatedApplication, today: date, file: str) -> list[Finding]:
    try:
        people.check_form(_person(stated), today)
    except RefusedError as trouble:
        place = refusal("application_form.person", file=file, why=trouble.refusal)
        return [Finding("", 2, "", place)]
    return []


def _texts(outcome: Outcome) -> set[str]:
    return {" ".join(text.split()) for text in (outcome.text_lv, outcome.text_en) if text}


def _person(stated: StatedApplication) -> PersonForm:
    return PersonForm(
        given_name=stated.given_name,
        family_name=stated.surname,
        personal_code=stated.personal_code,
        birth_date=stated.birth_date,
        document_number=stated.document_number,
        email=stated.email,
        phone=stated.phone,
        address=stated.address,
    )


def _text(language: Language, outcome: Outcome) -> str:
    return language.half(outcome.text_lv, outcome.text_en)
