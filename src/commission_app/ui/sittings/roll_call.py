"""The roll call: every member of the commission, voting with the keys 1, 2 and 3 while the keyboard stands here."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.legality import Tally
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.services.item_cards import RollLine
from commission_app.ui.sittings.roll_line import RollRow
from commission_app.ui.theme import STEP
from commission_app.wording.words import word

VOTES = {Qt.Key.Key_1: Choice.FOR, Qt.Key.Key_2: Choice.AGAINST, Qt.Key.Key_3: Choice.ABSTAIN}
_LINES = 9


class _Rows(QScrollArea):
    """The members; it asks for the room of a few, and takes what there is."""

    def sizeHint(self) -> QSize:
        """The room of a few members."""
        return QSize(super().sizeHint().width(), _LINES * self.fontMetrics().height())


class RollCall(QFrame):
    """Holds the keyboard as one; the arrows move between members, a vote goes on to the next who has not voted."""

    voted = Signal(int, object)
    asked = Signal(int, str)
    counting = Signal()
    """The tellers' totals of a secret vote are to be entered."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._language = language
        self._current: int | None = None
        self._voted_on: int | None = None
        self._secret = False
        self.rows: dict[int, RollRow] = {}
        title = QLabel(language.say("Roll call"), self)
        title.setProperty("role", "label")
        self.count = QLabel(self)
        self.count.setProperty("role", "strong")
        self.hint = QLabel(self)
        self.hint.setProperty("role", "small")
        self.hint.setWordWrap(True)
        self.tell = QPushButton(language.say("Enter the count …"), self)
        self.tell.clicked.connect(lambda _: self.counting.emit())
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.area = _Rows(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        for ground in (inside, self.area.viewport()):
            ground.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        for part in (title, self.count, self.hint, self.tell):
            column.addWidget(part)
        column.addWidget(self.area, 1)

    def show_roll(
        self,
        roll: Sequence[RollLine],
        tally: Tally | None,
        *,
        live: bool,
        attends: bool,
        secret: bool = False,
        item_id: int = 0,
    ) -> None:
        """Shows the members; `live` while the item can be voted on, `attends` while the sitting is open.

        An item that comes to the table is voted on from the first member on.
        """
        self._secret = secret
        begins, self._voted_on = live and self._voted_on != item_id, item_id if live else None
        if [line.member_id for line in roll] != list(self.rows):
            self._make_rows(roll)
        for line in roll:
            self.rows[line.member_id].show_line(line, live=live, attends=attends, secret=secret)
        self.hint.setVisible(live)
        self.hint.setText(self._keys())
        papers = sum(line.took_ballot for line in roll)
        self.tell.setVisible(secret and live and papers > 0)
        self._show_count(tally if not secret or (tally is not None and tally.for_ + tally.against > 0) else None)
        if secret and live:
            self._show_papers(papers, tally)
        if self._current not in self.rows:
            self._current = next(iter(self.rows), None)
        if begins:
            self._current = next((key for key in self.rows if self.rows[key].waits()), self._current)
        elif not self.hasFocus() or not self._row_waits():
            self._current = self._next_waiting() or self._current
        self._mark()

    def current(self) -> int | None:
        """The key of the member where the keyboard stands."""
        return self._current

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 vote; Delete takes a vote back; arrows move; M opens the menu; other keys go on to the sitting."""
        key = Qt.Key(event.key())
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if bare and key in VOTES:
            self._vote(VOTES[key])
        elif bare and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._current is not None:
            self.asked.emit(self._current, "give back" if self._secret else "undo")
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key is Qt.Key.Key_Down else -1)
        elif bare and key is Qt.Key.Key_M:
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key of the keyboard opens the menu of the member where the keyboard stands."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu()
        else:
            super().contextMenuEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys work from here on, and it can be seen."""
        super().focusInEvent(event)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys do not work any more, and it can be seen."""
        super().focusOutEvent(event)
        self._mark()

    def go_to(self, member_id: int) -> None:
        """Puts the keyboard on a member."""
        self._current = member_id
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._mark()

    def _open_menu(self) -> None:
        row = self.rows.get(self._current or 0)
        if row is not None and row.more.isVisible():
            row.open_menu()

    def _vote(self, choice: Choice) -> None:
        row = self.rows.get(self._current or 0)
        if row is None or row.line is None or not row.may_vote():
            return
        if self._secret:
            self._take_ballot(row, choice)
            return
        member = row.line.member_id
        # Shown at once: the next key must not wait for the disk; the office has the last word.
        row.show_line(replace(row.line, choice=choice), live=True, attends=True)
        self._current = self._next_waiting() or self._current
        self._mark()
        self.voted.emit(member, choice)

    def _take_ballot(self, row: RollRow, choice: Choice) -> None:
        """In a secret vote 1 means that the member took a ballot; the other keys mean nothing."""
        if row.line is not None and choice is Choice.FOR and row.waits():
            member = row.line.member_id
            row.show_line(replace(row.line, took_ballot=True), live=True, attends=True, secret=True)
            self._current = self._next_waiting() or self._current
            self._mark()
            self.asked.emit(member, "ballot")

    def _keys(self) -> str:
        say = self._language.say
        if self._secret:
            return say("Secret vote: 1 took a ballot · Delete takes it back · M menu")
        return say("1 for · 2 against · 3 abstains · Delete takes a vote back · M menu")

    def _show_papers(self, papers: int, tally: Tally | None) -> None:
        """How many ballots are taken, and the totals once they are counted."""
        told = [self._language.count("{n} ballot taken", "{n} ballots taken", papers)]
        if tally is not None and self.count.isVisibleTo(self):
            told.append(self.count.text())
        self.count.setText(" · ".join(told))
        self.count.show()

    def _step(self, by: int) -> None:
        keys = list(self.rows)
        if keys:
            at = keys.index(self._current) if self._current in keys else 0
            self._current = keys[max(0, min(at + by, len(keys) - 1))]
            self._mark()

    def _next_waiting(self) -> int | None:
        keys = list(self.rows)
        at = keys.index(self._current) if self._current in keys else 0
        return next((key for key in keys[at:] + keys[:at] if self.rows[key].waits()), None)

    def _row_waits(self) -> bool:
        row = self.rows.get(self._current or 0)
        return row is not None and row.waits()

    def _mark(self) -> None:
        for key, row in self.rows.items():
            row.mark_current(key == self._current, self.hasFocus())
        current = self.rows.get(self._current or 0)
        if current is not None:
            self._bring_in_sight(current)
            self.setAccessibleName(current.said())

    def _bring_in_sight(self, row: RollRow) -> None:
        """On a small screen the roll call itself may stand half below the edge."""
        self.area.ensureWidgetVisible(row, 0, STEP)
        over = self.parentWidget()
        while self.hasFocus() and over is not None:
            if isinstance(over, QScrollArea):
                over.ensureWidgetVisible(row, 0, STEP)
            over = over.parentWidget()

    def _show_count(self, tally: Tally | None) -> None:
        self.count.setVisible(tally is not None)
        if tally is None:
            return
        figures = ((Choice.FOR, tally.for_), (Choice.AGAINST, tally.against), (Choice.ABSTAIN, tally.abstained))
        told = [f"{word(self._language, choice)} {many}" for choice, many in figures]
        if tally.by_casting_vote and not any(row.waits() for row in self.rows.values()):
            told.append(self._language.say("by the casting vote"))
        self.count.setText(" · ".join(told))

    def _make_rows(self, roll: Sequence[RollLine]) -> None:
        for row in self.rows.values():
            row.deleteLater()
        self.rows = {}
        for at, line in enumerate(roll):
            row = RollRow(self._language, self)
            row.pressed.connect(self.go_to)
            row.voted.connect(self._pressed_vote)
            row.asked.connect(self.asked)
            self._column.insertWidget(at, row)
            self.rows[line.member_id] = row

    def _pressed_vote(self, member_id: int, choice: Choice) -> None:
        self.go_to(member_id)
        self._vote(choice)
