"""What changes in a person's life: a new name, another code, documents, contacts; what stood before is kept."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.person import IdentityDocument, Person, PersonCode, PersonName
from commission_app.rules.collation import sort_key
from commission_app.rules.identity import CodeFinding, check_personal_code
from commission_app.rules.matching import plain_number
from commission_app.rules.person_code_change import check_change
from commission_app.rules.plausibility import check_birth_date, check_not_future
from commission_app.rules.vocabulary.person import CodeChange
from commission_app.services import people
from commission_app.services.applicants import make_findable
from commission_app.store.work import Work


@dataclass(frozen=True)
class NameForm:
    """A name as borne from a day."""

    given_name: str
    family_name: str
    original_name: str = ""


@dataclass(frozen=True)
class CodeForm:
    """Another code, since when, and why."""

    code: str
    since: date
    why: CodeChange
    reason: str = ""


@dataclass(frozen=True)
class DocumentForm:
    """An identity document."""

    kind: str
    number: str
    country: str = ""
    valid_until: date | None = None


@dataclass(frozen=True)
class ContactForm:
    """Where a person lives and is reached, and what else is known."""

    address: str = ""
    actual_address: str = ""
    email: str = ""
    phone: str = ""
    uses_e_address: bool = False
    citizenship: str = ""
    birth_date: date | None = None


def rename(work: Work, person_id: int, seen: int, since: date, form: NameForm) -> None:
    """The person bears a new name from a day, by marriage or otherwise; papers of earlier days keep the old one.

    Refused: an empty name, a day to come, a day before the present name was known.
    """
    person = _open(work, person_id, seen)
    given, family = _names(form)
    check_not_future(since, work.today, "since")
    current = person.names[-1]
    if (given, family) == (current.given_name, current.family_name):
        raise RefusedError("person.name_same", at="family_name")
    if since <= current.valid_from:
        raise RefusedError("person.name_not_later", at="since", day=current.valid_from)
    work.add(
        PersonName(
            person_id=person.id,
            valid_from=since,
            given_name=given,
            family_name=family,
            original_name=form.original_name.strip(),
        )
    )
    _bear(work, person, given, family)


def correct_name(work: Work, person_id: int, seen: int, form: NameForm) -> None:
    """A slip in the present name is mended: it never was the other one. Refused: an empty name."""
    person = _open(work, person_id, seen)
    given, family = _names(form)
    current = person.names[-1]
    current.given_name, current.family_name = given, family
    current.original_name = form.original_name.strip()
    _bear(work, person, given, family)


def change_code(work: Work, person_id: int, seen: int, form: CodeForm) -> None:
    """Another personal code: the new one for the old once, on adoption, or because it was written wrongly.

    Refused: an impossible code or one of somebody else, a second replacement, adoption or a mistake without a reason.
    """
    person = _open(work, person_id, seen)
    found = _read_code(form, work.today)
    if person.codes and found.normal == person.codes[-1].code:
        raise RefusedError("person.code_same", at="personal_code")
    people.refuse_taken(work.session, found.normal, person, at="personal_code")
    borne = [check_personal_code(row.code, work.today).kind for row in person.codes]
    if borne:
        check_change(borne, found.kind, form.why, form.reason)
    reason = form.reason.strip()
    if borne and form.why is CodeChange.MISTAKE:
        person.codes[-1].code, person.codes[-1].override_reason = found.normal, reason
    else:
        check_not_future(form.since, work.today, "since")
        if borne and form.since <= person.codes[-1].valid_from:
            raise RefusedError("person.code_not_later", at="since", day=person.codes[-1].valid_from)
        work.add(PersonCode(person_id=person.id, valid_from=form.since, code=found.normal, override_reason=reason))
    person.birth_date = person.birth_date or found.birth_date
    _findable(work, person)


def enter_document(work: Work, person_id: int, seen: int, form: DocumentForm, document_id: int | None = None) -> None:
    """An identity document is entered, or one that is known is corrected.

    Refused: no number, or a document known of this person or of somebody else.
    """
    person = _open(work, person_id, seen)
    plain = plain_number(form.number)
    if not plain:
        raise RefusedError("person.document_without_number", at="number")
    _refuse_known_document(work, person, form, document_id)
    row = next((row for row in person.documents if row.id == document_id), None)
    if row is None:
        row = IdentityDocument(person_id=person.id)
        work.add(row)
    row.kind, row.number, row.country = form.kind.strip(), form.number.strip(), form.country.strip()
    row.valid_until = form.valid_until
    _findable(work, person)


def settle_contacts(work: Work, person_id: int, seen: int, form: ContactForm) -> None:
    """Where the person lives and is reached, the citizenship and the birth date.

    Refused: a birth date that cannot be, or that the personal code contradicts.
    """
    person = _open(work, person_id, seen)
    if person.codes and form.birth_date is not None:
        said = check_personal_code(person.codes[-1].code, work.today).birth_date
        if said is not None and said != form.birth_date:
            raise RefusedError("identity.birth_date_differs", at="birth_date", code_date=said, typed=form.birth_date)
    if form.birth_date is not None and form.birth_date != person.birth_date:
        check_birth_date(form.birth_date, work.today)
    person.address, person.actual_address = form.address.strip(), form.actual_address.strip()
    person.email, person.phone = form.email.strip(), form.phone.strip()
    person.uses_e_address, person.citizenship = form.uses_e_address, form.citizenship.strip()
    person.birth_date = form.birth_date
    _findable(work, person)


def _open(work: Work, person_id: int, seen: int) -> Person:
    person = work.lock(Person, person_id, seen)
    if person.merged_into_id is not None:
        raise RefusedError("person.merge_gone", name=people.full_name(person))
    work.touch(person)
    return person


def _names(form: NameForm) -> tuple[str, str]:
    given, family = form.given_name.strip(), form.family_name.strip()
    if not given or not family:
        raise RefusedError("person.name_empty", at="family_name" if given else "given_name")
    return given, family


def _bear(work: Work, person: Person, given: str, family: str) -> None:
    person.given_name, person.family_name = given, family
    person.sort_key = sort_key(f"{family} {given}")
    _findable(work, person)


def _read_code(form: CodeForm, today: date) -> CodeFinding:
    found = check_personal_code(form.code, today)
    if found.warnings and not form.reason.strip():
        raise RefusedError.of(found.warnings[0])
    return found


def _refuse_known_document(work: Work, person: Person, form: DocumentForm, document_id: int | None) -> None:
    plain, country = plain_number(form.number), form.country.strip().casefold()
    alike = select(IdentityDocument).where(IdentityDocument.number == form.number.strip())
    for row in [*work.session.scalars(alike), *person.documents]:
        if row.id == document_id or plain_number(row.number) != plain or row.country.strip().casefold() != country:
            continue
        if row.person_id == person.id:
            raise RefusedError("person.document_known", at="number", number=row.number)
        name = people.full_name(row.person)
        raise RefusedError("person.document_of_other", at="number", number=row.number, name=name)


def _findable(work: Work, person: Person) -> None:
    """The search box finds the person and the cases anew, under every name and code."""
    work.session.flush()
    work.session.refresh(person)
    people.make_findable(work, person)
    for case in people.retitled_cases(work, person):
        make_findable(work, case)
