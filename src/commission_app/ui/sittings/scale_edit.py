"""The table of one exam from marks to points, typed mark by mark; what is wrong is said while it is typed."""

import json
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from commission_app.errors import Refusal, RefusedError
from commission_app.i18n import Language
from commission_app.rules.exam import ExamScale
from commission_app.rules.quantities import MARKS
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.inputs import Input
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.marks import mark_word
from commission_app.wording.sentences import sentence

_ACROSS = 5


class ScaleEdit(QFrame, Input):
    """Ten small fields; an empty one is a mark that is not given."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._most: Callable[[], int | None] = lambda: None
        self.marks = {mark: NumberEdit(language, self, highest=1000) for mark in MARKS}
        self._wrong = QLabel(self)
        self._wrong.setProperty("role", "error")
        self._wrong.setWordWrap(True)
        grid = QGridLayout()
        grid.setSpacing(2 * STEP)
        for at, (mark, field) in enumerate(self.marks.items()):
            name = QLabel(f"{mark} · {mark_word(language, mark)}", self)
            name.setProperty("role", "small")
            field.setAccessibleName(name.text())
            field.edited.connect(self._typed)
            row, column = 2 * (at // _ACROSS), at % _ACROSS
            grid.addWidget(name, row, column)
            grid.addWidget(field, row + 1, column)
            grid.setColumnStretch(column, 1)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.addLayout(grid)
        column_box.addWidget(self._wrong)
        self.setFocusProxy(self.marks[MARKS.start])
        self._wrong.hide()

    def hear(self, most: Callable[[], int | None]) -> None:
        """Where the most points of the exam are asked for."""
        self._most = most

    def value(self) -> dict[int, int] | None:
        """The least points of each mark that is given."""
        found = {mark: field.whole() for mark, field in self.marks.items()}
        return {mark: points for mark, points in found.items() if points is not None} or None

    def set_value(self, value: object) -> None:
        """Shows a scale."""
        shown = value if isinstance(value, dict) else {}
        for mark, field in self.marks.items():
            field.set_value(shown.get(mark))
        self.say_again()

    def draft(self) -> str:
        """The texts as typed."""
        typed = {str(mark): field.draft() for mark, field in self.marks.items() if field.draft()}
        return json.dumps(typed) if typed else ""

    def set_draft(self, text: str) -> None:
        """Shows the texts as they were typed."""
        typed = json.loads(text) if text else {}
        for mark, field in self.marks.items():
            field.set_draft(typed.get(str(mark), ""))

    def refusal(self) -> Refusal | None:
        """What cannot be read, or what the rule of the scale has against it."""
        for field in self.marks.values():
            wrong = field.refusal()
            if wrong is not None:
                return wrong
        try:
            scale = ExamScale.of(self.value() or {})
            most = self._most()
            if most is not None:
                scale.check_reachable(most)
        except RefusedError as trouble:
            return trouble.refusal
        return None

    def say_again(self) -> None:
        """Says what is wrong with the scale as it stands; nothing while it is empty."""
        wrong = self.refusal() if self.value() is not None else None
        self._wrong.setText("" if wrong is None else sentence(self._language, wrong))
        self._wrong.setVisible(wrong is not None)

    def fields(self) -> tuple[QLineEdit, ...]:
        """The ten fields."""
        return tuple(self.marks.values())

    def _typed(self) -> None:
        self.say_again()
        self.edited.emit()
