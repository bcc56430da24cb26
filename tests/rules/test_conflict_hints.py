"""Hints of a conflict: found whatever the order, case, marks or ending of a name, and never without their source."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commission_app.rules.collation import fold
from commission_app.rules.conflicts import CaseTraces, Hint, MemberTraits, Trace, hints
from commission_app.rules.name_matching import Likeness, alike_surnames, names, same_address, same_organisation
from commission_app.rules.vocabulary.conflict import ConflictKind, TraceField

ANNA = MemberTraits("m-1", "Anna Bērziņa", "SIA “Tīkli un Mezgli”", "Skolas iela 1-2, Amata, LV-4141", "u-1")
REFEREE = Trace(ConflictKind.REFEREE, TraceField.REFEREE, "2.", "Anna Bērziņa, nodaļas vadītāja, tālr. 20000000")
WORDS = st.text(string.ascii_lowercase + "āčēģīķļņšūž", min_size=3, max_size=9)
NAMES = st.tuples(WORDS, WORDS).map(" ".join)


def kinds(found: tuple[Hint, ...]) -> list[tuple[ConflictKind, bool]]:
    return [(hint.kind, hint.weak) for hint in found]


@pytest.mark.parametrize(
    ("text", "likeness"),
    [
        ("Anna Bērziņa", Likeness.SURE),
        ("BĒRZIŅA, ANNA", Likeness.SURE),
        ("BERZINA,ANNA,PNOLV-*", Likeness.SURE),
        ("SIA Tīkli vadītājas Annas Bērziņas atsauksme", Likeness.SURE),
        ("Anna Marija Bērziņa", Likeness.SURE),
        ("A. Bērziņa", Likeness.PERHAPS),
        ("Bērziņa A.", Likeness.PERHAPS),
        ("I. Bērziņa", Likeness.NONE),
        ("Anna Kalna, Pēteris Bērziņš", Likeness.NONE),
        ("Bērziņa", Likeness.NONE),
        ("", Likeness.NONE),
    ],
)
def test_a_member_is_found_in_a_text(text: str, likeness: Likeness) -> None:
    assert names(text, "Anna Bērziņa") is likeness


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("SIA “Tīkli un Mezgli”", "Tīkli un mezgli, SIA", Likeness.SURE),
        ("Amatas vidusskola", "AMATAS VIDUSSKOLAS", Likeness.SURE),
        ("Rīgas tehnikums", "Rīgas tehnikuma datoru nodaļa", Likeness.PERHAPS),
        ("SIA", "SIA", Likeness.NONE),
        ("Tīkli", "Tīkli un mezgli", Likeness.NONE),
        ("", "Tīkli", Likeness.NONE),
    ],
)
def test_employers_are_compared_without_legal_form_and_quotes(one: str, other: str, likeness: Likeness) -> None:
    assert same_organisation(one, other) is same_organisation(other, one) is likeness


def test_addresses_are_one_with_and_without_postal_code() -> None:
    assert same_address("Skolas iela 1-2, Amata, LV-4141", "amata, Skolas 1-2")
    assert not same_address("Skolas iela 1-2, Amata", "Skolas iela 1-3, Amata")
    assert not same_address("Amata", "Amata"), "a town alone is no address"
    assert not same_address("", "")


def test_each_hint_says_what_was_found_and_where() -> None:
    case = CaseTraces(
        "Bērziņš",
        (Trace(ConflictKind.RELATIVE, TraceField.ADDRESS, "", "Skolas 1-2, Amata"),),
        (Trace(ConflictKind.EMPLOYER, TraceField.EMPLOYER, "1.", "Tīkli un mezgli"),),
        (
            REFEREE,
            Trace(ConflictKind.SIGNER, TraceField.SIGNATURE, "P3", "A. Bērziņa"),
            Trace(ConflictKind.ASSESSOR, TraceField.ASSESSOR, "1", "Anna Zālīte", ("m-1",)),
            Trace(ConflictKind.TEACHER, TraceField.CONSULTANT, "", "Anna Kalniņa", ("", "u-1")),
        ),
    )
    found = hints(ANNA, case)
    assert kinds(found) == [
        (ConflictKind.RELATIVE, False),
        (ConflictKind.EMPLOYER, False),
        (ConflictKind.TEACHER, False),
        (ConflictKind.ASSESSOR, False),
        (ConflictKind.REFEREE, False),
        (ConflictKind.SIGNER, True),
    ]
    assert found[0].why.reason == "conflict_hint.surname_and_address"
    assert found[-1].why.facts["place"] == "P3"


def test_a_surname_alone_is_weak_and_nothing_is_found_where_nothing_is_known() -> None:
    assert kinds(hints(ANNA, CaseTraces("Bērziņš"))) == [(ConflictKind.RELATIVE, True)]
    assert hints(MemberTraits("m-2", "Juris Ozols"), CaseTraces("", people=(REFEREE,))) == ()
    assert hints(MemberTraits("m-2", ""), CaseTraces("")) == ()


@given(NAMES, st.sampled_from(["{0} {1}", "{1} {0}", "{1}, {0}", "direktore {0} {1}, tālr. 2"]), st.booleans())
def test_order_case_and_marks_hide_nobody(name: str, shape: str, shout: bool) -> None:
    text = shape.format(*name.split())
    assert names(text.upper() if shout else text, name) is Likeness.SURE
    assert names(fold(text), name) is Likeness.SURE


@given(WORDS, st.sampled_from([("s", "a"), ("š", "a"), ("is", "e"), ("us", "us")]))
def test_the_feminine_and_the_masculine_surname_are_one(root: str, endings: tuple[str, str]) -> None:
    masculine, feminine = (f"{root}k{ending}" for ending in endings)
    assert alike_surnames(masculine, feminine) and alike_surnames(feminine, masculine)
    assert alike_surnames(f"Ozola-{feminine}", masculine), "half of a double surname is enough"


@given(
    NAMES,
    WORDS,
    st.lists(st.tuples(st.sampled_from(ConflictKind), st.sampled_from(TraceField), NAMES), max_size=6),
    st.randoms(use_true_random=False),
)
def test_no_hint_without_its_source_and_the_order_of_rows_never_matters(
    name: str, surname: str, rows: list[tuple[ConflictKind, TraceField, str]], chance: "object"
) -> None:
    people = [Trace(kind, field, f"P{at}", text) for at, (kind, field, text) in enumerate(rows, 1)]
    member = MemberTraits("m", name)
    found = hints(member, CaseTraces(surname, people=tuple(people)))
    for hint in found:
        if "place" in hint.why.facts:
            source = next(one for one in people if one.place == hint.why.facts["place"])
            assert (source.text, source.field) == (hint.why.facts["text"], hint.why.facts["field"])
            assert names(source.text, name) is not Likeness.NONE
        else:
            assert alike_surnames(name, surname)
    chance.shuffle(people)  # type: ignore[attr-defined]
    assert {(one.kind, str(one.why)) for one in hints(member, CaseTraces(surname, people=tuple(people)))} == {
        (one.kind, str(one.why)) for one in found
    }
