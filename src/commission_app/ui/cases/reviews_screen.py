"""The queue of verifications over all open cases: who verifies which unit, how, and by when."""

from typing import ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from commission_app.rules.vocabulary.scoring import ReviewState
from commission_app.services import unit_reviews
from commission_app.services.unit_reviews import QueueLine
from commission_app.ui.cases.tabs.review_words import STATE_TONES
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class ReviewsScreen(Screen):
    """The earliest planned first; Enter opens the case at its verifications."""

    watches: ClassVar[frozenset[str]] = frozenset({"score", "case"})
    help_topic: ClassVar[str] = "sittings"
    rail: ClassVar[str] = "sittings"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.lines: tuple[QueueLine, ...] = ()
        self.state = Choice(self).offer_words(desk.language, ReviewState, empty=say("All states"))
        self.reviewer = Choice(self).offer((), empty=say("All reviewers"))
        for choice in (self.state, self.reviewer):
            choice.currentIndexChanged.connect(lambda _: self._filter())
        self.state.setAccessibleName(say("State"))
        self.reviewer.setAccessibleName(say("Reviewer"))
        self.copy = QPushButton(say("Copy the list"), self)
        self.copy.clicked.connect(lambda _: self._copied())
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(self._open)
        self.none = EmptyState(say("No verification is planned in an open case."), parent=self)
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self.state)
        top.addWidget(self.reviewer)
        top.addStretch(1)
        top.addWidget(self.copy)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.none, 1)

    def title(self) -> str:
        """What is listed."""
        return self.language.say("Verifications")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The sittings stand above."""
        return ((self.language.say("Sittings"), Place("sittings")),)

    def refresh(self) -> None:
        """Asks for the queue again."""
        self.jobs.ask(self, unit_reviews.queue).then(self._show)

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.table.setFocus()

    def _show(self, lines: tuple[QueueLine, ...]) -> None:
        self.lines = lines
        names = sorted({line.reviewer for line in lines if line.reviewer})
        self.reviewer.offer(((name, name) for name in names), empty=self.language.say("All reviewers"))
        self._filter()

    def _filter(self) -> None:
        state, reviewer = self.state.value(), self.reviewer.value()
        shown = [line for line in self.lines if state in (None, line.state) and reviewer in (None, line.reviewer)]
        self.table.show_rows(shown)
        self.table.setVisible(bool(shown))
        self.none.setVisible(not shown)
        self.copy.setEnabled(bool(shown))

    def _copied(self) -> None:
        titles = [column.title for column in self._columns()]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in [titles, *self.table.texts()]))
        self.tell(self.language.say("The list is copied."))

    def _open(self, line: object) -> None:
        if isinstance(line, QueueLine):
            self.go.emit(Place("case", line.case_id, "reviews"))

    def _columns(self) -> list[Column[QueueLine]]:
        language = self.language
        say = language.say

        def unit(line: QueueLine) -> str:
            return f"{line.unit_code} {half(language, line.title_lv, line.title_en)}"

        def state(line: QueueLine) -> State:
            return State(word(language, line.state), STATE_TONES[line.state])

        return [
            Column(
                "planned", say("Planned on"), lambda line: language.date(line.planned_on) if line.planned_on else ""
            ),
            Column("case", say("Case"), lambda line: f"{line.case_number} {line.applicant}"),
            Column("unit", say("Course or module"), unit, stretch=True),
            Column("route", say("Way of verification"), lambda line: word(language, line.route)),
            Column("state", say("State"), state),
            Column("reviewer", say("Reviewer"), lambda line: line.reviewer),
            Column("held", say("Held on"), lambda line: language.date(line.held_on) if line.held_on else ""),
        ]
