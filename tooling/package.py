"""Packs the program: a folder that needs no Python, a Debian package, a Windows installer; all end in dist/."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

from tooling import system
from tooling.ground import ROOT, WINDOWS, StopError, call, call_python, say

BUILD, DIST = ROOT / "build", ROOT / "dist"
FOLDER = DIST / "commission-app"
ICON = ROOT / "installer" / "commission-app.svg"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


def version() -> str:
    """The version as pyproject.toml states it."""
    import tomllib

    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    return str(stated)


def _must(code: int, what: str) -> None:
    if code:
        raise StopError(f"{what} failed; the lines above say why.", 1)


def pack_folder() -> None:
    """The program with its own Python, as a folder."""
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir()
    install = ("-m", "pip", "install", "-qq", "--no-deps", "--no-build-isolation", "--target", BUILD / "site", ROOT)
    _must(call_python(*install), "Installing the program for packing")
    draw_icons()
    pack = ("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", DIST, "--workpath", BUILD / "work")
    _must(call_python(*pack, ROOT / "installer" / "commission_app.spec"), "Packing")
    say(f"Packed: {FOLDER} ({_megabytes(FOLDER)} MB)")


def draw_icons() -> None:
    """The icon in the sizes that the systems want."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication.instance() or QGuiApplication([])
    largest = BUILD / "commission-app.png"
    QIcon(str(ICON)).pixmap(QSize(256, 256)).save(str(largest))
    with Image.open(largest) as image:
        image.save(BUILD / "commission-app.ico", sizes=[(size, size) for size in ICON_SIZES])
    del application


def pack_deb() -> None:
    """A package for Debian and Ubuntu."""
    if shutil.which("dpkg-deb") is None:
        raise StopError("A .deb is made where dpkg-deb is: on Debian or Ubuntu.")
    _need_folder()
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    target = tree / "usr" / "lib" / "commission-app"
    shutil.copytree(FOLDER, target, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    for name in ("commission-app", "commission-app-window"):
        (tree / "usr" / "bin" / name).symlink_to(f"../lib/commission-app/{name}")
    _copy(ROOT / "installer" / "commission-app.desktop", tree / "usr/share/applications")
    _copy(ICON, tree / "usr/share/icons/hicolor/scalable/apps")
    _copy(ROOT / "LICENSE", tree / "usr/share/doc/commission-app", "copyright")
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_control(target), encoding="utf-8")
    package = DIST / f"commission-app_{version()}_{_architecture()}.deb"
    _must(call("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, package), "Making the .deb")
    say(f"Packed: {package} ({package.stat().st_size // 1_000_000} MB)")


def _control(target: Path) -> str:
    needs = ", ".join(sorted({*system.WITHOUT_A_SCREEN.values(), *system.ON_A_SCREEN.values()}))
    return dedent(f"""\
        Package: commission-app
        Version: {version()}
        Section: office
        Priority: optional
        Architecture: {_architecture()}
        Depends: libc6 (>= 2.34), {needs}
        Installed-Size: {_megabytes(target) * 1024}
        Maintainer: the maintainers of Commission App <commission-app@example.invalid>
        Description: office of a commission that recognises prior learning
         From the application to the printed register: evidence, scores, credits with
         reasons, sittings, decisions, registers and certificates. Latvian and English.
        """)


def _architecture() -> str:
    import platform

    return {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())


def pack_windows() -> None:
    """The Windows installer; made on Windows, where the folder is made too."""
    maker = shutil.which("makensis")
    if maker is None:
        raise StopError("The Windows installer is made with NSIS: install it so that makensis can be called.")
    _need_folder()
    if not (FOLDER / "commission-app.exe").exists():
        raise StopError("dist/commission-app was not packed on Windows; pack the folder there first.")
    setup = DIST / f"commission-app-{version()}-setup.exe"
    said = [f"-DVERSION={version()}", f"-DFOLDER={FOLDER}", f"-DTARGET={setup}"]
    _must(call(maker, "-V2", *said, ROOT / "installer" / "windows.nsi"), "Making the installer")
    say(f"Packed: {setup} ({setup.stat().st_size // 1_000_000} MB)")


def _need_folder() -> None:
    if not FOLDER.exists():
        pack_folder()


def _copy(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, folder / (name or source.name))


def _megabytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1_000_000


PACKS: dict[str, Callable[[], None]] = {"folder": pack_folder, "deb": pack_deb, "windows": pack_windows}


def main(words: list[str]) -> int:
    """Packs what is named; the folder, and what fits this system, when nothing is."""
    if unknown := [word for word in words if word not in PACKS]:
        say(f"There is no package {unknown[0]!r}; there are: {', '.join(PACKS)}.")
        return 2
    chosen = words or ["folder", "windows" if WINDOWS else "deb"]
    try:
        for name in chosen:
            PACKS[name]()
    except StopError as stop:
        say(str(stop))
        return stop.code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
