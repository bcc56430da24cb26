"""Terms: months and working days, the day a decision is due, until when it may be contested."""

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from commission_app.rules.vocabulary.deadline import DeadlineStep, TermChangeKind, Urgency

SOON_DAYS = 7
POSTED_IS_NOTIFIED_AFTER = 7
NO_HOLIDAYS: frozenset[date] = frozenset()
"""Days that differ from the rule of the week: a weekday among them is free, a weekend day among them is worked."""


@dataclass(frozen=True, slots=True)
class DeadlineFinding:
    """How near a deadline is; the days are negative once it has passed."""

    urgency: Urgency
    days: int
    working_days: int


@dataclass(frozen=True, slots=True)
class Term:
    """How long a decision may take: months, or working days where the institution settled it so."""

    months: int = 0
    working_days: int | None = None


@dataclass(frozen=True, slots=True)
class TermMove:
    """What moves a term: it stood still from a day until another, or was extended until a day."""

    kind: TermChangeKind
    from_day: date
    until_day: date | None


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One reason of a deadline: what happened when, how many days it brought, and the term as it ran then."""

    step: DeadlineStep
    from_day: date
    until_day: date | None = None
    days: int = 0
    term: Term = Term()


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The day by which the commission must decide, with its reasons in their order."""

    deadline: date
    lines: tuple[DeadlineLine, ...]


def reckon(
    received: date, term: Term, moves: Collection[TermMove] = (), holidays: Collection[date] = NO_HOLIDAYS
) -> Reckoning:
    """The day by which the commission must decide, whatever the order in which its reasons are given.

    A day on which the term stood still is counted once, and only while the term had not run out. An extension moves
    the term to its day, never back. A suspension whose end is not known yet counts nothing. Taken up again, a case
    has its whole term anew from that day.
    """
    begun = max((move.from_day for move in moves if move.kind is TermChangeKind.RESTART), default=received)
    due = _plain(begun, term, holidays)
    lines = [DeadlineLine(DeadlineStep.RECEIVED, received)]
    if begun > received:
        lines.append(DeadlineLine(DeadlineStep.TAKEN_UP, begun))
    lines.append(DeadlineLine(DeadlineStep.TERM, begun, due, term=term))
    first = len(lines)
    stood: set[date] = set()
    spans, extensions = _by_day(begun, moves)
    events = sorted({day for span in spans for day in _days(span)} | {move.from_day for move in extensions})
    gained = dict.fromkeys(spans, 0)
    for day in events:
        for span in spans:
            if span.from_day <= day < (span.until_day or day) and day not in stood:
                stood.add(day)
                later = _one_more(due, day, term, holidays)
                gained[span] += (later - due).days
                due = later
        for move in extensions:
            if move.from_day == day and move.until_day is not None:
                due = max(due, move.until_day)
    lines += [
        DeadlineLine(DeadlineStep.SUSPENDED, span.from_day, span.until_day, days) for span, days in gained.items()
    ]
    lines += [DeadlineLine(DeadlineStep.EXTENDED, move.from_day, move.until_day) for move in extensions]
    return Reckoning(
        due, tuple(lines[:first] + sorted(lines[first:], key=lambda line: (line.from_day, line.step, line.days)))
    )


def _plain(received: date, term: Term, holidays: Collection[date]) -> date:
    if term.working_days is not None:
        return add_working_days(received, term.working_days, holidays)
    return decision_deadline(received, term.months)


def _by_day(received: date, moves: Collection[TermMove]) -> tuple[list[TermMove], list[TermMove]]:
    """The suspensions and the extensions, each in its order; a suspension cannot begin before the application."""
    ordered = sorted(moves, key=lambda move: (move.from_day, move.until_day or date.max))
    suspended = (move for move in ordered if move.kind is TermChangeKind.SUSPENSION and move.until_day is not None)
    spans = [
        TermMove(move.kind, max(move.from_day, received), move.until_day)
        for move in suspended
        if move.until_day is not None and move.until_day > received
    ]
    extended = (move for move in ordered if move.kind is TermChangeKind.EXTENSION and move.until_day is not None)
    return spans, [move for move in extended if move.from_day >= received]


def _days(span: TermMove) -> list[date]:
    length = ((span.until_day or span.from_day) - span.from_day).days
    return [span.from_day + timedelta(days=offset) for offset in range(length)]


def _one_more(due: date, day: date, term: Term, holidays: Collection[date]) -> date:
    """The term one day later for a day it stood still; a day after its end brings nothing."""
    if day > due:
        return due
    if term.working_days is None:
        return due + timedelta(days=1)
    return add_working_days(due, 1, holidays) if is_working_day(day, holidays) else due


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the last day of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def decision_deadline(received: date, months: int) -> date:
    """The day by which the commission must decide."""
    return add_months(received, months)


def notified_by_post(sent: date, days: int = POSTED_IS_NOTIFIED_AFTER) -> date:
    """A letter by post counts as notified so many days after posting (the seventh), collected or not."""
    return sent + timedelta(days=days)


def contest_until(notified: date, months: int, holidays: Collection[date] = NO_HOLIDAYS) -> date:
    """The last day on which the decision may be contested; one that is not worked gives way to the next that is."""
    return next_working_day(add_months(notified, months), holidays)


def is_working_day(day: date, holidays: Collection[date] = NO_HOLIDAYS) -> bool:
    """Whether the office works on a day."""
    return (day.weekday() < 5) != (day in holidays)


def next_working_day(day: date, holidays: Collection[date] = NO_HOLIDAYS) -> date:
    """The day itself where it is worked, else the first worked day after it."""
    while not is_working_day(day, holidays):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int, holidays: Collection[date] = NO_HOLIDAYS) -> date:
    """The day after so many working days; the first day itself is not counted."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, holidays)
    return day


def working_days_between(start: date, end: date, holidays: Collection[date] = NO_HOLIDAYS) -> int:
    """The working days after `start` up to and with `end`; negative when `end` lies before."""
    if end < start:
        return -working_days_between(end, start, holidays)
    weeks, rest = divmod((end - start).days, 7)
    tail = (end - timedelta(days=offset) for offset in range(rest))
    differ = sum(1 if day.weekday() < 5 else -1 for day in set(holidays) if start < day <= end)
    return weeks * 5 + sum(day.weekday() < 5 for day in tail) - differ


def urgency(
    deadline: date, today: date, holidays: Collection[date] = NO_HOLIDAYS, soon_days: int = SOON_DAYS
) -> DeadlineFinding:
    """Late, soon or fine, with the days left; on the day itself a deadline is not yet late."""
    days = (deadline - today).days
    near = Urgency.LATE if days < 0 else Urgency.SOON if days <= soon_days else Urgency.FINE
    return DeadlineFinding(near, days, working_days_between(today, deadline, holidays))
