"""The small forms that correct a case: the person, the units, the commission, the payment, the notes."""

from PySide6.QtWidgets import QWidget

from commission_app.services import cases, commissions, people, standards
from commission_app.services.cases import CaseCard, Payment
from commission_app.services.commissions import CommissionCard
from commission_app.services.standards import EditionCard
from commission_app.ui.cases.person_fields import PersonFields
from commission_app.ui.cases.unit_ticks import UnitTicks
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.euro import cents, euro
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.number_edit import NumberEdit

WIDE = 88
"""Letters that a form of two columns needs beside each other."""


class PersonDialog(FormDialog):
    """What is known of the applicant is corrected; a new name counts from today."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.language.say("Applicant"), desk.language.say("Save"), parent)
        self._card = card
        self.fields = PersonFields(desk, self.form)
        self.form.load(card.person)
        self.fields.look()
        self.fields.code.on_edit(self.fit)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        self.fit()

    def submit(self) -> None:
        """Stores the person."""
        card = self._card
        promise = self.desk.jobs.do(self, people.correct, card.person_id, card.person_version, self.fields.form_value())
        self.act(promise)


class ClaimsDialog(FormDialog):
    """The units asked for are settled anew."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.language.say("Units applied for"), desk.language.say("Save"), parent)
        self._card = card
        self.ticks = self.form.add("unit_ids", "", UnitTicks(desk.language, self))
        desk.jobs.ask(self, standards.card, card.edition_id).then(self._offer)

    def submit(self) -> None:
        """Stores the units."""
        self.act(self.desk.jobs.do(self, cases.claim, self._card.id, self._card.version, self.ticks.value()))

    def _offer(self, edition: EditionCard) -> None:
        self.ticks.offer(edition.units)
        self.ticks.set_value(tuple(row.unit_id for row in self._card.claims))
        self.form.mark_clean()
        self.fit()


class AssignDialog(FormDialog):
    """The commission that decides, and the number in the institution's own document system."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, say("Commission"), say("Save"), parent)
        self._card = card
        self.choice = self.form.add("commission_id", say("Commission that decides"), Choice(self), required=True)
        desk.jobs.ask(self, commissions.commissions, card.commission_kind).then(self._offer)

    def submit(self) -> None:
        """Gives the case to the commission."""
        key = self.choice.value()
        if isinstance(key, int):
            self.act(self.desk.jobs.do(self, cases.assign, self._card.id, self._card.version, key))

    def _offer(self, rows: tuple[CommissionCard, ...]) -> None:
        self.choice.offer((row.id, half(self.language, row.form.name_lv, row.form.name_en)) for row in rows)
        self.choice.set_value(self._card.commission_id)
        self.form.mark_clean()


class PaymentDialog(FormDialog):
    """What was paid, by whom, on which document."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, say("Payment"), say("Save"), parent)
        self._card = card
        self.fee = self.form.add("fee_cents", say("Fee, euro"), NumberEdit(desk.language, self, decimals=2))
        self.form.add("paid_on", say("Paid on"), DateEdit(desk.language, self), beside=True)
        self.form.add("document", say("Payment document"), TextInput(self))
        self.form.add("payer", say("Payer"), TextInput(self), beside=True)
        self.form.load(card.payment)
        self.fee.set_value(euro(card.payment.fee_cents))
        self.form.mark_clean()

    def submit(self) -> None:
        """Stores the payment."""
        values = self.form.values()
        payment = Payment(cents(self.fee.value()), values["paid_on"], str(values["document"]), str(values["payer"]))  # type: ignore[arg-type]
        self.act(self.desk.jobs.do(self, cases.pay, self._card.id, self._card.version, payment))


class NotesDialog(FormDialog):
    """Notes of the office, and the number and date in the institution's own document system."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, say("Notes"), say("Save"), parent)
        self._card = card
        self.form.add("external_number", say("Number in the document system"), TextInput(self))
        self.day = self.form.add("external_date", say("Its date"), DateEdit(desk.language, self), beside=True)
        self.form.add("notes", say("Notes"), LongTextInput(self, lines=6))
        self.form.load(
            {"external_number": card.external_number, "external_date": card.external_date, "notes": card.notes}
        )

    def submit(self) -> None:
        """Stores the notes."""
        values, card = self.form.values(), self._card
        external = (str(values["external_number"]), self.day.value())
        self.act(self.desk.jobs.do(self, cases.annotate, card.id, card.version, str(values["notes"]), external))
