"""A page of 200 sorted and filtered cases out of 200,000, against the same page out of 20,000."""

import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from bench.sides import ROOT, Line

if TYPE_CHECKING:
    from commission_app.services.office import Office

MANY, FEW, LIMIT, TIMES = 200_000, 20_000, 200, 40
AT_ONCE = 5_000


def measure() -> list[Line]:
    """Milliseconds for a first page and one in the middle, through the office's own door."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (_timed(Path(folder) / str(count), count) for count in (FEW, MANY))
    first = "first page of 200, sorted, filtered"
    middle = "page in the middle of the list"
    lines = []
    for name, key in ((first, "first"), (middle, "middle")):
        lines.append(Line(f"{name}, of 200,000", large[key], None, "ms", "<=10"))
        lines.append(Line(f"{name}, growth", large[key], small[key], "ms", "<=1.3x", "of 20,000"))
    return lines


def _timed(folder: Path, count: int) -> dict[str, float]:
    from commission_app.services import case_list
    from commission_app.services.office import Office
    from commission_app.store.database import open_database

    database = folder / "sample.db"
    folder.mkdir()
    words = ["--database", str(database), "init", "--sample"]
    subprocess.run([sys.executable, "-m", "commission_app", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    multiply(database, count)
    office = Office(open_database(database))
    try:
        wanted: dict[str, Any] = {"filters": {"step": "documentation"}, "sort": "title", "limit": LIMIT}
        middle = None
        for _ in range(20):
            middle = office.ask(case_list.page, **wanted, after=middle).cursor
        return {
            "first": _median_ms(office, wanted),
            "middle": _median_ms(office, {**wanted, "after": middle}),
        }
    finally:
        office.close()


def _median_ms(office: "Office", wanted: dict[str, Any]) -> float:
    from commission_app.services import case_list

    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        page = office.ask(case_list.page, **wanted)
        taken.append((time.perf_counter() - began) * 1000)
        assert len(page.rows) == LIMIT
    return median(taken)


def multiply(database: Path, count: int) -> None:
    """Fills the sample database up with cases like its own, written past the office: only their number matters."""
    from sqlalchemy import insert, select, text

    from commission_app.models.case import Case
    from commission_app.rules.collation import sort_key
    from commission_app.rules.vocabulary.case import CaseState, Step
    from commission_app.store.database import open_database

    states = {Step.DOCUMENTATION: CaseState.ADMITTED, Step.ASSESSMENT: CaseState.DOCUMENTED}
    tables = Case.metadata.tables
    cases, applications = tables["case_file"], tables["recognition_case"]
    opened = open_database(database)
    with opened.writer.begin() as connection:
        case = dict(connection.execute(select(cases)).mappings().first() or {})
        application = dict(connection.execute(select(applications)).mappings().first() or {})
        first = case["id"] + 1_000_000
        for start in range(0, count, AT_ONCE):
            fresh_cases, fresh_applications = [], []
            for n in range(start, min(start + AT_ONCE, count)):
                step = (Step.DOCUMENTATION, Step.ASSESSMENT)[n % 2]
                title, number = f"Bērziņš{n * 7919 % count}, Aija", f"B-{n:06d}"
                fresh_cases.append(
                    case
                    | {"id": first + n, "uid": uuid4(), "number": number, "number_key": sort_key(number)}
                    | {"title": title, "title_key": sort_key(title), "step": step, "state": states[step]}
                    | {"deadline": case["received_on"] + timedelta(n % 400)}
                )
                fresh_applications.append(application | {"id": first + n})
            connection.execute(insert(cases), fresh_cases)
            connection.execute(insert(applications), fresh_applications)
        connection.execute(text("ANALYZE"))
    opened.close()
