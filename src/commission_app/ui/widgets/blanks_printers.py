"""What this computer knows of its printers: how far each is off on each paper, and which tray state forms come from."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path

from commission_app import config
from commission_app.errors import UnavailableError
from commission_app.rules.blank_layout import FARTHEST_OFF, Offset, offset_measured

FILE = "printers.json"


@dataclass(frozen=True)
class PrinterChoice:
    """How forms go through one printer: the correction in tenths of a millimetre, and the tray by Qt's name."""

    x: int = 0
    y: int = 0
    tray: str = "Auto"

    @property
    def offset(self) -> Offset:
        """How far the print is moved."""
        return Offset(self.x, self.y)


def paper_name(width: int, height: int) -> str:
    """A paper by its size, as it is kept."""
    return f"{width}x{height}"


def recall(printer: str, paper: str) -> PrinterChoice:
    """What was settled for a printer and a paper, for the whole machine or by this person; else no shift."""
    for folder in (config.machine_folder(), config.user_folder()):
        held = _read(folder / FILE).get(f"{printer}|{paper}")
        if isinstance(held, dict):
            return _choice(held)
    return PrinterChoice()


def keep(printer: str, paper: str, choice: PrinterChoice) -> None:
    """Keeps what was settled, for everyone at this computer where that is allowed, else for this person."""
    key = f"{printer}|{paper}"
    for folder in dict.fromkeys((config.machine_folder(), config.user_folder())):
        path = folder / FILE
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_suffix(".new")
            text = json.dumps({**_read(path), key: asdict(choice)}, ensure_ascii=False, indent=2, sort_keys=True)
            beside.write_text(text, "utf-8")
            beside.replace(path)
        except OSError:
            continue
        return
    raise UnavailableError("config.not_writable", folder=str(config.user_folder()))


def keeping(printer: str, paper: str, choice: PrinterChoice) -> Callable[[object], None]:
    """The labour of keeping it, for a thread that may wait for the disk."""
    return lambda _progress: keep(printer, paper, choice)


def measuring(printer: str, paper: str, left: Decimal | None, top: Decimal | None) -> Callable[[object], Offset]:
    """The labour of finding the correction: by both measures in millimetres, else the one that is kept.

    Refused where the cross was measured farther off than a margin can be.
    """

    def found(_progress: object) -> Offset:
        if left is None or top is None:
            return recall(printer, paper).offset
        return offset_measured(int(left * 10), int(top * 10))

    return found


def _read(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _choice(held: dict[str, object]) -> PrinterChoice:
    """A line of the file; what cannot be is taken for nothing, for the file may be edited by hand."""
    x, y = (_within(held.get(name)) for name in ("x", "y"))
    tray = held.get("tray")
    return PrinterChoice(x, y, tray if isinstance(tray, str) else "Auto")


def _within(value: object) -> int:
    return value if isinstance(value, int) and abs(value) <= FARTHEST_OFF else 0
