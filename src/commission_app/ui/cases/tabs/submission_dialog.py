"""The portfolio goes back: notes about the whole, about items and about outcomes, and a day for the answer."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QWidget

from commission_app.services import evidence, self_assessment, submissions
from commission_app.services.cases import CaseCard
from commission_app.services.evidence import ItemLine
from commission_app.services.self_assessment import SelfSheet
from commission_app.services.submissions import Note
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput

LINES = 5


class SendBackDialog(FormDialog):
    """Several notes are gathered; what is still being typed counts as the last of them."""

    def __init__(self, desk: Desk, card: CaseCard, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, say("Send the portfolio of {number} back", number=card.number), say("Send back"), parent)
        self._card = card
        self._notes: list[Note] = []
        self._names: dict[object, str] = {}
        self.about = self.form.add("about", say("What the note is about"), Choice(self, searchable=True))
        self.text = self.form.add("text", say("What is to be mended"), LongTextInput(self, lines=3))
        self.more = QPushButton(icon("plus"), say("Add the note"), self)
        self.more.clicked.connect(lambda _: self.gather())
        self.listed = QListWidget(self)
        self.listed.setWordWrap(True)
        self.listed.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 12)
        self.listed.setAccessibleName(say("Notes"))
        row = QWidget(self)
        side = QHBoxLayout(row)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.more)
        side.addStretch(1)
        self.listed.hide()
        self.form.place(row)
        self.form.place(self.listed)
        self.answer = self.form.add(
            "answer_by",
            say("Answer by"),
            DateEdit(desk.language, self),
            help_text=say("The portfolio is open again; submit it once more when it is mended."),
        )
        self._offer((), SelfSheet((), True))
        desk.jobs.ask(self, evidence.portfolio, card.id).then(self._offer_items)

    def gather(self) -> None:
        """The note typed joins the others."""
        note = self._typed()
        if note is None:
            self.text.setFocus()
            return
        self._notes.append(note)
        self.listed.addItem(f"{self._names[self.about.value()]}: {note.text}")
        self.listed.show()
        self.fit()
        self.text.set_value("")
        self.text.setFocus()

    def submit(self) -> None:
        """Sends the portfolio back."""
        last = self._typed()
        notes = (*self._notes, *((last,) if last else ()))
        card = self._card
        self.act(self.desk.jobs.do(self, submissions.send_back, card.id, card.version, notes, self.answer.value()))

    def _typed(self) -> Note | None:
        text = self.text.value()
        if not text:
            return None
        about = self.about.value()
        return replace(about, text=text) if isinstance(about, Note) else Note(text)

    def _offer_items(self, items: tuple[ItemLine, ...]) -> None:
        asked = self.desk.jobs.ask(self, self_assessment.sheet, self._card.id)
        asked.then(lambda sheet: self._offer(items, sheet))

    def _offer(self, items: tuple[ItemLine, ...], sheet: SelfSheet) -> None:
        options: list[tuple[object, str]] = [(Note(""), self.language.say("The whole portfolio"))]
        options += [(Note("", item.id), f"P{item.position} {item.form.title}") for item in items if item.active]
        options += [
            (Note("", None, row.outcome_id), f"{row.code} {half(self.language, row.text_lv, row.text_en)}")
            for unit in sheet.units
            for row in unit.rows
        ]
        self._names = dict(options)
        self.about.offer(options)
        self.form.mark_clean()
