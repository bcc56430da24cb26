"""Files of the ESCO download come in as free frameworks: collections by their groups, occupations with their skills."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.exchange.standard_carried import completed
from commission_app.exchange.standard_facts import StandardFormat, remarks
from commission_app.exchange.standard_reader import read_standard
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.standard import OutcomeKind, StandardKind
from commission_app.services import standard_import
from commission_app.services.office import Office
from commission_app.wording.sentences import sentence

SKILL = "http://data.europa.eu/esco/skill/"
COLLECTION = (
    "conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,"
    "broaderConceptUri,broaderConceptPT"
).split(",")
RELATIONS = "occupationUri,occupationLabel,relationType,skillType,skillUri,skillLabel".split(",")


def table(head: list[str], *rows: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([head, *rows])
    return out.getvalue().encode()


def skill(n: int, label: str, kind: str, group: str = "", *, status: str = "released", reuse: str = "") -> list[str]:
    broader = f"{SKILL}g-{group[:3]} | {SKILL}other" if group else ""
    said = f"{group} | citi" if group else ""
    return ["KnowledgeSkillCompetence", f"{SKILL}{n}", label, status, kind, reuse, "a | b", "Apraksts.", broader, said]


DIGITAL = table(
    COLLECTION,
    skill(1, "izmantot e-pakalpojumus", "skill/competence", "saziņa"),
    skill(2, "datu drošība", "knowledge", "drošība"),
    skill(3, "sazināties tiešsaistē", "skill/competence", "saziņa"),
    skill(4, "vecs", "knowledge", "saziņa", status="obsolete"),
)


def test_a_collection_stands_by_its_groups_and_comes_in_again_unchanged(sqlite_office: Office) -> None:
    facts = read_standard(DIGITAL, "digCompSkillsCollection_lv.csv", "en")
    assert facts.kind is StandardKind.FRAMEWORK and facts.format is StandardFormat.ESCO
    assert facts.title_lv == "ESCO dig Comp Skills Collection" and not facts.title_en, "the name says the language"
    assert [(unit.title_lv, len(unit.outcomes)) for unit in facts.units] == [("saziņa", 2), ("drošība", 1)]
    first, secure = facts.units[0].outcomes[0], facts.units[1].outcomes[0]
    assert first.text_lv == "izmantot e-pakalpojumus\nApraksts." and first.kind is OutcomeKind.SKILL
    assert secure.kind is OutcomeKind.KNOWLEDGE and secure.external_id == f"{SKILL}2"
    assert any("(1)" in sentence(LATVIAN, remark) for remark in remarks(facts))
    sqlite_office.do(standard_import.take_in, facts, approve=False, as_edition="")
    assert sqlite_office.ask(standard_import.preview, facts, "").unchanged
    moved = table(COLLECTION, *(skill(n, f"p{n}", "knowledge", "saziņa") for n in (3, 1)))
    again = completed(facts, read_standard(moved, "digCompSkillsCollection_lv.csv"))
    assert [row.code for row in again.units[0].outcomes] == ["1.2", "1.1"], "a skill is known by where ESCO keeps it"


def test_the_whole_list_stands_by_how_widely_a_skill_is_used() -> None:
    head = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,status,description".split(",")
    line = ["KnowledgeSkillCompetence", f"{SKILL}1", "knowledge", "cross-sector", "statistics", "released", ""]
    unit = read_standard(table(head, line), "skills_en.csv", "lv").units[0]
    assert (unit.title_lv, unit.title_en) == (
        "Starpnozaru prasmes un zināšanas",
        "Skills and knowledge of several sectors",
    )
    assert unit.outcomes[0].text_en == "statistics"


def test_an_occupation_has_what_is_essential_and_what_is_not() -> None:
    baker, cook = ["o/1", "maiznieks"], ["o/2", "pavārs"]
    rows = [
        [*baker, "essential", "skill/competence", f"{SKILL}1", "mīcīt mīklu"],
        [*baker, "optional", "knowledge", f"{SKILL}2", "uzturs"],
    ]
    alone = read_standard(table(RELATIONS, *rows), "darbs.csv", "lv")
    assert alone.title_lv == "maiznieks" and alone.code == "maiznieks"
    assert [row.mandatory for row in alone.units[0].outcomes] == [True, False]
    both = read_standard(table(RELATIONS, *rows, [*cook, "essential", "", f"{SKILL}2", "uzturs"]), "x_lv.csv")
    assert [unit.title_lv for unit in both.units] == ["maiznieks", "pavārs"]
    assert both.units[1].outcomes[0].external_id == "", "a skill of two occupations is an outcome in each"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (table(["occupationUri", "relationType", "skillType", "skillUri"], ["o", "essential", "", "s"]), "missing_col"),
        (table(["conceptType", "conceptUri", "preferredLabel"], ["Occupation", "o/1", "maiznieks"]), "no_skills"),
        (table(["conceptUri", "skillType"], ["x", "knowledge"]), "missing_column"),
        (table(COLLECTION, skill(1, "a", "knowledge", "g"), skill(1, "b", "knowledge", "g")), "doubled"),
        (table(COLLECTION, skill(1, " ", "knowledge", "g")), "empty_cell"),
        (table(COLLECTION, skill(1, "x" * 10_001, "knowledge", "g")), "text_too_long"),
        (table(COLLECTION, *([skill(1, "a", "knowledge", "g")] * 20_001)), "too_many"),
        (table(COLLECTION), "no_skills"),
        (DIGITAL + b'"x', "broken_row"),
    ],
)
def test_what_is_no_list_of_skills_is_refused_by_its_place(data: bytes, reason: str) -> None:
    with pytest.raises(RefusedError, match=rf"standard_file\.{reason}") as trouble:
        read_standard(data, "esco.csv")
    assert "esco.csv" in sentence(LATVIAN, trouble.value.refusal)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=11), max_size=5), st.sampled_from([COLLECTION, RELATIONS]))
def test_any_rows_give_facts_or_one_sentence(rows: list[list[str]], head: list[str]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([head, *rows])
    try:
        read_standard(out.getvalue().encode("utf-8", "replace"), "x.csv")
    except RefusedError as trouble:
        assert sentence(LATVIAN, trouble.refusal)
