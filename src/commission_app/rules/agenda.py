"""The order of a sitting: when it opens and closes, and what stands against taking up or deciding an item."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.legality import Legality, Tally
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.sitting import ItemState, SittingState


class SittingAct(StrEnum):
    """What can be done with a sitting as a whole."""

    PREPARE = "prepare"
    OPEN = "open"
    ATTEND = "attend"
    CLOSE = "close"


class ItemAct(StrEnum):
    """What can be done with one item of the agenda."""

    TAKE_OFF = "take_off"
    TAKE_UP = "take_up"
    RECUSE = "recuse"
    DEPART = "depart"
    VOTE = "vote"
    DECIDE = "decide"
    POSTPONE = "postpone"


@dataclass(frozen=True, slots=True)
class SittingFacts:
    """A sitting as the rules of order see it."""

    state: SittingState
    day: date
    today: date
    items: int = 0
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One item as the rules of order see it; `waiting_for` names those who may vote and have not."""

    sitting: SittingState
    item: ItemState
    case_number: str
    case: CaseState
    on_table: str | None = None
    legality: Legality | None = None
    waiting_for: tuple[str, ...] = ()
    votes: int = 0
    tally: Tally | None = None
    uncounted: bool = False
    """Whether the vote is secret and its ballots are not counted yet."""
    in_writing: bool = False
    """Whether votes on it come in writing: then it is never on the table."""


@dataclass(frozen=True, slots=True)
class SittingStanding:
    """One act and what stands against it now; nothing against it means it is lawful."""

    act: SittingAct | ItemAct
    refusals: tuple[Refusal, ...] = ()

    @property
    def lawful(self) -> bool:
        """Whether the act may be done now."""
        return not self.refusals


def sitting_standings(facts: SittingFacts) -> tuple[SittingStanding, ...]:
    """Every act of a sitting with the refusals that stand against it now."""
    return tuple(SittingStanding(act, _AGAINST_SITTING[act](facts)) for act in SittingAct)


def item_standings(facts: ItemFacts) -> tuple[SittingStanding, ...]:
    """Every act of an item with the refusals that stand against it now."""
    return tuple(SittingStanding(act, _AGAINST_ITEM[act](facts)) for act in ItemAct)


def require(facts: SittingFacts | ItemFacts, act: SittingAct | ItemAct) -> None:
    """Refuses an act with the first thing that stands against it."""
    against = _against(facts, act)
    if against:
        raise RefusedError.of(against[0])


def _against(facts: SittingFacts | ItemFacts, act: SittingAct | ItemAct) -> tuple[Refusal, ...]:
    if isinstance(facts, SittingFacts) and isinstance(act, SittingAct):
        return _AGAINST_SITTING[act](facts)
    if isinstance(facts, ItemFacts) and isinstance(act, ItemAct):
        return _AGAINST_ITEM[act](facts)
    raise TypeError(f"{act} is no act of {type(facts).__name__}")


def _against_preparing(facts: SittingFacts) -> tuple[Refusal, ...]:
    return (refusal("sitting.closed"),) if facts.state is SittingState.CLOSED else ()


def _against_opening(facts: SittingFacts) -> tuple[Refusal, ...]:
    if facts.state is not SittingState.PLANNED:
        return (refusal("sitting.not_planned", state=facts.state),)
    found = []
    if facts.day > facts.today:
        found.append(refusal("sitting.not_yet", day=facts.day))
    if not facts.items:
        found.append(refusal("sitting.no_agenda"))
    return tuple(found)


def _against_attending(facts: SittingFacts) -> tuple[Refusal, ...]:
    return () if facts.state is SittingState.OPEN else (refusal("sitting.not_open", state=facts.state),)


def _against_closing(facts: SittingFacts) -> tuple[Refusal, ...]:
    if facts.state is not SittingState.OPEN:
        return (refusal("sitting.not_open", state=facts.state),)
    return (refusal("sitting.items_left", count=facts.undecided),) if facts.undecided else ()


def _unfinished(facts: ItemFacts) -> tuple[Refusal, ...]:
    """Nothing more can be done with an item that is decided or postponed."""
    if facts.sitting is SittingState.CLOSED:
        return (refusal("sitting.closed"),)
    if facts.item in (ItemState.DECIDED, ItemState.POSTPONED):
        return (refusal("item.over", number=facts.case_number, state=facts.item),)
    return ()


def _against_taking_off(facts: ItemFacts) -> tuple[Refusal, ...]:
    if facts.item is ItemState.ON_TABLE:
        return (refusal("item.on_table", number=facts.case_number),)
    return _unfinished(facts)


def _against_taking_up(facts: ItemFacts) -> tuple[Refusal, ...]:
    if facts.sitting is not SittingState.OPEN:
        return (refusal("sitting.not_open", state=facts.sitting),)
    if facts.in_writing:
        return (refusal("written.no_table", number=facts.case_number),)
    if facts.item is ItemState.ON_TABLE:
        return (refusal("item.on_table", number=facts.case_number),)
    if over := _unfinished(facts):
        return over
    if facts.on_table is not None:
        return (refusal("item.other_on_table", number=facts.on_table),)
    return _moved(facts)


def _moved(facts: ItemFacts) -> tuple[Refusal, ...]:
    """Nothing is left to decide on a case whose applicant stepped back: its item is postponed."""
    if facts.case is CaseState.REFERRED:
        return ()
    return (refusal("item.case_moved", number=facts.case_number, state=facts.case),)


def _against_departing(facts: ItemFacts) -> tuple[Refusal, ...]:
    if over := _unfinished(facts):
        return over
    return (refusal("item.votes_cast", votes=facts.votes),) if facts.votes else ()


def _against_voting(facts: ItemFacts) -> tuple[Refusal, ...]:
    if facts.sitting is not SittingState.OPEN:
        return (refusal("sitting.not_open", state=facts.sitting),)
    if over := _unfinished(facts):
        return over
    if facts.item is not ItemState.ON_TABLE:
        return (refusal("item.not_on_table", number=facts.case_number),)
    return _moved(facts) or (facts.legality.refusals if facts.legality else ())


def _against_deciding(facts: ItemFacts) -> tuple[Refusal, ...]:
    if against := _against_voting(facts):
        return against
    if facts.waiting_for:
        return (refusal("item.votes_missing", names=facts.waiting_for),)
    if facts.uncounted:
        return (refusal("ballot.not_counted", number=facts.case_number),)
    if facts.tally is not None and not facts.tally.adopted:
        return (refusal("item.not_adopted", in_favour=facts.tally.for_, against=facts.tally.against),)
    return ()


def _against_postponing(facts: ItemFacts) -> tuple[Refusal, ...]:
    if facts.sitting is not SittingState.OPEN:
        return (refusal("sitting.not_open", state=facts.sitting),)
    return _unfinished(facts)


_AGAINST_SITTING = {
    SittingAct.PREPARE: _against_preparing,
    SittingAct.OPEN: _against_opening,
    SittingAct.ATTEND: _against_attending,
    SittingAct.CLOSE: _against_closing,
}
_AGAINST_ITEM = {
    ItemAct.TAKE_OFF: _against_taking_off,
    ItemAct.TAKE_UP: _against_taking_up,
    ItemAct.RECUSE: _unfinished,
    ItemAct.DEPART: _against_departing,
    ItemAct.VOTE: _against_voting,
    ItemAct.DECIDE: _against_deciding,
    ItemAct.POSTPONE: _against_postponing,
}
