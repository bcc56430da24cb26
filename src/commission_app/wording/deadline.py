"""Words about terms; the word agrees with the deadline (termiņš)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.deadlines import DeadlineFinding
from commission_app.rules.vocabulary.deadline import Urgency

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Urgency: {
        Urgency.FINE: marked("in time"),
        Urgency.SOON: marked("soon"),
        Urgency.LATE: marked("late"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a deadline."""
    return language.say_of("deadline", text)


def due_sentence(language: Language, deadline: date, due: DeadlineFinding) -> str:
    """Until when the decision is due, and how many days are left or lost."""
    day = language.date(deadline)
    if due.days == 0:
        return language.say("decision due today, {day}", day=day)
    if due.days < 0:
        return language.count(
            "decision was due by {day} ({n} day late)", "decision was due by {day} ({n} days late)", -due.days, day=day
        )
    return language.count(
        "decision due by {day} ({n} day left)", "decision due by {day} ({n} days left)", due.days, day=day
    )
