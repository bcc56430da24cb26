"""Reads a member of a commission from one row of a list; each refusal names the cell."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.exchange import cell_values, heading_match, member_layout
from commission_app.exchange.cell_values import Cell
from commission_app.exchange.member_layout import PLACES
from commission_app.exchange.member_row import MemberRow, SheetPlace
from commission_app.exchange.workbook_reader import CellValue, Row, Sheet, cell_name
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.person import Sex

_LONGEST = {"fields": 500, "address": 300, "order_number": 80}
_LONG = 200
_DAYS = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}")
_ORDER_DAY = re.compile(r"(?<![\d/.-])(?:\d{1,2}\.\d{1,2}\.\d{4}\.?|\d{4}-\d{2}-\d{2})(?![\d/-])")
_UNTIL = ("līdz", "lidz", "until", "to ", "till")
_ORDER = re.compile(r"^(?:rīkojum\w*|order)?\s*(?:(?:nr|no)\b\.?)?\s*", re.IGNORECASE)
Word = TypeVar("Word", bound=StrEnum)


class MemberReader:
    """Reads one row after another of a sheet whose columns are known."""

    def __init__(self, sheet: Sheet, place: SheetPlace, places: Mapping[str, int]) -> None:
        self._sheet, self._place, self._places = sheet, place, places
        self._unread = {(finding.row, finding.column): finding.refusal for finding in sheet.findings}
        self._words = (member_layout.roles(), member_layout.sides(), member_layout.sexes())

    def says_nothing(self, row: Row) -> bool:
        """A sub-heading, a signature below, or a row with a number alone: nothing that a member needs."""
        return all(self._cell(row, key).empty for key in PLACES)

    def seems(self, row: Row) -> str:
        """Whose row it seems to be, for a row that could not be read."""
        told = (
            heading_match.said(self._cell(row, key).value) for key in ("name", "surname_first", "given_name", "surname")
        )
        return " ".join(filter(None, told))[:200]

    def member(self, row: Row) -> MemberRow:
        """The member of a row. Refused: what cannot be read, by its cell."""
        for place in self._places.values():
            letters = cell_name(place, row.number).rstrip("0123456789")
            if (row.number, letters) in self._unread:
                raise RefusedError.of(self._unread[row.number, letters])
        role, replaces = self._role(row)
        since, until = self._term(row)
        number, order_date = self._order(row)
        since = since or order_date
        if since is None:
            raise self._wrong(
                row, "term_from" if "term" not in self._places else "term", refusal("import_file.required")
            )
        if until is not None and until < since:
            key = "term_until" if "term_until" in self._places else "term"
            raise self._wrong(row, key, refusal("member_file.reversed", since=since, until=until))
        side = self._word(self._cell(row, "side"), self._words[1], Side) or Side.OTHER
        return MemberRow(
            row=row.number,
            name=self._name(row),
            role=role,
            replaces=replaces,
            side=side,
            post_lv=self._text(row, "post_lv"),
            post_en=self._text(row, "post_en"),
            organisation=self._text(row, "organisation"),
            term_from=since,
            term_until=until,
            order_number=number,
            order_date=order_date,
            fields=", ".join(self._several(row, "fields")),
            email=self._text(row, "email"),
            address=", ".join(self._text(row, "address").splitlines()),
            sex=self._word(self._cell(row, "sex"), self._words[2], Sex) or Sex.NOT_SAID,
        )

    def _cell(self, row: Row, key: str) -> Cell:
        place = self._places.get(key)
        value: CellValue = row.cells[place] if place is not None and place < len(row.cells) else None
        return Cell(self._place.file, self._place.sheet, row.number, self._place.headings[key], value)

    def _text(self, row: Row, key: str) -> str:
        return cell_values.text(self._cell(row, key), _LONGEST.get(key, _LONG))

    def _several(self, row: Row, key: str) -> list[str]:
        written = self._text(row, key).replace(";", ",").replace("\n", ",")
        return [part for one in written.split(",") if (part := " ".join(one.split()))]

    def _wrong(self, row: Row, key: str, why: Refusal) -> RefusedError:
        return RefusedError.of(self._place.at(row.number, key, why))

    def _name(self, row: Row) -> str:
        """The name in one cell, in two, or with the surname first."""
        key = self._place.name_key
        parts = self._text(row, key).split()
        if key == "surname_first" and len(parts) > 1:
            after = next((at for at, part in enumerate(parts, 1) if part.endswith(",")), 1)
            parts = [*parts[after:], *(part.rstrip(",") for part in parts[:after])]
        elif key == "surname":
            given = self._text(row, "given_name").split()
            if not given or not parts:
                raise self._wrong(row, "surname" if given else "given_name", refusal("import_file.required"))
            parts = [*given, *parts]
        name = " ".join(parts)
        if not name:
            raise self._wrong(row, key, refusal("import_file.required"))
        if not any(letter.isalpha() for letter in name):
            raise self._cell(row, key).wrong(refusal("member_file.wants_name"))
        return name

    def _role(self, row: Row) -> tuple[MemberRole, str]:
        """The role, and whom a substitute replaces; "substitute: Anna Kalniņa" says both."""
        cell, replaces = self._cell(row, "role"), " ".join(self._text(row, "replaces").split())
        written = cell_values.text(cell, 400)
        head, colon, rest = written.partition(":")
        if colon and not replaces:
            cell, replaces = Cell(cell.file, cell.sheet, cell.row, cell.column, head), " ".join(rest.split())
        role = self._word(cell, self._words[0], MemberRole)
        if replaces and role is None:
            role = MemberRole.SUBSTITUTE
        if replaces and role is not MemberRole.SUBSTITUTE:
            raise self._wrong(row, "replaces", refusal("member_file.no_substitute", name=replaces))
        return role or MemberRole.MEMBER, replaces

    def _word(self, cell: Cell, words: Mapping[str, StrEnum], kind: type[Word]) -> Word | None:
        if cell.empty:
            return None
        found = words.get(member_layout.plain_word(str(cell.value)))
        if found is None:
            raise cell.wrong(refusal("import_file.wants_one_of", choices=tuple(kind)))
        return kind(found)

    def _term(self, row: Row) -> tuple[date | None, date | None]:
        since, until = (cell_values.day(self._cell(row, key)) for key in ("term_from", "term_until"))
        if since is not None or until is not None or self._cell(row, "term").empty:
            return since, until
        cell = self._cell(row, "term")
        if not isinstance(cell.value, str):
            return cell_values.day(cell), None
        days = [
            cell_values.day(Cell(cell.file, cell.sheet, cell.row, cell.column, one))
            for one in _DAYS.findall(cell.value)
        ]
        if not 1 <= len(days) <= 2:
            raise cell.wrong(refusal("member_file.wants_term"))
        if len(days) == 1 and cell.value.strip().casefold().startswith(_UNTIL):
            return None, days[0]
        return days[0], days[1] if len(days) == 2 else None

    def _order(self, row: Row) -> tuple[str, date | None]:
        """The number and the day of the order, in two cells or in one: "Nr. 1-7/12, 12.03.2026."."""
        day = cell_values.day(self._cell(row, "order_date"))
        written = self._text(row, "order_number")
        found = _ORDER_DAY.search(written) if day is None else None
        if found is not None:
            cell = self._cell(row, "order_number")
            day = cell_values.day(Cell(cell.file, cell.sheet, cell.row, cell.column, found[0]))
            written = written.replace(found[0], " ").strip(" .,")
            written = " ".join(written.removesuffix(" no").split())
        return _ORDER.sub("", " ".join(written.split())).strip(" ,"), day
