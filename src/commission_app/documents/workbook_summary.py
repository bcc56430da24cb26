"""The second sheet of an exported register or list: what was exported, by whom, how much, and the proof of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from commission_app.documents.registers.column import SET_ASIDE, Cell, Column, ColumnKind, is_set_aside
from commission_app.i18n import Language

_NUMBERS_A_LINE = 12
Fact = tuple[str, str | int | Decimal]
"""A line of the sheet: its name and what it says."""


@dataclass
class Summary:
    """What is learned while the entries pass by."""

    count: int = 0
    first: str = ""
    last: str = ""
    control_sum: str = ""
    columns: Sequence[Column] = ()
    sums: dict[int, int | Decimal] = field(default_factory=dict)
    set_aside: bool = False

    def note(self, number: Cell, row: Sequence[Cell]) -> None:
        """Notes one entry by its number, and adds its figures to the totals."""
        self.count += 1
        for at, column in enumerate(self.columns):
            if column.total and isinstance(value := row[at], int | Decimal):
                self.sums[at] = self.sums.get(at, 0) + value
        self.set_aside = self.set_aside or is_set_aside(self.columns, row)
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
    """Writes the sheet of a register: what was said of it, and what was learned from its entries."""
    rest = [
        (language.say_of("workbook", "First number"), found.first or "—"),
        (language.say_of("workbook", "Last number"), found.last or "—"),
        *_voided(voided, language),
        (language.say_of("workbook", "Control sum (SHA-256)"), found.control_sum),
    ]
    entries = language.say_of("workbook", "Number of entries")
    write_facts(book, [*said, (entries, found.count), *_totals(found, language), *rest], language)


def write_facts(book: Any, facts: Sequence[Fact], language: Language) -> None:
    """Writes the sheet, one fact a line."""
    sheet = book.add_worksheet(language.say_of("workbook", "Summary"))
    label = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "align": "left", "num_format": "@"})
    look = {"valign": "top", "align": "left"}
    count = book.add_format({**look, "num_format": "0"})
    money = book.add_format({**look, "num_format": "0.00"})
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 70)
    for line, (name, value) in enumerate(facts):
        sheet.write_string(line, 0, name, label)
        if not isinstance(value, str):
            sheet.write_number(line, 1, value, money if isinstance(value, Decimal) else count)
        else:
            sheet.write_string(line, 1, value, text)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _totals(found: Summary, language: Language) -> list[Fact]:
    """The totals of the columns that have one; the same as those of the printed book."""
    said: list[Fact] = []
    for at, amount in sorted(found.sums.items()):
        column = found.columns[at]
        label = language.say_of("workbook", "Total: {heading}", heading=language.say_of("register", column.heading))
        money = column.kind is ColumnKind.MONEY
        said.append((label, Decimal(amount) / 100 if money else amount))
    if found.set_aside:
        said.append((language.say_of("workbook", "About the totals"), language.say_of("register", SET_ASIDE)))
    return said


def _voided(numbers: Sequence[str], language: Language) -> list[tuple[str, str]]:
    label = language.say_of("workbook", "Voided numbers")
    if not numbers:
        return [(label, language.say_of("workbook", "none"))]
    parts = [numbers[at : at + _NUMBERS_A_LINE] for at in range(0, len(numbers), _NUMBERS_A_LINE)]
    return [("" if at else label, ", ".join(part)) for at, part in enumerate(parts)]
