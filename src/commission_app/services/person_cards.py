"""A person's page: dated names, history of codes, documents, contacts, cases, and who looked at the record."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from commission_app.errors import Refusal, refusal
from commission_app.models.act import Act, ActSubject
from commission_app.models.person import IdentityDocument, Person
from commission_app.services import people, person_matches
from commission_app.services.people import EarlierCase, KnownPerson
from commission_app.services.person_changes import ContactForm
from commission_app.store.work import Reading

LOOKS_SHOWN = 50
_OPENED = "office.record_opened"


@dataclass(frozen=True)
class NameRow:
    """A name and since when it is borne or known."""

    since: date
    given_name: str
    family_name: str
    original_name: str


@dataclass(frozen=True)
class CodeRow:
    """A personal code, since when it is known, and why it stands all the same."""

    since: date
    code: str
    reason: str


@dataclass(frozen=True)
class DocumentRow:
    """An identity document, and the applications that came when it had expired."""

    id: int
    kind: str
    number: str
    country: str
    valid_until: date | None
    expired: bool
    expired_for: tuple[str, ...]


@dataclass(frozen=True)
class Look:
    """Somebody opened the record."""

    moment: datetime
    user_name: str


@dataclass(frozen=True)
class PersonCard:
    """A person as the page shows it."""

    id: int
    uid: UUID
    version: int
    name: str
    contacts: ContactForm
    names: tuple[NameRow, ...]
    """The present name first."""
    codes: tuple[CodeRow, ...]
    documents: tuple[DocumentRow, ...]
    cases: tuple[EarlierCase, ...]
    looks: tuple[Look, ...]
    alike: tuple[KnownPerson, ...]
    merged_into_id: int | None
    merged_into: str
    against: tuple[Refusal, ...]
    """What stands against changing the record."""


def card(reading: Reading, person_id: int) -> PersonCard:
    """A person with everything the page shows; that the record was opened is itself recorded."""
    person = reading.get(Person, person_id)
    reading.opened.add(person.uid)
    into = reading.get(Person, person.merged_into_id) if person.merged_into_id is not None else None
    cases = people.cases_of(reading.session, person.id)
    against = () if into is None else (refusal("person.merge_gone", name=people.full_name(person)),)
    return PersonCard(
        id=person.id,
        uid=person.uid,
        version=person.version,
        name=people.full_name(person),
        contacts=ContactForm(
            person.address,
            person.actual_address,
            person.email,
            person.phone,
            person.uses_e_address,
            person.citizenship,
            person.birth_date,
        ),
        names=tuple(
            NameRow(row.valid_from, row.given_name, row.family_name, row.original_name)
            for row in reversed(person.names)
        ),
        codes=tuple(CodeRow(row.valid_from, row.code, row.override_reason) for row in reversed(person.codes)),
        documents=tuple(_document(row, cases, reading.today) for row in person.documents),
        cases=cases,
        looks=_looks(reading, person.uid),
        alike=() if into is not None else person_matches.doubles_of(reading, person.id),
        merged_into_id=person.merged_into_id,
        merged_into=people.full_name(into) if into is not None else "",
        against=against,
    )


def _document(row: IdentityDocument, cases: tuple[EarlierCase, ...], today: date) -> DocumentRow:
    until = row.valid_until
    late = tuple(case.number for case in cases if until is not None and until < case.received_on)
    expired = until is not None and until < today
    return DocumentRow(row.id, row.kind, row.number, row.country, until, expired, late)


def _looks(reading: Reading, subject: UUID) -> tuple[Look, ...]:
    rows = reading.session.execute(
        select(Act.moment, Act.user_name)
        .join(ActSubject, ActSubject.act_id == Act.id)
        .where(ActSubject.subject_uid == subject, Act.name == _OPENED)
        .order_by(Act.position.desc())
        .limit(LOOKS_SHOWN)
    )
    return tuple(Look(moment, name) for moment, name in rows)
