"""The program's own Excel workbook for a standard: read strictly by place, written so that it reads back the same."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from commission_app.errors import RefusedError
from commission_app.exchange import cell_values, standard_layout, standard_rule_cells, standard_workbook_writer
from commission_app.exchange.cell_values import Cell
from commission_app.exchange.sheet_table import Layout, Table, find_sheet, plain, read_table
from commission_app.exchange.standard_facts import (
    LONGEST_TITLE,
    MOST_OUTCOMES,
    OutcomeFacts,
    PartFacts,
    StandardFacts,
    UnitFacts,
    check,
)
from commission_app.exchange.workbook_reader import Row, Sheet, first_trouble, read_sheets
from commission_app.i18n import LANGUAGES, Language
from commission_app.rules.vocabulary.scoring import CombinationKind, ScaleKind, VerificationRoute
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind, PklScale, StandardKind, UnitKind

Value = TypeVar("Value")
_NEEDED = frozenset({"standard.edition_label", "standard.valid_from"})
"""A form without these still says which edition it is: the one of its year, in force from today."""


def read(data: bytes, name: str) -> StandardFacts:
    """The standard in a workbook; the first trouble is refused with its sheet, row and column."""
    sheets = read_sheets(data, name, most_rows=MOST_OUTCOMES)
    first_trouble(sheets)
    head = _Fields(read_table(name, _required(sheets, standard_layout.STANDARD, name), standard_layout.STANDARD))
    of_outcomes = read_table(name, _required(sheets, standard_layout.OUTCOMES, name), standard_layout.OUTCOMES)
    of_units = read_table(name, _required(sheets, standard_layout.UNITS, name), standard_layout.UNITS)
    parts_sheet = find_sheet(sheets, standard_layout.PARTS)
    of_parts = read_table(name, parts_sheet, standard_layout.PARTS) if parts_sheet and parts_sheet.rows else None
    facts = head.standard(_parts(of_parts) if of_parts else (), _units(of_units, _outcomes(of_outcomes)))
    absent = {f"standard.{field.key}" for field in standard_layout.FIELDS if field.key not in head.cells}
    for level, table in (("part", of_parts), ("unit", of_units), ("outcome", of_outcomes)):
        absent |= {f"{level}.{key}" for key in (table.headings if table else ()) if table and key not in table.places}
    # The rule stands in several columns; without its kind there is none to read.
    absent |= {
        f"{level}.aggregation" for level in ("standard", "unit") if f"{level}.{standard_rule_cells.KIND}" in absent
    }
    check(facts)
    return replace(facts, absent=frozenset(absent - _NEEDED))


def write(facts: StandardFacts, language: Language) -> bytes:
    """The standard as a workbook with headings in the language."""
    return standard_workbook_writer.workbook(language, facts)


def template(language: Language) -> bytes:
    """An empty workbook to fill in, with lists to choose from and instructions."""
    return standard_workbook_writer.workbook(language, None)


def _required(sheets: tuple[Sheet, ...], layout: Layout, file: str) -> Sheet:
    sheet = find_sheet(sheets, layout)
    if sheet is None:
        wanted = " / ".join(language.say_of("sheet", layout.sheet) for language in LANGUAGES)
        found = tuple(sheet.name for sheet in sheets)
        raise RefusedError("import_file.missing_sheet", file=file, sheet=wanted, found=found)
    return sheet


class _Fields:
    """The first sheet: one field a row."""

    def __init__(self, table: Table) -> None:
        keys = {plain(field.says(language)): field.key for language in LANGUAGES for field in standard_layout.FIELDS}
        self.table = table
        self.cells: dict[str, Cell] = {}
        for row in table.rows:
            label = cell_values.text(table.cell(row, "field"))
            key = keys.get(plain(label))
            if key is None:
                raise RefusedError(
                    "import_file.unknown_field", file=table.file, sheet=table.sheet, row=row.number, field=label
                )
            if key in self.cells:
                raise RefusedError(
                    "import_file.doubled_field", file=table.file, sheet=table.sheet, row=row.number, field=label
                )
            value = table.cell(row, "value")
            self.cells[key] = Cell(value.file, value.sheet, value.row, label, value.value)
        for field in standard_layout.FIELDS:
            self._require(field.key, field.says(LANGUAGES[0]), field.required)

    def _require(self, key: str, label: str, required: bool) -> None:
        if required and (key not in self.cells or self.cells[key].empty):
            raise RefusedError("import_file.missing_field", file=self.table.file, sheet=self.table.sheet, field=label)

    def of(self, key: str, reading: Callable[[Cell], Value]) -> Value:
        """The value of a field; an absent field reads like an empty cell."""
        empty = Cell(self.table.file, self.table.sheet, 0, key, None)
        return reading(self.cells.get(key, empty))

    def standard(self, parts: tuple[PartFacts, ...], units: tuple[UnitFacts, ...]) -> StandardFacts:
        return StandardFacts(
            code=self.of("code", cell_values.code),
            kind=self.of("kind", lambda cell: cell_values.choice(cell, StandardKind)) or StandardKind.FRAMEWORK,
            title_lv=self.of("title_lv", _title),
            title_en=self.of("title_en", _title),
            edition_label=self.of("edition_label", cell_values.code),
            valid_from=self.of("valid_from", cell_values.day),
            lki=self.of("lki", cell_values.integer),
            pkl=self.of("pkl", cell_values.integer),
            isced_f=self.of("isced_f", cell_values.code),
            thematic_area=self.of("thematic_area", cell_values.text),
            accredited=self.of("accredited", lambda cell: cell_values.flag(cell, False)),
            accreditation_number=self.of("accreditation_number", cell_values.code),
            accreditation_until=self.of("accreditation_until", cell_values.day),
            programme_credits=self.of("programme_credits", cell_values.decimal),
            credit_unit=self.of("credit_unit", lambda cell: cell_values.choice(cell, CreditUnit)),
            pkl_scale=self.of("pkl_scale", lambda cell: cell_values.choice(cell, PklScale)),
            currency_years=self.of("currency_years", cell_values.integer),
            description_lv=self.of("description_lv", cell_values.text),
            description_en=self.of("description_en", cell_values.text),
            entry_requirements=self.of("entry_requirements", cell_values.text),
            last_applications_on=self.of("last_applications_on", cell_values.day),
            **self.measuring(),
            parts=parts,
            units=units,
        )

    def measuring(self) -> dict[str, Any]:
        """How the outcomes are measured, and where the standard came from."""
        combination = self.of("combination", lambda cell: cell_values.choice(cell, CombinationKind))
        return {
            "scale": self.of("scale", lambda cell: cell_values.choice(cell, ScaleKind)) or ScaleKind.RESULT,
            "combination": combination or CombinationKind.CONSENSUS,
            "aggregation": standard_rule_cells.read(lambda key: self.of(key, lambda cell: cell)),
            "external_id": self.of("external_id", cell_values.text),
        }


def _title(cell: Cell) -> str:
    return cell_values.text(cell, LONGEST_TITLE)


def _parts(table: Table) -> tuple[PartFacts, ...]:
    places = _Places(table)
    return tuple(
        PartFacts(
            code=places.new(row, "code"),
            title_lv=_title(table.cell(row, "title_lv")),
            title_en=_title(table.cell(row, "title_en")),
            external_id=cell_values.text(table.cell(row, "external_id")),
        )
        for row in table.rows
    )


def _units(table: Table, outcomes: dict[str, list[tuple[Cell, OutcomeFacts]]]) -> tuple[UnitFacts, ...]:
    places = _Places(table)
    units = tuple(_unit(table, row, places.new(row, "code"), outcomes) for row in table.rows)
    known = {unit.code.casefold() for unit in units}
    for code, found in outcomes.items():
        if code not in known:
            place = found[0][0]
            raise _unknown(place, cell_values.code(place))
    for row in table.rows:
        for need in cell_values.codes(table.cell(row, "prerequisites")):
            if need.casefold() not in known:
                raise _unknown(table.cell(row, "prerequisites"), need)
    return units


def _unit(table: Table, row: Row, code: str, outcomes: dict[str, list[tuple[Cell, OutcomeFacts]]]) -> UnitFacts:
    return UnitFacts(
        code=code,
        title_lv=_title(table.cell(row, "title_lv")),
        title_en=_title(table.cell(row, "title_en")),
        kind=cell_values.choice(table.cell(row, "kind"), UnitKind) or UnitKind.UNIT,
        credits=cell_values.decimal(table.cell(row, "credits")),
        credit_unit=cell_values.choice(table.cell(row, "credit_unit"), CreditUnit),
        hours=cell_values.decimal(table.cell(row, "hours")),
        part_code=cell_values.code(table.cell(row, "part_code")) or None,
        mandatory=cell_values.flag(table.cell(row, "mandatory"), True),
        final_examination=cell_values.flag(table.cell(row, "final_examination"), False),
        recognisable=cell_values.flag(table.cell(row, "recognisable"), True),
        prerequisites=cell_values.codes(table.cell(row, "prerequisites")),
        local=cell_values.flag(table.cell(row, "local"), False),
        route=cell_values.choice(table.cell(row, "route"), VerificationRoute),
        semester=cell_values.integer(table.cell(row, "semester")),
        aggregation=standard_rule_cells.read(lambda key: table.cell(row, key)),
        external_id=cell_values.text(table.cell(row, "external_id")),
        outcomes=tuple(outcome for _, outcome in outcomes.get(code.casefold(), ())),
    )


def _outcomes(table: Table) -> dict[str, list[tuple[Cell, OutcomeFacts]]]:
    places = _Places(table)
    found: dict[str, list[tuple[Cell, OutcomeFacts]]] = {}
    for row in table.rows:
        unit = table.cell(row, "unit_code")
        outcome = _outcome(table, row, places.new(row, "code"))
        found.setdefault(_filled(unit).casefold(), []).append((unit, outcome))
    return found


def _outcome(table: Table, row: Row, code: str) -> OutcomeFacts:
    weight = cell_values.integer(table.cell(row, "weight"))
    return OutcomeFacts(
        code=code,
        text_lv=cell_values.text(table.cell(row, "text_lv")),
        text_en=cell_values.text(table.cell(row, "text_en")),
        kind=cell_values.choice(table.cell(row, "kind"), OutcomeKind),
        mandatory=cell_values.flag(table.cell(row, "mandatory"), True),
        weight=1 if weight is None else weight,
        section=cell_values.text(table.cell(row, "section")),
        maximum=cell_values.decimal(table.cell(row, "maximum")),
        external_id=cell_values.text(table.cell(row, "external_id")),
    )


def _filled(cell: Cell) -> str:
    written = cell_values.code(cell)
    if not written:
        raise RefusedError("import_file.empty_cell", file=cell.file, sheet=cell.sheet, row=cell.row, column=cell.column)
    return written


def _unknown(cell: Cell, code: str) -> RefusedError:
    return RefusedError(
        "import_file.unknown_unit", file=cell.file, sheet=cell.sheet, row=cell.row, column=cell.column, code=code
    )


class _Places:
    """Which row a code stood in first, so that a doubled one is refused by both rows."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.first: dict[str, int] = {}

    def new(self, row: Row, key: str) -> str:
        cell = self.table.cell(row, key)
        code = _filled(cell)
        earlier = self.first.setdefault(code.casefold(), row.number)
        if earlier != row.number:
            raise RefusedError(
                "import_file.doubled_code",
                file=cell.file,
                sheet=cell.sheet,
                row=cell.row,
                column=cell.column,
                code=code,
                earlier=earlier,
            )
        return code
