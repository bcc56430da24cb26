"""The guests of a sitting: who is heard or present without a vote, in which item, and from when to when."""

from datetime import time
from typing import cast

from PySide6.QtWidgets import QWidget

from commission_app.services import guests
from commission_app.services.guests import GuestForm, GuestLine
from commission_app.services.sitting_cards import SittingCard
from commission_app.ui.columns import Column
from commission_app.ui.desk import Desk
from commission_app.ui.sittings.table_dialog import TableDialog
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.time_edit import TimeEdit


class GuestsDialog(TableDialog):
    """A guest chosen in the list is changed; without one a new guest is entered."""

    def __init__(self, desk: Desk, held: SittingCard, parent: QWidget) -> None:
        say = desk.language.say
        columns: list[Column[GuestLine]] = [
            Column("name", say("Guest"), lambda row: row.form.name, stretch=True),
            Column("post", say("Post"), lambda row: row.form.post),
            Column("item", say("Heard in"), lambda row: row.case_number or say("the whole sitting")),
            Column("times", say("Time"), lambda row: self._times(row.form)),
        ]
        super().__init__(desk, say("Guests"), say("Save the guest"), columns, parent)
        self._held = held
        self._at: int | None = None
        self.told.setText(say("Guests take part without a vote; the minutes name them with their post and times."))
        self.told.setProperty("role", "soft")
        self.fresh = self.tool(say("Another guest"))
        self.fresh.clicked.connect(lambda _: self._begin())
        self.off = self.tool(say("Take off the list"))
        self.off.clicked.connect(lambda _: self._remove())
        self.name = self.form.add("name", say("Name, surname"), TextInput(self), required=True)
        self.post = self.form.add("post", say("Post"), TextInput(self), beside=True)
        self.item = self.form.add("item", say("Heard in"), Choice(self))
        numbered = ((line.item_id, f"{line.position}. {line.case_number}") for line in held.agenda)
        self.item.offer(numbered, empty=say("the whole sitting"))
        self.arrived = self.form.add("arrived", say("Came at"), TimeEdit(desk.language), beside=True)
        self.left_at = self.form.add("left", say("Left at"), TimeEdit(desk.language), beside=True)
        self.ask()

    def submit(self) -> None:
        """Stores the guest."""
        item = cast("int | None", self.item.value())
        clocks = (self.arrived.value(), self.left_at.value())
        form = GuestForm(self.name.value(), self.post.value(), item, *clocks)
        do = self.desk.jobs.do
        if self._at is None:
            self.changed(do(self, guests.invite, self._held.id, form))
        else:
            self.changed(do(self, guests.change, self._at, form))

    def ask(self) -> None:
        """Asks for the guests."""
        self.desk.jobs.ask(self, guests.of_sitting, self._held.id).then(self._show)

    def row_chosen(self, row: object) -> None:
        """Shows a guest in the form."""
        if isinstance(row, GuestLine):
            self._at = row.id
            said = row.form
            values = {"name": said.name, "post": said.post, "item": said.item_id}
            self.form.load({**values, "arrived": said.arrived, "left": said.left})
            self.off.setEnabled(True)

    def _show(self, lines: tuple[GuestLine, ...]) -> None:
        self.table.show_rows(lines)
        self._begin()

    def _begin(self) -> None:
        self._at = None
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rootIndex())
        self.form.load({"name": "", "post": "", "item": None, "arrived": None, "left": None})
        self.off.setEnabled(False)
        self.name.setFocus()

    def _remove(self) -> None:
        if self._at is not None:
            self.changed(self.desk.jobs.do(self, guests.remove, self._at))

    def _times(self, form: GuestForm) -> str:
        if form.arrived is None:
            return ""
        return f"{self._clock(form.arrived)}–{self._clock(form.left)}"

    def _clock(self, clock: time | None) -> str:
        return "" if clock is None else f"{clock:%H.%M}" if self.language.code == "lv" else f"{clock:%H:%M}"
