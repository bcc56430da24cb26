"""The day on which a decision was signed, and who signed it, in which post, on which order."""

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.services import decision_signers, decisions
from commission_app.services.decision_cards import DecisionCard
from commission_app.services.decision_signers import SignedAs
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput


class SignDialog(FormDialog):
    """Today, and who presided, unless something else is typed."""

    def __init__(self, desk: Desk, held: DecisionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Decision No. {number}", number=held.number), say("Signed"), parent)
        self._held = held
        add = self.form.add
        self.day = add("signed_on", say("Signed on"), DateEdit(desk.language), required=True)
        self.name = add("name", say("Signed by"), TextInput(), beside=True)
        self.post_lv = add("post_lv", say("Post in Latvian"), TextInput())
        self.post_en = add("post_en", say("Post in English"), TextInput(), beside=True)
        self.order = add(
            "order",
            say("On the ground of order"),
            TextInput(),
            help_text=say("Only where somebody other than the chair signs."),
        )
        self.day.set_value(today())
        desk.jobs.ask(self, decision_signers.proposed, held.id).then(self._propose)

    def submit(self) -> None:
        """Records the signature."""
        day = self.day.value()
        assert day is not None
        signed = SignedAs(self.name.value(), self.post_lv.value(), self.post_en.value(), self.order.value())
        named = signed if signed.name else None
        self.act(self.desk.jobs.do(self, decisions.sign, self._held.id, self._held.version, day, named))

    def _propose(self, who: SignedAs) -> None:
        """Names who presided, where nobody has typed a name yet."""
        if not self.name.value():
            self.name.set_value(who.name)
            self.post_lv.set_value(who.post_lv)
            self.post_en.set_value(who.post_en)
            self.form.mark_clean()
