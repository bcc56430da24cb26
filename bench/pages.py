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
    """Milliseconds for a first page and one in the middle, through the office's own door; both sizes by turns."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (opened(Path(folder) / str(count), count) for count in (FEW, MANY))
        try:
            first = _by_turns(few, many, {})
            middle = _by_turns(few, many, {"middle": True})
        finally:
            few.close()
            many.close()
    lines = []
    for name, (small, large) in (("first page of 200", first), ("page in the middle", middle)):
        lines.append(Line(f"{name}, sorted, filtered, of 200,000", large, None, "ms", "<=10"))
        lines.append(Line(f"{name}, growth", large, small, "ms", "<=1.3x", "of 20,000"))
    return lines


def opened(folder: Path, count: int) -> "Office":
    """An office of so many cases, in a new folder."""
    from commission_app.services.office import Office
    from commission_app.store.database import open_database

    folder.mkdir()
    database = folder / "sample.db"
    words = ["--database", str(database), "init", "--sample"]
    subprocess.run([sys.executable, "-m", "commission_app", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    multiply(database, count)
    return Office(open_database(database))


def _by_turns(few: "Office", many: "Office", place: dict[str, bool]) -> tuple[float, float]:
    wanted: dict[str, Any] = {"filters": {"step": "documentation"}, "sort": "title", "limit": LIMIT}
    sides = [(office, {**wanted, "after": _middle(office, wanted) if place else None}) for office in (few, many)]
    taken: list[list[float]] = [[], []]
    for _ in range(TIMES):
        for index, (office, question) in enumerate(sides):
            taken[index].append(_milliseconds(office, question))
    return median(taken[0]), median(taken[1])


def _middle(office: "Office", wanted: dict[str, Any]) -> object:
    from commission_app.services import case_list

    cursor = None
    for _ in range(20):
        cursor = office.ask(case_list.page, **wanted, after=cursor).cursor
    return cursor


def _milliseconds(office: "Office", question: dict[str, Any]) -> float:
    from commission_app.services import case_list

    began = time.perf_counter()
    page = office.ask(case_list.page, **question)
    taken = (time.perf_counter() - began) * 1000
    assert len(page.rows) == LIMIT
    return taken


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
