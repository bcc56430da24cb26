"""What is asked before the applicant is asked for more: what is lacking, until when, and the letter that says it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import LANGUAGES
from commission_app.rules.vocabulary.delivery import LetterKind
from commission_app.services import letters, more_information
from commission_app.services.cases import CaseCard
from commission_app.services.letters import LetterForm
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput


class AskMoreDialog(FormDialog):
    """What the commission lacks comes first; the letter below follows the language and is read over."""

    def __init__(self, desk: Desk, case: CaseCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(
            desk, say("More information on case {number}", number=case.number), say("Ask and keep the letter"), parent
        )
        self._case, self._proposed = case, ""
        add = self.form.add
        self.asked = add(
            "asked",
            say("What is asked of the applicant"),
            LongTextInput(lines=3),
            required=True,
            help_text=say(
                "The portfolio is open again and the term of the decision stands still until the answer; after it the "
                "case is assessed and comes to a sitting again."
            ),
        )
        self.until = add("answer_until", say("Answer awaited until"), DateEdit(language), required=True)
        self.day = add("written_on", say("Date"), DateEdit(language), required=True, beside=True)
        self.tongue = add("language", say("Language"), Choice(), beside=True)
        self.tongue.offer([(one.code, one.code.upper()) for one in LANGUAGES])
        self.recipient = add("recipient", say("Recipient"), TextInput(), required=True)
        self.address = add("address", say("Address"), TextInput(), beside=True)
        self.title = add("title", say("About"), TextInput(), required=True)
        self.text = add("text", say("Text"), LongTextInput(lines=8), required=True)
        self.by_head = add("by_head", "", TickInput(say("The head of the institution signs")))
        self.number = add("typed_number", say("Number"), TextInput())
        self.external = add("external_number", say("Number in the document system"), TextInput(), beside=True)
        self.form.field("typed_number").hide()
        self.tongue.set_value("lv")
        self.by_head.set_value(True)
        self.tongue.currentIndexChanged.connect(lambda _: self.propose())
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        desk.jobs.ask(self, letters.numbers_are_typed).then(self._typed)
        desk.jobs.ask(self, more_information.wanted, case.id).then(self._wanted)
        self.propose()

    def propose(self) -> None:
        """Asks for the template in the language chosen."""
        language = next(one for one in LANGUAGES if one.code == self.tongue.value())
        self.desk.jobs.ask(self, more_information.proposal, self._case.id, language).then(self._show)

    def submit(self) -> None:
        """Numbers the letter and opens the portfolio again."""
        said: dict[str, Any] = self.form.values()
        asked = said.pop("asked")
        form = LetterForm(kind=LetterKind.MORE_INFORMATION, **said)
        self.act(self.desk.jobs.do(self, more_information.ask, self._case.id, self._case.version, asked, form))

    def _show(self, form: LetterForm) -> None:
        if not self.recipient.value():
            self.recipient.set_value(form.recipient)
            self.address.set_value(form.address)
            self.day.set_value(form.written_on)
        # What somebody has typed is not written over by the template of the other language.
        if self.text.value() in ("", self._proposed):
            self.title.set_value(form.title)
            self.text.set_value(form.text)
            self._proposed = self.text.value()
        self.fit()
        self.form.mark_clean()

    def _wanted(self, reason: str) -> None:
        if not self.asked.value():
            self.asked.set_value(reason)
            self.form.mark_clean()

    def _typed(self, typed: bool) -> None:
        self.form.field("typed_number").setVisible(typed)
        self.fit()
