"""The tree of an edition under the hands: folded to its units, searched, and in a draft moved and pasted into."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from commission_app.i18n import Language
from commission_app.services.standard_forms import NodeKey, NodeKind
from commission_app.services.standards import EditionCard
from commission_app.ui.standards.content_model import ContentModel, Node
from commission_app.ui.theme import STEP

MOST_OPENED = 60
"""A search unfolds so many units at most; the others show that something in them was met."""


class ContentTree(QTreeView):
    """Keeps what is unfolded and chosen while its lines change."""

    chosen = Signal(object)
    """The key of the line the keyboard stands on, or None."""
    pressed_key = Signal(str)
    """What a key asks for: up, down, remove, duplicate, paste, add, edit."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines_model = ContentModel(language, self.font(), self)
        self.setModel(self.lines_model)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIndentation(5 * STEP)
        self.setItemDelegateForColumn(0, _Wrapping(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(4 * STEP)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, letters in ((1, 16), (2, 18)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, letters * self.fontMetrics().averageCharWidth())
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.setAccessibleName(language.say("Units and learning outcomes"))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._quiet = False

    def show_edition(self, card: EditionCard) -> None:
        """Shows an edition; what was unfolded and chosen stays so."""
        held, opened = self.current(), self._opened()
        first = self.lines_model.rowCount() == 0
        self._quiet = True
        self.lines_model.show_edition(card)
        for part in self._tops(NodeKind.PART):
            self.expand(part)
        for key in opened:
            index = self.lines_model.index_of(key) if not first else QModelIndex()
            if index.isValid():
                self.expand(index)
        if held is not None:
            self.go_to(held)
        self._quiet = False

    def search(self, words: str) -> int:
        """Shows only what holds the words, and says how many lines do."""
        held = self.current()
        self._quiet = True
        found = self.lines_model.search(words)
        for part in self._tops(NodeKind.PART):
            self.expand(part)
        for key in found.open[:MOST_OPENED]:
            self.expand(self.lines_model.index_of(key))
        self._quiet = False
        if held is not None:
            self.go_to(held)
        return found.lines

    def lines(self) -> list[str]:
        """The lines that are shown, as they read."""
        return self.lines_model.lines()

    def current(self) -> NodeKey | None:
        """What the keyboard stands on."""
        node = self.lines_model.node(self.currentIndex())
        return None if node is None else node.key

    def current_node(self) -> Node | None:
        """The line the keyboard stands on."""
        return self.lines_model.node(self.currentIndex())

    def selected(self) -> tuple[NodeKey, ...]:
        """Everything that is chosen."""
        nodes = (self.lines_model.node(index) for index in self.selectionModel().selectedRows())
        return tuple(node.key for node in nodes if node is not None)

    def go_to(self, key: NodeKey) -> bool:
        """Puts the keyboard on a line and unfolds what is above it; False where it is not shown."""
        index = self.lines_model.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+arrows move, Del takes out, Ctrl+D doubles, Ctrl+V pastes, Ins adds, Enter edits."""
        asked = _asked(event)
        if asked:
            self.pressed_key.emit(asked)
        else:
            super().keyPressEvent(event)

    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet:
            node = self.lines_model.node(now)
            self.chosen.emit(None if node is None else node.key)

    def _tops(self, kind: NodeKind) -> list[QModelIndex]:
        rows = (self.lines_model.index(row, 0) for row in range(self.lines_model.rowCount()))
        return [index for index in rows if (node := self.lines_model.node(index)) is not None and node.key.kind is kind]

    def _opened(self) -> list[NodeKey]:
        found: list[NodeKey] = []
        waiting = [self.lines_model.index(row, 0) for row in range(self.lines_model.rowCount())]
        for index in waiting:
            node = self.lines_model.node(index)
            if node is not None and self.isExpanded(index):
                found.append(node.key)
                if node.key.kind is NodeKind.PART:
                    rows = range(self.lines_model.rowCount(index))
                    waiting.extend(self.lines_model.index(row, 0, index) for row in rows)
        return found


def _asked(event: QKeyEvent) -> str:
    if event.matches(QKeySequence.StandardKey.Paste):
        return "paste"
    held, key = event.modifiers(), event.key()
    if held & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return "up" if key == Qt.Key.Key_Up else "down"
    if held & Qt.KeyboardModifier.ControlModifier:
        return "duplicate" if key == Qt.Key.Key_D else ""
    plain = {
        Qt.Key.Key_Delete: "remove",
        Qt.Key.Key_Insert: "add",
        Qt.Key.Key_Return: "edit",
        Qt.Key.Key_Enter: "edit",
    }
    return plain.get(Qt.Key(key), "")


class _Wrapping(QStyledItemDelegate):
    """A long outcome goes on in the next line instead of being cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the text is when it is folded to the column."""
        hint = super().sizeHint(option, index)
        tree = self.parent()
        if not isinstance(tree, QTreeView):
            return hint
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        font = index.data(Qt.ItemDataRole.FontRole) or tree.font()
        room = QRect(0, 0, max(tree.columnWidth(0) - depth * tree.indentation() - 6 * STEP, 1), 10_000)
        text = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, index.data())
        return QSize(hint.width(), text.height() + 2 * STEP)
