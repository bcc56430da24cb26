"""How each unit of the case is verified, and the list of what is still missing."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.services import gap_papers, papers, unit_reviews
from commission_app.services.cases import CaseCard
from commission_app.services.unit_reviews import Gap, ReviewLine, ReviewsCard
from commission_app.ui.cases.tabs.review_words import STATE_TONES, outcome_of_test
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import News
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class ReviewsTab(CaseTab):
    """Units above, gaps below; Enter or a double click opens the verification of a unit."""

    watches: ClassVar[frozenset[str]] = frozenset({"score", "case", "evidence"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        say = desk.language.say
        self.held = ReviewsCard((), (), ())
        self._number = ""
        self.units = RowsTable(self._unit_columns(), self)
        self.units.opened.connect(self._open)
        self.units.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.acts = ActButton(desk.language, self)
        self.gaps = RowsTable(self._gap_columns(), self)
        self.gap_title = QLabel(self)
        self.gap_title.setProperty("role", "title")
        self.copy = QPushButton(say("Copy the list"), self)
        self.copy.clicked.connect(lambda _: self.copy_gaps())
        self.print = QPushButton(icon("print"), say("List of gaps …"), self)
        self.print.clicked.connect(lambda _: self.print_gaps())
        self.excel = QPushButton(icon("table"), say("To Excel …"), self)
        self.excel.clicked.connect(lambda _: self.export_gaps())
        self.sheets = QPushButton(say("Score sheets (Excel) …"), self)
        self.sheets.clicked.connect(lambda _: self.open_sheets())
        self.hands = QPushButton(say("Whose sheet …"), self)
        self.hands.clicked.connect(lambda _: self.open_hands())
        self.no_gaps = EmptyState(say("Nothing is missing: every outcome is met or carried by evidence."), parent=self)
        above, below = QHBoxLayout(), QHBoxLayout()
        title = QLabel(say("Verification of the courses and modules"), self)
        title.setProperty("role", "title")
        for row, widget, buttons in (
            (above, title, (self.hands, self.sheets, self.acts)),
            (below, self.gap_title, (self.copy, self.excel, self.print)),
        ):
            row.setSpacing(2 * STEP)
            row.addWidget(widget, 1)
            for button in buttons:
                row.addWidget(button)
        self.body.addLayout(above)
        self.body.addWidget(self.units, 2)
        self.body.addLayout(below)
        self.body.addWidget(self.gaps, 3)
        self.body.addWidget(self.no_gaps, 3)
        self.no_gaps.hide()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the verification and the gaps of the case."""
        self._number = card.number
        self.jobs.ask(self, unit_reviews.reviews, self.case_id).then(self._show)

    def focus_first(self) -> None:
        """Puts the keyboard into the units."""
        self.units.setFocus()

    def copy_gaps(self) -> None:
        """Puts the gaps on the clipboard as a table for a letter or a workbook."""
        rows = self.gaps.texts()
        titles = [column.title for column in self._gap_columns()]
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in [titles, *rows]))
        self.happened.emit(News(self.language.say("The list is copied.")))

    def print_gaps(self) -> None:
        """Shows the list of gaps as a paper for the applicant."""
        title = self.language.say("List of gaps, {number}", number=self._number)
        asked = self.jobs.ask(self, gap_papers.paper, self.case_id, self.language)
        asked.then(lambda data: show_paper(self, self.desk, title, data, papers.file_name(title)))

    def export_gaps(self) -> None:
        """Saves the list of gaps as a workbook."""
        say = self.language.say
        name = papers.file_name(say("List of gaps, {number}", number=self._number)).removesuffix(papers.SUFFIX)

        def saved(path: Path) -> None:
            self.happened.emit(News(say("Saved as {file}.", file=path.name)))

        asked = self.jobs.ask(self, gap_papers.workbook, self.case_id, self.language)
        asked.then(lambda data: save_copy(self, self.desk, f"{name}.xlsx", data, saved))

    def open_sheets(self) -> None:
        """Opens what goes out to the assessors and what comes back."""
        from commission_app.ui.cases.score_sheets_dialog import ScoreSheetsDialog

        ScoreSheetsDialog(self.desk, (self.case_id,), self).open()

    def open_hands(self) -> None:
        """Asks to whom an assessor's sheet belongs while all score blind."""
        from commission_app.ui.cases.tabs.seat_dialog import SheetOwnerDialog

        dialog = SheetOwnerDialog(self.desk, self.case_id, self)
        dialog.stored.connect(lambda _: self.happened.emit(News(self.language.say("The owner of the sheet is noted."))))
        dialog.open()

    def edit(self) -> None:
        """Opens the verification of the unit where the keyboard stands."""
        self._open(self.units.current())

    def apply(self) -> None:
        """Asks for the reason and takes the result of the test over."""
        from commission_app.ui.cases.tabs.review_dialog import ApplyTestDialog

        line = self.units.current()
        if isinstance(line, ReviewLine):
            dialog = ApplyTestDialog(self.desk, self.case_id, line, self)
            dialog.stored.connect(lambda _: self.happened.emit(News(self.language.say("The results are changed."))))
            dialog.open()

    def _open(self, line: object) -> None:
        from commission_app.ui.cases.tabs.review_dialog import ReviewDialog

        if isinstance(line, ReviewLine) and not self.held.against:
            dialog = ReviewDialog(self.desk, self.case_id, line, self)
            dialog.stored.connect(lambda _: self.happened.emit(News(self.language.say("The verification is noted."))))
            dialog.open()

    def _show(self, card: ReviewsCard) -> None:
        self.held = card
        self.units.show_rows(card.lines)
        if card.lines and self.units.current() is None:
            self.units.selectRow(0)
        self.gaps.show_rows(card.gaps)
        self.gap_title.setText(self.language.say("What is missing: {n}", n=len(card.gaps)))
        self.gaps.setVisible(bool(card.gaps))
        for button in (self.copy, self.excel, self.print):
            button.setEnabled(bool(card.gaps))
        self.no_gaps.setVisible(not card.gaps)
        self._offer()

    def _offer(self) -> None:
        line, say = self.units.current(), self.language.say
        if isinstance(line, ReviewLine):
            self.acts.show_acts(
                [
                    Offered(say("Plan or note …"), self.held.against, self.edit, "edit"),
                    Offered(say("Apply the test result …"), line.against_applying, self.apply, "check"),
                ]
            )

    def _unit_columns(self) -> list[Column[ReviewLine]]:
        language = self.language
        say = language.say
        return [
            Column("unit", say("Course or module"), self._unit, stretch=True),
            Column("route", say("Way of verification"), lambda line: word(language, line.form.route)),
            Column("state", say("State"), self._state),
            Column("reviewer", say("Reviewer"), lambda line: line.form.reviewer),
            Column("planned", say("Planned on"), lambda line: _day(language.date, line.form.planned_on)),
            Column("held", say("Held on"), lambda line: _day(language.date, line.form.held_on)),
            Column("test", say("Result of the test"), lambda line: outcome_of_test(language, line.form)),
        ]

    def _gap_columns(self) -> list[Column[Gap]]:
        language = self.language
        say = language.say
        return [
            Column("outcome", say("Learning outcome"), self._outcome, stretch=True),
            Column("result", say("Result"), lambda gap: word(language, gap.result) if gap.result else ""),
            Column("reason", say("Reason"), lambda gap: gap.reason or sentence(language, gap.evidence)),
            Column("suffices", say("What would suffice"), lambda gap: sentence(language, gap.suffices)),
            Column("requirement", say("Additional requirement"), lambda gap: gap.requirement),
            Column("due", say("To be met by"), lambda gap: _day(language.date, gap.due)),
        ]

    def _unit(self, line: ReviewLine) -> str:
        return f"{line.code} {half(self.language, line.title_lv, line.title_en)}"

    def _state(self, line: ReviewLine) -> State:
        return State(word(self.language, line.form.state), STATE_TONES[line.form.state])

    def _outcome(self, gap: Gap) -> str:
        return f"{gap.outcome_code} {half(self.language, gap.text_lv, gap.text_en)}"


def _day(said: object, day: object) -> str:
    return said(day) if day is not None and callable(said) else ""
