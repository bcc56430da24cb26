"""What goes to the applicant: letters written, papers sent, notified or come back, and until when one may contest."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.delivery import DeliveryStand
from commission_app.services import deliveries, letters, sendables
from commission_app.services.cases import CaseCard
from commission_app.services.deliveries import DeliveryCard, DeliveryForm, DeliveryLine
from commission_app.services.letters import LetterLine
from commission_app.services.sendables import MailDraft, Sendable
from commission_app.ui.cases.tabs.delivery_dialogs import (
    LetterDialog,
    OnDayDialog,
    ReturnDialog,
    SendPaperDialog,
    paper_name,
)
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import News
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.file_copies import open_outside
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.wording.words import word

_TONES = {
    DeliveryStand.UNDER_WAY: ("info", "clock"),
    DeliveryStand.NOTIFIED: ("good", "done"),
    DeliveryStand.RETURNED: ("bad", "back"),
}


class DeliveryPanel(QFrame):
    """One card: the acts on top, then the letters that wait for an answer, then the sendings, the newest first."""

    happened = Signal(object)

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk, self._language, self._case_id = desk, desk.language, case_id
        self._case: CaseCard | None = None
        self.held: DeliveryCard | None = None
        self.buttons: dict[tuple[str, int], QPushButton] = {}
        say = desk.language.say
        title = QLabel(say("Sent to the applicant"), self)
        title.setProperty("role", "title")
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setProperty("role", "soft")
        self.acts = ActButton(desk.language, self)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.acts)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2 * STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addLayout(self._lines)

    def refresh(self, case: CaseCard) -> None:
        """Asks what was sent and what can be sent."""
        self._case = case
        self._desk.jobs.ask(self, deliveries.of_case, self._case_id).then(self._show)

    def send(self, paper: Sendable) -> SendPaperDialog | None:
        """Asks how a paper goes; an e-mail draft opens once the sending is kept."""
        if self.held is None:
            return None
        dialog = SendPaperDialog(self._desk, self._case_id, self.held, paper, self)

        def kept(_: object) -> None:
            self._tell(self._language.say("The sending is kept."))
            if dialog.wants_draft():
                self._draft(dialog.form_value())

        dialog.stored.connect(kept)
        dialog.open()
        return dialog

    def write(self) -> None:
        """Asks for the letter."""
        if self._case is not None:
            dialog = LetterDialog(self._desk, self._case_id, self._case.version, self)
            self._open(dialog, self._language.say("The letter is numbered and kept."))

    def _draft(self, form: DeliveryForm) -> None:
        """A draft in the user's own mail program; the program itself sends nothing."""
        held, say = self.held, self._language.say
        paper = next((one for one in held.papers if one.uid == form.subject_uid), None) if held else None
        if paper is None:
            return
        name = paper_name(say, word(self._language, paper.what), paper.number)
        words = name, say("Please find attached: {paper}.", paper=name)
        to = form.recipient, form.address
        asked = self._desk.jobs.ask(self, sendables.mail_draft, self._case_id, paper.uid, to, words, self._language)
        asked.then(self._open_draft)

    def _open_draft(self, draft: MailDraft) -> None:
        open_outside(self, self._desk, draft.name, draft.data)

    def _show(self, held: DeliveryCard) -> None:
        self.held = held
        language, say = self._language, self._language.say
        if held.contest_until is not None and held.notified_on is not None:
            day, until = language.date(held.notified_on), language.date(held.contest_until)
            self.said.setText(
                say(
                    "The decision counts as notified on {day}; it may be contested until {until}.", day=day, until=until
                )
            )
        elif held.sent:
            self.said.setText("")
        else:
            self.said.setText(say("Nothing has been sent to the applicant yet."))
        self.said.setVisible(bool(self.said.text()))
        self.acts.show_acts(self._offered(held))
        self.buttons = {}
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for letter in held.letters:
            if letter.answer_until is not None:
                self._lines.addWidget(self._awaited(letter))
        for line in held.sent:
            self._lines.addWidget(self._sent(line))

    def _offered(self, held: DeliveryCard) -> list[Offered]:
        say = self._language.say
        gone = {line.paper.uid for line in held.sent if line.paper and line.stand is not DeliveryStand.RETURNED}
        papers = sorted(held.papers, key=lambda paper: (bool(paper.against), paper.uid in gone))
        offered = [
            Offered(
                say("Send {paper} …", paper=paper_name(say, word(self._language, paper.what), paper.number)),
                paper.against,
                partial(self.send, paper),
                "upload",
                aside=paper.uid in gone,
            )
            for paper in papers
        ]
        return [*offered, Offered(say("Write a letter …"), (), self.write, "edit")]

    def _awaited(self, letter: LetterLine) -> QFrame:
        """A letter that asked for something: until when, and whether the answer has come."""
        language, say = self._language, self._language.say
        frame, row = _row(self)
        until = language.date(letter.answer_until) if letter.answer_until else ""
        text = f"{paper_name(say, say('letter'), letter.number)}: {letter.title}"
        row.addLayout(_said(text, say("answer awaited until {day}", day=until)), 1)
        if letter.answered_on is not None:
            row.addWidget(Chip(say("answered on {day}", day=language.date(letter.answered_on)), "good", parent=frame))
        else:
            row.addWidget(Chip(say("answer awaited"), "info", "clock", frame))
            title = say("The answer has come")
            ask = partial(self._on_day, title, letters.answered, (letter.id, letter.version))
            row.addWidget(self._button(say("Answered …"), ("answered", letter.id), ask))
        return frame

    def _sent(self, line: DeliveryLine) -> QFrame:
        """One sending: what, to whom, how, and how far it has come."""
        language, say = self._language, self._language.say
        frame, row = _row(self)
        row.addLayout(_said(*sent_said(language, line)), 1)
        row.addWidget(Chip(word(language, line.stand), *_TONES[line.stand], frame))
        if not line.against_return:
            title = say("Notified on another day")
            ask = partial(self._on_day, title, deliveries.notified, (line.id, line.version))
            row.addWidget(self._button(say("Notified …"), ("notified", line.id), ask))
            row.addWidget(self._button(say("Came back …"), ("returned", line.id), partial(self._back, line)))
        elif line.stand is DeliveryStand.RETURNED and line.paper is not None and not line.sent_again:
            row.addWidget(self._button(say("Send again …"), ("again", line.id), partial(self.send, line.paper)))
        return frame

    def _back(self, line: DeliveryLine) -> None:
        self._open(ReturnDialog(self._desk, line, self), self._language.say("It is kept that the item came back."))

    def _on_day(self, title: str, deed: Callable[..., object], key: tuple[int, int]) -> None:
        self._open(OnDayDialog(self._desk, title, deed, key, self), self._language.say("The day is kept."))

    def _open(self, dialog: FormDialog, told: str) -> None:
        dialog.stored.connect(lambda _: self._tell(told))
        dialog.open()

    def _button(self, text: str, key: tuple[str, int], doing: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon("upload") if key[0] == "again" else icon("edit"), text, self)
        button.clicked.connect(lambda _: doing())
        self.buttons[key] = button
        return button

    def _tell(self, text: str) -> None:
        self.happened.emit(News(text))


def sent_said(language: Language, line: DeliveryLine) -> tuple[str, str]:
    """A sending in words: the paper, and below it how, to whom, when, and what became of it."""
    say = language.say
    paper = paper_name(say, word(language, line.paper.what), line.paper.number) if line.paper else "–"
    parts = [
        say("sent on {day}", day=language.date(line.sent_on)),
        word(language, line.channel) + (f" {line.item_number}" if line.item_number else ""),
        ", ".join(part for part in (line.recipient, line.address) if part),
    ]
    if line.notified_on is not None:
        parts.append(say("notified on {day}", day=language.date(line.notified_on)))
    if line.returned_on is not None and line.return_reason is not None:
        why = word(language, line.return_reason)
        parts.append(say("came back on {day}: {why}", day=language.date(line.returned_on), why=why))
    return paper, " · ".join([*parts, *([line.note] if line.note else [])])


def _row(parent: QWidget) -> tuple[QFrame, QHBoxLayout]:
    frame = QFrame(parent)
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, STEP, 0, STEP)
    row.setSpacing(2 * STEP)
    return frame, row


def _said(text: str, below: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for words, role in ((text, "strong"), (below, "soft")):
        label = QLabel(words)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(label)
    return column
