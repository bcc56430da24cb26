"""Who votes in writing instead of a member, and by which order."""

from PySide6.QtWidgets import QWidget

from commission_app.services import attendance
from commission_app.services.written_seats import WrittenMember
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput


class StandInDialog(FormDialog):
    """Only substitutes who may vote instead of the member are offered."""

    def __init__(self, desk: Desk, sitting_id: int, member: WrittenMember, parent: QWidget) -> None:
        say = desk.language.say
        title = say("Who votes instead of {name}", name=member.name)
        super().__init__(desk, title, say("Votes instead"), parent)
        self._sitting_id, self._member_id = sitting_id, member.member_id
        self.who = self.form.add("member", say("Substitute"), Choice(self), required=True)
        # Where several could, none is proposed: whoever only presses Enter must not have chosen.
        offered = [(one.member_id, one.name) for one in member.stand_ins]
        self.who.offer(offered, unchosen=len(offered) > 1)
        told = say("The minutes print it.")
        self.order = self.form.add("order_number", say("Order No."), TextInput(self), help_text=told)
        self.form.mark_clean()

    def submit(self) -> None:
        """The substitute takes the seat."""
        who = self.who.value()
        assert isinstance(who, int)
        do = self.desk.jobs.do
        self.act(do(self, attendance.arrive, self._sitting_id, who, self._member_id, self.order.value()))
