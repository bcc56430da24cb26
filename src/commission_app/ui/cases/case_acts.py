"""The acts upon a case as its page offers them: done at once, or in the tab where they belong."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from commission_app.rules.vocabulary.case import CaseAct, LeavingReason
from commission_app.services import cases, conflicts
from commission_app.services.cases import CaseCard
from commission_app.ui.cases.tabs.register import tabs_for
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput
from commission_app.wording.case import act_word

AT_ONCE = {
    CaseAct.ADMIT: cases.admit,
    CaseAct.CLOSE_PORTFOLIO: cases.close_portfolio,
    CaseAct.CLOSE_SCORING: cases.close_scoring,
    CaseAct.REFER: cases.refer,
    CaseAct.TAKE_UP_AGAIN: cases.take_up_again,
    CaseAct.REPEAT_EXAM: cases.repeat_exam,
}
IN_A_TAB = {
    CaseAct.ENTER_EXAM: "exam",
    CaseAct.REGISTER_DECISION: "decision",
    CaseAct.ISSUE_CERTIFICATE: "decision",
}


def offered(
    desk: Desk, card: CaseCard, at_once: Callable[[CaseAct], object], turn: Callable[[str], object]
) -> tuple[Offered, ...]:
    """The next act first; the others stand aside, each with what is against it now."""
    standings = sorted(card.acts, key=lambda standing: standing.act is not card.next_act)

    def deed(act: CaseAct) -> Callable[[], object]:
        return lambda: turn(_tab_of(act, card)) if act in IN_A_TAB else at_once(act)

    return tuple(
        Offered(
            act_word(desk.language, standing.act, card.procedure),
            standing.refusals,
            deed(standing.act),
            aside=standing.act is not card.next_act,
        )
        for standing in standings
    )


def radar(desk: Desk, case_id: int, parent: QWidget) -> Offered:
    """What suggests a conflict of interest of a member of the commission, before any sitting."""

    def look() -> None:
        from commission_app.ui.widgets.conflict_dialog import ConflictDialog

        ConflictDialog(desk, conflicts.of_case, case_id, parent).open()

    return Offered(desk.language.say("Conflicts of interest …"), (), look, aside=True)


def _tab_of(act: CaseAct, card: CaseCard) -> str:
    """The tab where an act is done; after an exam there is no decision of its own."""
    names = {entry.name for entry in tabs_for(card.procedure)}
    return IN_A_TAB[act] if IN_A_TAB[act] in names else IN_A_TAB[CaseAct.ENTER_EXAM]


class WithdrawDialog(FormDialog):
    """The applicant steps back: the reason is asked, the number stays."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(
            desk, say("Close case {number} on withdrawal", number=card.number), say("Close the case"), parent
        )
        self._card = card
        self.code = self.form.add(
            "code", say("Why the person leaves"), Choice(self).offer_words(desk.language, LeavingReason)
        )
        self.form.add(
            "reason",
            say("Reason"),
            LongTextInput(self),
            required=True,
            help_text=say("The case keeps its number and its history; it can be taken up again."),
        )

    def submit(self) -> None:
        """Closes the case."""
        reason = str(self.form.values()["reason"])
        code = self.code.value()
        coded = code if isinstance(code, LeavingReason) else LeavingReason.OTHER
        self.act(self.desk.jobs.do(self, cases.withdraw, self._card.id, self._card.version, reason, coded))
