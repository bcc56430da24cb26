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
