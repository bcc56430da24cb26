"""Learning outcomes pasted as lines: one a line, with a bullet or number before it, or as columns of a table."""

import re
from dataclasses import dataclass

MOST_LINES = 1_000
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦●○➢✓]+|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[a-zāčēģīķļņšūž]\))\s+", re.IGNORECASE)
_CODE = re.compile(r"[^\s]{1,60}")


@dataclass(frozen=True, slots=True)
class PastedOutcome:
    """One line that was pasted; what it does not say is empty."""

    text: str
    code: str = ""
    other_text: str = ""


def read_lines(pasted: str) -> tuple[PastedOutcome, ...]:
    """The outcomes of a clipboard: code, text and the text in the other language from columns, else the line's text.

    Empty lines and the bullets or numbers before a text do not count.
    """
    return tuple(found for line in pasted.splitlines() if (found := _line(line)) is not None)


def _line(line: str) -> PastedOutcome | None:
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    cells = [cell for cell in cells if cell]
    if not cells:
        return None
    if len(cells) == 1:
        text = _bare(cells[0])
        return PastedOutcome(text) if text else None
    if _CODE.fullmatch(cells[0]):
        return PastedOutcome(_bare(cells[1]), cells[0], cells[2] if len(cells) > 2 else "")
    return PastedOutcome(_bare(cells[0]), "", cells[1])


def _bare(text: str) -> str:
    return _BULLET.sub("", text).strip()
