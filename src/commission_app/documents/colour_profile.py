"""The colour profile every paper carries, sRGB in the second version of the format, so that its ink means the same."""

import struct
from functools import cache

_D50 = (63190, 65536, 54061)  # the white of the format, in 65,536ths, like all that follows
_PRIMARIES = {b"rXYZ": (28578, 14581, 912), b"gXYZ": (25241, 46981, 6362), b"bXYZ": (9376, 3972, 46799)}
_STEPS = 256
_HEAD, _ENTRY = 128, 12


@cache
def srgb() -> bytes:
    """The profile as its file would be: head, table of contents, and the parts."""
    parts = {
        b"desc": _described("sRGB"),
        b"cprt": b"text\0\0\0\0No copyright, use freely\0",
        b"wtpt": _place(_D50),
        **{name: _place(place) for name, place in _PRIMARIES.items()},
    }
    curve = _curve()
    parts |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _bound(parts)


def _bound(parts: dict[bytes, bytes]) -> bytes:
    at, contents, body = _HEAD + 4 + _ENTRY * len(parts), [], b""
    known: dict[bytes, int] = {}
    for name, part in parts.items():
        if part not in known:
            known[part] = at + len(body)
            body += part + b"\0" * (-len(part) % 4)
        contents.append(struct.pack(">4sII", name, known[part], len(part)))
    whole = struct.pack(">I", len(parts)) + b"".join(contents) + body
    return _head(_HEAD + len(whole)) + whole


def _head(size: int) -> bytes:
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    return struct.pack(
        ">I4sI4s4s4s12s4s4sI4s4sQI3I48x",
        size,
        b"\0" * 4,
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        made,
        b"acsp",
        b"\0" * 4,
        0,
        b"\0" * 4,
        b"\0" * 4,
        0,
        0,
        *_D50,
    )


def _described(name: str) -> bytes:
    text = name.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + b"\0" * (4 + 4 + 2 + 1 + 67)


def _place(values: tuple[int, int, int]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *values)


def _curve() -> bytes:
    """How light each of 256 steps is: straight near black, then a power."""
    lights = []
    for step in range(_STEPS):
        share = step / (_STEPS - 1)
        light = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        lights.append(round(light * 65535))
    return b"curv\0\0\0\0" + struct.pack(f">I{_STEPS}H", _STEPS, *lights)
