"""A mistake put into the rules of credits and quantities is noticed by their tests, nine times of ten.

mutmut changes one place at a time in a copy of the project and plays the pure tests; a mutant that no test notices
survives. A sample is tried, by chance but always the same: all of them take hours.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.house import ROOT

MANY, SEED, AIM = 400, 2026, 90
FOLDERS = ("src", "tests", "resources", "tooling", "docs", "bench", "requirements")
NOTICED = frozenset({"killed", "timeout", "suspicious", "segfault"})
_LINE = re.compile(r"\s*(?P<name>commission_app\S+): (?P<fate>.+)")


def play(many: int = MANY) -> Iterator[str]:
    """Makes the mutants, tries a sample, and names those that survived."""
    assert sys.platform != "win32", "mutmut needs a system that can fork"
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(Path(folder))
        _mutmut(copy, "run", "commission_app.rules.quantities.x_check_mark__mutmut_1")
        names = sorted(_fates(copy))
        chosen = random.Random(SEED).sample(names, min(many, len(names)))
        _mutmut(copy, "run", *chosen)
        fates = _fates(copy)
    tally = Counter(fates[name] for name in chosen)
    noticed = sum(tally[fate] for fate in NOTICED)
    share = 100 * noticed // len(chosen)
    yield f"{len(names)} mutants of rules/credits and rules/quantities; {len(chosen)} of them tried"
    yield ", ".join(f"{fate}: {count}" for fate, count in sorted(tally.items()))
    for name in sorted(name for name in chosen if fates[name] not in NOTICED):
        yield f"{fates[name]}: {name.removeprefix('commission_app.rules.')}"
    assert share >= AIM, f"only {share} % were noticed; the aim is {AIM} %"
    yield f"noticed: {share} %, the aim is {AIM} %"


def _copied(folder: Path) -> Path:
    """The project without what was built, so that the mutants never stand in the work tree."""
    unwanted = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def _mutmut(copy: Path, *words: str) -> str:
    # Relative, so that the program is found in the copy and its mutants in mutmut's own folder below it.
    environment = {**os.environ, "PYTHONPATH": "src", "COMMISSION_TEST_POSTGRES": "none"}
    answer = subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=copy, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stdout[-2000:] + answer.stderr[-2000:]
    return answer.stdout


def _fates(copy: Path) -> dict[str, str]:
    """What became of every mutant, by its name."""
    found = (_LINE.fullmatch(line) for line in _mutmut(copy, "results", "--all", "true").splitlines())
    return {match["name"]: match["fate"] for match in found if match is not None}
