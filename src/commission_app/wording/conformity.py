"""How the meter of conformity is said: the total, and why a criterion has its step."""

from commission_app.i18n import Language, capital
from commission_app.rules.conformity import Measured, Meter
from commission_app.rules.minutes_record import Said
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


def total_text(language: Language, meter: Meter) -> str:
    """The total in words, with what it is counted from."""
    if meter.total is None:
        return language.say("Nothing has been judged yet.")
    points = language.say(
        "{points} of {most} points, {measured} of {all} criteria",
        points=meter.points,
        most=meter.most,
        measured=meter.measured,
        all=len(meter.rows),
    )
    said = word(language, meter.total)
    return f"{capital(said)} ({points})"


def explained(language: Language, row: Measured) -> str:
    """Why a criterion has its step: what was computed, or the note of who judged it."""
    parts = [sentence(language, row.reason) if row.reason else "", noted(language, row.note)]
    if row.judged and row.step is not None and not any(parts):
        return language.say("judged by a person")
    return " ".join(part for part in parts if part)


def noted(language: Language, note: Said) -> str:
    """A note in a language; the other half where that one is missing."""
    return (note.en or note.lv) if language.code == "en" else (note.lv or note.en)
