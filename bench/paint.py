"""First paint of the window, and its first list filled, against an empty PySide6 window."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.sides import ROOT, Line, alone, by_turns

TIMES = 7


def measure() -> list[Line]:
    """Both figures against the bare window, seven times by turns."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "sample.db"
        subprocess.run(
            [sys.executable, "-m", "commission_app", "--database", str(database), "demo", "--out", folder, "--quick"],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )

        def ours() -> dict[str, Any]:
            return alone("commission_app", "--database", str(database), "window", "--probe")

        window, bare = by_turns(TIMES, ours, lambda: alone("bench.paint"))
    return [
        Line("first paint", window["first_paint_ms"], bare["first_paint_ms"], "ms", "<=1.6x", "empty window"),
        Line("first list filled", window["first_list_ms"], bare["first_paint_ms"], "ms", "<=6x", "empty window"),
    ]


def since_start() -> float:
    """Milliseconds since this process was made, where the system tells; since its first line elsewhere."""
    try:
        ticks = int(Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()[19])
        up = float(Path("/proc/uptime").read_text("ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return time.process_time() * 1000
    import os

    return (up - ticks / os.sysconf("SC_CLK_TCK")) * 1000


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Empty(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, self.painted)

        def painted(self) -> None:
            print(json.dumps({"first_paint_ms": since_start()}), flush=True)
            QApplication.quit()

    application = QApplication(sys.argv)
    window = Empty()
    window.resize(1280, 800)
    window.show()
    application.exec()


if __name__ == "__main__":
    _bare()
