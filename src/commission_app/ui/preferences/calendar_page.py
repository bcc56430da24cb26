"""The calendar of the office: public holidays and moved days stand there; days of the institution's own are entered."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.deadline import DayKind
from commission_app.services import calendar, deadlines
from commission_app.services.calendar import DayForm, DayLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word

YEARS_BACK, YEARS_ON = 3, 3


class DayDialog(FormDialog):
    """A day, whether it is free or worked, and what it is called."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Day of the calendar"), say("Save"), parent)
        self.day = self.form.add("day", say("Day"), DateEdit(language), required=True)
        self.kind = self.form.add("kind", say("Kind"), Choice().offer_words(language, DayKind), beside=True)
        self.name = self.form.add("name", say("Name"), TextInput())
        self.kind.setCurrentIndex(0)
        self.form.mark_clean()

    def submit(self) -> None:
        """Keeps the day."""
        day, kind = self.day.value(), self.kind.value()
        assert day is not None
        assert isinstance(kind, DayKind)
        self.act(self.desk.jobs.do(self, calendar.enter, DayForm(day, kind, self.name.value())))


class CalendarPage(Page):
    """One year at a time."""

    watches: ClassVar[frozenset[str]] = frozenset({"calendar"})

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        super().__init__(
            desk,
            say("Calendar"),
            say(
                "Days on which the institution does not work or works although it is a day of rest. Latvian public "
                "holidays and moved working days stand here by themselves."
            ),
        )
        self.prominent(say("New day …"), self.new, "plus")
        self.year = Choice()
        this = today().year
        self.year.offer([(year, str(year)) for year in range(this - YEARS_BACK, this + YEARS_ON + 1)])
        self.year.set_value(this)
        self.year.setAccessibleName(say("Year"))
        self.year.currentIndexChanged.connect(lambda _: self.refresh())
        self.out = self.button(say("Take out …"), self.take_out, "trash")
        self.again = self.button(say("Reckon the deadlines again"), self.reckon, "reload")
        heading: QLabel = self.heading(say("Year"), self.again, self.out)
        heading.setBuddy(self.year)
        self.body.addWidget(self.year)
        self.table = RowsTable(self._columns(), self)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.body.addWidget(self.table, 1)
        self._offer()

    def refresh(self) -> None:
        """Asks for the days of the year."""
        year = self.year.value()
        if isinstance(year, int):
            self.jobs.ask(self, calendar.days, year).then(self._show)

    def new(self) -> None:
        """Enters a day of the institution's own."""
        dialog = DayDialog(self.desk, self)
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def take_out(self) -> None:
        """Takes the chosen day out, after asking; public holidays stay."""
        line: DayLine | None = self.table.current()
        if line is None or line.id is None:
            return
        say = self.language.say
        question = say("Take the day {day} out of the calendar?", day=self.language.date(line.day))
        if confirm(self, self.language, question, say("Take out")):
            self.jobs.do(self, calendar.take_out, line.id).then(lambda _: self._stored())

    def reckon(self) -> None:
        """Every open case is due by its term and the calendar as they are now: after a rule was settled backwards."""
        count = self.language.count
        promise = self.jobs.do(self, deadlines.refresh_all).resting(self.again)
        promise.then(lambda moved: self.told.emit(count("{n} deadline moved.", "{n} deadlines moved.", moved)))

    def _stored(self) -> None:
        self.told.emit(self.language.say("The calendar is changed."))
        self.refresh()

    def _show(self, days: Sequence[DayLine]) -> None:
        self.table.show_rows(days)
        self._offer()

    def _offer(self) -> None:
        line: DayLine | None = self.table.current()
        self.out.setVisible(line is not None and line.id is not None)

    def _columns(self) -> tuple[Column[DayLine], ...]:
        language, say = self.language, self.language.say
        tones = {DayKind.FREE: "info", DayKind.WORKING: "warn"}
        return (
            Column("day", say("Day"), lambda line: language.date(line.day)),
            Column("kind", say("Kind"), lambda line: State(word(language, line.kind), tones[line.kind])),
            Column("name", say("Name"), lambda line: line.name, stretch=True),
            Column("by", say("By"), lambda line: say("law") if line.id is None else say("the institution")),
        )
