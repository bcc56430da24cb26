"""Reads the program's source for every text it says, so that the catalogue can be held against it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tooling.ground import ROOT, SOURCE

DYNAMIC = (ast.JoinedStr, ast.BinOp)


@dataclass(frozen=True)
class Text:
    """One text as the source says it: its context, its singular, its plural (if it counts), and its place.

    A marked text stands in a table and may be said in a context that only its reader knows.
    """

    context: str | None
    one: str
    many: str | None
    where: str
    marked: bool = False


@dataclass(frozen=True)
class Harvest:
    """All texts of the source, the contexts asked for with a text of a table, and what could not be read."""

    texts: tuple[Text, ...]
    open_contexts: frozenset[str]
    troubles: tuple[str, ...]


class _Reader(ast.NodeVisitor):
    def __init__(self, path: Path) -> None:
        self.place = path.relative_to(ROOT).as_posix()
        self.texts: list[Text] = []
        self.open_contexts: set[str] = set()
        self.troubles: list[str] = []

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in {"say", "marked"} and node.args:
            self._note(node, None, node.args[0], marked=name == "marked")
        elif name == "say_of" and len(node.args) >= 2:
            self._note_in_context(node)
        elif name in {"count", "count_decimal"} and len(node.args) >= 3:
            self._note(node, None, node.args[0], node.args[1])
        self.generic_visit(node)

    def _note_in_context(self, node: ast.Call) -> None:
        context = _literal(node.args[0])
        if context is None:
            return
        if _literal(node.args[1]) is None:
            self.open_contexts.add(context)
        self._note(node, context, node.args[1])

    def _note(
        self, node: ast.Call, context: str | None, one: ast.expr, many: ast.expr | None = None, *, marked: bool = False
    ) -> None:
        where = f"{self.place}:{node.lineno}"
        for first in _branches(one):
            text = _literal(first)
            if text is None:
                if isinstance(first, DYNAMIC):
                    self.troubles.append(f"{where}: a text put together cannot be translated; say it whole")
                continue
            plural = _literal(many) if many is not None else None
            self.texts.append(Text(context, text, plural, where, marked))


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _branches(node.body)
        yield from _branches(node.orelse)
    else:
        yield node


def _literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def sources() -> list[Path]:
    """Every Python file of the program, in order."""
    return sorted(path for path in SOURCE.rglob("*.py") if "__pycache__" not in path.parts)


def harvest() -> Harvest:
    """Every text the program says."""
    texts: list[Text] = []
    contexts: set[str] = set()
    troubles: list[str] = []
    for path in sources():
        reader = _Reader(path)
        reader.visit(ast.parse(path.read_text("utf-8"), str(path)))
        texts += reader.texts
        contexts |= reader.open_contexts
        troubles += reader.troubles
    return Harvest(tuple(texts), frozenset(contexts), tuple(troubles))
