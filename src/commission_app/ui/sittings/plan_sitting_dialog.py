"""The plan of a sitting: which commission, when, where, and how it meets."""

from datetime import time
from typing import cast

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.sitting import SittingForm
from commission_app.services import commissions, sittings
from commission_app.services.commissions import CommissionCard
from commission_app.services.sitting_cards import SittingCard
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.time_edit import TimeEdit, read_time


class PlanSittingDialog(FormDialog):
    """Plans a sitting, or moves one that is planned."""

    def __init__(self, desk: Desk, held: SittingCard | None, parent: QWidget) -> None:
        say = desk.language.say
        title = say("Plan a sitting") if held is None else say("Change the plan of the sitting")
        super().__init__(desk, title, say("Plan the sitting") if held is None else say("Save"), parent)
        self._held = held
        self.commission = self.form.add("commission", say("Commission"), Choice(self), required=True)
        self.day = self.form.add("held_on", say("Day"), DateEdit(desk.language), required=True)
        self.hour = self.form.add("planned_at", say("Begins at"), TimeEdit(desk.language), beside=True)
        self.room = self.form.add("place", say("Place"), TextInput(self))
        self.how = self.form.add("form", say("How it meets"), Choice(self), required=True, beside=True)
        self.how.offer_words(desk.language, SittingForm)
        self.how.set_value(SittingForm.ON_SITE)
        self.link = self.form.add("link", say("Link for those who take part remotely"), TextInput(self))
        self.day.set_value(today())
        if held is not None:
            self.form.load(
                {
                    "held_on": held.held_on,
                    "planned_at": read_time(held.planned_at),
                    "place": held.place,
                    "form": held.form,
                    "link": held.remote_link,
                }
            )
        desk.jobs.ask(self, commissions.commissions).then(self._offer)

    def submit(self) -> None:
        """Plans the sitting, or moves it."""
        day, hour = self.day.value(), self.hour.value()
        assert day is not None
        at = f"{hour:%H:%M}" if isinstance(hour, time) else ""
        room, how, link = self.room.value(), cast("SittingForm", self.how.value()), self.link.value()
        do = self.desk.jobs.do
        if self._held is not None:
            self.act(do(self, sittings.change_plan, self._held.id, self._held.version, day, at, room, how, link))
            return
        commission = self.commission.value()
        if isinstance(commission, int):
            self.act(do(self, sittings.plan, commission, day, at, room, how, link))

    def _offer(self, cards: tuple[CommissionCard, ...]) -> None:
        self.commission.offer((one.id, half(self.language, one.form.name_lv, one.form.name_en)) for one in cards)
        if self._held is not None:
            self.commission.set_value(self._held.commission_id)
            self.commission.setEnabled(False)
        elif len(cards) == 1:
            self.commission.set_value(cards[0].id)
