"""Reads the program's own source for the tests of the house."""

import ast
import shutil
import string
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "commission_app"
RAISERS = {"RefusedError", "refusal", "ConflictError", "UnavailableError", "Refusal"}
OWN = ("src", "tests", "tooling", "bench")


@cache
def tracked() -> tuple[Path, ...]:
    """Every file of the repository, also new ones that are not ignored."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        return tuple(sorted(path for name in OWN for path in (ROOT / name).rglob("*.py")))
    command = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    trusted = ["git", "-c", f"safe.directory={ROOT}"]
    listing = subprocess.run([*trusted, *command], cwd=ROOT, capture_output=True, check=True)
    paths = (ROOT / name for name in listing.stdout.decode().split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def modules() -> tuple[Path, ...]:
    """Every Python file of the program."""
    return tuple(sorted(path for path in SOURCE.rglob("*.py") if "__pycache__" not in path.parts))


@cache
def code() -> tuple[Path, ...]:
    """Every Python file of the repository: program, tests and tools."""
    return tuple(path for path in tracked() if path.suffix == ".py")


@cache
def tree(path: Path) -> ast.Module:
    """The parsed source of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def shown(path: Path, line: int = 0) -> str:
    """A place in the repository as a test names it."""
    place = path.relative_to(ROOT).as_posix()
    return f"{place}:{line}" if line else place


def is_migration(path: Path) -> bool:
    """Migrations are history: written once, exempt from the sizes."""
    return "versions" in path.parts


def length(node: ast.AST) -> int:
    """Lines from the first to the last of a class or function."""
    assert isinstance(node, ast.stmt)
    return (node.end_lineno or node.lineno) - node.lineno + 1


@dataclass(frozen=True)
class Raised:
    """One place where a reason is given: the reason, its facts (None when they cannot be told), and the place."""

    reason: str | None
    facts: frozenset[str] | None
    where: str


def raised() -> Iterator[Raised]:
    """Every refusal, conflict and unavailability that the program can give."""
    for path in modules():
        if path.name == "errors.py":
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and _called(node) in RAISERS:
                yield from _reasons(node, shown(path, node.lineno))


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _reasons(node: ast.Call, where: str) -> Iterator[Raised]:
    if not node.args:
        if _called(node) == "ConflictError":
            yield Raised("conflict.changed", _facts(node), where)
        return
    for branch in _branches(node.args[0]):
        literal = branch.value if isinstance(branch, ast.Constant) else None
        yield Raised(literal if isinstance(literal, str) else None, _facts(node), where)


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    else:
        yield node


def _facts(node: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in node.keywords]
    if None in names or _called(node) == "Refusal":
        return None
    return frozenset(name for name in names if name and name != "at")


def placeholders(sentence: str) -> set[str]:
    """The facts a sentence asks for."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def strings_outside_sentences() -> set[str]:
    """Every string of the program but the keys of the tables of sentences."""
    found: set[str] = set()
    for path in modules():
        if path.name.startswith("refusals_"):
            continue
        found |= {
            node.value
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    return found


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module a file imports, whole name and line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
