"""The two ways in: the command line, and the window; here everything is built and passed in."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from commission_app import cli
from commission_app.cli.surroundings import Doors
from commission_app.config import Settings

if TYPE_CHECKING:
    from commission_app.i18n import Language


def main() -> int:
    """The command line; without a word it opens the window."""
    return cli.run(sys.argv[1:] or ["window"], Doors(_window, _pictures))


def window() -> int:
    """The window, started from a menu or a desktop."""
    return cli.run(["window", *sys.argv[1:]], Doors(_window, _pictures))


def _window(settings: Settings | None, probe: bool) -> int:
    from commission_app.app import open_window

    return open_window(settings, probe=probe)


def _pictures(database: Path, out: Path, language: "Language") -> None:
    # Pictures need no screen, and must look the same on every computer.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The platform without a screen complains of every window that asks for a size.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false;qt.qpa.*=false")
    from commission_app.app import pictures

    pictures(database, out, language)


if __name__ == "__main__":
    sys.exit(main())
