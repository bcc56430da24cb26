"""How an edition of a standard reads: its state as a chip, its columns in the library, its facts."""

from collections.abc import Sequence
from decimal import Decimal

from commission_app.i18n import Language
from commission_app.rules.qualification_levels import lki_of, other_number
from commission_app.rules.vocabulary.standard import BroadField, CreditUnit, EditionState, StandardKind
from commission_app.services.standard_forms import HeadForm
from commission_app.services.standard_list import TODAY
from commission_app.services.standards import EditionCard, EditionRow, OutcomeLine, UnitLine
from commission_app.ui.columns import Column, ListFilter, State, counted
from commission_app.ui.two_languages import half
from commission_app.wording.words import word

FOUND = "found"
"""The column that stands only while words are searched."""
_TONES = {
    EditionState.DRAFT: ("warn", "edit"),
    EditionState.REVIEW: ("info", "eye"),
    EditionState.APPROVED: ("good", ""),
    EditionState.RETIRED: ("neutral", "clock"),
}


def state_mark(language: Language, state: EditionState) -> State:
    """The state of an edition as colour, icon and word."""
    return State(word(language, state), *_TONES[state])


def columns(language: Language) -> Sequence[Column[EditionRow]]:
    """The columns of the library."""
    say = language.say
    return (
        Column("title", say("Title"), lambda row: title(language, row), stretch=True),
        Column(
            FOUND,
            say("Found in"),
            lambda row: met(language, row),
            sortable=False,
            width_hint=34,
            tooltip=lambda row: met(language, row),
        ),
        Column("code", say("Code"), lambda row: row.code, width_hint=10),
        Column("kind", say("Kind"), lambda row: word(language, row.kind), width_hint=17),
        Column("label", say("Edition"), lambda row: row.label, width_hint=9),
        Column("state", say("State"), lambda row: state_mark(language, row.state), width_hint=15),
        counted(language, "lki", say("LKI"), lambda row: row.lki, 4),
        counted(language, "units", say("Units"), lambda row: row.units, 8),
        counted(language, "outcomes", say("Outcomes"), lambda row: row.outcomes, 10),
        Column(
            "used",
            say("Use"),
            lambda row: State(uses(language, row), "neutral", "lock") if row.used else "",
            width_hint=13,
            tooltip=lambda row: why_locked(language) if row.used else "",
        ),
    )


def filters(language: Language) -> Sequence[ListFilter]:
    """The chips of the filter line."""
    say = language.say
    levels = [(str(level), language.say("LKI level {lki}", lki=level)) for level in range(1, 9)]
    fields = [(field.value, f"{field.value} {word(language, field)}") for field in BroadField]
    return (
        ListFilter("state", say("State"), [(state.value, word(language, state)) for state in EditionState]),
        ListFilter("kind", say("Kind"), [(kind.value, word(language, kind)) for kind in StandardKind]),
        ListFilter("lki", say("LKI"), levels),
        ListFilter("field", say("ISCED-F field"), fields),
        ListFilter("accredited", say("Accreditation"), [("yes", say("accredited")), ("no", say("not accredited"))]),
        ListFilter("in_force", say("In force"), [(TODAY, say("today"))], day=True),
    )


def uses(language: Language, row: EditionRow) -> str:
    """How much rests on an edition."""
    return language.count("{n} case", "{n} cases", row.cases) if row.cases else language.say("in use")


def met(language: Language, row: EditionRow) -> str:
    """Where the words of the list stand in an edition: the first text, and how many more."""
    hit = row.hit
    if hit is None or (hit.node is None and hit.met < 2):
        return ""
    text = f"{hit.code} {half(language, hit.text_lv, hit.text_en)}" if hit.node is not None else ""
    if hit.met < 2:
        return text
    more = language.count("{n} place", "{n} places", hit.met)
    return f"{text} ({more})" if text else more


def why_locked(language: Language) -> str:
    """Why an edition in use cannot be changed."""
    return language.say("Cases or exams rest on this edition, so it cannot be changed.")


def title(language: Language, row: EditionRow) -> str:
    """The title in the reader's language, else in the other."""
    return half(language, row.title_lv, row.title_en)


def amount(language: Language, unit: UnitLine) -> str:
    """How large a unit is: credits with their unit, or hours."""
    if unit.credits is not None and unit.credit_unit is not None:
        return credits(language, unit.credits, unit.credit_unit)
    if unit.hours is None:
        return ""
    # The interval of credits stands in the facts beside the tree; here there is room for the hours alone.
    return language.count_decimal("{n} hour", "{n} hours", unit.hours)


def credits(language: Language, value: Decimal, unit: CreditUnit) -> str:
    """An amount of credits as table cells show it."""
    return f"{language.number(value)} {_SHORT[unit]}"


_SHORT = {CreditUnit.ECTS: "ECTS", CreditUnit.KP: "KP", CreditUnit.ECVET: "ECVET", CreditUnit.HOURS: "h"}


def unit_marks(language: Language, unit: UnitLine) -> list[str]:
    """What is particular about a unit, in words."""
    say = language.say
    said = [
        (unit.final_examination, say("final examination")),
        (not unit.recognisable, say("not recognisable")),
        (not unit.mandatory, language.say_of("unit", "optional")),
        (unit.local, language.say_of("unit", "local")),
    ]
    marks = [text for holds, text in said if holds]
    return [*marks, word(language, unit.route)] if unit.route is not None else marks


def outcome_marks(language: Language, row: OutcomeLine) -> list[str]:
    """What is particular about an outcome, in words."""
    marks = [word(language, row.kind)] if row.kind is not None else []
    if not row.mandatory:
        marks.append(language.say_of("outcome", "optional"))
    if row.maximum is not None:
        marks.append(language.count_decimal("{n} point", "{n} points", row.maximum))
    return marks


def line_of(language: Language, card: EditionCard) -> list[tuple[int, str]]:
    """The editions of the standard from the oldest, each by its name and state."""
    return [(step.id, f"{step.label} ({word(language, step.state)})") for step in card.line]


def level_note(language: Language, head: HeadForm) -> str:
    """The same level in the other numbers: EQF equals LKI; PKL changed its numbers on 01.08.2022."""
    said = [] if head.lki is None else [language.say("EQF level {lki}", lki=head.lki)]
    if head.pkl is not None and head.pkl_scale is not None:
        other, numbers = other_number(head.pkl, head.pkl_scale)
        if numbers:
            said.append(f"{word(language, other)}: PKL {_or(language, numbers)}")
        means = lki_of(head.pkl, head.pkl_scale)
        if means and head.lki is None:
            said.append(language.say("LKI level {lki}", lki=_or(language, means)))
    return " · ".join(said)


def _or(language: Language, numbers: Sequence[int]) -> str:
    return language.say(" or ").join(str(number) for number in numbers)
