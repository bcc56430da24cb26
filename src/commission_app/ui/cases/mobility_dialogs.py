"""The forms of mobility: the learning agreement, a unit, the host's transcript, the day and doer of an act."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.mobility import MobilityAct
from commission_app.services import mobility
from commission_app.services.mobility_cards import AgreementForm, MobilityCard, TranscriptForm, UnitForm, UnitLine
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.words import word

DEEDS: dict[MobilityAct, Callable[..., None]] = {
    MobilityAct.ASSESS: mobility.assess,
    MobilityAct.VALIDATE: mobility.validate,
    MobilityAct.RECOGNISE: mobility.recognise,
}
_LONGEST = 70


class AgreementDialog(FormDialog):
    """Partner, period, form of assessment, who is responsible, and when each side signed."""

    def __init__(self, desk: Desk, card: MobilityCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Learning agreement for mobility"), say("Save"), parent)
        self._card = card
        add = self.form.add
        self.partner = add("partner_id", say("Receiving institution"), Choice(), required=True)
        self.partner.offer(card.choices.partners, unchosen=True)
        self.partner.setPlaceholderText(say("Choose …"))
        self.number = add("number", say("Number of the agreement"), TextInput(), beside=True)
        self.began = add("began_on", say("From"), DateEdit(language), required=True)
        self.ended = add("ended_on", say("Until"), DateEdit(language), required=True, beside=True)
        add("assessment", say("Form of assessment"), LongTextInput(lines=2))
        add("home_person", say("Responsible at home"), TextInput())
        add("host_person", say("Responsible at the host"), TextInput(), beside=True)
        self.learner = add("learner_signed_on", say("Signed by the learner"), DateEdit(language))
        self.home = add("home_signed_on", say("Signed at home"), DateEdit(language), beside=True)
        self.host = add("host_signed_on", say("Signed by the host"), DateEdit(language), beside=True)
        if card.agreement is not None:
            self.form.load(card.agreement)

    def submit(self) -> None:
        """Stores the agreement."""
        values: dict[str, Any] = self.form.values()
        card = self._card
        self.act(self.desk.jobs.do(self, mobility.agree, card.case_id, card.seen, AgreementForm(**values)))


class UnitDialog(FormDialog):
    """A unit as the host calls it, the unit of the target qualification it stands for, and its result."""

    def __init__(self, desk: Desk, card: MobilityCard, held: UnitLine | None, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Unit of mobility"), say("Save"), parent)
        self._card, self._held = card, held
        add = self.form.add
        self.title = add("title", say("Unit with the host"), TextInput(), required=True)
        units = ((key, f"{code} {half(language, lv, en)}"[:_LONGEST]) for key, code, lv, en in card.choices.units)
        self.unit = add(
            "unit_id",
            say("Unit of the target qualification"),
            Choice().offer(units, empty=say("none: it does not count")),
        )
        self.agreed = add("agreed", "", TickInput(say("Stands in the learning agreement")))
        results = ((True, say("passed")), (False, say("not passed")))
        self.passed = add("passed", say("Result"), Choice().offer(results, empty=say("not known yet")))
        self.mark = add("mark", say("Mark"), TextInput(), beside=True)
        self.points = add("points", say("Points"), NumberEdit(language, decimals=3))
        self.hours = add("hours", say("Hours"), NumberEdit(language, decimals=3), beside=True)
        self.agreed.set_value(True)
        if held is not None:
            self.form.load(held.form)
        self.form.mark_clean()

    def submit(self) -> None:
        """Stores the unit."""
        values: dict[str, Any] = self.form.values()
        card, key = self._card, self._held.id if self._held is not None else None
        self.act(self.desk.jobs.do(self, mobility.put_unit, card.case_id, card.seen or 0, key, UnitForm(**values)))


class TranscriptDialog(FormDialog):
    """The host's transcript: its number and date, and where it is in the portfolio."""

    def __init__(self, desk: Desk, card: MobilityCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Personal transcript of the host"), say("Save"), parent)
        self._card = card
        self.number = self.form.add("number", say("Number"), TextInput())
        self.day = self.form.add("issued_on", say("Issued on"), DateEdit(language), required=True, beside=True)
        documents = Choice().offer(card.choices.items, empty=say("not in the portfolio yet"))
        self.form.add("item_id", say("Document in the portfolio"), documents)
        if card.transcript is not None:
            self.form.load(card.transcript)

    def submit(self) -> None:
        """Stores the transcript."""
        values: dict[str, Any] = self.form.values()
        card = self._card
        self.act(
            self.desk.jobs.do(self, mobility.enter_transcript, card.case_id, card.seen or 0, TranscriptForm(**values))
        )


class ActDialog(FormDialog):
    """On which day and by whom the act was done."""

    def __init__(self, desk: Desk, card: MobilityCard, act: MobilityAct, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        name = word(language, act)
        super().__init__(desk, say("Mobility: {act}", act=name), say("Save"), parent)
        self._card, self._act = card, act
        self.day = self.form.add("on", say("Date"), DateEdit(language), required=True)
        self.by = self.form.add("by", say("By whom"), TextInput(), required=True)
        self.day.set_value(today())
        self.form.mark_clean()

    def submit(self) -> None:
        """Enters the act."""
        card = self._card
        deed = DEEDS[self._act]
        self.act(self.desk.jobs.do(self, deed, card.case_id, card.seen or 0, self.day.value(), self.by.value()))
