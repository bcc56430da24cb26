"""Words about paying the commission, and how much of what was done, as the sheet says it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from commission_app.i18n import Language, capital, marked
from commission_app.rules.remuneration import MINUTES, PayLine
from commission_app.rules.vocabulary.remuneration import PaidAct, PaidBy

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    PaidAct: {
        PaidAct.SITTING: marked("taking part in a sitting"),
        PaidAct.SCORING: marked("assessing a case"),
        PaidAct.EXAM: marked("taking an exam"),
    },
    PaidBy: {
        PaidBy.OCCASION: marked("each time"),
        PaidBy.HOUR: marked("an hour"),
        PaidBy.ACADEMIC_HOUR: marked("an academic hour (45 min)"),
        PaidBy.CASE: marked("a case or person"),
        PaidBy.UNIT: marked("a unit assessed"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of pay."""
    return language.say_of("remuneration", text)


def period_text(language: Language, start: date, end: date) -> str:
    """The first and the last day, as printed."""
    return f"{language.date(start)} – {language.date(end)}"


def sheet_title(language: Language, start: date, end: date) -> str:
    """What the sheet is called, with its period."""
    period = period_text(language, start, end)
    return language.say_of("paper", "Remuneration of the commission, {period}", period=period)


def done_text(language: Language, line: PayLine) -> str:
    """What was done, as a line begins: "Taking an exam: programming technician"."""
    text = f"{said(language, WORDS[PaidAct][line.deed.act])}: {line.deed.what}"
    return capital(text)


def amount_text(language: Language, line: PayLine) -> str:
    """How much of the measure was done: "2 h 30 min", "3 × 45 min", "4 cases"."""
    match line.measure:
        case PaidBy.OCCASION:
            return language.say_of("remuneration", "once")
        case PaidBy.HOUR | PaidBy.ACADEMIC_HOUR:
            return _hours(language, line.amount, MINUTES[line.measure])
        case PaidBy.CASE if line.deed.act is PaidAct.EXAM:
            return language.count("{n} examinee", "{n} examinees", line.amount)
        case PaidBy.CASE:
            return language.count("{n} case", "{n} cases", line.amount)
        case PaidBy.UNIT:
            return language.count("{n} unit", "{n} units", line.amount)


def _hours(language: Language, minutes: int, length: int) -> str:
    hours, rest = divmod(minutes, 60)
    told = language.say_of("remuneration", "{hours} h {minutes} min", hours=hours, minutes=f"{rest:02d}")
    return told if length == 60 else language.say_of("remuneration", "{told} (45 min each)", told=told)
