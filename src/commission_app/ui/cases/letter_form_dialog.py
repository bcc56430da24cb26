"""What every dialog that writes a letter has: the fields of the letter, and the template that fills them."""

from PySide6.QtWidgets import QWidget

from commission_app.i18n import LANGUAGES, Language
from commission_app.services import letters
from commission_app.services.letters import LetterForm
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput


class LetterFormDialog(FormDialog):
    """The letter follows the language and is read over; each dialog says where its template comes from."""

    def __init__(self, desk: Desk, title: str, deed: str, parent: QWidget) -> None:
        super().__init__(desk, title, deed, parent)
        self._proposed, self._proposed_to = "", ""
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)

    def propose(self) -> None:
        """Asks for the template of what is chosen; each dialog has its own."""

    def add_tongue_and_day(self, *, day_first: bool) -> None:
        """The language and the date of the letter, beside what stands before them."""
        if day_first:
            self._add_day()
        self.tongue = self.form.add("language", self.language.say("Language"), Choice(), beside=True)
        self.tongue.offer([(one.code, one.code.upper()) for one in LANGUAGES])
        if not day_first:
            self._add_day()

    def add_letter(self, lines: int) -> None:
        """To whom, about what, and the text."""
        add, say = self.form.add, self.language.say
        told = say("In a Latvian letter the name is proposed in the dative; correct it where it is declined otherwise.")
        self.recipient = add("recipient", say("Recipient"), TextInput(), required=True, help_text=told)
        self.address = add("address", say("Address"), TextInput(), beside=True)
        self.title = add("title", say("About"), TextInput(), required=True)
        self.text = add("text", say("Text"), LongTextInput(lines=lines), required=True)

    def add_end(self) -> None:
        """Who signs, and the numbers; then the first template is asked for."""
        add, say = self.form.add, self.language.say
        self.by_head = add("by_head", "", TickInput(say("The head of the institution signs")))
        self.number = add("typed_number", say("Number"), TextInput())
        self.external = add("external_number", say("Number in the document system"), TextInput(), beside=True)
        self.form.field("typed_number").hide()
        self.tongue.set_value("lv")
        self.by_head.set_value(True)
        self.tongue.currentIndexChanged.connect(lambda _: self.propose())
        self.desk.jobs.ask(self, letters.numbers_are_typed).then(self._typed)

    def chosen_language(self) -> Language:
        """In which language the letter is written."""
        return next(one for one in LANGUAGES if one.code == self.tongue.value())

    def show_proposal(self, form: LetterForm) -> None:
        """Shows a template; what somebody has typed is not written over by another one."""
        if not self.recipient.value():
            self.address.set_value(form.address)
            self.day.set_value(form.written_on)
        if self.recipient.value() in ("", self._proposed_to):
            self.recipient.set_value(form.recipient)
            self._proposed_to = self.recipient.value()
        if self.text.value() in ("", self._proposed):
            self.title.set_value(form.title)
            self.text.set_value(form.text)
            self._proposed = self.text.value()
        self.fit()
        self.form.mark_clean()

    def _add_day(self) -> None:
        self.day = self.form.add(
            "written_on", self.language.say("Date"), DateEdit(self.language), required=True, beside=True
        )

    def _typed(self, typed: bool) -> None:
        self.form.field("typed_number").setVisible(typed)
        self.fit()
