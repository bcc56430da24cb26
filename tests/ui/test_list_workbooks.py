"""Every list of the window goes to Excel by Ctrl+E: the rows it shows, under its words, filters and order."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTableView, QToolButton

from commission_app.i18n import ENGLISH
from commission_app.rules.vocabulary.archive import DeedKind
from commission_app.rules.vocabulary.blank import BlankMove
from commission_app.services import (
    archive_deeds,
    archive_lists,
    archive_volumes,
    blank_cards,
    blank_destructions,
    blanks,
    invoices,
    price_lists,
)
from commission_app.services.blank_destructions import DestructionForm
from commission_app.services.invoices import InvoiceForm
from commission_app.ui.cases.fees_screen import FeesScreen
from commission_app.ui.cases.reviews_screen import AGREEMENT, ReviewsScreen
from commission_app.ui.columns import Query
from commission_app.ui.tables import ListView
from commission_app.ui.widgets.rows_table import RowsTable
from tests import make
from tests.services.test_archive import HANDOVER
from tests.services.test_blanks import BOARD
from tests.services.test_fees import FLAT
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
SHORT = (
    ("fees", "owed"),
    ("fees", "invoices"),
    ("signing", "ready"),
    ("reviews", None),
    ("blanks", "lots"),
    ("blanks", "acts"),
    ("archive", "deeds"),
    ("preferences", "commissions"),
)


def shown(view: ListView) -> list[list[str]]:
    """What stands in the list, row by row, column by column in sight."""
    model = view.model
    columns = [at for at in range(model.columnCount()) if not view.table.isColumnHidden(at)]
    return [[str(model.data(model.index(row, at))) for at in columns] for row in range(model.rowCount())]


def read(cell: object, kind: str = "text") -> str:
    """A cell as the list would write it."""
    if kind == "money" and isinstance(cell, int | float):
        return ENGLISH.money(round(cell * 100))
    if isinstance(cell, datetime):
        return ENGLISH.date(cell.date()) if not (cell.hour or cell.minute) else ENGLISH.moment(cell)
    return "" if cell is None else ENGLISH.number(cell) if isinstance(cell, int) else str(cell)


def saved(hall: Hall, table: QTableView, path: Path) -> tuple[list[tuple[Any, ...]], dict[str, object]]:
    """Presses Ctrl+E in a list; gives the rows of the workbook and what its second sheet says."""
    table.setFocus()
    hall.bot.keyClick(table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
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
            (heads, *rows), said = saved(hall, view.table, path)
            assert list(heads) == [column.title for column in view.shown_columns()], kind
            assert [[read(cell) for cell in row] for row in rows] == shown(view), kind
            assert said["Number of rows"] == view.model.rowCount() == len(rows), kind
            assert said["Words looked for"] == (asked.words or "none"), kind
            assert (said["Filter used"] == "none") is not bool(asked.filters), kind
            assert str(said["Sorted by"]).endswith(", descending") is asked.descending, kind
            assert not any(code in str(row) for row in rows for code in CODES), kind
        screen.close()


def short_lists(hall: Hall) -> None:
    """Something in every list that the window holds whole."""
    furnished(hall.house)
    office, facts = hall.house.office, hall.house.facts
    office.do(price_lists.store, None, None, FLAT)
    day = make.today(office)
    form = InvoiceForm("SIA Parauga darbs", day, day + timedelta(14))
    office.do(invoices.issue, (facts.one_not_met, facts.none_met), form)
    lines = {line.number: line.id for line in office.ask(blank_cards.page).rows}
    office.do(blanks.write_off, [lines["0098"]], BlankMove.SPOILED, day, "sabojāta")
    office.do(blank_destructions.destroy, [lines["0098"]], DestructionForm("V-1", day, "sabojātas", "sagriežot", BOARD))
    (volume, *_) = office.ask(archive_lists.page).rows
    seen = office.ask(archive_volumes.card, volume.id).version
    office.do(archive_volumes.certify, volume.id, seen, day, "Anna Ozola", "Sekretāre", "Secretary")
    office.do(archive_deeds.draft, DeedKind.HANDOVER, (volume.id,), replace(HANDOVER, made_on=day))


def test_what_the_window_holds_whole_goes_out_as_it_stands(
    hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short_lists(hall)
    path = tmp_path / "saraksts.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    for kind, tab in SHORT:
        screen = hall.open(kind, tab=tab)
        if isinstance(screen, ReviewsScreen):
            screen.shown.chosen.emit(AGREEMENT)
        (table, *_) = (one for one in screen.findChildren(RowsTable) if one.isVisible())
        (heads, *rows), said = saved(hall, table, path)
        kinds = [column.kind for column in table.columns()]
        assert list(heads) == [column.title for column in table.columns()], (kind, tab)
        assert [[read(*cell) for cell in zip(row, kinds, strict=True)] for row in rows] == table.texts() != [], kind
        assert said["Number of rows"] == len(rows) and said["List"], (kind, tab)
        screen.close()
    what_is_owed_is_narrowed_in_excel_too(hall, path)


def what_is_owed_is_narrowed_in_excel_too(hall: Hall, path: Path) -> None:
    """One payer is chosen, and the button beside the choice is pressed."""
    screen = hall.open("fees")
    assert isinstance(screen, FeesScreen)
    payer = screen.lines[0].payer
    screen.payer.set_value(payer)
    hall.wait()
    told: list[str] = []
    screen.happened.connect(lambda news: told.append(news.text))
    button = next(one for one in screen.findChildren(QToolButton) if one.isVisible() and "Excel" in one.toolTip())
    hall.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    hall.bot.waitUntil(lambda: bool(told))
    rows, said = load_workbook(path).worksheets
    assert rows.max_row - 1 == len(screen.table.rows()) < len(screen.lines)
    assert dict(said.values)["Filter used"] == f"Payer: {payer}"
    assert told == ["Saved as saraksts.xlsx."]
