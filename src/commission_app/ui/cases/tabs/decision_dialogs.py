"""The small questions about a registered decision: why it is changed, on which condition it rests, what was a slip."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.services import decision_changes, decisions
from commission_app.services.decision_cards import DecisionCard
from commission_app.services.decision_changes import Slip
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput


@dataclass(frozen=True)
class ChangeSaid:
    """The words of a question about a change: its deed, what the reason is called, and what follows."""

    deed: str
    reason: str
    follows: str
    day: str = ""


class ChangeDialog(FormDialog):
    """Asks for a reason, and for a day where the change has one."""

    def __init__(
        self, desk: Desk, held: DecisionCard, said: ChangeSaid, doing: Callable[..., Any], parent: QWidget
    ) -> None:
        super().__init__(desk, desk.language.say("Decision No. {number}", number=held.number), said.deed, parent)
        self._held, self._doing = held, doing
        self.day: DateEdit | None = None
        if said.day:
            self.day = self.form.add("on", said.day, DateEdit(desk.language), required=True)
            self.day.set_value(today())
        self.reason = self.form.add(
            "reason", said.reason, LongTextInput(lines=4), required=True, help_text=said.follows
        )
        self.form.mark_clean()

    def submit(self) -> None:
        """Does what was asked about."""
        more = () if self.day is None else (self.day.value(),)
        held = self._held
        self.act(self.desk.jobs.do(self, self._doing, held.id, held.version, self.reason.value(), *more))


class ConditionDialog(FormDialog):
    """The condition a decision rests on, and by when it is to be met; emptied, the decision rests on none."""

    def __init__(self, desk: Desk, held: DecisionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Decision No. {number}", number=held.number), say("Save the condition"), parent)
        self._held = held
        self.condition = self.form.add(
            "condition",
            say("Condition"),
            LongTextInput(lines=4),
            help_text=say("The decision is provisional until the condition is met. An empty text takes it away."),
        )
        self.until = self.form.add("condition_until", say("To be met by"), DateEdit(desk.language))
        self.form.load({"condition": held.life.condition, "condition_until": held.life.condition_until})

    def submit(self) -> None:
        """Stores the condition."""
        held = self._held
        self.act(
            self.desk.jobs.do(
                self, decisions.set_condition, held.id, held.version, self.condition.value(), self.until.value()
            )
        )


class SlipDialog(FormDialog):
    """A slip of the pen in a signed decision: where, what stands there, what was meant."""

    def __init__(self, desk: Desk, held: DecisionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            desk, say("Slip of the pen in decision {number}", number=held.number), say("Correct the slip"), parent
        )
        self._held = held
        add = self.form.add
        self.place = add("place", say("Where in the decision"), TextInput(placeholder=say("for example: reasons")))
        self.was = add("was", say("It says"), TextInput(), required=True)
        self.becomes = add("becomes", say("It should say"), TextInput(), required=True)
        self.reason = add(
            "reason",
            say("How it came about"),
            LongTextInput(lines=2),
            help_text=say(
                "The number stays and the paper carries a note. What the commission decided cannot be changed so: "
                "for that the case is taken up again."
            ),
        )

    def submit(self) -> None:
        """Stores the correction."""
        slip = Slip(self.place.value(), self.was.value(), self.becomes.value(), self.reason.value())
        held = self._held
        self.act(self.desk.jobs.do(self, decision_changes.correct_slip, held.id, held.version, slip))
