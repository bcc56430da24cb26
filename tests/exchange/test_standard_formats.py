"""A standard goes out in four formats and comes back; foreign and broken files give facts or one sentence."""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.exchange import case_framework_writer, matrix_writer, moodle_competencies, standard_workbook
from commission_app.exchange.standard_carried import completed
from commission_app.exchange.standard_changes import Level, Mark, changes, counted
from commission_app.exchange.standard_facts import OutcomeFacts, PartFacts, StandardFacts, UnitFacts
from commission_app.exchange.standard_reader import read_standard
from commission_app.i18n import LANGUAGES, LATVIAN
from commission_app.rules.vocabulary.scoring import CombinationKind, ScaleKind, VerificationRoute
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind, PklScale, StandardKind
from commission_app.wording.sentences import sentence

WRITERS: dict[str, Callable[[StandardFacts], bytes]] = {
    "xlsx": lambda facts: standard_workbook.write(facts, LATVIAN),
    "case": case_framework_writer.write,
    "moodle": lambda facts: moodle_competencies.write(facts, "lv"),
    "matrix": lambda facts: matrix_writer.write(facts, "en"),
}
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "Nd")), min_size=1, max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)
LINE = st.one_of(st.just(""), st.lists(WORDS, min_size=1, max_size=4).map(" ".join))


@st.composite
def outcome(draw: st.DrawFn, code: str) -> OutcomeFacts:
    return OutcomeFacts(
        code=code,
        text_lv=draw(WORDS),
        text_en=draw(LINE),
        kind=draw(st.sampled_from([None, *OutcomeKind])),
        mandatory=draw(st.booleans()),
        weight=draw(st.integers(1, 9)),
        section=draw(st.sampled_from(["", "I daļa"])),
        maximum=draw(st.sampled_from([None, Decimal("2.5"), Decimal(10)])),
        external_id=draw(st.sampled_from(["", f"ext-{code}"])),
    )


@st.composite
def standards(draw: st.DrawFn) -> StandardFacts:
    units = []
    for n in range(draw(st.integers(1, 3))):
        outcomes = tuple(draw(outcome(f"{n}.{m}")) for m in range(draw(st.integers(0, 3))))
        units.append(
            UnitFacts(
                code=f"U{n}",
                title_lv=draw(LINE),
                title_en=draw(WORDS),
                credits=Decimal(n),
                credit_unit=CreditUnit.ECTS,
                part_code=draw(st.sampled_from([None, "P1", "P2"])),
                prerequisites=("U0",) if n else (),
                local=draw(st.booleans()),
                route=draw(st.sampled_from([None, *VerificationRoute])),
                semester=draw(st.none() | st.integers(1, 16)),
                outcomes=outcomes,
            )
        )
    return StandardFacts(
        code=draw(st.sampled_from(["K-1", "āž 2"])),
        kind=draw(st.sampled_from(StandardKind)),
        title_lv=draw(WORDS),
        title_en=draw(LINE),
        edition_label="2026",
        valid_from=date(2026, 1, 1),
        pkl=5,
        pkl_scale=draw(st.sampled_from([None, *PklScale])),
        currency_years=draw(st.sampled_from([None, 5])),
        description_lv=draw(LINE),
        entry_requirements=draw(LINE),
        last_applications_on=draw(st.sampled_from([None, date(2027, 1, 1)])),
        scale=draw(st.sampled_from(ScaleKind)),
        combination=draw(st.sampled_from(CombinationKind)),
        parts=(PartFacts(code="P1", title_lv="Pirmā"), PartFacts(code="P2", title_en="Second")),
        units=tuple(units),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(standards(), st.sampled_from(sorted(WRITERS)))
def test_a_standard_that_comes_back_from_its_own_export_changes_nothing(facts: StandardFacts, form: str) -> None:
    back = completed(facts, read_standard(WRITERS[form](facts), f"x.{form}"))
    assert [row for row in changes(facts, back) if row.any_change()] == []
    assert replace(back, valid_from=facts.valid_from) == facts


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(standards())
def test_a_package_carries_everything_by_itself(facts: StandardFacts) -> None:
    back = read_standard(case_framework_writer.write(facts), "x.json")
    assert replace(back, units=()) == replace(facts, units=())
    assert {unit.code: unit for unit in back.units} == {unit.code: unit for unit in facts.units}


def package(items: list[dict[str, Any]] | None = None, links: list[tuple[str, str]] = (), **head: Any) -> bytes:  # type: ignore[assignment]
    document = {"identifier": "d", "title": "Framework", "language": "en", **head}
    associations = [
        {"associationType": "isChildOf", "originNodeURI": {"identifier": a}, "destinationNodeURI": {"identifier": b}}
        for a, b in links
    ]
    return json.dumps({"CFDocument": document, "CFItems": items or [], "CFAssociations": associations}).encode()


def item(key: str, text: str = "Can", **more: Any) -> dict[str, Any]:
    return {"identifier": key, "fullStatement": text, **more}


def test_a_package_of_others_becomes_parts_units_and_outcomes() -> None:
    data = package(
        [item("a", "Strand"), item("b", "Topic", humanCodingScheme="T"), item("c", CFItemType="Skill"), item("e")],
        [("a", "d"), ("b", "a"), ("c", "b"), ("e", "b")],
    )
    facts = read_standard(data, "x.json")
    assert (facts.code, facts.title_en, facts.external_id) == ("framework", "Framework", "d")
    assert [part.code for part in facts.parts] == ["1"]
    assert [(unit.code, unit.part_code) for unit in facts.units] == [("T", "1")]
    assert [(o.code, o.kind) for o in facts.units[0].outcomes] == [("T.1", OutcomeKind.SKILL), ("T.2", None)]


CSV = "Parent ID number,ID number,Short name,Description,Is framework\n,F,Ietvars,,1\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (package([item("a"), item("a")]), "standard_file.doubled"),
        (package([item("a")], [("a", "zzz")]), "standard_file.missing_parent"),
        (package([item("a"), item("b")], [("a", "b"), ("b", "a")]), "standard_file.circle"),
        (package([item("")]), "standard_file.missing"),
        (package([item("a", "")]), "standard_file.missing"),
        (package([item("a", humanCodingScheme="x" * 61)]), "standard_file.code_too_long"),
        (package([item(str(n)) for n in range(30_001)]), "standard_file.too_many"),
        (package([item(str(n)) for n in range(20_001)]), "standard.too_many_outcomes"),
        (
            package([item(str(n)) for n in range(30)], [(str(n + 1), str(n)) for n in range(29)]),
            "standard_file.too_deep",
        ),
        (package([item("a", extensions={"commissionApp": {"level": "unit"}})]), "standard.item_without_code"),
        (
            package([item("a", extensions={"commissionApp": {"level": "unit", "code": "A", "credits": "NaN?"}})]),
            "standard_file.extension",
        ),
        (
            package(
                [
                    item(
                        "a",
                        extensions={"commissionApp": {"level": "unit", "code": "A", "title_lv": "A", "credits": "NaN"}},
                    )
                ]
            ),
            "standard.amount",
        ),
        (b'{"CFDocument": 1}', "json_file.wants_object"),
        (b'{"CFItems": []}', "standard_file.missing"),
        (package([]), "standard.without_units"),
        ((CSV + "Z,a,A,,\n").encode(), "standard_file.missing_parent"),
        ((CSV + "a,a,A,,\n").encode(), "standard_file.circle"),
        ((CSV + ",a,A,,\n,a,B,,\n").encode(), "standard_file.doubled"),
        ((CSV + ",,A,,\n").encode(), "standard_file.empty_cell"),
        ((CSV + ",G,B,,1\n").encode(), "standard_file.two_frameworks"),
        ((CSV + ',a,"A,,\n').encode(), "standard_file.broken_row"),
        ((CSV + ",a,\u0411,,\n").encode("cp1251"), "standard_file.encoding"),
        (b"Parent ID number,ID number,Short name\n", "standard_file.missing_column"),
        (b"Parent ID number,ID number,Short name,Is framework\n,a,A,\n", "standard_file.no_framework"),
    ],
)
def test_a_broken_file_is_refused_by_its_place(data: bytes, expected: str) -> None:
    with pytest.raises(RefusedError) as found:
        read_standard(data, "ietvars.x")
    assert found.value.reason == expected
    for language in LANGUAGES:
        assert "ietvars.x" in (said := sentence(language, found.value.refusal)) or "{" not in said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1257"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_competencies_are_read_in_the_usual_encodings(encoding: str, separator: str) -> None:
    text = (CSV + ",a,Šķirošana,,\na,b,Prot šķirot,<p>Prot šķirot ātri</p>,\n").replace(",", separator)
    facts = read_standard(text.encode(encoding), "x.csv", "lv")
    assert (facts.code, facts.units[0].title_lv) == ("F", "Šķirošana")
    assert [(o.code, o.text_lv) for o in facts.units[0].outcomes] == [("b", "Prot šķirot ātri")]


def test_changes_are_told_unit_by_unit() -> None:
    old = StandardFacts(
        code="S",
        kind=StandardKind.FRAMEWORK,
        title_lv="S",
        units=(
            UnitFacts(code="A", title_lv="A", outcomes=(OutcomeFacts(code="A1", text_lv="vecs"),)),
            UnitFacts(code="B", title_lv="B"),
        ),
    )
    new = replace(
        old,
        units=(
            replace(old.units[0], outcomes=(OutcomeFacts(code="A1", text_lv="jauns"),)),
            UnitFacts(code="C", title_lv="C"),
        ),
    )
    marks = counted(changes(old, new))
    assert marks[Level.UNIT, Mark.ADDED] == marks[Level.UNIT, Mark.REMOVED] == marks[Level.OUTCOME, Mark.CHANGED] == 1
    row = changes(old, new)[1].below[0].fields[0]
    assert (row.field, row.old, row.new) == ("text_lv", "vecs", "jauns")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["identifier", "title", "fullStatement", "extensions", "commissionApp", "CFItems"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(JSON, JSON, JSON, st.sampled_from(sorted(WRITERS)), st.integers(0, 4000), st.binary(max_size=3))
def test_only_refusals_come_out_of_mutated_files(
    a: object, b: object, c: object, form: str, at: int, bit: bytes
) -> None:
    facts = StandardFacts(
        code="S", kind=StandardKind.FRAMEWORK, title_lv="Š", units=(UnitFacts(code="A", title_lv="A"),)
    )
    whole = WRITERS[form](facts)
    for data in (
        json.dumps({"CFDocument": a, "CFItems": b, "CFAssociations": c}).encode(),
        whole[: at % len(whole)] + bit + whole[at % len(whole) + 1 :],
    ):
        try:
            read_standard(data, "x")
        except RefusedError as trouble:
            assert sentence(LATVIAN, trouble.refusal)
