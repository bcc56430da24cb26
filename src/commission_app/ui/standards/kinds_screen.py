"""The five kinds of Latvian programmes against the criteria of the microcredential: edited line by line, printed."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from commission_app.i18n import Language, capital
from commission_app.rules import conformity_matrix
from commission_app.rules.conformity import ConformitySheet, Judged, Measured
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import Conformity, ProgrammeKind
from commission_app.services import programme_papers, programme_reviews
from commission_app.services.programme_reviews import KindCard
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Crumb, Place
from commission_app.ui.promises import Promise
from commission_app.ui.screen import Screen
from commission_app.ui.standards.judging import JudgeDialog, MeterTable, show_total
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.paper_buttons import print_buttons, show_when_made
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.words import word


class KindsScreen(Screen):
    """The shipped values of the study stand until the institution judges a line itself; Enter judges."""

    watches = frozenset({"microcredential"})
    help_topic = "standards"
    rail = "standards"

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk, place)
        say = desk.language.say
        self.cards: dict[ProgrammeKind, KindCard] = {}
        self.kinds = Segments(self).offer(
            ((kind, capital(word(desk.language, kind)), "") for kind in ProgrammeKind), across=3
        )
        self.kinds.set_value(ProgrammeKind.COURSES)
        self.kinds.chosen.connect(lambda _: self._show_kind())
        self.chip, self.counted, self.origin = Chip(parent=self), QLabel(self), QLabel(self)
        for label in (self.counted, self.origin):
            label.setProperty("role", "soft")
            label.setWordWrap(True)
        self.table = MeterTable(desk.language, self)
        self.table.opened.connect(self._judge)
        self.judging = QPushButton(icon("edit"), say("Judge …"), self)
        self.judging.clicked.connect(lambda _: self._judge(self.table.current() or self.table.rows()[0]))
        self.back = QPushButton(say("Take the shipped values …"), self)
        self.back.clicked.connect(lambda _: self._take_shipped())
        self._lay_out()

    def title(self) -> str:
        """What the screen is called."""
        return self.language.say("Kinds of programmes")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The library stands above."""
        return ((self.language.say("Standards"), Place("standards")),)

    def refresh(self) -> None:
        """Asks for the sheets again."""
        self.jobs.ask(self, programme_reviews.kinds).then(self._show)

    def focus_first(self) -> None:
        """Puts the keyboard on the kinds."""
        self.kinds.focus_first()

    def current(self) -> KindCard | None:
        """The sheet that is shown."""
        kind = self.kinds.value()
        return self.cards.get(kind) if isinstance(kind, ProgrammeKind) else None

    def _show(self, cards: tuple[KindCard, ...]) -> None:
        self.cards = {card.kind: card for card in cards}
        self._show_kind()

    def _show_kind(self) -> None:
        card, say = self.current(), self.language.say
        if card is None:
            return
        self.table.show_rows(card.meter.rows)
        show_total(self.language, self.chip, self.counted, card.meter)
        self.back.setVisible(card.reviewed_on is not None)
        if card.reviewed_on is None:
            text = say(
                "Values of a study of 2022; the steps are read off its words, and what cannot be read for certain is "
                "left open. They are where to begin: judge them for your institution."
            )
        else:
            text = say(
                "Judged by the institution: {name}, {day}.",
                name=card.reviewed_by,
                day=self.language.date(card.reviewed_on),
            )
        self.origin.setText(text)

    def _judge(self, row: Measured) -> None:
        card = self.current()
        if card is None:
            return
        cell = card.sheet.of(row.criterion)

        def keep(step: StrEnum | None, note: Said) -> Promise[None]:
            judged = Judged(row.criterion, step if isinstance(step, Conformity) else None, note)
            others = tuple(one for one in card.sheet.cells if one.criterion is not row.criterion)
            return self._keep(card, replace(card.sheet, cells=(*others, judged)))

        dialog = JudgeDialog(
            self.desk,
            capital(word(self.language, row.criterion)),
            tuple(Conformity),
            (cell.step, cell.note),
            keep,
            self,
            empty=self.language.say("left open"),
            about=row.criterion.value,
        )
        dialog.stored.connect(self._again)
        dialog.open()

    def _take_shipped(self) -> None:
        card, say = self.current(), self.language.say
        if card is None:
            return
        question = say("Put the values of the study in place of yours for this kind?")
        if confirm(self, self.language, question, say("Take the shipped values")):
            self._keep(card, conformity_matrix.shipped(card.kind)).then(self._again)

    def _keep(self, card: KindCard, sheet: ConformitySheet) -> Promise[None]:
        return self.jobs.do(self, programme_reviews.judge_kind, replace(sheet, kind=card.kind), card.version)

    def _again(self, _stored: object = None) -> None:
        self.tell(self.language.say("The judgement is stored."))
        self.refresh()

    def _print(self, language: Language) -> None:
        title = self.language.say("Kinds of programmes")

        show_when_made(self, self.desk, title, self.jobs.ask(self, programme_papers.matrix, language))

    def _lay_out(self) -> None:
        say = self.language.say
        heading = QLabel(say("Kinds of programmes"), self)
        heading.setProperty("role", "display")
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(heading, 1)
        top.addWidget(self.back)
        top.addWidget(self.judging)
        for button in print_buttons(self, self.language, self._print).values():
            top.addWidget(button)
        total = QHBoxLayout()
        total.setSpacing(2 * STEP)
        total.addWidget(self.chip)
        total.addWidget(self.counted, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.kinds)
        self.body.addLayout(total)
        self.body.addWidget(self.origin)
        self.body.addWidget(self.table, 1)
