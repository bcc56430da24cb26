"""The day on which decisions were signed; those decisions are then entered in the register."""

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import today
from commission_app.services import sitting_end
from commission_app.services.decision_signers import SignedAs
from commission_app.services.sitting_end import Signed, SittingDecision
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput


class RegisterDialog(FormDialog):
    """One date for all of them; a decision that bears a signature keeps its own day."""

    def __init__(self, desk: Desk, wanted: tuple[SittingDecision, ...], parent: QWidget) -> None:
        language = desk.language
        title = language.count("Register {n} decision", "Register {n} decisions", len(wanted))
        super().__init__(desk, title, language.say("Register"), parent)
        self._wanted = wanted
        numbers = QLabel(", ".join(one.number for one in wanted), self)
        numbers.setWordWrap(True)
        numbers.setProperty("role", "soft")
        self.form.place(numbers)
        self.day = self.form.add(
            "signed_on",
            language.say("Signed on"),
            DateEdit(language),
            required=True,
            help_text=language.say("The register cannot be changed afterwards; a mistake is corrected by a new entry."),
        )
        self.day.set_value(today())
        self.name = self.form.add("name", language.say("Signed by"), TextInput())
        self.post_lv = self.form.add("post_lv", language.say("Post in Latvian"), TextInput())
        self.post_en = self.form.add("post_en", language.say("Post in English"), TextInput(), beside=True)
        self._ask_signer(False)
        keys = tuple(one.id for one in wanted)
        desk.jobs.ask(self, sitting_end.signer_unknown, keys).then(self._ask_signer)

    def submit(self) -> None:
        """Registers in short acts; where one is refused, each of its decisions alone, so that none holds up others."""
        day = self.day.value()
        assert day is not None
        typed = SignedAs(self.name.value(), self.post_lv.value(), self.post_en.value())
        by = typed if typed.name.strip() else None
        pieces = tuple(Signed(one.id, one.version, day, by) for one in self._wanted)
        self.act(self.desk.jobs.each(self, sitting_end.enter_signed, pieces, sitting_end.enter_signed_together))

    def _ask_signer(self, unknown: bool) -> None:
        """Asks who signed only where the program cannot know it: nobody presided and there is no chair."""
        for field in ("name", "post_lv", "post_en"):
            self.form.field(field).setVisible(unknown)
        self.fit()
