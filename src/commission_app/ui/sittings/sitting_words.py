"""How the states of a sitting, its items and its lights are marked on every screen: tone, icon and word."""

from collections.abc import Mapping

from commission_app.i18n import Language
from commission_app.rules.vocabulary.sitting import ItemState, Light, SittingState
from commission_app.ui.columns import State
from commission_app.wording.words import word

SITTING_TONES: Mapping[SittingState, tuple[str, str]] = {
    SittingState.PLANNED: ("info", "calendar"),
    SittingState.OPEN: ("warn", "sittings"),
    SittingState.CLOSED: ("good", "done"),
}
ITEM_TONES: Mapping[ItemState, tuple[str, str]] = {
    ItemState.WAITING: ("neutral", "ring"),
    ItemState.ON_TABLE: ("info", "dot"),
    ItemState.DECIDED: ("good", "check"),
    ItemState.POSTPONED: ("warn", "pause"),
}
LIGHT_TONES: Mapping[Light, tuple[str, str]] = {
    Light.GREEN: ("good", "done"),
    Light.AMBER: ("warn", "warn"),
    Light.RED: ("bad", "stop"),
}


def sitting_mark(language: Language, state: SittingState) -> State:
    """The state of a sitting as a chip."""
    return State(word(language, state), *SITTING_TONES[state])


def item_mark(language: Language, state: ItemState) -> State:
    """The state of an item as a chip."""
    return State(word(language, state), *ITEM_TONES[state])
