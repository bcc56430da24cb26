"""What falls from outside onto a list: files of the desktop, and letters that a mail program hands over."""

import re
import struct
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

from PySide6.QtCore import QMimeData

LETTER = "message/rfc822"
WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
NAMES, CONTENTS = WINDOWS.format(name="FileGroupDescriptorW"), WINDOWS.format(name="FileContents")
_DESCRIPTOR, _NAME_AT, _NAME_BYTES = 592, 72, 520
"""Size of a FILEDESCRIPTORW of Windows, and where in it the name stands."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True)
class Dropped:
    """Files that have a path, and bytes that have only a name."""

    paths: tuple[Path, ...] = ()
    letters: tuple[tuple[str, bytes], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paths or self.letters)


def is_welcome(mime: QMimeData) -> bool:
    """Whether anything could be taken; asked while the mouse still moves, so nothing is read."""
    return any(url.isLocalFile() for url in mime.urls()) or mime.hasFormat(LETTER) or mime.hasFormat(CONTENTS)


def dropped(mime: QMimeData) -> Dropped:
    """What was dropped: paths where there are any, else the bytes a mail program gives."""
    local = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    paths = tuple(path for path in local if path.is_file())
    if paths:
        return Dropped(paths)
    if mime.hasFormat(CONTENTS):
        names = names_of(bytes(mime.data(NAMES).data()))
        data = bytes(mime.data(CONTENTS).data())
        # Qt gives the bytes of the first attachment only; the others are dragged one by one.
        return Dropped(letters=((names[0], data),)) if names and data else Dropped()
    if mime.hasFormat(LETTER):
        data = bytes(mime.data(LETTER).data())
        return Dropped(letters=((f"{subject_of(data)}.eml", data),)) if data else Dropped()
    return Dropped()


def names_of(block: bytes) -> tuple[str, ...]:
    """The names of a FILEGROUPDESCRIPTORW; a block that was cut short gives only what is whole in it."""
    if len(block) < struct.calcsize("<I"):
        return ()
    (count,) = struct.unpack_from("<I", block)
    found: list[str] = []
    for at in range(min(count, len(block) // _DESCRIPTOR)):
        start = 4 + at * _DESCRIPTOR + _NAME_AT
        text = block[start : start + _NAME_BYTES].decode("utf-16-le", "replace").split("\0")[0]
        found.append(_safe(text))
    return tuple(name for name in found if name)


def subject_of(letter: bytes) -> str:
    """A name for a letter: its subject, as far as a file can bear it."""
    try:
        subject = str(message_from_bytes(letter, policy=policy.default)["subject"] or "")
    except (ValueError, LookupError, IndexError):
        subject = ""
    return _safe(subject)[:120].strip() or "e-mail"


def _safe(text: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub(" ", text).split()).strip(" .")
