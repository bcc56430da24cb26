"""What the tests of screens share: an office with something in it, a screen shown, and hands that type."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.screen import Screen

S = TypeVar("S", bound=Screen)


def open_at(make: Callable[[Desk, Place], S], desk: Desk, qtbot: QtBot, place: Place) -> S:
    """Opens a screen at a place, as the window does, and waits until it is filled."""
    screen = make(desk, place)
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    screen.show()
    screen.refresh()
    quiet(desk, qtbot)
    return screen


def quiet(desk: Desk, qtbot: QtBot) -> None:
    """Waits until nothing that was asked for is on its way."""
    qtbot.waitUntil(lambda: not desk.jobs.busy and not desk.jobs.writing, timeout=15_000)


def went(screen: Screen) -> list[Place]:
    """The places a screen asks to go to from now on."""
    places: list[Place] = []
    screen.go.connect(places.append)
    return places


def type_in(widget: QWidget, text: str) -> None:
    """Types as an input method does, Latvian letters too."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    """Presses a key in a widget."""
    qtbot.keyClick(widget, key)
