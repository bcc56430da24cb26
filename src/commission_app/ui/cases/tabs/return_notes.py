"""What is to be mended since the portfolio was sent back, at the very thing it is about, to be ticked when settled."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.evidence import SubmissionState
from commission_app.services.evidence import ItemLine
from commission_app.services.submissions import NoteLine, SubmissionLine
from commission_app.ui.theme import STEP


class ReturnNotes(QFrame):
    """Hidden while there is nothing to mend here."""

    settled = Signal(int, bool)
    """The key of a note, and whether it is settled."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: tuple[NoteLine, ...] = ()
        self.setProperty("role", "card")
        title = QLabel(language.say("To be mended; tick what is settled"), self)
        title.setProperty("role", "strong")
        title.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self._column.setSpacing(STEP)
        self._column.addWidget(title)
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        self.hide()

    def show_notes(self, notes: tuple[NoteLine, ...]) -> None:
        """Shows other notes; the ticks stay where nothing changed, so that the keyboard stays too."""
        if notes == self._shown:
            return
        self._shown = notes
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for note in notes:
            self._rows.addWidget(self._row(note))
        self.setVisible(bool(notes))

    def ticks(self) -> list[QCheckBox]:
        """The ticks, in the order of the notes."""
        return [tick for tick in self.findChildren(QCheckBox) if tick.isVisibleTo(self)]

    def _row(self, note: NoteLine) -> QWidget:
        row = QWidget(self)
        tick = QCheckBox(row)
        tick.setChecked(note.settled)
        tick.setAccessibleName(note.text)
        tick.clicked.connect(lambda on: self.settled.emit(note.id, on))
        text = QLabel(f"{about(note)}: {note.text}" if about(note) else note.text, row)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2 * STEP)
        across.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(text, 1)
        return row


def standing_notes(lines: Iterable[SubmissionLine]) -> tuple[NoteLine, ...]:
    """The notes with which the newest submission was sent back, settled or not; nothing once it is submitted anew."""
    newest = next(iter(lines), None)
    return newest.notes if newest is not None and newest.state is SubmissionState.RETURNED else ()


def about(note: NoteLine) -> str:
    """What a note is about, in short: an item's number or an outcome's code; nothing for the whole."""
    return f"P{note.position}" if note.position is not None else note.outcome


def notes_of_item(notes: Iterable[NoteLine], item: ItemLine | None) -> tuple[NoteLine, ...]:
    """The notes of an item (and of the one it replaced), then those of the whole portfolio."""
    keys = () if item is None else tuple(key for key in (item.id, item.replaces_id) if key is not None)
    found = tuple(notes)
    own = tuple(note for note in found if note.item_id in keys)
    return own + tuple(note for note in found if note.item_id is None and note.outcome_id is None)


def notes_of_outcome(notes: Iterable[NoteLine], outcome_id: int | None) -> tuple[NoteLine, ...]:
    """The notes of an outcome."""
    return tuple(note for note in notes if outcome_id is not None and note.outcome_id == outcome_id)
