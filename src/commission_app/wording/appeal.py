"""Words about contested decisions and appealed marks; a state's word agrees with the appeal (iesniegums)."""

from collections.abc import Mapping
from enum import StrEnum

from commission_app.i18n import Language, marked
from commission_app.rules.appeals import AppealAct
from commission_app.rules.vocabulary.appeal import AppealKind, AppealOutcome, AppealState

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    AppealKind: {
        AppealKind.CONTEST: marked("contest of a decision"),
        AppealKind.EXAM_MARK: marked("appeal against a mark"),
    },
    AppealState: {
        AppealState.RECEIVED: marked("received"),
        AppealState.SENT: marked("handed to the examining body"),
        AppealState.DECIDED: marked("decided"),
        AppealState.WITHDRAWN: marked("withdrawn"),
    },
    AppealOutcome: {
        AppealOutcome.LEFT_IN_FORCE: marked("left in force"),
        AppealOutcome.AMENDED: marked("amended"),
        AppealOutcome.REPEALED: marked("repealed"),
        AppealOutcome.SENT_BACK: marked("sent back to be decided anew"),
        AppealOutcome.MARK_CHANGED: marked("mark changed"),
        AppealOutcome.NOT_EXAMINED: marked("left unexamined"),
    },
    AppealAct: {
        AppealAct.CHANGE: marked("Correct"),
        AppealAct.SEND: marked("Hand over the file"),
        AppealAct.DECIDE: marked("Enter the outcome"),
        AppealAct.WITHDRAW: marked("Withdrawn by the applicant"),
        AppealAct.GO_TO_COURT: marked("Contested in court"),
    },
}


def said(language: Language, text: str) -> str:
    """A word of the table as said of an appeal."""
    return language.say_of("appeal", text)
