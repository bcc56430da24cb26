"""A page of the preferences that is one list of dated lines: entered, corrected, copied for another, taken out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from commission_app.services.office import Reading, Work
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.rows_table import RowsTable


class Line(Protocol):
    """What every such line has: a key, the version seen, and whether it holds today."""

    @property
    def id(self) -> int:
        """Its key."""

    @property
    def version(self) -> int:
        """As it was seen."""

    @property
    def in_force(self) -> bool:
        """Whether it holds today."""


L = TypeVar("L", bound=Line)


@dataclass(frozen=True)
class LinesSaid:
    """The words of such a page, already in the reader's language."""

    title: str
    purpose: str
    new: str
    copy: str
    heading: str
    none: str
    changed: str


class LinesPage(Page, Generic[L]):
    """What is listed, how a line is edited and what is asked before it is taken out is each page's own."""

    def __init__(
        self,
        desk: Desk,
        said: LinesSaid,
        lines: Callable[[Reading], Sequence[L]],
        remove: Callable[[Work, int, int], None],
    ) -> None:
        say = desk.language.say
        super().__init__(desk, said.title, said.purpose)
        self._said, self._lines, self._remove = said, lines, remove
        self.prominent(said.new, self.new, "plus")
        self.table = RowsTable(self.columns(), self)
        self.table.opened.connect(self._ask)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.change = self.button(say("Edit …"), self.edit, "edit")
        self.again = self.button(said.copy, self.copy)
        self.out = self.button(say("Take out …"), self.take_out, "trash")
        self.heading(said.heading, self.change, self.again, self.out)
        self.none = EmptyState(said.none, icon="registers", parent=self)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.none, 1)
        self._offer()

    def columns(self) -> tuple[Column[L], ...]:
        """The columns of the list; each page has its own."""
        raise NotImplementedError

    def dialog(self, line: L | None, *, copy: bool = False) -> FormDialog:
        """The form of a line, of a new one, or of another like it; each page has its own."""
        raise NotImplementedError

    def question(self, line: L) -> str:
        """What is asked before a line is taken out; each page has its own."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Asks for the lines again."""
        self.jobs.ask(self, self._lines).then(self._show)

    def new(self) -> None:
        """Enters a new line."""
        self._ask(None)

    def edit(self) -> None:
        """Corrects the chosen line."""
        if self.table.current() is not None:
            self._ask(self.table.current())

    def copy(self) -> None:
        """Begins another line like the chosen one."""
        if self.table.current() is not None:
            self._ask(self.table.current(), copy=True)

    def take_out(self) -> None:
        """Takes the chosen line out, after asking."""
        line: Any = self.table.current()
        if line is not None and confirm(self, self.language, self.question(line), self.language.say("Take out")):
            self.jobs.do(self, self._remove, line.id, line.version).then(lambda _: self._stored())

    def state_column(self) -> Column[L]:
        """Whether a line holds today, as a chip."""
        say = self.language.say
        now, other = State(say("in force"), "good"), State(say("not in force"), "neutral", "clock")
        return Column("state", say("State"), lambda line: now if line.in_force else other)

    def dates_column(self, form: Callable[[L], Any]) -> Column[L]:
        """From when to when a line holds."""
        language = self.language

        def dates(line: L) -> str:
            held = form(line)
            until = language.date(held.valid_until) if held.valid_until else "…"
            return f"{language.date(held.valid_from)} – {until}"

        return Column("dates", language.say("In force"), dates)

    def _ask(self, line: Any, *, copy: bool = False) -> None:
        dialog = self.dialog(line, copy=copy)
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.told.emit(self._said.changed)
        self.refresh()

    def _show(self, lines: Sequence[L]) -> None:
        self.table.show_rows(lines)
        if lines and self.table.current() is None:
            self.table.selectRow(0)
        self.table.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self._offer()

    def _offer(self) -> None:
        there = self.table.current() is not None
        for button in (self.change, self.again, self.out):
            button.setVisible(there)
