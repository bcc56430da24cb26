"""What is asked about minutes: the day of signature with the order of a deputy, and a correction after it."""

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import today
from commission_app.services import minutes_versions
from commission_app.services.minutes_versions import MinutesCard
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput


class SignMinutesDialog(FormDialog):
    """Who signs, and when; a deputy is asked for the order that let the deputy preside."""

    def __init__(self, desk: Desk, held: MinutesCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            desk, say("Sign minutes No. {number}", number=held.number), say("The minutes are signed"), parent
        )
        self._held = held
        lines = [f"{half(desk.language, one.post.lv, one.post.en)} {one.name}" for one in held.signers]
        names = QLabel(say("Signed by: {names}", names="; ".join(lines)), self)
        names.setWordWrap(True)
        self.form.place(names)
        self.day = self.form.add(
            "signed_on",
            say("Signed on"),
            DateEdit(desk.language),
            required=True,
            help_text=say("Afterwards the minutes cannot be changed; a mistake is noted as a correction."),
        )
        self.day.set_value(today())
        self.order = self.form.add("chair_order", say("Order by which the deputy presided, No."), TextInput(self))
        self.order.set_value(held.chair_order)
        self.form.field("chair_order").setVisible(bool(held.stands_in))
        self.form.mark_clean()

    def submit(self) -> None:
        """Makes the version final."""
        day = self.day.value()
        assert day is not None
        held = self._held
        self.act(self.desk.jobs.do(self, minutes_versions.sign, held.sitting_id, held.version, day, self.order.value()))


class CorrectMinutesDialog(FormDialog):
    """What is wrong in signed minutes: where, how it should read, and why."""

    def __init__(self, desk: Desk, held: MinutesCard, parent: QWidget) -> None:
        say = desk.language.say
        title = say("Correction to minutes No. {number}", number=held.number)
        super().__init__(desk, title, say("Note the correction"), parent)
        self._held = held
        self.where = self.form.add("place", say("Place in the minutes"), TextInput(self), required=True)
        self.becomes = self.form.add("becomes", say("How it should read"), LongTextInput(self, lines=3), required=True)
        self.reason = self.form.add(
            "reason", say("Reason of the correction"), LongTextInput(self, lines=2), required=True
        )

    def submit(self) -> None:
        """Notes the correction beside the minutes."""
        held = self._held
        given = (self.where.value(), self.becomes.value(), self.reason.value())
        self.act(self.desk.jobs.do(self, minutes_versions.correct, held.sitting_id, held.version, *given))
