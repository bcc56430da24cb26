"""The agenda of a sitting: its items with their states, in an order that can be changed while it is planned."""

from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commission_app.i18n import Language
from commission_app.services.sitting_cards import AgendaLine, SittingCard
from commission_app.ui.icons import icon, tone_icon
from commission_app.ui.sittings.agenda_clock import OVER, head, told
from commission_app.ui.sittings.sitting_words import ITEM_TONES
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.icon_button import icon_button
from commission_app.wording.words import word

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_TICK_MS = 15_000


class _Items(QListWidget):
    """A list whose letters belong to the sitting: they do not search here."""

    taken_off = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only moving is done here; Delete takes an item off."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Delete:
            self.taken_off.emit()
        elif key in _MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Takes the keyboard; whoever only comes by with Tab looks at no other item."""
        before = self.currentRow()
        blocked = self.blockSignals(True)
        super().focusInEvent(event)
        self.setCurrentRow(before)
        self.blockSignals(blocked)


class AgendaPanel(QFrame):
    """Left of the case: which item is in sight, and which come after it."""

    chosen = Signal(int)
    adding = Signal()
    taking_off = Signal(int)
    reordered = Signal(object)
    readiness_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._lines: tuple[AgendaLine, ...] = ()
        say = language.say
        title = QLabel(say("Agenda"), self)
        title.setProperty("role", "title")
        self.count = QLabel(self)
        self.count.setProperty("role", "small")
        self.items = _Items(self)
        self.items.setAccessibleName(say("Agenda"))
        self.items.setWordWrap(True)
        self.items.setIconSize(QSize(20, 20))
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.currentRowChanged.connect(self._chosen)
        self.items.taken_off.connect(self._take_off)
        self.add = QPushButton(icon("plus"), say("Add cases …"), self)
        self.add.clicked.connect(lambda _: self.adding.emit())
        self.ready = QPushButton(icon("check"), say("Ready for the sitting?"), self)
        self.ready.clicked.connect(lambda _: self.readiness_wanted.emit())
        self.up = icon_button("up", say("Move up"), self)
        self.down = icon_button("down", say("Move down"), self)
        self.off = icon_button("trash", say("Take off the agenda (Delete)"), self)
        self.up.clicked.connect(lambda _: self._move(-1))
        self.down.clicked.connect(lambda _: self._move(1))
        self.off.clicked.connect(lambda _: self._take_off())
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(lambda: self.tick(datetime.now(UTC)))
        self._clock.start()
        self._lay_out(title)

    def show_agenda(self, card: SittingCard, item_id: int | None, *, prepares: bool, orders: bool) -> None:
        """Shows the items; `prepares` while cases may be added, `orders` while the order may change."""
        self.items.blockSignals(True)
        self._lines = card.agenda
        while self.items.count() > len(card.agenda):
            self.items.takeItem(self.items.count() - 1)
        for at, line in enumerate(card.agenda):
            if at == self.items.count():
                self.items.addItem(QListWidgetItem())
            self._dress(self.items.item(at), line)
        at = next((at for at, line in enumerate(card.agenda) if line.item_id == item_id), -1)
        self.items.setCurrentRow(at)
        self.items.blockSignals(False)
        self.tick(datetime.now(UTC))
        self.count.setText(head(self._language, card.agenda))
        self.add.setVisible(prepares and bool(card.agenda))
        self.ready.setVisible(any(line.state not in OVER for line in card.agenda))
        for tool in (self.up, self.down, self.off):
            tool.setVisible(orders and bool(card.agenda))

    def tick(self, now: datetime) -> None:
        """Says of each item how long it takes or took, as of a moment; the office is not asked."""
        for at, line in enumerate(self._lines):
            item, text = self.items.item(at), self._text(line, now)
            if item.text() != text:
                item.setText(text)

    def texts(self) -> list[str]:
        """The items as they read."""
        return [self.items.item(at).text() for at in range(self.items.count())]

    def _dress(self, item: QListWidgetItem, line: AgendaLine) -> None:
        language = self._language
        tone, picture = ITEM_TONES[line.state]
        item.setIcon(tone_icon(picture, tone))
        title = half(language, line.title_lv, line.title_en)
        told = (f"{line.case_number} {line.applicant}", title, line.reason)
        item.setToolTip("\n".join(part for part in told if part))

    def _text(self, line: AgendaLine, now: datetime) -> str:
        first = f"{line.position}. {line.case_number} · {word(self._language, line.state)}"
        return "\n".join(part for part in (first, line.applicant, told(self._language, line, now)) if part)

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._lines):
            self.chosen.emit(self._lines[row].item_id)

    def _take_off(self) -> None:
        row = self.items.currentRow()
        if 0 <= row < len(self._lines) and not self.off.isHidden():
            self.taking_off.emit(self._lines[row].item_id)

    def _move(self, by: int) -> None:
        row, keys = self.items.currentRow(), [line.item_id for line in self._lines]
        if 0 <= row < len(keys) and 0 <= row + by < len(keys):
            keys[row], keys[row + by] = keys[row + by], keys[row]
            self.reordered.emit(tuple(keys))

    def _lay_out(self, title: QLabel) -> None:
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self.count)
        tools = QHBoxLayout()
        tools.setSpacing(STEP)
        tools.addWidget(self.add)
        tools.addStretch(1)
        for tool in (self.up, self.down, self.off):
            tools.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        column.addWidget(self.items, 1)
        column.addWidget(self.ready)
        column.addLayout(tools)
