"""Records that may be of one person: offered at the counter, listed for the office, or set apart as of two."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.models.person import IdentityDocument, Person, PersonCode, PersonDistinct, PersonName
from commission_app.rules import matching
from commission_app.rules.matching import Traits
from commission_app.rules.vocabulary.person import Likeness
from commission_app.services import people
from commission_app.services.people import KnownPerson, PersonForm
from commission_app.store import search
from commission_app.store.work import Reading, Work

OFFERED = 5
LOOKED_AT = 60
LISTED = 200
_PIECE = 500


@dataclass(frozen=True)
class Double:
    """Two records that may be of one person, and why."""

    first: KnownPerson
    second: KnownPerson
    why: tuple[Likeness, ...]

    @property
    def id(self) -> tuple[int, int]:
        """The keys of the two."""
        return self.first.id, self.second.id


def alike(reading: Reading, form: PersonForm) -> tuple[KnownPerson, ...]:
    """Persons in the database who may be the one at the counter, the surest first.

    A mistyped code hides nobody: the name is looked for as well, whatever birth date the code says.
    """
    conditions = _worth_a_look(reading.session, form)
    if not conditions:
        return ()
    query = select(Person).where(Person.merged_into_id.is_(None), or_(*conditions)).order_by(Person.id.desc())
    asked = _asked(form)
    found = []
    for person in reading.session.scalars(query.limit(LOOKED_AT)):
        why = matching.likeness(asked, _traits(person))
        if why:
            found.append((list(Likeness).index(why[0]), person, why))
    found.sort(key=lambda row: row[0])
    return tuple(people.known(reading.session, person, why) for _, person, why in found[:OFFERED])


def doubles(reading: Reading) -> tuple[Double, ...]:
    """Pairs of records that may be of one person, the surest first, without those that were set apart."""
    session = reading.session
    apart = {(row.first_id, row.second_id) for row in session.scalars(select(PersonDistinct))}
    found = [pair for pair in matching.pairs(_all_traits(reading)) if (pair.first, pair.second) not in apart][:LISTED]
    answer = []
    for pair in found:
        first, second = reading.get(Person, pair.first), reading.get(Person, pair.second)
        answer.append(Double(people.known(session, first), people.known(session, second), pair.why))
    return tuple(answer)


def doubles_of(reading: Reading, person_id: int) -> tuple[KnownPerson, ...]:
    """Records that may be of the same person as this one, without those that were set apart."""
    person = reading.get(Person, person_id)
    rows = select(PersonDistinct).where(
        or_(PersonDistinct.first_id == person_id, PersonDistinct.second_id == person_id)
    )
    apart = {row.first_id + row.second_id - person_id for row in reading.session.scalars(rows)} | {person_id}
    found = alike(reading, people.form_of(reading.session, person))
    return tuple(row for row in found if row.id not in apart and row.why != (Likeness.SAME_NAME,))


def set_apart(work: Work, one_id: int, other_id: int, reason: str = "") -> None:
    """Two records were looked at and are not of one person; the suggestion does not come back.

    Refused: a record and itself.
    """
    first_id, second_id = sorted((one_id, other_id))
    if first_id == second_id:
        raise RefusedError("person.merge_itself")
    first, second = work.lock(Person, first_id), work.lock(Person, second_id)
    known = select(PersonDistinct).where(PersonDistinct.first_id == first.id, PersonDistinct.second_id == second.id)
    if work.session.scalars(known).first() is None:
        work.add(PersonDistinct(first_id=first.id, second_id=second.id, reason=reason.strip()))


def _worth_a_look(session: Session, form: PersonForm) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    code, number = _code(form.personal_code), form.document_number.strip()
    if code:
        conditions.append(Person.codes.any(PersonCode.code == code))
    if number:
        conditions.append(Person.documents.any(IdentityDocument.number == number))
    if not (form.given_name.strip() and form.family_name.strip()):
        return conditions
    same = search.among(session, f"{form.given_name} {form.family_name}", "person", Person.__table__.c.id)
    if same is not None:
        conditions.append(same)
    if form.birth_date is not None:
        conditions.append(Person.birth_date == form.birth_date)
    return conditions


def _asked(form: PersonForm) -> Traits:
    given, family = form.given_name.strip(), form.family_name.strip()
    code, number = _code(form.personal_code), form.document_number.strip()
    return Traits(
        key=0,
        names=((given, family),) if given and family else (),
        birth_date=form.birth_date,
        codes=frozenset({code} if code else ()),
        documents=frozenset({number} if number else ()),
        email=form.email,
        phone=form.phone,
    )


def _code(text: str) -> str:
    digits = "".join(char for char in text if char.isdigit())
    return f"{digits[:6]}-{digits[6:]}" if digits else ""


def _traits(person: Person) -> Traits:
    return Traits(
        key=person.id,
        names=tuple((name.given_name, name.family_name) for name in person.names),
        birth_date=person.birth_date,
        codes=frozenset(row.code for row in person.codes),
        documents=frozenset(row.number for row in person.documents),
        email=person.email,
        phone=person.phone,
    )


def _all_traits(reading: Reading) -> list[Traits]:
    """Everybody in four plain queries: ten thousand mapped rows would take seconds."""
    session = reading.session
    names: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for key, given, family in session.execute(
        select(PersonName.person_id, PersonName.given_name, PersonName.family_name)
    ):
        names[key].append((given, family))
    codes, documents = defaultdict[int, set[str]](set), defaultdict[int, set[str]](set)
    for key, code in session.execute(select(PersonCode.person_id, PersonCode.code)):
        codes[key].add(code)
    for key, number in session.execute(select(IdentityDocument.person_id, IdentityDocument.number)):
        documents[key].add(number)
    standing = select(Person.id, Person.birth_date, Person.email, Person.phone).where(
        Person.merged_into_id.is_(None), Person.erased.is_(False)
    )
    rows = session.execute(standing).all()
    found = []
    for at, (key, born, email, phone) in enumerate(rows):
        if at % _PIECE == 0:
            reading.progress.step(at, len(rows))
        who = Traits(key, tuple(names[key]), born, frozenset(codes[key]), frozenset(documents[key]), email, phone)
        found.append(who)
    return found
