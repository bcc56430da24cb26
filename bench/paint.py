"""First paint of the window, and its first list filled, against an empty PySide6 window."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.sides import ROOT, Line, alone, by_turns

TIMES = 7


def measure() -> list[Line]:
    """Both figures against the bare window, seven times by turns."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "sample.db"
        subprocess.run(
            [sys.executable, "-m", "commission_app", "--database", str(database), "init", "--sample"],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )

        def ours() -> dict[str, Any]:
            return alone("commission_app", "--database", str(database), "window", "--probe")

        window, bare = by_turns(TIMES, ours, lambda: alone("bench.bare_window"))
    return [
        Line("first paint", window["first_paint_ms"], bare["first_paint_ms"], "ms", "<=1.6x", "empty window"),
        Line("first list filled", window["first_list_ms"], bare["first_paint_ms"], "ms", "<=6x", "empty window"),
    ]
