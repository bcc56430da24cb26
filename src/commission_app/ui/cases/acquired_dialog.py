"""What a person has acquired and what is missing, in a window of its own over the person's page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from commission_app.services import stackability, stackability_papers
from commission_app.ui.cases.acquired_panel import AcquiredPanel
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.theme import STEP


class AcquiredDialog(QDialog):
    """The same tree as on a case, for everything the person ever asked for."""

    go = Signal(object)

    def __init__(self, desk: Desk, person_id: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.language.say
        self.setWindowTitle(say("Acquired and missing, {name}", name=name))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = AcquiredPanel(
            desk, lambda language: desk.jobs.ask(self, stackability_papers.of_person, person_id, language), self
        )
        self.panel.go.connect(self._gone)
        buttons = QDialogButtonBox(self)
        buttons.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.addWidget(self.panel, 1)
        column.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 140, self.fontMetrics().height() * 32)
        desk.jobs.ask(self, stackability.of_person, person_id).then(self.panel.show_card)

    def _gone(self, place: Place) -> None:
        self.go.emit(place)
        self.accept()
