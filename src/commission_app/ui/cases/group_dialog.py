"""A group is taken in: who stands behind it, what all apply for, and the people, each row checked beforehand."""

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import Language, today
from commission_app.rules.vocabulary.case import Procedure
from commission_app.services import cohorts, intake
from commission_app.services.applicants import ReceivedCase
from commission_app.services.cohorts import CohortForm
from commission_app.services.intake import EditionChoice, IntakeOffer
from commission_app.ui.cases.members_grid import MembersGrid
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class GroupDialog(FormDialog):
    """Twenty people of one employer in one act; a refused row is named and nobody is stored."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Take in a group"), say("Register the applications"), parent)
        form, add = self.form, self.form.add
        add("name", say("Name of the group"), TextInput(form), required=True)
        add("organisation", say("Employer or sponsor"), TextInput(form))
        add("registration_number", say("Registration number"), TextInput(form), beside=True)
        add("project", say("Project"), TextInput(form))
        add("contact", say("Contacts"), TextInput(form), beside=True)
        self.edition = add("edition_id", say("Standard or programme"), Choice(form, searchable=True), required=True)
        self.procedure = add("procedure", say("Procedure"), Choice(form), required=True)
        add("received_on", say("Received"), DateEdit(language, form), required=True, beside=True)
        add("pays", "", TickInput(say("The employer pays for all"), form))
        told = QLabel(say("Type the people or paste them from a spreadsheet (Ctrl+V)."), form)
        told.setProperty("role", "soft")
        form.place(told)
        self.members = add("members", say("People"), MembersGrid(language, form))
        self.edition.currentIndexChanged.connect(lambda _: self._look())
        form.load({"received_on": today()})
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 110)
        desk.jobs.ask(self, intake.offer).then(self._offer)

    def submit(self) -> None:
        """Asks first what is wrong in the rows; only when nothing is, they are received."""
        self.desk.jobs.ask(self, cohorts.troubles, self.members.value()).then(self._checked)

    def _checked(self, troubles: tuple[Any, ...]) -> None:
        if troubles:
            self.form.field("members").show_error("\n".join(sentence(self.language, one) for one in troubles))
            self.fit()
            return
        values: dict[str, Any] = self.form.values()
        members = values.pop("members")
        values["edition_id"] = values["edition_id"].id
        promise = self.desk.jobs.do(self, cohorts.receive_group, CohortForm(**values), members)
        self.act(promise)

    def _offer(self, offer: IntakeOffer) -> None:
        language = self.language
        self.edition.offer(
            (one, f"{one.code} · {half(language, one.title_lv, one.title_en)} ({one.label})") for one in offer.editions
        )
        self._look()
        self.form.mark_clean()

    def _look(self) -> None:
        chosen = self.edition.value()
        offered: tuple[Procedure, ...] = chosen.procedures if isinstance(chosen, EditionChoice) else ()
        self.procedure.offer((one, word(self.language, one)) for one in offered)


def received_text(language: Language, received: tuple[ReceivedCase, ...]) -> str:
    """How many cases were opened, from which number to which."""
    count = language.count("{n} application received", "{n} applications received", len(received))
    return f"{count}: {received[0].number} – {received[-1].number}" if received else count
