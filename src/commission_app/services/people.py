"""Applicants as persons: who they are, found again by code or by name and birth date, never stored twice by mistake."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.person import IdentityDocument, Person, PersonCode, PersonName
from commission_app.rules.collation import sort_key
from commission_app.rules.identity import check_personal_code, mask_personal_code
from commission_app.rules.matching import plain_number
from commission_app.rules.person_code_change import check_change
from commission_app.rules.plausibility import check_birth_date
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.rules.vocabulary.person import CodeChange, CodeKind, Likeness
from commission_app.store import search
from commission_app.store.work import Work


@dataclass(frozen=True)
class PersonForm:
    """What is asked about an applicant as a person."""

    given_name: str = ""
    family_name: str = ""
    original_name: str = ""
    personal_code: str = ""
    code_override_reason: str = ""
    birth_date: date | None = None
    citizenship: str = ""
    document_kind: str = ""
    document_number: str = ""
    document_country: str = ""
    document_valid_until: date | None = None
    email: str = ""
    phone: str = ""
    address: str = ""
    actual_address: str = ""
    uses_e_address: bool = False


@dataclass(frozen=True)
class EarlierCase:
    """A case the same person had before."""

    id: int
    number: str
    received_on: date
    standard_title: str
    verdict: DecisionVerdict | None = None
    """How it was decided, if it was: a repeat of a refused application is named."""
    standard_en: str = ""


@dataclass(frozen=True)
class KnownPerson:
    """A person who is in the database already, as intake offers to take it up again."""

    id: int
    name: str
    birth_date: date | None
    masked_code: str
    cases: tuple[EarlierCase, ...]
    why: tuple[Likeness, ...] = ()
    """Why this may be the person at the counter, the surest reason first."""


def enrol(work: Work, form: PersonForm) -> Person:
    """A new person enters the database.

    Refused: an impossible code, one somebody else bears, or a doubtful one without a reason.
    """
    code, born = _identity(form, work.today)
    refuse_taken(work.session, code)
    person = Person(sort_key=b"")
    _write(person, form, born)
    work.add(person)
    work.session.flush()
    work.add(_name(person, form, work.today))
    if code:
        reason = form.code_override_reason.strip()
        work.add(PersonCode(person_id=person.id, valid_from=work.today, code=code, override_reason=reason))
    if form.document_number.strip():
        work.add(_document(person, form))
    work.session.flush()
    work.session.refresh(person)
    make_findable(work, person)
    return person


def correct(work: Work, person_id: int, seen: int, form: PersonForm) -> None:
    """What is known of a person changes; a new name counts from today, the old one stays with its papers.

    Refused: an impossible code, one somebody else bears, or a doubtful one without a reason.
    """
    person = work.lock(Person, person_id, seen)
    code, born = _identity(form, work.today)
    refuse_taken(work.session, code, person)
    _refuse_other_code(person, code, work.today)
    renamed = (person.given_name, person.family_name) != (form.given_name.strip(), form.family_name.strip())
    _write(person, form, born)
    current = person.names[-1]
    if renamed and current.valid_from < work.today:
        work.add(_name(person, form, work.today))
    else:
        _rename(current, form)
    if code and code not in {row.code for row in person.codes}:
        reason = form.code_override_reason.strip()
        work.add(PersonCode(person_id=person.id, valid_from=work.today, code=code, override_reason=reason))
    _identify(work, person, form)
    retitled_cases(work, person)
    work.session.flush()
    work.session.expire(person)
    make_findable(work, person)


def form_of(session: Session, person: Person) -> PersonForm:
    """What is known of a person, as the form shows it."""
    document = person.documents[-1] if person.documents else None
    return PersonForm(
        person.given_name,
        person.family_name,
        person.names[-1].original_name,
        person.codes[-1].code if person.codes else "",
        person.codes[-1].override_reason if person.codes else "",
        person.birth_date,
        person.citizenship,
        document.kind if document else "",
        document.number if document else "",
        document.country if document else "",
        document.valid_until if document else None,
        person.email,
        person.phone,
        person.address,
        person.actual_address,
        person.uses_e_address,
    )


def bearer_of(session: Session, code: str) -> Person | None:
    """Who bears or bore a personal code."""
    found = session.scalars(select(PersonCode).where(PersonCode.code == code)).first()
    if found is None or found.person.merged_into_id is None:
        return None if found is None else found.person
    return session.get(Person, found.person.merged_into_id)


def code_of(person: Person, day: date | None = None) -> str:
    """The personal code a person bore on a day, or bears now."""
    lawful = [code.code for code in person.codes if day is None or code.valid_from <= day]
    return lawful[-1] if lawful else (person.codes[0].code if person.codes else "")


def name_on(person: Person, day: date) -> PersonName:
    """The name a person bore on a day; the first known one for days before it."""
    return next((name for name in reversed(person.names) if name.valid_from <= day), person.names[0])


def full_name(person: Person | PersonName) -> str:
    """Given name and surname, as papers print them."""
    return f"{person.given_name} {person.family_name}".strip()


def make_findable(work: Work, person: Person) -> None:
    """The search box finds a person by every name and code ever borne, by documents and contacts."""
    names = [f"{name.given_name} {name.family_name} {name.original_name}" for name in person.names]
    codes = [code.code for code in person.codes]
    born = person.birth_date.isoformat() if person.birth_date else ""
    title = full_name(person)
    numbers = [row.number for row in person.documents]
    words = (*names, *codes, *numbers, person.email, person.phone)
    search.put(work.session, "person", person.id, person.uid, title, born, *words)


def _identity(form: PersonForm, today: date) -> tuple[str, date | None]:
    """The code in its normal writing and the birth date; a date the code itself says is not doubted again."""
    found = check_personal_code(form.personal_code, today) if form.personal_code.strip() else None
    if found is not None and found.warnings and not form.code_override_reason.strip():
        raise RefusedError.of(found.warnings[0])
    said, typed = found.birth_date if found else None, form.birth_date
    if typed and said and typed != said:
        raise RefusedError("identity.birth_date_differs", at="birth_date", code_date=said, typed=typed)
    if typed and not said:
        check_birth_date(typed, today)
    return found.normal if found else "", typed or said


def check_form(form: PersonForm, today: date) -> None:
    """What can be said of a person before anything is stored: names and an identity that can be."""
    if not form.given_name.strip():
        raise RefusedError("application.no_given_name", at="given_name")
    if not form.family_name.strip():
        raise RefusedError("application.no_surname", at="surname")
    _identity(form, today)


def refuse_taken(session: Session, code: str, bearer: Person | None = None, at: str = "personal_code") -> None:
    """No two persons bear one code."""
    other = bearer_of(session, code) if code else None
    if other is not None and other is not bearer:
        raise RefusedError("person.code_taken", at=at, name=full_name(other))


def _refuse_other_code(person: Person, code: str, today: date) -> None:
    """Only the one lawful replacement of an old code by a new one goes without a reason; see person_changes."""
    if not code or not person.codes or code in {row.code for row in person.codes}:
        return
    if check_personal_code(code, today).kind is not CodeKind.NEW:
        raise RefusedError("person.code_differs", at="personal_code")
    borne = [check_personal_code(row.code, today).kind for row in person.codes]
    try:
        check_change(borne, CodeKind.NEW, CodeChange.REPLACED, "")
    except RefusedError as error:
        raise RefusedError("person.code_differs", at="personal_code") from error


def _write(person: Person, form: PersonForm, born: date | None) -> None:
    person.given_name, person.family_name = form.given_name.strip(), form.family_name.strip()
    person.sort_key = sort_key(f"{person.family_name} {person.given_name}")
    person.birth_date, person.citizenship = born, form.citizenship.strip()
    person.email, person.phone, person.address = form.email.strip(), form.phone.strip(), form.address.strip()
    person.actual_address, person.uses_e_address = form.actual_address.strip(), form.uses_e_address


def _name(person: Person, form: PersonForm, day: date) -> PersonName:
    name = PersonName(person_id=person.id, valid_from=day)
    _rename(name, form)
    return name


def _rename(name: PersonName, form: PersonForm) -> None:
    name.given_name, name.family_name = form.given_name.strip(), form.family_name.strip()
    name.original_name = form.original_name.strip()


def _identify(work: Work, person: Person, form: PersonForm) -> None:
    """The document shown this time: known by its number and corrected, or another one beside those before."""
    plain = plain_number(form.document_number)
    if not plain:
        return
    shown = next((row for row in person.documents if plain_number(row.number) == plain), None)
    if shown is None:
        work.add(_document(person, form))
        return
    shown.kind, shown.number = form.document_kind.strip(), form.document_number.strip()
    shown.country, shown.valid_until = form.document_country.strip(), form.document_valid_until


def _document(person: Person, form: PersonForm) -> IdentityDocument:
    return IdentityDocument(
        person_id=person.id,
        kind=form.document_kind.strip(),
        number=form.document_number.strip(),
        country=form.document_country.strip(),
        valid_until=form.document_valid_until,
    )


def retitled_cases(work: Work, person: Person) -> list[RecognitionCase]:
    """The cases of a person, titled by the name of today."""
    title = f"{person.family_name}, {person.given_name}"
    rows = list(work.session.scalars(select(RecognitionCase).where(RecognitionCase.person_id == person.id)))
    for case in rows:
        case.title, case.title_key = title, sort_key(title)
    return rows


def cases_of(session: Session, person_id: int) -> tuple[EarlierCase, ...]:
    """The cases of a person, the newest first."""
    mine = RecognitionCase.person_id == person_id
    rows = session.scalars(select(RecognitionCase).where(mine).order_by(Case.received_on.desc(), Case.id.desc())).all()
    keys = [row.id for row in rows]
    decided = select(Decision.case_id, Decision.verdict).where(
        Decision.case_id.in_(keys), Decision.state == DecisionState.REGISTERED
    )
    verdicts = {row.case_id: row.verdict for row in session.execute(decided.order_by(Decision.id))}
    titles = {row.id: row.edition.standard for row in rows}
    return tuple(
        EarlierCase(
            row.id,
            row.number,
            row.received_on,
            titles[row.id].title_lv,
            verdicts.get(row.id),
            titles[row.id].title_en,
        )
        for row in rows
    )


def known(session: Session, person: Person, why: tuple[Likeness, ...] = ()) -> KnownPerson:
    """A person as intake and the list of possible duplicates show it."""
    code = code_of(person)
    masked = mask_personal_code(code) if code else ""
    return KnownPerson(person.id, full_name(person), person.birth_date, masked, cases_of(session, person.id), why)
