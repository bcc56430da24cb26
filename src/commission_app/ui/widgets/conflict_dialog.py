"""The conflict radar of a sitting or of one case: what suggests a conflict of a member, and what was done about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.services import conflicts
from commission_app.services.conflicts import CaseConflicts, ConflictTable, DeclarationLine, MemberConflicts
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.conflict_forms import DeclareDialog, LookedDialog, WithdrawDialog
from commission_app.ui.widgets.on_screen import resize_on_screen
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

_Deed = tuple[str, Callable[[], object]]


class ConflictDialog(QDialog):
    """A card for each case; a member of whom nothing is known is not named."""

    stored = Signal(object)

    def __init__(self, desk: Desk, radar: Callable[..., ConflictTable], key: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._language, self._radar, self._key = desk, desk.language, radar, key
        say = desk.language.say
        self.table: ConflictTable | None = None
        self.setWindowTitle(say("Conflicts of interest"))
        self.told = QLabel(self)
        self.told.setProperty("role", "strong")
        self.told.setWordWrap(True)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.declare = QPushButton(say("Declare a conflict of interest …"), self)
        self.declare.clicked.connect(lambda _: self._declare())
        close = QPushButton(say("Close"), self)
        close.clicked.connect(self.reject)
        for button in (self.declare, close):
            button.setAutoDefault(False)
        below = QHBoxLayout()
        below.addWidget(self.declare)
        below.addStretch(1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * STEP, 5 * STEP, 5 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.told)
        column.addWidget(self.area, 1)
        column.addLayout(below)
        self.deeds: dict[tuple[int, int, str], QPushButton] = {}
        """The buttons by case, member and deed."""
        resize_on_screen(self, 820, 600)
        self._ask()

    def texts(self) -> list[str]:
        """What is suggested and declared, as it reads."""
        return [label.text() for label in self.area.findChildren(QLabel) if label.property("said")]

    def _ask(self) -> None:
        self._desk.jobs.ask(self, self._radar, self._key).then(self._show)

    def _show(self, table: ConflictTable) -> None:
        self.table = table
        self.told.setText(summary(self._language, table))
        self.declare.setEnabled(bool(table.cases))
        self.deeds.clear()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(3 * STEP)
        for case in table.cases:
            if any(not member.silent for member in case.members):
                column.addWidget(self._case(case))
        column.addStretch(1)
        at = self.area.verticalScrollBar().value()
        self.area.setWidget(page)
        self.area.verticalScrollBar().setValue(at)

    def _case(self, case: CaseConflicts) -> QFrame:
        box = QFrame()
        box.setProperty("role", "card")
        column = QVBoxLayout(box)
        column.setContentsMargins(5 * STEP, 3 * STEP, 5 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(self._label(case_text(case), "strong"))
        for member in case.members:
            if not member.silent:
                self._member(column, case, member)
        return box

    def _member(self, column: QVBoxLayout, case: CaseConflicts, member: MemberConflicts) -> None:
        language = self._language
        away = language.say("takes no part in the decision") if member.recused else ""
        named = (member.name, word(language, member.role), away)
        column.addWidget(self._label(" · ".join(part for part in named if part), "label"))
        for line in member.declarations:
            column.addWidget(self._label(declared_text(language, line), "", said=True))
            if line.withdrawn_on is None:
                withdraw = self._withdrawal(member, line)
                self._deeds(column, case, member, [(language.say("Withdraw …"), withdraw)])
        for kind in dict.fromkeys(hint.kind for hint in member.hints):
            self._kind(column, case, member, kind)

    def _kind(self, column: QVBoxLayout, case: CaseConflicts, member: MemberConflicts, kind: ConflictKind) -> None:
        say = self._language.say
        own = [hint for hint in member.hints if hint.kind is kind]
        for hint in own:
            column.addWidget(
                self._label(hint_text(self._language, hint.weak, sentence(self._language, hint.why)), "", True)
            )
        looked = own[0].looked
        if looked is not None:
            column.addWidget(self._label(say("No conflict of interest: {reason}", reason=looked), "soft", said=True))
            again = self._act(conflicts.look_again, member.member_id, case.case_id, kind)
            self._deeds(column, case, member, [(say("Look again"), again)])
        elif all(hint.allowed for hint in own):
            column.addWidget(self._label(say("The by-law allows it."), "soft"))
        elif not member.recused:
            no_part = self._declaration(case, member, kind)
            none = self._looking(case, member, kind)
            self._deeds(
                column, case, member, [(say("Takes no part …"), no_part), (say("No conflict, because …"), none)]
            )

    def _deeds(self, column: QVBoxLayout, case: CaseConflicts, member: MemberConflicts, deeds: list[_Deed]) -> None:
        row = QHBoxLayout()
        row.setSpacing(3 * STEP)
        for text, deed in deeds:
            button = QPushButton(text, self)
            button.setProperty("role", "link")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, do=deed: do())
            self.deeds[case.case_id, member.member_id, text] = button
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _declare(self) -> None:
        if self.table is not None:
            self._open(DeclareDialog(self._desk, self.table.cases, self))

    def _declaration(self, case: CaseConflicts, member: MemberConflicts, kind: ConflictKind) -> Callable[[], object]:
        return lambda: self._open(DeclareDialog(self._desk, (case,), self, (case, member, kind)))

    def _looking(self, case: CaseConflicts, member: MemberConflicts, kind: ConflictKind) -> Callable[[], object]:
        return lambda: self._open(LookedDialog(self._desk, case, member, kind, self))

    def _withdrawal(self, member: MemberConflicts, line: DeclarationLine) -> Callable[[], object]:
        return lambda: self._open(WithdrawDialog(self._desk, member.name, line, self))

    def _act(self, act: Callable[..., None], *facts: object) -> Callable[[], object]:
        return lambda: self._desk.jobs.do(self, act, *facts).then(lambda _: self._changed())

    def _open(self, dialog: DeclareDialog | LookedDialog | WithdrawDialog) -> None:
        dialog.stored.connect(lambda _: self._changed())
        dialog.open()

    def _changed(self) -> None:
        self.stored.emit(None)
        self._ask()

    def _label(self, text: str, role: str, said: bool = False) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", role)
        label.setProperty("said", said)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def case_text(case: CaseConflicts) -> str:
    """A case with its place in the agenda, where it has one."""
    place = f"{case.position}. " if case.position else ""
    return f"{place}{case.number} · {case.applicant}"


def hint_text(language: Language, weak: bool, said: str) -> str:
    """A hint as it reads; a weak one says that it is."""
    return language.say("Perhaps: {hint}", hint=said) if weak else said


def declared_text(language: Language, line: DeclarationLine) -> str:
    """A declaration as it reads."""
    facts = {"day": language.date(line.declared_on), "kind": word(language, line.kind), "text": line.text}
    said = language.say("Declared on {day}: {kind}. {text}", **facts)
    if line.withdrawn_on is None:
        return said
    day = language.date(line.withdrawn_on)
    return f"{said}\n{language.say('Withdrawn on {day}: {reason}', day=day, reason=line.withdrawn_reason)}"


def summary(language: Language, table: ConflictTable) -> str:
    """One line: how many hints wait to be looked at."""
    if table.open:
        return language.count("{n} hint waits to be looked at.", "{n} hints wait to be looked at.", table.open)
    return language.say("Nothing waits to be looked at.")
