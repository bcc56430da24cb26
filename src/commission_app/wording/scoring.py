"""Words about results of outcomes, verdicts on units and examinees."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.scoring import (
    AggregationKind,
    CombinationKind,
    ExamStatus,
    OutcomeResult,
    ReviewState,
    Rounding,
    ScaleKind,
    UnitRule,
    UnitVerdict,
    VerificationRoute,
)

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
    ScaleKind: {
        ScaleKind.RESULT: marked("met, partly met, not met"),
        ScaleKind.MARK: marked("mark from 1 to 10"),
        ScaleKind.POINTS: marked("points"),
        ScaleKind.DIGCOMP: marked("DigComp level from 1 to 8"),
    },
    VerificationRoute: {
        VerificationRoute.DOCUMENTS: marked("by documents"),
        VerificationRoute.INTERVIEW: marked("interview"),
        VerificationRoute.TEST: marked("test of knowledge"),
        VerificationRoute.DEMONSTRATION: marked("practical demonstration"),
        VerificationRoute.EXAM: marked("examination"),
    },
    AggregationKind: {
        AggregationKind.BY_RULE: marked("as the rules in force settle it"),
        AggregationKind.ALL: marked("all learning outcomes"),
        AggregationKind.MANDATORY: marked("all mandatory learning outcomes"),
        AggregationKind.SHARE: marked("a set share of the learning outcomes"),
        AggregationKind.POINTS: marked("enough points"),
        AggregationKind.PART_MINIMUM: marked("enough points in each part"),
    },
    CombinationKind: {
        CombinationKind.CONSENSUS: marked("the assessors agree"),
        CombinationKind.LOWER: marked("the lower score counts"),
        CombinationKind.MEDIAN: marked("the middle score counts"),
    },
    ReviewState: {
        ReviewState.WAITING: marked("waiting for review"),
        ReviewState.IN_REVIEW: marked("in review"),
        ReviewState.DONE: marked("reviewed"),
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
        ExamStatus.EXCUSED: marked("did not appear, excused"),
        ExamStatus.EXPELLED: marked("expelled"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of an outcome."""
    return language.say_of("outcome", text)
