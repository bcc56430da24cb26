"""The conformity of a programme: its kind, the criteria with their steps, the total, and its paper."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language, capital
from commission_app.rules.conformity import ConformitySheet, Judged, Measured
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import Conformity, ProgrammeKind
from commission_app.services import programme_papers, programme_reviews
from commission_app.services.programme_reviews import ProgrammeMeter
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.promises import Promise
from commission_app.ui.standards.judging import JudgeDialog, MeterTable, show_total
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.paper_buttons import print_buttons, show_when_made
from commission_app.wording.words import word


class ConformityPanel(QWidget):
    """What nobody judged is computed from the data, or is as for the kind; Enter on a line judges it."""

    happened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._language = desk, desk.language
        self._edition_id: int | None = None
        self.card: ProgrammeMeter | None = None
        say = desk.language.say
        self.kind = Choice(self).offer_words(desk.language, ProgrammeKind, empty=say("not settled"))
        self.kind.setAccessibleName(say("Kind of the programme"))
        self.kind.edited.connect(self._settle_kind)
        self.chip, self.counted = Chip(parent=self), QLabel(self)
        self.counted.setProperty("role", "soft")
        self.counted.setWordWrap(True)
        self.table = MeterTable(desk.language, self)
        self.table.opened.connect(self._judge)
        self.judging = QPushButton(icon("edit"), say("Judge …"), self)
        self.judging.clicked.connect(lambda _: self._judge(self.table.current() or self.table.rows()[0]))
        self._lay_out()

    def show_edition(self, edition_id: int) -> None:
        """Asks for the meter of an edition."""
        self._edition_id = edition_id
        self._desk.jobs.ask(self, programme_reviews.of_edition, edition_id).then(self._show)

    def _show(self, card: ProgrammeMeter) -> None:
        self.card = card
        self.kind.set_value(card.own.kind)
        self.table.show_rows(card.meter.rows)
        show_total(self._language, self.chip, self.counted, card.meter)

    def _settle_kind(self) -> None:
        chosen = self.kind.value()
        if self.card is not None:
            kind = chosen if isinstance(chosen, ProgrammeKind) else None
            self._keep(replace(self.card.own, kind=kind)).then(self._again)

    def _judge(self, row: Measured) -> None:
        card = self.card
        if card is None:
            return
        cell = card.own.of(row.criterion)

        def keep(step: StrEnum | None, note: Said) -> Promise[None]:
            judged = Judged(row.criterion, step if isinstance(step, Conformity) else None, note)
            others = tuple(one for one in card.own.cells if one.criterion is not row.criterion)
            return self._keep(replace(card.own, cells=(*others, judged)))

        said = word(self._language, row.criterion)
        dialog = JudgeDialog(
            self._desk,
            capital(said),
            tuple(Conformity),
            (cell.step, cell.note),
            keep,
            self,
            empty=self._language.say("as the data say"),
            about=row.criterion.value,
        )
        dialog.stored.connect(self._again)
        dialog.open()

    def _keep(self, sheet: ConformitySheet) -> Promise[None]:
        card = self.card
        assert card is not None
        return self._desk.jobs.do(self, programme_reviews.judge, card.edition_id, sheet, card.version)

    def _again(self, _stored: object = None) -> None:
        self.happened.emit(self._language.say("The judgement is stored."))
        if self._edition_id is not None:
            self.show_edition(self._edition_id)

    def _print(self, language: Language) -> None:
        card = self.card
        if card is None:
            return
        title = self._language.say("Conformity of the programme")

        show_when_made(
            self, self._desk, title, self._desk.jobs.ask(self, programme_papers.programme, card.edition_id, language)
        )

    def _lay_out(self) -> None:
        say = self._language.say
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        label = QLabel(say("Kind of the programme"), self)
        label.setProperty("role", "label")
        label.setBuddy(self.kind)
        top.addWidget(label)
        top.addWidget(self.kind)
        top.addStretch(1)
        top.addWidget(self.judging)
        for button in print_buttons(self, self._language, self._print).values():
            top.addWidget(button)
        total = QHBoxLayout()
        total.setSpacing(2 * STEP)
        total.addWidget(self.chip)
        total.addWidget(self.counted, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(top)
        column.addLayout(total)
        column.addWidget(self.table, 1)
