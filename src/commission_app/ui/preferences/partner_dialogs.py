"""The forms of a mobility partner and of a memorandum of understanding."""

from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.services import mobility_partners
from commission_app.services.mobility_partners import MemorandumForm, MemorandumLine, PartnerForm, PartnerLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput


class PartnerDialog(FormDialog):
    """An institution abroad, and whom to write to there."""

    def __init__(self, desk: Desk, held: PartnerLine | None, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Mobility partner"), say("Save"), parent)
        self._held = held
        self.name = self.form.add("name", say("Institution"), TextInput(), required=True)
        self.country = self.form.add("country", say("Country"), TextInput(), required=True)
        self.form.add("city", say("City"), TextInput(), beside=True)
        self.form.add("contact", say("Contact"), TextInput(placeholder=say("name, e-mail, telephone")))
        self.form.add("note", say("Remarks"), LongTextInput(lines=2))
        if held is not None:
            self.form.load(held.form)

    def submit(self) -> None:
        """Stores the partner."""
        values: dict[str, Any] = self.form.values()
        key, seen = (self._held.id, self._held.version) if self._held is not None else (None, None)
        self.act(self.desk.jobs.do(self, mobility_partners.store, key, seen, PartnerForm(**values)))


class MemorandumDialog(FormDialog):
    """A memorandum: its number and dates, and what it covers."""

    def __init__(self, desk: Desk, partner_id: int, held: MemorandumLine | None, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Memorandum of understanding"), say("Save"), parent)
        self._partner_id, self._held = partner_id, held
        self.number = self.form.add("number", say("Number"), TextInput(), required=True)
        self.signed = self.form.add("signed_on", say("Signed on"), DateEdit(language), required=True, beside=True)
        self.since = self.form.add("valid_from", say("In force from"), DateEdit(language), required=True)
        self.form.add("valid_until", say("In force until"), DateEdit(language), beside=True)
        self.form.add("scope", say("Fields or standards"), LongTextInput(lines=2))
        if held is not None:
            self.form.load(held.form)

    def submit(self) -> None:
        """Stores the memorandum."""
        values: dict[str, Any] = self.form.values()
        key, seen = (self._held.id, self._held.version) if self._held is not None else (None, None)
        act = mobility_partners.store_memorandum
        self.act(self.desk.jobs.do(self, act, self._partner_id, key, seen, MemorandumForm(**values)))
