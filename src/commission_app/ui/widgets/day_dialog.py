"""Asks for one day, to filter a list by."""

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog


class DayDialog(FormDialog):
    """One date; `stored` brings it."""

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(desk, title, desk.language.say("Show"), parent)
        self.day = self.form.add("day", desk.language.say("Day"), DateEdit(desk.language), required=True)
        self.day.set_value(today())

    def submit(self) -> None:
        """Tells the day."""
        self.form.mark_clean()
        self.stored.emit(self.day.value())
        self.accept()
