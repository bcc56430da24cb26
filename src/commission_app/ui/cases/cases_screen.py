"""The list of cases: filtered by words, step, state, procedure and deadline; Enter opens, Ctrl+N begins one."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.i18n import Language, marked
from commission_app.rules.vocabulary.case import CaseState, Procedure, Step
from commission_app.services import case_list, case_waits
from commission_app.services.case_list import CaseRow
from commission_app.ui.columns import Column, ListFilter, ListQuestions, Query
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Place
from commission_app.ui.screen import Screen
from commission_app.ui.tables import ListView
from commission_app.ui.theme import palette_now
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.case_marks import deadline_mark, state_mark
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import save_list
from commission_app.wording.deadline import due_sentence
from commission_app.wording.words import word

FILTER_MARK = "?"
"""A place's key that begins so sets filters ("?step=assessment"); any other text is words to look for."""

WAITS = {
    case_waits.LACKING: marked("what is missing"),
    case_waits.SITTING: marked("a sitting"),
    case_waits.SIGNATURE: marked("signature and registration"),
    case_waits.CERTIFICATE: marked("the certificate"),
    case_waits.CLASH: marked("a sitting before the deadline"),
    case_waits.ANSWER: marked("the applicant's answer"),
    case_waits.NOTIFICATION: marked("notification of what was sent"),
    case_waits.CONTEST: marked("the end of the contest term"),
}


class CasesScreen(Screen):
    """Ten thousand cases as quick as ten."""

    watches: ClassVar[frozenset[str]] = frozenset({"case", "person"})
    help_topic: ClassVar[str] = "cases"
    rail: ClassVar[str] = "cases"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        questions = ListQuestions(case_list.page, case_list.ids, case_list.rows_of)
        self.list = ListView(
            desk,
            "cases",
            columns(desk.language),
            questions,
            sort="number",
            descending=True,
            filters=filters(desk.language),
            empty=EmptyState(
                say("No application has been registered yet."), say("Register an application"), self.new, parent=self
            ),
            export=self._export,
        )
        self.list.opened.connect(lambda key: self.go.emit(Place("case", key)))
        self.body.addLayout(self._top())
        self.body.addWidget(self.list, 1)
        self.list.model.counted.connect(lambda *_: self.begin.setVisible(self.list.empty.isHidden()))
        self._filter_by_place(place)

    def _top(self) -> QHBoxLayout:
        """The heading and what can be begun from here."""
        say = self.language.say
        self.begin = QPushButton(icon("plus", palette_now().on_accent), say("Register an application"), self)
        self.begin.setProperty("role", "prominent")
        self.begin.setToolTip("Ctrl+N")
        self.begin.clicked.connect(lambda _: self.new())
        self.people = QPushButton(icon("person"), say("People"), self)
        self.people.clicked.connect(lambda _: self.go.emit(Place("people")))
        self.sheets = QPushButton(icon("table"), say("Score sheets (Excel) …"), self)
        self.sheets.clicked.connect(lambda _: self._open_sheets())
        self.certify = QPushButton(icon("certificate"), say("Issue certificates …"), self)
        self.certify.clicked.connect(lambda _: self._issue_many())
        self.list.chosen.connect(self._offer_sheets)
        self._offer_sheets(())
        self.group = QPushButton(icon("person"), say("Take in a group …"), self)
        self.group.clicked.connect(lambda _: self._open_group())
        self.blank = QPushButton(say("Form for the applicant …"), self)
        self.blank.clicked.connect(lambda _: self._open_form())
        self.talks = QPushButton(say("Consultations"), self)
        self.talks.clicked.connect(lambda _: self.go.emit(Place("consultations")))
        self.fees = QPushButton(icon("table"), say("Payments"), self)
        self.fees.clicked.connect(lambda _: self.go.emit(Place("fees")))
        heading = QLabel(say("Cases"), self)
        heading.setProperty("role", "display")
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        for button in (
            self.sheets,
            self.certify,
            self.blank,
            self.group,
            self.talks,
            self.people,
            self.fees,
            self.begin,
        ):
            top.addWidget(button)
        return top

    def title(self) -> str:
        """What is listed."""
        return self.language.say("Cases")

    def refresh(self) -> None:
        """Asks for the list again."""
        self.list.refresh()

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.list.focus_first()

    def new(self) -> None:
        """Goes to the form at the counter."""
        self.go.emit(Place("intake"))

    def _filter_by_place(self, place: Place) -> None:
        key = place.key if isinstance(place.key, str) else ""
        if key.startswith(FILTER_MARK):
            pairs = (pair.partition("=") for pair in key[1:].split("&"))
            self.list.begin_with(Query(filters={name: value for name, _, value in pairs if value}, sort="deadline"))
        elif key:
            self.list.begin_with(Query(words=key))

    def _offer_sheets(self, keys: tuple[int, ...]) -> None:
        """What is done with several cases at once shows itself once some are selected."""
        self.sheets.setVisible(bool(keys))
        self.certify.setVisible(bool(keys))

    def _open_form(self) -> None:
        from commission_app.ui.cases.applicant_form_dialog import ApplicantFormDialog

        dialog = ApplicantFormDialog(self.desk, self)
        dialog.received.connect(lambda case: self.go.emit(Place("case", case.id)))
        dialog.open()

    def _open_group(self) -> None:
        from commission_app.ui.cases.group_dialog import GroupDialog, received_text

        dialog = GroupDialog(self.desk, self)
        dialog.stored.connect(lambda received: self.tell(received_text(self.language, received), self.place))
        dialog.open()

    def _open_sheets(self) -> None:
        from commission_app.ui.cases.score_sheets_dialog import ScoreSheetsDialog

        ScoreSheetsDialog(self.desk, self.list.selected(), self).open()

    def _issue_many(self) -> None:
        from commission_app.ui.cases.issue_many_dialog import IssueManyDialog

        dialog = IssueManyDialog(self.desk, self.list.selected(), self)
        dialog.issued.connect(self._tell_issued)
        dialog.open()

    def _tell_issued(self, many: int) -> None:
        self.tell(self.language.count("{n} certificate is issued.", "{n} certificates are issued.", many), self.place)

    def _export(self, _query: Query) -> None:
        from commission_app.services import case_export  # it brings the library of workbooks, which no list needs

        save_list(self.desk, self.list, self.title(), self.tell, case_export.columns(self.language))


def columns(language: Language) -> Sequence[Column[CaseRow]]:
    """The columns of the list."""
    say = language.say
    return (
        Column("number", say("Number"), lambda row: row.number, width_hint=9),
        Column("title", say("Applicant"), lambda row: row.title, width_hint=24, tooltip=lambda row: row.title),
        Column(
            "programme",
            say("Programme"),
            lambda row: half(language, row.standard_lv, row.standard_en),
            width_hint=20,
            sortable=False,
            stretch=True,
            tooltip=lambda row: half(language, row.standard_lv, row.standard_en),
        ),
        Column("step", say("Step"), lambda row: word(language, row.step), width_hint=14, sortable=False),
        Column("state", say("State"), lambda row: state_mark(language, row.state), width_hint=22, sortable=False),
        Column(
            "deadline",
            say("Deadline"),
            lambda row: deadline_mark(language, row.deadline, row.due),
            width_hint=17,
            tooltip=lambda row: due_sentence(language, row.deadline, row.due) if row.due else "",
        ),
        Column("received", say("Received"), lambda row: language.date(row.received_on), width_hint=12),
    )


def filters(language: Language) -> Sequence[ListFilter]:
    """The chips of the filter line."""
    say = language.say
    return (
        ListFilter("step", say("Step"), [(step.value, word(language, step)) for step in Step]),
        ListFilter("state", say("State"), [(state.value, word(language, state)) for state in CaseState]),
        ListFilter("procedure", say("Procedure"), [(entry.value, word(language, entry)) for entry in Procedure]),
        ListFilter("due", say("Deadline"), [("late", say("late")), ("soon", say("within a week"))]),
        ListFilter("waits", say("Waits for"), [(what, say(text)) for what, text in WAITS.items()]),
    )
