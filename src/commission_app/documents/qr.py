"""A QR code drawn on a sheet as plain black rectangles: level M, its quiet zone included, nothing transparent."""

from functools import lru_cache
from typing import TYPE_CHECKING

from commission_app.documents.sheet import MM, Rehearsal

if TYPE_CHECKING:
    from commission_app.documents.sheet import Sheet

LEAST = 45 * MM
"""The least side of the code itself, quiet zone not counted."""
QUIET = 4
_MASK = 0
_LEAST_MODULE = 0.36 * MM
"""Smaller modules are lost in an office scan of 150 dpi that is a little askew."""


def side_of(payload: bytes) -> float:
    """How wide a square the code needs, with its quiet zone, so that an office scanner reads it."""
    modules = len(_matrix(payload))
    return max(LEAST, modules * _LEAST_MODULE) * (modules + 2 * QUIET) / modules


def draw(sheet: "Sheet", payload: bytes, x: float, y: float, side: float) -> None:
    """The code in the square with its lower left corner at x, y; the quiet zone lies inside the square."""
    if isinstance(sheet, Rehearsal):
        return
    rows = _matrix(payload)
    one = side / (len(rows) + 2 * QUIET)
    path = sheet.canvas.beginPath()
    top = y + side - QUIET * one
    for down, row in enumerate(rows):
        for start, end in _runs(row):
            path.rect(x + (QUIET + start) * one, top - (down + 1) * one, (end - start) * one, one)
    sheet.canvas.setFillGray(0)
    sheet.canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=64)
def _matrix(payload: bytes) -> tuple[bytes, ...]:
    import segno

    # Deflated facts are as good as chance: trying all eight masks would take most of the time of a certificate.
    code = segno.make(payload.decode("ascii"), error="m", boost_error=False, micro=False, mask=_MASK)
    return tuple(bytes(row) for row in code.matrix)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where dark modules begin and end in a row."""
    runs, start = [], None
    for at, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = at
        elif not dark and start is not None:
            runs.append((start, at))
            start = None
    return runs
