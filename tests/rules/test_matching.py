"""Who may be one person: every reason found, alike from both sides, and nobody by a bare name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.rules.matching import LONGEST_BUCKET, Traits, likeness, one_letter_apart, pairs
from commission_app.rules.person_code_change import check_change
from commission_app.rules.vocabulary.person import CodeChange, CodeKind, Likeness

BORN = date(1990, 1, 1)
LETTERS = st.text("aābcčdeļnņrsšžu", min_size=2, max_size=8)
NAMES = st.tuples(LETTERS, LETTERS)
PEOPLE = st.builds(
    Traits,
    key=st.integers(1, 40),
    names=st.lists(NAMES, min_size=1, max_size=2).map(tuple),
    birth_date=st.sampled_from([None, BORN, date(1991, 2, 2)]),
    codes=st.frozensets(st.sampled_from(["010190-00005", "020290-00003"]), max_size=1),
    documents=st.frozensets(st.sampled_from(["LV 123", "lv123", "X9"]), max_size=1),
    email=st.sampled_from(["", "a@example.invalid"]),
    phone=st.sampled_from(["", "+371 2000 0000", "20000000"]),
)


def someone(given_name: str, family: str, **more: object) -> Traits:
    """A person of one name."""
    return Traits(key=1, names=((given_name, family),), **more)  # type: ignore[arg-type]


@given(PEOPLE, PEOPLE)
def test_likeness_is_the_same_from_both_sides(one: Traits, other: Traits) -> None:
    assert likeness(one, other) == likeness(other, one)


@given(st.lists(PEOPLE, max_size=8, unique_by=lambda person: person.key))
def test_the_list_holds_every_pair_with_more_than_a_name_in_common(people: list[Traits]) -> None:
    wanted = set()
    for one in people:
        for other in people:
            why = likeness(one, other)
            if one.key < other.key and why and why != (Likeness.SAME_NAME,):
                wanted.add((one.key, other.key))
    assert {(pair.first, pair.second) for pair in pairs(people)} == wanted


@given(LETTERS, st.integers(0, 8), st.sampled_from("kā"))
def test_a_letter_put_in_is_one_letter_apart(text: str, at: int, letter: str) -> None:
    longer = text[:at] + letter + text[at:]
    assert one_letter_apart(text, longer) and one_letter_apart(longer, text)
    assert not one_letter_apart(text, text)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (someone("Aija", "Ņega", birth_date=BORN), someone("AIJA", "Nega", birth_date=BORN), "same_name_and_birth"),
        (someone("Aija", "Bērziņa"), someone("Bērziņa", "Aija"), "swapped_names"),
        (someone("Aija", "Bērziņa", birth_date=BORN), someone("Aija", "Bēziņa", birth_date=BORN), "one_letter_apart"),
        (someone("Aija", "Liepa", birth_date=BORN), someone("Aiaj", "Liepa", birth_date=BORN), "one_letter_apart"),
        (someone("A", "B", phone="+371 20000000"), someone("A", "B", phone="2000 0000"), "same_name_and_contact"),
        (someone("A", "B", documents=frozenset({"1"})), someone("C", "D", documents=frozenset({"1"})), "same_document"),
        (someone("A", "B", codes=frozenset({"1"})), someone("C", "D", codes=frozenset({"1", "2"})), "same_code"),
        (someone("Aija", "Liepa"), someone("Aija", "Liepa"), "same_name"),
    ],
)  # fmt: skip
def test_each_reason_is_found_first(one: Traits, other: Traits, why: str) -> None:
    assert likeness(one, other)[0] == why


def test_an_e_mail_of_many_says_nothing_of_persons() -> None:
    crowd = [
        Traits(key, (("Jānis", "Ozols"),), date(1950 + key % 50, 1, 1), email="birojs@example.invalid")
        for key in range(LONGEST_BUCKET + 5)
    ]
    assert len(pairs(crowd)) < LONGEST_BUCKET


def test_the_old_code_becomes_the_new_one_once() -> None:
    check_change([CodeKind.OLD], CodeKind.NEW, CodeChange.REPLACED, "")
    for borne, new in (([CodeKind.OLD, CodeKind.NEW], CodeKind.NEW), ([CodeKind.NEW], CodeKind.OLD)):
        with pytest.raises(RefusedError) as refused:
            check_change(borne, new, CodeChange.REPLACED, "")
        assert refused.value.reason == "person.code_replaced_before"
    with pytest.raises(RefusedError) as refused:
        check_change([CodeKind.OLD], CodeKind.OLD, CodeChange.REPLACED, "")
    assert refused.value.reason == "person.code_replaced_by_old"


@pytest.mark.parametrize("why", [CodeChange.ADOPTION, CodeChange.MISTAKE])
def test_any_other_change_of_the_code_needs_a_reason(why: CodeChange) -> None:
    with pytest.raises(RefusedError) as refused:
        check_change([CodeKind.OLD, CodeKind.NEW], CodeKind.NEW, why, " ")
    assert refused.value.reason == "person.code_without_reason"
    check_change([CodeKind.OLD, CodeKind.NEW], CodeKind.NEW, why, "tiesas spriedums")
