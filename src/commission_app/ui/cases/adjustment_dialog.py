"""Adjustments of an exam to special needs: the measures, and apart from them the ground, seen in this dialog only."""

from PySide6.QtWidgets import QPushButton, QWidget

from commission_app.rules.vocabulary.exam import AdjustmentKind
from commission_app.services import adjustments
from commission_app.services.adjustments import AdjustmentCard, AdjustmentForm
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.ui.widgets.ticks import Ticks
from commission_app.wording.words import word


class AdjustmentDialog(FormDialog):
    """What stands under “Ground” is health data: no list, paper, export or history shows it."""

    def __init__(self, desk: Desk, case_id: int, number: str, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Exam adjustments, {number}", number=number), say("Grant"), parent)
        self._case_id = case_id
        self._seen: int | None = None
        add = self.form.add
        self.measures = add("measures", say("Measures"), Ticks(), required=True)
        self.measures.offer((kind.value, word(language, kind)) for kind in AdjustmentKind)
        self.more_time = add("more_time", say("Longer time, % more"), NumberEdit(language, lowest=1, highest=200))
        self.granted_on = add("granted_on", say("Granted on"), DateEdit(language), beside=True)
        self.granted_by = add("granted_by", say("Granted by"), TextInput(), beside=True)
        self.instructions = add("instructions", say("What the examiner must know"), LongTextInput(lines=2))
        self.form.heading(say("Ground (health data, shown here only)"))
        self.document = add("document", say("Document seen"), TextInput(), required=True)
        self.document_date = add("document_date", say("Date of the document"), DateEdit(language), beside=True)
        self.ground = add("ground", say("Ground"), LongTextInput(lines=2))
        self.out = QPushButton(say("Take the adjustments back …"), self)
        self.out.clicked.connect(lambda _: self._withdraw())
        self.out.hide()
        self.form.place(self.out)
        desk.jobs.ask(self, adjustments.card, case_id).then(self._show)

    def submit(self) -> None:
        """Grants the measures."""
        form = AdjustmentForm(
            tuple(AdjustmentKind(one) for one in self.measures.value()),
            self.more_time.whole(),
            self.instructions.value(),
            self.granted_on.value(),
            self.granted_by.value(),
            self.ground.value(),
            self.document.value(),
            self.document_date.value(),
        )
        self.act(self.desk.jobs.do(self, adjustments.grant, self._case_id, self._seen, form))

    def _show(self, card: AdjustmentCard) -> None:
        self._seen = card.version
        self.form.load(card.form)
        self.form.mark_clean()
        self.out.setVisible(card.version is not None)
        if card.version is not None:
            self.deed.setText(self.language.say("Save"))
        self.fit()

    def _withdraw(self) -> None:
        say = self.language.say
        question = say("Take the adjustments back? The ground is removed with them.")
        if self._seen is not None and confirm(self, self.language, question, say("Take the adjustments back")):
            self.act(self.desk.jobs.do(self, adjustments.withdraw, self._case_id, self._seen))
