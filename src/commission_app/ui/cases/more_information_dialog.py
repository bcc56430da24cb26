"""What is asked before the applicant is asked for more: what is lacking, until when, and the letter that says it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.rules.vocabulary.delivery import LetterKind
from commission_app.services import more_information
from commission_app.services.cases import CaseCard
from commission_app.services.letters import LetterForm
from commission_app.ui.cases.letter_form_dialog import LetterFormDialog
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.inputs import LongTextInput


class AskMoreDialog(LetterFormDialog):
    """What the commission lacks comes first; the letter below follows the language and is read over."""

    def __init__(self, desk: Desk, case: CaseCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(
            desk, say("More information on case {number}", number=case.number), say("Ask and keep the letter"), parent
        )
        self._case = case
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
        self.add_tongue_and_day(day_first=True)
        self.add_letter(lines=8)
        self.add_end()
        desk.jobs.ask(self, more_information.wanted, case.id, self.chosen_language()).then(self._wanted)
        self.propose()

    def propose(self) -> None:
        """Asks for the template in the language chosen."""
        asked = self.desk.jobs.ask(self, more_information.proposal, self._case.id, self.chosen_language())
        asked.then(self.show_proposal)

    def submit(self) -> None:
        """Numbers the letter and opens the portfolio again."""
        said: dict[str, Any] = self.form.values()
        asked = said.pop("asked")
        form = LetterForm(kind=LetterKind.MORE_INFORMATION, **said)
        self.act(self.desk.jobs.do(self, more_information.ask, self._case.id, self._case.version, asked, form))

    def _wanted(self, reason: str) -> None:
        if not self.asked.value():
            self.asked.set_value(reason)
            self.form.mark_clean()
