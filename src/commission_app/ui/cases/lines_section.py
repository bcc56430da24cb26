"""A part of a case's page that is a few lines with their buttons, and a button below that adds another."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.form_dialog import FormDialog

R = TypeVar("R")


class LinesSection(QWidget, Generic[R]):
    """What a line says, what it is asked with and what adds one is each section's own."""

    stored = Signal()

    def __init__(self, desk: Desk, case_id: int, adding: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._case_id = desk, case_id
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, STEP, 0, 0)
        self._column.setSpacing(STEP)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(STEP)
        self._column.addLayout(self._rows)
        self.add = QPushButton(adding, self)
        self.add.clicked.connect(lambda _: self._open(self.dialog(None)))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Asks for the lines; each section has its own question."""
        raise NotImplementedError

    def dialog(self, row: R | None) -> FormDialog:
        """The form of a line, or of a new one; each section has its own."""
        raise NotImplementedError

    def line(self, row: R) -> QWidget:
        """A line with its buttons; each section has its own."""
        raise NotImplementedError

    def texts(self) -> list[str]:
        """What the lines say."""
        return [label.text() for label in self.findChildren(QLabel) if not label.isHidden() and label.text()]

    def _show(self, rows: Sequence[R]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row in rows:
            self._rows.addWidget(self.line(row))

    def _begin_line(self) -> tuple[QWidget, QVBoxLayout]:
        """A line without words yet."""
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, STEP)
        column.setSpacing(STEP)
        return line, column

    def _say(self, column: QVBoxLayout, text: str, role: str = "") -> None:
        """Words of a line, as long as they are."""
        label = QLabel(text, column.parentWidget())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        column.addWidget(label)

    def _open(self, dialog: FormDialog) -> None:
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.refresh()
        self.stored.emit()
