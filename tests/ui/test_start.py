"""The start: settings of machine and person, folders that are warned of, one window only, heavy libraries late."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from commission_app import config
from commission_app.config import Settings, mounted_kind, settings_for
from commission_app.errors import UnavailableError
from commission_app.ui.single_instance import SingleInstance

HEAVY = (
    "sqlalchemy",
    "openpyxl",
    "reportlab",
    "xlsxwriter",
    "alembic",
    "psycopg",
    "PIL",
    "qtawesome",
    "PySide6.QtNetwork",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of settings of its own."""
    monkeypatch.setenv(config.FOLDER_VARIABLE, str(tmp_path / "config"))
    return tmp_path / "config"


def test_before_the_first_run_there_are_no_settings(folder: Path) -> None:
    assert config.load() is None


def test_settings_are_read_back_as_they_were_stored(folder: Path, tmp_path: Path) -> None:
    stored = replace(settings_for(tmp_path / "Dati ēkā"), language="en", theme="dark")
    config.save(stored)
    assert config.load() == stored
    config.save_choices(replace(stored, language="lv"))
    found = config.load()
    assert found is not None
    assert (found.language, found.theme, found.data_dir) == ("lv", "dark", tmp_path / "Dati ēkā")


def test_a_torn_settings_file_counts_as_none(folder: Path) -> None:
    folder.mkdir()
    (folder / config.POINTER).write_text('{"data_dir": "/x', "utf-8")
    assert config.load() is None


def test_settings_that_cannot_be_stored_are_told(folder: Path, tmp_path: Path) -> None:
    folder.write_text("a file stands where the folder should be", "utf-8")
    with pytest.raises(UnavailableError) as told:
        config.save(settings_for(tmp_path))
    assert told.value.reason == "config.not_writable"


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
//office/share /mnt/with\\040space cifs rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/commission-app", "ext4"),
        ("/home/aija/data", "nfs4"),
        ("/home/local/data", "ext4"),
        ("/homes/data", "ext4"),
        ("/mnt/with space/data", "cifs"),
    ],
)
def test_the_nearest_mount_decides_where_a_folder_lies(path: str, kind: str) -> None:
    assert mounted_kind(MOUNTS, Path(path)) == kind


@pytest.mark.parametrize("path", ["\\\\office\\share\\data", "//office/share/data"])
def test_a_path_of_another_computer_is_a_network_share(path: str) -> None:
    assert config.network_share(Path(path)) or (sys.platform != "win32" and "\\" not in path)


def test_a_folder_of_this_computer_is_none(tmp_path: Path) -> None:
    assert not config.network_share(tmp_path)
    assert config.warnings_for(tmp_path / "new" / "folder") == ()


@pytest.mark.parametrize("name", ["OneDrive", "OneDrive - Koledža", "Dropbox", "Google Drive", "Nextcloud"])
def test_a_folder_copied_to_a_cloud_is_warned_of(tmp_path: Path, name: str) -> None:
    reasons = [warning.reason for warning in config.warnings_for(tmp_path / name / "data")]
    assert reasons == ["config.synchronised"]


def test_a_folder_below_a_file_cannot_be_written_into(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert [warning.reason for warning in config.warnings_for(tmp_path / "file" / "data")] == [
        "config.folder_not_writable"
    ]


def test_a_second_start_brings_the_first_window_forward(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path, "sqlite:///a"), SingleInstance(tmp_path, "sqlite:///a")
    other = SingleInstance(tmp_path, "sqlite:///b")
    assert first.first()
    first.listen()
    assert not second.first()
    assert other.first()
    with qtbot.waitSignal(first.called):
        assert second.call_first()
    first.release()
    assert second.first()
    second.release()
    other.release()


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    code = (
        "import sys, commission_app.app, commission_app.ui.icons\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def probed(settings: Settings) -> "subprocess.CompletedProcess[str]":
    code = (
        "import sys; from pathlib import Path; from commission_app.app import open_window\n"
        "from commission_app.config import Settings\n"
        f"settings = Settings(Path({str(settings.data_dir)!r}), {settings.database_url!r}, 'en')\n"
        "sys.exit(open_window(settings, probe=True))"
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)


def test_the_probe_measures_a_start(settings: Settings) -> None:
    said = probed(settings)
    assert said.returncode == 0, said.stderr
    times = json.loads(said.stdout)
    assert 0 < times["first_paint_ms"] <= times["first_list_ms"]


def test_the_probe_of_a_database_that_is_not_there_says_so_and_ends(tmp_path: Path) -> None:
    said = probed(Settings(tmp_path, f"sqlite:///{tmp_path / 'absent.db'}", "en"))
    assert said.returncode == 2
    assert "absent.db" in json.loads(said.stderr.splitlines()[-1])["error"]
    assert said.stdout == ""
