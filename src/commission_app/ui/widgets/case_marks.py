"""How the state and the deadline of a case are marked on every screen: the word, its tone and its icon."""

from collections.abc import Mapping
from datetime import date

from commission_app.i18n import Language
from commission_app.rules.deadlines import DeadlineFinding
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.deadline import Urgency
from commission_app.ui.columns import State
from commission_app.wording.words import word

_TONES: Mapping[CaseState, tuple[str, str]] = {
    CaseState.RECEIVED: ("info", "download"),
    CaseState.ADMITTED: ("info", "file"),
    CaseState.DOCUMENTED: ("info", "scale"),
    CaseState.SCORED: ("info", "check"),
    CaseState.REFERRED: ("info", "sittings"),
    CaseState.POSTPONED: ("warn", "pause"),
    CaseState.DECIDED: ("good", "done"),
    CaseState.CERTIFIED: ("good", "certificate"),
    CaseState.WITHDRAWN: ("neutral", "ring"),
    CaseState.CLOSED: ("neutral", "ring"),
}
_URGENT: Mapping[Urgency, tuple[str, str]] = {
    Urgency.FINE: ("neutral", "clock"),
    Urgency.SOON: ("warn", "clock"),
    Urgency.LATE: ("bad", "warn"),
}


def state_mark(language: Language, state: CaseState) -> State:
    """The state of a case as a chip."""
    return State(word(language, state), *_TONES[state])


def deadline_mark(language: Language, deadline: date, due: DeadlineFinding | None) -> State | str:
    """The deadline in a list: the bare date, or a chip where it is near or past."""
    if due is None or due.urgency is Urgency.FINE:
        return language.date(deadline)
    return State(language.date(deadline), *_URGENT[due.urgency])


def urgency_tone(due: DeadlineFinding) -> tuple[str, str]:
    """The tone and the icon of a deadline."""
    return _URGENT[due.urgency]
