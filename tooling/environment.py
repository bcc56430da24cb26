"""Makes the private environment in `.venv` ready, at once when nothing changed since the last time."""

import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tooling import system
from tooling.ground import REQUIREMENTS, ROOT, VENV, StopError, call, python, say

INCLUDES = {"runtime": ("runtime",), "dev": ("dev", "runtime"), "package": ("package",)}
PATIENCE_SECONDS = 900


def ready(kind: str) -> None:
    """Installs what the kind ("runtime", "dev" or "package") needs and is not there yet."""
    if _is_stamped(kind):
        return
    with _alone():
        if _is_stamped(kind):
            return
        if not _works():
            _create()
        _install(kind)
        for included in INCLUDES[kind]:
            _stamp(included).write_text(_digest(included), encoding="utf-8")


def _stamp(kind: str) -> Path:
    return VENV / f"commission-app-{kind}.stamp"


def _digest(kind: str) -> str:
    content = hashlib.sha256()
    for path in (REQUIREMENTS / f"{kind}.txt", ROOT / "pyproject.toml"):
        content.update(path.read_bytes().replace(b"\r\n", b"\n"))
    content.update(str(ROOT).encode())
    return content.hexdigest()


def _is_stamped(kind: str) -> bool:
    try:
        return python().exists() and _stamp(kind).read_text("utf-8") == _digest(kind)
    except OSError:
        return False


def _works() -> bool:
    """Whether the environment there answers and has pip; one copied or half made does not."""
    if not python().exists():
        return False
    question = "import pip, sys; print(sys.version_info >= (3, 11))"
    answer = subprocess.run([python(), "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == "True"


def _create() -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        system.install(["python3-venv"], "to make the private environment")
    say(f"Making the private environment {VENV} …")
    if call(sys.executable, "-m", "venv", "--clear", VENV):
        raise StopError(
            "The private environment could not be made; the lines above say why. "
            "Is the disk full, or the folder not yours to write in?"
        )


def _install(kind: str) -> None:
    say(f"Installing the libraries of requirements/{kind}.txt (the first time takes some minutes) …")
    pip: list[str | Path] = [python(), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    if call(*pip, "--require-hashes", "-r", REQUIREMENTS / f"{kind}.txt"):
        raise StopError(
            "The libraries could not be installed; the lines above say which. The first set-up needs the "
            "network, or a pip configuration that points to the office's own index; after it nothing does."
        )
    if call(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT):
        raise StopError("The program could not be installed into its environment; the lines above say why.")


@contextmanager
def _alone() -> Iterator[None]:
    """Two set-ups at the same time wait for each other."""
    with (ROOT / ".venv.lock").open("a+b") as lock:
        deadline = time.monotonic() + PATIENCE_SECONDS
        told = False
        while not _locked(lock.fileno()):
            if time.monotonic() > deadline:
                raise StopError("Another set-up of this folder is not done after 15 minutes; stop it first.")
            if not told:
                say("Waiting for another set-up of this folder …")
                told = True
            time.sleep(0.5)
        yield


def _locked(number: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(number, 0, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
