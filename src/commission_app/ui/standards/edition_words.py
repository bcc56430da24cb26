"""How an edition of a standard reads: its state as a chip, its columns in the library, its facts."""

from collections.abc import Sequence
from decimal import Decimal

from commission_app.i18n import Language
from commission_app.rules.vocabulary.standard import CreditUnit, EditionState, StandardKind
from commission_app.services.standards import EditionCard, EditionRow, UnitLine
from commission_app.ui.columns import RIGHT, Column, ListFilter, State
from commission_app.ui.two_languages import half
from commission_app.wording.words import word

_TONES = {
    EditionState.DRAFT: ("warn", "edit"),
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
        Column("code", say("Code"), lambda row: row.code, width_hint=10),
        Column("kind", say("Kind"), lambda row: word(language, row.kind), width_hint=17),
        Column("label", say("Edition"), lambda row: row.label, width_hint=9),
        Column("state", say("State"), lambda row: state_mark(language, row.state), width_hint=15),
        Column("lki", say("LKI"), lambda row: "" if row.lki is None else str(row.lki), align=RIGHT, width_hint=4),
        Column("units", say("Units"), lambda row: language.number(row.units), align=RIGHT, width_hint=8),
        Column("outcomes", say("Outcomes"), lambda row: language.number(row.outcomes), align=RIGHT, width_hint=10),
        Column(
            "used",
            say("Use"),
            lambda row: State(say("in use"), "neutral", "lock") if row.used else "",
            sortable=False,
            width_hint=13,
            tooltip=lambda row: (
                say("Cases or exams rest on this edition, so it cannot be changed.") if row.used else ""
            ),
        ),
    )


def filters(language: Language) -> Sequence[ListFilter]:
    """The chips of the filter line."""
    return (
        ListFilter("state", language.say("State"), [(state.value, word(language, state)) for state in EditionState]),
        ListFilter("kind", language.say("Kind"), [(kind.value, word(language, kind)) for kind in StandardKind]),
    )


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
    return language.count_decimal("{n} hour", "{n} hours", unit.hours)


def credits(language: Language, value: Decimal, unit: CreditUnit) -> str:
    """An amount of credits as table cells show it."""
    return f"{language.number(value)} {_SHORT[unit]}"


_SHORT = {CreditUnit.ECTS: "ECTS", CreditUnit.KP: "KP", CreditUnit.ECVET: "ECVET", CreditUnit.HOURS: "h"}


def facts(language: Language, card: EditionCard) -> list[tuple[str, str]]:
    """What is said of an edition besides its units."""
    say, row = language.say, card.row
    since = language.date(row.valid_from)
    until = say("{since} to {until}", since=since, until=language.date(card.valid_until)) if card.valid_until else since
    found = [
        (say("Title in Latvian"), row.title_lv),
        (say("Title in English"), row.title_en),
        (say("In force from"), until),
        (say("Thematic area"), card.thematic_area),
    ]
    if card.pkl is not None:
        found.append((say("Professional qualification level"), str(card.pkl)))
    if card.credits is not None and card.credit_unit is not None:
        found.append((say("Size of the programme"), credits(language, card.credits, card.credit_unit)))
    found.append((say("Accreditation"), _accreditation(language, card)))
    return found


def _accreditation(language: Language, card: EditionCard) -> str:
    if not card.row.accredited:
        return language.say("not accredited")
    parts = [language.say("accredited")]
    if card.accreditation_number:
        parts.append(language.say("No. {number}", number=card.accreditation_number))
    if card.accreditation_until:
        parts.append(language.say("until {day}", day=language.date(card.accreditation_until)))
    return ", ".join(parts)
