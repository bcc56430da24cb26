"""The acts upon a decision as its tab offers them, with what each asks before it is done."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.services import decision_changes
from commission_app.services.decision_cards import DecisionCard
from commission_app.ui.cases.tabs.decision_dialogs import ChangeDialog, ChangeSaid, ConditionDialog, SlipDialog
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.form_dialog import FormDialog


class Page(Protocol):
    """What the acts need of the tab they stand on."""

    desk: Desk

    def sign(self) -> None:
        """Asks who signed the decision and when."""

    def register(self) -> None:
        """Enters the decision in the register."""

    def ask(self, dialog: FormDialog, told: str) -> None:
        """Opens a question and tells what was done."""

    def let_stand(self) -> None:
        """Puts a case that was taken up again back."""


Row = tuple[str, DecisionAct, Callable[[], object], str]


def offered(page: Page, held: DecisionCard, parent: QWidget) -> list[Offered]:
    """Signing and registering lead on; what comes later stands in the menu."""
    against = {act.act: act.refusals for act in held.acts}
    say, desk = page.desk.language.say, page.desk
    rows: list[Row] = [
        (say("Sign …"), DecisionAct.SIGN, page.sign, "edit"),
        (say("Register the decision"), DecisionAct.REGISTER, page.register, "registers"),
        (
            say("Condition …"),
            DecisionAct.CONDITION,
            lambda: page.ask(ConditionDialog(desk, held, parent), say("The condition is saved.")),
            "",
        ),
        *_of_condition(page, held, parent),
        (
            say("Correct a slip of the pen …"),
            DecisionAct.CORRECT_SLIP,
            lambda: page.ask(SlipDialog(desk, held, parent), say("The slip is corrected.")),
            "",
        ),
        *_anew(page, held, parent),
    ]
    # What is done already leads nowhere: its reason would only stand in the way of what comes next.
    leading = {
        *((DecisionAct.SIGN,) if held.signed_on is None else ()),
        *((DecisionAct.REGISTER,) if held.state is DecisionState.DRAFT else ()),
    }
    return [Offered(label, against[act], do, picture, aside=act not in leading) for label, act, do, picture in rows]


def _of_condition(page: Page, held: DecisionCard, parent: QWidget) -> tuple[Row, ...]:
    say = page.desk.language.say
    final = ChangeSaid(
        say("Make final"), say("How the condition was met"), say("The register says so by a new line."), say("Day")
    )
    lapsed = ChangeSaid(say("Let it lapse"), say("What was not met"), say("What was recognised is taken away again."))
    return (
        (
            say("Make final …"),
            DecisionAct.MAKE_FINAL,
            _change(page, held, parent, final, decision_changes.make_final, say("The decision is final.")),
            "",
        ),
        (
            say("Condition not met …"),
            DecisionAct.LAPSE,
            _change(page, held, parent, lapsed, decision_changes.lapse, say("The decision has lapsed.")),
            "",
        ),
    )


def _anew(page: Page, held: DecisionCard, parent: QWidget) -> tuple[Row, ...]:
    say = page.desk.language.say
    again = ChangeSaid(
        say("Take up again"),
        say("Why the commission decides anew"),
        say("This decision stays in force until a new one with its own number replaces it."),
    )
    repealed = ChangeSaid(
        say("Repeal"), say("Reason"), say("What was recognised is taken away; the register cites the line."), say("Day")
    )
    return (
        (
            say("Take the case up again …"),
            DecisionAct.REOPEN,
            _change(page, held, parent, again, decision_changes.reopen, say("The case is taken up again.")),
            "",
        ),
        (say("Leave the decision as it is"), DecisionAct.LET_STAND, page.let_stand, ""),
        (
            say("Repeal the decision …"),
            DecisionAct.REPEAL,
            _change(page, held, parent, repealed, decision_changes.repeal, say("The decision is repealed.")),
            "",
        ),
    )


def _change(
    page: Page, held: DecisionCard, parent: QWidget, said: ChangeSaid, doing: Any, told: str
) -> Callable[[], object]:
    return lambda: page.ask(ChangeDialog(page.desk, held, said, doing, parent), told)
