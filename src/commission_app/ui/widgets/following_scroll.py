"""A page longer than the window that follows the keyboard: the field one is in, or the refused one, is in sight."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

MARGIN = 140


class FollowingScroll(QScrollArea):
    """Scrolls to whatever in it takes the keyboard, by Tab or because something is wrong there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._wanted: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._turned)

    def _turned(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._wanted = now
            self._soon.start()

    def _follow(self) -> None:
        """A blink later, because an error said at the field makes the page longer first."""
        if self._wanted is not None and isValid(self._wanted) and self.isAncestorOf(self._wanted):
            self.ensureWidgetVisible(self._wanted, 0, MARGIN)
