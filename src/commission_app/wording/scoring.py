"""Words about results of outcomes, verdicts on units and examinees."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.scoring import ExamStatus, OutcomeResult, Rounding, UnitRule, UnitVerdict

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    OutcomeResult: {
        OutcomeResult.MET: marked("met"),
        OutcomeResult.PARTLY: marked("partly met"),
        OutcomeResult.NOT_MET: marked("not met"),
        OutcomeResult.TO_TEST: marked("to be tested"),
    },
    UnitVerdict: {
        UnitVerdict.RECOGNISED: marked("recognise"),
        UnitVerdict.PARTLY: marked("recognise in part"),
        UnitVerdict.REFUSED: marked("refuse recognition"),
        UnitVerdict.TEST: marked("order a test"),
    },
    UnitRule: {
        UnitRule.ALL: marked("all learning outcomes"),
        UnitRule.MANDATORY: marked("all mandatory learning outcomes"),
        UnitRule.SHARE: marked("a set share of the learning outcomes"),
    },
    Rounding: {
        Rounding.NONE: marked("no rounding"),
        Rounding.NEAREST_HALF: marked("to the nearest half"),
        Rounding.UP: marked("up to a whole"),
        Rounding.DOWN: marked("down to a whole"),
    },
    ExamStatus: {
        ExamStatus.ENTERED: marked("entered"),
        ExamStatus.SAT: marked("sat the exam"),
        ExamStatus.ABSENT: marked("did not appear"),
        ExamStatus.EXPELLED: marked("expelled"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of an outcome."""
    return language.say_of("outcome", text)
