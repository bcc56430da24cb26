"""A member's dissenting opinion on an item, as the minutes will print it."""

from PySide6.QtWidgets import QWidget

from commission_app.services import votes
from commission_app.services.item_cards import RollLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput


class OpinionDialog(FormDialog):
    """Shows what stands, to be written or changed; left empty it is taken out."""

    def __init__(self, desk: Desk, item_id: int, line: RollLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Dissenting opinion of {name}", name=line.name), say("Save"), parent)
        self._item, self._member = item_id, line.member_id
        self.text = self.form.add(
            "text",
            say("Dissenting opinion"),
            LongTextInput(self, lines=6),
            help_text=say("The minutes print it under the vote. Left empty, it is taken out."),
        )
        self.form.load({"text": line.opinion})

    def submit(self) -> None:
        """Enters the opinion."""
        self.act(self.desk.jobs.do(self, votes.opine, self._item, self._member, self.text.value()))
