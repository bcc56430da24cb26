"""Today: the person at the counter first, then the four steps, then what is late, lacking, waiting and due."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from commission_app.rules.vocabulary.case import Step
from commission_app.services import backups, blank_cards, case_list, drafts, due_list, papers, signing_queue, today
from commission_app.services.drafts import DraftLine
from commission_app.ui.desk import Desk as WorkDesk
from commission_app.ui.icons import icon
from commission_app.ui.places import News, Place
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.today import today_rows as rows
from commission_app.ui.today.backup_line import BackupLine
from commission_app.ui.today.notices import Group
from commission_app.ui.today.step_board import StepBoard
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.following_scroll import FollowingScroll
from commission_app.ui.widgets.paper_preview import show_paper


class TodayScreen(Screen):
    """What there is to do now; a group without rows is not shown."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"case", "person", "evidence", "sitting", "decision", "certificate", "exam", "backup", "draft"}
        | {"delivery", "letter", "term", "calendar", "signing", "signing_step", "blank"}
    )
    help_topic: ClassVar[str] = "today"
    rail: ClassVar[str] = "today"

    def __init__(self, desk: WorkDesk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.board = StepBoard(desk.language, self)
        self.board.chosen.connect(self._list_step)
        self.groups = {
            name: Group(desk.language, title, self)
            for name, title in (
                ("begun", say("Begun and not stored")),
                ("late", say("Late or due within a week")),
                ("clash", say("Due before the next sitting")),
                ("lacking", say("Something is missing")),
                ("asked", say("Answer of the applicant awaited")),
                ("sittings", say("Sittings ahead")),
                ("hearing", say("To be referred to a sitting")),
                ("drafts", say("To be signed and registered")),
                ("signing", say("Papers to be signed")),
                ("certificates", say("Certificates to issue")),
                ("sent", say("Sent, not notified yet")),
                ("contest", say("May still be contested")),
            )
        }
        for group in self.groups.values():
            group.go.connect(self.go)
        self.print_week = self.groups["late"].offer(say("Print the list"), self.print_paper)
        self.save_week = self.groups["late"].offer(say("List to Excel"), self._save_week)
        self.backup = BackupLine(desk, self)
        self.backup.made.connect(self._backed_up)
        self.quiet = EmptyState(say("Nothing waits today."), icon="done", parent=self)
        self.empty = EmptyState(say("No application has been registered yet."), parent=self)
        self._lay_out()

    def title(self) -> str:
        """The name of the place."""
        return self.language.say("Today")

    def refresh(self) -> None:
        """Asks what there is to do."""
        self.jobs.ask(self, today.desk).then(self._show)
        self.jobs.ask(self, drafts.mine).then(self._show_begun)
        self.jobs.ask(self, signing_queue.waiting).then(self._show_signing)
        self.jobs.ask(self, backups.last_backup).then(self.backup.show_last)
        self.jobs.ask(self, blank_cards.stock).then(self.backup.show_stock)

    def focus_first(self) -> None:
        """Puts the keyboard on the button that is pressed most."""
        self.begin.setFocus()

    def new(self) -> None:
        """Goes to the form at the counter."""
        self.go.emit(Place("intake"))

    def print_paper(self) -> None:
        """Ctrl+P: what is late or due within a week, with the reasons of each term."""
        title = self.language.say("Late or due within a week")
        asked = self.jobs.ask(self, due_list.as_paper, self.language).resting(self.print_week)
        asked.then(lambda data: show_paper(self, self.desk, title, data, papers.file_name(title)))

    def _save_week(self) -> None:
        name = f"{self.language.say('Late or due within a week')}.xlsx"
        told = self.language.say("The list is saved.")
        asked = self.jobs.ask(self, due_list.as_workbook, self.language).resting(self.save_week)
        asked.then(lambda data: save_copy(self, self.desk, name, data, lambda _: self.tell(told)))

    def _lay_out(self) -> None:
        say = self.language.say
        self.begin = QPushButton(icon("plus", palette_now().on_accent), say("Register an application"), self)
        self.begin.setProperty("role", "prominent")
        self.begin.setToolTip("Ctrl+N")
        self.begin.clicked.connect(lambda _: self.new())
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(say("Where does a case stand? Name, personal code or number …"))
        self.words.setAccessibleName(say("Find a case"))
        self.words.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.words.returnPressed.connect(self._find)
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self.begin)
        top.addWidget(self.words, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.board)
        held = QWidget(self)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        for group in self.groups.values():
            column.addWidget(group)
        column.addWidget(self.quiet, 1)
        column.addWidget(self.empty, 1)
        column.addStretch(1)
        self.quiet.hide()
        self.empty.hide()
        area = FollowingScroll(self)
        area.setWidget(held)
        self.body.addWidget(area, 1)
        self.body.addWidget(self.backup)

    def _show(self, desk: today.Desk) -> None:
        language = self.language
        self.board.show_counts(desk.steps)
        for name, notices, total, waits in (
            ("late", [rows.late(language, row) for row in desk.late], desk.late_total, "due=soon"),
            ("lacking", [rows.lacking(language, row) for row in desk.lacking], desk.lacking_total, "waits=lacking"),
            ("clash", [rows.clash(language, row) for row in desk.clashes], desk.clashes_total, "waits=clash"),
            ("asked", [rows.asked(language, row) for row in desk.asked], desk.asked_total, "waits=answer"),
            ("sent", [rows.sent(language, row) for row in desk.sent], desk.sent_total, "waits=notification"),
            (
                "contest",
                [rows.contestable(language, row) for row in desk.contestable],
                desk.contestable_total,
                "waits=contest",
            ),
            ("hearing", [rows.hearing(language, row) for row in desk.to_hear], desk.to_refer, "waits=sitting"),
            ("drafts", [rows.drafted(language, row) for row in desk.drafts], desk.drafts_total, "waits=signature"),
            (
                "certificates",
                [rows.certificate(language, row) for row in desk.certificates_due],
                desk.certificates_total,
                "waits=certificate",
            ),
        ):
            self.groups[name].show_notices(notices, total, Place("cases", f"?{waits}"))
        self.groups["sittings"].show_notices([rows.sitting(language, row) for row in desk.sittings])
        self.empty.setVisible(not desk.cases)
        self.board.setVisible(bool(desk.cases))
        waiting = any(self.groups[name].texts() for name in self.groups)
        self.quiet.setVisible(bool(desk.cases) and not waiting)

    def _show_begun(self, lines: tuple[DraftLine, ...]) -> None:
        notices = [notice for line in lines if (notice := rows.draft(self.language, line)) is not None]
        self.groups["begun"].show_notices(notices)

    def _show_signing(self, waiting: signing_queue.Waiting) -> None:
        self.groups["signing"].show_notices(rows.signing(self.language, waiting), waiting.total)

    def _list_step(self, step: Step) -> None:
        self.go.emit(Place("cases", f"?step={step.value}"))

    def _find(self) -> None:
        words = " ".join(self.words.text().split())
        if words:
            self.jobs.ask(self, case_list.ids, words=words).then(lambda keys: self._found(words, keys))

    def _found(self, words: str, keys: tuple[int, ...]) -> None:
        """The one case that is meant is opened at once; where there are more, or none, the list says so."""
        self.go.emit(Place("case", keys[0]) if len(keys) == 1 else Place("cases", words))

    def _backed_up(self, name: str) -> None:
        self.happened.emit(News(self.language.say("The backup {name} is made and verified.", name=name)))
        self.refresh()
