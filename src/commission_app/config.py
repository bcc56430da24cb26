"""Where the program's data live and what the user chose: a pointer for the machine, choices for the person."""

import json
import os
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from commission_app.errors import Refusal, UnavailableError, refusal

FOLDER_VARIABLE = "COMMISSION_APP_CONFIG"
POINTER = "where.json"
CHOICES = "choices.json"
DATABASE_FILE = "commission.db"

_CLOUD_NAMES = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "owncloud")
_NETWORK_KINDS = frozenset(("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "sshfs", "fuse.sshfs", "9p", "afs"))
_DRIVE_REMOTE = 4


@dataclass(frozen=True)
class Settings:
    """What the program must know before it opens the database; facts of the office never stand here."""

    data_dir: Path
    database_url: str
    language: str = "lv"
    theme: str = "system"

    def __post_init__(self) -> None:
        object.__setattr__(self, "data_dir", Path(self.data_dir))


def settings_for(data_dir: Path) -> Settings:
    """Settings for a database of its own in a folder."""
    return Settings(data_dir, f"sqlite:///{(data_dir / DATABASE_FILE).as_posix()}")


def machine_folder() -> Path:
    """The folder of the settings that hold for everyone at this computer."""
    given = os.environ.get(FOLDER_VARIABLE)
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "CommissionApp"
    return Path("/etc/commission-app")


def user_folder() -> Path:
    """The folder of one person's choices."""
    given = os.environ.get(FOLDER_VARIABLE)
    if given:
        return Path(given)
    from platformdirs import user_config_path

    return user_config_path("CommissionApp", appauthor=False, roaming=False)


def load() -> Settings | None:
    """The settings of this computer and person, or None before the first run."""
    for folder in (machine_folder(), user_folder()):
        where = _read(folder / POINTER)
        if "data_dir" in where and "database_url" in where:
            found = Settings(Path(where["data_dir"]), where["database_url"])
            chosen = _read(user_folder() / CHOICES)
            return replace(
                found,
                language=chosen.get("language", found.language),
                theme=chosen.get("theme", found.theme),
            )
    return None


def save(settings: Settings) -> Path:
    """Stores the pointer for the whole machine where that is allowed, else for the person; gives the pointer's path."""
    save_choices(settings)
    values = {key: str(value) for key, value in asdict(settings).items() if key in ("data_dir", "database_url")}
    for folder in (machine_folder(), user_folder()):
        try:
            _write(folder / POINTER, values)
        except OSError:
            continue
        return folder / POINTER
    raise UnavailableError("config.not_writable", folder=str(user_folder()))


def save_choices(settings: Settings) -> None:
    """Stores the person's language and theme."""
    try:
        _write(user_folder() / CHOICES, {"language": settings.language, "theme": settings.theme})
    except OSError as trouble:
        raise UnavailableError("config.not_writable", folder=str(user_folder())) from trouble


def propose_data_dir() -> Path:
    """The folder proposed for the data: of the whole machine, so that a substitute finds them (OL-08)."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "CommissionApp" / "data"
    machine = Path("/var/lib/commission-app")
    nearest = machine if machine.exists() else machine.parent
    if os.access(nearest, os.W_OK):
        return machine
    from platformdirs import user_data_path

    return user_data_path("commission-app", appauthor=False)


def warnings_for(folder: Path) -> tuple[Refusal, ...]:
    """What speaks against a folder for the data: a share, a synchronised or a roaming folder, no right to write."""
    found = []
    if network_share(folder):
        found.append(refusal("config.network_share", at="data_dir", folder=str(folder)))
    if _synchronised(folder):
        found.append(refusal("config.synchronised", at="data_dir", folder=str(folder)))
    if _roaming(folder):
        found.append(refusal("config.roaming", at="data_dir", folder=str(folder)))
    if not _writable(folder):
        found.append(refusal("config.folder_not_writable", at="data_dir", folder=str(folder)))
    return tuple(found)


def network_share(path: Path) -> bool:
    """Whether a path lies on another computer; SQLite must not be used there."""
    text = str(path)
    if text.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        drive = Path(path).absolute().drive
        import ctypes

        return bool(drive) and ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE
    try:
        mounts = Path("/proc/mounts").read_text("utf-8", errors="replace")
    except OSError:
        return False
    return mounted_kind(mounts, Path(path).absolute()) in _NETWORK_KINDS


def mounted_kind(mounts: str, path: Path) -> str:
    """The kind of file system a path lies on, by the table of mounts."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = Path(parts[1].replace("\\040", " "))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), parts[2]
    return kind


def _synchronised(folder: Path) -> bool:
    roots = [os.environ[name].lower() for name in ("OneDrive", "OneDriveCommercial") if os.environ.get(name)]
    text = str(folder).lower()
    return any(text.startswith(root) for root in roots) or any(
        part.lower().startswith(name) for part in folder.parts for name in _CLOUD_NAMES
    )


def _roaming(folder: Path) -> bool:
    given = os.environ.get("APPDATA")
    return sys.platform == "win32" and bool(given) and folder.is_relative_to(Path(given or ""))


def _writable(folder: Path) -> bool:
    standing = next((at for at in (folder, *folder.parents) if at.exists()), None)
    return standing is not None and standing.is_dir() and os.access(standing, os.W_OK | os.X_OK)


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _write(path: Path, values: dict[str, str]) -> None:
    """Written beside and put in place, so that a power cut leaves the old or the new, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(values, ensure_ascii=False, indent=2), "utf-8")
    beside.replace(path)
