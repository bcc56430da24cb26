"""The day on which decisions were signed; those decisions are then entered in the register."""

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import today
from commission_app.services import sitting_end
from commission_app.services.sitting_end import Signed, SittingDecision
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog


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

    def submit(self) -> None:
        """Registers, one short act a decision, so that one refusal does not hold up the others."""
        day = self.day.value()
        assert day is not None
        pieces = tuple(Signed(one.id, one.version, day) for one in self._wanted)
        self.act(self.desk.jobs.each(self, sitting_end.enter_signed, pieces))
