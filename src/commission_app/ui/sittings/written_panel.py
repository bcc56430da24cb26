"""The written procedure in the window: votes entered as they come, by member and case, until each is closed."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from commission_app.i18n import today
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.services import written_vote
from commission_app.services.written_vote import WrittenCard, WrittenLine
from commission_app.ui.places import Place
from commission_app.ui.promises import Promise
from commission_app.ui.sittings.roll_line import KEYS
from commission_app.ui.sittings.written_grid import WrittenGrid
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice as ChoiceBox
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

if TYPE_CHECKING:
    from commission_app.ui.sittings.sitting_screen import SittingScreen


class WrittenPanel(QFrame):
    """A table of votes, and below it when and how the next vote came; every vote is stored at once."""

    moved = Signal(int)
    """The key of the item to which the keyboard went."""

    def __init__(self, screen: "SittingScreen") -> None:
        super().__init__(screen)
        say, self._screen, self.grid = screen.language.say, screen, cast("WrittenGrid | None", None)
        self.told = QLabel(self)
        self.told.setProperty("role", "strong")
        self.told.setWordWrap(True)
        self.prolong = QPushButton(say("Prolong …"), self)
        self.prolong.clicked.connect(lambda _: ask_last_day(screen, prolong=True))
        self.who = QLabel(self)
        self.who.setWordWrap(True)
        self.votes = {choice: self._vote_button(choice) for choice in Choice}
        self.came_on = DateEdit(screen.language, self)
        self.came_on.setAccessibleName(say("Came on"))
        self.came_on.set_value(today())
        self.channel = ChoiceBox(self)
        self.channel.setAccessibleName(say("Came how"))
        self.channel.offer_words(screen.language, Channel)
        self.channel.set_value(Channel.EMAIL)
        self.back = QPushButton(say("Take the vote back (Delete)"), self)
        self.back.clicked.connect(lambda _: self._take_back())
        self.recuse = QPushButton(say("Takes no part in this item (conflict of interest) …"), self)
        self.recuse.clicked.connect(lambda _: self._recuse())
        self.why = QLabel(self)
        self.why.setProperty("role", "soft")
        self.why.setWordWrap(True)
        self.close_item = QPushButton(say("Close the item"), self)
        self.close_item.clicked.connect(lambda _: self._close())
        self._grid_place = QVBoxLayout()
        self._wanted: int | None = None
        self._showing = False
        self._lay_out()

    def refresh(self, item_id: int | None) -> None:
        """Asks for the votes as they stand now; the keyboard goes to an item."""
        self._wanted = item_id
        self._screen.jobs.ask(self, written_vote.card, self._screen.sitting_id).then(self._show)

    def line(self) -> WrittenLine | None:
        """The item where the keyboard stands."""
        return cast("WrittenLine | None", self.grid.current()) if self.grid is not None else None

    def _show(self, card: WrittenCard) -> None:
        language = self._screen.language
        until = language.date(card.until) if card.until is not None else ""
        self.told.setText(language.say("Votes are awaited until {day}, inclusive.", day=until))
        if self.grid is None or self.grid.members != card.members:
            self._make_grid(card)
        assert self.grid is not None
        self._showing = True
        self.grid.show_card(card)
        if self._wanted is not None:
            self.grid.go_to(self._wanted)
        self._showing = False
        self._moved()

    def _make_grid(self, card: WrittenCard) -> None:
        if self.grid is not None:
            self.grid.deleteLater()
        self.grid = grid = WrittenGrid(self._screen.language, card, self)
        self._grid_place.addWidget(grid)
        grid.voted.connect(self._cast)
        grid.taken_back.connect(self._take_back)
        grid.opened.connect(lambda line: self._screen.go.emit(Place("case", line.case_id)))
        grid.selectionModel().currentChanged.connect(lambda *_: self._moved())

    def _moved(self) -> None:
        """Says whose vote on what is entered, and what stands against closing the item."""
        language, line, member = self._screen.language, self.line(), self._member()
        cell = next((one for one in line.cells if one.member_id == member), None) if line is not None else None
        name = next((name for key, name in self.grid.members if key == member), "") if self.grid is not None else ""
        may = line is not None and line.open and cell is not None and cell.barred is None
        self.who.setText(
            f"{line.case_number} · {name}" if line is not None and name else language.say("Choose a vote.")
        )
        for choice, button in self.votes.items():
            button.setEnabled(may)
            chosen = cell is not None and cell.choice is choice
            button.setChecked(chosen)
            button.setProperty("active", "true" if chosen else "false")
            button.style().unpolish(button)
            button.style().polish(button)
        self.back.setEnabled(may and cell is not None and cell.choice is not None)
        self.recuse.setEnabled(may)
        against = line.against_closing if line is not None and line.open else ()
        self.why.setText(" ".join(sentence(language, why) for why in against))
        self.close_item.setEnabled(line is not None and line.open and not against)
        if line is not None and not self._showing and line.item_id != self._wanted:
            self.moved.emit(line.item_id)

    def _member(self) -> int | None:
        return self.grid.member() if self.grid is not None else None

    def _cast(self, choice: Choice) -> None:
        line, member, day = self.line(), self._member(), self.came_on.value()
        if line is not None and member is not None and day is not None:
            channel = cast("Channel", self.channel.value())
            do = self._screen.jobs.do
            self._after(do(self._screen, written_vote.cast, line.item_id, member, choice, day, channel))

    def _take_back(self) -> None:
        line, member = self.line(), self._member()
        if line is not None and member is not None:
            self._after(self._screen.jobs.do(self._screen, written_vote.take_back, line.item_id, member))

    def _recuse(self) -> None:
        from commission_app.ui.sittings.sitting_dialogs import RecuseDialog

        line, member = self.line(), self._member()
        if line is not None and member is not None and self.grid is not None:
            name = dict(self.grid.members)[member]
            dialog = RecuseDialog(self._screen.desk, line.item_id, member, name, self._screen)
            dialog.stored.connect(lambda _: self._screen.refresh())
            dialog.open()

    def _close(self) -> None:
        if (line := self.line()) is not None:
            self._after(self._screen.jobs.do(self._screen, written_vote.close_item, line.item_id))

    def _after(self, promise: "Promise[Any]") -> None:
        self._screen.banner.hide()
        promise.always(self._screen.refresh)

    def _vote_button(self, choice: Choice) -> QToolButton:
        said = word(self._screen.language, choice)
        button = QToolButton(self)
        button.setText(said)
        button.setProperty("role", "pill")
        button.setToolTip(f"{said} ({KEYS[choice]})")
        button.setCheckable(True)
        button.clicked.connect(lambda _: self._cast(choice))
        return button

    def _lay_out(self) -> None:
        head, entry, end = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (head, entry, end):
            row.setSpacing(2 * STEP)
        head.addWidget(self.told, 1)
        head.addWidget(self.prolong)
        for button in self.votes.values():
            entry.addWidget(button)
        entry.addWidget(self.came_on)
        entry.addWidget(self.channel)
        entry.addWidget(self.back)
        entry.addStretch(1)
        end.addWidget(self.why, 1)
        end.addWidget(self.recuse)
        end.addWidget(self.close_item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(head)
        column.addLayout(self._grid_place, 1)
        column.addWidget(self.who)
        column.addLayout(entry)
        column.addLayout(end)


def ask_last_day(screen: "SittingScreen", *, prolong: bool = False) -> None:
    """Asks until when votes are awaited, to begin the procedure or to prolong it."""
    from commission_app.ui.sittings.written_dialog import LastDayDialog

    if screen.card is not None:
        dialog = LastDayDialog(screen.desk, screen.card, screen, prolong=prolong)
        dialog.stored.connect(lambda _: screen.refresh())
        dialog.open()
