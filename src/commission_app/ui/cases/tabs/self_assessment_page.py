"""What the applicant says, typed in by the office: yes, partly or no of each outcome, and a narrative of each unit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from commission_app.rules.vocabulary.evidence import SelfAssessmentLevel
from commission_app.services import self_assessment
from commission_app.services.self_assessment import SelfRow, SelfSheet, SelfUnit
from commission_app.services.submissions import NoteLine
from commission_app.ui.cases.tabs.outcome_levels import OutcomeLevels
from commission_app.ui.cases.tabs.return_notes import ReturnNotes, notes_of_outcome
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.inputs import LongTextInput

LINES = 9


class SelfAssessmentPage(QWidget):
    """Levels are stored at the key; texts when the keyboard leaves them, or with Save."""

    changed = Signal()

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._sheet = SelfSheet((), False)
        self._unit: SelfUnit | None = None
        self._row: SelfRow | None = None
        self._returned: tuple[NoteLine, ...] = ()
        say = desk.language.say
        self.count = QLabel(self)
        self.count.setProperty("role", "soft")
        self.count.setWordWrap(True)
        self.levels = OutcomeLevels(desk.language, self)
        self.unit_title, self.row_title = QLabel(self), QLabel(self)
        for title in (self.unit_title, self.row_title):
            title.setProperty("role", "strong")
            title.setWordWrap(True)
        self.narrative = LongTextInput(
            self, lines=LINES, placeholder=say("Where and how this was learned, and what shows it …")
        )
        self.words = LongTextInput(self, lines=4, placeholder=say("In the applicant's own words …"))
        self.narrative.setAccessibleName(say("Narrative of the unit"))
        self.words.setAccessibleName(say("Words about the outcome"))
        self.save_button = QPushButton(say("Save the texts"), self)
        self.save_button.clicked.connect(lambda _: self.save())
        self.notes = ReturnNotes(desk.language, self)
        self.levels.levelled.connect(self._level)
        self.levels.stood.connect(self._stand)
        self._lay_out()

    def refresh(self) -> None:
        """Asks for the self-assessment again."""
        self._desk.jobs.ask(self, self_assessment.sheet, self._case_id).then(self._show)

    def remind(self, notes: tuple[NoteLine, ...]) -> None:
        """Shows at each outcome what is to be mended of it."""
        self._returned = notes
        left = (note for note in notes if note.outcome_id is not None and not note.settled)
        self.levels.mark_returned({note.outcome_id: note.text for note in left if note.outcome_id is not None})
        self._show_notes()

    def save(self) -> None:
        """Stores the texts that were changed."""
        jobs = self._desk.jobs
        if self._unit is not None and self.narrative.value() != self._unit.narrative and self._sheet.open:
            told = jobs.do(self, self_assessment.narrate, self._case_id, self._unit.unit_id, self.narrative.value())
            told.then(lambda _: self.changed.emit())
        row, text = self._row, self.words.value()
        if row is not None and row.level is not None and text != row.said and self._sheet.open:
            said = jobs.do(self, self_assessment.say, self._case_id, row.outcome_id, row.level, text)
            said.then(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        side = QFrame(self)
        side.setProperty("role", "card")
        column = QVBoxLayout(side)
        column.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        for part in (self.notes, self.unit_title, self.narrative, self.row_title, self.words):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.levels)
        split.addWidget(side)
        split.setSizes([700, 480])
        split.setChildrenCollapsible(False)
        self._desk.memory.follow_splitter("self_assessment", split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.count)
        whole.addWidget(split, 1)

    def _show(self, sheet: SelfSheet) -> None:
        self._sheet = sheet
        language = self._desk.language
        self.levels.show_units(sheet.units, {row.outcome_id: row.level for unit in sheet.units for row in unit.rows})
        self.levels.allow(sheet.open)
        for text in (self.narrative, self.words):
            text.setReadOnly(not sheet.open)
        self.save_button.setVisible(sheet.open)
        said = language.say(
            "The applicant spoke of {answered} of {total} outcomes.", answered=sheet.answered, total=sheet.total
        )
        closed = "" if sheet.open else language.say("The portfolio is closed; the self-assessment is only read now.")
        self.count.setText(f"{said} {closed}".strip())
        self._stand(fresh=True)

    def _stand(self, *, fresh: bool = False) -> None:
        unit = next((one for one in self._sheet.units if one.unit_id == self.levels.unit_id()), None)
        row = self.levels.row()
        if not fresh:
            self.save()
        same_unit = unit is not None and self._unit is not None and unit.unit_id == self._unit.unit_id
        same_row = row is not None and self._row is not None and row.outcome_id == self._row.outcome_id
        typing_unit = same_unit and self._unit is not None and self.narrative.value() != self._unit.narrative
        typing_row = same_row and self._row is not None and self.words.value() != self._row.said
        self._unit, self._row = unit, row
        self._show_notes()
        language = self._desk.language
        if unit is not None:
            self.unit_title.setText(f"{unit.code} {half(language, unit.title_lv, unit.title_en)}")
            if not typing_unit:
                self.narrative.set_value(unit.narrative)
        # Words belong to a yes, partly or no: without one there is nothing to explain.
        self.words.setVisible(row is not None and row.level is not None)
        self.row_title.setVisible(row is not None)
        if row is not None:
            self.row_title.setText(f"{row.code} {half(language, row.text_lv, row.text_en)}")
            if not typing_row:
                self.words.set_value(row.said)

    def _show_notes(self) -> None:
        self.notes.show_notes(notes_of_outcome(self._returned, self._row.outcome_id if self._row else None))

    def _level(self, rows: tuple[SelfRow, ...], level: SelfAssessmentLevel | None) -> None:
        keys = tuple(row.outcome_id for row in rows)
        self._desk.jobs.do(self, self_assessment.assess, self._case_id, keys, level).then(lambda _: self.changed.emit())
