"""The list of sittings, and the way to plan one; the exams stand beside it."""

from datetime import date, datetime, time
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from commission_app.i18n import OFFICE_ZONE
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.services import sitting_lists
from commission_app.services.sitting_cards import SittingRow
from commission_app.ui.columns import RIGHT, Column, ListFilter, ListQuestions
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Place
from commission_app.ui.screen import Screen
from commission_app.ui.sittings.sitting_words import sitting_mark
from commission_app.ui.tables import ListView
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import save_list
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.convocation import clock_text
from commission_app.wording.words import word


class SittingsScreen(Screen):
    """Sittings, the latest day first."""

    watches: ClassVar[frozenset[str]] = frozenset({"sitting", "commission"})
    help_topic: ClassVar[str] = "sittings"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        language = desk.language
        say = language.say
        self.switch = Segments(self)
        self.switch.offer((("sittings", say("Sittings"), ""), ("exams", say("Exams"), "")))
        self.switch.set_value("sittings")
        self.switch.chosen.connect(self._switched)
        self.plan_button = QPushButton(icon("plus", palette_now().on_accent), say("Plan a sitting"), self)
        self.plan_button.setProperty("role", "prominent")
        self.plan_button.clicked.connect(lambda _: self.new())
        self.reviews = QPushButton(say("Verifications"), self)
        self.reviews.clicked.connect(lambda _: self.go.emit(Place("reviews")))
        states = tuple((state.value, word(language, state)) for state in SittingState)
        self.list = ListView(
            desk,
            "sittings",
            _columns(desk),
            ListQuestions(sitting_lists.page, sitting_lists.ids, sitting_lists.rows_of),
            sort="held_on",
            descending=True,
            filters=(ListFilter("state", say("State"), states),),
            empty=EmptyState(say("No sitting is planned yet."), say("Plan a sitting"), self.new, "sittings"),
            export=lambda _: save_list(desk, self.list, self.title(), self.tell),
            parent=self,
        )
        self.list.opened.connect(lambda key: self.go.emit(Place("sitting", key)))
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self.switch)
        top.addStretch(1)
        top.addWidget(self.reviews)
        top.addWidget(self.plan_button)
        self.body.addLayout(top)
        self.body.addWidget(self.list, 1)

    def title(self) -> str:
        """Sittings."""
        return self.language.say("Sittings")

    def refresh(self) -> None:
        """Asks for the list again."""
        self.list.refresh()

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.list.focus_first()

    def new(self) -> None:
        """Plans a sitting."""
        from commission_app.ui.sittings.plan_sitting_dialog import PlanSittingDialog

        dialog = PlanSittingDialog(self.desk, None, self)
        dialog.stored.connect(self._planned)
        dialog.open()

    def _planned(self, sitting_id: object) -> None:
        if isinstance(sitting_id, int):
            self.tell(self.language.say("The sitting is planned."), Place("sitting", sitting_id))
            self.go.emit(Place("sitting", sitting_id))

    def _switched(self, kind: object) -> None:
        self.switch.set_value("sittings")
        if kind == "exams":
            self.go.emit(Place("exams"))


def _columns(desk: Desk) -> tuple[Column[SittingRow], ...]:
    language = desk.language
    say = language.say

    def day(row: SittingRow) -> str:
        return " ".join(part for part in (language.date(row.held_on), clock_text(language, row.planned_at)) if part)

    def moment(row: SittingRow) -> date | str:
        if not row.planned_at:
            return row.held_on
        try:
            return datetime.combine(row.held_on, time.fromisoformat(row.planned_at.replace(".", ":")), OFFICE_ZONE)
        except ValueError:  # "ap 14": as somebody wrote it
            return day(row)

    def decided(row: SittingRow) -> str:
        return say("{done} of {all}", done=row.items - row.undecided, all=row.items)

    def where(row: SittingRow) -> str:
        return ", ".join(part for part in (row.place, word(language, row.form)) if part)

    return (
        Column("held_on", say("Day"), day, width_hint=19, value=moment, kind="date"),
        Column(
            "commission",
            say("Commission"),
            lambda row: half(language, row.commission_lv, row.commission_en),
            sortable=False,
            stretch=True,
        ),
        Column("place", say("Place"), where, width_hint=26, sortable=False),
        Column("state", say("State"), lambda row: sitting_mark(language, row.state), width_hint=16, sortable=False),
        Column("decided", say("Items dealt with"), decided, RIGHT, 14, sortable=False),
        Column("minutes", say("Minutes No."), lambda row: row.minutes_number, width_hint=14),
    )
