"""The program is killed in the middle of acts: nothing acknowledged is lost, nothing stands by halves."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commission_app.services import checks
from tests.house import ROOT
from tests.store import houses

KILLS = 20
ON_EACH = KILLS // 2
"""Twenty in all: half of them on either kind of database."""


@pytest.mark.skipif(os.name != "posix", reason="needs fork")
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_ten_kills_on_each_database_lose_nothing(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    make: Callable[[], str] = request.getfixturevalue("postgres_database") if kind == "postgresql" else None
    where = make() if kind == "postgresql" else str(tmp_path / "commission.db")
    houses.begin(where, people=0).close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.dying", where, str(ON_EACH)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    acknowledged = set(done.stdout.split())
    assert len({name.partition("-")[0] for name in acknowledged}) == ON_EACH
    office = houses.again(where)
    assert office.ask(checks.findings) == ()
    names = houses.told(office)[0]
    files = set(office.ask(houses.bytes_of)) - {"liels.pdf", "mazs.txt"}
    assert acknowledged <= files
    assert sorted(names) == sorted(f"{name} {which}" for name in files for which in ("otrais", "pirmais"))
    office.close()


@pytest.mark.skipif(os.name != "posix", reason="needs fork")
def test_a_sitting_killed_twenty_times_stands_where_it_stood(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.dying_sitting", str(tmp_path / "sitting.db"), str(KILLS)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=180,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) >= KILLS, "every commission lived until its first act"
