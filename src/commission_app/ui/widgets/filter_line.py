"""The line above a list: typed words, a chip for each filter, saved views, and the count that equals the list."""

import json
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from commission_app.ui.columns import ListFilter, Query
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon

TYPING_MS = 200
LEAST_WORDS = 26
"""How many letters of the words must stay in sight beside the chips."""


class _Words(QLineEdit):
    """The words; the arrow down goes into the list, Esc empties the line."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leads on to the list, or empties the line."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class FilterLine(QWidget):
    """Tells when the words or a filter changed; typing is waited for a blink."""

    changed = Signal()
    down = Signal()
    exporting = Signal()
    recalled = Signal(object)
    """A saved view (a Query) was chosen."""

    def __init__(
        self, desk: Desk, name: str, filters: Sequence[ListFilter], *, exports: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._language = desk.language
        self._name = f"views/{name}"
        self._filters = {entry.key: entry for entry in filters}
        self._chosen: dict[str, str] = {}
        self._pills: dict[str, QToolButton] = {}
        self._chips_below = False
        self._tools: list[QToolButton] = []
        self.query_to_save: Callable[[], Query] = Query
        self.line = _Words(self)
        self.line.setPlaceholderText(self._language.say("Filter: name, number, word …"))
        self.line.setAccessibleName(self._language.say("Filter"))
        self.line.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setClearButtonEnabled(True)
        self.line.setMaximumWidth(360)
        self._count = QLabel(self)
        self._count.setProperty("role", "soft")
        self._clock = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._clock.timeout.connect(self.changed)
        self.line.textChanged.connect(lambda _: self._clock.start())
        self.line.down.connect(self.down)
        self._lay_out(exports)

    def words(self) -> str:
        """The typed words."""
        return " ".join(self.line.text().split())

    def chosen(self) -> dict[str, str]:
        """The filters that are set, with their values."""
        return dict(self._chosen)

    def said(self) -> tuple[tuple[str, str], ...]:
        """The filters that are set, in words: the title of each and its value."""
        return tuple((self._filters[key].title, self._worded(key, value)) for key, value in self._chosen.items())

    def choose(self, key: str, value: str | None) -> None:
        """Sets a filter, or takes it away."""
        if value is None:
            self._chosen.pop(key, None)
        else:
            self._chosen[key] = value
        self._dress(key)
        self.changed.emit()

    def set_query(self, query: Query) -> None:
        """Shows other words and filters, without asking."""
        self.line.blockSignals(True)
        self.line.setText(query.words)
        self.line.blockSignals(False)
        self._chosen = {key: value for key, value in query.filters.items() if key in self._filters}
        for key in self._filters:
            self._dress(key)

    def show_count(self, rows: int, complete: bool) -> None:
        """Shows how many rows the list has; while they are still being counted, at least how many."""
        text = self._language.count("{n} row", "{n} rows", rows)
        self._count.setText(text if complete else f"{text} …")

    def count_text(self) -> str:
        """The count as it reads."""
        return self._count.text()

    def _lay_out(self, exports: bool) -> None:
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(8)
        row, self._below = QHBoxLayout(), QHBoxLayout()
        for part in (row, self._below):
            part.setSpacing(8)
            both.addLayout(part)
        self._row = row
        self._below.addStretch(1)
        row.addWidget(self.line, 2)
        for key in self._filters:
            pill = QToolButton(self)
            pill.setProperty("role", "pill")
            pill.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            pill.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            pill.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            pill.setIcon(icon("down"))
            pill.setMenu(self._filter_menu(key, pill))
            self._pills[key] = pill
            self._dress(key)
            row.addWidget(pill)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self._tool("eye", self._language.say("Saved views"), self._open_views))
        if exports:
            row.addWidget(self._tool("table", self._language.say("To Excel (Ctrl+E)"), self.exporting.emit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the chips below the words where both have no room in one line."""
        super().resizeEvent(event)
        self._settle_chips()

    def _settle_chips(self) -> None:
        """A chip that was set or cleared may need more room, or less."""
        pills = list(self._pills.values())
        beside = (*pills, self._count, *self._tools)
        words = self.fontMetrics().averageCharWidth() * LEAST_WORDS
        wanted = words + sum(part.sizeHint().width() + 8 for part in beside)
        below = bool(pills) and wanted > self.width()
        if below == self._chips_below:
            return
        self._chips_below = below
        for at, pill in enumerate(pills):
            (self._below if below else self._row).insertWidget(at if below else at + 1, pill)

    def _tool(self, picture: str, text: str, doing: Callable[[], object]) -> QToolButton:
        tool = QToolButton(self)
        tool.setProperty("role", "icon")
        tool.setIcon(icon(picture))
        tool.setToolTip(text)
        tool.setAccessibleName(text)
        tool.clicked.connect(lambda _: doing())
        self._tools.append(tool)
        return tool

    def _filter_menu(self, key: str, pill: QToolButton) -> QMenu:
        menu = QMenu(pill)
        every = menu.addAction(self._language.say("No filter"))
        every.triggered.connect(lambda _=False: self.choose(key, None))
        menu.addSeparator()
        for value, text in self._filters[key].choices:
            entry = menu.addAction(text)
            entry.triggered.connect(lambda _=False, value=value: self.choose(key, value))
        if self._filters[key].day:
            another = menu.addAction(self._language.say("Another day …"))
            another.triggered.connect(lambda _=False: self.ask_day(key))
        return menu

    def ask_day(self, key: str) -> None:
        """Asks for the day of a filter."""
        from commission_app.ui.widgets.day_dialog import DayDialog

        dialog = DayDialog(self._desk, self._filters[key].title, self)
        dialog.stored.connect(lambda day: self.choose(key, day.isoformat()))
        dialog.open()

    def _dress(self, key: str) -> None:
        entry, pill = self._filters.get(key), self._pills.get(key)
        if entry is None or pill is None:
            return
        value = self._chosen.get(key)
        pill.setText(entry.title if value is None else f"{entry.title}: {self._worded(key, value)}")
        pill.setProperty("active", "false" if value is None else "true")
        pill.style().unpolish(pill)
        pill.style().polish(pill)
        if self.isVisible():
            self._settle_chips()

    def _worded(self, key: str, value: str) -> str:
        """A value in words; one that is none of the choices is a day, as the language says it."""
        entry = self._filters[key]
        if word := dict(entry.choices).get(value):
            return word
        try:
            return self._language.date(date.fromisoformat(value)) if entry.day else value
        except ValueError:
            return value

    def _open_views(self) -> None:
        menu = QMenu(self)
        views = self._views()
        for name, view in views.items():
            menu.addAction(name).triggered.connect(lambda _=False, view=view: self.recalled.emit(_query(view)))
        if views:
            menu.addSeparator()
            forget = menu.addMenu(self._language.say("Forget a view"))
            for name in views:
                forget.addAction(name).triggered.connect(lambda _=False, name=name: self.forget_view(name))
        entry = QAction(self._language.say("Save this view …"), menu)
        entry.triggered.connect(self._ask_name)
        menu.addAction(entry)
        menu.popup(self.mapToGlobal(self.rect().bottomRight()))

    def save_view(self, name: str) -> None:
        """Keeps the words, filters and order under a name."""
        held = self.query_to_save()
        view = {"words": held.words, "filters": dict(held.filters), "sort": held.sort, "descending": held.descending}
        self._desk.memory.keep(self._name, json.dumps({**self._views(), name: view}, ensure_ascii=True))

    def forget_view(self, name: str) -> None:
        """Takes a saved view away."""
        views = {key: view for key, view in self._views().items() if key != name}
        self._desk.memory.keep(self._name, json.dumps(views, ensure_ascii=True))

    def _ask_name(self) -> None:
        title, label = self._language.say("Save this view …"), self._language.say("Name of the view")
        name, good = QInputDialog.getText(self, title, label)
        if good and name.strip():
            self.save_view(name.strip())

    def _views(self) -> dict[str, dict[str, object]]:
        try:
            found = json.loads(self._desk.memory.text(self._name) or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def _query(view: dict[str, object]) -> Query:
    filters = view.get("filters")
    return Query(
        str(view.get("words", "")),
        {str(key): str(value) for key, value in filters.items()} if isinstance(filters, dict) else {},
        str(view.get("sort", "")),
        bool(view.get("descending")),
    )
