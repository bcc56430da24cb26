"""Runs the long trials in tests/trials and writes what they found into docs/trials.md."""

import importlib
import platform
import sqlite3
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from tooling.ground import ROOT, say

FOLDER = ROOT / "tests" / "trials"
REPORT = ROOT / "docs" / "trials.md"
OPENING = """# Long trials

Too slow for every test run: `python dev.py trials` plays them and writes this page.
"""


@dataclass(frozen=True)
class Told:
    """What one trial says of itself: its purpose, and what it found or where it failed."""

    name: str
    purpose: str
    seconds: float
    findings: tuple[str, ...]
    failure: str = ""


def main(words: list[str]) -> int:
    """Plays the trials named, or all; 1 when one failed."""
    known = sorted(path.stem.removeprefix("trial_") for path in FOLDER.glob("trial_*.py"))
    if unknown := [word for word in words if word not in known]:
        say(f"There is no trial {unknown[0]!r}; there are: {', '.join(known)}.")
        return 2
    told = [_play(name) for name in words or known]
    if not words:
        REPORT.write_text(_page(told), encoding="utf-8", newline="\n")
        say(f"Written: {REPORT.relative_to(ROOT).as_posix()}")
    return 1 if any(trial.failure for trial in told) else 0


def _play(name: str) -> Told:
    trial = importlib.import_module(f"tests.trials.trial_{name}")
    purpose = (trial.__doc__ or "").strip().splitlines()[0]
    say(f"— {name}: {purpose}")
    began, failure = time.monotonic(), ""
    findings: list[str] = []
    try:
        for finding in trial.play():
            say(f"  {finding}")
            findings.append(finding)
    except AssertionError as error:
        failure = str(error) or "an assertion failed"
        say(f"  FAILED: {failure}")
    return Told(name, purpose, time.monotonic() - began, tuple(findings), failure)


def _page(told: list[Told]) -> str:
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    lines = [OPENING, f"Last played on {datetime.now(UTC):%d %b %Y} ({machine}, SQLite {sqlite3.sqlite_version})."]
    for trial in told:
        outcome = f"**Failed**: {trial.failure}" if trial.failure else "Passed"
        lines += [f"\n## {trial.name}\n", trial.purpose, f"\n{outcome}, {trial.seconds:.0f} s.\n"]
        lines += [f"- {finding}" for finding in trial.findings]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
