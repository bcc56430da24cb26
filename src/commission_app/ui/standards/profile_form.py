"""The form of a microcredential: its elements in the order of the Recommendation, every text in both languages."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from commission_app.i18n import Language, capital
from commission_app.rules.microcredential import Profile
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import (
    AssessmentKind,
    Cycle,
    Element,
    Participation,
    QualityKind,
    Stackability,
    Supervision,
)
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services.microcredentials import UnitChoice
from commission_app.ui.forms import Form
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.ui.widgets.ticks import Ticks
from commission_app.wording.words import word

E = TypeVar("E", bound=StrEnum)
_TEXTS = ("assessment_note", "quality_note", "prerequisites", "stackability_note", "more")


class ProfileForm(Form):
    """What every microcredential of the programme says; `profile` gives it back as the office keeps it."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self._words = language
        self._what()
        self._how()
        self._where_relevant()

    def _what(self) -> None:
        """Title, units, country and workload."""
        language, say = self._words, self._words.say
        self.heading(say("Mandatory elements"))
        self.pair("title", self._named(Element.TITLE), required=True)
        self.units = self.add(
            "units",
            say("Units it is about"),
            Ticks(),
            help_text=say("None ticked: whatever was recognised."),
        )
        self.countries = self.add(
            "countries",
            self._named(Element.COUNTRY),
            TextInput(),
            help_text=say("Codes of two letters, with commas between them: LV, EE"),
        )
        self.workload = self.add(
            "workload",
            self._named(Element.WORKLOAD),
            NumberEdit(language, decimals=3),
            help_text=say("Empty: the sum of the units."),
            beside=True,
        )
        self.workload_unit = self.add("workload_unit", say("Unit of the workload"), Choice(), beside=True)
        self.workload_unit.offer_words(language, CreditUnit, empty="—")

    def _how(self) -> None:
        """Level, assessment, participation and quality."""
        language, say = self._words, self._words.say
        self.level_applies = self.add("level_applies", "", TickInput(say("The LKI level of the edition is stated")))
        self.cycle = self._choice("cycle", say("Cycle"), Cycle, beside=True)
        self.assessment = self.add("assessment", self._named(Element.ASSESSMENT), Ticks())
        self.assessment.offer((kind.value, word(language, kind)) for kind in AssessmentKind)
        self.pair("assessment_note", say("About the assessment"))
        self.participation = self._choice("participation", self._named(Element.PARTICIPATION), Participation)
        self.quality = self._choice("quality", self._named(Element.QUALITY), QualityKind)
        self.pair("quality_note", say("About quality assurance"))

    def _where_relevant(self) -> None:
        """What is said only where there is something to say."""
        say = self._words.say
        self.heading(say("Where relevant"))
        self.pair("prerequisites", self._named(Element.PREREQUISITES))
        self.supervision = self._choice("supervision", self._named(Element.SUPERVISION), Supervision)
        self.stackability = self._choice("stackability", self._named(Element.STACKABILITY), Stackability)
        self.pair("stackability_note", say("About stackability"))
        self.pair("more", self._named(Element.MORE), lines=3)

    def pair(self, name: str, label: str, *, required: bool = False, lines: int = 2) -> None:
        """A text in both languages, side by side."""
        say = self._words.say
        latvian, english = say("{what}, Latvian", what=label), say("{what}, English", what=label)
        self.add(f"{name}_lv", latvian, LongTextInput(lines=lines), required=required)
        self.add(f"{name}_en", english, LongTextInput(lines=lines), beside=True)

    def offer_units(self, units: Iterable[UnitChoice]) -> None:
        """The units of the edition."""
        self.units.offer((unit.uid, f"{unit.code} {half(self._words, unit.title_lv, unit.title_en)}") for unit in units)

    def show_profile(self, profile: Profile) -> None:
        """Shows a microcredential as it is kept."""
        values: dict[str, object] = {
            "units": profile.units,
            "countries": ", ".join(profile.countries),
            "workload": None if profile.workload is None else _decimal(profile.workload),
            "assessment": tuple(kind.value for kind in profile.assessment),
        }
        for name in ("workload_unit", "level_applies", "cycle", "participation", "quality", "supervision"):
            values[name] = getattr(profile, name)
        values["stackability"] = profile.stackability
        for name in ("title", *_TEXTS):
            said: Said = getattr(profile, name)
            values |= {f"{name}_lv": said.lv, f"{name}_en": said.en}
        self.load(values)

    def profile(self) -> Profile:
        """What was entered."""
        given = self.values()
        amount = self.workload.value()
        return Profile(
            title=self._said("title"),
            units=self.units.value(),
            countries=tuple(part.strip() for part in str(given["countries"]).split(",") if part.strip()),
            workload=None if not amount else int(amount * 1000),
            workload_unit=_member(CreditUnit, given["workload_unit"]),
            level_applies=self.level_applies.value(),
            cycle=_member(Cycle, given["cycle"]),
            assessment=tuple(AssessmentKind(one) for one in self.assessment.value()),
            assessment_note=self._said("assessment_note"),
            participation=_member(Participation, given["participation"]),
            quality=_member(QualityKind, given["quality"]),
            quality_note=self._said("quality_note"),
            prerequisites=self._said("prerequisites"),
            supervision=_member(Supervision, given["supervision"]),
            stackability=_member(Stackability, given["stackability"]),
            stackability_note=self._said("stackability_note"),
            more=self._said("more"),
        )

    def _said(self, name: str) -> Said:
        given = self.values()
        return Said(str(given[f"{name}_lv"]), str(given[f"{name}_en"]))

    def _choice(self, name: str, label: str, words: type[StrEnum], *, beside: bool = False) -> Choice:
        held = Choice().offer_words(self._words, words, empty="—")
        return self.add(name, label, held, beside=beside)

    def _named(self, element: Element) -> str:
        said = word(self._words, element)
        return capital(said)


def _member(words: type[E], value: object) -> E | None:
    return value if isinstance(value, words) else None


def _decimal(thousandths: int) -> Decimal:
    exact = Decimal(thousandths) / 1000
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize()
