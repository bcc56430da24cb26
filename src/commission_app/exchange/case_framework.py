"""Reads a 1EdTech CASE package (CFPackage, 1.0 and 1.1) as a standard, whoever wrote it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import json_reader
from commission_app.exchange.case_framework_writer import OURS
from commission_app.exchange.facts_builder import FactsBuilder
from commission_app.exchange.framework_code import code_of_title
from commission_app.exchange.json_reader import Fields
from commission_app.exchange.standard_facts import (
    ASIDE,
    LONGEST_ID,
    LONGEST_TITLE,
    OutcomeFacts,
    PartFacts,
    StandardFacts,
    StandardFormat,
    UnitFacts,
    check,
)
from commission_app.exchange.standard_tree import MOST_NODES, Node, Tree, planted, sorted_out
from commission_app.rules.vocabulary.standard import OutcomeKind, StandardKind

_LEVELS = {"part": PartFacts, "unit": UnitFacts, "outcome": OutcomeFacts}
_KINDS = {"knowledge": OutcomeKind.KNOWLEDGE, "skill": OutcomeKind.SKILL, "competence": OutcomeKind.COMPETENCE}
_LEVEL = re.compile(r"(?:LKI|EQF|LQF|EKI)[ -]*(?:level )?([1-8])", re.IGNORECASE)
_BUILDER = FactsBuilder(lambda written, _field: date.fromisoformat(written))
Facts = TypeVar("Facts")


def is_package(whole: object) -> bool:
    """Whether parsed JSON is a CASE package."""
    return isinstance(whole, dict) and ("CFDocument" in whole or "CFItems" in whole)


def read(data: bytes, name: str, language_of_text: str = "en") -> StandardFacts:
    """The standard in the package; `language_of_text` holds where the package names no language."""
    return of(json_reader.parsed(data, name), name, language_of_text)


def of(parsed: object, name: str, language_of_text: str = "en") -> StandardFacts:
    """The standard in a package that was parsed already."""
    whole = json_reader.fields(parsed, name, "{}")
    if "CFDocument" not in whole:
        raise RefusedError("standard_file.missing", file=name, place="JSON", key="CFDocument")
    facts = _Package(whole, name, language_of_text).facts()
    check(facts)
    return facts


class _Package:
    """One package on its way to be a standard."""

    def __init__(self, whole: Fields, file: str, language: str) -> None:
        self.file = file
        self.whole = whole
        self.document = json_reader.fields(whole["CFDocument"], file, "CFDocument")
        self.root = self.text(self.document, "identifier", "CFDocument")
        self.language = self.half(self.document, "CFDocument", language)
        self.matches: dict[str, tuple[str, ...]] = {}

    def facts(self) -> StandardFacts:
        """The head with the tree of its items."""
        head = self.head()
        whole = Node("CFDocument", self.root, "", head.code, head.title_lv, head.title_en)
        tree = sorted_out(planted(self.nodes(), self.file), self.file, whole)
        units = self.with_prerequisites(tree)
        rows = replace(head, parts=tree.parts, units=units, made=tree.made | head.made, noted=tuple(self.peers()))
        return replace(rows, format=StandardFormat.CASE)

    def head(self) -> StandardFacts:
        """The document as a standard without units."""
        ours = self.ours(self.document, "CFDocument")
        if ours is not None:
            return self.build(StandardFacts, ours, "CFDocument")
        place = "CFDocument"
        title = " ".join(self.text(self.document, "title", place).split())[:LONGEST_TITLE]
        if not title:
            raise RefusedError("standard_file.missing", file=self.file, place=place, key="title")
        description = self.text(self.document, "description", place)
        lv = self.language == "lv"
        return StandardFacts(
            code=code_of_title(title),
            kind=StandardKind.FRAMEWORK,
            title_lv=title if lv else "",
            title_en="" if lv else title,
            edition_label=self.text(self.document, "version", place)[:80],
            valid_from=self.day("statusStartDate"),
            lki=self.level(),
            description_lv=description if lv else "",
            description_en="" if lv else description,
            external_id=self.root[:LONGEST_ID],
            made=frozenset({f"standard:{code_of_title(title)}"}),
        )

    def nodes(self) -> list[Node]:
        """The items in the order of their associations, each knowing its parent."""
        items = json_reader.items(self.whole, "CFItems", self.file, "{}")
        if len(items) > MOST_NODES:
            raise RefusedError("standard_file.too_many", file=self.file, n=len(items), most=MOST_NODES)
        parents, places = self.parents()
        self.matches = self.matching()
        nodes = [self.node(item, f"CFItems[{n}]", parents) for n, item in enumerate(items)]
        return sorted(nodes, key=lambda node: places.get(node.id, 0))

    def node(self, item: object, place: str, parents: dict[str, str]) -> Node:
        """One item."""
        owner = json_reader.fields(item, self.file, place)
        key = self.text(owner, "identifier", place)
        if not key:
            raise RefusedError("standard_file.missing", file=self.file, place=place, key="identifier")
        parent = parents.get(key, "")
        node = Node(place, key, "" if parent == self.root else parent, self.text(owner, "humanCodingScheme", place))
        ours = self.ours(owner, place)
        if ours is not None:
            node.level = str(ours.pop("level", ""))
            if node.level not in _LEVELS:
                raise RefusedError("standard_file.extension", file=self.file, place=place)
            node.facts = self.build(_LEVELS[node.level], ours, place)
            node.code = node.facts.code
            return node
        statement = self.text(owner, "fullStatement", place)
        short = self.text(owner, "abbreviatedStatement", place) or statement
        if not short:
            raise RefusedError("standard_file.missing", file=self.file, place=place, key="fullStatement")
        if self.half(owner, place, self.language) == "lv":
            node.title_lv, node.text_lv = short, statement
        else:
            node.title_en, node.text_en = short, statement
        node.kind = _KINDS.get(self.text(owner, "CFItemType", place).casefold())
        node.external_id = key[:LONGEST_ID]
        node.same_as = self.matches.get(key, ())
        return node

    def parents(self) -> tuple[dict[str, str], dict[str, int]]:
        """Whose child each item is, and where among its siblings; the first parent named is the one."""
        found: dict[str, str] = {}
        places: dict[str, int] = {}
        for n, owner, place in self.links("isChildOf"):
            child, parent = self.end(owner, "originNodeURI", place), self.end(owner, "destinationNodeURI", place)
            if child not in found:
                found[child] = parent
                number = self.text(owner, "sequenceNumber", place)
                places[child] = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else n
        return found, places

    def with_prerequisites(self, tree: Tree) -> tuple[UnitFacts, ...]:
        """Units of other programs with what precedes them."""
        codes = {unit.external_id: unit.code for unit in tree.units if unit.external_id}
        needs: dict[str, list[str]] = {}
        for _, owner, place in self.links("precedes"):
            before, after = self.end(owner, "originNodeURI", place), self.end(owner, "destinationNodeURI", place)
            if before in codes and after in codes:
                needs.setdefault(codes[after], []).append(codes[before])
        return tuple(
            replace(unit, prerequisites=unit.prerequisites or tuple(dict.fromkeys(needs.get(unit.code, ()))))
            for unit in tree.units
        )

    def matching(self) -> dict[str, tuple[str, ...]]:
        """What each item is exactly the same as, in other frameworks."""
        found: dict[str, tuple[str, ...]] = {}
        for _, owner, place in self.links("exactMatchOf"):
            one, other = self.end(owner, "originNodeURI", place), self.end(owner, "destinationNodeURI", place)
            # The association says the same of both its ends.
            for key, same in ((one, other), (other, one)):
                found[key] = (*found.get(key, ()), same)
        return found

    def peers(self) -> Iterator[Refusal]:
        """Likenesses that are no sameness are told, not kept."""
        found = len(self.links("isPeerOf")) + len(self.links("isRelatedTo"))
        if found:
            yield refusal("standard_file.peers_not_kept", file=self.file, n=found)

    def level(self) -> int | None:
        """The level of LKI, where every item that names one names the same; EQF levels are those of LKI."""
        found: set[str] = set()
        for n, item in enumerate(json_reader.items(self.whole, "CFItems", self.file, "{}")):
            named = json_reader.fields(item, self.file, f"CFItems[{n}]").get("educationLevel")
            found |= {text for text in named if isinstance(text, str)} if isinstance(named, list) else set()
        levels = {match[1] for text in found if (match := _LEVEL.fullmatch(text.strip()))}
        return int(levels.pop()) if len(levels) == 1 else None

    def links(self, kind: str) -> list[tuple[int, Fields, str]]:
        """The associations of a kind with their places."""
        found = []
        for n, item in enumerate(json_reader.items(self.whole, "CFAssociations", self.file, "{}")):
            place = f"CFAssociations[{n}]"
            owner = json_reader.fields(item, self.file, place)
            if self.text(owner, "associationType", place) == kind:
                found.append((n, owner, place))
        return found

    def end(self, owner: Fields, key: str, place: str) -> str:
        """The identifier at one end of an association."""
        if isinstance(owner.get(key), str):
            return self.text(owner, key, place).rsplit("/", 1)[-1].removeprefix("urn:uuid:")
        return self.text(json_reader.fields(owner.get(key), self.file, f"{place}.{key}"), "identifier", place)

    def ours(self, owner: Fields, place: str) -> Fields | None:
        """Our own fields, where this program wrote the package."""
        extensions = owner.get("extensions")
        if not isinstance(extensions, dict) or OURS not in extensions:
            return None
        return dict(json_reader.fields(extensions[OURS], self.file, f"{place}.extensions.{OURS}"))

    def build(self, kind: type[Facts], raw: Fields, place: str) -> Facts:
        """Facts from our own fields; whoever changed them into nonsense is told where."""
        if ASIDE & set(raw):
            raise RefusedError("standard_file.extension", file=self.file, place=place)
        try:
            return _BUILDER.build(kind, raw)
        except (TypeError, ValueError, AssertionError, ArithmeticError, AttributeError):
            raise RefusedError("standard_file.extension", file=self.file, place=place) from None

    def half(self, owner: Fields, place: str, otherwise: str) -> str:
        """Which language the texts are in."""
        named = self.text(owner, "language", place).casefold()[:2]
        return named if named in ("lv", "en") else otherwise

    def day(self, key: str) -> date | None:
        """A date of the document; one that is none says nothing."""
        try:
            return date.fromisoformat(self.text(self.document, key, "CFDocument")[:10])
        except ValueError:
            return None

    def text(self, owner: Fields, key: str, place: str) -> str:
        return json_reader.text(owner, key, self.file, place)
