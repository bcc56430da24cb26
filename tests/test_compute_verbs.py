"""The verbs that count from a plain file: the answer as JSON, and one sentence for what cannot be read."""

import json
from pathlib import Path

import pytest

from commission_app import cli
from commission_app.cli.surroundings import Doors


def run(tmp_path: Path, question: object, *words: str) -> int:
    """Asks at the command line."""
    file = tmp_path / "jautājums.json"
    file.write_text(question if isinstance(question, str) else json.dumps(question), "utf-8")
    doors = Doors(lambda settings, probe: 1, lambda database, out, language: None)
    return cli.run(["--language", "lv", *words, "funding", str(file)], doors)


def test_a_set_of_modules_is_counted_step_by_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = {"kind": "module_set", "hours": [34, 136], "unit_cost": "2127.19", "date": "2024-10-01"}
    assert run(tmp_path, question) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["payable"] == "608.99"
    assert [line["payable"] for line in told["lines"]] == ["181.56", "427.43", "608.99", "608.99"]
    assert told["lines"][1]["why"] == (
        "2. 136 h × 5,34 = 726,24 EUR; tas pārsniedz griestus 427,43 EUR, tāpēc apmaksā 427,43 EUR."
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ('{"kind": "module"', "jautājums.json"),
        ({"kind": "film", "hours": [1], "date": "2024-10-01"}, "film"),
        ({"kind": "module", "hours": ["daudz"], "date": "2024-10-01"}, "daudz"),
        ({"kind": "module", "hours": [1], "date": "1. oktobrī"}, "1. oktobrī"),
        ({"kind": "module", "hours": [1], "date": "2024-10-01", "unit_cost": "-5"}, "-5"),
        ({"kind": "module", "hours": [1], "date": "2024-10-01", "rate": 9}, "rate"),
        ({"kind": "module", "hours": [0], "date": "2024-10-01"}, "stundu skaits"),
        ([1, 2], "jautājums.json"),
    ],
    ids=range(8),
)
def test_what_cannot_be_read_is_said_in_one_sentence(
    question: object, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, question) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err and told.err.count("\n") == 1


CASE = {
    "date": "2026-03-01",
    "procedure": "higher_education",
    "edition": {
        "title": "Datorzinātnes",
        "accredited": True,
        "units": [
            {"code": "U1", "title": "Tīkli", "credits": "6", "unit": "ECTS", "outcomes": [{"code": "U1.1"}]},
            {"code": "U2", "title": "Bāzes", "credits": "6", "unit": "ECTS"},
        ],
    },
    "results": {"U1.1": "met"},
    "previous_studies": [{"title": "DB", "credits": "4", "unit": "KP", "mark": "8", "counts_for": ["U2"]}],
}


def computed(tmp_path: Path, case: object) -> int:
    """Asks for an award at the command line."""
    file = tmp_path / "lieta.json"
    file.write_text(case if isinstance(case, str) else json.dumps(case), "utf-8")
    doors = Doors(lambda settings, probe: 1, lambda database, out, language: None)
    return cli.run(["--language", "lv", "compute", str(file)], doors)


def test_a_case_is_counted_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert computed(tmp_path, CASE) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["total"] == {"credits": "12", "unit": "ECTS"}
    first, second = told["lines"]
    assert (first["unit"], first["verdict"], first["credits"], first["credit_unit"]) == (
        "U1",
        "recognised",
        "6",
        "ECTS",
    )
    assert "Nr. 505" in first["legal"] and first["in_force_from"] == "2018-08-14"
    assert (second["rule"], second["mark"]) == ("studies.cover", "8")
    assert "DB: 6" in second["why"]


def changed(path: str, value: object) -> dict[str, object]:
    """The case with one value changed."""
    case = json.loads(json.dumps(CASE))
    owner, *steps = case, *path.split(".")
    for step in steps[:-1]:
        owner = owner[int(step)] if isinstance(owner, list) else owner[step]
    owner[steps[-1]] = value
    return dict(case)


EMPTY = {"accredited": True, "units": [{"code": "U1"}, {"code": "U2"}]}
STUDY = CASE["previous_studies"][0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("{", ("lieta.json",)),
        ([], ("lieta.json", "$")),
        (changed("date", "rīt"), ("$.date", "rīt")),
        (changed("procedure", "offer"), ("$.procedure", "offer")),
        (changed("edition.units", []), ("$.edition",)),
        (changed("edition.units.0.credits", "-6"), ("$.edition.units[0].credits", "-6")),
        (changed("edition.units.0.credits", "6000"), ("$.edition.units[0].credits", "6000")),
        (changed("edition.units.0.credits", "daudz"), ("$.edition.units[0].credits", "daudz")),
        (changed("edition.units.0.credits", True), ("$.edition.units[0].credits",)),
        (changed("edition.units.0.unit", "punkti"), ("$.edition.units[0].unit", "punkti")),
        (changed("edition.units.0.unit", "kredītpunkti"), ("$.edition.units[0].unit",)),
        (changed("edition.units.0.unit", "ECVET"), ("$.edition.units[1].unit", "ECVET", "ECTS")),
        (changed("edition.units.0.unit", "hours"), ("$.edition.units[1].unit", "stundas")),
        (changed("edition.credits", "900"), ("$.edition.unit",)),
        (changed("edition", CASE["edition"] | {"credits": "900", "unit": "hours"}), ("$.edition.units[0].unit",)),  # type: ignore[operator]
        (changed("edition.units.1.code", "U1"), ("$.edition.units[1].code", "U1")),
        (
            changed("edition.units.1.outcomes", [{"code": "U2.1"}, {"code": "U1.1"}]),
            ("$.edition.units[1].outcomes[1]", "U1.1"),
        ),
        (changed("edition.units.0.krediti", "6"), ("$.edition.units[0]", "krediti")),
        (changed("results", {"U9.1": "met"}), ("$.results", "U9.1")),
        (changed("results", {"U1.1": "lieliski"}), ("$.results.U1.1", "lieliski")),
        (changed("previous_studies", [STUDY, STUDY]), ("$.previous_studies[1]", "DB")),
        (changed("previous_studies.0.counts_for", ["U9"]), ("$.previous_studies", "U9")),
        (changed("previous_studies.0.mark", "11"), ("$.previous_studies[0].mark", "11")),
        (changed("previous_studies.0.credits", "-4"), ("$.previous_studies[0].credits", "-4")),
        (changed("previous_studies.0.used", "4000"), ("$.previous_studies[0].used", "4000")),
        (changed("previous_studies.0.unit", "ECVET"), ("$.previous_studies[0].unit", "ECVET")),
        (CASE | {"recognised_before": {"credits": "3", "unit": "hours"}}, ("$.recognised_before.unit", "stundas")),
        (
            changed(
                "previous_studies",
                [
                    {"title": "A", "credits": "3", "unit": "ECTS", "counts_for": ["B"]},
                    {"title": "B", "credits": "3", "unit": "ECTS", "counts_for": ["A"]},
                ],
            ),
            ("$.previous_studies", "A → B → A"),
        ),
        (changed("rules", {"ceiling_percent": 101}), ("$.rules.ceiling_percent",)),
        (changed("rules", {"grain": "half"}), ("$.rules.grain", "half")),
        (changed("rules", [{"from": "2026-04-01"}]), ("$.rules", "01.03.2026.")),
        (
            changed("rules", [{"from": "2025-01-01", "until": "2026-06-30"}, {"from": "2026-01-01"}]),
            ("01.01.2025.", "01.01.2026."),
        ),
        (changed("rules", [{"from": "2025-01-01"}, {"from": "2025-01-01"}]), ("$.rules", "01.01.2025.")),
        (
            changed("rules", [{"from": "2020-01-01", "until": "2021-12-31"}, {"from": "2022-01-02"}]),
            ("$.rules", "01.01.2022."),
        ),
        (changed("rules", [{"from": "2025-01-01", "until": "2026-02-28"}]), ("$.rules", "01.03.2026.")),
        (changed("rules", [{"from": "2026-01-02", "until": "2026-01-01"}]), ("$.rules[0]",)),
        (changed("date", "2009-01-01"), ("$.date", "01.01.2009.")),
        (
            changed("date", "2016-01-01")
            | {
                "rules": {"ceiling_percent": 30},
                "edition": EMPTY,
                "results": {},
            },
            ("$.edition.credits", "30"),
        ),
        (
            changed("rules", {"minimum_own_percent": 60}) | {"edition": EMPTY, "results": {}},
            ("$.edition.credits", "40"),
        ),
    ],
    ids=range(39),
)
def test_what_cannot_be_counted_is_said_with_its_place(
    case: object, said: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert computed(tmp_path, case) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1
    assert all(text in told.err for text in said), told.err


@pytest.mark.parametrize(
    ("sets", "total"),
    [
        ([{"from": "2020-01-01"}, {"from": "2026-03-01", "ceiling_percent": 50}], "6"),
        ([{"from": "2020-01-01"}, {"from": "2026-03-02", "ceiling_percent": 50}], "12"),
        ([{"from": "2020-01-01", "until": "2026-02-28"}, {"from": "2026-03-01", "ceiling_percent": 50}], "6"),
    ],
    ids=["from that day", "from the next day", "one ends, the other begins"],
)
def test_of_dated_rules_the_set_of_the_day_counts(
    sets: list[dict[str, object]], total: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert computed(tmp_path, changed("rules", sets)) == 0
    assert json.loads(capsys.readouterr().out)["total"]["credits"] == total


@pytest.mark.parametrize("until", ["2026-02-28", None], ids=["until the day before", "never"])
def test_a_programme_not_accredited_on_the_day_gives_nothing_and_says_why(
    until: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = dict(CASE["edition"]) | ({"accredited": False} if until is None else {"accredited_until": until})  # type: ignore[call-overload]
    assert computed(tmp_path, changed("edition", edition)) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["total"]["credits"] == "0"
    assert {(line["verdict"], line["rule"]) for line in told["lines"]} == {("refused", "programme.not_accredited")}
    assert all("akredit" in line["why"] for line in told["lines"])
