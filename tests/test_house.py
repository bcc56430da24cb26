"""The rules of the house, kept by a test: walls, sizes, names, types of columns, reasons with sentences, words."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from statistics import median

import pytest

from tests import house
from tests.house import ROOT, SOURCE, shown, tree
from tooling import catalogue

MEDIAN_LINES, FILE_LINES, CLASS_LINES, FUNCTION_LINES = 120, 400, 300, 40
DRAWERS = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
INEXACT = {"Numeric", "Float", "Double", "REAL", "DECIMAL", "DOUBLE", "DOUBLE_PRECISION", "FLOAT", "NUMERIC"}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def complain(findings: list[str], what: str) -> None:
    """Fails with every finding on its own line."""
    if findings:
        pytest.fail(f"{what}:\n  " + "\n  ".join(findings), pytrace=False)


def test_every_wall_stands() -> None:
    lint = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"
    answer = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_screens_do_not_know_one_another() -> None:
    screens = {path.parent.name for path in (SOURCE / "ui").glob("*/__init__.py")} - {"widgets"}
    findings = []
    for path in house.modules():
        inside = path.relative_to(SOURCE).parts
        if inside[0] != "ui" or len(inside) < 3 or inside[1] not in screens:
            continue
        others = tuple(f"commission_app.ui.{screen}" for screen in screens - {inside[1]})
        findings += [
            f"{shown(path, line)} imports {name}"
            for name, line in house.imported(path)
            if name.startswith(tuple(f"{other}." for other in others)) or name in others
        ]
    complain(findings, "A screen knows another; emit go(Place(…)) instead")


def test_files_stay_small() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in house.code()}
    counted = [n for path, n in lengths.items() if n > 5 and not house.is_migration(path)]
    complain(
        [f"{shown(path)}: {n}" for path, n in lengths.items() if n > FILE_LINES and not house.is_migration(path)],
        f"Files longer than {FILE_LINES} lines",
    )
    assert median(counted) <= MEDIAN_LINES


def test_classes_and_functions_stay_small() -> None:
    findings = []
    for path in house.code():
        if house.is_migration(path):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                limit = CLASS_LINES
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                limit = FUNCTION_LINES
            else:
                continue
            if house.length(node) > limit:
                findings.append(f"{shown(path, node.lineno)} {node.name}: {house.length(node)} > {limit}")
    complain(findings, "Too long to read at once")


def test_no_drawer_for_odds_and_ends() -> None:
    complain([shown(path) for path in house.code() if path.stem in DRAWERS], "Name it by what it is for")


def test_every_module_says_what_it_is_for() -> None:
    findings = [
        shown(path) for path in house.code() if path.read_text("utf-8").strip() and not ast.get_docstring(tree(path))
    ]
    complain(findings, "Modules without an opening sentence")


def test_every_public_name_has_its_sentence() -> None:
    findings = []
    for path in house.modules():
        for node in tree(path).body:
            if (
                isinstance(node, ast.ClassDef | ast.FunctionDef)
                and not node.name.startswith("_")
                and not ast.get_docstring(node)
                and not house.is_migration(path)
            ):
                findings.append(f"{shown(path, node.lineno)} {node.name}")
    complain(findings, "Public classes and functions without a sentence")


def test_no_promise_is_left_in_a_comment() -> None:
    promise = re.compile(r"#.*\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")
    findings = [
        shown(path, number)
        for path in house.code()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if promise.search(line)
    ]
    complain(findings, "Do it or leave it")


def test_money_and_credits_are_never_inexact_columns() -> None:
    findings = []
    for path in house.modules():
        if "models" not in path.parts and "migrations" not in path.parts:
            continue
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Attribute | ast.Name):
                continue
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            if name in INEXACT:
                findings.append(f"{shown(path, node.lineno)} {name}")
    complain(findings, "SQLite stores these as binary floats without a word")


def test_rules_reckon_exactly() -> None:
    findings = []
    for path in (SOURCE / "rules").rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, float):
                findings.append(f"{shown(path, node.lineno)} {node.value}")
            elif isinstance(node, ast.Name) and node.id == "float":
                findings.append(f"{shown(path, node.lineno)} float")
    complain(findings, "The rules know Decimal and Fraction only")


def test_rules_ask_no_clock() -> None:
    clocks = {"today", "now", "utcnow", "localtime", "time_ns", "monotonic"}
    findings = [
        f"{shown(path, node.lineno)} {node.func.attr}()"
        for path in (SOURCE / "rules").rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in clocks
    ]
    complain(findings, "Dates are parameters of a rule")


def sentences() -> dict[str, str]:
    """The English sentence of every reason."""
    from commission_app.wording.sentences import TABLES

    return {reason: sentence for table in TABLES for reason, sentence in table.items()}


def test_every_reason_is_a_literal_key() -> None:
    findings = [found.where for found in house.raised() if found.reason is None]
    complain(findings, "A reason must stand as a literal dotted key, or nobody can prove it has a sentence")


def test_every_reason_has_a_sentence() -> None:
    known = sentences()
    findings = [
        f"{found.where} {found.reason}"
        for found in house.raised()
        if found.reason is not None and found.reason not in known
    ]
    complain(findings, "Reasons without a sentence")


def test_every_sentence_gets_its_facts() -> None:
    known = sentences()
    findings = []
    for found in house.raised():
        if found.reason in known and found.facts is not None:
            lacking = house.placeholders(known[found.reason]) - found.facts
            if lacking:
                findings.append(f"{found.where} {found.reason} lacks {', '.join(sorted(lacking))}")
    complain(findings, "Sentences that would miss a fact")


def test_every_sentence_is_used() -> None:
    used = house.strings_outside_sentences() | {"conflict.changed"}
    complain(sorted(reason for reason in sentences() if reason not in used), "Sentences nobody says")


def test_no_reason_has_two_sentences() -> None:
    from commission_app.wording.sentences import TABLES

    reasons = [reason for table in TABLES for reason in table]
    complain(sorted({reason for reason in reasons if reasons.count(reason) > 1}), "Said in two areas")
    complain([reason for reason in reasons if "." not in reason], "A reason is area.reason")


def test_the_compiled_catalogue_is_fresh() -> None:
    assert catalogue.is_fresh(), "run: python dev.py words --write"


def test_every_package_is_installed() -> None:
    found = {
        ".".join(("commission_app", *path.parent.relative_to(SOURCE).parts)) for path in SOURCE.rglob("__init__.py")
    }
    missing = found - set(PYPROJECT["tool"]["setuptools"]["packages"])
    complain(sorted(missing), "Packages that pyproject.toml would leave out")


def plain(name: str) -> str:
    """The name of a library as all its spellings share it."""
    return re.split(r"[\[<>=;~! ]", name, maxsplit=1)[0].lower().replace("-", "_")


# Used without being imported: time zones, the driver that an address names, openpyxl's guard against entity bombs.
UNSEEN = {"tzdata", "psycopg", "defusedxml"}


def test_every_library_is_declared_and_used() -> None:
    declared = {plain(name) for name in PYPROJECT["project"]["dependencies"]}
    homes = packages_distributions()
    used: set[str] = set()
    findings = []
    for path in house.modules():
        named = [part for word in strings(path) for part in (word.partition(".")[0],) if part in homes]
        used |= {plain(home) for part in named for home in homes[part]}
        for name, line in house.imported(path):
            top = name.partition(".")[0]
            if top in sys.stdlib_module_names or top in {"commission_app", "shiboken6", "_typeshed"}:
                continue
            mine = {plain(home) for home in homes.get(top, [])}
            used |= mine
            if not mine & declared:
                findings.append(f"{shown(path, line)} {top}")
    complain(findings, "Libraries used and not declared")
    complain(sorted(declared - used - UNSEEN), "Libraries declared and not used")


def strings(path: Path) -> list[str]:
    """The strings of a file: a package of typefaces is named, not imported."""
    constants = (node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


def test_the_lock_names_no_place_to_fetch_from() -> None:
    findings = []
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text("utf-8")
        findings += [f"{path.name}: {found}" for found in re.findall(r"https?://\S+|file:\S+|--.*url.*", text)]
        findings += [f"{path.name}: {line}" for line in text.splitlines() if "==" in line and "\\" not in line]
    complain(findings, "Requirements with an address, or without a hash")


def test_nothing_tells_where_it_was_written() -> None:
    traces = re.compile("|".join(("/wo" + "rk/", r"\.\./sha" + "red", r"\.lib" + "rary", "/ro" + "ot/")))
    findings = []
    for path in house.tracked():
        if path.suffix not in {".py", ".toml", ".md", ".txt", ".po", ".cfg", ".spec", ".nsi", ".json", ".in", ""}:
            continue
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        findings += [shown(path, number) for number, line in enumerate(lines, 1) if traces.search(line)]
    complain(findings, "Paths of a workplace")
