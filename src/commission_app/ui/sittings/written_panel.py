"""The written procedure in the window: votes entered as they come, by member and case, until each is closed."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from commission_app.i18n import today
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.sitting import BallotKind, Choice
from commission_app.services import attendance, ballots, votes, written_ballots, written_vote
from commission_app.services.written_seats import WrittenMember
from commission_app.services.written_vote import WrittenCard, WrittenCell, WrittenLine
from commission_app.ui.places import Place
from commission_app.ui.promises import Promise
from commission_app.ui.sittings.roll_line import KEYS
from commission_app.ui.sittings.written_grid import WrittenGrid, heading
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice as ChoiceBox
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

if TYPE_CHECKING:
    from commission_app.ui.sittings.sitting_screen import SittingScreen
    from commission_app.ui.widgets.form_dialog import FormDialog


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
        self.paper = QPushButton(say("The ballot came (1)"), self)
        self.paper.clicked.connect(lambda _: self._cast(Choice.FOR))
        self.kind = QPushButton(self)
        self.kind.clicked.connect(lambda _: self._choose_kind())
        self.seat = QPushButton(self)
        self.seat.clicked.connect(lambda _: self._seat())
        self.counting = QPushButton(say("Count the ballots …"), self)
        self.counting.clicked.connect(lambda _: self._count())
        self.came_on = DateEdit(screen.language, self)
        self.came_on.setAccessibleName(say("Came on"))
        self.came_on.set_value(today())
        self.channel = ChoiceBox(self)
        self.channel.setAccessibleName(say("Came how"))
        self.channel.offer_words(screen.language, Channel)
        self.channel.set_value(Channel.EMAIL)
        self.back = QPushButton(say("Take the vote back (Delete)"), self)
        self.back.clicked.connect(lambda _: self._take_back())
        self.recuse = QPushButton(self._recuse_text(recused=False), self)
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
        if self.grid is None or not self.grid.fits(card):
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
        named = line is not None and member is not None
        self.who.setText(
            f"{line.case_number} · {heading(language, member)}"
            if line is not None and member is not None
            else language.say("Choose a vote.")
        )
        self.seat.setVisible(named)
        if line is not None and member is not None:
            self._show_seat(member)
        self._show_entry(line, self.grid.cell() if self.grid is not None and named else None)
        self._show_item(line)
        if line is not None and not self._showing and line.item_id != self._wanted:
            self.moved.emit(line.item_id)

    def _show_entry(self, line: WrittenLine | None, cell: WrittenCell | None) -> None:
        """How the vote in the cell is entered: by its name, or of a secret one only that the ballot came."""
        secret = line is not None and line.ballot is BallotKind.SECRET
        may = line is not None and line.open and cell is not None and cell.barred is None
        for choice, button in self.votes.items():
            button.setVisible(not secret)
            button.setEnabled(may)
            chosen = cell is not None and cell.choice is choice
            button.setChecked(chosen)
            button.setProperty("active", "true" if chosen else "false")
            button.style().unpolish(button)
            button.style().polish(button)
        uncounted = line is not None and line.totals is None
        self.paper.setVisible(secret)
        self.paper.setEnabled(may and uncounted and cell is not None and not cell.took)
        self.channel.setVisible(not secret)
        given = cell is not None and (cell.choice is not None or (cell.took and uncounted))
        self.back.setEnabled(may and given)
        recused = cell is not None and cell.recused
        self.recuse.setText(self._recuse_text(recused))
        self.recuse.setEnabled(may or (recused and line is not None and line.open))

    def _show_seat(self, member: WrittenMember) -> None:
        """The way to a substitute in the seat of the member, or back."""
        say = self._screen.language.say
        against = member.against_leaving if member.sits else member.against_replacing
        ends = member.sits or member.replaced_by is not None
        if not member.sits and member.instead_of:
            self.seat.setVisible(False)  # a substitute who no longer votes
        if member.replaced_by is not None and self.grid is not None:
            sitter = next((one for one in self.grid.members if one.member_id == member.replaced_by and one.sits), None)
            against = sitter.against_leaving if sitter is not None else ()
        self.seat.setText(say("End the substitution") if ends else say("A substitute votes …"))
        self.seat.setEnabled(not against)
        self.seat.setToolTip(" ".join(sentence(self._screen.language, why) for why in against))

    def _show_item(self, line: WrittenLine | None) -> None:
        """What stands against closing the item, counting its ballots, and voting on it the other way."""
        language, say = self._screen.language, self._screen.language.say
        secret = line is not None and line.ballot is BallotKind.SECRET
        against = line.against_closing if line is not None and line.open else ()
        counting = line.against_counting if line is not None else ()
        self.why.setText(" ".join(sentence(language, why) for why in against))
        self.close_item.setEnabled(line is not None and line.open and not against)
        self.counting.setVisible(secret and line is not None and line.open)
        self.counting.setEnabled(not counting)
        self.counting.setToolTip(" ".join(sentence(language, why) for why in counting))
        self.kind.setText(say("Vote by name") if secret else say("Vote in secret"))
        self.kind.setVisible(line is not None and line.open)
        other = line.against_choosing if line is not None else ()
        self.kind.setEnabled(not other)
        self.kind.setToolTip(" ".join(sentence(language, why) for why in other))

    def _member(self) -> WrittenMember | None:
        return self.grid.member() if self.grid is not None else None

    def _cast(self, choice: Choice) -> None:
        line, member, day = self.line(), self._member(), self.came_on.value()
        if line is None or member is None or day is None:
            return
        do, key = self._screen.jobs.do, member.member_id
        if line.ballot is BallotKind.SECRET:
            if choice is Choice.FOR:  # the first key: what is in the ballot nobody asks
                self._after(do(self._screen, written_ballots.came, line.item_id, key, day))
            return
        channel = cast("Channel", self.channel.value())
        self._after(do(self._screen, written_vote.cast, line.item_id, key, choice, day, channel))

    def _take_back(self) -> None:
        line, member = self.line(), self._member()
        if line is not None and member is not None:
            self._after(self._screen.jobs.do(self._screen, written_vote.take_back, line.item_id, member.member_id))

    def _recuse_text(self, recused: bool) -> str:
        say = self._screen.language.say
        return say("Take the recusal back") if recused else say("Takes no part in this item (conflict of interest) …")

    def _recuse(self) -> None:
        from commission_app.ui.sittings.sitting_dialogs import RecuseDialog

        line, member, cell = self.line(), self._member(), self.grid.cell() if self.grid is not None else None
        if line is None or member is None or cell is None:
            return
        if cell.recused:
            self._after(self._screen.jobs.do(self._screen, votes.unrecuse, line.item_id, member.member_id))
        else:
            self._ask(RecuseDialog(self._screen.desk, line.item_id, member.member_id, member.name, self._screen))

    def _seat(self) -> None:
        from commission_app.ui.sittings.written_seat_dialog import StandInDialog

        member, screen = self._member(), self._screen
        if member is None:
            return
        sitter = member.member_id if member.sits else member.replaced_by
        if sitter is not None:
            self._after(screen.jobs.do(screen, attendance.leave, screen.sitting_id, sitter))
        else:
            self._ask(StandInDialog(screen.desk, screen.sitting_id, member, screen))

    def _count(self) -> None:
        from commission_app.ui.sittings.count_dialog import CountDialog

        if (line := self.line()) is not None:
            self._ask(CountDialog(self._screen.desk, line, self._screen.jobs.office.actor.name, self._screen))

    def _choose_kind(self) -> None:
        if (line := self.line()) is not None:
            other = BallotKind.NAMED if line.ballot is BallotKind.SECRET else BallotKind.SECRET
            self._after(self._screen.jobs.do(self._screen, ballots.choose, line.item_id, other))

    def _ask(self, dialog: "FormDialog") -> None:
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
        head, whose, entry, end = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (head, whose, entry, end):
            row.setSpacing(2 * STEP)
        head.addWidget(self.told, 1)
        head.addWidget(self.kind)
        head.addWidget(self.prolong)
        whose.addWidget(self.who, 1)
        whose.addWidget(self.recuse)
        whose.addWidget(self.seat)
        for button in self.votes.values():
            entry.addWidget(button)
        entry.addWidget(self.paper)
        entry.addWidget(self.came_on)
        entry.addWidget(self.channel)
        entry.addWidget(self.back)
        entry.addStretch(1)
        end.addWidget(self.why, 1)
        end.addWidget(self.counting)
        end.addWidget(self.close_item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(head)
        column.addLayout(self._grid_place, 1)
        column.addLayout(whose)
        column.addLayout(entry)
        column.addLayout(end)


def ask_last_day(screen: "SittingScreen", *, prolong: bool = False) -> None:
    """Asks until when votes are awaited, to begin the procedure or to prolong it."""
    from commission_app.ui.sittings.written_dialog import LastDayDialog

    if screen.card is not None:
        dialog = LastDayDialog(screen.desk, screen.card, screen, prolong=prolong)
        dialog.stored.connect(lambda _: screen.refresh())
        dialog.open()
