"""What an import would change as a tree: units with their outcomes, each with its mark, old beside new."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.services.standard_import import Change, Mark, column_name
from commission_app.ui.theme import STEP
from commission_app.wording.words import word


class ChangeTree(QWidget):
    """Only what changes, or everything."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: Sequence[Change] = ()
        say = language.say
        self.only = QCheckBox(say("Only what changes"), self)
        self.only.setChecked(True)
        self.only.toggled.connect(lambda _: self._fill())
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([say("Code"), say("Change"), say("As it is"), say("As it would be")])
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        header = self.tree.header()
        header.resizeSection(0, self.fontMetrics().averageCharWidth() * 24)
        header.setStretchLastSection(True)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.only)
        lines.addWidget(self.tree, 1)

    def show_changes(self, rows: Sequence[Change]) -> None:
        """Shows the rows, those that change opened."""
        self._rows = rows
        self._fill()

    def _fill(self) -> None:
        only = self.only.isChecked()
        self.tree.clear()
        items = [self._item(row, only) for row in self._rows if row.any_change() or not only]
        self.tree.addTopLevelItems(items)
        for item, row in zip(items, (row for row in self._rows if row.any_change() or not only), strict=True):
            item.setExpanded(row.any_change() and len(row.below) + len(row.fields) < 50)

    def _item(self, row: Change, only: bool) -> QTreeWidgetItem:
        title = (row.title_lv or row.title_en) if self._language.code == "lv" else (row.title_en or row.title_lv)
        mark = self._word(row.mark)
        old, new = ("", title) if row.mark is Mark.ADDED else (title, "" if row.mark is Mark.REMOVED else title)
        item = QTreeWidgetItem([row.code, mark, _line(old), _line(new)])
        for column, text in ((2, old), (3, new)):
            item.setToolTip(column, text)
        for field in row.fields:
            name = column_word(self._language, field.field)
            texts = ["", name, _line(self._said(field.old)), _line(self._said(field.new))]
            below = QTreeWidgetItem(texts)
            below.setToolTip(2, self._said(field.old))
            below.setToolTip(3, self._said(field.new))
            item.addChild(below)
        item.addChildren([self._item(one, only) for one in row.below if one.mark is not Mark.UNCHANGED or not only])
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignLeft)
        return item

    def _word(self, mark: Mark) -> str:
        say = self._language.say
        words = {
            Mark.ADDED: say("new"),
            Mark.CHANGED: say("changed"),
            Mark.REMOVED: say("no longer there"),
            Mark.UNCHANGED: say("unchanged"),
        }
        return words[mark]

    def _said(self, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return self._language.say("yes") if value else self._language.say("no")
        if isinstance(value, StrEnum):
            return word(self._language, value)
        if isinstance(value, date):
            return self._language.date(value)
        return ", ".join(value) if isinstance(value, tuple) else str(value)


def column_word(language: Language, name: str) -> str:
    """What a field is called, as in the workbook."""
    return language.say_of("column", column_name(name))


def _line(text: str) -> str:
    return " ".join(text.split())[:300]
