"""Tells which row of a file is which row of the library, so that an order or a counted code is no change."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from commission_app.exchange.standard_facts import OutcomeFacts, PartFacts, StandardFacts, UnitFacts

Row = TypeVar("Row", PartFacts, UnitFacts, OutcomeFacts)


def paired(old: Iterable[Row], new: Iterable[Row]) -> Mapping[str, Row]:
    """The old row of each new code: by the identifier elsewhere first, then by the code."""
    old, new = tuple(old), tuple(new)
    by_code = {row.code: row for row in old}
    twice = {key for rows in (old, new) for key, n in Counter(row.external_id for row in rows).items() if n > 1}
    by_id = {row.external_id: row for row in old if row.external_id and row.external_id not in twice}
    found = {row.code: by_id[row.external_id] for row in new if row.external_id in by_id}
    used = {row.code for row in found.values()}
    for row in new:
        if row.code not in found and row.code in by_code and row.code not in used:
            found[row.code] = by_code[row.code]
    return found


def recoded(old: StandardFacts, new: StandardFacts) -> StandardFacts:
    """The new facts with the library's codes where the file gave none: by identifier, then by text, then by code."""
    if not new.made:
        return new
    parts = _Codes("part", old.parts, new.parts, new.made)
    for part in new.parts:
        parts.keep(part, "")
    parts.count_on({part.code: "" for part in new.parts})
    units = _Codes("unit", old.units, new.units, new.made)
    above = {unit.code: parts.codes.get(unit.part_code or "", "") for unit in new.units}
    for unit in new.units:
        units.keep(unit, "")
    units.count_on(above)
    homes = {outcome.code: unit.code for unit, outcome in old.outcomes()}
    outcomes = _Codes("outcome", [row for _, row in old.outcomes()], [row for _, row in new.outcomes()], new.made)
    outcomes.learn(homes)
    for unit, outcome in new.outcomes():
        outcomes.keep(outcome, units.codes[unit.code])
    outcomes.count_on({outcome.code: units.codes[unit.code] for unit, outcome in new.outcomes()})
    return replace(
        new,
        parts=tuple(replace(part, code=parts.codes[part.code]) for part in new.parts),
        units=tuple(_renamed(unit, parts.codes, units.codes, outcomes.codes) for unit in new.units),
    )


def _renamed(
    unit: UnitFacts, parts: Mapping[str, str], units: Mapping[str, str], outcomes: Mapping[str, str]
) -> UnitFacts:
    return replace(
        unit,
        code=units[unit.code],
        part_code=parts.get(unit.part_code, unit.part_code) if unit.part_code else None,
        prerequisites=tuple(units.get(code, code) for code in unit.prerequisites),
        outcomes=tuple(replace(row, code=outcomes[row.code]) for row in unit.outcomes),
    )


@dataclass(slots=True)
class _Codes:
    """The codes of one level on their way: which old row each counted one turns out to be."""

    level: str
    old: Sequence[PartFacts | UnitFacts | OutcomeFacts]
    new: Sequence[PartFacts | UnitFacts | OutcomeFacts]
    made: frozenset[str]
    codes: dict[str, str] = field(default_factory=dict)
    free: dict[tuple[str, str], list[PartFacts | UnitFacts | OutcomeFacts]] = field(default_factory=dict)
    by_id: dict[str, PartFacts | UnitFacts | OutcomeFacts] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        ours = {row.external_id for row in self.new if row.external_id}
        self.by_id = {row.external_id: row for row in self.old if row.external_id in ours}
        # A code that the file gives itself is that row's; nobody else is told to be it.
        self.used = {row.code for row in self.new if f"{self.level}:{row.code}" not in self.made}
        self.codes = {code: code for code in self.used}
        self.learn({})

    def learn(self, homes: Mapping[str, str]) -> None:
        """Which unit each old outcome stands in."""
        self.free = {}
        for row in self.old:
            # A row that is in the file by its identifier is not looked for by its text.
            if row.external_id not in self.by_id or not row.external_id:
                for text in _texts(row):
                    self.free.setdefault((homes.get(row.code, ""), text), []).append(row)

    def keep(self, row: PartFacts | UnitFacts | OutcomeFacts, home: str) -> None:
        """The old code, where the row is known by its identifier or by its text."""
        if row.code in self.codes:
            return
        known = self.by_id.get(row.external_id) if row.external_id else None
        waiting = [one for text in _texts(row) for one in self.free.get((home, text), ())]
        for one in waiting:
            if known is not None:
                break
            # Two identifiers that differ are two rows, whatever their texts.
            if one.code not in self.used and not (one.external_id and row.external_id):
                known = one
        if known is not None and known.code not in self.used:
            self.codes[row.code] = known.code
            self.used.add(known.code)

    def count_on(self, above: Mapping[str, str]) -> None:
        """What is still without a code: the one of its place if that row lacks an identifier, else the next free."""
        old = {row.code: row for row in self.old}
        taken = {code.casefold() for code in (*old, *self.used)}
        for row in self.new:
            if row.code in self.codes:
                continue
            there = old.get(row.code)
            same = there is not None and row.code not in self.used and not (there.external_id and row.external_id)
            code, n = row.code, 0
            while not same and code.casefold() in taken:
                n += 1
                code = f"{above[row.code]}.{n}" if above[row.code] else str(n)
            self.codes[row.code] = code
            self.used.add(code)
            taken.add(code.casefold())


def _texts(row: PartFacts | UnitFacts | OutcomeFacts) -> tuple[str, ...]:
    said = (row.text_lv, row.text_en) if isinstance(row, OutcomeFacts) else (row.title_lv, row.title_en)
    return tuple(dict.fromkeys(" ".join(text.casefold().split()) for text in said if text.strip()))
