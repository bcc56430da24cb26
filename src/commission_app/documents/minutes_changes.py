"""What changed between two versions of the minutes, to be printed: each place as it was and as it is."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Letterhead, Text, text_of
from commission_app.documents.layout import Flow
from commission_app.documents.letterhead import draw_dating, draw_title, paper
from commission_app.documents.sheet import BODY_STRONG
from commission_app.i18n import Language
from commission_app.rules.minutes_difference import Change, ChangedPassage


@dataclass(frozen=True)
class ChangesFacts:
    """The two versions and what differs; the newer is numbered 0 where nobody has kept it yet."""

    letterhead: Letterhead
    number: str
    day: date
    commission: Text
    older: int
    newer: int
    changes: tuple[ChangedPassage, ...]


def render(facts: ChangesFacts, language: Language) -> bytes:
    """The list of changes as a PDF."""
    title = language.say_of("paper", "Changes of the minutes")
    return paper(facts, language, lambda flow: _write(flow, facts, language), title=title, foot=title)


def _write(flow: Flow, facts: ChangesFacts, language: Language) -> None:
    say_of = language.say_of
    draw_title(flow, say_of("paper", "CHANGES OF THE MINUTES"), text_of(facts.commission, language))
    draw_dating(flow, facts.letterhead, facts.day, facts.number)
    now = say_of("paper", "as they stand now")
    newer = say_of("paper", "version {number}", number=facts.newer) if facts.newer else now
    older = say_of("paper", "version {number}", number=facts.older)
    flow.facts([(say_of("paper", "Versions compared"), f"{older} – {newer}")])
    if not facts.changes:
        flow.paragraph(say_of("paper", "Both versions say the same."))
    for one in facts.changes:
        flow.gap(4)
        flow.room(3 * BODY_STRONG.leading)
        flow.paragraph(one.place.replace(" | ", " "), BODY_STRONG, after=1)
        flow.facts(
            [
                (say_of("paper", "Was"), one.was),
                (say_of("paper", "Is"), one.becomes),
                (say_of("paper", "Taken out"), _runs(one, Change.REMOVED)),
                (say_of("paper", "Put in"), _runs(one, Change.ADDED)),
            ]
        )


def _runs(one: ChangedPassage, change: Change) -> str:
    whole = not any(run.change is Change.KEPT for run in one.words)
    if whole:
        return ""  # the passage as a whole stands above
    return " … ".join(text for run in one.words if run.change is change and (text := run.text.strip()))
