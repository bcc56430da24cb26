"""The list of qualification exams, and the way to plan one."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from commission_app.services import exam_lists
from commission_app.services.exam_cards import ExamListRow
from commission_app.ui.columns import Column, ListFilter, ListQuestions, State, counted, dated
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Place
from commission_app.ui.screen import Screen
from commission_app.ui.sittings.exam_words import protocol_state
from commission_app.ui.tables import ListView
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import save_list
from commission_app.ui.widgets.segments import Segments


class ExamsScreen(Screen):
    """Exams by day; beside the sittings, where the commission's other days stand."""

    watches: ClassVar[frozenset[str]] = frozenset({"exam", "standard"})
    help_topic: ClassVar[str] = "sittings"
    rail: ClassVar[str] = "sittings"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.switch = Segments(self)
        self.switch.offer((("sittings", say("Sittings"), ""), ("exams", say("Exams"), "")))
        self.switch.set_value("exams")
        self.switch.chosen.connect(self._switched)
        self.plan_button = QPushButton(icon("plus", palette_now().on_accent), say("Plan an exam"), self)
        self.plan_button.setProperty("role", "prominent")
        self.plan_button.clicked.connect(lambda _: self.new())
        self.list = ListView(
            desk,
            "exams",
            _columns(desk),
            ListQuestions(exam_lists.page, exam_lists.ids, exam_lists.rows_of),
            sort="held_on",
            descending=True,
            filters=(
                ListFilter(
                    "closed",
                    say("Protocol"),
                    (
                        ("no", protocol_state(desk.language, closed=False)),
                        ("yes", protocol_state(desk.language, closed=True)),
                    ),
                ),
            ),
            empty=EmptyState(say("No exam is planned yet."), say("Plan an exam"), self.new, "scale"),
            export=lambda _: save_list(desk, self.list, self.title(), self.tell),
            parent=self,
        )
        self.list.opened.connect(lambda key: self.go.emit(Place("exam", key)))
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self.switch)
        top.addStretch(1)
        top.addWidget(self.plan_button)
        self.body.addLayout(top)
        self.body.addWidget(self.list, 1)

    def title(self) -> str:
        """Exams."""
        return self.language.say("Exams")

    def refresh(self) -> None:
        """Asks for the list again."""
        self.list.refresh()

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.list.focus_first()

    def new(self) -> None:
        """Plans an exam."""
        from commission_app.ui.sittings.plan_exam_dialog import PlanExamDialog

        dialog = PlanExamDialog(self.desk, None, self)
        dialog.stored.connect(self._planned)
        dialog.open()

    def _planned(self, exam_id: object) -> None:
        if isinstance(exam_id, int):
            self.tell(self.language.say("The exam is planned."), Place("exam", exam_id))
            self.go.emit(Place("exam", exam_id))

    def _switched(self, kind: object) -> None:
        self.switch.set_value("exams")
        if kind == "sittings":
            self.go.emit(Place("sittings"))


def _columns(desk: Desk) -> tuple[Column[ExamListRow], ...]:
    language = desk.language
    say = language.say

    def title(row: ExamListRow) -> str:
        return f"{row.code} {half(language, row.title_lv, row.title_en)}"

    def state(row: ExamListRow) -> State:
        return State(protocol_state(language, closed=row.closed), "good" if row.closed else "info")

    return (
        dated(language, "held_on", say("Day"), lambda row: row.held_on),
        Column("code", say("Qualification"), title, stretch=True),
        Column("room", say("Room"), lambda row: row.room, width_hint=16, sortable=False),
        counted(language, "examinees", say("Examinees"), lambda row: row.examinees, sortable=False),
        Column("protocol", say("Protocol No."), lambda row: row.protocol_number, width_hint=16),
        Column("closed", say("State of the protocol"), state, width_hint=16, sortable=False),
    )
