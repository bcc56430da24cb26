"""What is noted of a decided case for the study department."""

from PySide6.QtWidgets import QWidget

from commission_app.rules.study_plan import MOST_SEMESTERS
from commission_app.services import hand_over
from commission_app.services.cases import CaseCard
from commission_app.services.hand_over import HandOver
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit


def hand_over_act(desk: Desk, card: CaseCard, parent: QWidget) -> Offered:
    """The semester of entry and the entry in VIIS, among the acts upon a case."""
    text = desk.language.say("Study department and VIIS …")
    return Offered(text, card.handed_over.refusals, lambda: HandOverDialog(desk, card, parent).open(), aside=True)


class HandOverDialog(FormDialog):
    """The semester of entry, and when and by whom the decision was entered in VIIS."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget) -> None:
        say = desk.language.say
        title = say("Case {number}: study department and VIIS", number=card.number)
        super().__init__(desk, title, say("Save"), parent)
        self._card = card
        form = self.form
        self.semester = form.add(
            "entry_semester",
            say("Studies begin in semester"),
            NumberEdit(desk.language, self, lowest=1, highest=MOST_SEMESTERS),
            help_text=say("The extract for the study department prints what stands here."),
        )
        self.day = form.add("viis_on", say("Entered in VIIS on"), DateEdit(desk.language, self))
        self.who = form.add("viis_by", say("Entered by"), TextInput(self), beside=True)
        form.load(card.handed_over.form)

    def submit(self) -> None:
        """Stores what was noted."""
        semester = self.semester.value()
        noted = HandOver(None if semester is None else int(semester), self.day.value(), self.who.value())
        self.act(self.desk.jobs.do(self, hand_over.note, self._card.id, self._card.version, noted))
