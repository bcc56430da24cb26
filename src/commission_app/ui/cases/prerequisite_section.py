"""What must come before a recognition: each requirement with how far it is met and by which document."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.rules.vocabulary.case import PrerequisiteState
from commission_app.services import prerequisites
from commission_app.services.prerequisites import PrerequisiteForm, PrerequisiteRow
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.wording.words import word

TONES = {
    PrerequisiteState.ACQUIRED: "good",
    PrerequisiteState.IN_PROGRESS: "info",
    PrerequisiteState.MISSING: "bad",
}


class PrerequisiteSection(QWidget):
    """A line for each requirement, with settling and taking out; below, the button that adds another."""

    stored = Signal()

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._case_id = desk, case_id
        say = desk.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP, 0, 0)
        column.setSpacing(STEP)
        heading = QLabel(say("Required before"), self)
        heading.setProperty("role", "label")
        column.addWidget(heading)
        self.none = QLabel(say("The standard requires nothing before."), self)
        self.none.setProperty("role", "soft")
        self.none.setWordWrap(True)
        self.none.hide()
        column.addWidget(self.none)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(STEP)
        column.addLayout(self._rows)
        self.add = QPushButton(say("Add a requirement …"), self)
        self.add.clicked.connect(lambda _: self._open(PrerequisiteDialog(desk, case_id, self)))
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.settles: list[QPushButton] = []
        self.removes: list[QPushButton] = []

    def refresh(self) -> None:
        """Asks what is required and how far it is met."""
        self._desk.jobs.ask(self, prerequisites.of_case, self._case_id).then(self._show)

    def texts(self) -> list[str]:
        """What the lines say."""
        return [label.text() for label in self.findChildren(QLabel) if label.isVisible() and label.text()]

    def _show(self, rows: tuple[PrerequisiteRow, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.settles, self.removes = [], []
        self.none.setVisible(not rows)
        for row in rows:
            self._rows.addWidget(self._line(row))

    def _line(self, row: PrerequisiteRow) -> QWidget:
        say, language = self._desk.language.say, self._desk.language
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, STEP)
        column.setSpacing(STEP)
        for text, role in ((row.text, ""), (row.note, "small")):
            if text:
                label = QLabel(text, line)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                label.setProperty("role", role)
                column.addWidget(label)
        deeds = QHBoxLayout()
        if row.state is None:
            deeds.addWidget(Chip(say("not looked at"), "warn", parent=line))
        else:
            deeds.addWidget(Chip(word(language, row.state), TONES[row.state], parent=line))
        settle = QPushButton(say("Settle …"), line)
        settle.setAccessibleName(f"{settle.text()} {row.text}")
        settle.clicked.connect(lambda _: self._open(PrerequisiteDialog(self._desk, self._case_id, self, row=row)))
        deeds.addWidget(settle)
        self.settles.append(settle)
        if row.id is not None and row.version is not None:
            key, seen = row.id, row.version
            out = QPushButton(say("Take out"), line)
            out.setAccessibleName(f"{out.text()} {row.text}")
            out.clicked.connect(lambda _: self._take_out(key, seen))
            deeds.addWidget(out)
            self.removes.append(out)
        deeds.addStretch(1)
        column.addLayout(deeds)
        return line

    def _take_out(self, key: int, seen: int) -> None:
        self._desk.jobs.do(self, prerequisites.take_out, key, seen).then(lambda _: self._stored())

    def _open(self, dialog: FormDialog) -> None:
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.refresh()
        self.stored.emit()


class PrerequisiteDialog(FormDialog):
    """How far a requirement is met, and by which document; one of the office's own is worded here too."""

    def __init__(
        self, desk: Desk, case_id: int, parent: QWidget | None = None, *, row: PrerequisiteRow | None = None
    ) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Required before"), say("Save"), parent)
        self._case_id, self._row = case_id, row
        add, form = self.form.add, self.form
        self.worded = row is None or not row.asked
        if self.worded:
            add("text", say("What is required"), LongTextInput(form, lines=2), required=True)
        else:
            assert row is not None
            told = QLabel(row.text, form)
            told.setWordWrap(True)
            told.setTextFormat(Qt.TextFormat.PlainText)
            form.place(told)
        add("state", say("How far"), Choice(form).offer_words(language, PrerequisiteState), required=True)
        add("note", say("Document"), TextInput(form, placeholder=say("certificate No. …, date, who issued it")))
        said = {"state": row.state if row is not None and row.state else PrerequisiteState.ACQUIRED}
        form.load({**said, "note": row.note if row is not None else ""})
        if row is not None and self.worded:
            form.load({"text": row.text})
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 68)
        self.fit()

    def submit(self) -> None:
        """Stores what was said."""
        values = self.form.values()
        text = str(values["text"]) if self.worded else self._row.text if self._row is not None else ""
        form = PrerequisiteForm(text, cast(PrerequisiteState, values["state"]), str(values["note"]))
        key, seen = (self._row.id, self._row.version) if self._row is not None else (None, None)
        self.act(self.desk.jobs.do(self, prerequisites.settle, self._case_id, key, seen, form))
