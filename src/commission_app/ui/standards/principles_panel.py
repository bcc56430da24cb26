"""The ten principles of a programme: a check list that is answered line by line and printed."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.conformity import Kept, PrinciplesSheet
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import Principle, PrincipleAnswer
from commission_app.services import programme_papers, programme_reviews
from commission_app.services.programme_reviews import PrinciplesCard
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.promises import Promise
from commission_app.ui.standards.judging import JudgeDialog
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.paper_buttons import print_buttons, show_when_made
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.conformity import noted
from commission_app.wording.words import word

_TONES = {PrincipleAnswer.YES: "good", PrincipleAnswer.PARTLY: "warn", PrincipleAnswer.NO: "bad"}


class PrinciplesPanel(QWidget):
    """Enter on a line answers it."""

    happened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._language = desk, desk.language
        self._edition_id: int | None = None
        self.card: PrinciplesCard | None = None
        say = desk.language.say
        self.counted = QLabel(self)
        self.counted.setProperty("role", "soft")
        self.table = RowsTable(_columns(desk.language), self)
        self.table.opened.connect(self._answer)
        self.answering = QPushButton(icon("edit"), say("Answer …"), self)
        self.answering.clicked.connect(lambda _: self._answer(self.table.current() or self.table.rows()[0]))
        self._lay_out()

    def show_edition(self, edition_id: int) -> None:
        """Asks for the check list of an edition."""
        self._edition_id = edition_id
        self._desk.jobs.ask(self, programme_reviews.principles, edition_id).then(self._show)

    def _show(self, card: PrinciplesCard) -> None:
        self.card = card
        rows = tuple(card.sheet.of(principle) for principle in Principle)
        self.table.show_rows(rows)
        answered = sum(row.answer is not None for row in rows)
        kept = sum(row.answer is PrincipleAnswer.YES for row in rows)
        text = self._language.say("{kept} kept, {answered} of {all} answered", kept=kept, answered=answered, all=10)
        if card.reviewed_on is not None:
            day = self._language.date(card.reviewed_on)
            text = f"{text} · {self._language.say('{name}, {day}', name=card.reviewed_by, day=day)}"
        self.counted.setText(text)

    def _answer(self, row: Kept) -> None:
        card = self.card
        if card is None:
            return

        def keep(answer: StrEnum | None, note: Said) -> Promise[None]:
            kept = Kept(row.principle, answer if isinstance(answer, PrincipleAnswer) else None, note)
            others = tuple(one for one in card.sheet.answers if one.principle is not row.principle)
            sheet = PrinciplesSheet((*others, kept))
            return self._desk.jobs.do(self, programme_reviews.answer, card.edition_id, sheet, card.version)

        dialog = JudgeDialog(
            self._desk,
            word(self._language, row.principle),
            tuple(PrincipleAnswer),
            (row.answer, row.note),
            keep,
            self,
            empty=self._language.say("not answered"),
            about=row.principle.value,
        )
        dialog.stored.connect(self._again)
        dialog.open()

    def _again(self, _stored: object = None) -> None:
        self.happened.emit(self._language.say("The answer is stored."))
        if self._edition_id is not None:
            self.show_edition(self._edition_id)

    def _print(self, language: Language) -> None:
        card = self.card
        if card is None:
            return
        title = self._language.say("Ten principles")

        show_when_made(
            self, self._desk, title, self._desk.jobs.ask(self, programme_papers.principles, card.edition_id, language)
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self.counted, 1)
        top.addWidget(self.answering)
        for button in print_buttons(self, self._language, self._print).values():
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(top)
        column.addWidget(self.table, 1)


def _columns(language: Language) -> Sequence[Column[Kept]]:
    say = language.say

    def answered(row: Kept) -> State:
        if row.answer is None:
            return State(say("not answered"), "neutral")
        return State(word(language, row.answer), _TONES[row.answer])

    return (
        Column("principle", say("Principle"), lambda row: word(language, row.principle), width_hint=26),
        Column("answer", say("Is it kept"), answered, width_hint=22),
        Column(
            "note",
            say("How"),
            lambda row: noted(language, row.note),
            width_hint=30,
            stretch=True,
            tooltip=lambda row: noted(language, row.note),
        ),
    )
