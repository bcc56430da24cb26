"""Hands without a mouse: everything in the window is reached by Tab, arrows and keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

from commission_app.ui.widgets.field import Field
from tests.journeys.hands import Hands

MOST_TABS = 120
CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


class Keyboard:
    """Hands without a mouse: everything is reached by Tab, arrows and keys."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the keyboard stands."""
        self.hands.key(key, held)

    def reach(self, wanted: Callable[[QWidget], bool], what: str) -> QWidget:
        """Goes on with Tab until the keyboard stands where it is wanted."""
        self.hands.give_keyboard()
        way: list[str] = []
        for _ in range(MOST_TABS):
            here = QApplication.focusWidget()
            way.append(type(here).__name__)
            if here is not None and wanted(here):
                return here
            QTest.keyClick(here or self.hands.front(), Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"{what} is not reached by Tab; the way: {' '.join(way)}")

    def button(self, text: str, **facts: object) -> None:
        """Goes to a button by Tab and presses it with Space."""
        word = self.hands.say(text, **facts)
        self.button_word(word)

    def button_word(self, word: str) -> None:
        """The same by its very words."""
        self.hands.until(lambda: word in self.hands.reads(), f"“{word}” is not in sight")
        self.reach(lambda one: isinstance(one, QAbstractButton) and one.text().replace("&", "") == word, word)
        self.press(Qt.Key.Key_Space)

    def field(self, label: str) -> QWidget:
        """Goes to the input below a label by Tab."""
        word = self.hands.say(label)
        self.hands.until(lambda: any(one.label_text == word for one in self.hands.seen(Field)), f"no field “{word}”")

        def inside(here: QWidget) -> bool:
            up: QWidget | None = here
            while up is not None:
                if isinstance(up, Field):
                    return up.label_text == word
                up = up.parentWidget()
            return False

        return self.reach(inside, word)

    def type(self, label: str, text: str) -> None:
        """Types into a field."""
        part = self.field(label)
        if isinstance(part, QLineEdit):
            part.selectAll()
        self.hands.write(text, part)
        self.hands.rest()

    def tab(self, word: str) -> None:
        """Goes to the row of tabs and along it with the arrows."""
        bar = self.reach(lambda one: isinstance(one, QTabBar), "the row of tabs")
        assert isinstance(bar, QTabBar)
        names = [bar.tabText(at).replace("&", "") for at in range(bar.count())]
        way = names.index(word) - bar.currentIndex()
        for _ in range(abs(way)):
            self.press(Qt.Key.Key_Right if way > 0 else Qt.Key.Key_Left)
        assert bar.tabText(bar.currentIndex()).replace("&", "") == word

    def choose(self, label: str, option: str) -> None:
        """Goes to a list that unfolds, and with the arrows to an option."""
        self.choose_here(self.field(label), option)

    def choose_here(self, held: QWidget, option: str) -> None:
        """The same in the list where the keyboard stands."""
        assert isinstance(held, QComboBox)
        self.hands.until(lambda: held.findText(option) >= 0, f"no option “{option}”")
        self.press(Qt.Key.Key_Home)
        for _ in range(held.count()):
            if held.currentText() == option:
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"“{option}” is not reached with the arrows")

    def icon(self, name: str, **facts: object) -> QWidget:
        """Goes to a button that is only an icon, by the name that is read aloud."""
        word = self.hands.say(name, **facts)
        return self.reach(lambda one: isinstance(one, QAbstractButton) and one.accessibleName() == word, word)

    def entry(self, text: str, **facts: object) -> None:
        """Goes down the open menu to an entry and takes it."""
        word = self.hands.say(text, **facts)
        self.hands.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), f"no menu with “{word}”")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(len(menu.actions())):
            QTest.keyClick(menu, Qt.Key.Key_Down)
            chosen = menu.activeAction()
            if chosen is not None and chosen.text() == word:
                QTest.keyClick(menu, ENTER)
                self.hands.rest()
                return
        raise AssertionError(f"“{word}” is not reached among {[one.text() for one in menu.actions()]}")
