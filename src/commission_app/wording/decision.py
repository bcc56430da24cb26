"""Words about decisions; a state's word agrees with the decision (lēmums)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.decision import (
    DecisionChange,
    DecisionState,
    DecisionVerdict,
    ProceduralKind,
    Publication,
    ReasonKind,
    RefusalGround,
)

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    DecisionVerdict: {
        DecisionVerdict.FULL: marked("recognise"),
        DecisionVerdict.PARTIAL: marked("recognise in part"),
        DecisionVerdict.REFUSED: marked("refuse recognition"),
        DecisionVerdict.TEST: marked("order a test"),
        DecisionVerdict.MORE_INFORMATION: marked("ask for more information"),
    },
    DecisionState: {
        DecisionState.DRAFT: marked("draft"),
        DecisionState.REGISTERED: marked("registered"),
        DecisionState.REPLACED: marked("replaced"),
        DecisionState.REPEALED: marked("repealed"),
    },
    DecisionChange: {
        DecisionChange.EDITED: marked("worded anew before the signature"),
        DecisionChange.CONDITION: marked("condition set"),
        DecisionChange.FINAL: marked("final"),
        DecisionChange.LAPSED: marked("lapsed, the condition was not met"),
        DecisionChange.SLIP: marked("slip of the pen corrected"),
        DecisionChange.REPLACED: marked("replaced by a new decision"),
        DecisionChange.REPEALED: marked("repealed"),
    },
    Publication: {
        Publication.DRAFT: marked("a draft"),
        Publication.UNSIGNED: marked("registered, not signed yet"),
        Publication.UNSENT: marked("signed, not sent yet"),
        Publication.SENT: marked("sent, not known to have arrived"),
        Publication.NOTIFIED: marked("published: signed and notified"),
        Publication.OVER: marked("no longer in force"),
    },
    ProceduralKind: {
        ProceduralKind.EXTENSION: marked("to extend the term"),
        ProceduralKind.LEFT_UNEXAMINED: marked("to leave the application unexamined"),
        ProceduralKind.CLOSED: marked("to close the case"),
    },
    ReasonKind: {
        ReasonKind.RECOGNISED: marked("recognised"),
        ReasonKind.PARTLY: marked("recognised in part"),
        ReasonKind.REFUSED: marked("refused"),
        ReasonKind.TEST: marked("test ordered"),
        ReasonKind.MORE_INFORMATION: marked("more information asked for"),
        ReasonKind.POSTPONED: marked("postponed"),
        ReasonKind.EXTENSION: marked("term extended"),
        ReasonKind.LEFT_UNEXAMINED: marked("left unexamined"),
        ReasonKind.CLOSED: marked("case closed"),
        ReasonKind.CONDITION: marked("condition"),
    },
    RefusalGround: {
        RefusalGround.NO_EVIDENCE: marked("no evidence"),
        RefusalGround.NOT_SUFFICIENT: marked("evidence not sufficient"),
        RefusalGround.NOT_CURRENT: marked("evidence not current"),
        RefusalGround.NOT_CORRESPONDING: marked("does not correspond to the learning outcomes"),
        RefusalGround.NOT_RECOGNISABLE: marked("the course or module cannot be recognised"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of a decision."""
    return language.say_of("decision", text)


def price_said(language: Language, cents: int | None, day: date) -> str:
    """What it costs to have one unit alone assessed; by the price list to come where none was in force."""
    if cents is None:
        return language.say_of("paper", "Price of assessing this unit alone: by the price list in force when applied.")
    return language.say_of(
        "paper",
        "Price of assessing this unit alone: {sum} EUR (price list in force on {day}).",
        sum=language.money(cents),
        day=language.date(day),
    )


def asked_said(language: Language, requirement: str, by: date | None) -> str:
    """What is asked in addition for a unit, and by which day."""
    line = language.say_of("paper", "Asked in addition: {text}", text=requirement.rstrip("."))
    if by is None:
        return line
    return f"{line}, {language.say_of('paper', 'to be met by {day}', day=language.date(by))}"
