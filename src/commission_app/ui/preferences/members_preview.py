"""The rows of a list of members before they are taken in: what each would be, and which of them are chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from commission_app.i18n import Language
from commission_app.services.member_lists import MemberPreview, ReadMember
from commission_app.ui.columns import RIGHT, Column, State
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class MembersTable(RowsTable):
    """Every new row is chosen at first; Space, Enter or a double click leaves it out."""

    chosen_changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        self._language = language
        self._out: set[int] = set()
        super().__init__(self._columns_of(language), parent)
        self.setAccessibleName(language.say("Rows of the list"))
        self.opened.connect(self._turn)

    def show_lines(self, lines: tuple[MemberPreview, ...]) -> None:
        """Shows other rows; each that is new is chosen."""
        self._out.clear()
        self.show_rows(lines)

    def chosen(self) -> tuple[ReadMember, ...]:
        """The rows to take in."""
        lines: tuple[MemberPreview, ...] = self.rows()
        return tuple(line.read for line in lines if line.new and line.read is not None and line.row not in self._out)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the row."""
        if event.key() == Qt.Key.Key_Space and self.current() is not None:
            self._turn(self.current())
        else:
            super().keyPressEvent(event)

    def _turn(self, line: object) -> None:
        if isinstance(line, MemberPreview) and line.new:
            self._out ^= {line.row}
            self.show_rows(self.rows())
            self.chosen_changed.emit()

    def _columns_of(self, language: Language) -> tuple[Column[MemberPreview], ...]:
        say = language.say
        return (
            Column("row", say("Row"), lambda line: language.number(line.row), align=RIGHT, width_hint=5),
            Column("state", say("State"), self._state, width_hint=18),
            Column("name", say("Name and surname"), lambda line: line.name, width_hint=24),
            Column("role", say("Role"), self._role, stretch=True),
            Column("side", say("Represents"), self._side, width_hint=16),
            Column("term", say("Term of office"), self._term, width_hint=22),
        )

    def _state(self, line: MemberPreview) -> State:
        say_of = self._language.say_of
        if line.against is not None:
            return State(say_of("row", "refused"), "bad")
        if line.known:
            return State(say_of("row", "there already"), "neutral")
        return (
            State(say_of("row", "left out"), "warn") if line.row in self._out else State(say_of("row", "new"), "good")
        )

    def _role(self, line: MemberPreview) -> str:
        if line.read is None:
            return ""
        role = word(self._language, line.read.member.role)
        instead = line.read.member.replaces
        return self._language.say("{role}: {name}", role=role, name=instead) if instead else role

    def _side(self, line: MemberPreview) -> str:
        return word(self._language, line.read.member.side) if line.read is not None else ""

    def _term(self, line: MemberPreview) -> str:
        if line.read is None:
            return ""
        language, member = self._language, line.read.member
        since = language.date(member.term_from)
        until = member.term_until
        return f"{since} – {language.date(until)}" if until else language.say("from {day}", day=since)
