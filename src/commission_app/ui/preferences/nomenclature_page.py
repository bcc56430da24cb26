"""The nomenclature of files: indexes, what lies under each, and how long it is kept."""

from typing import ClassVar

from commission_app.services import archive_nomenclature
from commission_app.services.archive_nomenclature import EntryLine, said_keeping
from commission_app.ui.columns import RIGHT, Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.nomenclature_dialog import EntryDialog
from commission_app.ui.preferences.page import Page
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.paper_buttons import show_when_made
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class NomenclaturePage(Page):
    """The institution's own list; the program brings none, because every institution agrees its own."""

    watches: ClassVar[frozenset[str]] = frozenset({"nomenclature", "volume"})

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say("Indexes of case files and registers, agreed with the archive; each paper's file goes by them.")
        super().__init__(desk, say("Nomenclature of files"), purpose)
        self.prominent(say("New index …"), self.new, "plus")
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(lambda _: self.edit())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.change = self.button(say("Edit …"), self.edit, "edit")
        self.out = self.button(say("Take out …"), self.take_out, "trash")
        self.printing = self.button(say("Print …"), self.print_paper, "print")
        self.heading(say("Indexes"), self.change, self.out, self.printing)
        self.none = EmptyState(
            say("No index is entered yet. Copy them from the nomenclature that your institution has agreed."),
            icon="registers",
            parent=self,
        )
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.none, 1)
        self._offer()

    def refresh(self) -> None:
        """Asks for the indexes again."""
        self.jobs.ask(self, archive_nomenclature.lines).then(self._show)

    def new(self) -> None:
        """Enters a new index."""
        self._ask(EntryDialog(self.desk, None, self))

    def edit(self) -> None:
        """Corrects the chosen index."""
        line = self._line()
        if line is not None:
            self._ask(EntryDialog(self.desk, line, self))

    def take_out(self) -> None:
        """Takes the chosen index out, after asking."""
        line, say = self._line(), self.language.say
        if line is not None:
            question = say("Take {name} out?", name=line.form.index_no)
            if confirm(self, self.language, question, say("Take out")):
                self.jobs.do(self, archive_nomenclature.remove, line.id, line.version).then(lambda _: self._stored())

    def print_paper(self) -> None:
        """Shows the nomenclature in force, ready for the printer."""
        title = self.language.say("Nomenclature of files")

        show_when_made(self, self.desk, title, self.jobs.ask(self, archive_nomenclature.paper, self.language))

    def _line(self) -> EntryLine | None:
        found = self.table.current()
        return found if isinstance(found, EntryLine) else None

    def _ask(self, dialog: EntryDialog) -> None:
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.told.emit(self.language.say("The nomenclature is changed."))
        self.refresh()

    def _show(self, lines: tuple[EntryLine, ...]) -> None:
        self.table.show_rows(lines)
        if lines and self.table.current() is None:
            self.table.selectRow(0)
        self.table.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self._offer()

    def _offer(self) -> None:
        line = self._line()
        self.change.setVisible(line is not None)
        self.out.setVisible(line is not None and not line.against_removal)
        self.printing.setVisible(bool(self.table.rows()))

    def _columns(self) -> tuple[Column[EntryLine], ...]:
        language, say = self.language, self.language.say
        now, other = State(say("in force"), "good"), State(say("not in force"), "neutral", "clock")

        def holds(line: EntryLine) -> str:
            form = line.form
            part = form.book or form.procedure
            text = word(language, form.holds)
            return f"{text}: {word(language, part)}" if part is not None else text

        def kept(line: EntryLine) -> str:
            said = said_keeping(line.form.retention, line.form.years)
            return said if isinstance(said, str) else said.of(language)

        return (
            Column("index", say("Index"), lambda line: line.form.index_no),
            Column(
                "title", say("Title"), lambda line: half(language, line.form.title_lv, line.form.title_en), stretch=True
            ),
            Column("holds", say("What lies under it"), holds),
            Column("kept", say("Kept"), kept),
            Column("since", say("In force from"), lambda line: language.date(line.form.valid_from)),
            Column("volumes", say("Volumes"), lambda line: language.number(line.volumes), RIGHT),
            Column("state", say("State"), lambda line: now if line.in_force else other),
        )
