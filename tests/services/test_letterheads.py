"""The letterhead of a day: pictures, address and way of signing as they were then; bad pictures refused."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.models.institution import Institution
from commission_app.services import institution, letterheads, provisions
from commission_app.services.office import Office, Work
from commission_app.services.paper_sources import letterhead
from tests import make
from tests.documents.judges import faults
from tests.documents.reading import words

BEFORE, SINCE, LATER = date(2026, 3, 1), date(2026, 9, 1), date(2026, 10, 1)


def picture(colour: str, size: tuple[int, int] = (60, 40), kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def version(office: Office) -> int:
    card = office.ask(institution.card)
    assert card is not None
    return card.version


def shown(office: Office, day: date) -> tuple[bytes | None, bytes | None]:
    head = office.ask(lambda reading: letterhead(reading.session, day, LATVIAN))
    return head.logo, head.arms


def test_papers_show_the_pictures_and_the_note_of_their_day(office: Office) -> None:
    make.institution(office)
    old, new, arms = picture("red"), picture("green", kind="JPEG"), picture("blue")
    office.do(institution.set_logo, version(office), old, make.LONG_AGO)
    office.do(institution.set_logo, version(office), new, SINCE, "jauns.jpg")
    office.do(institution.set_arms, version(office), arms, LATER)
    assert [shown(office, day) for day in (BEFORE, SINCE, LATER)] == [(old, None), (new, None), (new, arms)]
    office.do(institution.set_logo, version(office), None, LATER)
    assert shown(office, LATER) == (None, arms) and shown(office, SINCE) == (new, None)

    card = office.ask(institution.card)
    assert card is not None
    form = institution.InstitutionForm(
        **{**vars(card.form), "website": "www.amata.example", "electronic": True, "valid_from": LATER}
    )
    office.do(institution.edit, version(office), form)
    office.do(provisions.word, "electronic_note", None, LATER, "PARAKSTĪTS ELEKTRONISKI", "SIGNED ELECTRONICALLY")
    text = words(office.ask(letterheads.sample, LATER, LATVIAN))
    assert "www.amata.example" in text and "* PARAKSTĪTS ELEKTRONISKI" in text and "(paraksts*)" in text
    assert "* SIGNED ELECTRONICALLY" in words(office.ask(letterheads.sample, LATER, ENGLISH))
    assert "ELEKTRONISKI" not in words(office.ask(letterheads.sample, SINCE, LATVIAN))
    assert faults(office.ask(letterheads.sample, LATER, LATVIAN)) == []
    lines = office.ask(letterheads.editions)
    assert [(line.valid_from, line.logo, line.arms, line.electronic) for line in lines] == [
        (LATER, False, True, True),
        (SINCE, True, False, False),
        (make.LONG_AGO, True, False, False),
    ]


def test_the_one_logo_of_an_older_database_stays_on_the_days_before(sqlite_office: Office) -> None:
    office, old = sqlite_office, picture("red")
    make.institution(office)

    def as_it_was(work: Work) -> None:
        work.lock(Institution, institution.the(work.session).id, 1).logo = old

    office.do(as_it_was)
    assert shown(office, BEFORE) == (old, None)
    assert [line.logo for line in office.ask(letterheads.editions)] == [True]
    office.do(institution.set_logo, version(office), None, SINCE)
    assert shown(office, BEFORE) == (old, None) and shown(office, SINCE) == (None, None)


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        (lambda: b"", "no_picture"),
        (lambda: b"<svg/>", "no_picture"),
        (lambda: picture("red")[:60], "broken_picture"),
        (lambda: picture("red", (9000, 5000)), "too_many_pixels"),
        (lambda: picture("red") + bytes(8_000_001), "too_large"),
        (lambda: picture("red", kind="GIF"), "no_picture"),
    ],
)
def test_a_bad_picture_is_refused_by_one_sentence(
    sqlite_office: Office, drawn: Callable[[], bytes], reason: str
) -> None:
    make.institution(sqlite_office)
    data = drawn()
    with pytest.raises(RefusedError) as refused:
        sqlite_office.do(institution.set_logo, version(sqlite_office), data, None, "slikts.png")
    assert (refused.value.reason, refused.value.refusal.facts["file"]) == (f"letterhead.{reason}", "slikts.png")
    assert shown(sqlite_office, SINCE) == (None, None)
