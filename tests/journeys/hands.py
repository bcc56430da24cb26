"""The hands of a secretary: a mouse, a keyboard and eyes for what stands on the screen; nothing of the office."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from commission_app.i18n import Language
from commission_app.ui.main_window import MainWindow
from commission_app.ui.widgets.bug_report import BugReport
from commission_app.ui.widgets.field import Field

W = TypeVar("W", bound=QWidget)

PATIENCE_MS = 30_000
SHORT_CLOCK_MS = 450
KEYS = {"1": Qt.Key.Key_1, "2": Qt.Key.Key_2, "3": Qt.Key.Key_3, "4": Qt.Key.Key_4}
LEFT = Qt.MouseButton.LeftButton
NOTHING_HELD = Qt.KeyboardModifier.NoModifier


class Hands:
    """Presses what can be seen, by the words it bears in the language of the window."""

    def __init__(self, window: MainWindow, language: Language, qtbot: QtBot, busy: Callable[[], bool]) -> None:
        self.window = window
        self.language = language
        self._qtbot = qtbot
        self._busy = busy

    # Seeing

    def front(self) -> QWidget:
        """What takes the mouse now: the topmost dialog, or the window."""
        dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        reports = [one for one in dialogs if isinstance(one, BugReport)]
        assert not reports, reports[0].text()
        modal = QApplication.activeModalWidget()
        return modal if modal is not None else dialogs[-1] if dialogs else self.window

    def seen(self, kind: type[W], within: QWidget | None = None) -> list[W]:
        """The parts of a kind in sight."""
        root = within if within is not None else self.front()
        return [part for part in root.findChildren(kind) if part.isVisible()]

    def one(self, kind: type[W], within: QWidget | None = None) -> W:
        """The one part of a kind in sight, as soon as it is there."""
        self.until(lambda: bool(self.seen(kind, within)), f"no {kind.__name__} in sight")
        return self.seen(kind, within)[0]

    def reads(self) -> str:
        """Every word that stands on labels and buttons in sight."""
        root = self.front()
        labels = [label.text() for label in self.seen(QLabel, root)]
        return "\n".join(labels + [button.text() for button in self.seen(QAbstractButton, root)])

    def say(self, text: str, **facts: object) -> str:
        """A text in the language of the window."""
        return self.language.say(text, **facts)

    # Waiting

    def until(self, settled: Callable[[], bool], otherwise: str) -> None:
        """Waits for something to be so, and says what was in sight where it never was."""
        end = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < end:
            if settled():
                return
            self._qtbot.wait(5)
        raise AssertionError(f"{otherwise}; in sight:\n{self.reads()}")

    def rest(self) -> None:
        """Waits until everything asked for has come and short clocks have run out."""
        self.until(self._still, "the window does not come to rest")

    def _still(self) -> bool:
        QApplication.processEvents()
        if self._busy():
            return False
        clocks = [clock for clock in self.window.findChildren(QTimer) if clock.isActive() and clock.isSingleShot()]
        return not any(clock.interval() <= SHORT_CLOCK_MS for clock in clocks) and not self._busy()

    # Pressing

    def press(self, text: str, within: QWidget | None = None, **facts: object) -> None:
        """Clicks the button that bears these words."""
        word = self.say(text, **facts)
        self.press_word(word, within)

    def press_word(self, word: str, within: QWidget | None = None) -> None:
        """Clicks the button that bears these very words."""

        def found() -> list[QAbstractButton]:
            buttons = self.seen(QAbstractButton, within)
            return [one for one in buttons if one.text().replace("&", "") == word and one.isEnabled()]

        self.until(lambda: bool(found()), f"no button “{word}”")
        self.click(found()[0])

    def click(self, part: QWidget, at: QPoint | None = None, *, held: Qt.KeyboardModifier = NOTHING_HELD) -> None:
        """Clicks a part, scrolled into sight first."""
        self.give_keyboard()
        over = part.parentWidget()
        while over is not None:
            if isinstance(over, QScrollArea):
                over.ensureWidgetVisible(part)
            over = over.parentWidget()
        QTest.mouseClick(part, LEFT, held, part.rect().center() if at is None else at)
        self.rest()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD, on: QWidget | None = None) -> None:
        """Presses a key where the keyboard is."""
        self.give_keyboard()
        target = on or QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, held)
        self.rest()

    def give_keyboard(self) -> None:
        """The desktop gives the keyboard to the window in front; without a desktop somebody must."""
        if QApplication.activeWindow() is not self.front():
            self.front().activateWindow()
            self.until(lambda: QApplication.activeWindow() is self.front(), "the window does not take the keyboard")

    def ctrl(self, key: Qt.Key) -> None:
        """Presses a key with Ctrl."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def tab(self, word: str) -> None:
        """Clicks a tab."""
        self.until(lambda: any(word in _tabs(bar) for bar in self.seen(QTabBar)), f"no tab “{word}”")
        bar = next(bar for bar in self.seen(QTabBar) if word in _tabs(bar))
        self.click(bar, bar.tabRect(_tabs(bar).index(word)).center())

    def pick(self, menu: Callable[[], object], text: str) -> None:
        """Opens a menu and picks an entry."""
        menu()
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), f"no menu with “{text}”")
        shown = QApplication.activePopupWidget()
        assert isinstance(shown, QMenu)
        entry = next(action for action in shown.actions() if action.text().strip() == text)
        self._pick(shown, entry)

    def _pick(self, menu: QMenu, entry: QAction) -> None:
        assert entry.isEnabled(), f"“{entry.text()}” rests"
        QTest.mouseClick(menu, LEFT, NOTHING_HELD, menu.actionGeometry(entry).center())
        self.rest()

    # Filling in

    def field(self, label: str) -> QWidget:
        """The input below a label."""
        word = self.say(label)

        def found() -> list[Field]:
            return [one for one in self.seen(Field) if one.label_text == word]

        self.until(lambda: bool(found()), f"no field “{word}”")
        held = found()[0].input
        assert isinstance(held, QWidget)
        return held

    def fill(self, label: str, text: str) -> None:
        """Types into the field of a label, over what stood there."""
        self.type_into(self.field(label), text)

    def type_into(self, part: QWidget, text: str) -> None:
        """Clicks into an input and types over what stands there."""
        if isinstance(part, QLineEdit):
            self.click(part, QPoint(8, part.height() // 2))
        else:
            self.click(part)
        QTest.keyClick(part, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.write(text, part)
        self.rest()

    def write(self, text: str, on: QWidget | None = None) -> None:
        """Types a text: letters of the keyboard as keys, the others as an input method gives them."""
        part = on or QApplication.focusWidget()
        assert isinstance(part, QLineEdit | QPlainTextEdit | QTextEdit), part
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(part, letter)
            else:
                typed = QInputMethodEvent()
                typed.setCommitString(letter)
                QApplication.sendEvent(part, typed)

    def choose(self, label: str, option: str) -> None:
        """Goes through a list that unfolds until the option stands there."""
        self.choose_in(self.field(label), option)

    def choose_in(self, held: QWidget, option: str) -> None:
        """Goes through a list with the arrows until the option stands there."""
        assert isinstance(held, QComboBox)
        held.setFocus()
        self.until(lambda: held.findText(option) >= 0, f"no option “{option}” of {_options(held)}")
        QTest.keyClick(held, Qt.Key.Key_Home)
        while held.currentText() != option:
            before = held.currentIndex()
            QTest.keyClick(held, Qt.Key.Key_Down)
            assert held.currentIndex() != before, f"“{option}” cannot be reached among {_options(held)}"
        self.rest()

    def drop(self, onto: QAbstractItemView | QWidget, paths: Iterable[Path]) -> None:
        """Drags files from the desktop and lets them fall into the empty room of a part."""
        target = onto.viewport() if isinstance(onto, QAbstractItemView) else onto
        luggage = QMimeData()
        luggage.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        at = QPoint(target.width() // 2, target.height() - 4)
        copy = Qt.DropAction.CopyAction
        entering = QDragEnterEvent(at.toPointF(), copy, luggage, LEFT, NOTHING_HELD)
        QApplication.sendEvent(target, entering)
        assert entering.isAccepted(), "files are not welcome here"
        falling = QDropEvent(at.toPointF(), copy, luggage, LEFT, NOTHING_HELD)
        QApplication.sendEvent(target, falling)
        assert falling.isAccepted()
        self.rest()

    def click_cell(self, table: QTableView, row: int, column: int, *, many: bool = False) -> None:
        """Clicks a cell of a table; with Shift, everything up to it is chosen."""
        index = table.model().index(row, column)
        table.scrollTo(index)
        held = Qt.KeyboardModifier.ShiftModifier if many else NOTHING_HELD
        self.click(table.viewport(), table.visualRect(index).center(), held=held)


def _tabs(bar: QTabBar) -> list[str]:
    return [bar.tabText(at).replace("&", "") for at in range(bar.count())]


def _options(held: QComboBox) -> list[str]:
    return [held.itemText(at) for at in range(held.count())]
