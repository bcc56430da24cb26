"""The texts that a digital twin lacks, typed one below the other; they are kept with the standard."""

from PySide6.QtWidgets import QWidget

from commission_app.services import twin_texts
from commission_app.services.twin_texts import MissingText
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput

MOST_ASKED = 8
"""So many are asked at once; those that are left are asked the next time."""


class TwinTextsDialog(FormDialog):
    """Above each field stands what the other language says."""

    def __init__(self, desk: Desk, certificate_id: int, missing: tuple[MissingText, ...], parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Missing texts of the standard"), say("Save"), parent)
        self._id = certificate_id
        self._missing = missing[:MOST_ASKED]
        spoken = {"lv": say("in Latvian"), "en": say("in English")}
        self.fields = [
            self.form.add(
                f"text{place}",
                f"{one.outcome or one.unit}, {spoken[one.language]}",
                TextInput(self),
                help_text=one.said,
            )
            for place, one in enumerate(self._missing)
        ]

    def submit(self) -> None:
        """Keeps what was typed; an empty field stays missing."""
        typed = tuple((one, field.value()) for one, field in zip(self._missing, self.fields, strict=True))
        self.act(self.desk.jobs.do(self, twin_texts.supply, self._id, typed))
