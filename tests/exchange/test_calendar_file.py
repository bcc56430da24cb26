"""A sitting as a calendar file, and the convocation as a draft: read again by other readers, nothing slips in."""

import email
from datetime import UTC, date, datetime, timedelta
from email.policy import default
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from commission_app.errors import RefusedError
from commission_app.exchange import calendar_file, sitting_mail
from commission_app.exchange.calendar_file import CalendarFacts
from commission_app.exchange.sitting_mail import MailFacts

MADE = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DAY = date(2026, 11, 26)
STARTS = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=120).filter(
    str.strip
)


def facts(**other: object) -> CalendarFacts:
    given: dict[str, object] = {"starts_at": STARTS, "items": 6, "summary": "Sēde", "place": "101. telpa"} | other
    return CalendarFacts(UUID(int=7), 3, MADE, DAY, **given)  # type: ignore[arg-type]


def test_the_entry_keeps_its_uid_and_the_office_s_hour() -> None:
    data = calendar_file.write(facts(link="https://example.invalid/sede", description="1. 2026/031"))
    assert data.startswith(b"BEGIN:VCALENDAR\r\n") and all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert event["uid"] == f"{UUID(int=7)}@commission-app" and event["sequence"] == 3
    assert event.decoded("dtstart") == STARTS and event.decoded("dtend") - STARTS == timedelta(minutes=90)
    assert str(event["location"]) == "101. telpa" and str(event["url"]) == "https://example.invalid/sede"
    assert calendar_file.write(facts()) == calendar_file.write(facts()), "the same facts give the same bytes"


def test_without_an_hour_the_whole_day_is_kept_free() -> None:
    (event,) = Calendar.from_ical(calendar_file.write(facts(starts_at=None))).walk("VEVENT")
    assert event.decoded("dtstart") == DAY and event.decoded("dtend") == DAY + timedelta(days=1)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_no_text_escapes_its_line(summary: str, description: str) -> None:
    data = calendar_file.write(facts(summary=f"{summary}\nEND:VEVENT", description=f"{description}; a, b\\n"))
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert str(event["summary"]) == f"{summary}\nEND:VEVENT"
    assert str(event["description"]) == f"{description}; a, b\\n"


def draft(*to: tuple[str, str]) -> bytes:
    return sitting_mail.write(
        MailFacts(MADE, "Sēde: Atzīšanas komisija", "Uzaicinām.\n", to, ("s.pdf", b"%PDF-1.7"), ("s.ics", b"BEGIN:V"))
    )


def test_the_draft_goes_to_every_member_with_letters_and_calendar() -> None:
    data = draft(("Aija Bērziņa", "aija@example.invalid"), ("Ķēniņš, Ģirts", "girts@example.invalid"))
    mail = email.message_from_bytes(data, policy=default)
    assert mail["X-Unsent"] == "1" and mail["Subject"] == "Sēde: Atzīšanas komisija"
    assert [one.addr_spec for one in mail["To"].addresses] == ["aija@example.invalid", "girts@example.invalid"]
    assert mail["To"].addresses[1].display_name == "Ķēniņš, Ģirts"
    letters, calendar = mail.iter_attachments()
    assert (letters.get_content_type(), letters.get_filename()) == ("application/pdf", "s.pdf")
    assert calendar.get_content_type() == "text/calendar" and calendar.get_param("method") == "PUBLISH"
    assert draft(("A", "a@example.invalid")) == draft(("A", "a@example.invalid"))


@pytest.mark.parametrize("address", ["", "nav", "a@b@c", "a b@example.invalid", "x@example.invalid\nBcc: y@z.invalid"])
def test_an_address_that_is_none_is_named(address: str) -> None:
    with pytest.raises(RefusedError) as error:
        draft(("Aija Bērziņa", address))
    assert error.value.reason == "convocation.bad_address" and error.value.refusal.facts["name"] == "Aija Bērziņa"
