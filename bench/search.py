"""Full-text search over 200,000 cases: the box and a sorted page of the list, beside the bare FTS5 query."""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from uuid import uuid4

from bench.pages import AT_ONCE, LIMIT, MANY, opened

if TYPE_CHECKING:
    from commission_app.services.office import Office

from bench.sides import Line

TIMES = 15
WORDS = {
    "one name": "Bērziņš7919",
    "a beginning that all share": "ber",
    "two words": "aij b-1234",
    "nothing": "nav tāda",
}


def measure() -> list[Line]:
    """Milliseconds of the search box and of a first page of the list for each kind of words; the median."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "many"
        office = opened(database, MANY)
        try:
            make_findable(database / "sample.db")
            return [line for name, words in WORDS.items() for line in _lines(office, database, name, words)]
        finally:
            office.close()


def _lines(office: "Office", folder: Path, name: str, words: str) -> list[Line]:
    from commission_app.services import case_list, searching

    bare = sqlite3.connect(folder / "sample.db")
    box = _milliseconds(lambda: office.ask(searching.find, words))
    page = _milliseconds(lambda: office.ask(case_list.page, words=words, sort="title", limit=LIMIT))
    peer = _milliseconds(lambda: _bare(bare, words))
    bare.close()
    return [
        Line(f"search box, {name}", box, peer, "ms", "<=50", "bare FTS5"),
        Line(f"page of the list, {name}, of 200,000", page, peer, "ms", "<=50", "bare FTS5"),
    ]


def _bare(connection: sqlite3.Connection, words: str) -> None:
    from commission_app.rules.collation import query_terms
    from commission_app.store.search import fts_query

    match = fts_query(query_terms(words))
    connection.execute("SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT 200", (match,)).fetchall()


def _milliseconds(asked: Callable[[], object]) -> float:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        asked()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def make_findable(database: Path) -> None:
    """Gives every case its line in the index, as intake does one by one."""
    from sqlalchemy import insert, select, text

    from commission_app.models.case import Case
    from commission_app.models.search import SearchRow
    from commission_app.rules.collation import tokens
    from commission_app.store import search
    from commission_app.store.database import open_database

    house = open_database(database)
    cases, rows = (Case.metadata.tables[name] for name in ("case_file", SearchRow.__tablename__))
    with house.writer.begin() as connection:
        known = set(connection.execute(text("SELECT noun_id FROM search_row WHERE noun = 'case'")).scalars())
        found = connection.execute(select(cases.c.id, cases.c.number, cases.c.title)).all()
        fresh = [
            {"noun": "case", "noun_id": key, "subject_uid": uuid4(), "title": f"{number} {title}", "detail": ""}
            | {"tokens": " ".join(sorted({*tokens(number), *tokens(title), *tokens("Datorzinātnes")}))}
            for key, number, title in found
            if key not in known
        ]
        for start in range(0, len(fresh), AT_ONCE):
            connection.execute(insert(rows), fresh[start : start + AT_ONCE])
        search.build(connection)
        connection.execute(text("ANALYZE"))
    house.close()
