"""Whom of the commission to seat at a case: the least busy first, and last those a conflict of interest hints at."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from commission_app.models.case import RecognitionCase
from commission_app.models.score import Assessor
from commission_app.rules.conflicts import alike_surnames
from commission_app.rules.vocabulary.case import CaseState
from commission_app.services import commissions
from commission_app.services.commissions import MemberForm
from commission_app.services.people import full_name
from commission_app.store.work import Reading


@dataclass(frozen=True)
class Suggestion:
    """A member in office: how many cases are being scored with them, and whether they may be a relative."""

    uid: UUID
    form: MemberForm
    open_cases: int
    may_conflict: bool


@dataclass(frozen=True)
class SeatHolder:
    """An assessor of a case, and who works in the program as this assessor."""

    id: int
    name: str
    user_uid: UUID | None


def holders(reading: Reading, case_id: int) -> tuple[SeatHolder, ...]:
    """The assessors of a case by their seats."""
    rows = reading.session.scalars(select(Assessor).where(Assessor.case_id == case_id).order_by(Assessor.seat))
    return tuple(SeatHolder(row.id, row.name, row.user_uid) for row in rows)


def suggestions(reading: Reading, case_id: int) -> tuple[Suggestion, ...]:
    """The members in office of the case's commission who have no seat at it yet, the best choice first."""
    case = reading.get(RecognitionCase, case_id)
    if case.commission_id is None:
        return ()
    rows = reading.session.execute(
        select(Assessor.name, func.count())
        .join(RecognitionCase, RecognitionCase.id == Assessor.case_id)
        .where(RecognitionCase.state == CaseState.DOCUMENTED, Assessor.finished_at.is_(None))
        .group_by(Assessor.name)
    )
    busy = {row[0]: row[1] for row in rows}
    seated = set(reading.session.scalars(select(Assessor.name).where(Assessor.case_id == case_id)))
    applicant = full_name(case.person)
    found = [
        Suggestion(line.uid, line.form, busy.get(line.form.name, 0), alike_surnames(line.form.name, applicant))
        for line in commissions.card(reading, case.commission_id).members
        if line.in_office and line.form.name not in seated
    ]
    return tuple(sorted(found, key=lambda one: (one.may_conflict, one.open_cases)))
