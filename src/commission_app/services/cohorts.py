"""Groups that apply together: one employer or project, one standard, many people, all received in one act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.cohort import Cohort
from commission_app.rules.collation import sort_key
from commission_app.rules.vocabulary.case import Channel, Motive, Procedure
from commission_app.services import applicants, people
from commission_app.services.applicants import ApplicationForm, ReceivedCase
from commission_app.services.people import PersonForm
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class CohortForm:
    """Who stands behind the group, and what all of them apply for."""

    name: str
    edition_id: int
    procedure: Procedure
    received_on: date
    organisation: str = ""
    registration_number: str = ""
    project: str = ""
    contact: str = ""
    pays: bool = False
    unit_ids: tuple[int, ...] = ()
    commission_id: int | None = None


@dataclass(frozen=True)
class GroupMember:
    """One person of the group, as the grid says it."""

    given_name: str
    family_name: str
    personal_code: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class CohortRow:
    """A group as lists show it."""

    id: int
    name: str
    organisation: str
    project: str
    cases: int


def cohorts(reading: Reading) -> tuple[CohortRow, ...]:
    """The groups with the number of their cases."""
    counted = (
        select(Cohort, func.count(RecognitionCase.id))
        .outerjoin(RecognitionCase, RecognitionCase.cohort_id == Cohort.id)
        .group_by(Cohort.id)
        .order_by(Cohort.sort_key)
    )
    return tuple(
        CohortRow(row.id, row.name, row.organisation, row.project, count)
        for row, count in reading.session.execute(counted)
    )


def receive_group(work: Work, form: CohortForm, members: Sequence[GroupMember]) -> tuple[ReceivedCase, ...]:
    """The applications of a group are received in one act: all of them, or none where one row is refused.

    Refused: a group without a name or people; a row by its number with what is wrong in it.
    """
    if not form.name.strip():
        raise RefusedError("cohort.no_name", at="name")
    if not members:
        raise RefusedError("cohort.nobody", at="members")
    cohort = Cohort(
        name=form.name.strip(),
        sort_key=sort_key(form.name.strip()),
        organisation=form.organisation.strip(),
        registration_number=form.registration_number.strip(),
        project=form.project.strip(),
        contact=form.contact.strip(),
        pays=form.pays,
    )
    work.add(cohort)
    work.session.flush()
    received = []
    for number, member in enumerate(members, 1):
        try:
            found = applicants.receive(work, _application(work, form, member))
        except RefusedError as trouble:
            raise RefusedError("cohort.row", at="members", row=number, why=trouble.refusal) from trouble
        work.get(RecognitionCase, found.id).cohort_id = cohort.id
        received.append(found)
    return tuple(received)


def troubles(reading: Reading, members: Sequence[GroupMember]) -> tuple[Refusal, ...]:
    """What is wrong in the rows before anything is stored: all of it, by row."""
    found, seen = [], dict[str, int]()
    for number, member in enumerate(members, 1):
        try:
            people.check_form(_person(member), reading.today)
        except RefusedError as trouble:
            found.append(refusal("cohort.row", row=number, why=trouble.refusal))
        code = member.personal_code.replace("-", "").strip()
        if code and code in seen:
            found.append(refusal("cohort.row", row=number, why=refusal("cohort.twice", row=seen[code])))
        seen.setdefault(code, number)
    return tuple(found)


def _application(work: Work, form: CohortForm, member: GroupMember) -> ApplicationForm:
    person = _person(member)
    known = people.bearer_of(work.session, _dashed(member.personal_code)) if member.personal_code.strip() else None
    asked = ApplicationForm(
        procedure=form.procedure,
        edition_id=form.edition_id,
        received_on=form.received_on,
        person=person,
        unit_ids=form.unit_ids,
        channel=Channel.IN_PERSON,
        commission_id=form.commission_id,
        motive_kind=Motive.EMPLOYER if form.organisation.strip() else None,
        payer=form.organisation.strip() if form.pays else "",
    )
    return asked if known is None else replace(asked, person_id=known.id)


def _person(member: GroupMember) -> PersonForm:
    return PersonForm(
        given_name=member.given_name,
        family_name=member.family_name,
        personal_code=member.personal_code,
        email=member.email,
        phone=member.phone,
    )


def _dashed(code: str) -> str:
    digits = "".join(letter for letter in code if letter.isdigit())
    return f"{digits[:6]}-{digits[6:]}"
