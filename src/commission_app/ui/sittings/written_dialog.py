"""Until when votes are awaited in a written procedure."""

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.services import written_vote
from commission_app.services.sitting_cards import SittingCard
from commission_app.services.written_vote import WrittenCard
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog


class LastDayDialog(FormDialog):
    """Begins the procedure, or prolongs it; the first day the by-law allows is proposed."""

    def __init__(self, desk: Desk, held: SittingCard, parent: QWidget, *, prolong: bool) -> None:
        say = desk.language.say
        title = say("Prolong the written procedure") if prolong else say("Begin the written procedure")
        super().__init__(desk, title, title, parent)
        self._held, self._prolong = held, prolong
        told = QLabel(say("Only those who vote take part; who has not voted by then does not count."), self)
        told.setWordWrap(True)
        told.setProperty("role", "soft")
        self.form.place(told)
        self.until = self.form.add("until", say("Votes are awaited until"), DateEdit(desk.language), required=True)
        desk.jobs.ask(self, written_vote.card, held.id).then(self._offer)

    def submit(self) -> None:
        """Begins the procedure, or moves its last day."""
        act, day = written_vote.prolong if self._prolong else written_vote.begin, self.until.value()
        assert day is not None
        self.act(self.desk.jobs.do(self, act, self._held.id, day, self._held.version))

    def _offer(self, card: WrittenCard) -> None:
        if not self.form.dirty():
            self.form.load({"until": (card.until if self._prolong else None) or card.earliest})
