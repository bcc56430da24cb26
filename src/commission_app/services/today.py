"""The desk of the day: what is late, what is missing, which sitting comes, how many cases stand at each step."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from commission_app.errors import Refusal
from commission_app.models.act import Act
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.certificate import Certificate
from commission_app.models.decision import Decision
from commission_app.models.exam import Examinee
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules.completeness import missing
from commission_app.rules.deadlines import DeadlineFinding, urgency
from commission_app.rules.vocabulary.case import CaseState, Step
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.rules.vocabulary.sitting import ItemState, SittingState
from commission_app.services import case_facts
from commission_app.services.case_list import OPEN
from commission_app.store.work import Reading

HORIZON = timedelta(days=7)
MOST = 8
AWARDS = (DecisionVerdict.FULL, DecisionVerdict.PARTIAL)


@dataclass(frozen=True)
class CaseNotice:
    """A case that wants attention, and why."""

    case_id: int
    number: str
    title: str
    due: DeadlineFinding | None
    deadline: date
    why: Refusal | None


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


@dataclass(frozen=True)
class Desk:
    """Everything Today shows."""

    steps: tuple[tuple[Step, int], ...]
    late: tuple[CaseNotice, ...]
    late_total: int
    lacking: tuple[CaseNotice, ...]
    lacking_total: int
    sittings: tuple[SittingNotice, ...]
    drafts: tuple[CaseNotice, ...]
    to_refer: int
    certificates_due: tuple[CaseNotice, ...]
    last_backup: datetime | None
    cases: int


def desk(reading: Reading) -> Desk:
    """What there is to do today."""
    late, late_total = _late(reading)
    lacking, lacking_total = _lacking(reading)
    return Desk(
        _steps(reading),
        late,
        late_total,
        lacking,
        lacking_total,
        _sittings(reading),
        _drafts(reading),
        _count(reading, CaseState.SCORED, CaseState.POSTPONED),
        _certificates_due(reading),
        reading.session.scalar(select(func.max(Act.moment)).where(Act.name == "backups.record_backup")),
        reading.session.scalar(select(func.count(Case.id))) or 0,
    )


def _steps(reading: Reading) -> tuple[tuple[Step, int], ...]:
    rows = reading.session.execute(select(Case.step, func.count()).where(Case.state.in_(OPEN)).group_by(Case.step))
    counted = {row.step: row[1] for row in rows}
    return tuple((step, counted.get(step, 0)) for step in Step)


def _late(reading: Reading) -> tuple[tuple[CaseNotice, ...], int]:
    due = (Case.state.in_(OPEN), Case.deadline <= reading.today + HORIZON)
    rows = reading.session.scalars(select(Case).where(*due).order_by(Case.deadline, Case.id).limit(MOST))
    total = reading.session.scalar(select(func.count(Case.id)).where(*due)) or 0
    return tuple(_notice(reading, row, None) for row in rows), total


def _lacking(reading: Reading) -> tuple[tuple[CaseNotice, ...], int]:
    rows = reading.session.scalars(
        select(RecognitionCase).where(Case.state == CaseState.RECEIVED).order_by(Case.deadline, Case.id).limit(200)
    )
    notices = []
    for case in rows:
        wanting = missing(case_facts.application_facts(reading.session, case)) or case_facts.shortcomings(
            reading.session, case
        )
        if wanting:
            notices.append(_notice(reading, case, wanting[0]))
    return tuple(notices[:MOST]), len(notices)


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
        )
        for row in rows
    )


def _drafts(reading: Reading) -> tuple[CaseNotice, ...]:
    """Decisions that carry a number and are not registered yet."""
    rows = reading.session.scalars(
        select(Case)
        .join(AgendaItem, AgendaItem.case_id == Case.id)
        .join(Decision, Decision.item_id == AgendaItem.id)
        .where(Decision.state == DecisionState.DRAFT)
        .order_by(Decision.id)
        .limit(MOST)
    )
    return tuple(_notice(reading, row, None) for row in rows)


def _certificates_due(reading: Reading) -> tuple[CaseNotice, ...]:
    issued = select(Certificate.case_id)
    nothing_gained = select(Decision.case_id).where(Decision.verdict.not_in(AWARDS))
    failed = select(Examinee.case_id).where(Examinee.passed.is_(False))
    due = [Case.id.not_in(barred) for barred in (issued, nothing_gained, failed)]
    rows = reading.session.scalars(
        select(Case)
        .where(Case.state == CaseState.DECIDED, *due)
        .order_by(Case.id)
        .limit(MOST)
    )
    return tuple(_notice(reading, row, None) for row in rows)


def _count(reading: Reading, *states: CaseState) -> int:
    return reading.session.scalar(select(func.count(Case.id)).where(Case.state.in_(states))) or 0


def _notice(reading: Reading, case: Case, why: Refusal | None) -> CaseNotice:
    due = urgency(case.deadline, reading.today) if case.state in OPEN else None
    return CaseNotice(case.id, case.number, case.title, due, case.deadline, why)
