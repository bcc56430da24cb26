"""What must come before a recognition: each requirement with how far it is met and by which document."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.rules.vocabulary.case import PrerequisiteState
from commission_app.services import prerequisites
from commission_app.services.prerequisites import PrerequisiteForm, PrerequisiteRow
from commission_app.ui.cases.lines_section import LinesSection
from commission_app.ui.desk import Desk
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


class PrerequisiteSection(LinesSection[PrerequisiteRow]):
    """A line for each requirement, with settling and taking out; below, the button that adds another."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, case_id, say("Add a requirement …"), parent)
        heading = QLabel(say("Required before"), self)
        heading.setProperty("role", "label")
        self.none = QLabel(say("The standard requires nothing before."), self)
        self.none.setProperty("role", "soft")
        self.none.setWordWrap(True)
        self.none.hide()
        for at, label in enumerate((heading, self.none)):
            self._column.insertWidget(at, label)
        self.settles: list[QPushButton] = []
        self.removes: list[QPushButton] = []

    def refresh(self) -> None:
        """Asks what is required and how far it is met."""
        self._desk.jobs.ask(self, prerequisites.of_case, self._case_id).then(self._show)

    def dialog(self, row: PrerequisiteRow | None) -> FormDialog:
        """How far a requirement is met."""
        return PrerequisiteDialog(self._desk, self._case_id, self, row=row)

    def line(self, row: PrerequisiteRow) -> QWidget:
        """The requirement, how far it is met, and by which document."""
        say, language = self._desk.language.say, self._desk.language
        line, column = self._begin_line()
        for text, role in ((row.text, ""), (row.note, "small")):
            if text:
                self._say(column, text, role)
        deeds = QHBoxLayout()
        if row.state is None:
            deeds.addWidget(Chip(say("not looked at"), "warn", parent=line))
        else:
            deeds.addWidget(Chip(word(language, row.state), TONES[row.state], parent=line))
        settle = QPushButton(say("Settle …"), line)
        settle.setAccessibleName(f"{settle.text()} {row.text}")
        settle.clicked.connect(lambda _: self._open(self.dialog(row)))
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

    def _show(self, rows: Sequence[PrerequisiteRow]) -> None:
        self.settles, self.removes = [], []
        self.none.setVisible(not rows)
        super()._show(rows)

    def _take_out(self, key: int, seen: int) -> None:
        self._desk.jobs.do(self, prerequisites.take_out, key, seen).then(lambda _: self._stored())


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
