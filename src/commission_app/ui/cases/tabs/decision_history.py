"""How a decision came to its words: who changed what and when, what stood there and what stands there now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from commission_app.services import history
from commission_app.services.decision_cards import DecisionCard
from commission_app.services.history import ActLine
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.acts_tree import ActsTree


class DecisionHistoryDialog(QDialog):
    """The acts upon one decision, newest first, with every changed field unfolded."""

    def __init__(self, desk: Desk, held: DecisionCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        say = desk.language.say
        self.setWindowTitle(say("History of decision {number}", number=held.number))
        told = QLabel(
            say("Until the signature the text is mended freely; every earlier wording stays here."),
            self,
        )
        told.setProperty("role", "soft")
        told.setWordWrap(True)
        self.tree = ActsTree(desk.language, self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for widget in (told, self.tree, buttons):
            column.addWidget(widget)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 110, figure * 50)
        desk.jobs.ask(self, history.of_subject, held.uid).then(self._show)

    def _show(self, acts: tuple[ActLine, ...]) -> None:
        self.tree.show_acts(acts)
        self.tree.expandAll()
        self.tree.setFocus()
