"""A framework that nobody here wrote becomes a standard; a broken one is refused by its place in the file."""

import json
from pathlib import Path
from typing import Any

import pytest

from commission_app.errors import RefusedError
from commission_app.exchange import matrix
from commission_app.exchange.plain_text import plain_text
from commission_app.exchange.standard_reader import read_standard
from commission_app.i18n import LANGUAGES
from commission_app.rules.vocabulary.standard import StandardKind
from commission_app.wording.sentences import sentence

SAMPLE = Path(__file__).parents[2].parent / "shared/samples/mahara/nz_teaching_standards_english.matrix"


def framework(elements: list[dict[str, Any]] | None = None, **changes: Any) -> bytes:
    whole = {
        "name": "Ietvars",
        "standards": [{"name": "Pirmais", "standardid": 1}, {"shortname": "Otrais", "standardid": "2"}],
        "standardelements": elements or [{"name": "Prot", "standardid": 1, "elementid": "1.1"}],
        **changes,
    }
    return json.dumps({"framework": whole}, ensure_ascii=False).encode()


def reason(data: bytes) -> str:
    with pytest.raises(RefusedError) as found:
        matrix.read(data, "ietvars.matrix")
    for language in LANGUAGES:
        text = sentence(language, found.value.refusal)
        assert "ietvars.matrix" in text or "ietvars" in text, text
    return found.value.reason


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared sample framework is not beside the project")
def test_the_framework_of_another_country_is_read() -> None:
    facts = read_standard(SAMPLE.read_bytes(), SAMPLE.name)
    assert (facts.kind, facts.title_en, facts.title_lv) == (
        StandardKind.FRAMEWORK,
        "Standards for the teaching profession",
        "",
    )
    assert [unit.code for unit in facts.units] == ["1"]
    outcomes = facts.units[0].outcomes
    assert [outcome.code for outcome in outcomes] == ["1.0", "2.0", "3.0", "4.0", "5.0", "6.0"]
    first = outcomes[0].text_en.splitlines()
    assert first[0] == "Te Tiriti o Waitangi partnership"
    assert first[1].startswith("Demonstrate commitment to tangata whenuatanga")
    assert first[2].startswith("– Understand and recognise the unique status")
    assert "<" not in outcomes[0].text_en and "&" not in outcomes[0].text_en


def test_children_follow_their_parents_whatever_their_order() -> None:
    facts = matrix.read(
        framework(
            [
                {"name": "Bērns", "standardid": 1, "elementid": "1.1.1", "parentelementid": "1.1"},
                {"name": "Otrs", "standardid": 1, "elementid": "1.2"},
                {"name": "Prot", "standardid": 1, "elementid": "1.1", "children": [{"name": "Iekšā"}]},
                {"name": "Cits", "standardid": "2"},
            ]
        ),
        "a.matrix",
        language_of_text="lv",
    )
    assert [[o.text_lv for o in unit.outcomes] for unit in facts.units] == [
        ["Otrs", "Prot", "Bērns", "Iekšā"],
        ["Cits"],
    ]
    assert facts.units[1].outcomes[0].code == "2.1"
    assert (facts.title_lv, facts.title_en, facts.code) == ("Ietvars", "", "ietvars")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"{", "json_file.unreadable"),
        (b'{"framework": 1', "json_file.unreadable"),
        (b"[]", "json_file.wants_object"),
        (b"{}", "matrix.missing"),
        (b'{"framework": []}', "json_file.wants_object"),
        (framework().decode().encode("utf-16"), "json_file.encoding"),
        (framework().decode().encode("utf-16-le"), "json_file.encoding"),
        (framework(name="Šķirkļi").decode().encode("cp1257"), "json_file.encoding"),
        (b'{"framework": {"name": "a", "name": "b"}}', "json_file.doubled_key"),
        (b"[" * 100_000, "json_file.too_deep"),
        (b'{"a":' * 100_000, "json_file.too_deep"),
        (b'{"framework": ' + b"9" * 5_000 + b"}", "json_file.unreadable"),
        (framework(name=""), "matrix.missing"),
        (framework(standards={}), "json_file.wants_list"),
        (framework(standards=[{"name": "A"}]), "matrix.missing"),
        (framework(standards=[{"standardid": 1}]), "matrix.missing"),
        (framework(standards=[{"name": "A", "standardid": 1}] * 2), "matrix.doubled"),
        (framework(standards=[]), "matrix.unknown_standard"),
        (framework([{"standardid": 1}]), "matrix.missing"),
        (framework([{"name": ["x"], "standardid": 1}]), "json_file.wants_text"),
        (framework([{"name": "x" * 10_001, "standardid": 1}]), "matrix.too_long"),
        (framework([{"name": "A", "standardid": 1, "elementid": "a"}] * 2), "matrix.doubled"),
        (framework([{"name": "A", "standardid": 1, "parentelementid": "z"}]), "matrix.unknown_parent"),
        (framework([{"name": "A", "standardid": 9}]), "matrix.unknown_standard"),
        (framework([{"name": "A", "standardid": 1}] * 20_001), "matrix.too_many"),
        (
            framework(
                [
                    {"name": "A", "standardid": 1, "elementid": "a", "parentelementid": "b"},
                    {"name": "B", "standardid": 1, "elementid": "b", "parentelementid": "a"},
                ]
            ),
            "matrix.circle",
        ),
    ],
)
def test_a_broken_framework_is_refused(data: bytes, expected: str) -> None:
    assert reason(data) == expected


def test_elements_nested_without_end_are_refused() -> None:
    element: dict[str, Any] = {"name": "A"}
    for _ in range(30):
        element = {"name": "A", "children": [element]}
    assert reason(framework([{**element, "standardid": 1}])) == "json_file.too_deep"


def test_a_file_of_another_kind_is_named() -> None:
    for data in (b"%PDF-1.7", b"plain text", b"\x00\x01"):
        with pytest.raises(RefusedError) as found:
            read_standard(data, "fails.bin")
        assert found.value.reason == "import_file.unknown_format"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>A &amp; B</p><ul><li>viens</li><li>divi</li></ul>", "A & B\n– viens\n– divi"),
        ("x<script>alert(1)</script>y", "xy"),
        ("a<br/>b\n c", "a\nb c"),
        ("2 < 3", "2 < 3"),
        ("<p>\x07ā\u0304</p>", "ā\u0304"),
    ],
)
def test_markup_becomes_what_a_person_reads(markup: str, text: str) -> None:
    assert plain_text(markup) == text
