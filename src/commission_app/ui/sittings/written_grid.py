"""The votes of a written procedure as a table: a case a row, a member a column, and how each case stands."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState
from commission_app.services.written_seats import WrittenMember
from commission_app.services.written_vote import WrittenCard, WrittenCell, WrittenLine
from commission_app.ui.columns import Column, State
from commission_app.ui.sittings.roll_call import VOTES
from commission_app.ui.sittings.sitting_words import item_mark
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

TONES = {Choice.FOR: "good", Choice.AGAINST: "bad", Choice.ABSTAIN: "warn"}
BEFORE_MEMBERS = 2
"""The columns that stand before the first member: the case, and how it stands."""


class WrittenGrid(RowsTable):
    """1, 2 and 3 enter the vote of the member in whose column the keyboard stands; Delete takes it back.

    In a secret vote 1 means that the ballot came; the other two mean nothing.
    """

    voted = Signal(object)
    taken_back = Signal()

    def __init__(self, language: Language, card: WrittenCard, parent: QWidget) -> None:
        columns: list[Column[WrittenLine]] = [
            Column("case", language.say("Case"), _case, stretch=True),
            Column("state", language.say("Result of the vote"), lambda line: _stands(language, line)),
        ]
        columns += [_member(language, at, one) for at, one in enumerate(card.members)]
        super().__init__(columns, parent)
        self.members = card.members
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAccessibleName(language.say("Votes in writing"))

    def fits(self, card: WrittenCard) -> bool:
        """Whether the columns are those of the card: the same members vote, and the same are replaced."""
        return [_seat(one) for one in self.members] == [_seat(one) for one in card.members]

    def show_card(self, card: WrittenCard) -> None:
        """Shows the votes as they stand; the keyboard stays in its cell."""
        self.members, at = card.members, self.currentIndex()
        row, column = max(at.row(), 0), at.column() if at.isValid() else BEFORE_MEMBERS
        self.show_rows(card.lines)
        self.setCurrentIndex(self.model().index(row, column))

    def member(self) -> WrittenMember | None:
        """The member in whose column the keyboard stands."""
        at = self.currentIndex().column() - BEFORE_MEMBERS
        return self.members[at] if 0 <= at < len(self.members) else None

    def cell(self) -> WrittenCell | None:
        """The vote on which the keyboard stands."""
        line, at = cast("WrittenLine | None", self.current()), self.currentIndex().column() - BEFORE_MEMBERS
        return line.cells[at] if line is not None and 0 <= at < len(line.cells) else None

    def go_to(self, item_id: int, member_id: int | None = None) -> None:
        """Puts the keyboard on an item, and on a member's vote."""
        row = next((at for at, line in enumerate(self.rows()) if line.item_id == item_id), -1)
        keys = [one.member_id for one in self.members]
        column = keys.index(member_id) + BEFORE_MEMBERS if member_id in keys else self.currentIndex().column()
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, max(column, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The three votes and Delete; everything else as in every list."""
        key = Qt.Key(event.key())
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if bare and key in VOTES:
            self.voted.emit(VOTES[key])
        elif bare and key is Qt.Key.Key_Delete:
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)


def _seat(one: WrittenMember) -> tuple[object, ...]:
    return one.member_id, one.name, one.instead_of, one.replaced_by, one.sits


def _case(line: WrittenLine) -> str:
    return f"{line.position}. {line.case_number} · {line.applicant}"


def _stands(language: Language, line: WrittenLine) -> State:
    if line.state in (ItemState.DECIDED, ItemState.POSTPONED):
        return item_mark(language, line.state)
    # Of a secret vote nobody knows more than how many ballots are awaited, until they are counted.
    sealed = line.ballot is BallotKind.SECRET and line.totals is None
    if sealed and not line.against_counting:
        return State(language.say("to be counted"), "warn")
    if not sealed and not line.against_closing:
        return State(language.say("adopted"), "good")
    if line.settled:
        return State(language.say("not adopted"), "bad")
    if sealed:
        return State(language.count("{n} ballot awaited", "{n} ballots awaited", line.remaining), "info")
    return State(language.count("{n} vote awaited", "{n} votes awaited", line.remaining), "info")


def heading(language: Language, one: WrittenMember) -> str:
    """The name over the column of a member; with it whose vote a substitute gives."""
    if not one.instead_of:
        return one.name
    return language.say("{name} (replaces {replaced})", name=one.name, replaced=one.instead_of)


def _member(language: Language, at: int, one: WrittenMember) -> Column[WrittenLine]:
    def vote(line: WrittenLine) -> str | State:
        cell = line.cells[at]
        if cell.choice is not None:
            return State(word(language, cell.choice), TONES[cell.choice])
        if cell.took:
            return State(language.say("ballot came"), "info")
        if one.replaced_by is not None and line.open:
            return language.say("replaced")
        return language.say("takes no part") if cell.barred is not None else "–"

    name = heading(language, one)
    return Column(f"member_{at}", name, vote, tooltip=lambda line: _told(language, name, line.cells[at]))


def _told(language: Language, name: str, cell: WrittenCell) -> str:
    if cell.barred is not None:
        return sentence(language, cell.barred)
    if cell.took:
        return f"{name}, {language.say('ballot came')}"
    if cell.choice is None:
        return name
    came = language.date(cell.came_on) if cell.came_on is not None else ""
    how = word(language, cell.channel) if cell.channel is not None else ""
    return ", ".join(part for part in (name, word(language, cell.choice), came, how) if part)
