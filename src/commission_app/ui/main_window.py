"""The one window: rail, header, stage and strip; it leads from place to place and speaks the chosen language.

Its parts are imported when it is built, after the first paint: until then it paints their grounds.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from commission_app.config import Settings
from commission_app.ui.history import History
from commission_app.ui.memory import Memory
from commission_app.ui.places import News, Place
from commission_app.ui.screens import stands
from commission_app.ui.skeleton import paint_skeleton

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QVBoxLayout

    from commission_app.i18n import Language
    from commission_app.ui.desk import Desk
    from commission_app.ui.front_desk import FrontDesk
    from commission_app.ui.help_panel import HelpPanel
    from commission_app.ui.screen import Screen
    from commission_app.ui.stage import Stage
    from commission_app.ui.widgets.header import Header
    from commission_app.ui.widgets.rail import Rail
    from commission_app.ui.widgets.strip import Strip

HOME = Place("today")
NARROW_BELOW = 1120
"""So many pixels of width, and the rail shows icons alone."""


class MainWindow(QMainWindow):
    """Painted at once; built after its first paint (`build`), and alive once the office has opened (`sit_down`)."""

    settled = Signal(object)
    """The Settings after the language or the theme was chosen."""
    painted = Signal()
    """The first paint is on the screen."""

    _rail: "Rail"
    _header: "Header"
    _strip: "Strip"
    _helper: "HelpPanel"
    _language: "Language"
    _page: "QVBoxLayout"

    def __init__(self, settings: Settings, memory: Memory) -> None:
        super().__init__()
        self._settings = settings
        self._memory = memory
        self._history = History()
        self._desk: Desk | None = None
        self._stage: Stage | None = None
        self._front: FrontDesk | None = None
        self._finishing = False
        self._built = self._shown = False
        self.setWindowTitle("Commission App")
        if not memory.restore_window(self):
            self.resize(1280, 800)

    def build(self) -> None:
        """Builds the parts of the window in the words of the settings."""
        if not self._built:
            from commission_app.ui.window_keys import connect_keys

            self._built = True
            connect_keys(self)
        self._build()

    def sit_down(self, desk: "Desk") -> None:
        """The office has opened: from now on one can go from place to place."""
        from commission_app.ui.front_desk import FrontDesk

        if not self._built:
            self.build()
        self._desk = desk
        desk.problems.untold.connect(lambda tone, text: self.say(News(text, None, tone)))
        desk.jobs.changed.connect(self._heard)
        desk.jobs.troubled.connect(self._trouble)
        self._front = FrontDesk(desk, self)
        self._front.admitted.connect(self._admitted)
        self._set_stage()

    def show_closed(self, text: str, again: Callable[[], object]) -> None:
        """The office could not be opened: says why, and offers to try again."""
        from commission_app.ui.frame import exchange_stage
        from commission_app.ui.widgets.empty_state import EmptyState

        def retry() -> None:
            exchange_stage(self._page, QWidget(self))
            again()

        exchange_stage(self._page, EmptyState(text, self._language.say("Try again"), retry, "lock", self))

    def admit(self, uid: "UUID | None") -> None:
        """Asks who works here, unless it is known."""
        if self._front is not None:
            self._front.admit(uid)

    def go(self, place: Place) -> None:
        """Goes to a place, once the screen in sight may be left."""
        if self._stage is None or not stands(place.kind):
            return
        if place == self._history.here:
            self._show(place)
            return
        self._stage.leave(lambda: self._go(place))

    def back(self) -> None:
        """Goes back to where one came from."""
        self._step(-1, self._history.behind())

    def forward(self) -> None:
        """Goes forward again."""
        self._step(1, self._history.ahead())

    def here(self) -> Place | None:
        """Where one is."""
        return self._history.here

    def screen_shown(self) -> "Screen | None":
        """The screen in sight."""
        return self._stage.screen_shown() if self._stage is not None else None

    def on_screen(self, name: str) -> None:
        """Asks something of the screen in sight (new, save, refresh …)."""
        screen = self.screen_shown()
        if screen is not None:
            getattr(screen, name)()

    def search(self) -> None:
        """Puts the keyboard into the search box."""
        self._header.search.begin(self.focusWidget())

    def toggle_help(self) -> None:
        """Opens or closes the page of help."""
        if self._stage is not None:
            self._helper.setVisible(not self._helper.isVisible())

    def say(self, news: News) -> None:
        """Says in the strip what just happened."""
        self._strip.say(news)

    def choose(self, settings: Settings) -> None:
        """Speaks another language or wears another theme, at the same place."""

        def choosing() -> None:
            self._settings = settings
            self.settled.emit(settings)
            self.rebuild()

        if self._stage is None:
            choosing()
        else:
            self._stage.leave(choosing)

    def rebuild(self) -> None:
        """Builds the window anew in the words and colours of the settings, at the same place."""
        self._build()
        if self._desk is not None:
            self._desk = replace(self._desk, language=self._language, settings=self._settings)
            self._desk.problems.language = self._language
        if self._desk is not None and self._front is not None:
            self._front.speak(self._desk)
            self._set_stage()
            if self._history.here is not None:
                self._show(self._history.here)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paints the grounds of the parts until they are built."""
        super().paintEvent(event)
        if not self._built:
            paint_skeleton(self)
        if not self._shown:
            self._shown = True
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Esc, where nothing else wanted it, leads back."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Makes the rail narrow on a small screen."""
        super().resizeEvent(event)
        if self._built:
            self._rail.narrow(self.width() < NARROW_BELOW)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Waits for what is being written, then remembers where everything stood."""
        if self._desk is not None and self._desk.jobs.writing:
            event.ignore()
            self._wait_for_writing()
            return
        left: list[bool] = []
        if self._stage is not None:
            self._stage.leave(lambda: left.append(True))
        if self._stage is not None and not left:
            event.ignore()
            return
        self._memory.keep_window(self)
        if self._history.here is not None:
            self._memory.keep("window/place", self._history.here.remembered())
        self._memory.save()
        event.accept()

    def _build(self) -> None:
        from commission_app.i18n import language
        from commission_app.ui.frame import arrange
        from commission_app.ui.widgets.header import Header
        from commission_app.ui.widgets.rail import Rail
        from commission_app.ui.widgets.strip import Strip

        self._language = language(self._settings.language)
        middle = QWidget(self)
        self._rail = Rail(self._language, middle)
        self._rail.asked.connect(lambda kind: self.go(Place(kind)))
        self._header = Header(self._language, middle)
        self._header.go.connect(self.go)
        self._header.back.connect(self.back)
        self._header.forward.connect(self.forward)
        self._header.helped.connect(self.toggle_help)
        self._header.spoken.connect(lambda code: self.choose(replace(self._settings, language=code)))
        self._strip = Strip(self._language, middle)
        self._strip.go.connect(self.go)
        self._page = arrange(middle, self._rail, self._header, self._strip)
        self.setCentralWidget(middle)
        self._rail.narrow(self.width() < NARROW_BELOW)
        self._header.show_ways(False, False)

    def _set_stage(self) -> None:
        from commission_app.ui.frame import exchange_stage
        from commission_app.ui.stage import Stage
        from commission_app.ui.widgets.room import Room

        assert self._desk is not None
        self._stage = Stage(self._language, self)
        self._stage.go.connect(self.go)
        self._stage.happened.connect(self.say)
        self._stage.renamed.connect(self._name)
        self._stage.settings_chosen.connect(self.choose)
        self._stage.reopened.connect(self.rebuild)
        exchange_stage(self._page, Room(self._stage, self))
        jobs = self._desk.jobs
        jobs.slow.connect(self._strip.began)
        jobs.stepped.connect(self._strip.stepped)
        jobs.ended.connect(self._strip.ended)
        self._set_helper()
        if self._front is not None:
            self._front.serve(self._header, self._stage)

    def _set_helper(self) -> None:
        from commission_app.ui.help_panel import HelpPanel

        self._helper = HelpPanel.exchanged(self, self._language)

    def _admitted(self) -> None:
        kept = Place.recalled(self._memory.text("window/place")) or HOME
        self.go(self._history.here or (kept if stands(kept.kind) else HOME))

    def _go(self, place: Place) -> None:
        self._history.visit(place)
        self._show(place)

    def _step(self, by: int, place: Place | None) -> None:
        if self._stage is None or place is None:
            return

        def stepping() -> None:
            self._history.step(by)
            self._show(place)

        self._stage.leave(stepping)

    def _show(self, place: Place) -> None:
        if self._stage is None or self._desk is None:
            return
        screen = self._stage.show_place(self._desk, place)
        self._rail.mark(screen.rail or place.kind)
        self._helper.show_topic(screen.help_topic)
        self._name()
        screen.focus_first()

    def _name(self) -> None:
        screen = self.screen_shown()
        if screen is None:
            return
        title = screen.title()
        self._header.show_place(screen.breadcrumb(), title)
        self._header.show_ways(self._history.behind() is not None, self._history.ahead() is not None)
        self.setWindowTitle(f"{title} – Commission App" if title else "Commission App")

    def _heard(self, nouns: frozenset[str]) -> None:
        if self._stage is not None:
            self._stage.heard(nouns)
        if self._front is not None:
            self._front.heard(nouns)

    def _trouble(self, owner: Any, trouble: Exception) -> None:
        if self._desk is not None:
            self._desk.problems.show(owner, trouble)

    def _wait_for_writing(self) -> None:
        assert self._desk is not None
        if not self._finishing:
            self._finishing = True
            self.say(
                News(self._language.say("The last act is being stored; the window closes after it."), None, "info")
            )
            self._desk.jobs.idle.connect(lambda: QTimer.singleShot(0, self, self.close))


__all__ = ["HOME", "MainWindow"]
