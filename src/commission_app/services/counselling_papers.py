"""Papers of counselling: the interview sheet, empty or filled, and the applicant's leaflet."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents import interview_sheet, leaflet
from commission_app.documents.house_style import Pair, Signatures, Signer
from commission_app.documents.interview_sheet import SheetFacts, SheetUnit
from commission_app.documents.leaflet import LeafletFacts, Price
from commission_app.errors import RefusedError
from commission_app.i18n import Language, marked
from commission_app.models.case import RecognitionCase
from commission_app.models.fee import PriceList
from commission_app.rules.interview import InterviewFacts, blocks
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import fee_state, interviews, people, provisions
from commission_app.services.interviews import InterviewForm
from commission_app.services.paper_sources import about, both, clerk, letterhead, pair, title, worded
from commission_app.store.work import Reading
from commission_app.wording.interview import LEAFLET, LEAFLET_KEY


def blank_sheet(reading: Reading, procedure: Procedure, language: Language) -> bytes:
    """The empty interview sheet of a procedure, to be filled in by hand before there is any case."""
    answers = interviews.template_of(reading.session, procedure, reading.today)
    empty = InterviewForm(reading.today, "", facts=InterviewFacts(answers))
    return _sheet(reading, None, empty, False, language)


def sheet(reading: Reading, case_id: int, filled: bool, language: Language) -> bytes:
    """The interview sheet of a case: filled, or with its questions and units to be filled in by hand.

    Refused: filled while no interview was recorded.
    """
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    card = interviews.of_case(reading, case_id)
    if not filled:
        empty = InterviewForm(reading.today, "", facts=InterviewFacts(card.answers))
        return _sheet(reading, case, empty, False, language)
    if card.form is None:
        raise RefusedError("interview.none", number=case.number)
    return _sheet(reading, case, card.form, True, language)


def leaflet_of(reading: Reading, procedure: Procedure, language: Language) -> bytes:
    """The applicant's leaflet of a procedure, with the terms and prices of today.

    Refused: while its text has no half in this language.
    """
    session, day = reading.session, reading.today
    text = pair(*provisions.phrase(session, LEAFLET_KEY, procedure, day)) or Pair(*LEAFLET)
    assert isinstance(text, Pair)
    return leaflet.render(
        LeafletFacts(
            letterhead=letterhead(session, day, language),
            made_on=day,
            about=about(procedure),
            blocks=blocks(text.of(language, both(marked("Leaflet for the applicant")).of(language))),
            term_months=_number(session, ProvisionKey.DECISION_TERM_MONTHS, procedure, day),
            free_consultations=_number(session, ProvisionKey.FREE_CONSULTATIONS, procedure, day),
            prices=_prices(session, procedure, day),
            contest=_half(session, "appeal", procedure, day, language),
            data_notice=_half(session, "data_notice", procedure, day, language),
        ),
        language,
    )


def _sheet(
    reading: Reading, case: RecognitionCase | None, form: InterviewForm, filled: bool, language: Language
) -> bytes:
    facts = form.facts
    said = {one.code: one for one in facts.units}
    claims = case.claims if case is not None else ()
    units = tuple(
        SheetUnit(
            claim.unit.code,
            pair(claim.unit.title_lv, claim.unit.title_en),
            said[claim.unit.code].does if claim.unit.code in said else "",
            (claim.unit.code in said and said[claim.unit.code].claim) if filled else None,
        )
        for claim in claims
    )
    return interview_sheet.render(
        SheetFacts(
            letterhead=letterhead(reading.session, reading.today, language),
            made_on=reading.today,
            case_number=case.number if case is not None else "",
            applicant=people.full_name(case.person) if case is not None else "",
            programme=title(case.edition) if case is not None else "",
            held_on=form.held_on if filled else None,
            place=form.place,
            interviewer=form.interviewer,
            post=form.post,
            answers=facts.answers,
            units=units,
            evidence=facts.evidence,
            advice=facts.advice,
            specialist=facts.specialist,
            specialist_note=form.specialist_note,
            signatures=_signatures(reading, case, form, filled),
        ),
        language,
    )


def _signatures(reading: Reading, case: RecognitionCase | None, form: InterviewForm, filled: bool) -> Signatures:
    held = Signer(form.post or both(marked("Interviewer")), form.interviewer) if filled else clerk(reading.actor)
    applicant = people.full_name(case.person) if case is not None else ""
    return Signatures((held, Signer(both(marked("Applicant")), applicant)))


def _half(session: Session, key: str, procedure: Procedure, day: date, language: Language) -> str:
    lv, en = provisions.phrase(session, key, procedure, day)
    return en if language.code == "en" else lv


def _number(session: Session, key: ProvisionKey, procedure: Procedure, day: date) -> int | None:
    try:
        return provisions.number(session, key, procedure, day)
    except RefusedError:
        return None


def _prices(session: Session, procedure: Procedure, day: date) -> tuple[Price, ...]:
    rows = session.scalars(
        select(PriceList).where(PriceList.procedure == procedure, PriceList.valid_from <= day).order_by(PriceList.name)
    )
    lists = [fee_state.price_facts(row) for row in rows if row.valid_until is None or row.valid_until >= day]
    sums = {id(one): [cents for _, cents in one.rows] or [one.cents] for one in lists}
    return tuple(Price(one.name, worded(one.kind), min(sums[id(one)]), max(sums[id(one)])) for one in lists)
