"""Two records of one person become one: cases, names, codes and documents come together under the one kept."""

from datetime import date, timedelta

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.application import Consultation
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import RecognisedUnit
from commission_app.models.person import Person
from commission_app.models.standard import UnitIdentity
from commission_app.rules.matching import folded_name, one_letter_apart, plain_number
from commission_app.rules.workflow import is_open
from commission_app.services import people
from commission_app.services.applicants import make_findable
from commission_app.store import search
from commission_app.store.work import Reading, Work

_CONTACTS = ("citizenship", "email", "phone", "address", "actual_address")
_DAY = timedelta(days=1)


def against(reading: Reading, keep_id: int, gone_id: int, reason: str = "") -> tuple[Refusal, ...]:
    """What stands against merging the second record into the first."""
    if keep_id == gone_id:
        return (refusal("person.merge_itself"),)
    keep, gone = reading.get(Person, keep_id), reading.get(Person, gone_id)
    found = [refusal("person.merge_gone", name=people.full_name(one)) for one in (keep, gone) if one.merged_into_id]
    found += [refusal("person.merge_erased", name=people.full_name(one)) for one in (keep, gone) if one.erased]
    found += _twice_open(reading, keep, gone)
    return tuple(found) if reason.strip() else (*found, *_doubtful(reading, keep, gone))


def merge(work: Work, keep_id: int, gone_id: int, reason: str = "") -> None:
    """Two records are of one person: all of the second goes to the first, and the second points to it from now on.

    Refused: one record, one merged or erased before, both with an open case for one edition; without a reason also
    where the codes differ or one unit was recognised for both.
    """
    for key in sorted({keep_id, gone_id}):
        work.lock(Person, key)
    standing = against(work, keep_id, gone_id, reason)
    if standing:
        raise RefusedError.of(standing[0])
    keep, gone = work.get(Person, keep_id), work.get(Person, gone_id)
    _move_cases(work, keep, gone)
    _move_names(keep, gone)
    _move_codes(keep, gone, reason.strip())
    _move_documents(keep, gone)
    _fill(keep, gone)
    gone.merged_into_id = keep.id
    for earlier in work.session.scalars(select(Person).where(Person.merged_into_id == gone.id)):
        earlier.merged_into_id = keep.id
    work.touch(keep)
    work.session.flush()
    search.put(work.session, "person", gone.id, gone.uid, "", "")
    work.session.refresh(keep)
    people.make_findable(work, keep)
    for case in people.retitled_cases(work, keep):
        make_findable(work, case)
        work.about(case.uid)


def _twice_open(reading: Reading, keep: Person, gone: Person) -> list[Refusal]:
    """One person cannot have the same application under way twice."""
    rows = reading.session.scalars(
        select(RecognitionCase)
        .where(RecognitionCase.person_id.in_((keep.id, gone.id)))
        .order_by(RecognitionCase.person_id, RecognitionCase.id)
    )
    under_way = [case for case in rows if is_open(case.state)]
    found = []
    for one in (case for case in under_way if case.person_id == keep.id):
        for other in (case for case in under_way if case.person_id == gone.id and case.edition_id == one.edition_id):
            code = one.edition.standard.code
            found.append(refusal("person.merge_open_cases", standard=code, first=one.number, second=other.number))
    return found


def _doubtful(reading: Reading, keep: Person, gone: Person) -> list[Refusal]:
    """What a merger needs a reason for."""
    found = []
    if keep.codes and gone.codes and keep.codes[-1].code != gone.codes[-1].code:
        found.append(
            refusal("person.merge_codes", at="reason", first=people.full_name(keep), second=people.full_name(gone))
        )
    recognised = _recognised(reading, keep)
    for identity in _recognised(reading, gone):
        if identity in recognised:
            unit = reading.get(UnitIdentity, identity).code
            found.append(refusal("person.merge_recognised", at="reason", unit=unit))
    return found


def _recognised(reading: Reading, person: Person) -> dict[int, RecognisedUnit]:
    rows = reading.session.scalars(select(RecognisedUnit).where(RecognisedUnit.person_id == person.id))
    return {row.identity_id: row for row in rows}


def _move_cases(work: Work, keep: Person, gone: Person) -> None:
    """What was recognised twice stays with the record it was recognised for, so that it counts once."""
    session = work.session
    mine = select(RecognitionCase).where(RecognitionCase.person_id == gone.id).order_by(RecognitionCase.id)
    for case in session.scalars(mine.with_for_update(of=RecognitionCase)):
        case.person_id = keep.id
    for consultation in session.scalars(select(Consultation).where(Consultation.person_id == gone.id)):
        consultation.person_id = keep.id
    known = _recognised(work, keep)
    for identity, row in _recognised(work, gone).items():
        if identity not in known:
            row.person_id = keep.id


def _move_names(keep: Person, gone: Person) -> None:
    """Real other names come along, from before the present one; a slip of the pen stays with the record it was in."""
    present = keep.names[-1]
    known = {folded_name(name.given_name, name.family_name) for name in keep.names}
    for name in list(gone.names):
        folded = folded_name(name.given_name, name.family_name)
        slip = any(folded[::-1] == one or one_letter_apart(" ".join(folded), " ".join(one)) for one in known)
        if folded in known or slip:
            continue
        name.valid_from = _before(name.valid_from, present.valid_from)
        name.person = keep


def _move_codes(keep: Person, gone: Person, reason: str) -> None:
    present = keep.codes[-1] if keep.codes else None
    known = {row.code for row in keep.codes}
    for row in [row for row in gone.codes if row.code not in known]:
        if present is not None:
            row.valid_from = _before(row.valid_from, present.valid_from)
            row.override_reason = row.override_reason or reason
        row.person = keep


def _move_documents(keep: Person, gone: Person) -> None:
    known = {plain_number(row.number) for row in keep.documents}
    for row in list(gone.documents):
        if plain_number(row.number) not in known:
            row.person = keep


def _fill(keep: Person, gone: Person) -> None:
    """What the kept record does not say is taken from the other one."""
    keep.birth_date = keep.birth_date or gone.birth_date
    keep.uses_e_address = keep.uses_e_address or gone.uses_e_address
    for name in _CONTACTS:
        if not getattr(keep, name):
            setattr(keep, name, getattr(gone, name))


def _before(day: date, present: date) -> date:
    return min(day, present - _DAY)
