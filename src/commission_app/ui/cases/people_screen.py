"""The list of persons, and beside it the records that may be of one person."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.services import person_list, person_matches
from commission_app.services.person_list import PersonRow
from commission_app.services.person_matches import Double
from commission_app.ui.cases.merge_dialog import MergeDialog, said
from commission_app.ui.columns import Column, ListFilter, ListQuestions, Query, counted, dated
from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.tables import ListView
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import excel_button, save_list, save_rows
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.words import word

PEOPLE, DOUBLES = "people", "doubles"


class PeopleScreen(Screen):
    """Enter opens a person; possible duplicates are merged or set apart."""

    watches: ClassVar[frozenset[str]] = frozenset({"person", "case"})
    help_topic: ClassVar[str] = "cases"
    rail: ClassVar[str] = "cases"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.list = ListView(
            desk,
            "people",
            columns(desk.language),
            ListQuestions(person_list.page, person_list.ids, person_list.rows_of),
            sort="name",
            filters=(
                ListFilter(
                    "code", say("Personal code"), [("some", say("with a code")), ("none", say("without a code"))]
                ),
            ),
            empty=EmptyState(say("Nobody has applied yet."), icon="person", parent=self),
            export=lambda _: save_list(desk, self.list, self.title(), self.tell),
        )
        self.list.opened.connect(lambda key: self.go.emit(Place("person", key)))
        self.doubles = RowsTable(double_columns(desk.language), self)
        self.doubles.opened.connect(lambda _: self.merge())
        self.none = EmptyState(say("No two records seem to be of one person."), icon="person", parent=self)
        self.merging = QPushButton(say("Merge …"), self)
        self.merging.setProperty("role", "prominent")
        self.merging.clicked.connect(lambda _: self.merge())
        self.apart = QPushButton(say("Not the same person"), self)
        self.apart.clicked.connect(lambda _: self.set_apart())
        self.shown = Segments(self).offer([(PEOPLE, say("People"), ""), (DOUBLES, say("Possible duplicates"), "")])
        self.shown.chosen.connect(self._turn)
        self.stack = QStackedWidget(self)
        self._lay_out()
        if isinstance(place.key, str) and place.key and place.key != DOUBLES:
            self.list.begin_with(Query(words=place.key, sort="name"))
        self._turn(DOUBLES if place.key == DOUBLES else PEOPLE)

    def title(self) -> str:
        """What is listed."""
        return self.language.say("People")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The list of cases stands above."""
        return ((self.language.say("Cases"), Place("cases")),)

    def refresh(self) -> None:
        """Asks for both lists again."""
        self.list.refresh()
        self.jobs.ask(self, person_matches.doubles).then(self._show_doubles)

    def focus_first(self) -> None:
        """Puts the keyboard into the list that is shown."""
        if self.shown.value() == PEOPLE:
            self.list.focus_first()
        else:
            self.doubles.setFocus()

    def merge(self) -> None:
        """Asks which of the two records is kept."""
        row: Double | None = self.doubles.current()
        if row is not None:
            dialog = MergeDialog(self.desk, row.first, row.second, self)
            dialog.stored.connect(lambda _: self._told(self.language.say("The two records were merged.")))
            dialog.open()

    def set_apart(self) -> None:
        """Marks the two as different persons."""
        row: Double | None = self.doubles.current()
        say = self.language.say
        if row is None:
            return
        names = {"first": row.first.name, "second": row.second.name}
        question = say("Are {first} and {second} two persons? They will not be suggested again.", **names)
        if confirm(self, self.language, question, say("Not the same person")):
            done = self.jobs.do(self, person_matches.set_apart, *row.id).resting(self.apart)
            done.then(lambda _: self._told(say("The two records stay apart.")))

    def save_doubles(self) -> None:
        """Saves the possible duplicates as a workbook; the codes in them are masked."""
        save_rows(self.desk, self.doubles, self.language.say("Possible duplicates"), self.tell)

    def _told(self, text: str) -> None:
        self.tell(text)
        self.refresh()

    def _turn(self, what: object) -> None:
        self.shown.set_value(what)
        self.stack.setCurrentIndex(0 if what == PEOPLE else 1)

    def _show_doubles(self, rows: tuple[Double, ...]) -> None:
        say = self.language.say
        self.doubles.show_rows(rows)
        if rows and self.doubles.current() is None:
            self.doubles.selectRow(0)
        for widget in (self.doubles, self.merging, self.apart):
            widget.setVisible(bool(rows))
        self.none.setVisible(not rows)
        name = say("Possible duplicates")
        self.shown.name(DOUBLES, f"{name} ({self.language.number(len(rows))})" if rows else name)

    def _lay_out(self) -> None:
        heading = QLabel(self.language.say("People"), self)
        heading.setProperty("role", "display")
        self.body.addWidget(heading)
        self.body.addWidget(self.shown)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(self.doubles, 1)
        column.addWidget(self.none, 1)
        deeds = QHBoxLayout()
        deeds.addWidget(self.merging)
        deeds.addWidget(self.apart)
        deeds.addStretch(1)
        deeds.addWidget(excel_button(self.desk, self.doubles, self.save_doubles, page))
        column.addLayout(deeds)
        self.stack.addWidget(self.list)
        self.stack.addWidget(page)
        self.body.addWidget(self.stack, 1)


def columns(language: Language) -> Sequence[Column[PersonRow]]:
    """The columns of the list; the code is masked."""
    say = language.say
    return (
        Column("name", say("Person"), lambda row: row.name, width_hint=30, stretch=True, tooltip=lambda row: row.name),
        Column("code", say("Personal code"), lambda row: row.masked_code, width_hint=14, sortable=False),
        dated(language, "born", say("Date of birth"), lambda row: row.birth_date, 14, sortable=False),
        counted(language, "cases", say("Cases"), lambda row: row.cases, 8, sortable=False),
    )


def double_columns(language: Language) -> Sequence[Column[Double]]:
    """The two records and why they may be one."""
    say = language.say
    return (
        Column("first", say("Record"), lambda row: said(language, row.first), width_hint=30),
        Column("second", say("Another record"), lambda row: said(language, row.second), width_hint=30),
        Column(
            "why",
            say("Why"),
            lambda row: ", ".join(word(language, why) for why in row.why),
            width_hint=24,
            stretch=True,
        ),
    )
