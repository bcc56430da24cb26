"""Writes `requirements/*.txt` anew from pyproject.toml: exact versions with hashes for every platform."""

import importlib.util
import re
import sys
from pathlib import Path

from tooling.ground import REQUIREMENTS, ROOT, StopError, call, call_python, python, say

UV = "uv==0.13.8"
EXTRAS = {"runtime": ("build",), "dev": ("build", "dev"), "package": ("build", "package")}
ADDRESS = re.compile(r"^\s*--(extra-index|index|find-links|trusted-host)|@\s*(file|https?):", re.MULTILINE)


def main(words: list[str]) -> int:
    """Resolves each set; versions stay as they are unless --upgrade asks for newer ones."""
    if importlib.util.find_spec("uv") is None:
        say(f"Installing {UV} into the private environment …")
        if call(python(), "-m", "pip", "install", "--quiet", UV):
            raise StopError("uv could not be installed; locking needs it.")
    for name, extras in EXTRAS.items():
        if code := _compile(name, extras, words):
            return code
    return 0


def _compile(name: str, extras: tuple[str, ...], words: list[str]) -> int:
    target = REQUIREMENTS / f"{name}.txt"
    chosen = [word for extra in extras for word in ("--extra", extra)]
    # What the larger sets share with the runtime must be the same versions.
    shared: list[str | Path] = ["--constraint", REQUIREMENTS / "runtime.txt"] if name != "runtime" else []
    code = call_python(
        *("-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
        *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"),
        *(*chosen, *shared, *words, "pyproject.toml", "--output-file", target.relative_to(ROOT)),
    )
    if code:
        return code
    _refuse_addresses(target)
    say(f"Written: requirements/{target.name}")
    return 0


def _refuse_addresses(target: Path) -> None:
    if found := ADDRESS.search(target.read_text("utf-8")):
        raise StopError(f"requirements/{target.name} would name a place to fetch from: {found.group()}")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except StopError as stop:
        say(str(stop))
        sys.exit(stop.code)
