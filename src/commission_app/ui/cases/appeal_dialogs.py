"""The forms of an appeal: what came, the file handed over, the outcome, the way to court."""

from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import capital, today
from commission_app.rules.vocabulary.appeal import AppealKind, AppealOutcome
from commission_app.rules.vocabulary.case import Channel
from commission_app.services import appeals
from commission_app.services.appeal_facts import AppealCard, AppealsCard
from commission_app.services.appeals import AppealForm, OutcomeForm
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.words import word


class AppealDialog(FormDialog):
    """What came, on which day and how, what is contested and why, and who examines it."""

    def __init__(self, desk: Desk, held: AppealsCard, card: AppealCard | None, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        kind = card.kind if card is not None else held.contested.kind if held.contested else AppealKind.CONTEST
        name = word(language, kind)
        super().__init__(desk, capital(name), say("Save"), parent)
        self._held, self._card = held, card
        add = self.form.add
        self.day = add("received_on", say("Received on"), DateEdit(language), required=True)
        how = add("channel", say("How received"), Choice().offer_words(language, Channel), required=True, beside=True)
        self.grounds = add("grounds", say("What is contested and why"), LongTextInput(lines=4), required=True)
        bodies = ((key, half(language, lv, en)) for key, lv, en in held.bodies)
        self.commission = add(
            "commission_id",
            say("Commission that examines it"),
            Choice().offer(bodies, empty=say("another body, named below")),
            help_text=say("Nobody may examine what the same person decided."),
        )
        self.body = add(
            "body", say("Examining body"), TextInput(), help_text=say("Left empty, the commission's name stands here.")
        )
        add(
            "late_reason",
            say("Reason for restoring the term"),
            TextInput(),
            help_text=say("Only where it came after the last day."),
        )
        add("external_number", say("Number in the document system"), TextInput())
        self.typed = add("number", say("Number in the register"), TextInput(), beside=True)
        self.form.field("number").setVisible(card is None and held.typed_number)
        self.day.set_value(today())
        how.set_value(Channel.IN_PERSON)
        if card is not None:
            self.form.load(card)
        self.form.mark_clean()

    def submit(self) -> None:
        """Stores what came."""
        values: dict[str, Any] = self.form.values()
        typed = values.pop("number") or None
        form, do = AppealForm(**values), self.desk.jobs.do
        if self._card is None:
            self.act(do(self, appeals.receive, self._held.case_id, form, typed))
        else:
            self.act(do(self, appeals.change, self._card.id, self._card.version, form))


class SendDialog(FormDialog):
    """When the file was handed over, and how many pages it has."""

    def __init__(self, desk: Desk, card: AppealCard, pages: int | None, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Hand over the file to {body}", body=card.body), say("Save"), parent)
        self._card = card
        self.day = self.form.add("on", say("Handed over on"), DateEdit(language), required=True)
        self.pages = self.form.add("pages", say("Pages"), NumberEdit(language, decimals=0), beside=True)
        self.day.set_value(today())
        if pages is not None:
            self.pages.set_value(pages)
        self.form.mark_clean()

    def submit(self) -> None:
        """Enters the day and the pages."""
        values: dict[str, Any] = self.form.values()
        card, pages = self._card, values["pages"]
        whole = int(pages) if pages is not None else None
        self.act(self.desk.jobs.do(self, appeals.send, card.id, card.version, values["on"], whole))


class OutcomeDialog(FormDialog):
    """What came of it, when, why, under which number; the new points where a mark is changed."""

    def __init__(self, desk: Desk, card: AppealCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Outcome of {number}", number=card.number), say("Save"), parent)
        self._card = card
        add = self.form.add
        self.outcome = add("outcome", say("Outcome"), Choice().offer_words(language, card.outcomes), required=True)
        self.day = add("on", say("Date of the outcome"), DateEdit(language), required=True, beside=True)
        add("number", say("Number of the outcome"), TextInput())
        self.reasons = add("reasons", say("Reasons"), LongTextInput(lines=4), required=True)
        contested = card.contested
        theory, practice = contested.theory_max, contested.practice_max
        self.theory = add("theory", say("Theory, points of {most}", most=theory), NumberEdit(language, decimals=0))
        self.practice = add(
            "practice", say("Practice, points of {most}", most=practice), NumberEdit(language, decimals=0), beside=True
        )
        self.outcome.currentIndexChanged.connect(lambda _: self._arrange())
        self.day.set_value(today())
        if contested.theory is not None and contested.practice is not None:
            self.theory.set_value(contested.theory)
            self.practice.set_value(contested.practice)
        self.outcome.setCurrentIndex(0)
        self._arrange()
        self.form.mark_clean()

    def submit(self) -> None:
        """Enters the outcome."""
        values: dict[str, Any] = self.form.values()
        for part in ("theory", "practice"):
            values[part] = int(values[part]) if self._marks and values[part] is not None else None
        card = self._card
        self.act(self.desk.jobs.do(self, appeals.decide, card.id, card.version, OutcomeForm(**values)))

    @property
    def _marks(self) -> bool:
        return self.outcome.value() is AppealOutcome.MARK_CHANGED

    def _arrange(self) -> None:
        for name in ("theory", "practice"):
            self.form.field(name).setVisible(self._marks)
        self.fit()


class AppealDayDialog(FormDialog):
    """A day, and for the court its reference."""

    def __init__(self, desk: Desk, card: AppealCard, *, court: bool, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        title = say("Contested in court") if court else say("Withdrawn by the applicant")
        super().__init__(desk, title, say("Save"), parent)
        self._card, self._court = card, court
        self.day = self.form.add("on", say("Date"), DateEdit(language), required=True)
        self.form.add("reference", say("Case in court"), TextInput(), beside=True)
        self.form.field("reference").setVisible(court)
        self.day.set_value(today())
        self.form.mark_clean()

    def submit(self) -> None:
        """Enters the day."""
        values: dict[str, Any] = self.form.values()
        card, do = self._card, self.desk.jobs.do
        if self._court:
            self.act(do(self, appeals.go_to_court, card.id, card.version, values["on"], values["reference"]))
        else:
            self.act(do(self, appeals.withdraw, card.id, card.version, values["on"]))
