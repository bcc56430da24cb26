"""Ballots for a secret vote: one for each who may vote, without a name or a mark that would tell whose it was."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents import fonts
from commission_app.documents.house_style import Letterhead, Text, text_of
from commission_app.documents.layout import Flow, wrapped
from commission_app.documents.letterhead import said_number
from commission_app.documents.sheet import BODY, BODY_STRONG, HEADING, MM, SMALL, Align, Sheet
from commission_app.i18n import Language
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.wording.words import word

_HEIGHT = 62 * MM
_BOX = 4.5 * MM


@dataclass(frozen=True)
class BallotFacts:
    """What each ballot says, and how many are wanted."""

    letterhead: Letterhead
    commission: Text
    day: date
    position: int
    title: Text
    case_number: str
    many: int
    until: date | None = None
    """The last day for ballots that come in writing; none where they are put into a box."""


def render(facts: BallotFacts, language: Language) -> bytes:
    """The ballots as a PDF, four on a page, to be cut."""
    fonts.check_glyphs(fonts.texts_of(facts, language))
    title = language.say_of("paper", "Ballots, item {number}", number=facts.position)
    sheet = Sheet(language, title, facts.letterhead.institution.of(language), title)
    flow = Flow(sheet)
    for _ in range(facts.many):
        flow.room(_HEIGHT)
        _draw(flow, facts, language)
    return sheet.close()


def _draw(flow: Flow, facts: BallotFacts, language: Language) -> None:
    say_of, foot = language.say_of, flow.y - _HEIGHT + 4 * MM
    flow.line(say_of("paper", "BALLOT"), HEADING, Align.CENTRE)
    for text in wrapped(text_of(facts.commission, language), SMALL, flow.width):
        flow.line(text, SMALL, Align.CENTRE)
    flow.line(language.date(facts.day), SMALL, Align.CENTRE)
    flow.y -= 6
    case = say_of("paper", "case {number}", number=said_number(language, facts.case_number))
    about = f"{facts.position}. {text_of(facts.title, language)} ({case})"
    for text in wrapped(about, BODY_STRONG, flow.width)[:3]:
        flow.line(text, BODY_STRONG)
    flow.y -= 8
    third = flow.width / 3
    for at, choice in enumerate(Choice):
        x = flow.left + at * third
        flow.sheet.frame(x, flow.y - _BOX, _BOX, _BOX)
        flow.sheet.write(x + _BOX + 6, flow.y - _BOX + 3, word(language, choice), BODY)
    flow.y -= _BOX + 10
    flow.line(say_of("paper", "Mark one box; a ballot with none or several marks is invalid."), SMALL)
    if facts.until is not None:
        told = say_of(
            "paper",
            "Return by {day} in a closed envelope without a name, inside another one with your name and signature.",
            day=language.date(facts.until),
        )
        for text in wrapped(told, SMALL, flow.width)[:2]:
            flow.line(text, SMALL)
    flow.sheet.rule(flow.left, flow.right, foot, 0.3)
    flow.y = foot - 4 * MM
