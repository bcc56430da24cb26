"""All consultations of a year: with whom, how long, free or paid; one may be held before there is any case."""

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.register import Book
from commission_app.services import consultations
from commission_app.services.consultations import ConsultationRow
from commission_app.ui.cases.consultation_print import ConsultationPrint
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word

YEARS_BACK = 8


class ConsultationsScreen(Screen):
    """The list with its sum; Enter opens one."""

    watches: ClassVar[frozenset[str]] = frozenset({"consultation", "person"})
    help_topic: ClassVar[str] = "cases"
    rail: ClassVar[str] = "cases"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say, say_of, language = desk.language.say, desk.language.say_of, desk.language
        self.year = Choice(self)
        now = today().year
        self.year.offer((year, str(year)) for year in range(now, now - YEARS_BACK, -1))
        self.year.setAccessibleName(say("Year"))
        self.year.currentIndexChanged.connect(lambda _: self.refresh())
        self.add = QPushButton(icon("plus"), say("Record a consultation …"), self)
        self.add.clicked.connect(lambda _: self.new())
        self.table = RowsTable(
            [
                Column("held", say_of("consultation", "Date"), lambda row: language.date(row.form.held_on)),
                Column("who", say_of("consultation", "Who"), lambda row: row.who, stretch=True),
                Column("case", say_of("consultation", "Case"), lambda row: row.case_number),
                Column("minutes", say_of("consultation", "Minutes"), lambda row: str(row.form.minutes), RIGHT),
                Column("form", say_of("consultation", "Form"), lambda row: word(language, row.form.form)),
                Column("free", say_of("consultation", "Free"), lambda row: say("yes") if row.form.free else say("no")),
                Column("consultant", say_of("consultation", "Consultant"), lambda row: row.form.consultant),
                Column("topic", say_of("consultation", "Topic"), lambda row: row.form.topic),
            ],
            self,
        )
        self.table.opened.connect(self._open)
        self.sum = QLabel(self)
        self.sum.setProperty("role", "soft")
        self.empty = EmptyState(
            say("No consultation was recorded in this year."), say("Record a consultation …"), self.new, parent=self
        )
        self.printing = ConsultationPrint(desk, self.table.current, self)
        self.excel = QPushButton(icon("download"), say("Save as Excel …"), self)
        self.excel.setToolTip("Ctrl+E")
        self.excel.clicked.connect(lambda _: self.save_workbook())
        QShortcut(QKeySequence("Ctrl+E"), self, self.save_workbook)
        self._lay_out()

    def title(self) -> str:
        """What is listed."""
        return self.language.say("Consultations")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """Cases stand above."""
        return ((self.language.say("Cases"), Place("cases")),)

    def refresh(self) -> None:
        """Asks for the consultations of the year chosen."""
        year = self.year.value()
        if isinstance(year, int):
            self.jobs.ask(self, consultations.everything, year).then(self._show)

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.table.setFocus()

    def new(self) -> None:
        """Records one without a case."""
        from commission_app.ui.cases.background_dialogs import ConsultationDialog

        ConsultationDialog(self.desk, None, self).open()

    def save_workbook(self) -> None:
        """Saves the register of the year as an Excel workbook."""
        from commission_app.services import book_files  # it brings the library of workbooks

        year, say = self.year.value(), self.language.say
        if isinstance(year, int) and not self.table.isHidden():
            asked = self.jobs.ask(self, book_files.workbook, Book.CONSULTATIONS, year, self.language)
            asked.called(say("Writing the workbook")).then(lambda data: self._save(year, data))

    def _save(self, year: int, data: bytes) -> None:
        say = self.language.say
        name = f"{say('Consultations')}-{year}.xlsx"
        save_copy(self, self.desk, name, data, lambda path: self.tell(say("Saved as {file}.", file=path.name)))

    def _lay_out(self) -> None:
        heading = QLabel(self.language.say("Consultations"), self)
        heading.setProperty("role", "display")
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.year)
        for button in (self.printing, self.excel, self.add):
            top.addWidget(button)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.sum)

    def _open(self, row: object) -> None:
        from commission_app.ui.cases.background_dialogs import ConsultationDialog

        if isinstance(row, ConsultationRow):
            ConsultationDialog(self.desk, row.case_id, self, row).open()

    def _show(self, rows: tuple[ConsultationRow, ...]) -> None:
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        for button in (self.add, self.printing, self.excel):
            button.setVisible(bool(rows))
        minutes, free = sum(row.form.minutes for row in rows), sum(row.form.free for row in rows)
        text = self.language.say(
            "Consultations: {n}, free: {free}, minutes: {minutes}.", n=len(rows), free=free, minutes=minutes
        )
        self.sum.setText(text if rows else "")
