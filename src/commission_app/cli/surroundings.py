"""What every verb of the command line has around it: the language, the database meant, and how it speaks."""

import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from commission_app import __version__, config
from commission_app.config import Settings
from commission_app.errors import Refusal, RefusedError

if TYPE_CHECKING:
    from commission_app.i18n import Language
    from commission_app.services.office import Actor, Office


@dataclass(frozen=True)
class Doors:
    """What only the roof can open: the window, and pictures of its screens."""

    window: Callable[[Settings | None, bool], int]
    pictures: "Callable[[Path, Path, Language], None]"


def spoken_code(words: Sequence[str], settings: Callable[[], Settings | None]) -> str:
    """The language asked for, else the one chosen in the window, else Latvian; known before anything is read."""
    for at, word in enumerate(words):
        if word == "--language" and at + 1 < len(words):
            return words[at + 1]
        if word.startswith("--language="):
            return word.partition("=")[2]
    found = settings()
    return found.language if found else "lv"


class Surroundings:
    """The language, the database, the office; and the two voices."""

    def __init__(self, code: str, doors: Doors) -> None:
        self.code, self.doors = code, doors
        self.database: str | None = None

    @cached_property
    def language(self) -> "Language":
        """The language spoken; its words are fetched when the first is said."""
        from commission_app.i18n import language

        return language(self.code)

    def where(self) -> str:
        """The database meant: the one named, or that of this computer.

        Refused: when neither is known.
        """
        if self.database:
            return self.database
        settings = config.load()
        if settings is None:
            raise RefusedError("cli.no_database")
        return settings.database_url

    def actor(self) -> "Actor":
        """Who works at the command line, as the chain of acts names them."""
        import getpass

        from commission_app.rules.vocabulary.institution import OfficeRole
        from commission_app.services.office import Actor

        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):
            name = "commission-app"
        return Actor(None, name, OfficeRole.ADMINISTRATOR)

    @contextmanager
    def office(self) -> "Iterator[Office]":
        """The office of the database meant, closed afterwards."""
        from commission_app.services.opening import open_office

        office = open_office(self.where(), self.actor())
        try:
            yield office
        finally:
            office.close()

    def tell(self, text: str) -> None:
        """Says what was done."""
        print(text)

    def complain(self, what: Refusal) -> None:
        """Says in one sentence what stands against it."""
        print(self.sentence(what), file=sys.stderr)

    def sentence(self, what: Refusal) -> str:
        """The sentence of a refusal."""
        from commission_app.wording.sentences import sentence

        return sentence(self.language, what)

    def complain_of_bug(self, error: BaseException) -> None:
        """Says that the program failed and where the report for its makers lies."""
        say = self.language.say
        text = say("The program failed; nothing was stored by halves. The report: {file}", file=_written(error))
        print(text, file=sys.stderr)


def _written(error: BaseException) -> Path:
    from datetime import datetime

    from commission_app.i18n import OFFICE_ZONE

    now = datetime.now(OFFICE_ZONE)
    text = f"Commission App {__version__}, Python {sys.version}, {sys.platform}\n" + "".join(
        traceback.format_exception(error)
    )
    name = f"report-{now:%Y%m%d-%H%M%S}.txt"
    for folder in (config.user_folder() / "reports", Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        except OSError:
            continue
        return folder / name
    return Path("-")
