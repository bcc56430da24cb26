"""The rule of aggregation in columns that a person can read and fill in: kind, share, points, codes, sections."""

import re
from collections.abc import Callable
from decimal import Decimal

from commission_app.errors import RefusedError, refusal
from commission_app.exchange import cell_values
from commission_app.exchange.cell_values import Cell
from commission_app.exchange.sheet_table import Column
from commission_app.i18n import marked
from commission_app.rules import aggregation
from commission_app.rules.aggregation import Aggregation, SectionMinimum
from commission_app.rules.vocabulary.scoring import AggregationKind

KIND = "rule_kind"
COLUMNS = (
    Column(KIND, marked("Rule of aggregation"), marked("Choose from the list."), choices=tuple(AggregationKind)),
    Column("rule_share", marked("Share needed, %"), width=12, kind="number"),
    Column("rule_points", marked("Points needed"), width=12, kind="number"),
    Column("rule_required", marked("Outcomes that must be met"), marked("Codes of outcomes, separated by semicolons.")),
    Column("rule_sections", marked("Least points per section"), marked("For example: Theory = 10; Practice = 15.5")),
    Column("rule_met", marked("Met from, %"), width=12, kind="number"),
    Column("rule_partly", marked("Partly met from, %"), width=12, kind="number"),
)
Cells = Callable[[str], Cell]
_SECTION = re.compile(r"\s*(.+?)\s*=\s*(\d+(?:[.,]\d{1,3})?)\s*(?:[;\n]|$)")
_DEFAULT = Aggregation()


def written(text: str) -> dict[str, str | int | Decimal | AggregationKind | None]:
    """The rule as the values of its columns; the rule that needs no text leaves them empty."""
    if not text:
        return {column.key: None for column in COLUMNS}
    rule = aggregation.read(text)
    sections = (f"{part.section} = {Decimal(part.points) / 1000}" for part in rule.section_minimums)
    return {
        KIND: rule.kind,
        "rule_share": rule.share_percent if rule.share_percent != _DEFAULT.share_percent else None,
        "rule_points": Decimal(rule.points_needed) / 1000 if rule.points_needed else None,
        "rule_required": "; ".join(rule.required_codes),
        "rule_sections": "; ".join(sections),
        "rule_met": rule.met_percent if rule.met_percent != _DEFAULT.met_percent else None,
        "rule_partly": rule.partly_percent if rule.partly_percent != _DEFAULT.partly_percent else None,
    }


def read(cell: Cells) -> str:
    """The rule in the cells as its canonical text. Refused: figures that no unit could reach, by the place."""
    points = cell_values.decimal(cell("rule_points"))
    whole = {key: cell_values.integer(cell(key)) for key in ("rule_share", "rule_met", "rule_partly")}
    if points is not None and not (0 <= points <= 10**9 and points * 1000 == int(points * 1000)):
        raise _refused(cell("rule_points"))
    rule = Aggregation(
        kind=cell_values.choice(cell(KIND), AggregationKind) or _DEFAULT.kind,
        share_percent=_else(whole["rule_share"], _DEFAULT.share_percent),
        points_needed=int(points * 1000) if points is not None else 0,
        required_codes=cell_values.codes(cell("rule_required")),
        section_minimums=_sections(cell("rule_sections")),
        met_percent=_else(whole["rule_met"], _DEFAULT.met_percent),
        partly_percent=_else(whole["rule_partly"], _DEFAULT.partly_percent),
    )
    try:
        aggregation.check(rule)
    except RefusedError as why:
        at = cell(KIND)
        place = refusal("import_file.at", file=at.file, sheet=at.sheet, row=at.row, column=at.column, why=why.refusal)
        raise RefusedError.of(place) from None
    return aggregation.written(rule)


def _sections(cell: Cell) -> tuple[SectionMinimum, ...]:
    text, at = cell_values.text(cell), 0
    found: list[SectionMinimum] = []
    while at < len(text.rstrip()):
        match = _SECTION.match(text, at)
        if match is None:
            raise _refused(cell)
        points = Decimal(match[2].replace(",", "."))
        found.append(SectionMinimum(match[1], int(points * 1000)))
        at = match.end()
    return tuple(found)


def _refused(cell: Cell) -> RefusedError:
    return RefusedError(
        "standard_file.section_minimum",
        file=cell.file,
        sheet=cell.sheet,
        row=cell.row,
        column=cell.column,
        value=str(cell.value)[:80],
    )


def _else(value: int | None, otherwise: int) -> int:
    return otherwise if value is None else value
