"""Letters of a case: proposed by a template, written with a number, asked for an answer and answered."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents import letter as letter_paper
from commission_app.documents.house_style import Signatures
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import GENITIVE, LANGUAGES, Language, capital
from commission_app.models.case import RecognitionCase
from commission_app.models.certificate import Paper
from commission_app.models.decision import Decision
from commission_app.models.delivery import Letter
from commission_app.models.term import TermChange
from commission_app.rules.declension import GrammaticalCase, said_name, said_receiver
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.rules.vocabulary.deadline import TermChangeKind
from commission_app.rules.vocabulary.delivery import LetterKind
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.rules.workflow import is_open
from commission_app.services import addressees, deadlines, papers, people, provisions, registers, series
from commission_app.services.paper_sources import clerk, head_of_institution, letterhead
from commission_app.store.acts import new_uid
from commission_app.store.work import Reading, Work
from commission_app.wording.letters import TEXTS, TO_WHOM, WHOSE, filled, of_applicant, phrase_key, unfilled
from commission_app.wording.words import word


@dataclass(frozen=True)
class LetterForm:
    """What is asked about a letter before it is written."""

    kind: LetterKind
    language: str
    title: str
    text: str
    written_on: date
    recipient: str = ""
    address: str = ""
    answer_until: date | None = None
    by_head: bool = True
    typed_number: str = ""
    external_number: str = ""


@dataclass(frozen=True)
class LetterLine:
    """A letter of a case as its page lists it."""

    id: int
    uid: UUID
    version: int
    kind: LetterKind
    number: str
    external_number: str
    written_on: date
    title: str
    language: str
    answer_until: date | None
    answered_on: date | None
    against_answer: tuple[Refusal, ...]


def proposal(reading: Reading, case_id: int, kind: LetterKind, language: Language) -> LetterForm:
    """A letter as the template words it for a case, ready to be read over; in Latvian the receiver is in the dative."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    lv, en = provisions.phrase(reading.session, phrase_key(kind), case.procedure, reading.today)
    shipped_lv, shipped_en = TEXTS[kind]
    text = (en or shipped_en) if language.code == "en" else (lv or shipped_lv)
    to = addressees.of_case(reading.session, case, reading.today)
    if to.acts_for:
        text = of_applicant(text)
    latvian = language.code == "lv"
    said = word(language, kind)
    return LetterForm(
        kind,
        language.code,
        capital(said),
        filled(text, _facts(reading.session, case, language)),
        reading.today,
        said_receiver(to.name, GrammaticalCase.DATIVE) if latvian else to.name,
        to.address or to.email,
    )


def numbers_are_typed(reading: Reading) -> bool:
    """Whether the numbers of letters are typed from the institution's document system."""
    return series.mode_of(reading.session, Book.LETTERS, reading.today.year) is NumberMode.TYPED


def write(work: Work, case_id: int, seen: int, form: LetterForm) -> int:
    """A letter is written: it takes its number, its paper is kept, and a question stops the term until its answer.

    Refused: without text or title, with a place left to fill in, a day that cannot be, or an answer by no day.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    language = next(one for one in LANGUAGES if one.code == form.language)
    _check(work, case, form)
    letter = Letter(
        uid=new_uid(),
        case_id=case.id,
        kind=form.kind,
        subject_uid=_subject(work.session, case, form.kind),
        external_number=form.external_number.strip(),
        written_on=form.written_on,
        title=form.title.strip(),
        text=form.text.strip(),
        answer_until=form.answer_until if form.kind is LetterKind.MORE_INFORMATION else None,
    )
    number = registers.reserve(work, Book.LETTERS, letter.uid, form.written_on.year, form.typed_number.strip() or None)
    registers.use(work, Book.LETTERS, number)
    letter.number = number
    work.add(letter)
    if letter.answer_until is not None and is_open(case.state):
        deadlines.stand_still(work, case, letter.written_on, letter.answer_until, _cause(letter))
    data = letter_paper.render(_paper(work, case, letter, form, language), language)
    papers.issue_paper(work, letter.uid, PaperKind.LETTER, language, papers.file_name(number), data)
    work.about(case.uid, letter.uid)
    return letter.id


def answered(work: Work, letter_id: int, seen: int, on: date) -> None:
    """What a letter asked for has come: the term of the case runs again from that day.

    Refused: a letter that asks for nothing or was answered, a day before the letter or after today.
    """
    letter = work.lock(Letter, letter_id, seen)
    against = _against_answer(letter)
    if against:
        raise RefusedError.of(against[0])
    if not letter.written_on <= on <= work.today:
        raise RefusedError("letter.answered_on", at="on", day=on, written=letter.written_on)
    letter.answered_on = on
    case = work.lock(RecognitionCase, letter.case_id)
    change = work.session.scalars(
        select(TermChange).where(
            TermChange.case_id == case.id,
            TermChange.kind == TermChangeKind.SUSPENSION,
            TermChange.reason == _cause(letter),
        )
    ).first()
    if change is not None and is_open(case.state):
        deadlines.run_again(work, case, work.lock(TermChange, change.id), on)
    work.about(case.uid)


def of_case(reading: Reading, case_id: int) -> tuple[LetterLine, ...]:
    """The letters of a case, the newest first."""
    rows = reading.session.scalars(select(Letter).where(Letter.case_id == case_id).order_by(Letter.id.desc())).all()
    query = select(Paper.subject_uid, Paper.language).where(Paper.subject_uid.in_([row.uid for row in rows]))
    said = {row.subject_uid: row.language for row in reading.session.execute(query)}
    return tuple(
        LetterLine(
            row.id,
            row.uid,
            row.version,
            row.kind,
            row.number or "",
            row.external_number,
            row.written_on,
            row.title,
            said.get(row.uid, "lv"),
            row.answer_until,
            row.answered_on,
            _against_answer(row),
        )
        for row in rows
    )


def paper(reading: Reading, letter_id: int, language: Language) -> bytes:
    """A letter as it was written, in the language it was written in, whichever is asked for first."""
    row = reading.get(Letter, letter_id)
    for one in sorted(LANGUAGES, key=lambda one: one.code != language.code):
        kept = papers.stored(reading, row.uid, PaperKind.LETTER, one)
        if kept is not None:
            return kept
    raise RefusedError("noun.absent", noun="paper", key=letter_id)


def _check(work: Work, case: RecognitionCase, form: LetterForm) -> None:
    if not form.title.strip():
        raise RefusedError("letter.no_title", at="title")
    if not form.text.strip():
        raise RefusedError("letter.no_text", at="text")
    place = unfilled(form.text)
    if place:
        raise RefusedError("letter.unfilled", at="text", place=place)
    if not form.recipient.strip():
        raise RefusedError("delivery.no_recipient", at="recipient")
    if not case.received_on <= form.written_on <= work.today:
        raise RefusedError("letter.day", at="written_on", day=form.written_on, received=case.received_on)
    if form.answer_until is not None and form.answer_until <= form.written_on:
        raise RefusedError("letter.answer_until", at="answer_until", day=form.written_on)


def _paper(
    work: Work, case: RecognitionCase, letter: Letter, form: LetterForm, language: Language
) -> letter_paper.LetterFacts:
    signer = head_of_institution(work.session, letter.written_on) if form.by_head else clerk(work.actor)
    return letter_paper.LetterFacts(
        letterhead=letterhead(work.session, letter.written_on, language),
        number=letter.number or "",
        written_on=letter.written_on,
        recipient=form.recipient.strip(),
        address=form.address.strip(),
        case_number=case.number,
        title=letter.title,
        text=letter.text,
        signatures=Signatures((signer,)),
        in_reply_to=(case.external_number, case.external_date) if case.external_number else None,
    )


def _against_answer(letter: Letter) -> tuple[Refusal, ...]:
    if letter.answer_until is None:
        return (refusal("letter.not_asking", number=letter.number or ""),)
    if letter.answered_on is not None:
        return (refusal("letter.answered", number=letter.number or "", day=letter.answered_on),)
    return ()


def _cause(letter: Letter) -> str:
    return f"{letter.number}: {letter.title}"


def _subject(session: Session, case: RecognitionCase, kind: LetterKind) -> UUID | None:
    """The decision a letter speaks of."""
    if kind in (LetterKind.MORE_INFORMATION, LetterKind.OTHER):
        return None
    decision = _decision(session, case)
    return decision.uid if decision is not None else None


def _decision(session: Session, case: RecognitionCase) -> Decision | None:
    return session.scalars(
        select(Decision).where(Decision.case_id == case.id).order_by(Decision.id.desc()).limit(1)
    ).first()


def _facts(session: Session, case: RecognitionCase, language: Language) -> dict[str, str]:
    """What the places of a template stand for in a case; a missing decision stays a place to be filled in."""
    standard = case.edition.standard
    decision = _decision(session, case)

    def said(day: date) -> str:
        return language.long_date(day, GENITIVE)

    name, latvian = people.full_name(case.person), language.code == "lv"
    return {
        "number": case.number,
        "received": said(case.received_on),
        "applicant": name,
        WHOSE: said_name(name, GrammaticalCase.GENITIVE) if latvian else name,
        TO_WHOM: said_name(name, GrammaticalCase.DATIVE) if latvian else name,
        "programme": (standard.title_en or standard.title_lv) if language.code == "en" else standard.title_lv,
        "deadline": language.date(case.deadline),
        "decision": decision.number if decision is not None else "",
        "decided": said(decision.decided_on) if decision is not None else "",
    }
