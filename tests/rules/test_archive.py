"""The rules of the archive: terms of keeping, sheets and volumes, numbers in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules import canonical
from commission_app.rules.archive import (
    SHEETS_IN_VOLUME,
    Contents,
    HeldPaper,
    in_volumes,
    keep_until,
    moved,
    read_contents,
    sheets_of,
)
from commission_app.rules.vocabulary.archive import KeptSince
from commission_app.wording.number_words import in_words

PAPERS = st.lists(
    st.builds(
        HeldPaper,
        st.text(max_size=8),
        st.text(min_size=1, max_size=8).filter(str.strip),
        st.text(max_size=8),
        st.none() | st.dates(date(2019, 1, 1), date(2030, 12, 31)),
        st.integers(1, 300),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("since", "closed", "until"),
    [
        (KeptSince.NEXT_YEAR, date(2026, 3, 5), date(2031, 12, 31)),
        (KeptSince.FILE_CLOSED, date(2026, 3, 5), date(2031, 3, 4)),
        (KeptSince.FILE_CLOSED, date(2024, 2, 29), date(2029, 2, 28)),
        (KeptSince.LAST_PAPER, date(2026, 3, 5), date(2031, 1, 31)),
    ],
)
def test_five_years_end_on_the_day_before(since: KeptSince, closed: date, until: date) -> None:
    assert keep_until(5, since, closed, date(2026, 2, 1)) == until
    assert keep_until(None, since, closed, closed) is None


@given(PAPERS)
def test_papers_fall_into_volumes_whole_and_in_their_order(papers: list[HeldPaper]) -> None:
    volumes = in_volumes(papers)
    assert [paper for volume in volumes for paper in volume.papers] == papers
    assert all(volume.sheets <= SHEETS_IN_VOLUME or len(volume.papers) == 1 for volume in volumes)
    for volume in volumes:
        places = volume.places()
        assert [first for _, first, _ in places] == [1, *(last + 1 for _, _, last in places[:-1])]
        assert places[-1][2] == volume.sheets


@given(PAPERS)
def test_contents_are_read_as_they_were_written(papers: list[HeldPaper]) -> None:
    held = Contents(tuple(papers))
    assert read_contents(canonical.written(held)) == held
    assert moved(held, 0, -1) == held


@given(st.text(max_size=40) | st.just('{"papers":[{"sheets":0,"title_lv":"a","title_en":"","number":"","day":null}]}'))
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        read_contents(text if text != "{}" else "")


@given(st.integers(1, 2_000))
def test_two_pages_lie_on_a_sheet_printed_on_both_sides(pages: int) -> None:
    assert sheets_of(pages, both_sides=False) == pages
    assert 2 * sheets_of(pages, both_sides=True) - pages in (0, 1)


@pytest.mark.parametrize(
    ("number", "lv", "en"),
    [
        (1, "viena", "one"),
        (10, "desmit", "ten"),
        (13, "trīspadsmit", "thirteen"),
        (21, "divdesmit viena", "twenty-one"),
        (45, "četrdesmit piecas", "forty-five"),
        (100, "simts", "one hundred"),
        (219, "divi simti deviņpadsmit", "two hundred and nineteen"),
        (1002, "viens tūkstotis divas", "one thousand and two"),
    ],
)
def test_sheets_are_counted_in_words(number: int, lv: str, en: str) -> None:
    assert (in_words(LATVIAN, number), in_words(ENGLISH, number)) == (lv, en)


def test_no_two_numbers_read_alike() -> None:
    assert len({in_words(LATVIAN, number) for number in range(10_000)}) == 10_000
    assert in_words(LATVIAN, 12_345) == "12\u00a0345"
