"""Opens the office of a database: made new where that is asked for, brought up to date after a backup beside it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from commission_app import config
from commission_app.services.office import NOBODY, Office
from commission_app.store import migrate
from commission_app.store.blobs import Blobs, FileBlobs, RowBlobs
from commission_app.store.database import Database, open_database
from commission_app.store.troubles import in_plain_terms
from commission_app.store.work import Actor, Progress

if TYPE_CHECKING:
    from commission_app.store.backup import Made


def open_office(
    where: str | Path, actor: Actor = NOBODY, *, create: bool = False, clock: Callable[[], datetime] | None = None
) -> Office:
    """The office of a database as this program works with it.

    Refused: a database that is not there (unless it may be made), is older or newer than the program, or empty.
    """
    database = open_database(where, create=create)
    try:
        with in_plain_terms():
            if create:
                migrate.migrate(database, lambda: back_up(database, actor.name))
            else:
                migrate.ensure_current(database)
    except BaseException:
        database.close()
        raise
    return Office(database, actor) if clock is None else Office(database, actor, clock)


def bring_up_to_date(where: str | Path, actor: Actor = NOBODY) -> "Made | None":
    """Brings an older database to this program's shape, a backup first; gives the backup if one was needed.

    Refused: a database that is not there or of a newer program.
    """
    database = open_database(where)
    made: list[Made] = []
    try:
        with in_plain_terms():
            if migrate.migrate(database, lambda: made.append(back_up(database, actor.name))):
                _ship_new_rules(Office(database, actor))
    finally:
        database.close()
    return made[0] if made else None


def _ship_new_rules(office: Office) -> None:
    """Rules that came with a newer program stand beside those an office has had all along."""
    from commission_app.services import institution, provisions

    if office.ask(institution.card) is not None:
        office.do(provisions.ship)


def back_up(database: Database, by: str, progress: Progress | None = None) -> "Made":
    """A backup before a migration: beside a SQLite database, else in the person's folder."""
    from commission_app.store import backup  # brings the library of archives, which no plain opening needs

    folder = database.path.parent if database.is_sqlite else config.user_folder()
    if not database.is_sqlite:
        folder.mkdir(parents=True, exist_ok=True)
    blobs: Blobs = FileBlobs(database.files) if database.is_sqlite else RowBlobs()
    now = datetime.now(UTC)
    with Session(database.reader) as session:
        name = _institution(session)
        target = backup.destination(folder, name, now, mark="before-migration")
        return backup.make(
            session, blobs, target, institution=name, made_at=now, made_by=by, progress=progress or Progress()
        )


def _institution(session: Session) -> str:
    """The institution's name in a database of whatever age: models may know columns it does not have yet."""
    try:
        with session.begin_nested():
            row = session.execute(text("SELECT name_lv FROM institution_name ORDER BY valid_from DESC LIMIT 1")).first()
    except SQLAlchemyError:
        return ""
    return str(row[0]) if row else ""
