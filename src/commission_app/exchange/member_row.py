"""One member of a commission as a row of a list: facts only, nothing looked up."""

from dataclasses import dataclass
from datetime import date

from commission_app.errors import Refusal, refusal
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.person import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A member with whom the person replaces, by name; `row` is the row of the sheet it stood in."""

    row: int
    name: str
    role: MemberRole = MemberRole.MEMBER
    replaces: str = ""
    side: Side = Side.OTHER
    post_lv: str = ""
    post_en: str = ""
    organisation: str = ""
    term_from: date
    term_until: date | None = None
    order_number: str = ""
    order_date: date | None = None
    fields: str = ""
    email: str = ""
    address: str = ""
    sex: Sex = Sex.NOT_SAID


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that could not be read: whose it seems to be, and why not."""

    row: int
    name: str
    why: Refusal


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where the rows stand, so that a later refusal names the place: file, sheet, and the heading of each column."""

    file: str
    sheet: str
    headings: dict[str, str]
    name_key: str = "name"
    """Under which column the name stands."""

    def at(self, row: int, key: str, why: Refusal) -> Refusal:
        """A refusal by its row and column."""
        column = self.headings[key]
        return refusal("import_file.at", file=self.file, sheet=self.sheet, row=row, column=column, why=why)


@dataclass(frozen=True, slots=True)
class MembersRead:
    """What a list held: the rows that could be read, the others, how many say nothing, and what was not taken."""

    place: SheetPlace
    rows: tuple[MemberRow, ...]
    refused: tuple[RefusedRow, ...]
    passed_over: int
    columns: frozenset[str]
    """The columns that the list has."""
    not_taken: tuple[str, ...]
    """The headings of the columns that are none of ours."""
