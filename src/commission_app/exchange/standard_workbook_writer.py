"""Writes a standard, or the empty form for one, as the program's own workbook."""

from collections.abc import Iterator, Sequence
from itertools import chain

from commission_app.exchange import standard_layout, standard_rule_cells
from commission_app.exchange.sheet_table import Column, Layout
from commission_app.exchange.standard_facts import StandardFacts
from commission_app.exchange.workbook_writing import FormWorkbook, Written
from commission_app.i18n import Language
from commission_app.rules.vocabulary.standard import OutcomeKind


def workbook(language: Language, facts: StandardFacts | None) -> bytes:
    """The workbook with the standard's rows, or with none."""
    form = FormWorkbook(language)
    columns = standard_layout.STANDARD.columns
    form.sheet(standard_layout.STANDARD.sheet, columns, _fields(language, facts))
    _offer_fields(form)
    form.sheet(standard_layout.PARTS.sheet, standard_layout.PARTS.columns, _parts(facts))
    form.sheet(standard_layout.UNITS.sheet, standard_layout.UNITS.columns, _units(facts))
    form.sheet(standard_layout.OUTCOMES.sheet, standard_layout.OUTCOMES.columns, _outcomes(facts))
    form.instructions(standard_layout.INSTRUCTIONS, _instructions(language))
    return form.data()


def _fields(language: Language, facts: StandardFacts | None) -> Iterator[Sequence[Written]]:
    rule = standard_rule_cells.written(facts.aggregation if facts else "")
    for field in standard_layout.FIELDS:
        yield field.says(language), rule[field.key] if field.key in rule else getattr(facts, field.key, None)


def _offer_fields(form: FormWorkbook) -> None:
    sheet = form.book.worksheets[0]
    for row, field in enumerate(standard_layout.FIELDS, start=2):
        form.offer_for(sheet, f"B{row}", field)
        form.label(sheet, row, 1, field)


def _parts(facts: StandardFacts | None) -> Iterator[Sequence[Written]]:
    for part in facts.parts if facts else ():
        yield part.code, part.title_lv, part.title_en, part.external_id


def _units(facts: StandardFacts | None) -> Iterator[Sequence[Written]]:
    for unit in facts.units if facts else ():
        yield (
            unit.code,
            unit.title_lv,
            unit.title_en,
            unit.kind,
            unit.credits,
            unit.credit_unit,
            unit.hours,
            unit.part_code,
            unit.mandatory,
            unit.final_examination,
            unit.recognisable,
            "; ".join(unit.prerequisites),
            unit.local,
            unit.route,
            unit.semester,
            *standard_rule_cells.written(unit.aggregation).values(),
            unit.external_id,
        )


def _outcomes(facts: StandardFacts | None) -> Iterator[Sequence[Written]]:
    for unit, outcome in facts.outcomes() if facts else ():
        kind: OutcomeKind | None = outcome.kind
        yield (
            unit.code,
            outcome.code,
            outcome.text_lv,
            outcome.text_en,
            kind,
            outcome.mandatory,
            outcome.weight,
            outcome.section,
            outcome.maximum,
            outcome.external_id,
        )


def _instructions(language: Language) -> Iterator[tuple[str, str]]:
    yield language.say("How to fill in this workbook"), ""
    yield "", language.say("One sheet for the standard, one row a unit, one row a learning outcome.")
    yield "", language.say("Columns may stand in any order; headings may be in Latvian or in English.")
    yield "", language.say("Red headings must be filled in. Formulas and merged cells are not read.")
    yield "", language.say("Codes are texts: a cell that Excel turned into a number or a date is refused.")
    fields = Layout(standard_layout.STANDARD.sheet, standard_layout.FIELDS)
    for layout in (fields, standard_layout.PARTS, standard_layout.UNITS, standard_layout.OUTCOMES):
        yield "", ""
        yield language.say_of("sheet", layout.sheet), ""
        yield from chain.from_iterable(_hint(language, column) for column in layout.columns)


def _hint(language: Language, column: Column) -> Iterator[tuple[str, str]]:
    if column.hint:
        yield column.says(language), language.say(column.hint)
