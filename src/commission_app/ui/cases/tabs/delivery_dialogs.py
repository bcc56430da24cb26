"""What is asked when a letter is written, a paper is sent, notified or come back, and when an answer has come."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import capital, today
from commission_app.rules.notification import WITHOUT_ADDRESS
from commission_app.rules.vocabulary.delivery import DeliveryChannel, LetterKind, ReturnReason
from commission_app.services import deliveries, letters
from commission_app.services.addressees import Addressee
from commission_app.services.deliveries import DeliveryCard, DeliveryForm, DeliveryLine
from commission_app.services.letters import LetterForm
from commission_app.services.sendables import Sendable
from commission_app.ui.cases.letter_form_dialog import LetterFormDialog
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.wording.words import word


def paper_name(say: Callable[..., str], what: str, number: str) -> str:
    """A paper as lists and dialogs name it."""
    return say("{paper} No. {number}", paper=capital(what), number=number)


class SendPaperDialog(FormDialog):
    """Which paper goes, to whom, by which way; the address follows the way."""

    def __init__(self, desk: Desk, case_id: int, card: DeliveryCard, wanted: Sendable, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Send a paper"), say("Mark as sent"), parent)
        self._case_id, self._to = case_id, card.addressee
        self.papers = [paper for paper in card.papers if not paper.against]
        add = self.form.add
        self.paper = add("subject_uid", say("Paper"), Choice())
        self.paper.offer([(one.uid, paper_name(say, word(language, one.what), one.number)) for one in self.papers])
        self.paper.set_value(wanted.uid)
        self.channel = add("channel", say("How"), Choice().offer_words(language, DeliveryChannel))
        self.day = add("sent_on", say("Sent on"), DateEdit(language), required=True, beside=True)
        self.recipient = add("recipient", say("Recipient"), TextInput(), required=True)
        self.address = add("address", say("Address"), TextInput())
        self.item = add("item_number", say("Number of the item"), TextInput())
        self.note = add("note", say("Note"), TextInput())
        self.draft = add("draft", "", TickInput(say("Open a draft with the paper in the mail program")))
        self.channel.set_value(card.addressee.channel)
        self.day.set_value(today())
        self.recipient.set_value(card.addressee.name)
        self.draft.set_value(True)
        self.channel.currentIndexChanged.connect(lambda _: self._fit())
        self._fit()
        self.form.mark_clean()

    def form_value(self) -> DeliveryForm:
        """What the fields say."""
        said: dict[str, Any] = self.form.values()
        said.pop("draft")
        if self.form.field("item_number").isHidden():
            said["item_number"] = ""
        return DeliveryForm(**said)

    def wants_draft(self) -> bool:
        """Whether a draft of an e-mail is to be opened."""
        return self.channel.value() is DeliveryChannel.EMAIL and self.draft.value()

    def submit(self) -> None:
        """Keeps the sending."""
        self.act(self.desk.jobs.do(self, deliveries.send, self._case_id, self.form_value()))

    def _fit(self) -> None:
        """The address of the way, and only the fields the way asks for."""
        channel = self.channel.value()
        assert isinstance(channel, DeliveryChannel)
        self.address.set_value(address_for(self._to, channel))
        self.form.field("address").setVisible(channel not in WITHOUT_ADDRESS)
        self.form.field("item_number").setVisible(channel in (DeliveryChannel.REGISTERED_POST, DeliveryChannel.POST))
        self.form.field("draft").setVisible(channel is DeliveryChannel.EMAIL)
        self.fit()


def address_for(to: Addressee, channel: DeliveryChannel) -> str:
    """The address a way goes to, as far as it is known."""
    if channel in WITHOUT_ADDRESS:
        return ""
    return to.email if channel is DeliveryChannel.EMAIL else to.address


class LetterDialog(LetterFormDialog):
    """A letter as its template words it, read over and completed; the template follows kind and language."""

    def __init__(self, desk: Desk, case_id: int, seen: int, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Write a letter"), say("Number and keep"), parent)
        self._case_id, self._seen = case_id, seen
        add = self.form.add
        self.kind = add("kind", say("Letter"), Choice().offer_words(language, LetterKind))
        self.add_tongue_and_day(day_first=False)
        self.add_letter(lines=10)
        self.until = add(
            "answer_until",
            say("Answer awaited until"),
            DateEdit(language),
            help_text=say("Until the answer the term of the decision stands still."),
        )
        self.kind.set_value(LetterKind.MORE_INFORMATION)
        self.kind.currentIndexChanged.connect(lambda _: self.propose())
        self.add_end()
        self.propose()

    def propose(self) -> None:
        """Asks for the template of what is chosen."""
        kind = self.kind.value()
        assert isinstance(kind, LetterKind)
        self.form.field("answer_until").setVisible(kind is LetterKind.MORE_INFORMATION)
        asked = self.desk.jobs.ask(self, letters.proposal, self._case_id, kind, self.chosen_language())
        asked.then(self.show_proposal)

    def submit(self) -> None:
        """Numbers and keeps the letter."""
        said: dict[str, Any] = self.form.values()
        until = said["answer_until"] if said["kind"] is LetterKind.MORE_INFORMATION else None
        said["answer_until"] = until
        if isinstance(until, date):
            said["text"] = said["text"].replace("{until}", self.chosen_language().date(until))
        self.act(self.desk.jobs.do(self, letters.write, self._case_id, self._seen, LetterForm(**said)))


class ReturnDialog(FormDialog):
    """When a sending came back, and why."""

    def __init__(self, desk: Desk, line: DeliveryLine, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("The item came back"), say("Mark as come back"), parent)
        self._line = line
        self.day = self.form.add("on", say("Came back on"), DateEdit(language), required=True)
        self.reason = self.form.add("reason", say("Why"), Choice().offer_words(language, ReturnReason), beside=True)
        self.note = self.form.add("note", say("Note"), TextInput())
        self.day.set_value(today())
        self.reason.setCurrentIndex(0)
        self.form.mark_clean()

    def submit(self) -> None:
        """Keeps that it came back."""
        day, reason = self.day.value(), self.reason.value()
        assert day is not None
        assert isinstance(reason, ReturnReason)
        line = self._line
        self.act(self.desk.jobs.do(self, deliveries.came_back, line.id, line.version, day, reason, self.note.value()))


class OnDayDialog(FormDialog):
    """The one day that an act asks for: of notification, of an answer."""

    def __init__(
        self, desk: Desk, title: str, deed: Callable[..., object], key: tuple[int, int], parent: QWidget
    ) -> None:
        super().__init__(desk, title, desk.language.say("Save"), parent)
        self._deed, self._key = deed, key
        self.day = self.form.add("on", desk.language.say("Day"), DateEdit(desk.language), required=True)
        self.day.set_value(today())
        self.form.mark_clean()

    def submit(self) -> None:
        """Does the deed on that day."""
        self.act(self.desk.jobs.do(self, self._deed, *self._key, self.day.value()))
