"""Settling a rule of the institution's own: which rule, for which procedure, from which day, and what it says."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.provision_values import KINDS, OneOf, ReferenceOnly, Whole, YesNo, spoken
from commission_app.rules.provisions import Value
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import provisions
from commission_app.services.provisions import ProvisionLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.words import word


class RuleDialog(FormDialog):
    """The field of the value is of the rule's kind: a number, yes or no, or one of a few words."""

    def __init__(self, desk: Desk, held: ProvisionLine | None, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Rule of the institution"), say("Settle"), parent)
        add = self.form.add
        keys = sorted(((key, word(language, key)) for key in ProvisionKey), key=lambda pair: pair[1])
        self.key = add("key", say("Rule"), Choice().offer(keys), required=True)
        procedures = Choice().offer_words(language, Procedure, empty=say("both procedures"))
        self.procedure = add("procedure", say("Procedure"), procedures)
        self.since = add("in_force_from", say("In force from"), DateEdit(language), required=True, beside=True)
        self.number = add("number", say("Value"), NumberEdit(language))
        self.choice = add("choice", say("Value"), Choice())
        self.legal_lv = add("legal_lv", say("Legal reference in Latvian"), TextInput())
        self.legal_en = add("legal_en", say("Legal reference in English"), TextInput())
        start = ProvisionKey(held.key) if held is not None and held.key in set(ProvisionKey) else keys[0][0]
        self.form.load({"key": start, "procedure": held.procedure if held else None, "in_force_from": today()})
        self.key.currentIndexChanged.connect(lambda _: self._fit(None))
        self._fit(held.value if held is not None else None)

    def value(self) -> Value:
        """What the rule is to say."""
        match KINDS[self._key()]:
            case Whole():
                return self.number.whole() if self.number.value() is not None else None
            case ReferenceOnly():
                return ""
            case _:
                chosen = self.choice.value()
                return str(chosen) if isinstance(chosen, StrEnum) else chosen if isinstance(chosen, bool) else None

    def submit(self) -> None:
        """Settles the rule."""
        procedure, since = self.procedure.value(), self.since.value()
        assert isinstance(since, date)
        legal = (self.legal_lv.value(), self.legal_en.value())
        chosen = procedure if isinstance(procedure, Procedure) else None
        self.act(self.desk.jobs.do(self, provisions.settle, self._key().value, chosen, since, self.value(), legal))

    def show_trouble(self, text: str, what: object, again: object) -> bool:
        """A refusal of the value stands at the field the rule has for it."""
        shown = self.form.field("number" if isinstance(KINDS[self._key()], Whole) else "choice")
        if getattr(what, "field", None) == "value":
            shown.show_error(text)
            shown.focus()
        else:
            self.banner.say(text)
        return True

    def _key(self) -> ProvisionKey:
        key = self.key.value()
        assert isinstance(key, ProvisionKey)
        return key

    def _fit(self, value: Value) -> None:
        """Shows the field that fits the rule."""
        kind, say = KINDS[self._key()], self.language.say
        self.form.field("number").setVisible(isinstance(kind, Whole))
        self.form.field("choice").setVisible(isinstance(kind, YesNo | OneOf))
        if isinstance(kind, Whole):
            self.number.setPlaceholderText(say("empty: no limit") if kind.may_be_none else "")
            self.number.set_value(Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else None)
        elif isinstance(kind, YesNo):
            self.choice.offer(((True, say("yes")), (False, say("no"))))
            self.choice.set_value(value if isinstance(value, bool) else True)
        elif isinstance(kind, OneOf):
            self.choice.offer_words(self.language, kind.words)
            self.choice.set_value(next(iter(kind.words)) if value is None else spoken(self._key(), value))
