"""The commission asks for more before it decides: a letter with a day, the term stands still, the portfolio is open."""

from dataclasses import replace

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.i18n import LANGUAGES, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.sitting import AgendaItem
from commission_app.rules.halves import half
from commission_app.rules.vocabulary.case import CaseAct, CaseState
from commission_app.rules.vocabulary.delivery import LetterKind
from commission_app.rules.vocabulary.sitting import ItemState
from commission_app.rules.workflow import takes_questions
from commission_app.services import letters, submissions
from commission_app.services.letters import LetterForm
from commission_app.services.submissions import Note
from commission_app.store.work import Reading, Work

ASKED, UNTIL = "{asked}", "{until}"
"""The places of the letter for what is asked and for the day of the answer; they are filled in by the act."""


def wanted(reading: Reading, case_id: int, language: Language) -> str:
    """What the commission lacked when it last postponed the case; empty where it did not."""
    if reading.get(RecognitionCase, case_id).state is not CaseState.POSTPONED:
        return ""
    put_off = select(AgendaItem.reason).where(AgendaItem.case_id == case_id, AgendaItem.state == ItemState.POSTPONED)
    last = reading.session.scalar(put_off.order_by(AgendaItem.id.desc()).limit(1)) or ""
    return half(last, language.code)


def proposal(reading: Reading, case_id: int, language: Language) -> LetterForm:
    """The letter as its template words it, with a place for what is asked."""
    form = letters.proposal(reading, case_id, LetterKind.MORE_INFORMATION, language)
    if ASKED in form.text:
        return form
    with_place = form.text.replace("– \n", f"– {ASKED}\n", 1)
    return replace(form, text=with_place if ASKED in with_place else f"{form.text.rstrip()}\n\n{ASKED}")


def ask(work: Work, case_id: int, seen: int, asked: str, form: LetterForm) -> int:
    """The applicant is asked for more: the letter is numbered, the term stands still, the portfolio is open again.

    Refused: before the assessment is closed, on an agenda or after the decision; without what is asked or a day;
    and as a letter is.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    if not takes_questions(case.state):
        raise RefusedError("more.not_now", number=case.number)
    if not asked.strip():
        raise RefusedError("more.nothing", at="asked")
    if form.answer_until is None:
        raise RefusedError("more.no_day", at="answer_until")
    language = next(one for one in LANGUAGES if one.code == form.language)
    text = form.text.replace(ASKED, asked.strip()).replace(UNTIL, language.date(form.answer_until))
    key = letters.write(work, case_id, seen, replace(form, kind=LetterKind.MORE_INFORMATION, text=text))
    submissions.give_back(work, case, CaseAct.ASK_MORE, (Note(asked.strip()),), form.answer_until)
    return key
