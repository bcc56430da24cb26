"""What an import would change as a tree: units with their outcomes, each with its mark, old beside new."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.services.standard_import import Change, Mark, column_name
from commission_app.ui.theme import STEP
from commission_app.wording.import_values import value_said


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
            was, becomes = (value_said(self._language, field.field, value) for value in (field.old, field.new))
            below = QTreeWidgetItem(["", name, _line(was), _line(becomes)])
            below.setToolTip(2, was)
            below.setToolTip(3, becomes)
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


def column_word(language: Language, name: str) -> str:
    """What a field is called, as in the workbook."""
    return language.say_of("column", column_name(name))


def _line(text: str) -> str:
    return " ".join(text.split())[:300]
