"""The system's own libraries that Qt needs: which are missing, and how Debian and Ubuntu install them."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

from tooling.ground import StopError, call, say

WITHOUT_A_SCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
ON_A_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def has_screen() -> bool:
    """Whether a window can be opened here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ready(*, screen: bool) -> None:
    """Installs the libraries of the system that Qt needs and that are missing; only Linux lacks any."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**WITHOUT_A_SCREEN, **(ON_A_SCREEN if screen else {})}
    missing = [name for name in wanted if not _loads(name)]
    if not missing:
        return
    if shutil.which("apt-get") is None:
        raise StopError(
            "Qt needs these libraries of the system, which are not here: " + ", ".join(missing) + ". "
            "Install them with your system's package manager and start again."
        )
    install([wanted[name] for name in missing], "that Qt needs to draw")
    if still := [name for name in missing if not _loads(name)]:
        raise StopError("Installed, and yet Qt's libraries are not found: " + ", ".join(still) + ".")


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install(packages: Iterable[str], why: str) -> None:
    """Installs Debian packages: as root at once, else with sudo after saying so, else says how and stops."""
    names = list(packages)
    command = ["apt-get", "install", "-y", "--no-install-recommends", *names]
    if shutil.which("apt-get") is None:
        raise StopError(f"This system lacks {', '.join(names)} ({why}); install it and start again.")
    by_hand = f"This system lacks packages {why}. Install them with this command and start again:\n" + (
        f"  sudo apt-get update && sudo {' '.join(command)}"
    )
    prefix = _as_root(names, why)
    if prefix is None:
        raise StopError(by_hand)
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    call(*prefix, "apt-get", "update", "-q", environment=quiet)
    if call(*prefix, *command, environment=quiet):
        raise StopError(by_hand)


def _as_root(names: list[str], why: str) -> list[str] | None:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        say(f"Installing system packages {why}: {', '.join(names)} …")
        return []
    if shutil.which("sudo") is None:
        return None
    silent = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    if not silent and not sys.stdin.isatty():
        return None
    say(f"Root is needed once, through sudo, to install system packages {why}: {', '.join(names)}.")
    return ["sudo", "-n"] if silent else ["sudo"]
