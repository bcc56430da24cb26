"""Writes a standard as a 1EdTech CASE package (CFPackage), with our own fields beside those that CASE has.

CASE knows one language an item: the texts stand there in Latvian where there is one, and both languages, with all that
CASE has no place for, stand under `extensions.commissionApp`, which other programs pass over.
"""

import dataclasses
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import NAMESPACE_URL, UUID, uuid5

from commission_app.exchange.standard_facts import ASIDE, OutcomeFacts, PartFacts, StandardFacts, UnitFacts

OURS = "commissionApp"
TYPES = {"part": "Qualification part", "unit": "Unit", "outcome": "Learning outcome"}
Written = dict[str, object]


def write(facts: StandardFacts) -> bytes:
    """The package as UTF-8 JSON; the same standard gives the same bytes and the same identifiers."""
    return json.dumps(_Package(facts).written(), ensure_ascii=False, indent=1).encode()


def identifier(standard: str, level: str, code: str, known: str) -> str:
    """By what a package calls a row: the identifier it came with, else always the same one for the same code."""
    try:
        return str(UUID(known))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, f"urn:commission-app:{standard}:{level}:{code}"))


class _Package:
    """One standard on its way into a package."""

    def __init__(self, facts: StandardFacts) -> None:
        self.facts = facts
        self.moment = f"{(facts.valid_from or date(2000, 1, 1)).isoformat()}T00:00:00+00:00"
        self.document = self.identifier("document", "", facts.external_id)
        self.items: list[Written] = []
        self.links: list[Written] = []

    def written(self) -> Written:
        """Document, items, associations and definitions."""
        by_part = {part.code.casefold(): self.add("part", part, self.document) for part in self.facts.parts}
        for unit in self.facts.units:
            above = by_part.get((unit.part_code or "").casefold(), self.document)
            key = self.add("unit", unit, above)
            for outcome in unit.outcomes:
                self.add("outcome", outcome, key)
        self.prerequisites()
        return {
            "CFDocument": self.head(),
            "CFItems": self.items,
            "CFAssociations": self.links,
            "CFDefinitions": {"CFItemTypes": [self.kind(level, title) for level, title in TYPES.items()]},
        }

    def identifier(self, level: str, code: str, known: str) -> str:
        """The identifier it came with, where that is one; else always the same one for the same code."""
        return identifier(self.facts.code, level, code, known)

    def head(self) -> Written:
        """The document."""
        facts, lv = self.facts, bool(self.facts.title_lv)
        found: Written = {
            "identifier": self.document,
            "uri": f"urn:uuid:{self.document}",
            "creator": "Commission App",
            "title": facts.title_lv or facts.title_en,
            "lastChangeDateTime": self.moment,
            "language": "lv" if lv else "en",
            "version": facts.edition_label,
            "description": facts.description_lv or facts.description_en,
            "adoptionStatus": "Adopted",
            "statusStartDate": facts.valid_from.isoformat() if facts.valid_from else "",
            "extensions": {OURS: plain(facts)},
        }
        return {key: value for key, value in found.items() if value != ""}

    def add(self, level: str, row: PartFacts | UnitFacts | OutcomeFacts, above: str) -> str:
        """An item below another; gives its identifier."""
        lv, en = (row.text_lv, row.text_en) if isinstance(row, OutcomeFacts) else (row.title_lv, row.title_en)
        key = self.identifier(level, row.code, row.external_id)
        item: Written = {
            "identifier": key,
            "uri": f"urn:uuid:{key}",
            "fullStatement": lv or en,
            "humanCodingScheme": row.code,
            "CFItemType": TYPES[level],
            "language": "lv" if lv else "en",
            "lastChangeDateTime": self.moment,
            "extensions": {OURS: {"level": level, **plain(row)}},
        }
        if self.facts.lki:
            item["educationLevel"] = [f"LKI {self.facts.lki}"]
        self.items.append(item)
        self.link("isChildOf", key, above, len(self.items))
        return key

    def prerequisites(self) -> None:
        """What a unit requires precedes it."""
        keys = {unit.code.casefold(): self.identifier("unit", unit.code, unit.external_id) for unit in self.facts.units}
        for unit in self.facts.units:
            for need in unit.prerequisites:
                if need.casefold() in keys:
                    self.link("precedes", keys[need.casefold()], keys[unit.code.casefold()], 0)

    def link(self, kind: str, origin: str, destination: str, position: int) -> None:
        """An association between two nodes."""
        key = str(uuid5(NAMESPACE_URL, f"{kind}:{origin}:{destination}"))
        found: Written = {
            "identifier": key,
            "uri": f"urn:uuid:{key}",
            "associationType": kind,
            "originNodeURI": {"title": origin, "identifier": origin, "uri": f"urn:uuid:{origin}"},
            "destinationNodeURI": {
                "title": destination,
                "identifier": destination,
                "uri": f"urn:uuid:{destination}",
            },
            "lastChangeDateTime": self.moment,
        }
        if position:
            found["sequenceNumber"] = position
        self.links.append(found)

    def kind(self, level: str, title: str) -> Written:
        """A kind of items."""
        key = str(uuid5(NAMESPACE_URL, f"urn:commission-app:item-type:{level}"))
        return {
            "identifier": key,
            "uri": f"urn:uuid:{key}",
            "title": title,
            "description": title,
            "hierarchyCode": str(list(TYPES).index(level) + 1),
            "lastChangeDateTime": self.moment,
        }


def plain(row: StandardFacts | PartFacts | UnitFacts | OutcomeFacts) -> Written:
    """The fields of a row that say something, as JSON has them."""
    return dict(_said(row))


def _said(row: StandardFacts | PartFacts | UnitFacts | OutcomeFacts) -> Iterator[tuple[str, object]]:
    for field in dataclasses.fields(row):
        value = getattr(row, field.name)
        if field.name in ASIDE or value == field.default:
            continue
        if isinstance(value, StrEnum):
            yield field.name, value.value
        elif isinstance(value, Decimal | date):
            yield field.name, str(value)
        else:
            yield field.name, list(value) if isinstance(value, tuple) else value
