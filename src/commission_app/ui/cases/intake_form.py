"""The fields of an application, from what is asked to who asks, as one reads the paper at the counter."""

from commission_app.errors import Refusal
from commission_app.i18n import today
from commission_app.rules.vocabulary.case import Channel, Ground, Procedure
from commission_app.services.applicants import ApplicationForm
from commission_app.services.intake import EditionChoice, IntakeOffer
from commission_app.ui.cases.person_fields import PersonFields
from commission_app.ui.cases.unit_ticks import UnitTicks
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.euro import cents
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class IntakeForm(Form):
    """What an application says; `application` gives it as the office wants it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.language)
        self._offer: IntakeOffer | None = None
        self._asking(desk)
        self._coming(desk)
        self.heading(desk.language.say("Applicant"))
        self.person = PersonFields(desk, self)
        self.person_id = self.add("person_id", "", TextInput(self))
        self.field("person_id").hide()
        self._paying(desk)
        self.received.set_value(today())
        self.channel.set_value(Channel.IN_PERSON)
        self.ground.set_value(Ground.EXPERIENCE)
        self.mark_clean()

    def offer(self, offer: IntakeOffer) -> None:
        """Offers the procedures and editions; the usual one is chosen, another is a key away."""
        self._offer = offer
        self.procedure.offer(((entry, word(self._language, entry)) for entry in offer.procedures), unchosen=True)
        if self.procedure.value() is None and offer.usual is not None:
            self.procedure.set_value(offer.usual)
        self.field("number").setVisible(offer.number_typed)
        self.show_editions()

    def show_editions(self) -> None:
        """Offers the editions of the procedure that is chosen."""
        if self._offer is None:
            return
        procedure = self.procedure.value()
        fitting = [edition for edition in self._offer.editions if procedure in edition.procedures]
        self.edition.offer(((edition.id, self._edition_text(edition)) for edition in fitting), unchosen=True)
        if len(fitting) == 1:
            self.edition.set_value(fitting[0].id)
        self.field("unit_ids").setVisible(self.edition_id() is not None)
        self.field("ground").setVisible(procedure in self._offer.by_ground)
        self.field("enrolled").setVisible(procedure in self._offer.by_ground)

    def edition_id(self) -> int | None:
        """The edition that is chosen."""
        key = self.edition.value()
        return key if isinstance(key, int) else None

    def warn(self, against: tuple[Refusal, ...]) -> None:
        """Says what stands against what is asked for before anything is stored; it can be registered all the same."""
        if against:
            self.warned.say(" ".join(sentence(self._language, one) for one in against), "warn")
        else:
            self.warned.hide()

    def known_id(self) -> int | None:
        """The person in the database whom the applicant was recognised as."""
        text = self.person_id.value()
        return int(text) if text.isdecimal() else None

    def application(self) -> ApplicationForm:
        """The application as entered."""
        ticked = self.units.value()
        whole = self.units.all_ticked()
        return ApplicationForm(
            procedure=Procedure(str(self.procedure.value())),
            edition_id=self.edition_id() or 0,
            received_on=self.received.value() or today(),
            person=self.person.form_value(),
            person_id=self.known_id(),
            unit_ids=() if whole else ticked,
            ground=Ground(str(self.ground.value())),
            channel=Channel(str(self.channel.value())),
            whole_qualification=whole,
            enrolled=self.enrolled.value(),
            motive=self.motive.value(),
            notes=self.notes.value(),
            external_number=self.external.value(),
            external_date=self.external_day.value(),
            typed_number=self.number.value(),
            fee_cents=cents(self.fee.value()),
            paid_on=self.paid_on.value(),
            payment_document=self.paid_by_document.value(),
            payer=self.payer.value(),
        )

    def _asking(self, desk: Desk) -> None:
        say = desk.language.say
        self.heading(say("What is asked for"))
        self.procedure = self.add("procedure", say("Procedure"), Choice(self), required=True)
        self.edition = self.add(
            "edition_id",
            say("Programme or standard"),
            Choice(self, searchable=True),
            required=True,
            beside=True,
        )
        for choice in (self.procedure, self.edition):
            choice.currentTextChanged.connect(choice.setToolTip)
            choice.setPlaceholderText(say("choose"))
            if (line := choice.lineEdit()) is not None:
                line.setPlaceholderText(say("choose"))
                choice.currentIndexChanged.connect(lambda _, line=line: line.setCursorPosition(0))
            choice.setMinimumContentsLength(18)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.warned = Banner(desk.language, self)
        self.place(self.warned)
        self.units = self.add("unit_ids", say("Units applied for"), UnitTicks(desk.language, self))
        self.ground = self.add("ground", say("Ground"), Choice(self).offer_words(desk.language, Ground))
        self.enrolled = self.add("enrolled", "", TickInput(say("already enrolled in the programme"), self))
        self.motive = self.add("motive", say("Motive"), LongTextInput(self, lines=2))

    def _coming(self, desk: Desk) -> None:
        say = desk.language.say
        self.heading(say("How it came"))
        self.received = self.add("received_on", say("Received"), DateEdit(desk.language, self), required=True)
        self.channel = self.add(
            "channel", say("Channel"), Choice(self).offer_words(desk.language, Channel), required=True, beside=True
        )
        self.number = self.add("number", say("Number of the application"), TextInput(self), required=True, beside=True)
        self.field("number").hide()
        self.external = self.add("external_number", say("Number in the document system"), TextInput(self))
        self.external_day = self.add("external_date", say("Its date"), DateEdit(desk.language, self), beside=True)

    def _paying(self, desk: Desk) -> None:
        say = desk.language.say
        self.heading(say("Payment and notes"))
        self.fee = self.add("fee_cents", say("Fee, euro"), NumberEdit(desk.language, self, decimals=2))
        self.paid_on = self.add("paid_on", say("Paid on"), DateEdit(desk.language, self), beside=True)
        self.paid_by_document = self.add("payment_document", say("Payment document"), TextInput(self))
        self.payer = self.add("payer", say("Payer"), TextInput(self), beside=True)
        self.notes = self.add("notes", say("Notes"), LongTextInput(self, lines=3))

    def _edition_text(self, edition: EditionChoice) -> str:
        title = half(self._language, edition.title_lv, edition.title_en)
        return f"{title} · {edition.label} ({edition.code})"
