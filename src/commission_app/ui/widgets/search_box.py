"""The one search box: cases, people, codes, numbers, standards, settings; Ctrl+K from anywhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.ui.icons import icon
from commission_app.ui.places import Place

TYPING_MS = 150
_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Found:
    """One answer: under which heading it stands, what it says, and where it leads."""

    group: str
    text: str
    detail: str
    place: Place
    icon: str = "cases"


class SearchBox(QLineEdit):
    """Asks while one types; Enter goes to the chosen answer, the arrows choose, Esc gives the keyboard back."""

    asked = Signal(str)
    """The words to look for."""
    go = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._back: QWidget | None = None
        self._popup: _Answers | None = None
        self._in_haste = False
        self.setPlaceholderText(language.say("Search: name, code, number …   Ctrl+K"))
        self.setAccessibleName(language.say("Search"))
        self.setToolTip(language.say("Cases, people, codes, numbers, standards and settings (Ctrl+K)"))
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(220)
        self.setMaximumWidth(460)
        self._clock = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._clock.timeout.connect(self._ask)
        self.textChanged.connect(self._typed)

    def begin(self, back: QWidget | None) -> None:
        """Takes the keyboard, and remembers whom to give it back."""
        self._back = back
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_answers(self, words: str, answers: Sequence[Found]) -> None:
        """Shows what was found for these words, if they are still the ones typed."""
        if words != self.words():
            return
        popup = self._answers()
        popup.show_answers(answers, self._language.say("Nothing was found for “{words}”.", words=words))
        popup.place_below(self)
        if self._in_haste:
            self._in_haste = False
            self._follow(popup.chosen())

    def answers(self) -> list[str]:
        """The answers as they read; none while the list is closed."""
        return self._popup.texts() if self._popup is not None and self._popup.isVisible() else []

    def words(self) -> str:
        """The typed words."""
        return " ".join(self.text().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Chooses with the arrows, goes with Enter, leaves with Esc."""
        popup = self._popup if self._popup is not None and self._popup.isVisible() else None
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and popup is not None:
            popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(popup)
        elif key == Qt.Key.Key_Escape:
            self._close()
            if self._back is not None:
                self._back.setFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Closes the list."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._close()

    def _enter(self, popup: "_Answers | None") -> None:
        """Enter before the answers have come goes to the first of them when they do."""
        if self._clock.isActive() or popup is None:
            self._in_haste = bool(self.words())
            self._clock.stop()
            self._ask()
        else:
            self._follow(popup.chosen())

    def _typed(self) -> None:
        self._in_haste = False
        if self.words():
            self._clock.start()
        else:
            self._clock.stop()
            self._close()

    def _ask(self) -> None:
        if self.words():
            self.asked.emit(self.words())

    def _follow(self, place: Place | None) -> None:
        if place is not None:
            self._close()
            self.clear()
            self.go.emit(place)

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _answers(self) -> "_Answers":
        if self._popup is None:
            self._popup = _Answers(self._follow, self.window())
        return self._popup


class _Answers(QFrame):
    """The answers below the box; the keyboard stays in the box."""

    def __init__(self, follow: Callable[[Place | None], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setStyleSheet("QListWidget { border: 0; }")
        self._list.setIconSize(QSize(20, 20))
        self._list.itemClicked.connect(lambda item: follow(item.data(_PLACE)))
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "soft")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(12, 12, 12, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self.hide()
        parent.installEventFilter(self)

    def show_answers(self, answers: Sequence[Found], nothing: str) -> None:
        """Fills the list, each group under its heading."""
        self._list.clear()
        group = ""
        for found in answers:
            if found.group != group:
                group = found.group
                self._add_heading(group)
            item = QListWidgetItem(icon(found.icon), _line(found))
            item.setData(_PLACE, found.place)
            item.setToolTip(_line(found))
            self._list.addItem(item)
        self._list.setVisible(bool(answers))
        self._nothing.setText(nothing)
        self._nothing.setVisible(not answers)
        self.move_choice(1)

    def place_below(self, box: QWidget) -> None:
        """Stands below the box, as high as its lines need."""
        at = box.mapTo(self.window() or box, QPoint(0, box.height() + 4))
        rows = min(self._list.count(), 14)
        height = rows * (self._list.sizeHintForRow(0) + 4) + 16 if rows else self._nothing.sizeHint().height() + 8
        self.setGeometry(at.x(), at.y(), max(box.width(), 420), max(height, 48))
        self.raise_()
        self.show()

    def move_choice(self, step: int) -> None:
        """Chooses the next or the last answer, passing over the headings."""
        at = self._list.currentRow()
        for _ in range(self._list.count()):
            at = (at + step) % self._list.count()
            if self._list.item(at).data(_PLACE) is not None:
                self._list.setCurrentRow(at)
                return

    def chosen(self) -> Place | None:
        """The place of the chosen answer."""
        item = self._list.currentItem()
        place = item.data(_PLACE) if item is not None else None
        return place if isinstance(place, Place) else None

    def texts(self) -> list[str]:
        """Every line, headings too."""
        return [self._list.item(at).text() for at in range(self._list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closes when the window changes its size."""
        if event.type() is QEvent.Type.Resize:
            self.hide()
        return super().eventFilter(watched, event)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.addItem(item)


def _line(found: Found) -> str:
    return f"{found.text}  ·  {found.detail}" if found.detail else found.text
