"""The day on which an edition ends."""

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.services import standards
from commission_app.services.standards import EditionCard
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog


class RetireDialog(FormDialog):
    """One date; its cases stay, no new one is opened."""

    def __init__(self, desk: Desk, held: EditionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Retire edition {label}", label=held.row.label), say("Retire"), parent)
        self._held = held
        told = say("Cases that rest on the edition go on; no new case is opened against it.")
        self.until = self.form.add(
            "until", say("In force until"), DateEdit(desk.language), required=True, help_text=told
        )
        self.until.set_value(today())

    def submit(self) -> None:
        """The edition is retired."""
        day = self.until.value()
        assert day is not None
        self.act(self.desk.jobs.do(self, standards.retire, self._held.row.id, self._held.row.version, day))
