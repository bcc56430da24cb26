"""An individual criterion: how one learning outcome is read for this applicant, why, and who settled it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from commission_app.services import standard_criteria
from commission_app.services.standard_criteria import CriterionCard, CriterionForm
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.wording.sentences import sentence


class CriterionDialog(FormDialog):
    """The common wording stands above, so that one sees what is read otherwise."""

    def __init__(self, desk: Desk, case_id: int, outcome_id: int, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Individual criterion"), say("Store"), parent)
        self._key = (case_id, outcome_id)
        self._seen = 0
        self.common = QLabel(self)
        self.common.setWordWrap(True)
        self.common.setTextFormat(Qt.TextFormat.PlainText)
        self.common.setProperty("role", "soft")
        self.form.place(self.common)
        self.text = self.form.add(
            "text", say("How it is read for this applicant"), LongTextInput(lines=4), required=True
        )
        self.reason = self.form.add("reason", say("Reason"), LongTextInput(lines=3), required=True)
        told = say("A person, or the minutes with their number")
        self.settled_by = self.form.add("settled_by", say("Settled by"), TextInput(), required=True, help_text=told)
        self.common_again = QPushButton(say("The common wording holds"), self)
        self.common_again.setAutoDefault(False)
        self.common_again.clicked.connect(lambda _: self._withdraw())
        self.common_again.hide()
        self.form.place(self.common_again)
        self.deed.setEnabled(False)
        desk.jobs.ask(self, standard_criteria.criterion, *self._key).then(self._show)

    def submit(self) -> None:
        """Stores how the outcome is read."""
        form = CriterionForm(self.text.value(), self.reason.value(), self.settled_by.value())
        self.act(self.desk.jobs.do(self, standard_criteria.settle, *self._key, form, self._seen))

    def _withdraw(self) -> None:
        promise = self.desk.jobs.do(self, standard_criteria.withdraw, *self._key, self._seen)
        self.act(promise.resting(self.common_again))

    def _show(self, card: CriterionCard) -> None:
        language = self.language
        self._seen = card.version
        self.setWindowTitle(language.say("Individual criterion: {code}", code=card.code))
        self.common.setText(language.say("Common wording: {text}", text=half(language, card.text_lv, card.text_en)))
        self.form.load(card.form)
        self.deed.setEnabled(not card.against)
        self.common_again.setVisible(bool(card.version) and not card.against)
        for reason in card.against:
            self.banner.say(sentence(language, reason))
        self.fit()
        self.form.focus_first()


def open_criterion_dialog(parent: QWidget, desk: Desk, case_id: int, outcome_id: int) -> CriterionDialog:
    """Asks how an outcome of a case is read for its applicant; what is stored is heard by whoever watches scores."""
    dialog = CriterionDialog(desk, case_id, outcome_id, parent)
    dialog.open()
    return dialog
