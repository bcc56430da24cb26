"""Reasons in both languages in one field: each paper prints its own half, and nothing is ever left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.halves import half, insertion, paired

LINES = st.lists(st.sampled_from(["Trūkst dokumenta.", "Par maz stundu.", "Atlikts.", "", "  "]), max_size=4)
MARKED = st.lists(
    st.sampled_from(
        ["Trūkst dokumenta.", "[EN] A document is missing.", "Par maz stundu.", "[en]Too few hours.", "", "[EN]"]
    ),
    max_size=6,
)


def said(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


@given(LINES, LINES)
def test_each_paper_prints_its_half_of_a_pair(lv: list[str], en: list[str]) -> None:
    latvian, english = "\n".join(lv), "\n".join(f"E {line}" for line in en if line.strip())
    text = paired(latvian, english)
    if said(latvian) and said(english):
        assert " ".join(said(half(text, "lv"))) == " ".join(said(latvian))
        assert " ".join(said(half(text, "en"))) == " ".join(said(english))
    else:
        assert said(half(text, "lv")) == said(half(text, "en")) == said(latvian) + said(english)


@given(LINES)
def test_a_text_without_english_halves_stands_alike_in_both(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert half(text, "lv") == half(text, "en") == text.strip()


@given(MARKED, st.integers(0, 5), st.booleans())
def test_a_wording_put_in_anywhere_parts_no_line_from_its_half(lines: list[str], row: int, at_start: bool) -> None:
    row = min(row, max(len(lines) - 1, 0))
    at, pair = insertion(lines, row, at_start=at_start), paired("Jauns.", "New.").split("\n")
    after = [*lines[: at.row], *pair, *lines[at.row + at.instead :]]
    for code, new in (("lv", "Jauns."), ("en", "New.")):
        before, now = said(half("\n".join(lines), code)), said(half("\n".join(after), code))
        if code == "lv" and not any(line.strip() and not line.lower().startswith("[en]") for line in lines):
            before = []  # there was English alone: now there is Latvian
        now.remove(new)
        assert now == before


@pytest.mark.parametrize(
    ("text", "lv", "en"),
    [
        ("Viens.\n\n[EN] One.\nDivi.", "Viens.\n\n\nDivi.".replace("\n\n\n", "\n\n"), "One.\n\nDivi."),
        ("Viens.\n[EN] One.\n[EN] And more.", "Viens.", "One.\nAnd more."),
        ("[EN] Only English.", "Only English.", "Only English."),
        ("Viens.\n[EN]", "Viens.", "Viens."),
    ],
)
def test_halves_as_people_type_them(text: str, lv: str, en: str) -> None:
    assert (half(text, "lv"), half(text, "en")) == (lv, en)
