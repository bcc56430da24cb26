"""The name under which an evidence file is kept: the last part of what was offered, fit for every system."""

import unicodedata

from commission_app.errors import RefusedError

LONGEST_NAME = 180
LONGEST_ENDING = 12
_FORBIDDEN = '<>:"|?*'
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def safe_name(name: str) -> str:
    """The base name of a path of any system, shortened but for its ending; control characters are refused."""
    for letter in name:
        # Direction marks (category Cf) can show "gpj.exe" as "exe.jpg"; they are no part of an honest name.
        if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            visible = "".join(other for other in name if other.isprintable())
            code = f"U+{ord(letter):04X}"
            raise RefusedError("evidence_file.control_character", at="file", file=visible, letter=code)
    base = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rpartition("/")[2].strip(" ")
    base = "".join("_" if letter in _FORBIDDEN else letter for letter in base).rstrip(". ")
    if not base:
        raise RefusedError("evidence_file.no_name", at="file", file=name)
    if base.partition(".")[0].casefold() in _RESERVED:
        base = "_" + base
    return _shortened(base)


def ending(name: str) -> str:
    """The ending of a name in small letters with its point (".pdf"), or nothing."""
    stem, point, rest = name.rpartition(".")
    return f".{rest.casefold()}" if point and stem and len(rest) <= LONGEST_ENDING else ""


def _shortened(base: str) -> str:
    if len(base.encode()) <= LONGEST_NAME:
        return base
    tail = base[len(base) - len(ending(base)) :]
    room = LONGEST_NAME - len(tail.encode()) - len("…".encode())
    stem = base.encode()[:room].decode(errors="ignore")
    return f"{stem.rstrip()}…{tail}"
