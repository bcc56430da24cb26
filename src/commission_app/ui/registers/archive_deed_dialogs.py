"""The forms of a deed of the archive: its wording, the approval of the National Archives, and carrying it out."""

from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import capital, today
from commission_app.rules.vocabulary.archive import DeedKind
from commission_app.services import archive_deeds
from commission_app.services.archive_deeds import DeedForm, DeedLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.wording.words import word


class DeedDialog(FormDialog):
    """A handover asks to whom; a destruction asks on which grounds and who chose the documents."""

    def __init__(
        self, desk: Desk, kind: DeedKind, volumes: tuple[int, ...], held: DeedLine | None, parent: QWidget
    ) -> None:
        language, say = desk.language, desk.language.say
        named = word(language, kind)
        super().__init__(desk, capital(named), say("Save") if held else say("Draft the deed"), parent)
        self._kind, self._volumes, self._held = kind, volumes, held
        self.number = self.form.add("number", say("Number"), TextInput(), required=True)
        self.made_on = self.form.add("made_on", say("Date"), DateEdit(language), required=True, beside=True)
        if kind is DeedKind.HANDOVER:
            self.receiver = self.form.add("receiver", say("Handed over to"), TextInput(), required=True)
            self.receiver_name = self.form.add("receiver_name", say("Received by (name)"), TextInput())
            self.receiver_post = self.form.add("receiver_post", say("Post"), TextInput(), beside=True)
        else:
            self.grounds = self.form.add("grounds", say("Grounds"), LongTextInput(lines=2), required=True)
            self.board = self.form.add(
                "board",
                say("Who chose the documents"),
                LongTextInput(lines=3),
                required=True,
                help_text=say(
                    "One person a line. The draft goes to the National Archives before anything is destroyed."
                ),
            )
        if held is not None:
            self.form.load(held.form)
        else:
            self.made_on.set_value(today())
            desk.jobs.ask(self, archive_deeds.next_number, kind).then(self._propose)

    def submit(self) -> None:
        """Drafts the deed, or words it anew."""
        values: dict[str, Any] = self.form.values()
        form = DeedForm(**values)
        if self._held is not None:
            self.act(self.desk.jobs.do(self, archive_deeds.edit, self._held.id, self._held.version, form))
        else:
            self.act(self.desk.jobs.do(self, archive_deeds.draft, self._kind, self._volumes, form))

    def _propose(self, number: str) -> None:
        if not self.number.value():
            self.number.set_value(number)


class ApprovalDialog(FormDialog):
    """The number and the day of the approval."""

    def __init__(self, desk: Desk, line: DeedLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Approval of the National Archives"), say("Save"), parent)
        self._line = line
        self.number = self.form.add("number", say("Number of the approval"), TextInput(), required=True)
        self.on = self.form.add("on", say("Approved on"), DateEdit(desk.language), required=True, beside=True)

    def submit(self) -> None:
        """Enters the approval."""
        given = self.number.value(), self.on.value()
        self.act(self.desk.jobs.do(self, archive_deeds.approve, self._line.id, self._line.version, *given))  # type: ignore[arg-type]


class DoneDialog(FormDialog):
    """The day on which the deed was carried out; of a destruction also how."""

    def __init__(self, desk: Desk, line: DeedLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, f"{word(desk.language, line.kind)} {line.form.number}", say("Carry out"), parent)
        self._line = line
        self.on = self.form.add("on", say("Carried out on"), DateEdit(desk.language), required=True)
        self.on.set_value(today())
        self.way = TextInput(placeholder=say("shredded, burnt, handed to a firm (contract No.)"))
        if line.kind is DeedKind.DESTRUCTION:
            self.form.add("way", say("How the documents were destroyed"), self.way, required=True)

    def submit(self) -> None:
        """Carries the deed out."""
        given = self.on.value(), self.way.value()
        self.act(self.desk.jobs.do(self, archive_deeds.carry_out, self._line.id, self._line.version, *given))  # type: ignore[arg-type]
