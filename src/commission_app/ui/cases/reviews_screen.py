"""The queue of verifications over all open cases, and beside it how far assessors agree."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.scoring import ReviewState, VerificationRoute
from commission_app.services import review_queue
from commission_app.services.review_queue import QueueLine
from commission_app.ui.cases.agreement_page import AgreementPage
from commission_app.ui.cases.tabs.review_words import STATE_TONES
from commission_app.ui.columns import Column, ListFilter, ListQuestions, State
from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.tables import ListView
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import save_list
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.words import word

QUEUE, AGREEMENT = "queue", "agreement"


class ReviewsScreen(Screen):
    """The earliest planned first; Enter opens the case at its verifications."""

    watches: ClassVar[frozenset[str]] = frozenset({"score", "case", "moderation"})
    help_topic: ClassVar[str] = "sittings"
    rail: ClassVar[str] = "sittings"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.list = ListView(
            desk,
            "reviews",
            columns(desk.language),
            ListQuestions(review_queue.page, review_queue.ids, review_queue.rows_of),
            sort="planned",
            filters=filters(desk.language),
            empty=EmptyState(say("No verification is planned in an open case."), parent=self),
            export=lambda _: self._export(),
        )
        self.list.opened.connect(self._open)
        self.agreement = AgreementPage(desk, self)
        self.agreement.go.connect(self.go)
        self.agreement.told.connect(self.tell)
        self.shown = Segments(self).offer(
            [(QUEUE, say("Queue of verifications"), ""), (AGREEMENT, say("Agreement of assessors"), "")]
        )
        self.shown.chosen.connect(self._turn)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.agreement)
        self.body.addWidget(self.shown)
        self.body.addWidget(self.stack, 1)
        self._turn(AGREEMENT if place.key == AGREEMENT else QUEUE)

    def title(self) -> str:
        """What is listed."""
        return self.language.say("Verifications")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The sittings stand above."""
        return ((self.language.say("Sittings"), Place("sittings")),)

    def refresh(self) -> None:
        """Asks for the queue and the agreement again."""
        self.list.refresh()
        self.agreement.refresh()

    def focus_first(self) -> None:
        """Puts the keyboard into what is shown."""
        if self.shown.value() == AGREEMENT:
            self.agreement.focus_first()
        else:
            self.list.focus_first()

    def _turn(self, what: object) -> None:
        self.shown.set_value(what)
        self.stack.setCurrentIndex(1 if what == AGREEMENT else 0)

    def _open(self, key: int) -> None:
        line = self.list.model.row_of(key)
        if isinstance(line, QueueLine):
            self.go.emit(Place("case", line.case_id, "reviews"))

    def _export(self) -> None:
        save_list(self.desk, self.list, self.title(), self.tell, review_queue.sheet_columns(self.language))


def filters(language: Language) -> Sequence[ListFilter]:
    """The chips of the filter line; a reviewer is found by typing the name."""
    say = language.say
    return (
        ListFilter("state", say("State"), [(one.value, word(language, one)) for one in ReviewState]),
        ListFilter(
            "route", say("Way of verification"), [(one.value, word(language, one)) for one in VerificationRoute]
        ),
    )


def columns(language: Language) -> Sequence[Column[QueueLine]]:
    """The columns of the queue."""
    say = language.say

    def unit(line: QueueLine) -> str:
        return f"{line.unit_code} {half(language, line.title_lv, line.title_en)}"

    def case(line: QueueLine) -> str:
        return f"{line.case_number} {line.applicant}"

    def state(line: QueueLine) -> State:
        return State(word(language, line.state), STATE_TONES[line.state])

    def planned(line: QueueLine) -> str:
        return language.date(line.planned_on) if line.planned_on else ""

    def held(line: QueueLine) -> str:
        return language.date(line.held_on) if line.held_on else ""

    return (
        Column("planned", say("Planned on"), planned, width_hint=12),
        Column("case", say("Case"), case, width_hint=26, tooltip=case),
        Column("unit", say("Course or module"), unit, width_hint=22, sortable=False, stretch=True, tooltip=unit),
        Column(
            "route", say("Way of verification"), lambda line: word(language, line.route), width_hint=22, sortable=False
        ),
        Column("state", say("State"), state, width_hint=19, sortable=False),
        Column("reviewer", say("Reviewer"), lambda line: line.reviewer, width_hint=22, sortable=False),
        Column("held", say("Held on"), held, width_hint=12, sortable=False),
    )
