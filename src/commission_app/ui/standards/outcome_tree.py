"""An edition as a tree: parts, their units with size and marks, and below each unit its learning outcomes."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from commission_app.i18n import Language
from commission_app.rules.collation import fold
from commission_app.services.standards import EditionCard, OutcomeLine, UnitLine
from commission_app.ui.standards.edition_words import amount
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.wording.words import word

_FINDABLE = Qt.ItemDataRole.UserRole


class _Wrapping(QStyledItemDelegate):
    """A long outcome goes on in the next line instead of being cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the text is when it is folded to the column."""
        hint = super().sizeHint(option, index)
        tree = self.parent()
        if not isinstance(tree, QTreeWidget):
            return hint
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        font = index.data(Qt.ItemDataRole.FontRole) or tree.font()
        room = QRect(0, 0, max(tree.columnWidth(0) - depth * tree.indentation() - 6 * STEP, 1), 10_000)
        text = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, index.data())
        return QSize(hint.width(), text.height() + 2 * STEP)


class OutcomeTree(QTreeWidget):
    """Folded to its units until words are searched; a line that holds the words opens what is above it."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.setColumnCount(3)
        self.setHeaderLabels([say("Units and learning outcomes"), say("Size"), language.say_of("unit", "Marks")])
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIndentation(5 * STEP)
        self.setItemDelegateForColumn(0, _Wrapping(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())

    def show_edition(self, card: EditionCard) -> None:
        """Shows an edition; the parts stand open, the units closed."""
        self.clear()
        parts = {code: self._part(code, lv, en) for code, lv, en in card.parts}
        for unit in card.units:
            line = self._unit(unit)
            above = parts.get(unit.part)
            if above is not None:
                above.addChild(line)
            else:
                self.addTopLevelItem(line)
        for part in parts.values():
            part.setExpanded(True)

    def search(self, words: str) -> int:
        """Shows only what holds the words, and says how many lines do."""
        wanted = fold(words).split()
        found = 0
        for at in range(self.topLevelItemCount()):
            found += _show(self.topLevelItem(at), wanted, shown_above=False)
        return found

    def lines(self) -> list[str]:
        """The lines that are not hidden, as they read."""
        return [line.text(0) for line in self._all() if not line.isHidden()]

    def _all(self) -> Iterable[QTreeWidgetItem]:
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while waiting:
            line = waiting.pop(0)
            if line is not None:
                yield line
                waiting = [line.child(at) for at in range(line.childCount())] + waiting

    def _part(self, code: str, lv: str, en: str) -> QTreeWidgetItem:
        line = self._line(code, lv, en, strong=True)
        self.addTopLevelItem(line)
        return line

    def _unit(self, unit: UnitLine) -> QTreeWidgetItem:
        line = self._line(unit.code, unit.title_lv, unit.title_en, strong=True)
        line.setText(1, amount(self._language, unit))
        line.setText(2, ", ".join(self._marks(unit)))
        for outcome in unit.outcomes:
            line.addChild(self._outcome(outcome))
        return line

    def _outcome(self, outcome: OutcomeLine) -> QTreeWidgetItem:
        line = self._line(outcome.code, outcome.text_lv, outcome.text_en, strong=False)
        marks = [word(self._language, outcome.kind)] if outcome.kind is not None else []
        if not outcome.mandatory:
            marks.append(self._language.say_of("outcome", "optional"))
        line.setText(2, ", ".join(marks))
        return line

    def _line(self, code: str, lv: str, en: str, *, strong: bool) -> QTreeWidgetItem:
        line = QTreeWidgetItem([f"{code}  {half(self._language, lv, en)}"])
        other = lv if self._language.code == "en" else en
        line.setToolTip(0, other)
        line.setData(0, _FINDABLE, fold(f"{code} {lv} {en}"))
        for column in (0, 1, 2):
            line.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if strong:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            line.setFont(0, font)
        return line

    def _marks(self, unit: UnitLine) -> list[str]:
        say = self._language.say
        said = [
            (unit.final_examination, say("final examination")),
            (not unit.recognisable, say("not recognisable")),
            (not unit.mandatory, self._language.say_of("unit", "optional")),
        ]
        return [text for holds, text in said if holds]


def _show(line: QTreeWidgetItem | None, wanted: list[str], *, shown_above: bool) -> int:
    """Hides the line unless it, what is above it or what is below it holds every word."""
    if line is None:
        return 0
    text = str(line.data(0, _FINDABLE))
    mine = bool(wanted) and all(part in text for part in wanted)
    below = sum(_show(line.child(at), wanted, shown_above=shown_above or mine) for at in range(line.childCount()))
    line.setHidden(bool(wanted) and not (mine or below or shown_above))
    if wanted:
        line.setExpanded(below > 0)
    return below + mine
