"""What is asked about appeals: what may be contested until when, the appeals of a case, the lawful acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.models.appeal import Appeal
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Commission, Member
from commission_app.models.decision import Decision
from commission_app.models.delivery import Delivery
from commission_app.models.exam import Exam, Examinee
from commission_app.models.register import Entry
from commission_app.rules import appeals
from commission_app.rules.appeals import OUTCOMES, AppealFacts, AppealStanding
from commission_app.rules.deadlines import add_working_days, contest_until
from commission_app.rules.vocabulary.appeal import AppealKind, AppealOutcome, AppealState
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.rules.vocabulary.scoring import ExamStatus
from commission_app.services import deadlines, minutes_people, people, provisions, series
from commission_app.store import search
from commission_app.store.work import Reading, Work

RUNNING = (AppealState.RECEIVED, AppealState.SENT)


@dataclass(frozen=True)
class Contested:
    """What of a case may be contested: the newest decision in force, or the mark of the newest closed exam."""

    kind: AppealKind
    number: str
    made_on: date
    notified_on: date | None
    until: date | None
    decision_id: int | None = None
    examinee_id: int | None = None
    theory: int | None = None
    practice: int | None = None
    theory_max: int = 0
    practice_max: int = 0


@dataclass(frozen=True)
class AppealCard:
    """An appeal as its case shows it, with the acts upon it and what stands against each."""

    id: int
    uid: UUID
    version: int
    number: str
    kind: AppealKind
    state: AppealState
    received_on: date
    channel: Channel
    term_until: date | None
    in_time: bool
    late_reason: str
    grounds: str
    body: str
    commission_id: int | None
    external_number: str
    answer_due: date | None
    sent_on: date | None
    outcome: AppealOutcome | None
    outcome_on: date | None
    outcome_number: str
    outcome_reasons: str
    court_on: date | None
    court_reference: str
    contested: Contested
    outcomes: tuple[AppealOutcome, ...]
    acts: tuple[AppealStanding, ...]


@dataclass(frozen=True)
class AppealsCard:
    """The appeals of a case: what may be contested now, those that came, and the bodies that may examine."""

    case_id: int
    case_number: str
    contested: Contested | None
    running: bool
    typed_number: bool
    appeals: tuple[AppealCard, ...]
    bodies: tuple[tuple[int, str, str], ...]


def of_case(reading: Reading, case_id: int) -> AppealsCard:
    """Everything about contesting what was decided in a case."""
    case = reading.get(RecognitionCase, case_id)
    rows = reading.session.scalars(select(Appeal).where(Appeal.case_id == case_id).order_by(Appeal.id)).all()
    bodies = select(Commission.id, Commission.name_lv, Commission.name_en).order_by(Commission.id)
    return AppealsCard(
        case_id=case.id,
        case_number=case.number,
        contested=contestable(reading, case),
        running=any(row.state in RUNNING for row in rows),
        typed_number=series.mode_of(reading.session, Book.APPEALS, reading.today.year) is NumberMode.TYPED,
        appeals=tuple(_card(reading, row) for row in rows),
        bodies=tuple((key, lv, en) for key, lv, en in reading.session.execute(bodies)),
    )


def running(session: Session, case_id: int) -> Appeal | None:
    """The appeal of a case that has no outcome yet."""
    query = select(Appeal).where(Appeal.case_id == case_id, Appeal.state.in_(RUNNING))
    return session.scalars(query.limit(1)).first()


def contestable(reading: Reading, case: RecognitionCase) -> Contested | None:
    """What may be contested in a case now: a signed decision in force, else the mark of its newest closed exam."""
    decision = reading.session.scalars(
        select(Decision)
        .where(
            Decision.case_id == case.id,
            Decision.state == DecisionState.REGISTERED,
            Decision.signed_on.is_not(None),
        )
        .order_by(Decision.id.desc())
    ).first()
    if decision is not None:
        return _of_decision(reading, case, decision)
    examinee = reading.session.scalars(
        select(Examinee)
        .join(Exam)
        .where(Examinee.case_id == case.id, Exam.closed, Examinee.status == ExamStatus.SAT)
        .order_by(Examinee.id.desc())
    ).first()
    return _of_mark(reading, case, examinee) if examinee is not None else None


def contested(reading: Reading, appeal: Appeal) -> Contested:
    """What an appeal is against, as it stands now."""
    case = reading.get(RecognitionCase, appeal.case_id)
    if appeal.decision is not None:
        return _of_decision(reading, case, appeal.decision)
    return _of_mark(reading, case, reading.get(Examinee, appeal.examinee_id or 0))


def facts(session: Session, appeal: Appeal) -> AppealFacts:
    """The appeal as the rules see it."""
    examiners = session.scalars(select(Member.name).where(Member.commission_id == appeal.commission_id)).all()
    return AppealFacts(
        number=appeal.number,
        kind=appeal.kind,
        state=appeal.state,
        received_on=appeal.received_on,
        term_until=appeal.term_until,
        late_reason=appeal.late_reason,
        body=appeal.body,
        judged_before=appeals.same_people(examiners, judges(appeal)),
    )


def judges(appeal: Appeal) -> Iterable[str]:
    """Who made what is contested: those who sat at the item, or the board of the exam."""
    if appeal.decision is not None:
        sitting = appeal.decision.item.sitting
        there = minutes_people.attended(sitting)
        return tuple(dict.fromkeys(row.name for row in sitting.commission.members if row.id in there))
    if appeal.examinee is not None:
        return tuple(row.member.name for row in appeal.examinee.exam.board)
    return ()


def make_findable(work: Work, appeal: Appeal, case: RecognitionCase) -> None:
    """The search box finds an appeal by its number, its case and its applicant; it leads to the case."""
    name = people.full_name(case.person)
    detail = f"{case.number} {name}"
    search.put(work.session, "appeal", appeal.id, appeal.uid, appeal.number, detail, case.number, name)


def _of_decision(reading: Reading, case: RecognitionCase, decision: Decision) -> Contested:
    notified = reading.session.scalar(
        select(Delivery.notified_on)
        .where(Delivery.subject_uid == decision.uid, Delivery.notified_on.is_not(None))
        .order_by(Delivery.notified_on)
        .limit(1)
    )
    months = provisions.number(
        reading.session, ProvisionKey.CONTEST_TERM_MONTHS, case.procedure, notified or decision.decided_on
    )
    until = (
        contest_until(notified, months, deadlines.calendar(reading.session, notified)) if notified is not None else None
    )
    made_on = decision.signed_on or decision.decided_on
    return Contested(AppealKind.CONTEST, decision.number, made_on, notified, until, decision_id=decision.id)


def _of_mark(reading: Reading, case: RecognitionCase, examinee: Examinee) -> Contested:
    exam = examinee.exam
    announced = reading.session.scalar(
        select(Entry.entered_on).where(Entry.subject_uid == exam.uid).order_by(Entry.position).limit(1)
    )
    day = announced or exam.held_on
    days = provisions.number(reading.session, ProvisionKey.EXAM_APPEAL_DAYS, case.procedure, day)
    return Contested(
        AppealKind.EXAM_MARK,
        exam.protocol_number or "",
        exam.held_on,
        day,
        add_working_days(day, days, deadlines.calendar(reading.session, day)),
        examinee_id=examinee.id,
        theory=examinee.theory,
        practice=examinee.practice,
        theory_max=exam.theory_max,
        practice_max=exam.practice_max,
    )


def _card(reading: Reading, row: Appeal) -> AppealCard:
    found = facts(reading.session, row)
    return AppealCard(
        id=row.id,
        uid=row.uid,
        version=row.version,
        number=row.number,
        kind=row.kind,
        state=row.state,
        received_on=row.received_on,
        channel=row.channel,
        term_until=row.term_until,
        in_time=found.in_time,
        late_reason=row.late_reason,
        grounds=row.grounds,
        body=row.body,
        commission_id=row.commission_id,
        external_number=row.external_number,
        answer_due=row.answer_due,
        sent_on=row.sent_on,
        outcome=row.outcome,
        outcome_on=row.outcome_on,
        outcome_number=row.outcome_number,
        outcome_reasons=row.outcome_reasons,
        court_on=row.court_on,
        court_reference=row.court_reference,
        contested=contested(reading, row),
        outcomes=OUTCOMES[row.kind],
        acts=appeals.standings(found),
    )
