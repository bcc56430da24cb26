"""The quiet strip at the bottom: what just happened, with a way there, and the progress of slow work with Cancel."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from commission_app.i18n import Language
from commission_app.ui.icons import pixmap
from commission_app.ui.places import News
from commission_app.ui.promises import Promise, Ticket
from commission_app.ui.theme import palette_now
from commission_app.ui.widgets.chip import TONE_ICONS

NEWS_MS = 30_000


class Strip(QFrame):
    """Never a pop-up: one line of news, and one line of progress."""

    go = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._language = language
        self._news: News | None = None
        self._running: list[Promise[Any]] = []
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._open = QPushButton(language.say_of("act", "Open"), self)
        self._open.setProperty("role", "link")
        self._open.clicked.connect(self._follow)
        self._work = QLabel(self)
        self._work.setProperty("role", "soft")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._cancel = QPushButton(language.say("Cancel"), self)
        self._cancel.setProperty("role", "link")
        self._cancel.clicked.connect(self._stop)
        self._clock = QTimer(self, singleShot=True, interval=NEWS_MS)
        self._clock.timeout.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 16, 4)
        row.setSpacing(8)
        for news_part in (self._icon, self._text, self._open):
            row.addWidget(news_part)
        row.addStretch(1)
        for work_part in (self._work, self._bar, self._cancel):
            row.addWidget(work_part)
        self.setMinimumHeight(36)
        self.clear()
        self._show_work()

    def say(self, news: News) -> None:
        """Says what just happened; bad news stay until something else happens."""
        self._news = news
        self._text.setText(news.text)
        self._text.setToolTip(news.text)
        self._icon.setPixmap(pixmap(TONE_ICONS[news.tone], 16, palette_now().tone(news.tone).ink))
        self._icon.show()
        self._open.setVisible(news.place is not None)
        if news.tone in ("good", "info", "neutral"):
            self._clock.start()
        else:
            self._clock.stop()

    def clear(self) -> None:
        """Forgets the news."""
        self._news = None
        self._text.clear()
        self._icon.hide()
        self._open.hide()

    def text(self) -> str:
        """The news as it reads."""
        return self._text.text()

    def began(self, promise: Promise[Any]) -> None:
        """Shows that something takes longer than a blink."""
        if not promise.settled:
            self._running.append(promise)
            self._show_work()

    def stepped(self, ticket: Ticket) -> None:
        """Shows how far it is."""
        if self._running and self._running[-1].ticket is ticket:
            self._show_work()

    def ended(self, promise: Promise[Any]) -> None:
        """Forgets what is done."""
        if promise in self._running:
            self._running.remove(promise)
            self._show_work()

    def working(self) -> bool:
        """Whether slow work is shown."""
        return bool(self._running)

    def _show_work(self) -> None:
        shown = bool(self._running)
        for part in (self._work, self._bar, self._cancel):
            part.setVisible(shown)
        if not shown:
            return
        ticket = self._running[-1].ticket
        title = ticket.title or self._language.say("Working …")
        self._work.setText(f"{title} {ticket.done}/{ticket.total}" if ticket.total else title)
        self._bar.setRange(0, ticket.total)
        self._bar.setValue(ticket.done)
        self._cancel.setEnabled(not ticket.cancelled)

    def _stop(self) -> None:
        if self._running:
            self._running[-1].cancel()
            self._show_work()

    def _follow(self) -> None:
        if self._news is not None and self._news.place is not None:
            self.go.emit(self._news.place)
