"""The term of a case stands still while something is awaited without a letter of ours, and runs again."""

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.services import deadlines
from commission_app.services.cases import CaseCard
from commission_app.services.deadlines import TermChangeLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput

USUAL_WAIT = timedelta(days=30)


def term_acts(desk: Desk, card: CaseCard, parent: QWidget) -> tuple[Offered, ...]:
    """What moves the term by hand now: to let it stand still, or to let it run again."""
    say = desk.language.say
    standing = next((change for change in card.term.changes if change.stands), None)
    if standing is not None:
        return (
            Offered(
                say("Let the term run again …"), (), lambda: ResumeDialog(desk, standing, parent).open(), aside=True
            ),
        )
    return (
        Offered(
            say("Let the term stand still …"),
            card.term.against_standing_still,
            lambda: StandStillDialog(desk, card, parent).open(),
            aside=True,
        ),
    )


class StandStillDialog(FormDialog):
    """From when, at the latest until when, and what is awaited."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("The term of case {number} stands still", number=card.number), say("Save"), parent)
        self._card = card
        self.since = self.form.add("from_day", say("From"), DateEdit(language), required=True)
        self.until = self.form.add(
            "until_day", say("At the latest until"), DateEdit(language), required=True, beside=True
        )
        self.reason = self.form.add(
            "reason",
            say("What is awaited"),
            LongTextInput(lines=3),
            required=True,
            help_text=say("What is asked of the applicant by a letter stops the term by itself."),
        )
        self.since.set_value(today())
        self.until.set_value(today() + USUAL_WAIT)
        self.form.mark_clean()

    def submit(self) -> None:
        """Lets the term stand still."""
        values: dict[str, Any] = self.form.values()
        card = self._card
        self.act(self.desk.jobs.do(self, deadlines.suspend, card.id, card.version, **values))


class ResumeDialog(FormDialog):
    """From which day the term runs again."""

    def __init__(self, desk: Desk, standing: TermChangeLine, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("The term runs again"), say("Save"), parent)
        self._standing = standing
        self.day = self.form.add("on", say("From"), DateEdit(language), required=True)
        self.day.set_value(today())
        self.form.mark_clean()

    def submit(self) -> None:
        """Lets the term run again."""
        values: dict[str, Any] = self.form.values()
        standing = self._standing
        self.act(self.desk.jobs.do(self, deadlines.resume, standing.id, standing.version, values["on"]))
