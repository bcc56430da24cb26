"""One rate of pay: for what, by which measure, for which office in the commission, how much, from when to when."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.remuneration import MEASURES
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.remuneration import PaidAct, PaidBy
from commission_app.services import remuneration_rates
from commission_app.services.remuneration_rates import RateForm, RateLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.euro import cents, euro
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit


class RateDialog(FormDialog):
    """Offers the measures of what is paid for; a copy begins today."""

    def __init__(self, desk: Desk, held: RateLine | None, parent: QWidget, *, copy: bool = False) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Rate of pay"), say("Save"), parent)
        self._held = None if copy else held
        form = held.form if held is not None else RateForm(PaidAct.SITTING, PaidBy.HOUR, 0, today())
        form = replace(form, valid_from=today(), valid_until=None) if copy else form
        add = self.form.add
        self.paid_for = add("act", say("Paid for"), Choice().offer_words(language, PaidAct))
        self.measure = add("measure", say("Measure"), Choice().offer_words(language, MEASURES[form.act]), beside=True)
        self.role = add(
            "role",
            say("Office in the commission"),
            Choice().offer_words(language, MemberRole, empty=say("all who have no rate of their own")),
        )
        self.sum = add("cents", say("Rate, EUR"), NumberEdit(language, decimals=2), required=True, beside=True)
        self.since = add("valid_from", say("In force from"), DateEdit(language), required=True)
        self.until = add("valid_until", say("In force until"), DateEdit(language), beside=True)
        self.legal = add("legal", say("Legal reference"), TextInput())
        self.form.load(form)
        self.sum.set_value(euro(form.cents) if held is not None else None)
        self.paid_for.currentIndexChanged.connect(lambda _: self._fit())
        self._fit()
        self.form.mark_clean()

    def showEvent(self, event: object) -> None:
        """Puts the keyboard where a rate is typed: what stands before it is chosen already."""
        super().showEvent(event)
        self.sum.setFocus()

    def submit(self) -> None:
        """Stores the rate."""
        key, seen = (self._held.id, self._held.version) if self._held is not None else (None, None)
        self.act(self.desk.jobs.do(self, remuneration_rates.store, key, seen, self.form_value()))

    def form_value(self) -> RateForm:
        """What the fields say."""
        values: dict[str, Any] = self.form.values()
        since = values["valid_from"]
        assert isinstance(since, date)
        role = None if self.form.field("role").isHidden() else values["role"]
        until = values["valid_until"]
        return RateForm(
            values["act"], values["measure"], cents(self.sum.value()) or 0, since, until, role, values["legal"]
        )

    def _fit(self) -> None:
        """The measures of what is paid for; assessors have no office."""
        act = self.paid_for.value()
        assert isinstance(act, PaidAct)
        self.measure.offer_words(self.language, MEASURES[act])
        if self.measure.value() is None:
            self.measure.setCurrentIndex(0)
        self.form.field("role").setVisible(act is not PaidAct.SCORING)
        self.fit()
