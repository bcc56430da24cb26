"""Which of the waiting cases are voted on together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from commission_app.rules.vocabulary.sitting import ItemState
from commission_app.services import batches
from commission_app.services.sitting_cards import SittingCard
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog


class TogetherDialog(FormDialog):
    """The cases that wait, each with a tick; those ticked are taken up together."""

    def __init__(self, desk: Desk, held: SittingCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Vote on several cases together"), say("Take up together"), parent)
        self._held = held
        self.cases = QListWidget(self)
        self.cases.setAccessibleName(say("Cases that wait"))
        self.cases.setMinimumHeight(8 * (self.fontMetrics().height() + 12))
        for line in held.agenda:
            if line.state is ItemState.WAITING:
                entry = QListWidgetItem(f"{line.position}. {line.case_number} · {line.applicant}")
                entry.setToolTip(entry.text())
                entry.setData(Qt.ItemDataRole.UserRole, line.item_id)
                entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                entry.setCheckState(Qt.CheckState.Unchecked)
                self.cases.addItem(entry)
        self.cases.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form.place(self.cases)
        self.deed.setEnabled(False)
        self.deed.setToolTip(say("At least two cases are voted on together."))
        self.cases.itemChanged.connect(lambda _: self.deed.setEnabled(len(self.ticked()) > 1))
        self.cases.setFocus()

    def submit(self) -> None:
        """Takes the ticked cases up together."""
        self.act(self.desk.jobs.do(self, batches.bind, self._held.id, self.ticked()))

    def ticked(self) -> tuple[int, ...]:
        """The keys of the ticked items."""
        items = (self.cases.item(at) for at in range(self.cases.count()))
        return tuple(
            int(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )
