"""The day on which a decision was signed."""

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.services import decisions
from commission_app.services.decision_cards import DecisionCard
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog


class SignDialog(FormDialog):
    """One date; today unless another is typed."""

    def __init__(self, desk: Desk, held: DecisionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Decision No. {number}", number=held.number), say("Signed"), parent)
        self._held = held
        self.day = self.form.add("signed_on", say("Signed on"), DateEdit(desk.language), required=True)
        self.day.set_value(today())

    def submit(self) -> None:
        """Records the signature."""
        day = self.day.value()
        assert day is not None
        self.act(self.desk.jobs.do(self, decisions.sign, self._held.id, self._held.version, day))
