"""Fast ink for the printed book: a whole column of cells as one text object."""

from collections.abc import Sequence
from typing import Any

from commission_app.documents import fonts
from commission_app.documents.book_columns import CELL, Widths
from commission_app.documents.sheet import Sheet

Placed = tuple[float, float, str]
"""Where a line of a cell begins, and the line."""


class Ink:
    """Writes many short lines; it knows the code of each letter in the embedded face, so a line is one translation."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.widths = Widths()
        self._face: Any = fonts.faces()[CELL.face]
        self._document: Any = sheet.canvas._doc
        self._codes: dict[int, str] = {}
        self._rare: set[str] = set()
        self._seen: set[str] = set()

    def write(self, lines: Sequence[Placed]) -> None:
        """Writes lines in the style of a cell."""
        self._meet([line for _, _, line in lines])
        name = self._face.getSubsetInternalName(0, self._document)
        codes, x_now, y_now = self._codes, 0.0, 0.0
        out = [f"BT {CELL.ink:.2f} g {name} {CELL.size} Tf"]
        rare = []
        for x, y, line in lines:
            if self._rare and not self._rare.isdisjoint(line):
                rare.append((x, y, line))
            elif line:
                out.append(f"{x - x_now:.2f} {y - y_now:.2f} Td ({line.translate(codes)}) Tj")
                x_now, y_now = x, y
        out.append("ET")
        self.sheet.canvas.addLiteral("\n".join(out))
        for x, y, line in rare:
            self.sheet.write(x, y, line, CELL)

    def _meet(self, lines: Sequence[str]) -> None:
        new = set().union(*lines) - self._seen
        if not new:
            return
        fonts.check_glyphs((line, line) for line in lines if not new.isdisjoint(line))
        for letter in sorted(new):
            ((subset, code),) = self._face.splitString(letter, self._document)
            # The face is embedded in parts of 256 letters; the few of a later part go the slow way.
            if subset:
                self._rare.add(letter)
            else:
                self._codes[ord(letter)] = _escaped(code[0])
        self._seen |= new


def _escaped(code: int) -> str:
    letter = chr(code)
    if letter in "()\\":
        return f"\\{letter}"
    return letter if 32 <= code < 127 else f"\\{code:03o}"
