"""The verbs that show: the sample institution played through, and the window."""

from argparse import Namespace
from pathlib import Path

from commission_app import config
from commission_app.cli.surroundings import Surroundings
from commission_app.config import Settings


def demo(around: Surroundings, chosen: Namespace) -> int:
    """Plays the main job on the sample institution and leaves database, papers and pictures in a folder."""
    from commission_app.services import demo as play

    out = chosen.out.absolute()
    played = play.play(out, around.language)
    if not chosen.no_pictures:
        around.doors.pictures(played.database, out / "screens", around.language)
    for name in played.papers:
        around.tell(name)
    around.tell(around.language.say("The sample institution is in {folder}", folder=out))
    return 0


def window(around: Surroundings, chosen: Namespace) -> int:
    """Opens the window on the database meant, or on that of this computer."""
    return around.doors.window(_settings(around), chosen.probe)


def _settings(around: Surroundings) -> Settings | None:
    if not around.database:
        return None
    folder, url = _file(around.database) if "://" not in around.database else _address(around.database)
    found = config.load()
    return Settings(folder, url, around.code, found.theme if found else "system")


def _file(path: str) -> tuple[Path, str]:
    """A file is named without asking the library of databases, which would keep the window from painting."""
    file = Path(path).expanduser().absolute()
    return file.parent, f"sqlite:///{file}"


def _address(text: str) -> tuple[Path, str]:
    from commission_app.store.database import address

    url = address(text)
    folder = Path(url.database or ".").parent if url.get_backend_name() == "sqlite" else config.propose_data_dir()
    return folder, url.render_as_string(hide_password=False)
