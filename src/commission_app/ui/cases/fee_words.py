"""A balance in words and colour: what is asked, what came, what is owed and to whom."""

from commission_app.i18n import Language
from commission_app.rules.vocabulary.fee import BalanceState
from commission_app.ui.columns import State
from commission_app.wording.words import word

_TONES = {
    BalanceState.NOTHING_ASKED: "neutral",
    BalanceState.UNPAID: "bad",
    BalanceState.SHORT: "warn",
    BalanceState.SETTLED: "good",
    BalanceState.OVERPAID: "info",
}


def balance_state(language: Language, state: BalanceState) -> State:
    """The state of a balance with its colour."""
    return State(word(language, state), _TONES[state])


def balance_text(language: Language, asked: int | None, paid: int, owing: int) -> str:
    """The balance in one line."""
    say, money = language.say, language.money
    parts = [say("Asked: {sum} EUR", sum=money(asked)) if asked is not None else say("Nothing is asked")]
    parts.append(say("paid: {sum} EUR", sum=money(paid)))
    if owing > 0:
        parts.append(say("to be paid: {sum} EUR", sum=money(owing)))
    if owing < 0:
        parts.append(say("to be given back: {sum} EUR", sum=money(-owing)))
    return " · ".join(parts)
