"""The small forms of a paper on its way: the day on paper, a remark, another signer, the order of signing."""

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.signing import StepState
from commission_app.services import signing_routes
from commission_app.services.signing_queue import RouteCard
from commission_app.ui.desk import Desk
from commission_app.ui.registers.signing_steps_edit import StepsEdit
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput


class PaperDayDialog(FormDialog):
    """The day on which somebody signed on paper."""

    def __init__(self, desk: Desk, card: RouteCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            desk, say("Signature on paper: {name}", name=card.line.due), say("Enter the signature"), parent
        )
        self._card = card
        self.day = self.form.add("signed_on", say("Signed on"), DateEdit(desk.language), required=True)
        self.day.set_value(today())
        self.form.mark_clean()

    def submit(self) -> None:
        """Enters the day."""
        line, day = self._card.line, self.day.value()
        if day is not None:
            self.act(self.desk.jobs.do(self, signing_routes.enter_paper, line.step_id, line.version, day))


class GiveBackDialog(FormDialog):
    """Why the signer does not sign the paper as it is."""

    def __init__(self, desk: Desk, card: RouteCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Give back unsigned"), say("Give back"), parent)
        self._card = card
        self.remark = self.form.add("remark", say("What is to be mended"), LongTextInput(), required=True)

    def submit(self) -> None:
        """Gives the paper back."""
        line = self._card.line
        self.act(self.desk.jobs.do(self, signing_routes.give_back, line.step_id, line.version, self.remark.value()))


class TakeBackDialog(FormDialog):
    """Why nobody is to sign the paper any more."""

    def __init__(self, desk: Desk, card: RouteCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Take back from signing"), say("Take back"), parent)
        self._card = card
        told = say("Signatures that were given stay in the history; the paper can be put forward anew.")
        self.reason = self.form.add("reason", say("Reason"), LongTextInput(), required=True, help_text=told)

    def submit(self) -> None:
        """Takes the paper back."""
        line = self._card.line
        self.act(self.desk.jobs.do(self, signing_routes.take_back, line.id, line.version, self.reason.value()))


class NoteDialog(FormDialog):
    """A remark that everybody reads who signs the paper."""

    def __init__(self, desk: Desk, card: RouteCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Remark"), say("Store"), parent)
        self._card = card
        self.text = self.form.add("text", say("Remark"), LongTextInput())
        self.text.set_value(card.note)
        self.form.mark_clean()

    def submit(self) -> None:
        """Stores the remark."""
        line = self._card.line
        self.act(self.desk.jobs.do(self, signing_routes.note, line.id, line.version, self.text.value()))


class SubstituteDialog(FormDialog):
    """Who signs instead, in which post and on which order."""

    def __init__(self, desk: Desk, card: RouteCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Somebody else signs for {name}", name=card.line.due), say("Store"), parent)
        self._card = card
        add = self.form.add
        self.name = add("name", say("Name, surname"), TextInput(), required=True)
        self.post_lv = add("post_lv", say("Post, in Latvian"), TextInput())
        self.post_en = add("post_en", say("Post, in English"), TextInput(), beside=True)
        self.order = add("order", say("Order on which one signs"), TextInput(), required=True)

    def submit(self) -> None:
        """Names the substitute."""
        line = self._card.line
        given = (self.name.value(), self.post_lv.value(), self.post_en.value(), self.order.value())
        self.act(self.desk.jobs.do(self, signing_routes.substitute, line.step_id, line.version, *given))


class PlanDialog(FormDialog):
    """Who still signs, and in which order."""

    def __init__(self, desk: Desk, card: RouteCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Who still signs"), say("Store"), parent)
        self._card = card
        waiting = [step.planned for step in card.steps if step.state is not StepState.SIGNED]
        self.steps = self.form.add("steps", say("Who signs, in this order"), StepsEdit(desk.language))
        self.steps.set_value(waiting)
        if waiting:
            self.steps.set_way(waiting[0].way)
        self.form.mark_clean()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)

    def submit(self) -> None:
        """Stores the order."""
        line = self._card.line
        self.act(self.desk.jobs.do(self, signing_routes.plan, line.id, line.version, self.steps.value()))
