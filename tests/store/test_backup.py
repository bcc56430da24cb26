"""A backup holds everything, is proved, and comes back on either database; anything else is refused whole."""

import itertools
import json
import os
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from commission_app.errors import CancelledError, RefusedError, TroubleError, UnavailableError
from commission_app.services import backups, checks, institution, opening, users
from commission_app.services.office import Progress
from commission_app.services.users import UserForm
from commission_app.store import archive
from commission_app.store.database import open_database
from commission_app.store.work import Work
from tests.house import ROOT
from tests.store import houses
from tests.store.houses import NAME

Place = Callable[[], str]


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Addresses of fresh databases of one kind."""
    if request.param == "postgresql":
        make: Callable[..., str] = request.getfixturevalue("postgres_database")
        template = request.getfixturevalue("empty_postgres")
        return lambda: make(template=template)
    counter = iter(range(100))
    return lambda: str(tmp_path / f"house{next(counter)}" / "commission.db")


def other_place(request: pytest.FixtureRequest, tmp_path: Path, kind: str) -> str:
    """An address of the kind given."""
    if kind == "postgresql":
        address: str = request.getfixturevalue("postgres_database")()
        return address
    return str(tmp_path / "elsewhere" / "commission.db")


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_a_backup_comes_back_on_either_database(
    place: Place, target: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    office = houses.begin(place())
    before, files = houses.told(office), office.ask(houses.bytes_of)
    zipped = houses.backed_up(office, tmp_path / "copy.zip")
    office.do(users.hire, UserForm("Vēlākais"))
    office.close()

    where = other_place(request, tmp_path, target)
    restored = backups.bring_back(zipped, where)
    assert restored.former is None and restored.manifest.institution == NAME

    back = houses.again(where)
    assert houses.told(back) == before
    assert back.ask(houses.bytes_of) == files
    assert back.ask(checks.findings) == ()
    # Keys, chain and search go on where they ended.
    back.do(users.hire, UserForm("Jaunais"))
    back.do(houses.keep, b"new", "jauns.txt")
    back.do(backups.record_restore, restored)
    assert back.ask(checks.findings) == ()
    back.close()


def test_a_folder_gets_a_file_named_by_institution_and_moment(tmp_path: Path) -> None:
    office = houses.begin(tmp_path / "house" / "commission.db")
    first, second = houses.backed_up(office, tmp_path), houses.backed_up(office, tmp_path)
    assert first.name.startswith("kilu-ielas-koledza-backup-20") and first != second
    assert sorted(path.name for path in tmp_path.glob("*.zip")) == sorted([first.name, second.name])
    assert not list(tmp_path.glob(".backup-*"))
    mark = office.ask(backups.last_backup)
    assert mark is not None and mark.by == office.actor.name
    with pytest.raises(RefusedError) as refused:
        office.ask(backups.make, first)
    assert refused.value.reason == "backup.exists"
    office.close()


def test_what_stood_there_is_kept_aside(tmp_path: Path) -> None:
    where = tmp_path / "commission.db"
    office = houses.begin(where)
    zipped = houses.backed_up(office, tmp_path / "copy.zip")
    office.do(users.hire, UserForm("Vēlākais"))
    office.close()
    restored = backups.bring_back(zipped, where)
    assert restored.former is not None and "before-restore-20" in restored.former
    for path, later in ((str(where), False), (restored.former, True)):
        standing = houses.again(path)
        assert ("Vēlākais" in houses.told(standing)[0]) is later
        assert standing.ask(checks.findings) == ()
        standing.close()


def test_an_open_database_is_not_replaced(tmp_path: Path) -> None:
    where = tmp_path / "commission.db"
    office = houses.begin(where)
    zipped = houses.backed_up(office, tmp_path / "copy.zip")
    with pytest.raises(UnavailableError) as refused:
        backups.bring_back(zipped, where)
    assert refused.value.reason == "restore.in_use"
    assert office.ask(checks.findings) == ()
    office.close()


def test_a_damaged_database_is_replaced_and_kept(tmp_path: Path) -> None:
    where = tmp_path / "commission.db"
    office = houses.begin(where)
    zipped = houses.backed_up(office, tmp_path / "copy.zip")
    office.close()
    where.write_bytes(b"SQLite format 3\x00" + b"rubbish" * 1000)
    restored = backups.bring_back(zipped, where)
    assert restored.former is not None and Path(restored.former).read_bytes().endswith(b"rubbish")
    back = houses.again(where)
    assert back.ask(checks.findings) == ()
    back.close()


def test_postgresql_with_data_is_replaced_only_when_said(postgres_database: Callable[[], str], tmp_path: Path) -> None:
    where = postgres_database()
    office = houses.begin(where)
    zipped = houses.backed_up(office, tmp_path / "copy.zip")
    office.do(users.hire, UserForm("Vēlākais"))
    with pytest.raises(RefusedError) as refused:
        backups.bring_back(zipped, where)
    assert refused.value.reason == "restore.not_empty"
    assert "Vēlākais" in houses.told(office)[0]
    office.close()
    restored = backups.bring_back(zipped, where, replace=True)
    assert restored.former is not None and restored.former.startswith("before_restore_20")
    back = houses.again(where)
    assert "Vēlākais" not in houses.told(back)[0]
    back.do(users.hire, UserForm("Jaunais"))
    assert back.ask(checks.findings) == ()
    back.close()


def test_cancelling_leaves_nothing(place: Place, tmp_path: Path) -> None:
    office = houses.begin(place())
    folder = tmp_path / "copies"
    progress = Progress(lambda done, total: setattr(progress, "cancelled", done * 2 > total))
    with pytest.raises(CancelledError):
        office.ask_with(progress, backups.make, folder)
    assert not list(folder.iterdir())
    office.close()


def test_a_vanished_drive_is_named(tmp_path: Path) -> None:
    office = houses.begin(tmp_path / "commission.db")
    with pytest.raises(UnavailableError) as refused:
        office.ask(backups.make, tmp_path / "usb" / "copies" / "today.zip")
    assert refused.value.reason == "backup.folder_gone"
    (tmp_path / "usb").write_text("a file where a folder should be")
    with pytest.raises(UnavailableError):
        office.ask(backups.make, tmp_path / "usb" / "today.zip")
    office.close()


def test_changed_bytes_are_not_backed_up(tmp_path: Path) -> None:
    office = houses.begin(tmp_path / "commission.db")
    stored = next(path for path in office.database.files.rglob("*") if path.is_file())
    stored.write_bytes(b"other")
    with pytest.raises(UnavailableError) as refused:
        office.ask(backups.make, tmp_path / "copy.zip")
    assert refused.value.reason == "backup.blob_changed"
    assert not (tmp_path / "copy.zip").exists()
    office.close()


def test_the_copy_on_closing_keeps_the_newest(tmp_path: Path) -> None:
    office = houses.begin(tmp_path / "commission.db")
    made = backups.copy_on_exit(office)
    assert made is not None and made.path.parent == tmp_path / "backups"
    card = office.ask(institution.card)
    assert card is not None
    folder = tmp_path / "copies"
    folder.mkdir()
    foreign = [folder / "holiday.zip", folder / "cita-skola-on-exit-20200101-080000.zip"]
    for path in (*foreign, *(folder / f"kilu-ielas-koledza-on-exit-20200101-0800{n:02}.zip" for n in range(20))):
        path.write_bytes(b"")
    office.do(institution.set_backup, card.version, institution.BackupHabit(str(folder), on_exit=True))
    newest = backups.copy_on_exit(office)
    assert newest is not None
    kept = sorted(path.name for path in folder.glob("kilu*.zip"))
    assert len(kept) == backups.KEPT and kept[-1] == newest.path.name
    assert all(path.exists() for path in foreign)
    card = office.ask(institution.card)
    assert card is not None
    office.do(institution.set_backup, card.version, institution.BackupHabit(str(folder), on_exit=False))
    assert backups.copy_on_exit(office) is None
    office.close()


def rewritten(source: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy of a backup with its members changed."""
    with zipfile.ZipFile(source) as old:
        members = {name: old.read(name) for name in old.namelist()}
    change(members)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members.items():
            new.writestr(name, data)
    return target


def restated(members: dict[str, bytes], **said: object) -> None:
    """Changes what the manifest says."""
    found = json.loads(members["manifest.json"])
    members["manifest.json"] = json.dumps({**found, **said}).encode()


def lengthened(members: dict[str, bytes]) -> None:
    """Claims a member of gigabytes of zeros."""
    members["database.sqlite"] = b"\x00" * (archive.SMALL + 1)
    found = json.loads(members["manifest.json"])
    found["members"]["database.sqlite"]["size"] = archive.SMALL + 1
    members["manifest.json"] = json.dumps(found).encode()


def flipped(members: dict[str, bytes]) -> None:
    """Changes one byte in the middle of the database."""
    data = members["database.sqlite"]
    members["database.sqlite"] = data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :]


TAMPERINGS: dict[str, tuple[str, Callable[[dict[str, bytes]], object]]] = {
    "a changed database": ("backup.member_changed", flipped),
    "a missing blob": (
        "backup.member_missing",
        lambda members: members.pop(next(name for name in members if name.startswith("blobs/"))),
    ),
    "a way out of the folder": ("backup.foreign_member", lambda members: members.update({"../../evil": b"x"})),
    "a foreign file": ("backup.foreign_member", lambda members: members.update({"readme.txt": b"x"})),
    "no manifest": ("backup.not_a_backup", lambda members: members.pop("manifest.json")),
    "a manifest of nonsense": ("backup.not_a_backup", lambda members: members.update({"manifest.json": b"[1]"})),
    "another format": ("backup.not_a_backup", lambda members: restated(members, format="other")),
    "a newer format": ("backup.newer", lambda members: restated(members, format_version=99)),
    "a newer database": ("backup.newer", lambda members: restated(members, revision="9999")),
    "a bomb": ("backup.too_large", lengthened),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_a_touched_backup_changes_nothing(what: str, tmp_path: Path) -> None:
    where = tmp_path / "commission.db"
    office = houses.begin(where, people=1)
    zipped = houses.backed_up(office, tmp_path / "copy.zip")
    office.do(users.hire, UserForm("Vēlākais"))
    office.close()
    reason, change = TAMPERINGS[what]
    bad = rewritten(zipped, tmp_path / "bad.zip", lambda members: (change(members), None)[1])
    with pytest.raises(RefusedError) as refused:
        backups.bring_back(bad, where)
    assert refused.value.reason == reason
    standing = houses.again(where)
    assert "Vēlākais" in houses.told(standing)[0]
    standing.close()
    assert not list(tmp_path.glob(".restore-*"))


def test_a_cut_or_foreign_file_is_refused(tmp_path: Path) -> None:
    office = houses.begin(tmp_path / "commission.db", people=1)
    zipped = houses.backed_up(office, tmp_path / "copy.zip")
    office.close()
    whole = zipped.read_bytes()
    for name, data in (("cut", whole[: len(whole) // 2]), ("empty", b""), ("text", b"no zip at all" * 100)):
        bad = tmp_path / f"{name}.zip"
        bad.write_bytes(data)
        with pytest.raises(RefusedError) as refused:
            backups.bring_back(bad, tmp_path / "commission.db")
        assert refused.value.reason == "backup.not_a_backup"
    with pytest.raises(RefusedError):
        backups.look(tmp_path / "nowhere.zip")


@pytest.mark.parametrize("at", [0.02, 0.3, 0.5, 0.8, 0.95])
def test_a_flipped_byte_anywhere_is_noticed(at: float, tmp_path: Path) -> None:
    office = houses.begin(tmp_path / "commission.db", people=1)
    zipped = houses.backed_up(office, tmp_path / "copy.zip")
    office.close()
    data = bytearray(zipped.read_bytes())
    data[int(len(data) * at)] ^= 0xFF
    zipped.write_bytes(bytes(data))
    with pytest.raises(TroubleError):
        backups.bring_back(zipped, tmp_path / "other.db")
    assert not (tmp_path / "other.db").exists()


def test_a_restored_file_is_one_sqlite_file(tmp_path: Path) -> None:
    office = houses.begin(tmp_path / "commission.db", people=1)
    zipped = houses.backed_up(office, tmp_path / "copy.zip")
    office.close()
    with zipfile.ZipFile(zipped) as found:
        assert {name.partition("/")[0] for name in found.namelist()} == {"manifest.json", "database.sqlite", "blobs"}
        (tmp_path / "taken.db").write_bytes(found.read("database.sqlite"))
    connection = sqlite3.connect(tmp_path / "taken.db")
    assert connection.execute("SELECT count(*) FROM user_account").fetchone() == (1,)
    connection.close()


def test_a_backup_of_a_living_office_is_one_still_picture(place: Place, tmp_path: Path) -> None:
    office = houses.begin(place(), people=0)
    stop = threading.Event()

    def work() -> None:
        for number in itertools.count():
            office.do(pair, f"{number}")
            if stop.is_set():
                return

    writer = threading.Thread(target=work)
    writer.start()
    try:
        zipped = [office.ask(backups.make, tmp_path).path for _ in range(2)]
    finally:
        stop.set()
        writer.join()
    office.close()
    for number, path in enumerate(zipped):
        backups.bring_back(path, tmp_path / f"back{number}.db")
        back = houses.again(tmp_path / f"back{number}.db")
        assert back.ask(checks.findings) == ()
        assert len(houses.told(back)[0]) % 2 == 0
        back.close()


def pair(work: Work, name: str) -> None:
    """Two people in one act: a picture never shows one without the other."""
    users.hire(work, UserForm(f"{name} a"))
    work.session.flush()
    users.hire(work, UserForm(f"{name} b"))


def test_a_backup_before_a_migration_lies_beside_the_database(tmp_path: Path) -> None:
    where = tmp_path / "commission.db"
    houses.begin(where).close()
    database = open_database(where)
    made = opening.back_up(database, "Anna")
    database.close()
    assert made.path.parent == tmp_path and "-before-migration-" in made.path.name
    assert made.manifest.institution == NAME and made.manifest.made_by == "Anna"
    assert opening.bring_up_to_date(where) is None


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
def test_a_full_disk_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    office = houses.begin(tmp_path / "commission.db")
    office.do(houses.keep, os.urandom(3_000_000), "nesaspiezams.bin")
    office.close()
    # Room for the picture of the database, not for the files beside it.
    room = (tmp_path / "commission.db").stat().st_size + 400_000
    script = (
        "import resource, sys; from pathlib import Path; from tests.store import houses;"
        "from commission_app.errors import UnavailableError; from commission_app.services import backups;"
        f"office = houses.again(sys.argv[1]); resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n"
        "try:\n office.ask(backups.make, Path(sys.argv[2]))\n"
        "except UnavailableError as error:\n print(error.reason)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "commission.db"), str(tmp_path / "copies")],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert answer.stdout.strip() == "backup.disk_full"
    assert not list((tmp_path / "copies").iterdir())
