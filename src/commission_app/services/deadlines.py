"""Terms of cases: the calendar of the office, what moves a term, the day a decision is due and why."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import Case
from commission_app.models.term import CalendarDay, TermChange
from commission_app.rules import deadlines
from commission_app.rules.calendar_days import differing
from commission_app.rules.deadlines import DeadlineLine, Reckoning, Term, TermMove
from commission_app.rules.provisions import LegalReference, Provision, in_force
from commission_app.rules.vocabulary.case import CaseState, Procedure
from commission_app.rules.vocabulary.deadline import TermChangeKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.workflow import is_open
from commission_app.services import provisions
from commission_app.store.work import Reading, Work

LONGEST_SUSPENSION = 366
_YEARS_BEFORE, _YEARS_AFTER = 2, 4


@dataclass(frozen=True)
class TermChangeLine:
    """One suspension or extension as the page of the case shows it."""

    id: int
    version: int
    kind: TermChangeKind
    from_day: date
    until_day: date | None
    reason: str
    stands: bool


@dataclass(frozen=True)
class TermCard:
    """The day a decision is due with its reasons, the law it rests on, and what moved it."""

    deadline: date
    lines: tuple[DeadlineLine, ...]
    legal: LegalReference | None
    stands_until: date | None
    changes: tuple[TermChangeLine, ...]
    against_standing_still: tuple[Refusal, ...] = ()


def calendar(session: Session, day: date) -> frozenset[date]:
    """The days around a day that differ from the rule of the week: public holidays, moved days, the office's own."""
    own = [(row.day, row.kind) for row in session.execute(select(CalendarDay.day, CalendarDay.kind))]
    return differing(range(day.year - _YEARS_BEFORE, day.year + _YEARS_AFTER), own)


def first_deadline(session: Session, procedure: Procedure, received: date) -> date:
    """The day by which an application received on a day must be decided, before anything moves its term."""
    return deadlines.reckon(received, _term(session, procedure, received)[0], (), calendar(session, received)).deadline


def reckon(session: Session, case: Case) -> Reckoning:
    """The day by which a case must be decided now, with its reasons."""
    term, _ = _term(session, case.procedure, case.received_on)
    rows = session.scalars(select(TermChange).where(TermChange.case_id == case.id)).all()
    moves = [TermMove(row.kind, row.from_day, row.until_day) for row in rows]
    return deadlines.reckon(case.received_on, term, moves, calendar(session, case.received_on))


def refresh(work: Work, case: Case) -> date:
    """Keeps the deadline of a locked case as its reasons make it now; whoever moves a term calls this after it."""
    work.session.flush()
    case.deadline = reckon(work.session, case).deadline
    return case.deadline


def card(reading: Reading, case: Case) -> TermCard:
    """The term of a case as its page shows it."""
    found = reckon(reading.session, case)
    rows = reading.session.scalars(
        select(TermChange).where(TermChange.case_id == case.id).order_by(TermChange.from_day, TermChange.id)
    )
    changes = tuple(_line(row, reading.today) for row in rows)
    still = [change.until_day or date.max for change in changes if change.stands]
    legal = _term(reading.session, case.procedure, case.received_on)[1]
    against = () if is_open(case.state) else (refusal("term.case_over", number=case.number),)
    return TermCard(found.deadline, found.lines, legal, max(still, default=None), changes, against)


def suspend(work: Work, case_id: int, seen: int, from_day: date, until_day: date, reason: str) -> UUID:
    """The term of an open case stands still while something is awaited, at the latest until a day.

    Refused: without a reason, for a decided case, from before the application or after the term, or for too long.
    """
    case = work.lock(Case, case_id, seen)
    return stand_still(work, case, from_day, until_day, reason).uid


def stand_still(work: Work, case: Case, from_day: date, until_day: date, reason: str) -> TermChange:
    """The same upon a case that is locked already."""
    if not is_open(case.state):
        raise RefusedError("term.case_over", number=case.number)
    if not reason.strip():
        raise RefusedError("term.without_reason", at="reason")
    if not case.received_on <= from_day <= work.today:
        raise RefusedError("term.from_day", at="from_day", day=from_day, received=case.received_on)
    if from_day > case.deadline:
        raise RefusedError("term.run_out", at="from_day", deadline=case.deadline)
    if not 0 < (until_day - from_day).days <= LONGEST_SUSPENSION:
        raise RefusedError("term.until_day", at="until_day", day=from_day, most=LONGEST_SUSPENSION)
    kind = TermChangeKind.SUSPENSION
    change = TermChange(case_id=case.id, kind=kind, from_day=from_day, until_day=until_day, reason=reason.strip())
    work.add(change)
    refresh(work, case)
    return change


def start_anew(work: Work, case: Case, reason: str) -> None:
    """The whole term of a locked case begins anew today: it was taken up again."""
    work.add(
        TermChange(case_id=case.id, kind=TermChangeKind.RESTART, from_day=work.today, until_day=None, reason=reason)
    )
    refresh(work, case)


def resume(work: Work, change_id: int, seen: int, on: date) -> None:
    """What was awaited has come: the term runs again from that day, whether that is earlier or later than foreseen.

    Refused: a day before it stood still or after today, or something else than a suspension.
    """
    change = work.lock(TermChange, change_id, seen)
    case = work.lock(Case, change.case_id)
    run_again(work, case, change, on)


def run_again(work: Work, case: Case, change: TermChange, on: date) -> None:
    """The same upon a case that is locked already."""
    if change.kind is not TermChangeKind.SUSPENSION:
        raise RefusedError("term.not_suspended", number=case.number)
    if not change.from_day <= on <= work.today:
        raise RefusedError("term.resumed_on", at="on", day=on, since=change.from_day)
    change.until_day = on
    refresh(work, case)


def refresh_all(work: Work) -> int:
    """Every open case is due on the day its reasons make now; gives how many deadlines moved."""
    found = tuple(differing_deadlines(work.session))
    for key, _, _, due in found:
        work.lock(Case, key).deadline = due
    return len(found)


def stands_still(day: date) -> ColumnElement[bool]:
    """The cases whose term stands still on a day."""
    return exists().where(
        TermChange.case_id == Case.id,
        TermChange.kind == TermChangeKind.SUSPENSION,
        TermChange.from_day <= day,
        TermChange.until_day.is_(None) | (TermChange.until_day > day),
    )


def differing_deadlines(session: Session) -> Iterator[tuple[int, str, date, date]]:
    """Open cases whose kept deadline is not the one their reasons make: key, number, and both days."""
    rules, moves = provisions.rules(session), _moves(session)
    calendars: dict[int, frozenset[date]] = {}
    rows = session.execute(
        select(Case.id, Case.number, Case.procedure, Case.received_on, Case.deadline)
        .where(Case.state.in_([state for state in CaseState if is_open(state)]))
        .order_by(Case.id)
    )
    for key, number, procedure, received, kept in rows:
        if received.year not in calendars:
            calendars[received.year] = calendar(session, received)
        term, _ = _term_by(rules, procedure, received)
        found = deadlines.reckon(received, term, moves.get(key, ()), calendars[received.year]).deadline
        if found != kept:
            yield key, number, kept, found


def _moves(session: Session) -> dict[int, list[TermMove]]:
    found: dict[int, list[TermMove]] = {}
    for row in session.execute(select(TermChange.case_id, TermChange.kind, TermChange.from_day, TermChange.until_day)):
        found.setdefault(row.case_id, []).append(TermMove(row.kind, row.from_day, row.until_day))
    return found


def _term(session: Session, procedure: Procedure, day: date) -> tuple[Term, LegalReference | None]:
    """The term in force for applications received on a day, and the law it stands in."""
    return _term_by(provisions.rules(session), procedure, day)


def _term_by(rules: Collection[Provision], procedure: Procedure, day: date) -> tuple[Term, LegalReference | None]:
    months = in_force(rules, ProvisionKey.DECISION_TERM_MONTHS, procedure, day)
    try:
        days = in_force(rules, ProvisionKey.DECISION_TERM_DAYS, procedure, day)
    except RefusedError:
        days = None
    if days is not None and isinstance(days.reading, int):
        return Term(working_days=days.reading), days.legal
    if not isinstance(months.reading, int):
        raise RefusedError("provision.not_a_number", key=months.key)
    return Term(months.reading), months.legal


def _line(row: TermChange, today: date) -> TermChangeLine:
    suspended = row.kind is TermChangeKind.SUSPENSION
    stands = suspended and row.from_day <= today and (row.until_day is None or today < row.until_day)
    return TermChangeLine(row.id, row.version, row.kind, row.from_day, row.until_day, row.reason, stands)
