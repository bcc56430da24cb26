"""Runs each side of a measurement in a process of its own, and words the result as one line of a table."""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = (58, 16, 30, 9, 9)


@dataclass(frozen=True)
class Line:
    """One aim: what is measured, our figure, the peer's, and how they should compare."""

    what: str
    ours: float
    theirs: float | None
    unit: str
    aim: str  # "<=1.6x", ">=0.7x", "<=10"
    peer: str = ""

    @property
    def compared(self) -> float:
        """What the aim speaks of: the ratio when it ends in x, else our own figure."""
        return self.ours / self.theirs if self.aim.endswith("x") and self.theirs else self.ours

    @property
    def reached(self) -> bool:
        """Whether the aim is reached."""
        limit = float(self.aim.strip("<>=x"))
        return self.compared <= limit if self.aim.startswith("<") else self.compared >= limit

    def text(self) -> str:
        """The line as printed."""
        theirs = f"{self.theirs:.4g} {self.unit} ({self.peer})" if self.theirs is not None else "–"
        ratio = f"{self.ours / self.theirs:.2f}x" if self.theirs else "–"
        cells = (self.what, f"{self.ours:.4g} {self.unit}", theirs, ratio, self.aim)
        return _row(cells) + ("ok" if self.reached else "MISSED")


def _row(cells: Sequence[str]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)) + "  "


def machine() -> str:
    """What the figures were measured on, and how busy it was: ratios travel, milliseconds do not."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors{load}; {python}"


def heading() -> str:
    """The first line of the table."""
    return _row(("measured", "ours", "bare peer", "ratio", "aim"))


def alone(module: str, *words: str, environment: dict[str, str] | None = None) -> dict[str, Any]:
    """What one side answers as JSON on its last line, run in a fresh interpreter."""
    answer = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        env={
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "*.warning=false",
            "PYTHONUTF8": "1",
            **(environment or {}),
        },
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, Any] = json.loads(answer.stdout.strip().splitlines()[-1])
    return found


def by_turns(times: int, *sides: Callable[[], dict[str, Any]]) -> list[dict[str, float]]:
    """Each side by turns, so that a slow minute of the machine hits them alike; the median of every figure."""
    answers: list[list[dict[str, Any]]] = [[] for _ in sides]
    for _ in range(times):
        for index, side in enumerate(sides):
            answers[index].append(side())
    return [{key: median(answer[key] for answer in own) for key in own[0]} for own in answers]


def timed(work: Callable[[], object]) -> None:
    """Does the work of one side and answers its seconds and its highest memory."""
    began = time.perf_counter()
    work()
    print(json.dumps({"seconds": time.perf_counter() - began, "peak_mb": peak_mb()}))


def peak_mb() -> float:
    """The highest resident memory of this process; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)
