"""A date typed at the keyboard ("24.11.2026", "24.11.26", "2411") or chosen in a calendar; empty is allowed."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidget, QWidgetAction

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language, today
from commission_app.ui.icons import icon
from commission_app.ui.widgets.inputs import Input

_PARTED = re.compile(r"(\d{1,2})\s*[.\-/ ]\s*(\d{1,2})(?:\s*[.\-/ ]\s*(\d{2}|\d{4}))?\s*\.?$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})?$")


def read_date(text: str, this_day: date) -> date | None:
    """The date a person meant, or None; a year of two digits is within ninety years back and ten ahead."""
    text = text.strip()
    if found := _ISO.match(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := (_PARTED.match(text) or _RUN.match(text)):
        day, month = int(found[1]), int(found[2])
        year = _year(found[3], this_day)
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str | None, this_day: date) -> int:
    if not text:
        return this_day.year
    if len(text) == 4:
        return int(text)
    year = this_day.year // 100 * 100 + int(text)
    return year - 100 if year > this_day.year + 10 else year


class DateEdit(QLineEdit, Input):
    """A date field: the text is read when the keyboard leaves it; ↑ and ↓ move a day, Alt+↓ opens the calendar."""

    edited = Signal()

    def __init__(
        self,
        language: Language,
        parent: QWidget | None = None,
        *,
        this_day: Callable[[], date] = today,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._this_day = this_day
        self.setPlaceholderText(language.say("dd.mm.yyyy"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("00.00.0000") + 60)
        opener = QAction(icon("calendar"), language.say("Calendar"), self)
        opener.triggered.connect(self.open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(lambda _: self.edited.emit())
        self.editingFinished.connect(self._settle)

    def value(self) -> date | None:
        """The date, or None where the field is empty or cannot be read."""
        return read_date(self.text(), self._this_day())

    def set_value(self, value: object) -> None:
        """Shows a date; None empties the field."""
        self.setText(f"{value:%d.%m.%Y}" if isinstance(value, date) else "")

    def draft(self) -> str:
        """The text as typed."""
        return self.text()

    def set_draft(self, text: str) -> None:
        """Shows the text as it was typed."""
        self.setText(text)

    def refusal(self) -> Refusal | None:
        """Refused where the text is no date."""
        text = self.text().strip()
        return refusal("ui.date_unreadable", typed=text) if text and self.value() is None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves by a day with the arrows; Alt+Down opens the calendar."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif key in steps and (self.value() is not None or not self.text().strip()):
            held = self.value()
            self._choose(self._this_day() if held is None else date.fromordinal(held.toordinal() + steps[key]))
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Opens the calendar below the field."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setLocale(QLocale(self._language.code))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        held = self.value() or self._this_day()
        calendar.setSelectedDate(QDate(held.year, held.month, held.day))

        def chosen(day: QDate) -> None:
            self._choose(date(day.year(), day.month(), day.day()))
            menu.close()

        calendar.clicked.connect(chosen)
        calendar.activated.connect(chosen)
        entry = QWidgetAction(menu)
        entry.setDefaultWidget(calendar)
        menu.addAction(entry)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _choose(self, day: date) -> None:
        self.set_value(day)
        self.edited.emit()

    def _settle(self) -> None:
        if (day := self.value()) is not None:
            self.set_value(day)
