"""The tellers' totals of a secret vote."""

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.services import ballots, written_ballots
from commission_app.services.ballots import Totals
from commission_app.services.item_cards import ItemCard
from commission_app.services.written_vote import WrittenLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit


class CountDialog(FormDialog):
    """As many ballots as were taken or came: for, against, abstaining, invalid, and who counted them."""

    def __init__(self, desk: Desk, item: ItemCard | WrittenLine, tellers: str, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(
            desk, say("Count of the secret vote, case {number}", number=item.case_number), say("Save"), parent
        )
        self._item = item
        told = language.count("{n} ballot was taken.", "{n} ballots were taken.", item.papers)
        if isinstance(item, WrittenLine):
            told = language.count("{n} ballot came.", "{n} ballots came.", item.papers)
            told += " " + say("All envelopes are opened together, the ballots mixed before they are read.")
        taken = QLabel(told, self)
        taken.setWordWrap(True)
        taken.setProperty("role", "soft")
        self.form.place(taken)
        add = self.form.add
        self.in_favour = add("in_favour", say("For"), NumberEdit(language, decimals=0), required=True)
        self.against = add("against", say("Against"), NumberEdit(language, decimals=0), required=True, beside=True)
        self.abstained = add("abstained", say("Abstained"), NumberEdit(language, decimals=0), required=True)
        self.invalid = add("invalid", say("Invalid"), NumberEdit(language, decimals=0), required=True, beside=True)
        self.tellers = add("tellers", say("Counted by"), TextInput(), required=True)
        # Nothing is proposed: whoever only presses Enter must not have counted.
        if item.totals is not None:
            self.form.load(item.totals)
        else:
            self.invalid.set_value(0)
            self.tellers.set_value(tellers)
        self.form.mark_clean()

    def submit(self) -> None:
        """Enters the totals."""
        values: dict[str, Any] = self.form.values()
        tellers = values.pop("tellers")
        totals = Totals(**{name: int(figure) for name, figure in values.items()}, tellers=tellers)
        do, item = self.desk.jobs.do, self._item
        if isinstance(item, WrittenLine):
            self.act(do(self, written_ballots.count, item.item_id, totals))
        else:
            self.act(do(self, ballots.count, item.id, totals))
