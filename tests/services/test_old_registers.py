"""An old register taken in from Excel: which column is which, what is wrong row by row, chained beside our own."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.exchange import register_workbook
from commission_app.exchange.register_workbook import OldLayout
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.register import Book
from commission_app.services import checks, register_books, register_cards, register_import, registers, searching
from commission_app.services.office import Office
from commission_app.services.register_import import ImportPreview, OldFile, Piece
from commission_app.wording.sentences import sentence
from tests import make

HEADS = [
    "Npk",
    "Apliecības Nr.",
    "Dokumenta veids",
    "Vārds, uzvārds",
    "Personas kods",
    "Kvalifikācija",
    "Izdots",
    "Atzīme",
]
GOOD = ["1.", "A-12", "Apliecība", "Ķēniņš-Āboļš Žanis", "320101-20005", "Pavārs", date(2019, 3, 12), 7]


def old_file(*rows: Sequence[object], above: int = 0, heads: Sequence[object] = HEADS) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Apliecības"
    for at in range(above):
        sheet.append([f"Tukšs virsraksts {at}"])
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str) and cell.value.startswith("=cmd"):
                cell.data_type = "s"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def row(**changes: object) -> list[object]:
    names = ("place", "number", "kind", "name", "code", "what", "day", "mark")
    return [changes.get(name, value) for name, value in zip(names, GOOD, strict=True)]


def opened(office: Office, data: bytes, name: str = "vecais.xlsx") -> tuple[OldFile, ImportPreview]:
    file = office.ask(register_import.open_file, Book.CERTIFICATES, name, data)
    return file, office.ask(register_import.preview, Book.CERTIFICATES, file, file.layout)


def taken(office: Office, file: OldFile, seen: ImportPreview, most: int | None = None) -> int:
    key = office.do(register_import.begin, Book.CERTIFICATES, file, file.layout, len(seen.rows))
    for at in range(0, len(seen.rows), 2)[:most]:
        office.do(register_import.take_in, Piece(key, seen.rows[at : at + 2]))
    if most is None:
        office.do(register_import.finish, key)
    return key


def test_history_continues_marked_as_taken_in_and_is_found_by_its_number(office: Office) -> None:
    make.institution(office)
    rows = [row(place=f"{n}.", number=f"A-{n}", name=f"Žņaugs {n}", day=date(2018 + n % 2, 5, n)) for n in range(1, 6)]
    file, seen = opened(office, old_file([1, 2, 3, 4, 5, 6, 7, 8], *rows, ["", "Kopā", "", "", "", "", "", 5], above=3))
    assert file.layout.head_row == 4 and file.layout.names[4] == "Vārds, uzvārds" and not seen.troubles
    assert seen.years == ((2018, 2), (2019, 3))
    taken(office, file, seen)
    (book, _) = [line for line in office.ask(register_books.books) if line.source]
    assert (book.year, book.entries, book.file) == (2019, 3, "vecais.xlsx")
    page = office.ask(register_cards.entries, Book.CERTIFICATES, 2019, LATVIAN, file.sha256)
    assert [line.number for line in page.rows] == ["A-1", "A-3", "A-5"]
    assert page.rows[0].cells[9] == "01.05.2019." and page.rows[0].cells[5] == "320101-20005"
    assert not office.ask(register_cards.entries, Book.CERTIFICATES, 2019, LATVIAN).rows
    found = office.ask(register_import.legacy_certificate, " A-3 ")
    assert found is not None and (found.file, found.row, found.year) == ("vecais.xlsx", 8, 2019)
    assert ("Vārds, uzvārds (izdošanas dienā)", "Žņaugs 3") in found.fields
    assert office.ask(register_import.legacy_certificate, "A-77") is None
    assert [hit.noun for hit in office.ask(searching.find, "znaugs a-5")] == ["entry"]
    assert office.ask(checks.findings) == ()
    pdf = office.ask(registers.export, Book.CERTIFICATES, 2019, "xlsx", LATVIAN, "", file.sha256)
    said = [cell.value for line in openpyxl.load_workbook(BytesIO(pdf)).worksheets[1].iter_rows() for cell in line]
    assert any(file.sha256 in str(text) and "vecais.xlsx" in str(text) for text in said)


def test_every_bad_row_says_what_is_wrong_and_nothing_comes_in_by_halves(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    bad = [
        row(number=None),
        row(number="A-2", name=" "),
        row(number="A-3", day="pērn"),
        row(number="A-12"),
        row(number="A-5", code=1019012345),
        row(number="A-6", day=date(2099, 1, 1)),
        row(number="A-7", mark="=1+1"),
    ]
    file, seen = opened(office, old_file(row(), *bad))
    assert [line.number for line in seen.rows] == ["A-12"]
    said = " ".join(sentence(LATVIAN, why) for _, why in seen.troubles)
    for text in (
        "3. rinda: trūkst numura",
        "4. rinda: trūkst personas",
        "„pērn” nav nolasāms",
        "6. rinda: numurs A-12",
    ):
        assert text in said
    for text in ("1019012345 nav personas kods", "ir nākotnē", "formul"):
        assert text in said
    assert len(seen.troubles) == 7 and seen.against_all and not seen.against
    with pytest.raises(RefusedError, match=r"register_file\.no_column"):
        office.ask(register_import.preview, Book.CERTIFICATES, file, OldLayout("Apliecības", 1, ("",) * 16))


def test_a_taking_in_that_was_broken_off_goes_on_where_it_stopped(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    data = old_file(*(row(number=f"A-{n}") for n in range(1, 8)))
    file, seen = opened(office, data)
    key = taken(office, file, seen, most=2)
    (left,) = office.ask(register_import.unfinished, Book.CERTIFICATES)
    assert (left.id, left.rows, left.taken) == (key, 7, 4)
    again = office.ask(register_import.reopen_file, key)
    assert again.layout == file.layout
    same, seen = opened(office, data, "cits nosaukums.xlsx")
    assert (seen.taken, seen.against) == (4, ())
    taken(office, same, seen)
    assert office.ask(register_import.unfinished, Book.CERTIFICATES) == ()
    assert opened(office, data)[1].against[0].reason == "register_file.all_taken"
    other, seen = opened(office, old_file(row(number="A-1"), row(number="A-9")), "jauns.xlsx")
    assert [line.number for line in seen.rows] == ["A-9"] and seen.troubles[0][1].reason == "register_file.known"
    assert other.layout.names == file.layout.names
    assert office.ask(checks.findings) == ()


def test_a_year_written_by_this_program_is_read_again_whole(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    file, seen = opened(office, old_file(row(name="=cmd|'/c calc'!A1")))
    taken(office, file, seen)
    data = office.ask(registers.export, Book.CERTIFICATES, 2019, "xlsx", LATVIAN, "", file.sha256)
    _, again = opened(office, data, "izguve.xlsx")
    assert [why.reason for _, why in again.troubles] == ["register_file.known"]
    columns = register_books.columns(Book.CERTIFICATES)
    (sheet, _) = register_workbook.open_register(data, "izguve.xlsx")
    layout = register_workbook.propose([sheet], columns)
    assert all(layout.names)
    read = register_workbook.read(sheet, "izguve.xlsx", columns, layout, register_import.KEYS[Book.CERTIFICATES])
    assert read.rows[0].cells == (1, *seen.rows[0].cells[1:])


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.integers(-5, 30))
def test_a_layout_is_read_back_and_nonsense_refused(name: str, other: str, head: int) -> None:
    layout = OldLayout(name, head, (other, ""))
    assert register_workbook.read_layout(register_workbook.layout_text(layout)) == layout
    for text in (name, f'{{"sheet": 1, "names": {head}}}', "[]", "null"):
        with pytest.raises(RefusedError):
            register_workbook.read_layout(text)
