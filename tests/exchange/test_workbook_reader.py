"""A workbook that is a trap, or none at all, is refused before it does harm."""

import io
import time
import zipfile

import pytest

from commission_app.errors import RefusedError
from commission_app.exchange import workbook_reader
from commission_app.exchange.workbook_reader import cell_name, read_sheets
from commission_app.i18n import LANGUAGES
from commission_app.wording.sentences import sentence
from tests.exchange.workbooks import applications, repacked

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SHEET = "xl/worksheets/sheet1.xml"


def reason(data: bytes, most_rows: int = 5_000) -> str:
    with pytest.raises(RefusedError) as found:
        read_sheets(data, "fails.xlsx", most_rows)
    for language in LANGUAGES:
        assert "fails.xlsx" in sentence(language, found.value.refusal)
    return found.value.reason


def sheet_xml(rows: str) -> bytes:
    head = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return f"{head}<sheetData>{rows}</sheetData></worksheet>".encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "import_file.empty_file"),
        (b"vards;uzvards\n", "import_file.unreadable"),
        (OLE, "import_file.encrypted"),
        (applications()[:700], "import_file.unreadable"),
        (repacked(applications(), {}, drop=["xl/workbook.xml"]), "import_file.no_workbook"),
        (repacked(applications(), {SHEET: b"<worksheet><sheetData><row"}), "import_file.unreadable"),
        (repacked(applications(), {"xl/vbaProject.bin": b"x"}), "import_file.macros"),
        (repacked(applications(), {"xl/media/a.xlsx": applications()}), "import_file.nested"),
        (repacked(applications(), {SHEET: sheet_xml('<row r="99999999999"/>')}), "import_file.too_many_rows"),
    ],
)
def test_no_workbook_and_no_good_one(data: bytes, expected: str) -> None:
    assert reason(data) == expected


def test_a_zip_bomb_is_refused_within_a_second() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"<x/>")
        with package.open(SHEET, "w", force_zip64=True) as entry:
            for _ in range(200):
                entry.write(bytes(1024 * 1024))
    started = time.perf_counter()
    assert reason(bomb.getvalue()) == "import_file.bomb"
    assert time.perf_counter() - started < 1


def test_many_small_entries_are_a_bomb_too() -> None:
    entries = {f"xl/x{n}.xml": b"" for n in range(workbook_reader.MOST_ENTRIES)}
    assert reason(repacked(applications(), entries)) == "import_file.bomb"


def test_entities_that_multiply_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    xml = f'<?xml version="1.0"?><!DOCTYPE w [{laughs}]><worksheet>&l9;</worksheet>'.encode()
    assert reason(repacked(applications(), {SHEET: xml})) == "import_file.bomb"
    assert reason(repacked(applications(), {"xl/workbook.xml": xml})) == "import_file.bomb"


def test_a_hundred_thousand_rows_are_refused_without_reading_them_all() -> None:
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Iesniegumi")
        for row in range(100_000):
            sheet.write_number(row, 0, row)
    started = time.perf_counter()
    assert reason(out.getvalue()) == "import_file.too_many_rows"
    assert time.perf_counter() - started < 5


def test_a_stated_dimension_is_not_believed() -> None:
    xml = sheet_xml('<row r="1"><c r="A1" t="str"><v>x</v></c></row>').replace(
        b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>'
    )
    (sheet,) = read_sheets(repacked(applications(), {SHEET: xml}), "fails.xlsx", 10)
    assert [row.cells for row in sheet.rows] == [("x",)]


def test_a_cell_far_to_the_right_is_refused_by_its_row() -> None:
    xml = sheet_xml('<row r="2"><c r="XFD2" t="str"><v>x</v></c></row>')
    assert reason(repacked(applications(), {SHEET: xml})) == "import_file.too_many_columns"


def test_cells_are_named_as_excel_names_them() -> None:
    assert [cell_name(column, 7) for column in (0, 25, 26, 701, 702)] == ["A7", "Z7", "AA7", "ZZ7", "AAA7"]
