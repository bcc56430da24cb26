"""The list of what works tells the truth in so far as a machine can know: every test it names exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.house import ROOT

FEATURES = ROOT / "docs" / "features.md"
ROW = re.compile(r"^\| (?P<what>.+) \| `(?P<file>[^`:]+)::(?P<test>\w+)` \|$")
ID = re.compile(r"^(?:SD|NX|OL|IN|EV|ST|SC|CR|SI|DE|CE|RE|MO|SG|SE|MU|LA|IM|FE)-\d\d$")


def rows() -> list[tuple[str, str, str]]:
    """What works, the file and the test, line by line."""
    found = (ROW.match(line) for line in FEATURES.read_text("utf-8").splitlines())
    return [(row["what"], row["file"], row["test"]) for row in found if row is not None]


@cache
def names_of(file: str) -> frozenset[str]:
    """The names of the tests in a file."""
    path = Path(ROOT / file)
    body = ast.parse(path.read_text("utf-8")).body if path.exists() else []
    return frozenset(part.name for part in body if isinstance(part, ast.FunctionDef) and part.name.startswith("test_"))


@pytest.mark.parametrize(("file", "test"), sorted({(file, test) for _, file, test in rows()}))
def test_every_named_test_exists(file: str, test: str) -> None:
    assert test in names_of(file)


def test_every_line_of_the_tables_names_a_test_and_no_feature_stands_twice() -> None:
    lines = [line for line in FEATURES.read_text("utf-8").splitlines() if line.startswith("| ")]
    headings = [line for line in lines if line.startswith(("| id |", "| what comes in |"))]
    assert len(rows()) == len(lines) - len(headings) and len(headings) == 2
    ids = [what.split(" | ")[0] for what, _, _ in rows() if " | " in what]
    assert all(ID.match(key) for key in ids), ids
    assert len(ids) == len(set(ids)) > 50
