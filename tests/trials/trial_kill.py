"""Killing the program in the middle of an act loses nothing that was acknowledged and leaves nothing by halves.

A process receives applications without end and says each number after its act; it is killed at a random moment,
again and again on the same database. Death of the process only: a power cut is not tried here.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sqlalchemy import text

TIMES = 25
SEED = 2026


def play() -> Iterator[str]:
    """Kills the receiving office many times and then asks the database everything."""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "sample.db"
        _sample(database)
        acknowledged: list[str] = []
        for _ in range(TIMES):
            acknowledged += _killed_after(chance.uniform(0.05, 0.8), database)
        yield f"killed {TIMES} times while {len(acknowledged)} applications were received"
        yield from _inquest(database, acknowledged)


def _sample(database: Path) -> None:
    words = ["--database", str(database), "init", "--sample"]
    subprocess.run([sys.executable, "-m", "commission_app", *words], check=True, stdout=subprocess.DEVNULL)


def _killed_after(seconds: float, database: Path) -> list[str]:
    """The numbers that the office acknowledged before it was killed, counted from its first one."""
    office = subprocess.Popen(
        [sys.executable, "-m", "tests.trials.trial_kill", str(database)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert office.stdout is not None
    first = office.stdout.readline()
    assert first, "the office did not begin"
    time.sleep(seconds)
    office.kill()
    rest, _ = office.communicate()
    # A line cut off by the death of its writer was not acknowledged.
    return [line.strip() for line in [first, *rest.splitlines(keepends=True)] if line.endswith("\n")]


def _inquest(database: Path, acknowledged: list[str]) -> Iterator[str]:
    from commission_app.services import case_list, checks
    from commission_app.services.office import Office
    from commission_app.store.database import open_database

    office = Office(open_database(database))
    try:
        with office.database.reader.connect() as connection:
            verdict = connection.execute(text("PRAGMA integrity_check")).scalar()
        assert verdict == "ok", f"SQLite: {verdict}"
        yield "SQLite finds the file whole"
        rows = office.ask(case_list.rows_of, office.ask(case_list.ids))
        lost = set(acknowledged) - {row.number for row in rows}
        assert not lost, f"lost: {', '.join(sorted(lost))}"
        yield f"none of the {len(acknowledged)} acknowledged applications is lost"
        found = office.ask(checks.findings)
        assert not found, "; ".join(map(str, found))
        yield "the chains, numbers and computations are whole"
    finally:
        office.close()


def _receive_without_end(database: Path) -> None:
    from sqlalchemy import select

    from commission_app.models.standard import Edition, Standard
    from commission_app.rules.vocabulary.case import Procedure
    from commission_app.rules.vocabulary.standard import EditionState
    from commission_app.services import applicants
    from commission_app.services.office import Office, Reading
    from commission_app.services.people import PersonForm
    from commission_app.store.database import open_database

    def some_edition(reading: Reading) -> int:
        query = select(Edition.id).join(Standard).where(Edition.state == EditionState.APPROVED)
        return reading.session.scalars(query.order_by(Edition.id)).first() or 0

    office = Office(open_database(database))
    edition = office.ask(some_edition)
    today = office.ask(lambda reading: reading.today)
    for n in count(1):
        person = PersonForm(given_name="Aija", family_name=f"Bērziņa {n}", birth_date=today.replace(year=1985, day=1))
        form = applicants.ApplicationForm(Procedure.HIGHER_EDUCATION, edition, today, person)
        print(office.do(applicants.receive, form).number, flush=True)


if __name__ == "__main__":
    _receive_without_end(Path(sys.argv[1]))
