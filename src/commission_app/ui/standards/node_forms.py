"""The forms of a draft: what is said of the edition, a part, a unit, a learning outcome."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from commission_app.i18n import Language
from commission_app.rules.study_plan import MOST_SEMESTERS
from commission_app.rules.vocabulary.scoring import CombinationKind, ScaleKind, VerificationRoute
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind, PklScale, StandardKind, UnitKind
from commission_app.services.standard_content import PartLine
from commission_app.services.standard_forms import HeadForm, NodeForm, OutcomeForm, PartForm, UnitForm
from commission_app.ui.forms import Form
from commission_app.ui.standards import edition_words
from commission_app.ui.standards.aggregation_edit import AggregationEdit
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.words import word

_WHOLE = frozenset({"lki", "pkl", "currency_years", "weight", "semester"})


class CodesInput(TextInput):
    """Codes parted by semicolons."""

    def value(self) -> tuple[str, ...]:  # type: ignore[override]
        """The codes, each once, in the order typed."""
        return tuple(dict.fromkeys(code.strip() for code in self.text().split(";") if code.strip()))

    def set_value(self, value: object) -> None:
        """Shows codes."""
        super().set_value("; ".join(str(code) for code in value) if isinstance(value, tuple) else value)


class NodeEntry(Form):
    """A form that gives what it says as the facts the office stores."""

    def __init__(self, language: Language, parent: QWidget, shape: type[NodeForm]) -> None:
        super().__init__(language, parent)
        self._shape = shape

    def entered(self) -> NodeForm:
        """What the form says; whole numbers as such."""
        said = {name: value for name, value in self.values().items() if name in _names(self._shape)}
        for name in _WHOLE & set(said):
            number = said[name]
            said[name] = int(number) if isinstance(number, Decimal) else number
        if "weight" in said and said["weight"] is None:
            said["weight"] = 1
        return self._shape(**said)  # type: ignore[arg-type]


def head_form(language: Language, parent: QWidget, *, brief: bool = False, name_locked: str = "") -> NodeEntry:
    """What is said of an edition as a whole; brief: what a new standard must have."""
    say, form = language.say, NodeEntry(language, parent, HeadForm)
    form.add("code", say("Code"), TextInput(), required=True)
    form.add("kind", say("Kind"), Choice().offer_words(language, StandardKind), beside=True, stretch=2)
    form.add("title_lv", say("Title in Latvian"), TextInput(), help_text=name_locked)
    form.add("title_en", say("Title in English"), TextInput())
    form.add("label", say("Edition"), TextInput(), required=True, help_text="" if not brief else say("Mostly the year"))
    form.add("valid_from", say("In force from"), DateEdit(language), required=True, beside=True)
    if not brief:
        form.add("last_applications_on", say("Applications accepted until"), DateEdit(language), beside=True)
    _levels(language, form)
    if brief:
        return form
    _fields_of_study(language, form)
    _size(language, form, say("Size of the programme"))
    form.add("currency_years", say("Currency of evidence, years"), NumberEdit(language, lowest=1, highest=100))
    form.add("source", say("Source"), TextInput(), beside=True, stretch=2)
    form.add("entry_requirements", say("Entry requirements"), LongTextInput(lines=3))
    form.add("description_lv", say("Description in Latvian"), LongTextInput(lines=3))
    form.add("description_en", say("Description in English"), LongTextInput(lines=3))
    form.heading(say("How it is scored"))
    form.add("scale", say("Scale of scores"), Choice().offer_words(language, ScaleKind))
    form.add("combination", say("Scores of several assessors"), Choice().offer_words(language, CombinationKind))
    rule = AggregationEdit(language, say("by the rules of the institution"))
    form.add("aggregation", say("When a unit is reached"), rule)
    if name_locked:
        for name in ("code", "kind", "title_lv", "title_en"):
            held = form.field(name).input
            assert isinstance(held, QWidget)
            held.setEnabled(False)
    return form


def part_form(language: Language, parent: QWidget) -> NodeEntry:
    """A part of the qualification."""
    say, form = language.say, NodeEntry(language, parent, PartForm)
    form.add("code", say("Code"), TextInput(), required=True)
    form.add("title_lv", say("Title in Latvian"), TextInput())
    form.add("title_en", say("Title in English"), TextInput())
    return form


def unit_form(language: Language, parent: QWidget, parts: Sequence[PartLine]) -> NodeEntry:
    """A unit of an edition with these parts."""
    say, form = language.say, NodeEntry(language, parent, UnitForm)
    form.add("code", say("Code"), TextInput(), required=True)
    form.add("kind", say("Kind"), Choice().offer_words(language, UnitKind), beside=True, stretch=2)
    form.add("title_lv", say("Title in Latvian"), LongTextInput(lines=2))
    form.add("title_en", say("Title in English"), LongTextInput(lines=2))
    offered = [(part.id, f"{part.code} {half(language, part.title_lv, part.title_en)}") for part in parts]
    form.add("part_id", say("Part of the qualification"), Choice().offer(offered, empty="–"))
    form.field("part_id").setVisible(bool(parts))
    _size(language, form, say("Size"))
    form.add("hours", say("Hours"), NumberEdit(language, decimals=3), beside=True)
    form.add("mandatory", "", TickInput(say("Mandatory")))
    form.add("final_examination", "", TickInput(say("Final examination")), beside=True)
    form.add("recognisable", "", TickInput(say("Can be recognised")))
    form.add("local", "", TickInput(say("Local unit, beside the national ones")), beside=True)
    routes = Choice().offer_words(language, VerificationRoute, empty=say("not prescribed"))
    form.add("route", say("Way of verification prescribed"), routes)
    semester = NumberEdit(language, lowest=1, highest=MOST_SEMESTERS)
    form.add("semester", say("Semester in which it is offered"), semester, beside=True)
    told = say("Codes of units, parted by semicolons")
    form.add("prerequisites", say("What must come before"), CodesInput(), help_text=told)
    form.add("aggregation", say("When the unit is reached"), AggregationEdit(language, say("as the edition says")))
    return form


def outcome_form(language: Language, parent: QWidget) -> NodeEntry:
    """A learning outcome."""
    say, form = language.say, NodeEntry(language, parent, OutcomeForm)
    form.add("code", say("Code"), TextInput(), required=True)
    form.add("kind", say("Kind"), Choice().offer_words(language, OutcomeKind, empty="–"), beside=True, stretch=2)
    form.add("text_lv", say("Text in Latvian"), LongTextInput(lines=4))
    form.add("text_en", say("Text in English"), LongTextInput(lines=4))
    form.add("mandatory", "", TickInput(say("Mandatory")))
    form.add("weight", say("Weight"), NumberEdit(language, lowest=1, highest=1000))
    form.add("maximum", say("Maximum points"), NumberEdit(language, decimals=3), beside=True)
    form.add("section", say("Section"), TextInput(), help_text=say("For rules with a minimum for each section"))
    return form


def _levels(language: Language, form: NodeEntry) -> None:
    say = language.say
    levels = [(level, str(level)) for level in range(1, 9)]
    lki = form.add("lki", say("LKI level"), Choice().offer(levels, empty="–"))
    pkl = form.add("pkl", say("PKL level"), Choice().offer(levels, empty="–"), beside=True)
    scales = Choice().offer(((scale, word(language, scale)) for scale in PklScale), empty="–")
    scale = form.add("pkl_scale", say("Scale of the level"), scales, beside=True, stretch=2)

    def note() -> None:
        number, level, held = lki.value(), pkl.value(), scale.value()
        form.field("lki").say_help(
            edition_words.level_note(
                language,
                HeadForm(
                    lki=number if isinstance(number, int) else None,
                    pkl=level if isinstance(level, int) else None,
                    pkl_scale=held if isinstance(held, PklScale) else None,
                ),
            )
        )

    for held in (lki, pkl, scale):
        held.currentIndexChanged.connect(lambda _: note())


def _fields_of_study(language: Language, form: NodeEntry) -> None:
    say = language.say
    form.add("isced_f", say("ISCED-F field"), TextInput(), help_text=say("Two to four digits"))
    form.add("thematic_area", say("Thematic area"), TextInput(), beside=True, stretch=2)
    form.add("accredited", "", TickInput(say("Accredited")))
    form.add("accreditation_number", say("Number of the accreditation"), TextInput())
    form.add("accreditation_until", say("Accredited until"), DateEdit(language), beside=True)


def _size(language: Language, form: NodeEntry, label: str) -> None:
    form.add("credits", label, NumberEdit(language, decimals=3))
    units = Choice().offer_words(language, CreditUnit, empty="–")
    form.add("credit_unit", language.say("Unit of the credit points"), units, beside=True, stretch=2)


def _names(shape: Callable[..., object]) -> frozenset[str]:
    return frozenset(field.name for field in fields(shape))  # type: ignore[arg-type]
