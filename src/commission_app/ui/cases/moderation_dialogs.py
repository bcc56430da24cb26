"""Draws a sample of scored cases, and notes what the second look at one of them found."""

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.services import moderation
from commission_app.services.moderation import AgreementLine, DrawingForm, SampleLine
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput
from commission_app.ui.widgets.number_edit import NumberEdit

USUAL_SIZE = 5


class DrawDialog(FormDialog):
    """How many cases of a standard and a period are drawn; which ones, chance decides."""

    def __init__(self, desk: Desk, line: AgreementLine, since: date, until: date, parent: QWidget) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Sample for a second look"), say("Draw"), parent)
        self._line, self._since, self._until = line, since, until
        said = QLabel(f"{line.code} {half(language, line.title_lv, line.title_en)}", self)
        said.setWordWrap(True)
        self.column.insertWidget(1, said)
        self.size_ = self.form.add("size", say("Cases to draw"), NumberEdit(language), required=True)
        self.size_.set_value(min(USUAL_SIZE, line.cases))

    def submit(self) -> None:
        """Draws."""
        form = DrawingForm(self._line.standard_id, self._since, self._until, self.size_.whole() or 0)
        self.act(self.desk.jobs.do(self, moderation.draw, form))


class NoteDialog(FormDialog):
    """What the moderator found."""

    def __init__(self, desk: Desk, line: SampleLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Second look at case {number}", number=line.case_number), say("Store"), parent)
        self._line = line
        self.note = self.form.add("note", say("What the second look found"), LongTextInput(lines=5))
        self.note.set_value(line.note)

    def submit(self) -> None:
        """Stores the note."""
        self.act(self.desk.jobs.do(self, moderation.note, self._line.id, self.note.value(), self._line.version))
