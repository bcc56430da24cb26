"""The verbs of `dev.py`: each makes ready what it needs and then does one thing."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tooling import environment, system
from tooling.ground import OUT, StopError, call_python, say

USAGE = """python dev.py <verb>

  run        opens the window on the sample institution (installs what is missing first)
  test       every check and every test, PostgreSQL included; further words go to pytest

  check      ruff, formatting, types, import contracts and the catalogue of words
  words      holds the Latvian catalogue against the source; --write compiles it
  pictures   the main screens as pictures in out/screens
  bench      measures the program beside bare loops of the same libraries; names choose which
  trials     the long trials, and docs/trials.md with what they found; names choose which
  lock       writes requirements/*.txt anew from pyproject.toml; --upgrade takes newer versions
  package    the program as a folder, a .deb or a Windows installer in dist/"""


def run(words: list[str]) -> int:
    """Opens the window on the sample institution; without a screen plays the demonstration into out/."""
    screen = system.has_screen()
    system.ready(screen=screen)
    environment.ready("runtime")
    database = OUT / "sample.db"
    if not screen:
        say("There is no screen here, so the demonstration runs instead of the window …")
        code = _demonstrate()
        if code == 0:
            say(f"Papers and registers are in {OUT}, pictures of the main screens in {OUT / 'screens'}.")
        return code
    if not database.exists():
        say("Making the sample institution …")
        OUT.mkdir(exist_ok=True)
        if code := call_python("-m", "commission_app", "--database", database, "init", "--sample"):
            _forget(database)
            return code
    return call_python("-m", "commission_app", "--database", database, "window", *words)


def _forget(database: Path) -> None:
    """Half a sample institution would be opened next time as if it were whole."""
    for left in database.parent.glob(f"{database.name}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _demonstrate(*words: str) -> int:
    # Without a screen Qt tells of every window it cannot place on one.
    quiet = {"QT_LOGGING_RULES": "default.warning=false"}
    return call_python("-m", "commission_app", "demo", "--out", OUT, *words, environment=quiet)


def pictures(words: list[str]) -> int:
    """Leaves a picture of every main screen in out/screens."""
    system.ready(screen=False)
    environment.ready("runtime")
    return _demonstrate(*words)


def _inside(module: str, *, qt: bool = False, kind: str = "dev") -> Callable[[list[str]], int]:
    def verb(words: list[str]) -> int:
        if qt:
            system.ready(screen=False)
        environment.ready(kind)
        return call_python("-m", module, *words)

    return verb


VERBS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": _inside("tooling.testing", qt=True),
    "check": _inside("tooling.checks"),
    "words": _inside("tooling.words"),
    "pictures": pictures,
    "bench": _inside("bench", qt=True),
    "trials": _inside("tooling.trials", qt=True),
    "lock": _inside("tooling.lock"),
    "package": _inside("tooling.package", kind="package"),
}


def main(words: list[str]) -> int:
    """Does the verb named first; 2 when it cannot, with one sentence."""
    if not words or words[0] in {"-h", "--help", "help"}:
        say(USAGE)
        return 0 if words else 2
    verb = VERBS.get(words[0])
    if verb is None:
        say(f"There is no verb {words[0]!r}.\n\n{USAGE}")
        return 2
    try:
        return verb(words[1:])
    except StopError as stop:
        say(str(stop))
        return stop.code
    except KeyboardInterrupt:
        say("Stopped.")
        return 130
