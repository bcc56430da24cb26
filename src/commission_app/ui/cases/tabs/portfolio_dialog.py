"""The form of one evidence item: what it is, who issued it and when."""

from typing import cast

from PySide6.QtWidgets import QWidget

from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.services import evidence
from commission_app.services.evidence import EvidenceForm, ItemLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput


class ItemDialog(FormDialog):
    """A new item without a file (a testimony, a paper seen), or a correction of one that is there."""

    def __init__(self, desk: Desk, case_id: int, item: ItemLine | None, parent: QWidget | None = None) -> None:
        say = desk.language.say
        title = say("Evidence P{position}", position=item.position) if item else say("New evidence")
        super().__init__(desk, title, say("Save"), parent)
        self._case_id = case_id
        self._item = item
        kinds = Choice(self).offer_words(desk.language, EvidenceKind)
        self.kind = self.form.add("kind", say("Kind"), kinds, required=True)
        self.title_input = self.form.add("title", say("Title"), TextInput(self), required=True)
        self.issuer = self.form.add("issuer", say("Issued by"), TextInput(self))
        self.issued = self.form.add("issued_on", say("Issued on"), DateEdit(desk.language, self), beside=True)
        self.spoken = self.form.add(
            "language", say("Language of the document"), TextInput(self, placeholder=say("lv, en, uk …")), beside=True
        )
        self.note = self.form.add("note", say("Note"), LongTextInput(self, lines=3))
        if item is not None:
            self.form.load(item.form)

    def submit(self) -> None:
        """Stores the item."""
        form = EvidenceForm(
            cast(EvidenceKind, self.kind.value()),
            self.title_input.value(),
            self.issuer.value(),
            self.issued.value(),
            self.spoken.value(),
            self.note.value(),
        )
        jobs = self.desk.jobs
        if self._item is None:
            self.act(jobs.do(self, _attach, self._case_id, form))
        else:
            self.act(jobs.do(self, evidence.edit, self._item.id, self._item.version, form))


_attach = evidence.attach
