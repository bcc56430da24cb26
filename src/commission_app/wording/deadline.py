"""Words about terms; the word agrees with the deadline (termiņš)."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.deadlines import DeadlineFinding, DeadlineLine, Term
from commission_app.rules.provisions import LegalReference
from commission_app.rules.vocabulary.deadline import DayKind, DeadlineStep, TermChangeKind, Urgency

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Urgency: {
        Urgency.FINE: marked("in time"),
        Urgency.SOON: marked("soon"),
        Urgency.LATE: marked("late"),
    },
    TermChangeKind: {
        TermChangeKind.SUSPENSION: marked("stands still"),
        TermChangeKind.EXTENSION: marked("extended"),
        TermChangeKind.RESTART: marked("begun anew"),
    },
    DayKind: {
        DayKind.FREE: marked("free day"),
        DayKind.WORKING: marked("working day"),
    },
    DeadlineStep: {
        DeadlineStep.RECEIVED: marked("received"),
        DeadlineStep.TAKEN_UP: marked("taken up again"),
        DeadlineStep.TERM: marked("term of law"),
        DeadlineStep.SUSPENDED: marked("stood still"),
        DeadlineStep.EXTENDED: marked("extended"),
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


def reason_lines(language: Language, lines: Sequence[DeadlineLine], legal: LegalReference | None) -> tuple[str, ...]:
    """Why a decision is due on its day, a sentence a reason, in the order of days."""
    return tuple(_reason(language, line, legal) for line in lines)


def _reason(language: Language, line: DeadlineLine, legal: LegalReference | None) -> str:
    day, until = language.date(line.from_day), language.date(line.until_day) if line.until_day else ""
    match line.step:
        case DeadlineStep.RECEIVED:
            return language.say("Application received on {day}", day=day)
        case DeadlineStep.TAKEN_UP:
            return language.say("Taken up again on {day}", day=day)
        case DeadlineStep.TERM:
            law = (legal.text_en if language.code == "en" else legal.text_lv) if legal else ""
            said = language.say("{term}: until {day}", term=_term(language, line.term), day=until)
            return f"{said} ({law})" if law else said
        case DeadlineStep.SUSPENDED:
            return language.count(
                "Stood still from {day} to {until}: {n} day more",
                "Stood still from {day} to {until}: {n} days more",
                line.days,
                day=day,
                until=until,
            )
        case DeadlineStep.EXTENDED:
            return language.say("Extended on {day} until {until}", day=day, until=until)


def _term(language: Language, term: Term) -> str:
    if term.working_days is not None:
        return language.count("Term of {n} working day", "Term of {n} working days", term.working_days)
    return language.count("Term of {n} month", "Term of {n} months", term.months)
