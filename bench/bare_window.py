"""The peer of the first paint: an empty window, and nothing imported that it does not need."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

IMPORTED_AT = time.monotonic()


class Empty(QMainWindow):
    """A window with nothing in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says when it is painted, and ends."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._painted)

    def _painted(self) -> None:
        print(f'{{"first_paint_ms": {since_start()}}}', flush=True)
        QApplication.quit()


def since_start() -> float:
    """Milliseconds this process lives, reckoned as the program's own probe does."""
    try:
        import os

        with open("/proc/self/stat", encoding="ascii") as told:  # noqa: PTH123 - pathlib would be an import more
            ticks = int(told.read().rpartition(")")[2].split()[19])
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")) * 1000
    except (OSError, AttributeError, ValueError):
        return (time.monotonic() - IMPORTED_AT) * 1000


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Empty()
    window.resize(1280, 800)
    window.show()
    application.exec()
