"""The scoring workbook for assessors without the program: one sheet a case, its facts locked, its scores free."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from commission_app.i18n import marked
from commission_app.rules.vocabulary.scoring import ScaleKind

MARK = "commission-app/score-sheet/1/"
"""Stands in the hidden column of every sheet, followed by the language of the sheet."""
SHEET, INSTRUCTIONS = marked("Score sheet"), marked("Instructions")
HEAD_ROWS = 6
UNIT, CODE, TEXT, MANDATORY, EVIDENCE, SCORE, REASON, KEY, SEEN = range(9)
"""The places of the columns; the last two are hidden."""
HEADINGS = (
    marked("Course or module"),
    marked("Code"),
    marked("Learning outcome"),
    marked("Mandatory"),
    marked("Evidence"),
    marked("Score"),
    marked("Reason"),
)
LONGEST_REASON = 4_000


@dataclass(frozen=True, slots=True)
class SheetHead:
    """Whose sheet it is: the case, what it is measured against, and by whom; uids name them outside the database."""

    case_number: str
    applicant: str
    standard: str
    edition: str
    assessor: str
    case_uid: str
    edition_uid: str
    assessor_uid: str
    scale: ScaleKind


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One learning outcome as it goes out; `seen` is the version of its score, 0 where there is none yet."""

    outcome_uid: str
    unit: str
    code: str
    text: str
    mandatory: bool
    evidence: tuple[str, ...]
    maximum: Decimal | None
    score: str | int | Decimal | None
    reason: str
    seen: int


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """The sheet of one case."""

    head: SheetHead
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row that came back, with its place; `score` as it stands in the cell."""

    row: int
    outcome_uid: str
    unit: str
    code: str
    text: str
    score: str | int | Decimal | None
    reason: str
    seen: int


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """One sheet that came back."""

    sheet: str
    language: str
    case_uid: str
    edition_uid: str
    assessor_uid: str
    rows: tuple[ReturnedRow, ...]
    headings: tuple[str, ...]


def sheet_name(number: str, taken: Iterable[str]) -> str:
    """The name of a case's sheet: its number without what a spreadsheet forbids, at most 31 letters, and only once."""
    plain = "".join("-" if letter in "[]:*?/\\'" else letter for letter in number)[:31] or "1"
    known = {name.casefold() for name in taken}
    name, number_of = plain, 2
    while name.casefold() in known:
        tail = f" ({number_of})"
        name, number_of = plain[: 31 - len(tail)] + tail, number_of + 1
    return name
