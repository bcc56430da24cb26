"""Statements of the members: printed to be signed, and the days on which they were signed."""

from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from commission_app.i18n import LANGUAGES, Language, today
from commission_app.rules.vocabulary.conflict import MemberStatementKind
from commission_app.services import convocation_papers, member_statements, papers
from commission_app.services.member_statements import StatementLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.sittings.table_dialog import TableDialog
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.wording.words import word

NO_CONFLICT, SILENCE = MemberStatementKind.NO_CONFLICT, MemberStatementKind.CONFIDENTIALITY


class StatementsDialog(TableDialog):
    """Who has signed what; one member's statement is entered, or all that are missing at once."""

    def __init__(self, desk: Desk, sitting_id: int, parent: QWidget) -> None:
        say = desk.language.say
        columns: list[Column[StatementLine]] = [
            Column("name", say("Member"), lambda row: row.name, stretch=True),
            Column("no_conflict", say("No conflict of interest"), lambda row: self._state(row.no_conflict)),
            Column("silence", say("Confidentiality"), lambda row: self._state(row.confidentiality)),
        ]
        super().__init__(desk, say("Statements of the members"), say("Enter the signature"), columns, parent)
        self._sitting = sitting_id
        self.printed = self.tool(say("Print for signing"))
        self.printed.setMenu(self._menu())
        self.all = self.tool(say("Enter for all who are missing"))
        self.all.clicked.connect(lambda _: self._enter(self._missing()))
        self.back = self.tool(say("Take the signature back"))
        self.back.clicked.connect(lambda _: self._take_back())
        self.kind = self.form.add("kind", say("Statement"), Choice(self), required=True)
        self.kind.offer_words(desk.language, MemberStatementKind)
        self.kind.edited.connect(self._weigh)
        self.day = self.form.add("signed_on", say("Signed on"), DateEdit(desk.language), required=True, beside=True)
        self.day.set_value(today())
        self.ask()

    def submit(self) -> None:
        """Enters the statement of the member chosen."""
        line = self.table.current()
        if isinstance(line, StatementLine):
            self._enter((line.member_id,))

    def ask(self) -> None:
        """Asks who has signed."""
        self.desk.jobs.ask(self, member_statements.of_sitting, self._sitting).then(self._show)

    def row_chosen(self, row: object) -> None:
        """What can be done depends on what the member has signed."""
        self._weigh()

    def _show(self, lines: tuple[StatementLine, ...]) -> None:
        self.table.show_rows(lines)
        lacking = sum(line.signed(kind) is None for line in lines for kind in MemberStatementKind)
        language = self.language
        self.told.setText(
            language.count("{n} signature is missing.", "{n} signatures are missing.", lacking)
            if lacking
            else language.say("All statements are signed.")
        )
        self.go_to(max(self.table.currentIndex().row(), 0))
        self._weigh()

    def _weigh(self) -> None:
        line, kind = self.table.current(), self._kind()
        signed = isinstance(line, StatementLine) and line.signed(kind) is not None
        self.deed.setEnabled(isinstance(line, StatementLine) and not signed)
        self.back.setEnabled(signed)
        say = self.language.say
        self.back.setToolTip("" if signed else say("The member chosen has not signed this statement."))
        self.deed.setToolTip(say("The member chosen has signed this statement already.") if signed else "")
        self.all.setEnabled(bool(self._missing()))

    def _enter(self, members: tuple[int, ...]) -> None:
        day = self.day.value()
        if day is not None and members:
            promise = self.desk.jobs.do(self, member_statements.enter, self._sitting, members, self._kind(), day)
            self.changed(promise)

    def _take_back(self) -> None:
        line = self.table.current()
        if isinstance(line, StatementLine):
            take_back = member_statements.take_back
            self.changed(self.desk.jobs.do(self, take_back, self._sitting, line.member_id, self._kind()))

    def _kind(self) -> MemberStatementKind:
        return MemberStatementKind(str(self.kind.value()))

    def _missing(self) -> tuple[int, ...]:
        kind = self._kind()
        return tuple(line.member_id for line in self.table.rows() if line.signed(kind) is None)

    def _state(self, day: date | None) -> State:
        if day is None:
            return State(self.language.say("missing"), "warn")
        return State(self.language.date(day), "good")

    def _menu(self) -> QMenu:
        say, menu = self.language.say, QMenu(self)
        inside = {"lv": say("in Latvian"), "en": say("in English")}
        for kind in MemberStatementKind:
            for language in LANGUAGES:
                entry = menu.addAction(f"{word(self.language, kind)}, {inside[language.code]}")
                entry.triggered.connect(lambda _, one=kind, tongue=language: self._print(one, tongue))
        return menu

    def _print(self, kind: MemberStatementKind, language: Language) -> None:
        def show(data: bytes) -> None:
            from commission_app.ui.widgets.paper_preview import show_paper

            name = word(self.language, kind)
            show_paper(self, self.desk, name, data, papers.file_name(name))

        self.desk.jobs.ask(self, convocation_papers.statements, self._sitting, language, kind).then(show)
