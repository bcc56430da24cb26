"""Latvian order and Latvian search."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.collation import fold, query_terms, sort_key, tokens

REGISTER_ORDER = """
    Abolins Abolinš Aboliņš Abols Āboliņš Ābols Caune Čakste Dāle Gulbis Ģēģere Hartmanis Ilze Ivars Izabella
    Ylva Yvonna Īle Īvande Jansons Kalns Ķēniņš Lapa Ļaudaks Nagle Ņikona Ozols Sala Šalkone Zars Žagars
"""
NAMES = st.text(alphabet="aābcčdeēgģiyīkķlļnņosštuūzžAĀĶŠ -'", max_size=8)


def test_a_register_stands_in_latvian_order() -> None:
    assert sorted(set(REGISTER_ORDER.split()), key=sort_key) == REGISTER_ORDER.split()


def test_every_latvian_letter_is_a_letter_of_its_own() -> None:
    alphabet = "aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž"
    assert sorted(set(alphabet), key=sort_key) == list(alphabet)
    assert sorted(["āa", "az"], key=sort_key) == ["az", "āa"]
    assert sorted(["ya", "ib", "īa", "yb"], key=sort_key) == ["ib", "ya", "yb", "īa"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kalniņa", "Kalniņa-Ozola"),
        ("Kalniņa-Ozola", "Kalniņa Ozols"),
        ("O'Braiens", "Obrams"),
        ("de Vrīss", "Devrīts"),
        ("Müller", "Mullers"),
        ("Muller", "Müller"),
        ("muller", "Müller"),
        ("Kalns", "kalns"),
        ("Anna Marija", "Anna-Marija"),
        ("Zīle", "Žukovs"),
        ("Žukovs", "Иванов"),
        ("Ёлкин", "Еремин"),
        ("2026", "Abols"),
        ("Bērziņa, Aija", "Bērziņaite, Aija"),
    ],
)
def test_one_name_stands_before_the_other(first: str, second: str) -> None:
    assert sort_key(first) < sort_key(second)


@given(NAMES, NAMES)
def test_two_different_names_never_share_a_place(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same


@given(st.text(max_size=12))
def test_any_text_has_a_place_however_its_letters_are_composed(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(unicodedata.normalize("NFC", text))


@given(NAMES, NAMES)
def test_hyphen_space_and_case_decide_only_between_equals(one: str, other: str) -> None:
    def bare(text: str) -> str:
        return text.casefold().translate({ord(char): None for char in " -'"})

    if sort_key(bare(one)) < sort_key(bare(other)):
        assert sort_key(one) < sort_key(other)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ķekava", "kekava"),
        ("Žņaugs", "znaugs"),
        ("STRAßE", "strasse"),
        ("Łódź", "lodz"),
        ("Đặng", "dang"),
        ("Bjørn", "bjorn"),
        ("Œuvre", "oeuvre"),
    ],
)
def test_marks_do_not_stand_in_the_way_of_searching(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("asked", ["2026/031", "2026/31", "031", "31", "2026/03", "2026"])
def test_a_case_is_found_by_its_number_however_it_is_typed(asked: str) -> None:
    assert _finds(asked, "2026/031 Bērziņa, Aija")


@pytest.mark.parametrize("asked", ["L-2026/14", "l-2026/14", "2026/14", "14"])
def test_a_decision_is_found_with_and_without_its_letter(asked: str) -> None:
    assert _finds(asked, "L-2026/14")


@pytest.mark.parametrize("asked", ["010190-00000", "01019000000", "010190", "010190-0"])
def test_a_person_is_found_by_the_code_with_and_without_hyphen(asked: str) -> None:
    assert _finds(asked, "010190-00000")
    assert _finds(asked, "01019000000")


@pytest.mark.parametrize("asked", ["kalnina", "Ozola", "kalniņa-ozola", "KALNIŅA OZOLA", "oneil", "O'Neil"])
def test_a_double_name_is_found_by_either_half(asked: str) -> None:
    assert _finds(asked, "Kalniņa-Ozola O'Neil")


def test_another_case_is_not_found() -> None:
    assert not _finds("2026/032", "2026/031")
    assert not _finds("Ozola", "Ozers")


@given(st.lists(st.sampled_from(["Bērziņa", "2026/031", "L-2026/7", "Ģirts", "010190-00000"]), min_size=1, max_size=4))
def test_a_text_is_always_found_by_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert _finds(text, text)


def _finds(asked: str, text: str) -> bool:
    """As the search does: every term begins some token."""
    known = tokens(text)
    return all(any(token.startswith(term) for token in known) for term in query_terms(asked))
