"""How a paper is to be printed: which printer, which pages, how many copies, both sides; kept per kind of paper."""

import json
import re
from dataclasses import asdict, dataclass, replace

from commission_app.ui.memory import Memory

ONE_SIDE, LONG_EDGE, SHORT_EDGE = "one", "long", "short"
TO_FILE = ""
"""The name of no printer: the pages go to a PDF file."""
_RANGE = re.compile(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5})?)?|[-–]\s*(\d{1,5})")


@dataclass(frozen=True)
class PrintChoice:
    """One printing; the range and the copies are asked anew each time."""

    printer: str = TO_FILE
    sides: str = ONE_SIDE
    tray: str = ""
    copies: int = 1
    pages: str = ""


def pages_of(text: str, last: int) -> tuple[int, ...] | None:
    """The pages a person meant by "1-3, 5", from 1; every page where nothing is said, None where it says nothing."""
    if not text.strip():
        return tuple(range(1, last + 1))
    wanted: set[int] = set()
    for part in re.split(r"[,;]", text):
        found = _RANGE.fullmatch(part.strip())
        if found is None:
            return None
        if found[3]:
            first, end = 1, int(found[3])
        else:
            first = int(found[1])
            open_end = re.search(r"[-–]\s*$", part.strip()) is not None
            end = int(found[2]) if found[2] else last if open_end else first
        if first < 1 or end < first or first > last:
            return None
        wanted.update(range(first, min(end, last) + 1))
    return tuple(sorted(wanted))


def remembered(memory: Memory, kind: str, printers: tuple[str, ...], usual: str) -> PrintChoice:
    """How this kind was printed last on this computer; the usual printer where that one is gone."""
    try:
        held = json.loads(memory.text(f"print/{kind}", "{}"))
        choice = PrintChoice(str(held["printer"]), str(held["sides"]), str(held["tray"]))
    except (ValueError, TypeError, KeyError):
        return PrintChoice(printer=usual)
    if choice.printer and choice.printer not in printers:
        choice = replace(choice, printer=usual, tray="")
    return choice if choice.sides in (ONE_SIDE, LONG_EDGE, SHORT_EDGE) else replace(choice, sides=ONE_SIDE)


def keep(memory: Memory, kind: str, choice: PrintChoice) -> None:
    """Remembers how this kind was printed."""
    held = {name: value for name, value in asdict(choice).items() if name in ("printer", "sides", "tray")}
    memory.keep(f"print/{kind}", json.dumps(held, sort_keys=True, ensure_ascii=False))
