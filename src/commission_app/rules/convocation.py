"""Before the sitting: in time by the by-law or not, when the agenda freezes, and whether a quorum is to be expected."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from commission_app.rules.deadlines import NO_HOLIDAYS, is_working_day, working_days_between
from commission_app.rules.vocabulary.sitting import ReplyAnswer


@dataclass(frozen=True, slots=True)
class Notice:
    """How many working days lie between the convocation and the sitting, and how many the by-law asks for."""

    days: int
    needed: int

    @property
    def late(self) -> bool:
        """Whether the members are called later than the by-law asks."""
        return self.days < self.needed


@dataclass(frozen=True, slots=True)
class Invitee:
    """A member as the count of replies sees the person.

    A substitute counts instead of one member who is excused: of the one named, or of any where none is named.
    """

    uid: str
    votes: bool
    answer: ReplyAnswer | None = None
    substitute: bool = False
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Expectation:
    """How many of those who vote have confirmed, are excused or silent, and how many must take part."""

    coming: int
    excused: int
    silent: int
    members: int
    needed: int

    @property
    def enough(self) -> bool:
        """Whether those who confirmed make a quorum."""
        return self.coming >= self.needed

    @property
    def lost(self) -> bool:
        """Whether no quorum can come about any more, even if everybody silent comes."""
        return self.coming + self.silent < self.needed


def notice(called_on: date, held_on: date, needed: int, holidays: Collection[date] = NO_HOLIDAYS) -> Notice:
    """The notice given to the members, in working days after the day of the convocation up to the sitting."""
    return Notice(working_days_between(called_on, held_on, holidays), needed)


def last_day_to_call(held_on: date, needed: int, holidays: Collection[date] = NO_HOLIDAYS) -> date:
    """The last day on which the members may be called in time."""
    return _working_days_before(held_on, needed, holidays)


def last_open_day(held_on: date, freeze_days: int, holidays: Collection[date] = NO_HOLIDAYS) -> date | None:
    """The last day on which the agenda changes without a reason; none where the by-law freezes no agenda."""
    return _working_days_before(held_on, freeze_days, holidays) if freeze_days > 0 else None


def is_frozen(
    by_hand: bool, held_on: date, freeze_days: int, today: date, holidays: Collection[date] = NO_HOLIDAYS
) -> bool:
    """Whether the agenda is frozen: by hand, or because fewer working days are left than the by-law says."""
    last = last_open_day(held_on, freeze_days, holidays)
    return by_hand or (last is not None and today > last)


def expected(invited: Iterable[Invitee], needed: int) -> Expectation:
    """Who is to be expected; nobody counts twice, and a substitute never beside the member replaced."""
    everybody = [one for one in invited if one.votes]
    office = [one for one in everybody if not one.substitute]
    away = {one.uid for one in office if one.answer is ReplyAnswer.EXCUSED}
    coming = sum(one.answer is ReplyAnswer.COMING for one in office)
    excused = len(away)
    substitutes = [one for one in everybody if one.substitute and one.answer is ReplyAnswer.COMING]
    for one in sorted(substitutes, key=lambda one: (not one.instead_of, one.uid)):
        seat = one.instead_of if one.instead_of else min(away, default="")
        if seat in away:
            away.remove(seat)
            coming += 1
    silent = sum(one.answer is None for one in office)
    return Expectation(coming, excused, silent, len(office), needed)


def _working_days_before(day: date, days: int, holidays: Collection[date]) -> date:
    found = day
    while days > 0:
        if is_working_day(found, holidays):
            days -= 1
        found -= timedelta(days=1)
    while not is_working_day(found, holidays):
        found -= timedelta(days=1)
    return found
