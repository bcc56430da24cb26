"""Who sits in whose seat and by which order: a substitute arrives, a deputy presides."""

from PySide6.QtWidgets import QWidget

from commission_app.services import attendance
from commission_app.services.attendance import Presiding, SeatFree
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput, TickInput


class SubstituteDialog(FormDialog):
    """Instead of whom a substitute sits, and by which order; only members who are away are offered."""

    def __init__(self, desk: Desk, sitting_id: int, member_id: int, name: str, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("{name} takes part", name=name), say("Takes part"), parent)
        self._sitting_id, self._member_id = sitting_id, member_id
        self.seat = self.form.add("instead_of", say("Replaces"), Choice(self), required=True)
        told = say("The minutes print it.")
        self.order = self.form.add("order_number", say("Order No."), TextInput(self), help_text=told)
        self.remote = self.form.add("remote", "", TickInput(say("Takes part remotely")))
        self.deed.setEnabled(False)
        desk.jobs.ask(self, attendance.free_seats, sitting_id, member_id).then(self._offer)

    def submit(self) -> None:
        """The substitute takes the seat."""
        seat = self.seat.value()
        order, remote = self.order.value(), self.remote.value()
        self.act(
            self.desk.jobs.do(
                self,
                attendance.arrive,
                self._sitting_id,
                self._member_id,
                seat if isinstance(seat, int) else None,
                order,
                remote,
            )
        )

    def _offer(self, seats: tuple[SeatFree, ...]) -> None:
        # Who is replaced is said and never guessed, unless it can be one alone.
        self.seat.offer(((seat.member_id, seat.name) for seat in seats), unchosen=len(seats) > 1)
        self.form.mark_clean()
        self.deed.setEnabled(bool(seats))
        if not seats:
            self.banner.say(self.language.say("Nobody whom this substitute may replace is away."))


class ChairOrderDialog(FormDialog):
    """The order by which somebody presides instead of the chair."""

    def __init__(self, desk: Desk, sitting_id: int, seen: int, held: Presiding, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("{name} presides", name=held.name), say("Save"), parent)
        self._sitting_id, self._seen = sitting_id, seen
        told = say("The minutes print it beside the name of who presides.")
        self.order = self.form.add("order_number", say("Order No."), TextInput(self), help_text=told)
        self.form.load({"order_number": held.order_number})

    def submit(self) -> None:
        """The order is kept with the sitting."""
        self.act(self.desk.jobs.do(self, attendance.chair_order, self._sitting_id, self._seen, self.order.value()))
