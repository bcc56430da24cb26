"""The small forms of a fee: money that came or went, a waiver, who may pay the fee back."""

from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.fee import Employment, PaymentKind, Reimburser, WaiverKind
from commission_app.services import fees
from commission_app.services.fees import FeeCard, PaymentForm, ReimbursementForm, WaiverForm
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.euro import cents, euro
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit


class MoneyDialog(FormDialog):
    """A payment, a top-up or a refund; what is owed stands there already."""

    def __init__(self, desk: Desk, card: FeeCard, kind: PaymentKind, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Payment or refund"), say("Save"), parent)
        self._card = card
        self.kind = self.form.add("kind", say("What it is"), Choice().offer_words(language, PaymentKind))
        self.sum = self.form.add("cents", say("Sum, EUR"), NumberEdit(language, decimals=2), required=True, beside=True)
        self.day = self.form.add("paid_on", say("Paid on"), DateEdit(language), required=True)
        self.payer = self.form.add("payer", say("Payer"), TextInput(), beside=True)
        self.document = self.form.add("document", say("Payment document"), TextInput())
        self.form.load({"kind": kind, "paid_on": today(), "payer": card.payer})
        due = -card.owing if kind is PaymentKind.REFUND else card.owing
        self.sum.set_value(euro(due) if due > 0 else None)

    def submit(self) -> None:
        """Enters the money."""
        values: dict[str, Any] = self.form.values()
        values["cents"] = cents(self.sum.value()) or 0
        self.act(self.desk.jobs.do(self, fees.pay, self._card.case_id, self._card.version, PaymentForm(**values)))


class WaiverDialog(FormDialog):
    """Why less is asked, and how much: a share or a sum."""

    def __init__(self, desk: Desk, card: FeeCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Waive the fee"), say("Save"), parent)
        self._card = card
        self.form.add("kind", say("Kind of the waiver"), Choice().offer_words(language, WaiverKind))
        self.percent = self.form.add("percent", say("Share, %"), NumberEdit(language))
        self.sum = self.form.add("cents", say("or a sum, EUR"), NumberEdit(language, decimals=2), beside=True)
        self.reason = self.form.add("reason", say("Reason"), TextInput(), required=True)
        self.form.add("document", say("Document"), TextInput())
        self.percent.set_value(100)
        self.form.mark_clean()

    def submit(self) -> None:
        """Waives."""
        values: dict[str, Any] = self.form.values()
        values["percent"], values["cents"] = self.percent.whole(), cents(self.sum.value())
        self.act(self.desk.jobs.do(self, fees.waive, self._card.case_id, self._card.version, WaiverForm(**values)))


class ReimbursementDialog(FormDialog):
    """Who may pay the fee back to the applicant, and what was proved to them when."""

    def __init__(self, desk: Desk, card: FeeCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Paying the fee back"), say("Save"), parent)
        self._card = card
        add = self.form.add
        add("body", say("Who may pay back"), Choice().offer_words(language, Reimburser))
        add("project", say("Project or programme"), TextInput())
        for name, label in (
            ("status_assessed", say("Employment when assessed")),
            ("status_paid", say("Employment when paying")),
        ):
            choice = Choice().offer_words(language, Employment, empty=say("not known"))
            add(name, label, choice, beside=name == "status_paid")
        add("proof_document", say("Proof issued, No."), TextInput())
        add("proof_issued_on", say("Proof issued on"), DateEdit(language), beside=True)
        add("claimed_on", say("Claimed on"), DateEdit(language))
        if card.reimbursement is not None:
            self.form.load(card.reimbursement)

    def submit(self) -> None:
        """Stores what is known."""
        values: dict[str, Any] = self.form.values()
        promise = self.desk.jobs.do(
            self, fees.reimburse, self._card.case_id, self._card.version, ReimbursementForm(**values)
        )
        self.act(promise)
