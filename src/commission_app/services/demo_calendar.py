"""The calendar of the sample: what happens on which day and hour, and who does it; played in the order of time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from commission_app.i18n import OFFICE_ZONE
from commission_app.services.office import Office

TICK = timedelta(seconds=1)


class Clock:
    """The clock of the office while the sample is played: set for every event, and moving on with every act."""

    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def __call__(self) -> datetime:
        """The moment, a little later each time it is asked."""
        self.at += TICK
        return self.at


@dataclass(order=True)
class Event:
    """Something somebody does on a day at an hour."""

    moment: datetime
    serial: int
    by: str = field(compare=False)
    happens: Callable[[], object] = field(compare=False)


class Calendar:
    """Everything that happens in the sample."""

    def __init__(self) -> None:
        self._events: list[Event] = []

    def on(self, day: date, hour: str | time, by: str, happens: Callable[[], object]) -> None:
        """Notes an event; two at the same hour happen in the order they were noted."""
        at = time.fromisoformat(hour) if isinstance(hour, str) else hour
        moment = datetime.combine(day, at, OFFICE_ZONE).astimezone(UTC)
        self._events.append(Event(moment, len(self._events), by, happens))

    def play(self, office: Office, clock: Clock, people: dict[str, UUID]) -> None:
        """Lets everything happen in its time, each by the one who does it."""
        for event in sorted(self._events):
            clock.at = max(event.moment, clock.at) if event.moment.date() == clock.at.date() else event.moment
            office.sign_in(people[event.by])
            event.happens()


def workday(day: date, later: int) -> date:
    """The day so many working days later (holidays are not looked at)."""
    while later > 0 or day.weekday() > 4:
        day += timedelta(days=1)
        if day.weekday() < 5 and later > 0:
            later -= 1
    return day
