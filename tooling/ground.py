"""Where everything stands in the project's folder, and how a command of the private environment is called."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements"
SOURCE = ROOT / "src" / "commission_app"
RESOURCES = ROOT / "resources"
OUT = ROOT / "out"
WINDOWS = os.name == "nt"


class StopError(Exception):
    """The command cannot go on; the text says why and what the person can do."""

    def __init__(self, text: str, code: int = 2) -> None:
        super().__init__(text)
        self.code = code


def python() -> Path:
    """The interpreter of the private environment."""
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def say(text: str) -> None:
    """One line to the person at the keyboard, at once, on a console of any code page."""
    encoding = sys.stdout.encoding or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def call(*words: str | Path, environment: Mapping[str, str] | None = None) -> int:
    """Runs a command from the project's folder and gives its exit code."""
    surroundings = {**os.environ, **(environment or {})}
    return subprocess.run([str(word) for word in words], cwd=ROOT, env=surroundings, check=False).returncode


def call_python(*words: str | Path, environment: Mapping[str, str] | None = None) -> int:
    """Runs the private environment's Python from the project's folder and gives its exit code."""
    return call(python(), *words, environment={**speaking(), **(environment or {})})


def speaking() -> dict[str, str]:
    """What makes a program read and write UTF-8 where nobody has set a language (a bare server, a container)."""
    said = any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return {"PYTHONUTF8": "1"} if said or WINDOWS else {"PYTHONUTF8": "1", "LC_CTYPE": "C.UTF-8"}
