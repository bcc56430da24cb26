"""The window of a mistake of ours: says so plainly and gives a report that can be copied."""

from typing import ClassVar

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from commission_app.i18n import Language


class BugReport(QDialog):
    """One report at a time: a mistake that repeats itself must not bury the screen in windows."""

    _open: ClassVar["BugReport | None"] = None

    def __init__(self, language: Language, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(language.say("A mistake in the program"))
        said = QLabel(
            language.say(
                "The program made a mistake; what you did last was not stored, everything before it is safe. "
                "Please copy this report and send it to whoever looks after the program."
            ),
            self,
        )
        said.setWordWrap(True)
        self._text = QPlainTextEdit(text, self)
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(language.say("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        close = buttons.addButton(language.say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(said)
        column.addWidget(self._text, 1)
        column.addWidget(buttons)
        self.resize(720, 420)

    @classmethod
    def show_once(cls, language: Language, text: str) -> "BugReport":
        """Shows the report, or adds it to the one that is already open."""
        standing = cls._open
        if standing is not None and isValid(standing) and standing.isVisible():
            standing._text.appendPlainText("\n" + text)
            return standing
        cls._open = cls(language, text, QApplication.activeWindow())
        cls._open.show()
        return cls._open

    def text(self) -> str:
        """The report."""
        return self._text.toPlainText()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text())
