"""Every list of the window goes to Excel by Ctrl+E: the rows it shows, under its words, filters and order."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from commission_app.i18n import ENGLISH
from commission_app.ui.columns import Query
from commission_app.ui.tables import ListView
from tests import make
from tests.services.test_list_export import furnished
from tests.ui.hall import Hall, hall

__all__ = ["hall"]
CODES = tuple(make.code(serial) for serial in range(10))
LISTS = (
    ("sittings", None, Query("101", {"state": "planned"}, "held_on")),
    ("exams", None, Query("", {"closed": "no"}, "code", True)),
    ("standards", None, Query("tīklu", {"state": "approved"}, "title")),
    ("people", None, Query("", {"code": "some"}, "name", True)),
    ("archive", "volumes", Query("", {"state": "open"}, "sheets")),
    ("blanks", "forms", Query("0099-0101", {"state": "in_stock"}, "number", True)),
)


def shown(view: ListView) -> list[list[str]]:
    """What stands in the list, row by row, column by column in sight."""
    model = view.model
    columns = [at for at in range(model.columnCount()) if not view.table.isColumnHidden(at)]
    return [[str(model.data(model.index(row, at))) for at in columns] for row in range(model.rowCount())]


def read(cell: object) -> str:
    """A cell as the list would write it."""
    if isinstance(cell, datetime):
        return ENGLISH.date(cell.date()) if not (cell.hour or cell.minute) else ENGLISH.moment(cell)
    return "" if cell is None else ENGLISH.number(cell) if isinstance(cell, int) else str(cell)


def saved(hall: Hall, view: ListView, path: Path) -> tuple[list[tuple[Any, ...]], dict[str, object]]:
    """Presses Ctrl+E in a list; gives the rows of the workbook and what its second sheet says."""
    view.table.setFocus()
    hall.bot.keyClick(view.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    hall.bot.waitUntil(path.exists, timeout=15_000)
    hall.wait()
    rows, said = load_workbook(path).worksheets
    path.unlink()
    return list(rows.values), {str(name): value for name, value in said.values}


def test_the_workbook_of_every_list_says_what_the_list_says(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnished(hall.house)
    path = tmp_path / "saraksts.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    for kind, tab, query in LISTS:
        screen = hall.open(kind, tab=tab)
        view = next(one for one in screen.findChildren(ListView) if one.isVisible())
        for asked in (Query(sort=query.sort), query):
            view.show_query(asked)
            hall.wait()
            assert shown(view), f"{kind} shows nothing for {asked}"
            (heads, *rows), said = saved(hall, view, path)
            assert list(heads) == [column.title for column in view.shown_columns()], kind
            assert [[read(cell) for cell in row] for row in rows] == shown(view), kind
            assert said["Number of rows"] == view.model.rowCount() == len(rows), kind
            assert said["Words looked for"] == (asked.words or "none"), kind
            assert (said["Filter used"] == "none") is not bool(asked.filters), kind
            assert str(said["Sorted by"]).endswith(", descending") is asked.descending, kind
            assert not any(code in str(row) for row in rows for code in CODES), kind
        screen.close()
