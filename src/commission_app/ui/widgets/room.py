"""The room of the page: what needs more than the screen has is scrolled, and the window stays on the screen."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from commission_app.ui.widgets.following_scroll import FollowingScroll

LEAST = QSize(320, 160)


class Room(FollowingScroll):
    """Gives the page all the room there is, and at least what it needs."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """A window may be smaller than its page."""
        return LEAST

    def sizeHint(self) -> QSize:
        """As much as the page wants."""
        page = self.widget()
        return LEAST if page is None else page.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size of the window is another room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What the page needs may change with what it shows."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        page = self.widget()
        if page is None:
            return
        needed, room = page.minimumSizeHint(), self.maximumViewportSize()
        across, down = self.horizontalScrollBar().sizeHint().height(), self.verticalScrollBar().sizeHint().width()
        wide = needed.width() > room.width()
        high = needed.height() > room.height() - (across if wide else 0)
        wide = wide or needed.width() > room.width() - (down if high else 0)
        left = QSize(room.width() - (down if high else 0), room.height() - (across if wide else 0))
        page.resize(left.expandedTo(needed))
