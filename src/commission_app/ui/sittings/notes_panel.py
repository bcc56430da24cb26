"""Notes at the table: what was said, what happened, what the writer keeps for himself; one line and Enter."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from commission_app.rules.vocabulary.sitting import NoteKind
from commission_app.services import sitting_notes
from commission_app.services.sitting_notes import NoteLine
from commission_app.ui.desk import Desk
from commission_app.ui.icons import tone_icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.inputs import TextInput
from commission_app.wording.words import word

if TYPE_CHECKING:
    from commission_app.ui.promises import Promise

_MARKS = {NoteKind.SPOKEN: ("info", "info"), NoteKind.INCIDENT: ("warn", "warn"), NoteKind.PRIVATE: ("neutral", "lock")}
_LINES = 3


class NoteInput(TextInput):
    """A line whose keys stay with it: nothing typed here reaches the sitting."""

    left = Signal()
    """Escape: the writer goes back to the roll call; what was typed stays."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Types; whatever it does not know ends here, but Tab. Escape would otherwise lead out of the sitting."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.accept()


class NotesPanel(QFrame):
    """Under the case: the notes of the item in sight, and the line that takes the next one."""

    changed = Signal()
    left = Signal()
    """The writer goes back to where votes are given."""

    def __init__(self, desk: Desk, sitting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        language, say = desk.language, desk.language.say
        self._desk, self._sitting_id = desk, sitting_id
        self._item_id: int | None = None
        self._takes = False
        self._notes: tuple[NoteLine, ...] = ()
        title = QLabel(say("Notes (F4)"), self)
        title.setProperty("role", "label")
        self.kind = Choice(self).offer_words(language, NoteKind)
        self.kind.setCurrentIndex(0)
        self.kind.setAccessibleName(say("Kind of note"))
        self.speaker = Choice(self, short=True)
        self.speaker.setAccessibleName(say("Who speaks"))
        self.line = NoteInput(self, placeholder=say("What was said; Enter stores it"))
        self.line.setAccessibleName(say("Note"))
        self.line.returnPressed.connect(self.store)
        self.line.left.connect(self.left)
        self.kind.currentIndexChanged.connect(lambda _: self._arrange())
        self.list = QListWidget(self)
        self.list.setAccessibleName(say("Notes"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        QShortcut(QKeySequence.StandardKey.Delete, self.list, self.take_out, context=Qt.ShortcutContext.WidgetShortcut)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(lambda at: self.menu().popup(self.list.viewport().mapToGlobal(at)))
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        for widget, wide in ((self.kind, 0), (self.speaker, 0), (self.line, 1)):
            row.addWidget(widget, wide)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(title)
        column.addLayout(row)
        column.addWidget(self.list)
        self.list.hide()

    def show_item(self, item_id: int, speakers: tuple[str, ...], *, takes: bool) -> None:
        """Shows the notes of an item; `takes` while the sitting is open: before it there is nothing to show."""
        self._item_id, self._takes = item_id, takes
        if takes:
            self.show()
        for widget in (self.kind, self.speaker, self.line):
            widget.setVisible(takes)
        chosen = self.speaker.value()
        none = self._desk.language.say("speaker …")
        self.speaker.offer(((name, name) for name in speakers), empty=none)
        if chosen in speakers:
            self.speaker.set_value(chosen)
        self._arrange()
        self._desk.jobs.ask(self, sitting_notes.notes, self._sitting_id, item_id).then(self._show)

    def put_away(self) -> None:
        """There is no item in sight."""
        self._item_id = None
        self.hide()

    def begin(self) -> None:
        """Puts the keyboard into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def store(self) -> None:
        """Stores what stands in the line."""
        text, kind = self.line.value(), self.kind.value()
        if not text or not isinstance(kind, NoteKind):
            return
        speaker = str(self.speaker.value() or "") if kind is NoteKind.SPOKEN else ""
        promise = self._desk.jobs.do(self, sitting_notes.write, self._sitting_id, self._item_id, kind, text, speaker)
        self._after(promise.resting(self.line))

    def menu(self) -> QMenu:
        """What can be done with the note in hand."""
        say, menu = self._desk.language.say, QMenu(self)
        if self._in_hand() is not None:
            again = QAction(say("Take out (Delete)"), menu)
            again.triggered.connect(lambda _=False: self.take_out())
            menu.addAction(again)
        return menu

    def take_out(self) -> None:
        """Takes the note in hand out; what stands in the line stays."""
        note = self._in_hand()
        if note is not None:
            self._desk.jobs.do(self, sitting_notes.remove, note.id).then(lambda _: self._ask())

    def show_trouble(self, text: str, _what: object, _again: object) -> bool:
        """A refusal stands as the tip of the line, which keeps what was typed."""
        self.line.setToolTip(text)
        self.line.setPlaceholderText(text)
        return False

    def _after(self, promise: "Promise[Any]") -> None:
        promise.then(lambda _: self._stored())

    def _stored(self) -> None:
        self.line.clear()
        self.line.setFocus()
        self._ask()

    def _ask(self) -> None:
        self.changed.emit()
        if self._item_id is not None:
            self._desk.jobs.ask(self, sitting_notes.notes, self._sitting_id, self._item_id).then(self._show)

    def _in_hand(self) -> NoteLine | None:
        at = self.list.currentRow()
        return self._notes[at] if 0 <= at < len(self._notes) else None

    def _show(self, notes: tuple[NoteLine, ...]) -> None:
        self._notes = notes
        self.setVisible(self._item_id is not None and (self._takes or bool(notes)))
        self.list.clear()
        for note in notes:
            tone, picture = _MARKS[note.kind]
            said = f"{note.speaker}: {note.text}" if note.speaker else note.text
            line = QListWidgetItem(tone_icon(picture, tone), f"{self._desk.language.time(note.noted_at)} {said}")
            line.setToolTip(word(self._desk.language, note.kind))
            self.list.addItem(line)
        self.list.setVisible(bool(notes))
        high = sum(self.list.sizeHintForRow(at) for at in range(len(notes)))
        self.list.setFixedHeight(min(high, _LINES * (self.fontMetrics().height() + 2 * STEP)) + 3 * STEP)
        self.list.scrollToBottom()

    def _arrange(self) -> None:
        self.speaker.setVisible(self._takes and self.kind.value() is NoteKind.SPOKEN)
