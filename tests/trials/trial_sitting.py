"""Killing the program at random moments of a sitting loses nothing that was shown as saved.

A commission does anything at any time on SQLite; its process is killed 200 times. After every kill the database is
opened, the whole check must be silent, and every act told as stored must stand in the chain. Death of the process only.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

TIMES = 200


def play() -> Iterator[str]:
    """Kills the commission again and again on the same database."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["-m", "tests.store.dying_sitting", str(Path(folder) / "sitting.db"), str(TIMES)]
        done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    told, longest = done.stdout.split()
    yield f"killed {TIMES} times, up to {float(longest):.2f} s after it began, while {told} acts were told as stored"
    yield "after every kill the database opened, the check was silent, and no act told as stored was missing"
