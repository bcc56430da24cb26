"""Which evidence of earlier cases is laid into this one, ticked item by item."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from commission_app.services import evidence_reuse
from commission_app.services.evidence_reuse import EarlierItem
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.wording.words import word


class ReuseDialog(FormDialog):
    """The items of the person's other cases; those that are here already cannot be ticked."""

    def __init__(self, desk: Desk, case_id: int, items: tuple[EarlierItem, ...], parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Evidence of earlier cases"), say("Lay in"), parent)
        self._case_id = case_id
        told = QLabel(say("The files come along; what was judged of them then does not."), self)
        told.setProperty("role", "soft")
        told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 12)
        for item in items:
            text = f"{item.case_number} · {item.title} · {word(desk.language, item.kind)}"
            line = QListWidgetItem(f"{text} ({say('here already')})" if item.here else text)
            line.setData(Qt.ItemDataRole.UserRole, item.id)
            line.setToolTip(text)
            if item.here:
                line.setFlags(Qt.ItemFlag.NoItemFlags)
            else:
                line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                line.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(line)
        self.form.place(told)
        self.form.place(self.list)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)

    def submit(self) -> None:
        """Lays the ticked items in."""
        lines = [self.list.item(at) for at in range(self.list.count())]
        keys = tuple(
            int(line.data(Qt.ItemDataRole.UserRole)) for line in lines if line.checkState() is Qt.CheckState.Checked
        )
        self.act(self.desk.jobs.do(self, evidence_reuse.lay_in, self._case_id, keys))
