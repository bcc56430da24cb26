"""Files that came back signed: which paper each of them is, who signed it, and what speaks against taking it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.services import signing_outside
from commission_app.services.signing_outside import Returned
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.jobs import Batch
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.inputs import TickInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence
from commission_app.wording.signatures import signature_text


class ReturnDialog(QDialog):
    """The good ones are taken; one signed by somebody else only where a person confirms it."""

    told = Signal(object)
    """What was taken, in a sentence."""

    def __init__(self, desk: Desk, found: tuple[Returned, ...], parent: QWidget) -> None:
        super().__init__(parent)
        language, say = desk.language, desk.language.say
        self.desk, self.language, self._found = desk, language, found
        self.setWindowTitle(say("Signed files"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(language, self)
        self.table = RowsTable(self._columns(), self)
        self.table.show_rows(found)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setText("\n".join(self._reasons()))
        self.said.setVisible(bool(self._reasons()))
        self.confirmed = TickInput(say("They rightly signed in place of those expected; take these files too"), self)
        self.confirmed.setVisible(any(one.doubt is not None for one in found))
        self.confirmed.edited.connect(self._count)
        self.deed = QPushButton(self)
        self.deed.setProperty("role", "prominent")
        self.deed.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.deed, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(4 * STEP)
        for widget in (self.banner, self.table, self.said, self.confirmed, buttons):
            column.addWidget(widget)
        column.setStretchFactor(self.table, 1)
        self.resize(920, 420)
        self._count()

    def take(self) -> None:
        """Stores the files that may be taken, one act a file."""
        pieces = self._pieces()
        taking = self.desk.jobs.each(self, signing_outside.take_in, pieces)
        taking.called(self.language.say("Taking signed files")).resting(self.deed).then(self._taken)

    def _taken(self, batch: "Batch[Returned, None]") -> None:
        language = self.language
        told = language.count("{n} signed file taken", "{n} signed files taken", len(batch.answers))
        refused = [sentence(language, trouble.refusal) for _, trouble in batch.troubles]
        self.told.emit(" ".join([f"{told}.", *refused[:3]]) if refused else told)
        self.accept()

    def _pieces(self) -> list[Returned]:
        good = [one for one in self._found if one.made is not None]
        if self.confirmed.value():
            return [signing_outside.confirmed(one) for one in good]
        return [one for one in good if one.doubt is None]

    def _count(self) -> None:
        count = len(self._pieces())
        self.deed.setText(self.language.count("Take {n} file", "Take {n} files", count))
        self.deed.setEnabled(count > 0)
        self.deed.setVisible(any(one.made is not None for one in self._found))
        self.deed.setToolTip("" if count else self.confirmed.text())

    def _reasons(self) -> list[str]:
        whys = [one.against or one.doubt for one in self._found]
        return [sentence(self.language, why) for why in whys if why is not None]

    def _columns(self) -> list[Column[Returned]]:
        language, say = self.language, self.language.say

        def who(one: Returned) -> str:
            return "; ".join(signature_text(language, fact) for fact in one.signers)

        def state(one: Returned) -> State:
            if one.against is not None:
                return State(say("cannot be taken"), "bad", "close")
            if one.doubt is not None:
                return State(say("signed by somebody else"), "warn", "warn")
            return State(say("can be taken"), "good", "check")

        def why(one: Returned) -> str:
            reason = one.against or one.doubt
            return sentence(language, reason) if reason is not None else say("can be taken")

        return [
            Column("file", say("File"), lambda one: one.file, stretch=True, tooltip=lambda one: one.file),
            Column("number", say("Paper"), lambda one: one.number),
            Column("who", say("Signed by"), who, tooltip=who),
            Column("state", say("Result"), state, tooltip=why),
        ]
