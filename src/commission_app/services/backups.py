"""Backups: made from a still picture, proved, remembered in the chain of acts, made again on closing, brought back."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from commission_app.models.act import Act
from commission_app.services import institution
from commission_app.services.office import Office
from commission_app.store import backup, restore
from commission_app.store.archive import Manifest
from commission_app.store.backup import Made
from commission_app.store.database import address
from commission_app.store.restore import Restored
from commission_app.store.work import Progress, Reading, Work

__all__ = ["Made", "Manifest", "Restored", "copy_on_exit", "exit_copy", "last_backup", "look", "make", "record_backup"]

KEPT = 14
EXIT_MARK = "on-exit"


@dataclass(frozen=True)
class BackupMark:
    """When the newest verified backup was made, and by whom."""

    moment: datetime
    by: str


def make(reading: Reading, wanted: Path, moment: datetime | None = None, *, mark: str = "backup") -> Made:
    """Makes a backup into a folder or a new file and reads it again from there.

    Refused: a file that is there already. Unavailable: a disk that is full, read-only or gone.
    """
    at = moment or datetime.now(UTC)
    name = institution.name_on(reading.session, reading.today).name_lv
    return backup.make(
        reading.session,
        reading.blobs,
        backup.destination(wanted, name, at, mark=mark),
        institution=name,
        made_at=at,
        made_by=reading.actor.name,
        progress=reading.progress,
    )


def record_backup(work: Work, made: Made) -> None:
    """Remembers in the chain of acts that a backup was made and proved."""
    _record(work, "backup", {"name": made.path.name, "bytes": made.size})


def record_restore(work: Work, restored: Restored) -> None:
    """Remembers in the chain of acts that these data came back from a backup."""
    _record(work, "restore", {"made_at": restored.manifest.made_at.astimezone(UTC).isoformat()})


def last_backup(reading: Reading) -> BackupMark | None:
    """The newest verified backup, for the line on Today."""
    newest = select(Act.moment, Act.user_name).where(Act.name == f"backups.{record_backup.__name__}")
    row = reading.session.execute(newest.order_by(Act.id.desc()).limit(1)).first()
    return BackupMark(row.moment, row.user_name) if row else None


def exit_copy(reading: Reading, moment: datetime | None = None) -> Made | None:
    """The copy on closing the program, where the institution wants one; only the newest copies of its own are kept."""
    habit = institution.the(reading.session)
    folder = exit_folder(reading)
    if not habit.backup_on_exit or folder is None:
        return None
    made = make(reading, folder, moment, mark=EXIT_MARK)
    own = re.compile(rf"(?P<name>.+)-{EXIT_MARK}-\d{{8}}-\d{{6}}(-\d+)?\.zip")
    match = own.fullmatch(made.path.name)
    stem = match["name"] if match else ""
    copies = sorted(
        path for path in folder.glob("*.zip") if (found := own.fullmatch(path.name)) and found["name"] == stem
    )
    for old in copies[:-KEPT]:
        old.unlink(missing_ok=True)
    return made


def exit_folder(reading: Reading) -> Path | None:
    """Where copies go: the institution's folder, or one beside a SQLite database; nowhere without either."""
    chosen = institution.the(reading.session).backup_folder
    if chosen:
        return Path(chosen)
    url = reading.session.get_bind().engine.url
    return Path(url.database).parent / "backups" if url.get_backend_name() == "sqlite" and url.database else None


def copy_on_exit(office: Office, progress: Progress | None = None) -> Made | None:
    """Makes the copy on closing and remembers it; nothing when the institution wants none."""
    made = office.ask_with(progress or Progress(), exit_copy)
    if made is not None:
        office.do(record_backup, made)
    return made


def look(source: Path) -> Manifest:
    """What a backup says of itself: institution, moment and person, before anybody decides to bring it back."""
    return restore.look(source)


def bring_back(source: Path, where: str | Path, *, replace: bool = False, progress: Progress | None = None) -> Restored:
    """Brings a backup back in place of a database that nobody has open; what stood there is kept aside.

    Refused: a file that is no whole backup. Unavailable: while the database is open somewhere.
    """
    return restore.restore(source, address(where), moment=datetime.now(UTC), replace=replace, progress=progress)


def _record(work: Work, what: str, facts: dict[str, object]) -> None:
    house = institution.the(work.session)
    fields = {name: [None, value] for name, value in facts.items()}
    work.changes.rows.append({"table": what, "uid": str(house.uid), "change": "made", "fields": fields})
    work.changes.nouns.add("backup")
    work.about(house.uid)
