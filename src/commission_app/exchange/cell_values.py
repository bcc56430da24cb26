"""Reads one cell as what its column wants (text, code, number, date, yes or no, a word of ours), or says where not.

Excel turns codes into numbers and dates behind one's back; where that may have happened, the cell is refused by name
rather than guessed at.
"""

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange.workbook_reader import CellValue
from commission_app.i18n import LANGUAGES, marked
from commission_app.wording.words import word

YES = marked("yes")
NO = marked("no")
_YES = frozenset({"x", "1", "true", "y", "j", "✓"})
_NO = frozenset({"0", "false", "n", "-", "–"})
_DAY_FORMATS = ("%d.%m.%Y.", "%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y")
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its place: file, sheet, row and the heading of its column."""

    file: str
    sheet: str
    row: int
    column: str
    value: CellValue

    @property
    def empty(self) -> bool:
        """Whether nothing is written there."""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    def wrong(self, wanted: Refusal) -> RefusedError:
        """The refusal of what is written there, by its place; `wanted` says what should stand there."""
        return RefusedError(
            "import_file.wrong_type",
            file=self.file,
            sheet=self.sheet,
            row=self.row,
            column=self.column,
            value=shown(self.value),
            wanted=wanted,
        )


def shown(value: CellValue) -> str:
    """A value as it is quoted in a sentence, shortened."""
    text = value.isoformat() if isinstance(value, date | datetime) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def text(cell: Cell, most: int = 10_000) -> str:
    """The text of a cell, its ends trimmed; a whole number is taken as its digits."""
    value = cell.value
    if value is None:
        return ""
    odd = isinstance(value, float) and not math.isfinite(value)
    if odd or isinstance(value, bool) or not isinstance(value, str | int | float):
        raise cell.wrong(refusal("import_file.wants_text"))
    found = unicodedata.normalize("NFC", value.strip()) if isinstance(value, str) else _digits(value)
    if len(found) > most:
        raise RefusedError(
            "import_file.text_too_long", file=cell.file, sheet=cell.sheet, row=cell.row, column=cell.column, most=most
        )
    bad = next((letter for letter in found if _control(letter)), None)
    if bad is not None:
        letter = f"U+{ord(bad):04X}"
        raise RefusedError(
            "import_file.control_character",
            file=cell.file,
            sheet=cell.sheet,
            row=cell.row,
            column=cell.column,
            letter=letter,
        )
    return found


def code(cell: Cell) -> str:
    """A code; a number with decimals is refused, for 1.10 and 1.1 are the same to Excel."""
    if isinstance(cell.value, float) and not cell.value.is_integer():
        raise cell.wrong(refusal("import_file.wants_code"))
    return " ".join(text(cell, 200).split())


def codes(cell: Cell) -> tuple[str, ...]:
    """Several codes in one cell, separated by semicolons or new lines."""
    written = code(cell) if not isinstance(cell.value, str) else text(cell)
    found = (" ".join(piece.split()) for line in written.splitlines() for piece in line.split(";"))
    return tuple(dict.fromkeys(piece for piece in found if piece))


def decimal(cell: Cell) -> Decimal | None:
    """An exact number, 12,5 and 12.5 alike; nothing for an empty cell."""
    if cell.empty:
        return None
    value = cell.value
    if isinstance(value, str):
        written = value.strip().replace("\u00a0", "").replace(" ", "").replace(",", ".")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        written = str(value)
    else:
        raise cell.wrong(refusal("import_file.wants_number"))
    try:
        found = Decimal(written)
    except InvalidOperation:
        raise cell.wrong(refusal("import_file.wants_number")) from None
    if not found.is_finite() or abs(found) > 10**9:
        raise cell.wrong(refusal("import_file.wants_number"))
    whole = found == found.to_integral_value()
    return found.quantize(Decimal(1)) if whole else found.normalize()


def integer(cell: Cell) -> int | None:
    """A whole number; nothing for an empty cell."""
    found = decimal(cell)
    if found is None:
        return None
    if found != found.to_integral_value():
        raise cell.wrong(refusal("import_file.wants_whole_number"))
    return int(found)


def day(cell: Cell) -> date | None:
    """A date, either a real one or written as 24.11.2026. or 2026-11-24; nothing for an empty cell."""
    if cell.empty:
        return None
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    if isinstance(cell.value, str):
        written = "".join(cell.value.split())
        for form in _DAY_FORMATS:
            try:
                return datetime.strptime(written, form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
    raise cell.wrong(refusal("import_file.wants_date"))


def flag(cell: Cell, default: bool) -> bool:
    """Yes or no in either language, x and 1 included; the default for an empty cell."""
    if cell.empty:
        return default
    if isinstance(cell.value, bool):
        return cell.value
    written = str(cell.value).strip().casefold()
    if written in _YES or written in {language.say(YES).casefold() for language in LANGUAGES}:
        return True
    if written in _NO or written in {language.say(NO).casefold() for language in LANGUAGES}:
        return False
    raise cell.wrong(refusal("import_file.wants_flag"))


def choice(cell: Cell, words: Iterable[Word]) -> Word | None:
    """One of our words, in either language or as the program writes it; nothing for an empty cell."""
    if cell.empty:
        return None
    members = tuple(words)
    written = " ".join(str(cell.value).split()).casefold()
    for member in members:
        spoken = {word(language, member).casefold() for language in LANGUAGES}
        if written in spoken | {member.value.casefold()}:
            return member
    raise cell.wrong(refusal("import_file.wants_one_of", choices=members))


def _digits(value: int | float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _control(letter: str) -> bool:
    return unicodedata.category(letter) == "Cc" and letter not in "\n\t\r"
