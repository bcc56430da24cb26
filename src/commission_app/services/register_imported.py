"""Lines that were taken in from an old register: what the file had in each column, said as the book says it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from commission_app.documents.registers.column import Cell, Column, ColumnKind

IMPORT = "imported"
"""Under this name the facts of an entry say that they come from a file, from which row, and what stood there."""


def imported_facts(row: int, cells: Sequence[Cell]) -> dict[str, object]:
    """The facts of an entry taken in: the row of the file and its cells, exact values as text."""
    return {IMPORT: {"row": row, "cells": [_kept(cell) for cell in cells]}}


def is_imported(said: Mapping[str, Any]) -> bool:
    """Whether the facts of an entry come from an old register."""
    return IMPORT in said


def row_taken(said: Mapping[str, Any]) -> int:
    """From which row of the file the facts come; 0 where they do not come from a file."""
    return int(said[IMPORT]["row"]) if is_imported(said) else 0


def imported_cells(columns: Sequence[Column], said: Mapping[str, Any], position: int) -> tuple[Cell, ...]:
    """The cells of such an entry in the order of the book's columns; the place in the order where the file had none."""
    cells = [_read(column, text) for column, text in zip(columns, said[IMPORT]["cells"], strict=True)]
    return (position if cells[0] is None else cells[0], *cells[1:])


def _kept(cell: Cell) -> str | None:
    if cell is None:
        return None
    if isinstance(cell, date):
        return cell.isoformat()
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def _read(column: Column, text: str | None) -> Cell:
    if text is None:
        return None
    if column.kind is ColumnKind.DATE:
        return date.fromisoformat(text)
    if column.kind in (ColumnKind.COUNT, ColumnKind.MONEY):
        return int(text)
    return Decimal(text) if column.kind is ColumnKind.NUMBER else text
