"""Stages of a long command: each runs, says how long it took, and shows what it had to say only when it failed."""

import os
import subprocess
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from tooling.ground import ROOT, python, say, speaking


@dataclass(frozen=True)
class Stage:
    """One thing to run in the private environment: its name, the words after `python`, and what it finds set."""

    name: str
    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """How a stage ended."""

    name: str
    code: int
    seconds: float
    output: str = ""


def quietly(stages: Iterable[Stage], workers: int = 2) -> list[Outcome]:
    """Runs stages that do not touch one another side by side; each speaks when it is done."""
    with ThreadPoolExecutor(workers) as pool:
        outcomes = []
        for outcome in pool.map(_run, stages):
            tell(outcome)
            outcomes.append(outcome)
    return outcomes


def _run(stage: Stage) -> Outcome:
    began = time.monotonic()
    answer = subprocess.run(
        [str(python()), *stage.words],
        cwd=ROOT,
        env={**os.environ, **speaking(), **stage.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Outcome(stage.name, answer.returncode, time.monotonic() - began, answer.stdout)


def aloud(stage: Stage) -> Outcome:
    """Runs a stage whose lines are shown as they come."""
    say(f"— {stage.name} …")
    began = time.monotonic()
    answer = subprocess.run(
        [str(python()), *stage.words],
        cwd=ROOT,
        env={**os.environ, **speaking(), **stage.environment},
        check=False,
    )
    return Outcome(stage.name, answer.returncode, time.monotonic() - began)


def tell(outcome: Outcome) -> None:
    """The outcome in a line, and what the stage said where it failed."""
    if outcome.code:
        say(outcome.output.rstrip())
    say(f"— {outcome.name}: {'ok' if outcome.code == 0 else 'FAILED'} ({outcome.seconds:.1f} s)")


def summary(outcomes: Iterable[Outcome]) -> int:
    """All stages at a glance; 1 when any failed."""
    told = list(outcomes)
    say("")
    for outcome in told:
        say(f"  {'ok    ' if outcome.code == 0 else 'FAILED'}  {outcome.seconds:7.1f} s  {outcome.name}")
    failed = [outcome.name for outcome in told if outcome.code]
    say(f"{len(failed)} of {len(told)} failed: {', '.join(failed)}" if failed else "Everything is in order.")
    return 1 if failed else 0
