"""The forms of a volume: put in order while it is open, looked into later, and certified."""

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import today
from commission_app.services import archive_volumes
from commission_app.services.archive_volumes import Certification, VolumeCard, VolumeForm
from commission_app.ui.desk import Desk
from commission_app.ui.jobs import Batch
from commission_app.ui.registers.archive_contents import ContentsEdit
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.wording.sentences import sentence


class VolumeDialog(FormDialog):
    """The title, the papers in the order in which they are sewn, and where the volume stands."""

    def __init__(self, desk: Desk, card: VolumeCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        title = say("Volume {index}, {part} of {parts}", index=card.index_no, part=card.part, parts=card.parts)
        super().__init__(desk, title, say("Save"), parent)
        self._card = card
        self.form.add("title_lv", say("Title in Latvian"), TextInput(), required=True)
        self.form.add("title_en", say("Title in English"), TextInput(), beside=True)
        self.contents = self.form.add(
            "contents",
            say("Contents"),
            ContentsEdit(language),
            help_text=say(
                "Count sheets, not pages: a sheet printed on both sides is one. Add what lies only on paper."
            ),
        )
        self.place = self.form.add("place", say("Where it stands"), TextInput())
        self.form.add("lettered", say("Lettered sheets"), TextInput(placeholder="12a, 12b"), beside=True)
        self.form.add("missing", say("Numbers left out"), TextInput(), beside=True)
        self.form.load(card.form)
        if card.against_edit:
            self.deed.setEnabled(False)
            said = QLabel(sentence(language, card.against_edit[0]), self)
            said.setWordWrap(True)
            self.form.place(said)
        self.setMinimumWidth(max(self.minimumWidth(), self.fontMetrics().averageCharWidth() * 110))

    def submit(self) -> None:
        """Stores the volume."""
        values: dict[str, Any] = self.form.values()
        act = archive_volumes.edit
        self.act(self.desk.jobs.do(self, act, self._card.id, self._card.version, VolumeForm(**values)))


class CertifyDialog(FormDialog):
    """Who certifies the chosen volumes and when; one short act a volume."""

    def __init__(self, desk: Desk, volumes: tuple[int, ...], parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Certify"), say("Certify"), parent)
        self._volumes = volumes
        self.name = self.form.add("name", say("Certified by"), TextInput(), required=True)
        self.on = self.form.add("on", say("Date"), DateEdit(language), required=True, beside=True)
        self.post_lv = self.form.add("post_lv", say("Post in Latvian"), TextInput(), required=True)
        self.post_en = self.form.add("post_en", say("Post in English"), TextInput(), beside=True)
        actor = desk.jobs.office.actor
        self.name.set_value(actor.name)
        self.post_lv.set_value(actor.post_lv)
        self.post_en.set_value(actor.post_en)
        self.on.set_value(today())

    def submit(self) -> None:
        """Certifies the volumes, one after the other; a refused one is named and the others go on."""
        on = self.on.value()
        assert on is not None
        given = self.name.value(), self.post_lv.value(), self.post_en.value()
        pieces = [Certification(key, on, *given) for key in self._volumes]
        promise = self.desk.jobs.each(self, archive_volumes.certify_one, pieces)
        promise.resting(self.deed).then(self._certified)

    def _certified(self, batch: Batch[Certification, None]) -> None:
        if batch.troubles:
            trouble = batch.troubles[0][1].refusal
            self.show_trouble(sentence(self.language, trouble), trouble, None)
            return
        self.form.mark_clean()
        self.stored.emit(len(batch.answers))
        self.accept()
