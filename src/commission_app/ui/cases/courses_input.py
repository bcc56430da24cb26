"""The courses of earlier studies, typed into a small table: a last empty row is always there for the next one."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.ui.widgets.inputs import Input
from commission_app.ui.widgets.number_edit import read_number
from commission_app.wording.words import word

if TYPE_CHECKING:
    from commission_app.services.experience import CourseForm

TITLE, CREDITS, UNIT, MARK, UNITS = range(5)


class CoursesInput(QTableWidget, Input):
    """Title, credits with their unit, mark, and the codes of the units a course is held to count for."""

    edited = Signal()

    def __init__(self, language: Language, units: Mapping[str, int], parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._language, self._units = language, dict(units)
        self._quiet = False
        say_of = language.say_of
        self.setHorizontalHeaderLabels(
            [
                say_of("course", "Course"),
                say_of("course", "Credits"),
                say_of("course", "Unit"),
                say_of("course", "Mark"),
                say_of("course", "Counts for (codes)"),
            ]
        )
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        figure = self.fontMetrics().averageCharWidth()
        for column, letters in ((CREDITS, 14), (UNIT, 12), (MARK, 10), (UNITS, 26)):
            self.setColumnWidth(column, letters * figure)
        self.verticalHeader().hide()
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 9)
        self.setAccessibleName(say_of("course", "Courses"))
        self.itemChanged.connect(lambda _: self._changed())
        self._lengthen()

    def value(self) -> "tuple[CourseForm, ...]":
        """The courses typed; rows without any text are none."""
        from commission_app.services.experience import CourseForm

        found = []
        for row in range(self.rowCount()):
            texts = [self._text(row, column) for column in range(5)]
            if any(texts):
                credits = read_number(texts[CREDITS])
                unit = self._unit(texts[UNIT]) or (CreditUnit.ECTS if credits is not None else None)
                keys = tuple(self._units[code] for code in _codes(texts[UNITS]) if code in self._units)
                found.append(
                    CourseForm(texts[TITLE], credits=credits, credit_unit=unit, mark=texts[MARK], unit_ids=keys)
                )
        return tuple(found)

    def set_value(self, value: object) -> None:
        """Shows courses."""
        codes = {key: code for code, key in self._units.items()}
        self._quiet = True
        self.setRowCount(0)
        for course in value if isinstance(value, tuple) else ():
            row = self.rowCount()
            self.insertRow(row)
            credits: Decimal | None = course.credits
            texts = (
                course.title,
                "" if credits is None else self._language.number(credits),
                "" if course.credit_unit is None else self._short(course.credit_unit),
                course.mark,
                "; ".join(codes[key] for key in course.unit_ids if key in codes),
            )
            for column, text in enumerate(texts):
                self.setItem(row, column, QTableWidgetItem(text))
        self._quiet = False
        self._lengthen()

    def draft(self) -> str:
        """All cells, a line each row."""
        rows = ("\t".join(self._text(row, column) for column in range(5)) for row in range(self.rowCount()))
        return "\n".join(row for row in rows if row.strip())

    def set_draft(self, text: str) -> None:
        """Shows the cells as they were typed."""
        self._quiet = True
        self.setRowCount(0)
        for row, line in enumerate(text.splitlines()):
            self.insertRow(row)
            for column, cell in enumerate(line.split("\t")[:5]):
                self.setItem(row, column, QTableWidgetItem(cell))
        self._quiet = False
        self._lengthen()

    def refusal(self) -> Refusal | None:
        """The first cell that cannot be read, by its row."""
        for row in range(self.rowCount()):
            texts = [self._text(row, column) for column in range(5)]
            if texts[CREDITS] and read_number(texts[CREDITS]) is None:
                return refusal("ui.course_credits", row=row + 1, text=texts[CREDITS][:40])
            if texts[UNIT] and self._unit(texts[UNIT]) is None:
                known = [self._short(unit) for unit in CreditUnit]
                return refusal("ui.course_unit", row=row + 1, text=texts[UNIT][:40], known=known)
            for code in _codes(texts[UNITS]):
                if code not in self._units:
                    return refusal("ui.course_code", row=row + 1, code=code[:40], known=sorted(self._units))
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete empties the cell; Tab leaves the table at its last cell."""
        if event.key() == Qt.Key.Key_Delete and self.currentItem() is not None:
            self.setItem(self.currentRow(), self.currentColumn(), QTableWidgetItem(""))
        else:
            super().keyPressEvent(event)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""

    def _short(self, unit: CreditUnit) -> str:
        """Hours in words, the others as their abbreviations."""
        return word(self._language, unit) if unit is CreditUnit.HOURS else unit.value

    def _unit(self, text: str) -> CreditUnit | None:
        for unit in CreditUnit:
            if text.casefold() in (unit.value.casefold(), word(self._language, unit).casefold()):
                return unit
        return None

    def _changed(self) -> None:
        if not self._quiet:
            self._lengthen()
            self.edited.emit()

    def _lengthen(self) -> None:
        last = self.rowCount() - 1
        if last < 0 or any(self._text(last, column) for column in range(5)):
            self.insertRow(self.rowCount())


def _codes(text: str) -> list[str]:
    return [piece.strip() for piece in text.replace(",", ";").split(";") if piece.strip()]
