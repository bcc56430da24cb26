"""A sitting as a calendar file (RFC 5545), so that it stands in every member's own calendar."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

PRODUCT = "-//Commission App//Sitting//EN"
SHORTEST = timedelta(hours=1)
EACH_ITEM = timedelta(minutes=15)


@dataclass(frozen=True)
class CalendarFacts:
    """What a calendar shows of a sitting; without an hour it takes the whole day."""

    uid: UUID
    version: int
    made_at: datetime
    day: date
    starts_at: datetime | None
    items: int
    summary: str
    place: str = ""
    link: str = ""
    description: str = ""


def write(facts: CalendarFacts) -> bytes:
    """The calendar file; sent again after a change it moves the old entry, because its uid stays."""
    from icalendar import Calendar, Event

    event = Event()
    event.add("uid", f"{facts.uid}@commission-app")
    event.add("dtstamp", facts.made_at)
    event.add("sequence", facts.version)
    event.add("summary", facts.summary)
    if facts.starts_at is None:
        event.add("dtstart", facts.day)
        event.add("dtend", facts.day + timedelta(days=1))
    else:
        event.add("dtstart", facts.starts_at)
        event.add("dtend", facts.starts_at + lasting(facts.items))
    for name, text in (("location", facts.place), ("url", facts.link), ("description", facts.description)):
        if text:
            event.add(name, text)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def lasting(items: int) -> timedelta:
    """How long the calendar keeps free: a quarter of an hour for each item, an hour at least."""
    return max(SHORTEST, items * EACH_ITEM)
