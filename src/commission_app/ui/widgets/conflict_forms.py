"""What is asked about a conflict of interest: a declaration, why a hint is none, why a declaration is withdrawn."""

from typing import cast

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.services import conflicts
from commission_app.services.conflicts import CaseConflicts, DeclarationLine, MemberConflicts
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class DeclareDialog(FormDialog):
    """A member takes no part in a case: which conflict, in words, and since when it is known."""

    def __init__(
        self,
        desk: Desk,
        cases: tuple[CaseConflicts, ...],
        parent: QWidget,
        chosen: tuple[CaseConflicts, MemberConflicts, ConflictKind] | None = None,
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("Declare a conflict of interest"), say("Takes no part in the decision"), parent)
        self._cases = {case.case_id: case for case in cases}
        told = QLabel(
            say("The member then neither sees the papers of the case nor votes on it, at this sitting or a later one."),
            self,
        )
        told.setWordWrap(True)
        told.setProperty("role", "soft")
        self.form.place(told)
        self.case = self.form.add("case", say("Case"), Choice(self), required=True)
        self.case.offer((case.case_id, f"{case.number} · {case.applicant}") for case in cases)
        self.member = self.form.add("member", say("Member"), Choice(self), required=True)
        self.kind = self.form.add("kind", say("Which conflict"), Choice(self), required=True)
        self.kind.offer_words(desk.language, ConflictKind)
        self.day = self.form.add("declared_on", say("Declared on"), DateEdit(desk.language), required=True, beside=True)
        self.day.set_value(today())
        self.text = self.form.add("text", say("In words"), LongTextInput(self, lines=3), required=True)
        self.case.edited.connect(self._offer_members)
        self._offer_members()
        if chosen is not None:
            self._preset(*chosen)
        self.form.mark_clean()

    def submit(self) -> None:
        """Stores the declaration."""
        member, case = self.member.value(), self.case.value()
        if isinstance(member, int) and isinstance(case, int):
            kind = cast("ConflictKind", self.kind.value())
            facts = (member, case, kind, self.text.value(), self.day.value())
            self.act(self.desk.jobs.do(self, conflicts.declare, *facts))

    def _offer_members(self) -> None:
        case = self._cases.get(cast("int", self.case.value()))
        self.member.offer((line.member_id, line.name) for line in (case.members if case is not None else ()))

    def _preset(self, case: CaseConflicts, member: MemberConflicts, kind: ConflictKind) -> None:
        self.case.set_value(case.case_id)
        self._offer_members()
        self.member.set_value(member.member_id)
        self.kind.set_value(kind)
        said = [sentence(self.language, hint.why) for hint in member.hints if hint.kind is kind]
        self.text.set_value(" ".join(said))


class LookedDialog(FormDialog):
    """Why what was suggested is no conflict of interest."""

    def __init__(
        self, desk: Desk, case: CaseConflicts, member: MemberConflicts, kind: ConflictKind, parent: QWidget
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("No conflict of interest"), say("No conflict of interest"), parent)
        self._key = (member.member_id, case.case_id, kind)
        said = "\n".join(sentence(desk.language, hint.why) for hint in member.hints if hint.kind is kind)
        told = QLabel(f"{member.name} · {case.number} · {word(desk.language, kind)}\n{said}", self)
        told.setWordWrap(True)
        told.setProperty("role", "soft")
        self.form.place(told)
        self.reason = self.form.add("reason", say("It is none, because"), LongTextInput(self, lines=3), required=True)

    def submit(self) -> None:
        """Sets the hint aside."""
        self.act(self.desk.jobs.do(self, conflicts.look_at, *self._key, self.reason.value()))


class WithdrawDialog(FormDialog):
    """Why a declaration is withdrawn."""

    def __init__(self, desk: Desk, name: str, line: DeclarationLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Withdraw the declaration of {name}", name=name), say("Withdraw"), parent)
        self._line = line
        self.reason = self.form.add("reason", say("Reason"), LongTextInput(self, lines=2), required=True)

    def submit(self) -> None:
        """Withdraws it."""
        self.act(self.desk.jobs.do(self, conflicts.withdraw, self._line.id, self._line.version, self.reason.value()))
