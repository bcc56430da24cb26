"""The files that wait to be bound: closed cases and ended years of registers, ticked and bound together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from commission_app.rules.vocabulary.register import Book
from commission_app.services import archive_volumes
from commission_app.services.archive_lists import Unbound, UnboundBook, UnboundCase
from commission_app.services.archive_volumes import Binding
from commission_app.ui.desk import Desk
from commission_app.ui.jobs import Batch
from commission_app.ui.registers.list_part import ListPart
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.inputs import TickInput
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

_ROW = Qt.ItemDataRole.UserRole
NAME, DAY, INDEX = range(3)


class UnboundPanel(ListPart):
    """Space ticks a line; binding goes case by case and can be cancelled, what is bound stays bound."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        say = desk.language.say
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([say("Case or register"), say("Received"), say("Index")])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(say("To be bound"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for at in (DAY, INDEX):
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemChanged.connect(lambda *_: self.changed.emit())
        self.more = QLabel(self)
        self.more.setProperty("role", "small")
        self.more.setWordWrap(True)
        self.none = EmptyState(
            say("Nothing waits to be bound: every closed case and every ended year of a register lies in a volume."),
            icon="done",
            parent=self,
        )
        for widget in (self.tree, self.none):
            self.column.addWidget(widget, 1)
        self.both_sides = TickInput(say("The papers are printed on both sides: two pages are one sheet"), self)
        self.column.addWidget(self.both_sides)
        self.column.addWidget(self.more)

    def show_rows(self, held: Unbound) -> None:
        """Shows what waits; what was ticked stays ticked."""
        kept, say = set(self.ticked()), self.language.say
        self.tree.blockSignals(True)
        self.tree.clear()
        rows: tuple[UnboundCase | UnboundBook, ...] = (*held.books, *held.cases)
        for row in rows:
            self._add(row, row in kept)
        self.tree.blockSignals(False)
        self.tree.setVisible(bool(rows))
        self.both_sides.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.more.setText(say("{n} more wait; they come when these are bound.", n=self.language.number(held.more)))
        self.more.setVisible(held.more > 0)

    def ticked(self) -> tuple[UnboundCase | UnboundBook, ...]:
        """The ticked lines."""
        items = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        return tuple(item.data(NAME, _ROW) for item in items if item and item.checkState(NAME) is Qt.CheckState.Checked)

    def tick_all(self) -> None:
        """Ticks every line that the nomenclature has an index for."""
        self.tree.blockSignals(True)
        for at in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(at)
            if item is not None and item.data(NAME, _ROW).indexed:
                item.setCheckState(NAME, Qt.CheckState.Checked)
        self.tree.blockSignals(False)
        self.changed.emit()

    def bind(self) -> None:
        """Binds what is ticked, one short act a file."""
        ticked = self.ticked()
        cases = [row.id for row in ticked if isinstance(row, UnboundCase)]
        for row in ticked:
            if isinstance(row, UnboundBook):
                self._bind_book(row.book, row.year)
        if cases:
            pieces = [Binding(key, self.both_sides.value()) for key in cases]
            promise = self.jobs.each(self, archive_volumes.bind_one, pieces)
            promise.called(self.language.say("Binding files")).then(self._bound)

    def offered(self) -> list[Offered]:
        """Binding what is ticked, and ticking all."""
        say, many = self.language.say, len(self.ticked())
        if not self.tree.topLevelItemCount():
            return []
        every = Offered(say("Tick all"), (), self.tick_all, "check")
        if not many:
            return [every]
        return [Offered(say("Bind ({n})", n=many), (), self.bind, "file"), every]

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.tree.setFocus()

    def _bind_book(self, book: Book, year: int) -> None:
        """The pages of the printed book are counted first, then it is bound."""

        def bind(pages: int) -> None:
            self.jobs.do(self, archive_volumes.bind_book, book, year, pages).then(lambda _: self._said(1))

        counted = self.jobs.ask_each(self, archive_volumes.book_pages, book, year, self.language)
        counted.called(self.language.say("Counting the pages of the book")).then(bind)

    def _bound(self, batch: Batch[Binding, tuple[int, ...]]) -> None:
        self._said(len(batch.answers))
        if batch.troubles:
            _, trouble = batch.troubles[0]
            self.told.emit(sentence(self.language, trouble.refusal))

    def _said(self, many: int) -> None:
        self.told.emit(self.language.count("{n} file is bound.", "{n} files are bound.", many))

    def _add(self, row: UnboundCase | UnboundBook, ticked: bool) -> None:
        language, say = self.language, self.language.say
        if isinstance(row, UnboundCase):
            name, day = f"{row.number} · {row.name}", language.date(row.received_on)
        else:
            name, day = f"{word(language, row.book)}, {row.year}", ""
        item = QTreeWidgetItem(self.tree, [name, day, "" if row.indexed else say("not in the nomenclature")])
        item.setToolTip(NAME, name)
        item.setData(NAME, _ROW, row)
        item.setCheckState(NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
