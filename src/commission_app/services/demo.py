"""The sample institution played through by the acts the window uses, and the papers that come of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from commission_app.errors import RefusedError
from commission_app.exchange import sample_institution
from commission_app.i18n import OFFICE_ZONE, Language, today
from commission_app.services import (
    backups,
    demo_cases,
    demo_certificates,
    demo_meetings,
    demo_office,
    demo_papers,
    institution,
)
from commission_app.services.demo_calendar import Calendar, Clock
from commission_app.services.demo_office import Stage
from commission_app.services.office import NOBODY, Office
from commission_app.services.opening import open_office
from commission_app.store.database import Database, address

DATABASE = "sample.db"
BACKUP = "sample-backup.zip"


@dataclass(frozen=True)
class Played:
    """What a playing of the sample left behind: the database and the names of the papers."""

    database: Path
    papers: tuple[str, ...]


def play(out: Path, language: Language, day: date | None = None) -> Played:
    """Plays the main job on the sample institution in a folder and writes its papers there.

    Refused: a folder whose sample.db is somebody's own database. A sample of before is replaced.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / DATABASE
    _clear(path)
    stage = _played(str(path), day)
    try:
        papers = demo_papers.write(stage, out, language)
        _back_up(stage, out / BACKUP)
    finally:
        stage.office.close()
    return Played(path, papers)


def furnish(where: str | Path, day: date | None = None) -> Office:
    """A new database with the sample institution as the playing leaves it.

    Refused: a database that has an institution already.
    """
    return _played(str(where), day).office


def _played(where: str, day: date | None) -> Stage:
    sample = sample_institution.read(day or today())
    clock = Clock()
    office = open_office(where, NOBODY, create=True, clock=clock)
    try:
        stage = Stage(office, clock, sample)
        first_day = min(commission.order_date for commission in sample.commissions)
        clock.at = datetime.combine(first_day, time(9), OFFICE_ZONE).astimezone(UTC)
        demo_office.begin(stage)
        calendar = Calendar()
        demo_cases.plan(stage, calendar)
        demo_meetings.plan(stage, calendar)
        demo_certificates.plan(stage, calendar)
        calendar.play(office, clock, stage.people)
        clock.at = max(clock.at, datetime.now(UTC))
        office.sign_in(stage.people[sample.users[0].key])
    except BaseException:
        office.close()
        raise
    return stage


def _back_up(stage: Stage, target: Path) -> None:
    target.unlink(missing_ok=True)
    made = stage.office.ask(backups.make, target)
    stage.office.do(backups.record_backup, made)


def _clear(path: Path) -> None:
    """Takes a sample of before away; nothing that is not one."""
    if not path.exists():
        return
    office = open_office(path)
    try:
        card = office.ask(institution.card)
    finally:
        office.close()
    own = sample_institution.read().house.registration_number
    if card is not None and card.form.registration_number != own:
        raise RefusedError("demo.not_a_sample", file=str(path), institution=card.form.name_lv)
    files = Database(address(path), office.database.writer, office.database.reader).files
    for tail in ("", "-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)
    if files.is_dir():
        import shutil

        shutil.rmtree(files)
