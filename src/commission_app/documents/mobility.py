"""The two papers of mobility: the learning agreement before it, and the personal transcript after it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commission_app.documents.house_style import Letterhead, Signatures, Text
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_end, draw_title, paper, shown
from commission_app.documents.sheet import SMALL, Align
from commission_app.documents.table import Heading, Table, TableRow
from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.wording.sentences import sentence


@dataclass(frozen=True)
class PrintedUnit:
    """One unit of either paper; `why_not` says why it does not count."""

    title: str
    code: str
    target: Text
    passed: bool | None
    mark: str
    points: Decimal | None
    hours: Decimal | None
    why_not: Refusal | None


@dataclass(frozen=True)
class DoneAct:
    """An act that was done: what it is called, on which day, by whom."""

    name: Text
    on: date
    by: str


@dataclass(frozen=True)
class MobilityPaperFacts:
    """Everything both papers say."""

    letterhead: Letterhead
    number: str
    made_on: date
    learner: str
    home: Text
    host: str
    qualification: Text
    memoranda: tuple[str, ...]
    began_on: date
    ended_on: date
    assessment: str
    home_person: str
    host_person: str
    signed: tuple[date | None, date | None, date | None]
    transcript_number: str
    transcript_on: date | None
    units: tuple[PrintedUnit, ...]
    acts: tuple[DoneAct, ...]
    signatures: Signatures


def agreement(facts: MobilityPaperFacts, language: Language) -> bytes:
    """The learning agreement as a PDF, signed by learner, sending and receiving institution."""
    title = language.say_of("paper", "Learning agreement for mobility")
    return paper(facts, language, lambda flow: _agreement(flow, facts, language), title=title, foot=title)


def transcript(facts: MobilityPaperFacts, language: Language) -> bytes:
    """The personal transcript as a PDF, with what counts for the qualification and what does not."""
    title = language.say_of("paper", "Personal transcript of mobility")
    return paper(facts, language, lambda flow: _transcript(flow, facts, language), title=title, foot=title)


def _agreement(flow: Flow, facts: MobilityPaperFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "LEARNING AGREEMENT"), language.say_of("paper", "for mobility"))
    draw_dating(flow, facts.letterhead, facts.made_on, facts.number)
    flow.facts([*_parties(facts, language), (language.say_of("paper", "Form of assessment"), facts.assessment)])
    flow.heading(language.say_of("paper", "Units to be learned"))
    _draw_units(flow, facts, language, results=False)
    flow.gap(6)
    flow.paragraph(
        language.say_of(
            "paper",
            "The sending institution validates and recognises what was assessed with success, where it belongs "
            "to the target qualification.",
        )
    )
    sides = (
        language.say_of("paper", "Learner"),
        language.say_of("paper", "Sending institution"),
        language.say_of("paper", "Receiving institution"),
    )
    unsigned = language.say_of("paper", "not signed yet")
    days = [language.date(day) if day else unsigned for day in facts.signed]
    flow.heading(language.say_of("paper", "Signed"))
    draw_end(flow, facts.signatures, lambda at: at.facts(list(zip(sides, days, strict=True))))


def _transcript(flow: Flow, facts: MobilityPaperFacts, language: Language) -> None:
    draw_title(flow, language.say_of("paper", "PERSONAL TRANSCRIPT"), language.say_of("paper", "of mobility"))
    draw_dating(flow, facts.letterhead, facts.made_on, facts.transcript_number)
    day = language.date(facts.transcript_on) if facts.transcript_on else ""
    flow.facts([*_parties(facts, language), (language.say_of("paper", "Transcript of the host, date"), day)])
    flow.heading(language.say_of("paper", "Units and results"))
    _draw_units(flow, facts, language, results=True)
    flow.gap(6)
    flow.facts(
        [(shown(act.name, language), ", ".join((language.date(act.on), act.by))) for act in facts.acts],
    )
    refused = [sentence(language, unit.why_not) for unit in facts.units if unit.why_not is not None]
    draw_end(flow, facts.signatures, lambda at: _small(at, refused))


def _small(flow: Flow, texts: list[str]) -> None:
    for text in texts:
        flow.paragraph(text, SMALL)


def _parties(facts: MobilityPaperFacts, language: Language) -> list[tuple[str, str]]:
    period = f"{language.date(facts.began_on)} – {language.date(facts.ended_on)}"
    return [
        (language.say_of("paper", "Learner"), facts.learner),
        (language.say_of("paper", "Target qualification"), shown(facts.qualification, language)),
        (language.say_of("paper", "Sending institution"), shown(facts.home, language)),
        (language.say_of("paper", "Responsible at home"), facts.home_person),
        (language.say_of("paper", "Receiving institution"), facts.host),
        (language.say_of("paper", "Responsible at the host"), facts.host_person),
        (language.say_of("paper", "Memorandum of understanding"), ", ".join(facts.memoranda)),
        (language.say_of("paper", "Period"), period),
    ]


def _draw_units(flow: Flow, facts: MobilityPaperFacts, language: Language, *, results: bool) -> None:
    if not facts.units:
        flow.paragraph(language.say_of("paper", "No unit is entered yet."))
        return
    headings = [
        Heading(language.say_of("paper", "Unit with the host"), 52),
        Heading(language.say_of("paper", "Unit of the target qualification"), 56),
        Heading(language.say_of("paper", "Points"), 16, Align.RIGHT),
        Heading(language.say_of("paper", "Hours"), 16, Align.RIGHT),
    ]
    if results:
        headings += [Heading(language.say_of("paper", "Result"), 26), Heading(language.say_of("paper", "Mark"), 18)]
    rows = []
    for unit in facts.units:
        target = f"{unit.code} {shown(unit.target, language)}".strip() or "—"
        figures = [language.number(one) if one is not None else "—" for one in (unit.points, unit.hours)]
        ends = [_result(unit, language), unit.mark or "—"] if results else []
        rows.append(TableRow((unit.title, target, *figures, *ends)))
    Table(flow, headings, rows).draw()


def _result(unit: PrintedUnit, language: Language) -> str:
    if unit.passed is None:
        return "—"
    return language.say_of("paper", "passed") if unit.passed else language.say_of("paper", "not passed")
