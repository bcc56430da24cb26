"""The clock of the agenda: since when an item is on the table, how long a closed one took, how many are to come."""

from collections.abc import Sequence
from datetime import datetime

from commission_app.i18n import Language
from commission_app.rules.vocabulary.sitting import ItemState
from commission_app.services.sitting_cards import AgendaLine

OVER = (ItemState.DECIDED, ItemState.POSTPONED)
_HOUR = 60


def told(language: Language, line: AgendaLine, now: datetime) -> str:
    """What the clock says of an item at a moment: "since 14:05 · 7 min", "14:05–14:12 · 7 min", or nothing."""
    begun = line.taken_up_at
    if begun is None:
        return ""
    if line.state is ItemState.ON_TABLE:
        long = duration(language, begun, now)
        return language.say("since {time} · {duration}", time=language.time(begun), duration=long)
    if line.state in OVER and line.closed_at is not None:
        spoken = f"{language.time(begun)}–{language.time(line.closed_at)}"
        return f"{spoken} · {duration(language, begun, line.closed_at)}"
    return ""


def duration(language: Language, begun: datetime, ended: datetime) -> str:
    """Whole minutes, from an hour on with hours; two computers whose clocks differ never make it less than none."""
    minutes = max(0, int((ended - begun).total_seconds()) // 60)
    if minutes < _HOUR:
        return language.say("{minutes} min", minutes=minutes)
    return language.say("{hours} h {minutes} min", hours=minutes // _HOUR, minutes=minutes % _HOUR)


def head(language: Language, agenda: Sequence[AgendaLine]) -> str:
    """How many items are over, and how many are still to come."""
    done = sum(line.state in OVER for line in agenda)
    counted = language.say("{done} of {all}", done=done, all=len(agenda))
    left = len(agenda) - done
    if not done or not left:
        return counted
    return f"{counted} · {language.count('{n} to come', '{n} to come', left)}"
