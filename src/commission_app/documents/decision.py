"""The decision on an application: per unit what was found and decided, by which rule; how to contest it."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import (
    Letterhead,
    Signatures,
    Text,
    Votes,
    said_credits,
    said_unit,
    said_votes,
    text_of,
)
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import (
    Prepared,
    draw_dating,
    draw_end,
    draw_title,
    said_number,
    said_reference,
    shown,
)
from commission_app.documents.sheet import BODY_STRONG, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.i18n import Language
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.decision import DecisionVerdict
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.wording.decision import asked_said
from commission_app.wording.paper_phrases import RESOLUTION, UNIT_RESOLUTION


@dataclass(frozen=True)
class DecidedUnit:
    """One unit of the decision with its reason; for a refused one what was missing and what would suffice."""

    code: str
    title: Text
    outcomes_met: int
    outcomes_total: int
    verdict: UnitVerdict
    claimed: Credits
    awarded: Credits
    rule: Text
    legal_reference: Text
    missing: tuple[Text, ...] = ()
    would_suffice: Text | None = None
    departure: Text | None = None  # why the commission departed from what the rules proposed
    mark: Text | None = None
    requirement: str = ""
    requirement_by: date | None = None
    price: Text = ""  # what it costs to have this unit alone assessed


@dataclass(frozen=True)
class ConsideredDocument:
    """One document the commission considered."""

    title: Text
    kind: Text = ""
    day: date | None = None


@dataclass(frozen=True)
class SlipNote:
    """A slip of the pen corrected after the signature."""

    place: str
    was: str
    becomes: str
    day: date


@dataclass(frozen=True)
class DecisionFacts:
    """Everything the decision says; a draft carries its number and the word that it is one."""

    letterhead: Letterhead
    number: str
    day: date
    commission: Text
    order_number: str
    order_date: date
    legal_basis: tuple[Text, ...]
    case_number: str
    application_number: str
    application_date: date
    applicant: str
    programme: Text
    programme_code: str
    level: Text  # "LKI 4. līmenis"
    verdict: DecisionVerdict
    documents: tuple[ConsideredDocument, ...]
    units: tuple[DecidedUnit, ...]
    total: Credits
    remaining: Credits | None
    reasons: Text
    appeal: Text
    signatures: Signatures
    minutes_number: str | None = None
    sitting_date: date | None = None
    about: Text = ""  # "par studiju rezultātu atzīšanu"
    votes: Votes | None = None
    annexes: tuple[Text, ...] = ()
    draft: bool = False
    condition: str = ""
    condition_until: date | None = None
    final_on: date | None = None
    entry_semester: int | None = None
    replaces: Text = ""  # which decision this one takes the place of
    standing: Text = ""  # printed over a decision that is no longer in force
    slips: tuple[SlipNote, ...] = ()
    represented: Text = ""  # who acts for the applicant, and on which document


def render(facts: DecisionFacts, language: Language) -> bytes:
    """The decision as a PDF, with the reasons and the way to contest it."""
    return prepared(facts, language).alone()


def prepared(facts: DecisionFacts, language: Language) -> Prepared:
    """The decision ready to be set, by itself or with the other decisions of its sitting."""
    title = language.say_of("paper", "Decision {number}", number=said_number(language, facts.number))
    return Prepared(facts, language, lambda flow: _write(flow, facts, language), title, title)


def _write(flow: Flow, facts: DecisionFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "DECISION"), shown(facts.about, language), facts.draft)
    draw_dating(flow, facts.letterhead, facts.day, facts.number)
    if facts.standing:
        flow.paragraph(text_of(facts.standing, language), BODY_STRONG)

    def findings(at: Flow) -> None:
        _draw_findings(at, facts, language)

    def ending(at: Flow) -> None:
        _draw_resolution(at, facts, language)
        draw_end(at, facts.signatures, lambda end: _draw_appeal(end, facts, language), facts.letterhead)

    flow.fit(findings, ending)
    findings(flow)
    # What is decided, how to contest it and who signs are read together; a short decision keeps them on one page.
    flow.together(ending)


def _draw_findings(flow: Flow, facts: DecisionFacts, language: Language) -> None:
    _draw_case(flow, facts, language)
    if facts.documents:
        flow.heading(language.say_of("paper", "Documents considered"))
        flow.numbered([_document_line(each, language) for each in facts.documents])
    flow.heading(language.say_of("paper", "Findings, unit by unit"), follows=70)
    if facts.units:
        _draw_units(flow, facts, language)
    else:
        flow.paragraph(language.say_of("paper", "No units were applied for."))


def _draw_appeal(flow: Flow, facts: DecisionFacts, language: Language) -> None:
    flow.heading(language.say_of("paper", "How to contest this decision"))
    flow.paragraph(text_of(facts.appeal, language))
    if facts.annexes:
        flow.heading(language.say_of("paper", "Annexes"))
        flow.numbered([text_of(annex, language) for annex in facts.annexes])
    if facts.slips:
        flow.heading(language.say_of("paper", "Correction of a slip of the pen"))
        for slip in facts.slips:
            flow.paragraph(_slip_line(slip, language))


def _slip_line(slip: SlipNote, language: Language) -> str:
    line = language.say_of(
        "paper",
        "{day}: in place of “{was}” read “{becomes}”.",
        day=language.date(slip.day),
        was=slip.was,
        becomes=slip.becomes,
    )
    return f"{line} ({slip.place})" if slip.place else line


def _draw_case(flow: Flow, facts: DecisionFacts, language: Language) -> None:
    order = language.say_of(
        "paper", "order {reference}", reference=said_reference(language, facts.order_number, facts.order_date)
    )
    programme = ", ".join(
        part
        for part in (text_of(facts.programme, language), facts.programme_code, shown(facts.level, language))
        if part
    )
    minutes = said_reference(language, facts.minutes_number, facts.sitting_date) if facts.minutes_number else ""
    application = said_reference(language, facts.application_number, facts.application_date)
    case = language.say_of("paper", "case {number}", number=said_number(language, facts.case_number))
    flow.facts(
        [
            (language.say_of("paper", "Commission"), f"{text_of(facts.commission, language)}, {order}"),
            (language.say_of("paper", "Name, surname"), facts.applicant),
            (language.say_of("paper", "Represented by"), shown(facts.represented, language)),
            (language.say_of("paper", "Application, case"), f"{application}; {case}"),
            (language.say_of("paper", "Programme or qualification"), programme),
            (language.say_of("paper", "Minutes of the sitting"), minutes),
            (
                language.say_of("paper", "Legal basis"),
                "; ".join(text_of(basis, language) for basis in facts.legal_basis),
            ),
        ]
    )


def _document_line(document: ConsideredDocument, language: Language) -> str:
    title, kind = text_of(document.title, language), shown(document.kind, language)
    parts = (
        title,
        # "Darba devēja atsauksme, darba devēja atsauksme": a title that begins with its kind says it already.
        "" if title.casefold().startswith(kind.casefold()) else kind,
        language.date(document.day) if document.day else "",
    )
    return ", ".join(part for part in parts if part)


def _draw_units(flow: Flow, facts: DecisionFacts, language: Language) -> None:
    if facts.total.unit is CreditUnit.HOURS:
        applied, awarded = language.say_of("paper", "Hours applied for"), language.say_of("paper", "Hours awarded")
    else:
        unit = said_unit(facts.total.unit, language)
        applied = language.say_of("paper", "Applied for, {unit}", unit=unit)
        awarded = language.say_of("paper", "Awarded, {unit}", unit=unit)
    headings = (
        Heading(language.say_of("paper", "Code"), 14),
        Heading(language.say_of("paper", "Unit"), 44),
        Heading(language.say_of("paper", "Outcomes met"), 16, Align.RIGHT),
        Heading(language.say_of("paper", "Decision"), 26),
        Heading(applied, 28, Align.RIGHT),
        Heading(awarded, 26, Align.RIGHT),
    )
    rows = [_unit_row(each, facts, language) for each in facts.units]
    rows.append(
        TableRow(
            ("", language.say_of("paper", "Total"), "", "", "", _amount(facts.total, facts, language)),
            strong=True,
        )
    )
    Table(flow, headings, rows).draw()


def _unit_row(unit: DecidedUnit, facts: DecisionFacts, language: Language) -> TableRow:
    met = language.say_of("paper", "{met} of {total}", met=unit.outcomes_met, total=unit.outcomes_total)
    cells = (
        unit.code,
        text_of(unit.title, language),
        met,
        language.say_of("paper", UNIT_RESOLUTION[unit.verdict]),
        _amount(unit.claimed, facts, language),
        _amount(unit.awarded, facts, language),
    )
    return TableRow(cells, _details(unit, language))


def _details(unit: DecidedUnit, language: Language) -> tuple[str, ...]:
    rule = "; ".join(part for part in (shown(unit.rule, language), shown(unit.legal_reference, language)) if part)
    missing = "; ".join(text_of(outcome, language).rstrip(".") for outcome in unit.missing)
    lines = []
    if rule:
        lines.append(language.say_of("paper", "Rule: {text}", text=rule))
    if unit.mark:
        lines.append(language.say_of("paper", "Mark: {text}", text=text_of(unit.mark, language)))
    if missing:
        lines.append(language.say_of("paper", "Not shown: {text}", text=f"{missing}."))
    if unit.would_suffice:
        lines.append(text_of(unit.would_suffice, language))
    if unit.requirement:
        lines.append(asked_said(language, unit.requirement, unit.requirement_by))
    if price := shown(unit.price, language):
        lines.append(price)
    if unit.departure:
        reason = text_of(unit.departure, language)
        lines.append(language.say_of("paper", "The commission departed from the proposal: {text}", text=reason))
    return tuple(lines)


def _amount(amount: Credits, facts: DecisionFacts, language: Language) -> str:
    # The heading names the unit of the total; any other unit is said in the cell.
    if amount.unit is facts.total.unit:
        return language.number(amount.decimal())
    return said_credits(amount, language)


def _draw_resolution(flow: Flow, facts: DecisionFacts, language: Language) -> None:
    flow.heading(language.say_of("paper", "The commission decides"))
    words = language.say_of("paper", RESOLUTION[facts.verdict])
    flow.paragraph(f"{words[0].upper()}{words[1:]}.", BODY_STRONG)
    recused = ""
    if facts.votes and facts.votes.recused:
        names = ", ".join(facts.votes.recused)
        recused = language.say_of("paper", "{names} (conflict of interest)", names=names)
    total = said_credits(facts.total, language)
    if facts.remaining:
        remaining = said_credits(facts.remaining, language)
        total = f"{total}; {language.say_of('paper', 'remaining in the programme: {credits}', credits=remaining)}"
    flow.facts(
        [
            (language.say_of("paper", "Awarded in total"), total),
            (language.say_of("paper", "Entry semester"), str(facts.entry_semester or "")),
            (language.say_of("paper", "Condition"), _condition(facts, language)),
            (language.say_of("paper", "Reasons"), shown(facts.reasons, language)),
            (language.say_of("paper", "Earlier decision"), shown(facts.replaces, language)),
            (language.say_of("paper", "Votes"), said_votes(facts.votes, language) if facts.votes else ""),
            (language.say_of("paper", "Not taking part"), recused),
        ]
    )


def _condition(facts: DecisionFacts, language: Language) -> str:
    if not facts.condition:
        return ""
    until = language.date(facts.condition_until) if facts.condition_until else ""
    met = language.say_of("paper", "to be met by {day}", day=until)
    if facts.final_on is not None:
        met = language.say_of("paper", "met, the decision is final since {day}", day=language.date(facts.final_on))
    return f"{facts.condition} ({met})"
