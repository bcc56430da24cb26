"""A workbook of somebody else, opened: its sheets, and how it is proposed to be read."""

from dataclasses import dataclass
from pathlib import Path

from commission_app.exchange import heading_match
from commission_app.exchange.heading_match import SheetLayout
from commission_app.exchange.workbook_reader import MOST_BYTES, Sheet
from commission_app.services.evidence import NewFile
from commission_app.services.evidence_intake import read_plain
from commission_app.store.work import Progress

__all__ = ["SheetFile", "SheetLayout", "headings_of", "read_file"]


@dataclass(frozen=True)
class SheetFile:
    """A file opened: its bytes and their sum, its sheets, and how it is proposed to be read."""

    name: str
    data: bytes
    sha256: str
    sheets: tuple[Sheet, ...]
    layout: SheetLayout

    def sheet(self, name: str) -> Sheet:
        """The sheet of a name; the first where there is none."""
        return next((sheet for sheet in self.sheets if sheet.name == name), self.sheets[0])


def headings_of(sheet: Sheet, head_row: int) -> tuple[str, ...]:
    """What stands in a row of headings."""
    return heading_match.headings(sheet, head_row)


def read_file(path: Path, progress: Progress) -> NewFile:
    """Reads a workbook from the disk, no more of it than may be one."""
    return read_plain(path, MOST_BYTES + 1)
