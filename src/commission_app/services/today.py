"""The desk of the day: what is late, what is missing, which sitting comes, how many cases stand at each step."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from commission_app.errors import Refusal
from commission_app.models.act import Act
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.delivery import Delivery
from commission_app.models.sitting import Sitting
from commission_app.rules.convocation import Expectation
from commission_app.rules.deadlines import SOON_DAYS, DeadlineFinding, urgency
from commission_app.rules.vocabulary.case import Step
from commission_app.rules.vocabulary.sitting import ItemState, SittingState
from commission_app.services import case_waits, convocations, deadlines
from commission_app.services.case_list import OPEN
from commission_app.store.work import Reading

MOST = 8


@dataclass(frozen=True)
class CaseNotice:
    """A case that wants attention, and why."""

    case_id: int
    number: str
    title: str
    standard_lv: str
    standard_en: str
    due: DeadlineFinding | None
    deadline: date
    why: Refusal | None
    day: date | None = None
    """The next sitting of its commission, or the last day on which the decision may be contested."""
    returned: bool = False


@dataclass(frozen=True)
class SittingNotice:
    """A sitting that comes."""

    sitting_id: int
    held_on: date
    planned_at: str
    commission_lv: str
    commission_en: str
    state: SittingState
    cases: int
    waiting: int
    expected: Expectation | None = None
    """Who has confirmed, while the sitting is planned."""


@dataclass(frozen=True)
class Desk:
    """Everything Today shows."""

    steps: tuple[tuple[Step, int], ...]
    late: tuple[CaseNotice, ...]
    late_total: int
    lacking: tuple[CaseNotice, ...]
    lacking_total: int
    sittings: tuple[SittingNotice, ...]
    to_hear: tuple[CaseNotice, ...]
    to_refer: int
    drafts: tuple[CaseNotice, ...]
    drafts_total: int
    certificates_due: tuple[CaseNotice, ...]
    certificates_total: int
    clashes: tuple[CaseNotice, ...]
    clashes_total: int
    asked: tuple[CaseNotice, ...]
    asked_total: int
    sent: tuple[CaseNotice, ...]
    sent_total: int
    contestable: tuple[CaseNotice, ...]
    contestable_total: int
    last_backup: datetime | None
    cases: int


def desk(reading: Reading) -> Desk:
    """What there is to do today."""
    return Desk(
        _steps(reading),
        *_late(reading),
        *_lacking(reading),
        _sittings(reading),
        *_waiting(reading, case_waits.SITTING),
        *_waiting(reading, case_waits.SIGNATURE),
        *_waiting(reading, case_waits.CERTIFICATE),
        *_clashing(reading),
        *_waiting(reading, case_waits.ANSWER),
        *_sent(reading),
        *_contestable(reading),
        reading.session.scalar(select(func.max(Act.moment)).where(Act.name == "backups.record_backup")),
        reading.session.scalar(select(func.count(Case.id))) or 0,
    )


def _steps(reading: Reading) -> tuple[tuple[Step, int], ...]:
    rows = reading.session.execute(select(Case.step, func.count()).where(Case.state.in_(OPEN)).group_by(Case.step))
    counted = {row.step: row[1] for row in rows}
    return tuple((step, counted.get(step, 0)) for step in Step)


def _late(reading: Reading) -> tuple[tuple[CaseNotice, ...], int]:
    due = (Case.state.in_(OPEN), Case.deadline <= reading.today + timedelta(days=SOON_DAYS))
    rows = reading.session.scalars(select(RecognitionCase).where(*due).order_by(Case.deadline, Case.id).limit(MOST))
    total = reading.session.scalar(select(func.count(Case.id)).where(*due)) or 0
    return tuple(_notice(reading, row, None) for row in rows), total


def _lacking(reading: Reading) -> tuple[tuple[CaseNotice, ...], int]:
    found = (*case_waits.lacking(reading.session), *case_waits.lapsing(reading.session, reading.today))
    first = dict(found[:MOST])
    rows = {row.id: row for row in reading.session.scalars(select(RecognitionCase).where(Case.id.in_(first)))}
    return tuple(_notice(reading, rows[key], why) for key, why in first.items()), len(found)


def _sittings(reading: Reading) -> tuple[SittingNotice, ...]:
    rows = reading.session.scalars(
        select(Sitting)
        .where(Sitting.state != SittingState.CLOSED)
        .order_by(Sitting.held_on, Sitting.planned_at, Sitting.id)
        .limit(4)
    )
    return tuple(
        SittingNotice(
            row.id,
            row.held_on,
            row.planned_at,
            row.commission.name_lv,
            row.commission.name_en,
            row.state,
            len(row.items),
            sum(1 for item in row.items if item.state is ItemState.WAITING),
            convocations.expectation(reading.session, row) if row.state is SittingState.PLANNED else None,
        )
        for row in rows
    )


def _waiting(reading: Reading, what: str) -> tuple[tuple[CaseNotice, ...], int]:
    """The first cases that wait for something, and how many do."""
    due = case_waits.waiting(reading.session, what, reading.today)
    rows = reading.session.scalars(select(RecognitionCase).where(due).order_by(Case.deadline, Case.id).limit(MOST))
    total = reading.session.scalar(select(func.count(Case.id)).where(due)) or 0
    return tuple(_notice(reading, row, None) for row in rows), total


def _clashing(reading: Reading) -> tuple[tuple[CaseNotice, ...], int]:
    """Cases due before the next sitting, each with the day of that sitting."""
    rows, total = _waiting(reading, case_waits.CLASH)
    query = select(Case.id, case_waits.next_sitting()).where(Case.id.in_([row.case_id for row in rows]))
    days = {row[0]: row[1] for row in reading.session.execute(query)}
    return tuple(replace(row, day=days.get(row.case_id)) for row in rows), total


def _sent(reading: Reading) -> tuple[tuple[CaseNotice, ...], int]:
    """Cases of which a paper is sent and not notified yet, or came back: these say so."""
    rows, total = _waiting(reading, case_waits.NOTIFICATION)
    newest = (
        select(Delivery.case_id, func.max(Delivery.id))
        .where(Delivery.case_id.in_([row.case_id for row in rows]))
        .group_by(Delivery.case_id, Delivery.subject_uid)
    )
    keys = [row[1] for row in reading.session.execute(newest)]
    held = reading.session.scalars(
        select(Delivery).where(Delivery.id.in_(keys), Delivery.notified_on.is_(None), Delivery.returned_on.is_not(None))
    )
    back = {row.case_id for row in held}
    return tuple(replace(row, returned=row.case_id in back) for row in rows), total


def _contestable(reading: Reading) -> tuple[tuple[CaseNotice, ...], int]:
    """Cases whose decision may still be contested, the nearest last day first."""
    found = case_waits.contestable(reading.session, reading.today)
    first = dict(found[:MOST])
    rows = {
        row.id: row for row in reading.session.scalars(select(RecognitionCase).where(RecognitionCase.id.in_(first)))
    }
    notices = (replace(_notice(reading, rows[key], None), day=day) for key, day in first.items())
    return tuple(notices), len(found)


def _notice(reading: Reading, case: RecognitionCase, why: Refusal | None) -> CaseNotice:
    calendar = deadlines.calendar(reading.session, reading.today)
    due = urgency(case.deadline, reading.today, calendar) if case.state in OPEN else None
    standard = case.edition.standard
    return CaseNotice(case.id, case.number, case.title, standard.title_lv, standard.title_en, due, case.deadline, why)
