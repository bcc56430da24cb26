"""A lost certificate: the holder's request, the announcement, and the duplicate, now or on a later day."""

from typing import cast

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import LATVIAN, Language, today
from commission_app.rules.vocabulary.blank import LossReason
from commission_app.services import duplicates
from commission_app.services.duplicates import IssueForm, LostCard, RequestForm
from commission_app.ui.cases.tabs.certificate_dialogs import BOTH
from commission_app.ui.cases.tabs.next_form import NextForm
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.wording.sentences import sentence

_TO_ISSUE = ("issued_on", "languages", "form_series", "form_number", "number")


class DuplicateDialog(FormDialog):
    """Saved without a tick it keeps the request; with it the duplicate is issued too."""

    def __init__(self, desk: Desk, certificate_id: int, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Lost certificate"), say("Save"), parent)
        self._certificate = certificate_id
        self.card: LostCard | None = None
        self.form.add("reason", say("What became of it"), Choice().offer_words(language, LossReason), required=True)
        self.form.add("lost_on", say("When, if known"), DateEdit(language), beside=True)
        self.form.add("asked_on", say("Request of the holder"), DateEdit(language), required=True, beside=True)
        self.form.add(
            "announced_in",
            say("Announced in"),
            TextInput(placeholder=say("Latvijas Vēstnesis, 2026/231")),
            help_text=say("A lost or stolen state form is announced before the duplicate is issued."),
            stretch=2,
        )
        self.form.add("announced_on", say("On"), DateEdit(language), beside=True)
        self.now = self.form.add("now", "", TickInput(say("Issue the duplicate now")))
        self.form.add("issued_on", say("Day of the duplicate"), DateEdit(language), required=True)
        self.languages = self.form.add("languages", say("Language of the certificate"), Choice(), beside=True)
        self.languages.offer((((LATVIAN,), say("in Latvian")), (BOTH, say("in Latvian and English"))))
        self.series = self.form.add("form_series", say("Series of the state form"), TextInput(capitals=True))
        self.number = self.form.add("form_number", say("Number of the state form"), TextInput(), beside=True)
        self.next_form = NextForm(language, self.series, self.number, self)
        self.form.place(self.next_form)
        self.form.add("number", say("Number in the register"), TextInput())
        self.said = QLabel(say("It has the same force; the original is replaced by it in the register."), self)
        self.said.setProperty("role", "soft")
        self.said.setWordWrap(True)
        self.form.place(self.said)
        self.now.edited.connect(self._show_fields)
        self.form.load({"asked_on": today(), "issued_on": today()})
        self._show_fields()
        desk.jobs.ask(self, duplicates.lost_card, certificate_id).then(self._show)

    def told(self, made: object) -> str:
        """What the strip says: that the request is kept, or the duplicate issued."""
        say = self.language.say
        return say("The request is kept.") if made is None else say("The duplicate is issued.")

    def submit(self) -> None:
        """Keeps the request, or issues the duplicate."""
        card, values = self.card, self.form.values()
        if card is None:
            return
        request = RequestForm(
            asked_on=cast("DateEdit", self.form.field("asked_on").input).value() or today(),
            reason=LossReason(str(values["reason"])),
            lost_on=cast("DateEdit", self.form.field("lost_on").input).value(),
            announced_in=str(values["announced_in"]),
            announced_on=cast("DateEdit", self.form.field("announced_on").input).value(),
        )
        if self.now.value():
            given = IssueForm(
                issued_on=cast("DateEdit", self.form.field("issued_on").input).value() or today(),
                form_series=self.series.value(),
                form_number=self.number.value(),
                typed_number=str(values["number"]) or None,
                languages=cast("tuple[Language, ...]", self.languages.value()),
            )
            self.act(self.desk.jobs.do(self, duplicates.issue, card.certificate_id, card.version, request, given))
        else:
            self.act(self.desk.jobs.do(self, duplicates.ask, card.certificate_id, card.version, request))

    def _show(self, card: LostCard) -> None:
        self.card = card
        self.setWindowTitle(self.language.say("Lost certificate No. {number}", number=card.number))
        if card.request is not None:
            self.form.load(card.request)
        if card.against:
            self.banner.say(" ".join(sentence(self.language, one) for one in card.against))
        self.next_form.offer(card.next_form)
        self._show_fields()

    def _show_fields(self) -> None:
        """Only what is asked now: the fields of the duplicate where it is issued now, of its form where it has one."""
        card, on = self.card, bool(self.now.value())
        for name in _TO_ISSUE:
            self.form.field(name).setVisible(on)
        for name in ("form_series", "form_number"):
            self.form.field(name).setVisible(on and card is not None and card.on_form)
        self.form.field("number").setVisible(on and card is not None and card.number_typed)
        self.next_form.setVisible(on and card is not None and card.next_form is not None)
        self.said.setVisible(on)
        self.deed.setText(self.language.say("Issue the duplicate") if on else self.language.say("Save the request"))
        self.fit()
