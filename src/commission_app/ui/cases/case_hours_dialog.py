"""The hours of one case where its price is by the hour: those of the price list, or counted with a reason."""

from decimal import Decimal

from PySide6.QtWidgets import QPushButton, QWidget

from commission_app.rules.hour_prices import HOUR, CaseHours
from commission_app.services import case_hours
from commission_app.services.case_hours import HoursCard
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit


class CaseHoursDialog(FormDialog):
    """What the price list reckons with stands below each field; one press brings it back."""

    def __init__(self, desk: Desk, card: HoursCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Hours of the case"), say("Save"), parent)
        self._card = card
        shown, norm = card.hours, card.reckoned
        self.fields = [
            self.form.add(
                name,
                text,
                NumberEdit(language, decimals=2),
                required=True,
                beside=at > 0,
                help_text=say("by the price list: {hours}", hours=language.number(Decimal(reckoned) / HOUR)),
            )
            for at, (name, text, reckoned) in enumerate(
                (
                    ("consultation", say("Consultation, h"), norm.consultation),
                    ("assessment", say("Assessment, h"), norm.assessment),
                    ("commission", say("Commission, h"), norm.commission),
                )
            )
        ]
        self.reason = self.form.add("reason", say("Reason"), TextInput(), required=True)
        for field, amount in zip(self.fields, (shown.consultation, shown.assessment, shown.commission), strict=True):
            field.set_value(Decimal(amount) / HOUR)
        self.reason.set_value(shown.reason)
        self.form.mark_clean()
        self.back = QPushButton(say("Take the hours of the price list again"), self)
        self.back.setAutoDefault(False)
        self.back.clicked.connect(lambda _: self.forget())
        self.back.setVisible(card.counted)
        self.form.place(self.back)

    def submit(self) -> None:
        """Counts the hours."""
        consultation, assessment, commission = (int((field.value() or 0) * HOUR) for field in self.fields)
        hours = CaseHours(consultation, assessment, commission, self.reason.value())
        self.act(self.desk.jobs.do(self, case_hours.count, self._card.case_id, self._card.version, hours))

    def forget(self) -> None:
        """Takes the hours of the price list again."""
        self.act(self.desk.jobs.do(self, case_hours.forget, self._card.case_id, self._card.version))
