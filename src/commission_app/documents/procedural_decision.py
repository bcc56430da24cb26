"""The decision on the course of a case: its term extended, left unexamined, or closed, with reasons."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Signatures, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import (
    draw_dating,
    draw_end,
    draw_title,
    paper,
    said_number,
    said_reference,
    shown,
)
from commission_app.documents.sheet import BODY_STRONG
from commission_app.i18n import Language, marked
from commission_app.rules.halves import half
from commission_app.rules.vocabulary.decision import ProceduralKind

_ABOUT = {
    ProceduralKind.EXTENSION: marked("on extending the term of the decision"),
    ProceduralKind.LEFT_UNEXAMINED: marked("on leaving the application unexamined"),
    ProceduralKind.CLOSED: marked("on closing the case"),
}
_DECIDES = {
    ProceduralKind.EXTENSION: marked("To extend the term of the decision until {day}."),
    ProceduralKind.LEFT_UNEXAMINED: marked("To leave the application unexamined."),
    ProceduralKind.CLOSED: marked("To close the case."),
}


@dataclass(frozen=True)
class ProceduralFacts:
    """Everything the decision says; a draft carries its number and the word that it is one."""

    letterhead: Letterhead
    kind: ProceduralKind
    number: str
    day: date
    case_number: str
    application_number: str
    application_date: date
    applicant: str
    programme: Text
    legal: Text
    reasons: str
    until: date | None
    appeal: Text
    signatures: Signatures
    draft: bool = False


def render(facts: ProceduralFacts, language: Language) -> bytes:
    """The decision as a PDF, with the reasons and the way to contest it."""
    title = language.say_of("paper", "Decision {number}", number=said_number(language, facts.number))
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: ProceduralFacts, language: Language) -> None:
    say_of = language.say_of
    draw_title(flow, say_of("paper", "DECISION"), say_of("paper", _ABOUT[facts.kind]), facts.draft)
    draw_dating(flow, facts.letterhead, facts.day, facts.number)
    flow.facts(
        [
            (say_of("paper", "Name, surname"), facts.applicant),
            (
                say_of("paper", "Application, case"),
                f"{said_reference(language, facts.application_number, facts.application_date)}; "
                + say_of("paper", "case {number}", number=said_number(language, facts.case_number)),
            ),
            (say_of("paper", "Programme or qualification"), shown(facts.programme, language)),
            (say_of("paper", "Legal basis"), shown(facts.legal, language)),
        ]
    )
    flow.heading(say_of("paper", "Reasons"))
    for part in half(facts.reasons, language.code).split("\n"):
        if part.strip():
            flow.paragraph(part)
    flow.heading(say_of("paper", "Decided"))
    until = language.date(facts.until).rstrip(".") if facts.until else ""
    flow.paragraph(say_of("paper", _DECIDES[facts.kind], day=until), BODY_STRONG)
    draw_end(flow, facts.signatures, lambda end: _draw_appeal(end, facts, language), facts.letterhead)


def _draw_appeal(flow: Flow, facts: ProceduralFacts, language: Language) -> None:
    flow.heading(language.say_of("paper", "How to contest this decision"))
    flow.paragraph(text_of(facts.appeal, language))
