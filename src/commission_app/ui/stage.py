"""The middle of the window: the screens that are open, the one in sight, and those kept for going back."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import Language
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.screen import Screen
from commission_app.ui.screens import open_screen
from commission_app.ui.widgets.in_sight import InSight

KEPT = 6


class Stage(InSight):
    """Opens the screen of a place; a screen left behind is kept, and asked again when one comes back."""

    go = Signal(object)
    happened = Signal(object)
    renamed = Signal()
    settings_chosen = Signal(object)
    reopened = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screens: OrderedDict[tuple[str, int | str | None], Screen] = OrderedDict()
        waiting = QLabel(language.say("Opening …"), self)
        waiting.setProperty("role", "soft")
        waiting.setContentsMargins(24, 24, 24, 24)
        self.addWidget(waiting)

    def screen_shown(self) -> Screen | None:
        """The screen in sight."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def show_page(self, page: QWidget) -> None:
        """Shows a page that is no screen (who works here)."""
        self.addWidget(page)
        self.setCurrentWidget(page)

    def show_place(self, desk: Desk, place: Place) -> Screen:
        """Shows the screen of a place and asks the office for what it shows."""
        key = (place.kind, place.key)
        screen = self._screens.get(key)
        if screen is None:
            screen = open_screen(desk, place)
            screen.go.connect(self.go)
            screen.happened.connect(self.happened)
            screen.renamed.connect(self.renamed)
            screen.settings_chosen.connect(self.settings_chosen)
            screen.reopened.connect(self.reopened)
            self._screens[key] = screen
            self.addWidget(screen)
        self._screens.move_to_end(key)
        self.setCurrentWidget(screen)
        if place.tab is not None:
            screen.turn_to(place)
        screen.refresh()
        self._forget_oldest()
        return screen

    def heard(self, nouns: frozenset[str]) -> None:
        """Something changed: the screen in sight asks again if it watches it; the others do when they are shown."""
        screen = self.screen_shown()
        if screen is not None and nouns & screen.watches:
            screen.refresh()

    def leave(self, leaving: Callable[[], None]) -> None:
        """Leaves the screen in sight, asking where something would be lost."""
        screen = self.screen_shown()
        if screen is None:
            leaving()
        else:
            screen.leave(leaving)

    def forget(self, screen: Screen) -> None:
        """Drops a screen whose noun is finished with."""
        key = next((key for key, kept in self._screens.items() if kept is screen), None)
        if key is not None:
            del self._screens[key]
            self.removeWidget(screen)
            screen.deleteLater()

    def _forget_oldest(self) -> None:
        kept = [screen for screen in self._screens.values() if not screen.dirty()]
        for screen in kept[: max(len(self._screens) - KEPT, 0)]:
            if screen is not self.currentWidget():
                self.forget(screen)
