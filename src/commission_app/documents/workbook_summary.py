"""The second sheet of an exported register: what was exported, by whom, how much, and the proof of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commission_app.documents.registers.column import Cell
from commission_app.i18n import Language

_NUMBERS_A_LINE = 12


@dataclass
class Summary:
    """What is learned while the entries pass by."""

    count: int = 0
    first: str = ""
    last: str = ""
    control_sum: str = ""

    def note(self, number: Cell) -> None:
        """Notes one entry by its number."""
        self.count += 1
        self.last = "" if number is None else str(number)
        if self.count == 1:
            self.first = self.last


def write_summary(
    book: Any,
    said: Sequence[tuple[str, str]],
    found: Summary,
    voided: Sequence[str],
    language: Language,
) -> None:
    """Writes the sheet, one fact a line."""
    sheet = book.add_worksheet(language.say_of("workbook", "Summary"))
    label = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "align": "left", "num_format": "@"})
    count = book.add_format({"valign": "top", "align": "left", "num_format": "0"})
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 70)
    rest = [
        (language.say_of("workbook", "First number"), found.first or "—"),
        (language.say_of("workbook", "Last number"), found.last or "—"),
        *_voided(voided, language),
        (language.say_of("workbook", "Control sum (SHA-256)"), found.control_sum),
    ]
    entries = language.say_of("workbook", "Number of entries")
    lines: list[tuple[str, str | int]] = [*said, (entries, found.count), *rest]
    for line, (name, value) in enumerate(lines):
        sheet.write_string(line, 0, name, label)
        if isinstance(value, int):
            sheet.write_number(line, 1, value, count)
        else:
            sheet.write_string(line, 1, value, text)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _voided(numbers: Sequence[str], language: Language) -> list[tuple[str, str]]:
    label = language.say_of("workbook", "Voided numbers")
    if not numbers:
        return [(label, language.say_of("workbook", "none"))]
    parts = [numbers[at : at + _NUMBERS_A_LINE] for at in range(0, len(numbers), _NUMBERS_A_LINE)]
    return [("" if at else label, ", ".join(part)) for at, part in enumerate(parts)]
