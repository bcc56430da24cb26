"""Turns a tree of competences of any depth into parts, units and learning outcomes with codes of their own."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from commission_app.errors import RefusedError
from commission_app.exchange.standard_facts import (
    LONGEST_CODE,
    LONGEST_TITLE,
    MOST_OUTCOMES,
    MOST_UNITS,
    OutcomeFacts,
    PartFacts,
    UnitFacts,
)
from commission_app.rules.vocabulary.standard import OutcomeKind

MOST_NODES = MOST_OUTCOMES + 2 * MOST_UNITS
MOST_DEPTH = 20


@dataclass(slots=True)
class Node:
    """One competence: its place in the file, its id, its parent's id ("" at the top), and what it says.

    `level` is "part", "unit" or "outcome" where the file says so itself; `facts` are those it says exactly.
    """

    place: str
    id: str
    parent: str
    code: str
    title_lv: str = ""
    title_en: str = ""
    text_lv: str = ""
    text_en: str = ""
    kind: OutcomeKind | None = None
    level: str = ""
    external_id: str = ""
    same_as: tuple[str, ...] = ()
    facts: PartFacts | UnitFacts | OutcomeFacts | None = None
    below: list["Node"] = field(default_factory=list)

    @property
    def height(self) -> int:
        """How many levels stand below, two or more counting as two."""
        return 0 if not self.below else 2 if any(node.below for node in self.below) else 1


@dataclass(frozen=True, slots=True)
class Tree:
    """The parts and units of a standard."""

    parts: tuple[PartFacts, ...]
    units: tuple[UnitFacts, ...]
    made: frozenset[str] = frozenset()


def planted(nodes: list[Node], file: str) -> list[Node]:
    """The nodes at the top, each with those below it; refused: doubled ids, missing parents, circles, endless depth."""
    if len(nodes) > MOST_NODES:
        raise RefusedError("standard_file.too_many", file=file, n=len(nodes), most=MOST_NODES)
    by_id: dict[str, Node] = {}
    for node in nodes:
        if earlier := by_id.get(node.id):
            place = node.place
            raise RefusedError("standard_file.doubled", file=file, place=place, code=node.id, earlier=earlier.place)
        by_id[node.id] = node
    top: list[Node] = []
    for node in nodes:
        if not node.parent:
            top.append(node)
        elif node.parent not in by_id:
            raise RefusedError("standard_file.missing_parent", file=file, place=node.place, code=node.parent)
        else:
            by_id[node.parent].below.append(node)
    _check_depth(top, nodes, file)
    return top


def _check_depth(top: list[Node], nodes: list[Node], file: str) -> None:
    reached: set[str] = set()
    waiting = [(node, 1) for node in top]
    while waiting:
        node, depth = waiting.pop()
        reached.add(node.id)
        if depth > MOST_DEPTH:
            raise RefusedError("standard_file.too_deep", file=file, place=node.place, most=MOST_DEPTH)
        waiting.extend((one, depth + 1) for one in node.below)
    for node in nodes:
        if node.id not in reached:
            raise RefusedError("standard_file.circle", file=file, place=node.place, code=node.code or node.id)


def sorted_out(top: list[Node], file: str, whole: Node) -> Tree:
    """Leaves are outcomes, what holds them are units, what holds units are parts; `whole` holds a flat list."""
    if top and all(not node.below and node.level in ("", "outcome") for node in top):
        whole.below, top = top, [whole]
    codes = _Codes(file)
    parts: list[PartFacts] = []
    units: list[UnitFacts] = []
    for node in top:
        if node.level == "part" or (not node.level and node.height == 2):
            code = codes.new("part", node, "", len(parts) + 1)
            parts.append(_part(node, code))
            units += [_unit(unit, codes, code, n) for n, unit in enumerate(node.below, 1)]
        else:
            units.append(_unit(node, codes, None, len(units) + 1))
    return Tree(tuple(parts), tuple(units), frozenset(codes.made))


def _part(node: Node, code: str) -> PartFacts:
    if isinstance(node.facts, PartFacts):
        return node.facts
    return PartFacts(
        code=code, title_lv=_line(node.title_lv), title_en=_line(node.title_en), external_id=node.external_id
    )


def _unit(node: Node, codes: "_Codes", part: str | None, n: int) -> UnitFacts:
    code = codes.new("unit", node, part or "", n)
    outcomes = tuple(_outcome(one, codes, code, n) for n, one in enumerate(_flat(node), 1))
    if isinstance(node.facts, UnitFacts):
        return replace(node.facts, outcomes=outcomes)
    lv, en = _line(node.title_lv), _line(node.title_en)
    row = UnitFacts(code=code, title_lv=lv, title_en=en, part_code=part, external_id=node.external_id)
    return replace(row, same_as=node.same_as, outcomes=outcomes)


def _outcome(node: Node, codes: "_Codes", unit: str, n: int) -> OutcomeFacts:
    code = codes.new("outcome", node, unit, n)
    if isinstance(node.facts, OutcomeFacts):
        return node.facts
    lv, en = (node.text_lv or node.title_lv), (node.text_en or node.title_en)
    return OutcomeFacts(code=code, text_lv=lv, text_en=en, kind=node.kind, external_id=node.external_id)


def _flat(node: Node) -> Iterator[Node]:
    waiting = list(reversed(node.below))
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(one.below))


class _Codes:
    """Codes as the file writes them; a missing or a repeated one is told apart by its parent's code."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.taken: dict[str, set[str]] = {"part": set(), "unit": set(), "outcome": set()}
        self.made: set[str] = set()

    def new(self, level: str, node: Node, above: str, n: int) -> str:
        """A code nobody else has on its level."""
        code = " ".join(node.code.split())
        if len(code) > LONGEST_CODE:
            raise RefusedError("standard_file.code_too_long", file=self.file, place=node.place, most=LONGEST_CODE)
        taken = self.taken[level]
        if not code:
            code = f"{above}.{n}" if above else str(n)
            while code.casefold() in taken:
                code += "'"
            self.made.add(f"{level}:{code}")
        elif code.casefold() in taken and above:
            code = f"{above}.{code}"
        if code.casefold() in taken:
            raise RefusedError("standard_file.doubled_code", file=self.file, place=node.place, code=code)
        taken.add(code.casefold())
        return code


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_TITLE]
