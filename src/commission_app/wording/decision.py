"""Words about decisions; a state's word agrees with the decision (lēmums)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict, RefusalGround

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
