"""Any list to Excel: what it shows, under its words, filters and order, saved where the person says."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QToolButton, QWidget

from commission_app.ui.columns import Column
from commission_app.ui.desk import Desk
from commission_app.ui.promises import Promise
from commission_app.ui.tables import ListView
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.icon_button import icon_button
from commission_app.ui.widgets.rows_table import RowsTable

if TYPE_CHECKING:
    from commission_app.services.list_export import SheetColumn, Shown

STRETCHED = 40
"""How many letters wide the column is in Excel that stretches in the window."""
Told = Callable[[str], object]


def save_list(
    desk: Desk, view: ListView, title: str, told: Told, columns: "tuple[SheetColumn[Any], ...] | None" = None
) -> None:
    """Saves a long list; its own columns where no others are given for Excel."""
    from commission_app.services import list_export  # it brings the library of workbooks, which no list needs

    query, asked = view.query(), view.model.questions
    rows = list_export.paged(
        asked.page,
        asked.ids,
        words=query.words,
        filters=query.filters,
        sort=query.sort,
        descending=query.descending,
    )
    sheet = list_export.ListSheet(title, columns or _sheet_columns(view.shown_columns()), rows, _shown(desk, view))
    save_workbook(view, desk, title, desk.jobs.ask(view, list_export.workbook, sheet, desk.language), told)


def save_rows(desk: Desk, table: RowsTable, title: str, told: Told, filters: tuple[tuple[str, str], ...] = ()) -> None:
    """Saves a short list as it stands; `filters` are what narrows it, in words."""
    from commission_app.services import list_export  # it brings the library of workbooks, which no list needs

    if table.rows():
        rows, shown = list_export.held(table.rows()), list_export.Shown(filters=filters)
        sheet = list_export.ListSheet(title, _sheet_columns(table.columns()), rows, shown)
        save_workbook(table, desk, title, desk.jobs.ask(table, list_export.workbook, sheet, desk.language), told)


def save_workbook(owner: QWidget, desk: Desk, title: str, asked: Promise[bytes], told: Told) -> None:
    """Asks where to, once the workbook is written; the strip shows how far it is and can cancel it."""
    say = desk.language.say

    def save(data: bytes) -> None:
        save_copy(owner, desk, f"{title}.xlsx", data, lambda path: told(say("Saved as {file}.", file=path.name)))

    asked.called(say("Writing the workbook")).then(save)


def excel_button(desk: Desk, table: RowsTable, saving: Callable[[], object], parent: QWidget) -> QToolButton:
    """The button of a short list that does what Ctrl+E does in it; it stands while there are rows."""
    button = icon_button("table", desk.language.say("To Excel (Ctrl+E)"), parent)
    button.clicked.connect(lambda _: saving())
    table.exporting.connect(saving)
    table.model().modelReset.connect(lambda: button.setVisible(bool(table.rows())))
    button.setVisible(bool(table.rows()))
    return button


def _sheet_columns(columns: tuple[Column[Any], ...]) -> "tuple[SheetColumn[Any], ...]":
    from commission_app.services.list_export import SheetColumn

    return tuple(
        SheetColumn(
            one.title,
            one.text if one.value is None else one.value,
            one.kind,
            STRETCHED if one.stretch else one.width_hint + 2,
        )
        for one in columns
    )


def _shown(desk: Desk, view: ListView) -> "Shown":
    from commission_app.services.list_export import Shown

    query, say_of = view.query(), desk.language.say_of
    title = next((one.title for one in view.model.columns if one.key == query.sort), "")
    order = say_of("workbook", "{column}, descending", column=title) if query.descending else title
    return Shown(query.words, view.line.said(), order if title else "")
