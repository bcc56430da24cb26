"""One edition of a price list: what it holds for, from which day, and its prices."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.hour_prices import HOUR, HourNorm
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.fee import CreditsFrom, PriceKind
from commission_app.services import price_lists
from commission_app.services.price_lists import PriceListForm, PriceListLine, StandardChoice
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.price_table_edit import PriceTableEdit
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.euro import cents, euro
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit

_LONGEST = 60


class PriceDialog(FormDialog):
    """The fields of the price are those of its kind; a copy begins a new edition today."""

    def __init__(self, desk: Desk, held: PriceListLine | None, parent: QWidget, *, copy: bool = False) -> None:
        language, say = desk.language, desk.language.say
        title = say("New edition of the price list") if copy else say("Price list")
        super().__init__(desk, title, say("Save"), parent)
        self._held = None if copy else held
        add = self.form.add
        self.name = add("name", say("Name"), TextInput(), required=True)
        self.procedure = add("procedure", say("Procedure"), Choice().offer_words(language, Procedure))
        self.kind = add(
            "kind", say("What the price depends on"), Choice().offer_words(language, PriceKind), beside=True
        )
        self.standard = add("standard_id", say("Only for the standard"), Choice().offer((), empty=say("for all")))
        self.area = add("area", say("Only for the thematic area"), TextInput(), beside=True)
        self.since = add("valid_from", say("In force from"), DateEdit(language), required=True)
        self.until = add("valid_until", say("In force until"), DateEdit(language), beside=True)
        self.legal = add("legal", say("Legal reference"), TextInput())
        self.price = add("cents", say("Price, EUR"), NumberEdit(language, decimals=2))
        self.percent = add("percent", say("Share of it, %"), NumberEdit(language), beside=True)
        self.credits_from = add(
            "credits_from", say("Credit points"), Choice().offer_words(language, CreditsFrom), beside=True
        )
        self.hours = [
            add(name, text, NumberEdit(language, decimals=2), beside=at > 0)
            for at, (name, text) in enumerate(
                (
                    ("consultation_hours", say("Hours of consultation")),
                    ("unit_hours", say("of assessing a unit")),
                    ("commission_hours", say("of the commission")),
                )
            )
        ]
        self.least = add("least_cents", say("At least, EUR"), NumberEdit(language, decimals=2))
        self.most = add("most_cents", say("At most, EUR"), NumberEdit(language, decimals=2), beside=True)
        self.rows = add("rows", say("Price for each, EUR, by the number of persons"), PriceTableEdit(language))
        self.kind.currentIndexChanged.connect(lambda _: self._fit())
        self._load(held, copy)
        desk.jobs.ask(self, price_lists.standards).then(self._offer)
        self._fit()

    def submit(self) -> None:
        """Stores the edition."""
        held = self._held
        key, seen = (held.id, held.version) if held is not None else (None, None)
        self.act(self.desk.jobs.do(self, price_lists.store, key, seen, self.form_value()))

    def form_value(self) -> PriceListForm:
        """What the fields say."""
        values: dict[str, Any] = self.form.values()
        since = values["valid_from"]
        assert isinstance(since, date)
        return PriceListForm(
            name=values["name"],
            kind=values["kind"],
            procedure=values["procedure"],
            valid_from=since,
            valid_until=values["valid_until"],
            standard_id=values["standard_id"],
            area=values["area"],
            cents=cents(self.price.value()) or 0,
            percent=self.percent.whole() or 0,
            rows=values["rows"],
            legal=values["legal"],
            credits_from=values["credits_from"],
            hours=self._norm(),
        )

    def _load(self, held: PriceListLine | None, copy: bool) -> None:
        form = held.form if held is not None else PriceListForm("", PriceKind.BY_GROUP, Procedure.VOCATIONAL, today())
        if copy:
            form = replace(form, valid_from=today(), valid_until=None)
        self._standard_id = form.standard_id
        self.form.load(form)
        self.price.set_value(euro(form.cents) if form.cents else None)
        norm = form.hours
        for field, amount in zip(self.hours, (norm.consultation, norm.unit, norm.commission), strict=True):
            field.set_value(Decimal(amount) / HOUR if amount else None)
        self.least.set_value(euro(norm.least))
        self.most.set_value(euro(norm.most))
        self.form.mark_clean()

    def _offer(self, rows: tuple[StandardChoice, ...]) -> None:
        named = ((row.id, f"{row.code} {half(self.language, row.title_lv, row.title_en)}"[:_LONGEST]) for row in rows)
        self.standard.offer(named, empty=self.language.say("for all"))
        self.standard.set_value(self._standard_id)
        self.form.mark_clean()

    def _norm(self) -> HourNorm:
        consultation, unit, commission = (int((field.value() or 0) * HOUR) for field in self.hours)
        return HourNorm(consultation, unit, commission, cents(self.least.value()), cents(self.most.value()))

    def _fit(self) -> None:
        say, kind = self.language.say, self.kind.value()
        by_group = kind is PriceKind.BY_GROUP
        by_credits = kind in (PriceKind.PER_CREDIT, PriceKind.PERCENT_OF_CREDITS)
        for name in ("consultation_hours", "unit_hours", "commission_hours", "least_cents", "most_cents"):
            self.form.field(name).setVisible(kind is PriceKind.BY_HOURS)
        self.form.field("credits_from").setVisible(by_credits)
        self.form.field("cents").say_help(say("for an hour") if kind is PriceKind.BY_HOURS else "")
        self.form.field("rows").setVisible(by_group)
        self.form.field("cents").setVisible(not by_group)
        self.form.field("percent").setVisible(kind is PriceKind.PERCENT_OF_CREDITS)
        self.fit()
