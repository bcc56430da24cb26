"""What the check of the office found, sentence by sentence, ready to be copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.ui.theme import STEP
from commission_app.wording.sentences import sentence


class FindingsDialog(QDialog):
    """A list of findings; where there are none, the banner of the screen says so instead."""

    def __init__(self, language: Language, findings: Sequence[Refusal], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(language.say("Check of integrity"))
        told = QLabel(
            language.count(
                "{n} thing is not as it should be. Make no further entries before it is looked into.",
                "{n} things are not as they should be. Make no further entries before they are looked into.",
                len(findings),
            ),
            self,
        )
        told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.addItems([sentence(language, finding) for finding in findings])
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(language.say("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda _: QApplication.clipboard().setText("\n".join(self.texts())))
        buttons.addButton(language.say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * STEP, 5 * STEP, 5 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(told)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(640, 420)

    def texts(self) -> list[str]:
        """The findings as they read."""
        return [self.list.item(at).text() for at in range(self.list.count())]
