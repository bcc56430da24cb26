"""The content of an edition: its tree with the search, the tools of a draft, and the panel beside it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from commission_app.services import standard_edit, standard_moves
from commission_app.services.standard_content import OutcomeLine, UnitLine
from commission_app.services.standard_forms import NodeForm, NodeKey, NodeKind, OutcomeForm, PartForm, UnitForm
from commission_app.services.standards import EditionCard
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.promises import Promise
from commission_app.ui.standards.borrow_dialog import BorrowDialog
from commission_app.ui.standards.content_tools import ContentTools
from commission_app.ui.standards.content_tree import ContentTree
from commission_app.ui.standards.node_panel import NodePanel, line_of
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.confirm import confirm


class ContentEditor(QWidget):
    """In a draft every line can be changed, moved, doubled and taken out; otherwise it can be read."""

    go = Signal(object)
    happened = Signal(str)
    """What was just done, in a sentence."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._language = desk.language
        self._card: EditionCard | None = None
        self._wanted: NodeKey | None = None
        self.tree = ContentTree(desk.language, self)
        self.panel = NodePanel(desk, self)
        self.words = self._search_line()
        self._found = QLabel(self)
        self._found.setProperty("role", "soft")
        self._doing: dict[str, Callable[[], object]] = {
            "up": partial(self.step, -1),
            "down": partial(self.step, 1),
            "remove": self.remove,
            "duplicate": self.duplicate,
            "paste": self.paste,
            "borrow": self.borrow,
            "add": partial(self.add, NodeKind.OUTCOME),
            "unit": partial(self.add, NodeKind.UNIT),
            "part": partial(self.add, NodeKind.PART),
            "edit": self.edit,
        }
        self.tools = ContentTools(desk.language, self._doing, self)
        self._lay_out()
        self.tree.chosen.connect(self._choose)
        self.tree.pressed_key.connect(self._pressed)
        self.tree.lines_model.dropped.connect(self._dropped)
        self.panel.stored.connect(self._stored)
        self.panel.added.connect(self._add_another)
        self.panel.go.connect(self.go)

    def show_edition(self, card: EditionCard) -> None:
        """Shows an edition; what is chosen, unfolded and typed stays."""
        before, self._card = self._card, card
        self.tools.setVisible(not card.acts.editing)
        alike = before is not None and (before.units, before.parts, before.acts.editing) == (
            card.units,
            card.parts,
            card.acts.editing,
        )
        if not alike:
            self.tree.show_edition(card)
            self._search()
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted.kind is not NodeKind.HEAD and self.tree.go_to(wanted):
            return
        shown = self.panel.shown
        if shown is None or not shown.new:
            self.panel.show_node(card, shown.key if shown is not None else NodeKey(NodeKind.HEAD, card.row.id))

    def turn_to(self, key: NodeKey) -> None:
        """Goes to a unit or an outcome, now or as soon as it is there."""
        self.words.clear()
        if self._card is None or line_of(self._card, key) is None or not self.tree.go_to(key):
            self._wanted = key

    def show_head(self) -> None:
        """The edition as a whole."""
        if self._card is not None:
            self.panel.settle(partial(self._show_whole, self._card), self._stay)

    def _show_whole(self, card: EditionCard) -> None:
        self.tree.setCurrentIndex(self.tree.rootIndex())
        self.tree.clearSelection()
        self._show(self._head(card))

    def edit(self) -> None:
        """Puts the keyboard into the form (F2)."""
        self.panel.focus_form()

    def store(self) -> None:
        """Stores the form (Ctrl+S)."""
        self.panel.store()

    def add(self, kind: NodeKind) -> None:
        """An empty form for a part, a unit, or an outcome in the unit the keyboard stands in."""
        if self._card is not None and not self._card.acts.editing:
            self.panel.settle(partial(self._begin, kind), self._stay)

    def _add_another(self, kind: NodeKind, code: str) -> None:
        """Another empty form at once, for whoever types on; the edition shown does not know the last code yet."""
        self._wanted = None
        self._begin(kind, code)

    def borrow(self) -> None:
        """Chooses units of another standard that stand here too."""
        if self._card is not None:
            dialog = BorrowDialog(self._desk, self._card, self)
            dialog.stored.connect(self._taken)
            dialog.open()

    def paste(self) -> None:
        """The lines of the clipboard become outcomes of the unit the keyboard stands in."""
        unit = self._unit()
        if unit is None or self._card is None or self._card.acts.editing:
            self.panel.show_trouble(self._language.say("Choose a unit first; outcomes stand in a unit."), None, None)
            return
        pasted = QGuiApplication.clipboard().text()
        language = "en" if self._in_english(unit) else "lv"
        self.panel.settle(
            lambda: self._do(standard_edit.add_outcomes, unit.id, pasted, language).then(self._taken), self._stay
        )

    def duplicate(self) -> None:
        """The unit or outcome stands a second time below."""
        key = self.tree.current()
        if key is not None:
            self.panel.settle(lambda: self._do(standard_moves.duplicate, key).then(self._wait_for), self._stay)

    def step(self, by: int) -> None:
        """One place up or down."""
        key = self.tree.current()
        if key is not None:
            self.panel.settle(lambda: self._do(standard_moves.move, key, by), self._stay)

    def remove(self) -> None:
        """Takes out what is chosen; asks first where something stands in it."""
        keys = self.tree.selected()
        if self._card is None or self._card.acts.editing or not keys:
            return
        lines = [line_of(self._card, key) for key in keys]
        inside = sum(len(line.outcomes) for line in lines if isinstance(line, UnitLine))
        say, count = self._language.say, self._language.count
        if len(keys) > 1 or inside:
            what = count("{n} line", "{n} lines", len(keys))
            within = count("{n} learning outcome", "{n} learning outcomes", inside)
            question = say("Take out {what}, with {within} in it?", what=what, within=within)
            if not confirm(self, self._language, question, say("Take out")):
                return
        self.panel.take_back()
        self._do(standard_moves.remove, keys)

    def _begin(self, kind: NodeKind, last: str = "") -> None:
        card = self._card
        if card is None:
            return
        above, blank = self._blank(card, kind, last.casefold())
        if above is None:
            self.panel.show_trouble(self._language.say("Choose a unit first; outcomes stand in a unit."), None, None)
        else:
            self.panel.begin(card, above, blank, kind)

    def _blank(self, card: EditionCard, kind: NodeKind, last: str) -> tuple[NodeKey | None, NodeForm]:
        """Where something new is to stand, and what its form begins with: a free code, the kind of its neighbours."""
        if kind is NodeKind.OUTCOME:
            unit = self._unit()
            if unit is None:
                return None, OutcomeForm()
            taken = {last, *(row.code.casefold() for one in card.units for row in one.outcomes)}
            stem = standard_edit.stem_of(unit.outcomes[-1].code) if unit.outcomes else f"{unit.code}."
            code = standard_edit.free_code(stem, taken, len(unit.outcomes) + 1)
            return NodeKey(NodeKind.UNIT, unit.id), OutcomeForm(code)
        head = self._head(card)
        if kind is NodeKind.PART:
            return head, PartForm(standard_edit.free_code("", {last, *(part.code.casefold() for part in card.parts)}))
        return head, self._blank_unit(card, last)

    def _blank_unit(self, card: EditionCard, last: str) -> UnitForm:
        taken = {last, *(unit.code.casefold() for unit in card.units)}
        near = self._unit() or (card.units[-1] if card.units else None)
        key = self.tree.current()
        part = key.id if key is not None and key.kind is NodeKind.PART else near.part_id if near is not None else None
        if near is None:
            return UnitForm(standard_edit.free_code("", taken), part_id=part)
        code = standard_edit.free_code(standard_edit.stem_of(near.code), taken, len(taken) + 1)
        return UnitForm(code, near.kind, part_id=part, credit_unit=near.credit_unit)

    def _choose(self, key: NodeKey | None) -> None:
        shown = self.panel.shown
        if key is None or self._card is None:
            return
        if shown is not None and not shown.new and shown.key == key:
            return
        self.panel.settle(partial(self._show, key), self._stay)

    def _show(self, key: NodeKey) -> None:
        if self._card is not None:
            self.panel.show_node(self._card, key)

    def _stay(self) -> None:
        """What cannot be stored keeps the keyboard where it is."""
        shown = self.panel.shown
        if shown is not None and not shown.new and shown.kind is not NodeKind.HEAD:
            self.tree.go_to(shown.key)

    def _stored(self, key: NodeKey) -> None:
        shown = self.panel.shown
        if shown is not None and shown.new:
            self._wanted = key
            if self._card is not None:
                self.panel.show_node(self._card, shown.key)
        self.happened.emit(self._language.say("Stored"))

    def _taken(self, keys: object) -> None:
        if isinstance(keys, tuple) and keys:
            self._wanted = keys[0]
            self.happened.emit(self._language.count("{n} taken over", "{n} taken over", len(keys)))

    def _wait_for(self, key: object) -> None:
        if isinstance(key, NodeKey):
            self._wanted = key

    def _dropped(self, key: NodeKey, above: NodeKey, at: int) -> None:
        self.panel.settle(lambda: self._do(standard_moves.place, key, above, at), self._stay)

    def _pressed(self, name: str) -> None:
        if self._card is not None and (not self._card.acts.editing or name == "edit"):
            self._doing[name]()

    def _do(self, act: Callable[..., Any], *given: object) -> "Promise[Any]":
        return self._desk.jobs.do(self.panel, act, *given)

    def _unit(self) -> UnitLine | None:
        """The unit the keyboard stands on or in."""
        node = self.tree.current_node()
        while node is not None and not isinstance(node.line, UnitLine):
            node = node.parent
        if node is not None and isinstance(node.line, UnitLine):
            return node.line
        shown = self.panel.shown
        if shown is not None and shown.kind is NodeKind.OUTCOME and shown.new and self._card is not None:
            held = line_of(self._card, shown.key)
            return held if isinstance(held, UnitLine) else None
        return None

    def _in_english(self, unit: UnitLine) -> bool:
        """Outcomes are pasted in the language in which those of the unit stand, else in that of the window."""
        rows: tuple[OutcomeLine, ...] = unit.outcomes
        if rows:
            return all(row.text_en and not row.text_lv for row in rows)
        return self._language.code == "en" and not unit.title_lv

    def _head(self, card: EditionCard) -> NodeKey:
        return NodeKey(NodeKind.HEAD, card.row.id)

    def _search(self) -> None:
        words = self.words.text()
        found = self.tree.search(words)
        self._found.setText(self._language.count("{n} found", "{n} found", found) if words.strip() else "")

    def _search_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(self._language.say("Search in this edition"))
        line.setAccessibleName(self._language.say("Search in this edition"))
        line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        line.setClearButtonEnabled(True)
        line.textChanged.connect(lambda _: self._search())
        return line

    def _lay_out(self) -> None:
        say = self._language.say
        self.whole = QPushButton(say("The edition as a whole"), self)
        self.whole.clicked.connect(lambda _: self.show_head())
        line = QHBoxLayout()
        line.setSpacing(2 * STEP)
        line.addWidget(self.words, 1)
        line.addWidget(self._found)
        line.addWidget(self.tools)
        line.addWidget(self.whole)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(line)
        column.addWidget(self.tree, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([720, 480])
        self.splitter.setChildrenCollapsible(False)
        self._desk.memory.follow_splitter("standard", self.splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
