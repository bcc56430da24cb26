"""What is said of an edition, a unit or an outcome that cannot be changed now, fact by fact."""

from decimal import Decimal

from commission_app.i18n import Language
from commission_app.rules import aggregation
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services.standards import EditionCard, OutcomeLine, PartLine, UnitLine
from commission_app.ui.standards import edition_words
from commission_app.wording.quantities import hours_text
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

Facts = list[tuple[str, str]]


def head_facts(language: Language, card: EditionCard) -> Facts:
    """What is said of an edition besides its units; what nobody gave is left out."""
    say, head = language.say, card.head
    since = language.date(card.row.valid_from)
    until = say("{since} to {until}", since=since, until=language.date(card.valid_until)) if card.valid_until else since
    found = [
        (say("Title in Latvian"), head.title_lv),
        (say("Title in English"), head.title_en),
        (say("In force from"), until),
        (say("Reason for the state"), card.state_reason),
    ]
    if head.last_applications_on is not None:
        found.append((say("Applications accepted until"), language.date(head.last_applications_on)))
    found += [
        *_levels(language, card),
        (say("ISCED-F field"), head.isced_f),
        (say("Thematic area"), head.thematic_area),
    ]
    found.append((say("Size of the programme"), _credits(language, head.credits, head.credit_unit)))
    found.append((say("Accreditation"), _accreditation(language, card)))
    if head.currency_years is not None:
        found.append((say("Currency of evidence"), language.count("{n} year", "{n} years", head.currency_years)))
    found += [
        (say("Entry requirements"), head.entry_requirements),
        (say("Description in Latvian"), head.description_lv),
        (say("Description in English"), head.description_en),
        (say("Source"), head.source),
        (say("Scale of scores"), word(language, head.scale)),
        (say("Scores of several assessors"), word(language, head.combination)),
        (say("When a unit is reached"), _rule(language, head.aggregation) or say("by the rules of the institution")),
    ]
    return [(name, text) for name, text in found if text]


def part_facts(language: Language, part: PartLine) -> Facts:
    """What is said of a part of the qualification."""
    say = language.say
    return [
        (say("Code"), part.code),
        (say("Title in Latvian"), part.title_lv),
        (say("Title in English"), part.title_en),
    ]


def unit_facts(language: Language, unit: UnitLine) -> Facts:
    """What is said of a unit."""
    say = language.say
    hours = hours_text(language, unit.hours) if unit.hours is not None else ""
    found = [
        (say("Code"), unit.code),
        (say("Kind"), word(language, unit.kind)),
        (say("Title in Latvian"), unit.title_lv),
        (say("Title in English"), unit.title_en),
        (say("Part of the qualification"), unit.part),
        (say("Size"), _credits(language, unit.credits, unit.credit_unit)),
        (say("Hours"), hours),
        (language.say_of("unit", "Marks"), ", ".join(edition_words.unit_marks(language, unit))),
        (say("Semester in which it is offered"), str(unit.semester) if unit.semester is not None else ""),
        (say("What must come before"), ", ".join(unit.prerequisites)),
        (say("When the unit is reached"), _rule(language, unit.aggregation) or say("as the edition says")),
    ]
    return [(name, text) for name, text in found if text]


def outcome_facts(language: Language, row: OutcomeLine) -> Facts:
    """What is said of a learning outcome."""
    say = language.say
    points = language.number(row.maximum) if row.maximum is not None else ""
    found = [
        (say("Code"), row.code),
        (say("Text in Latvian"), row.text_lv),
        (say("Text in English"), row.text_en),
        (say("Kind"), word(language, row.kind) if row.kind is not None else ""),
        (language.say_of("unit", "Marks"), "" if row.mandatory else language.say_of("outcome", "optional")),
        (say("Weight"), language.number(row.weight)),
        (say("Maximum points"), points),
        (say("Section"), row.section),
    ]
    return [(name, text) for name, text in found if text]


def _levels(language: Language, card: EditionCard) -> Facts:
    say, head, found = language.say, card.head, Facts()
    note = edition_words.level_note(language, head)
    if head.lki is not None:
        found.append((say("LKI level"), f"{head.lki} ({say('EQF level {lki}', lki=head.lki)})"))
    if head.pkl is not None:
        scale = f"{head.pkl}, {word(language, head.pkl_scale)}" if head.pkl_scale is not None else str(head.pkl)
        other = [part for part in note.split(" · ") if "PKL" in part]
        found.append((say("Professional qualification level"), " · ".join([scale, *other])))
    return found


def _credits(language: Language, amount: Decimal | None, unit: CreditUnit | None) -> str:
    return "" if amount is None or unit is None else edition_words.credits(language, amount, unit)


def _rule(language: Language, text: str) -> str:
    if not text:
        return ""
    return " ".join(sentence(language, one) for one in aggregation.described(aggregation.read(text)))


def _accreditation(language: Language, card: EditionCard) -> str:
    head = card.head
    if not head.accredited:
        return language.say("not accredited")
    parts = [language.say("accredited")]
    if head.accreditation_number:
        parts.append(language.say("No. {number}", number=head.accreditation_number))
    if head.accreditation_until:
        parts.append(language.say("until {day}", day=language.date(head.accreditation_until)))
    return ", ".join(parts)
