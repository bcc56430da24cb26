"""The index behind the search box: the same folded tokens in FTS5 (SQLite) and in a tsvector (PostgreSQL)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Uuid, bindparam, delete, exists, insert, select, text
from sqlalchemy.orm import Session

from commission_app.models.search import SearchRow
from commission_app.models.types import KEY
from commission_app.rules.collation import query_terms, tokens

_SQLITE = (
    "DROP TABLE IF EXISTS search_index",
    "CREATE VIRTUAL TABLE search_index USING fts5(tokens, "
    "tokenize=\"unicode61 remove_diacritics 0 tokenchars '-/.'\", prefix='2 3')",
    "INSERT INTO search_index(rowid, tokens) SELECT id, tokens FROM search_row",
)
_VECTOR = "array_to_tsvector(array(SELECT DISTINCT t FROM unnest(string_to_array(tokens, ' ')) AS t WHERE t <> ''))"
_POSTGRES = (
    "DROP TABLE IF EXISTS search_index",
    "CREATE TABLE search_index (rowid bigint PRIMARY KEY, vector tsvector NOT NULL)",
    f"INSERT INTO search_index(rowid, vector) SELECT id, {_VECTOR} FROM search_row",
    "CREATE INDEX search_index_vector ON search_index USING gin (vector)",
)


MANY_HITS = 5_000
"""From so many hits on, a list looks at its rows one by one instead of fetching all hits first."""


@dataclass(frozen=True)
class Found:
    """One hit of the search box."""

    noun: str
    key: int
    title: str
    detail: str


@dataclass(frozen=True)
class Findable:
    """One of many rows of a subject: its key, how a hit reads, and the words it is found by besides its title."""

    key: int
    title: str
    detail: str
    words: tuple[str, ...] = ()


def build(connection: Connection) -> None:
    """Makes the index anew from the stored rows; run after every migration and by restore."""
    for statement in _POSTGRES if connection.dialect.name == "postgresql" else _SQLITE:
        connection.exec_driver_sql(statement)


def put(session: Session, noun: str, key: int, subject: UUID, title: str, detail: str, *words: str) -> None:
    """Makes a noun findable by its words, its title among them."""
    put_many(session, noun, [(subject, Findable(key, title, detail, words))])


def put_many(session: Session, noun: str, rows: Sequence[tuple[UUID, Findable]]) -> None:
    """The same for many, each with its subject."""
    if not rows:
        return
    session.execute(
        text(
            "INSERT INTO search_row (noun, noun_id, subject_uid, title, detail, tokens) "
            "VALUES (:noun, :noun_id, :subject_uid, :title, :detail, :tokens) "
            "ON CONFLICT (noun, noun_id) DO UPDATE SET title = excluded.title, detail = excluded.detail, "
            "tokens = excluded.tokens"
        ).bindparams(bindparam("subject_uid", type_=Uuid())),
        [_values(noun, subject, row) for subject, row in rows],
    )
    mine = "FROM search_row WHERE noun = :noun AND noun_id = :noun_id"
    if session.get_bind().dialect.name == "sqlite":
        statement = f"INSERT OR REPLACE INTO search_index (rowid, tokens) SELECT id, tokens {mine}"
    else:
        statement = (
            f"INSERT INTO search_index (rowid, vector) SELECT id, {_VECTOR} {mine} "
            "ON CONFLICT (rowid) DO UPDATE SET vector = excluded.vector"
        )
    session.execute(text(statement), [{"noun": noun, "noun_id": row.key} for _, row in rows])


def _values(noun: str, subject: UUID, row: Findable) -> dict[str, object]:
    return {
        "noun": noun,
        "noun_id": row.key,
        "subject_uid": subject,
        "title": row.title[:400],
        "detail": row.detail[:400],
        "tokens": " ".join(sorted({token for word in (row.title, *row.words) for token in tokens(word)})),
    }


def put_all(session: Session, noun: str, subject: UUID, rows: Iterable[Findable]) -> None:
    """Makes exactly these rows of a subject findable, and no others of that noun; set by set, so that many are fast."""
    drop_all(session, noun, subject)
    values = [_values(noun, subject, row) for row in rows]
    if not values:
        return
    session.execute(insert(SearchRow), values)
    postgres = session.get_bind().dialect.name == "postgresql"
    session.execute(
        text(
            f"INSERT INTO search_index (rowid, {'vector' if postgres else 'tokens'}) "
            f"SELECT id, {_VECTOR if postgres else 'tokens'} FROM search_row "
            "WHERE noun = :noun AND subject_uid = :uid"
        ),
        {"noun": noun, "uid": subject if postgres else subject.hex},
    )


def drop_all(session: Session, noun: str, subject: UUID) -> None:
    """The rows of a subject under a noun are found no more."""
    mine = select(SearchRow.id).where(SearchRow.noun == noun, SearchRow.subject_uid == subject)
    keys = list(session.scalars(mine))
    session.execute(text("DELETE FROM search_index WHERE rowid = :row"), [{"row": key} for key in keys] or [{"row": 0}])
    session.execute(delete(SearchRow).where(SearchRow.noun == noun, SearchRow.subject_uid == subject))


def drop(session: Session, noun: str, key: int) -> None:
    """One row is found no more."""
    row = session.scalar(select(SearchRow.id).where(SearchRow.noun == noun, SearchRow.noun_id == key))
    if row is not None:
        session.execute(text("DELETE FROM search_index WHERE rowid = :row"), {"row": row})
        session.execute(delete(SearchRow).where(SearchRow.id == row))


def find(
    session: Session, words: str, *, noun: str | None = None, but: tuple[str, ...] = (), limit: int = 50
) -> list[Found]:
    """What the words find, each word as the beginning of a token; newest first, some nouns left out."""
    wanted = query_terms(words)
    if not wanted:
        return []
    dialect = session.get_bind().dialect.name
    match = postgres_query(wanted) if dialect == "postgresql" else fts_query(wanted)
    condition = "i.vector @@ CAST(:match AS tsquery)" if dialect == "postgresql" else "search_index MATCH :match"
    only = "AND r.noun = :noun" if noun else ""
    only += "".join(f" AND r.noun <> :but{at}" for at in range(len(but)))
    rows = session.execute(
        text(
            "SELECT r.noun, r.noun_id, r.title, r.detail FROM search_index i JOIN search_row r ON r.id = i.rowid "
            f"WHERE {condition} {only} ORDER BY i.rowid DESC LIMIT :limit"
        ),
        {"match": match, "noun": noun, "limit": limit, **{f"but{at}": name for at, name in enumerate(but)}},
    )
    return [Found(*row) for row in rows]


def among(session: Session, words: str, noun: str, key: ColumnElement[int]) -> ColumnElement[bool] | None:
    """The condition that the noun with this key is found by the words; None when the words say nothing.

    Few hits are fetched from the index; where most rows are hits, each row on the list's way is looked at instead,
    so that a sorted page does not wait for all of them.
    """
    wanted = query_terms(words)
    if not wanted:
        return None
    postgres = session.get_bind().dialect.name == "postgresql"
    condition = "vector @@ CAST(:match AS tsquery)" if postgres else "search_index MATCH :match"
    match = postgres_query(wanted) if postgres else fts_query(wanted)
    hits = f"SELECT rowid FROM search_index WHERE {condition}"
    few = text(f"SELECT count(*) FROM ({hits} LIMIT {MANY_HITS}) AS hit")
    if (session.scalar(few, {"match": match}) or 0) < MANY_HITS:
        rows = text(hits).bindparams(match=match).columns(rowid=KEY)
        return key.in_(select(SearchRow.noun_id).where(SearchRow.noun == noun, SearchRow.id.in_(rows)))
    begins = [(" " + SearchRow.tokens).contains(" " + term, autoescape=True) for term in wanted]
    return exists().where(SearchRow.noun == noun, SearchRow.noun_id == key, *begins)


def fts_query(wanted: tuple[str, ...]) -> str:
    """The FTS5 expression of folded tokens, each a prefix."""
    return " AND ".join('"' + token.replace('"', '""') + '"*' for token in wanted)


def postgres_query(wanted: tuple[str, ...]) -> str:
    """The tsquery of folded tokens, each a prefix."""
    return " & ".join("'" + token.replace("\\", "\\\\").replace("'", "''") + "':*" for token in wanted)
