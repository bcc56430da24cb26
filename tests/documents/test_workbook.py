"""The Excel registers: real dates and numbers, codes that keep their zeros, and no cell that could run."""

import hashlib
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from commission_app.documents import workbook
from commission_app.documents.house_style import Pair
from commission_app.documents.registers import applications, certificates, decisions, exams
from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.documents.workbook import SummaryFacts, control_sum, write_register, write_table
from commission_app.errors import CancelledError, RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language
from tests.documents import entries

SUMMARY = SummaryFacts(
    institution=Pair("Parauga koledža", "Sample College"),
    title=Pair("Iesniegumu reģistrs", "Register of applications"),
    period=Pair("2026. gads", "2026"),
    exported_by="Jānis Žņaugs",
    exported_at=datetime(2026, 11, 24, 12, 30, tzinfo=UTC),
    voided=("0013",),
)
TEXT = (Column("Consecutive No.", ColumnKind.COUNT, 7), Column("Remarks", ColumnKind.TEXT, 20))


def written(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], language: Language = LATVIAN, **more: Any
) -> bytes:
    out = BytesIO()
    write_register(columns, rows, replace(SUMMARY, **more), language, out)
    return out.getvalue()


def opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data))


def test_an_application_keeps_its_zeros_its_date_and_its_cents() -> None:
    rows = [applications.cells(entries.application(at), LATVIAN) for at in range(3)]
    sheet = opened(written(applications.COLUMNS, rows)).worksheets[0]
    assert sheet.title == "Iesniegumu reģistrs"
    assert [cell.value for cell in sheet[1]][:3] == ["Nr. p. k.", "Reģistrācijas Nr.", "Reģistrācijas datums"]
    assert [cell.value for cell in sheet[2]] == list(range(1, 22))
    first = sheet[3]
    assert (first[0].value, first[1].value, first[1].data_type) == (1, "0001", "s")
    assert first[1].number_format == "@"
    assert first[2].is_date and first[2].value.date() == entries.DAY
    assert first[11].value == 192.75 and first[11].number_format == "0.00"
    assert first[3].value is None
    assert sheet.max_row == 5


def test_the_sheet_is_ready_to_be_read_and_printed() -> None:
    rows = [decisions.cells(entries.decision(at), LATVIAN) for at in range(4)]
    sheet = opened(written(decisions.COLUMNS, rows)).worksheets[0]
    assert sheet.freeze_panes == "C3"
    assert sheet.auto_filter.ref == "A2:AD6"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$2"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
    assert "&P. lappuse no &N" in sheet.oddFooter.right.text
    assert sheet.column_dimensions["H"].width == pytest.approx(24, abs=1)


def test_a_decision_says_its_references_votes_and_credits() -> None:
    rows = [decisions.cells(entries.decision(0), LATVIAN)]
    row = [cell.value for cell in opened(written(decisions.COLUMNS, rows)).worksheets[0][3]]
    assert row[3] == "P-2026/009, 24.11.2026., 3. jaut."
    assert row[13:16] == [24, 13.5, "ECTS"]
    assert row[18] == "4 / 0 / 1 / 1"


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH], ids=lambda language: language.code)
def test_the_summary_proves_the_register(language: Language) -> None:
    rows = [exams.cells(entries.exam(at), language) for at in range(5)]
    sheet = opened(written(exams.COLUMNS, rows, language)).worksheets[1]
    said = {name.value: value.value for name, value in sheet.iter_rows(max_col=2)}
    if language is ENGLISH:
        assert said["Institution"] == "Sample College"
        assert said["Exported by"] == "Jānis Žņaugs"
        assert said["Number of entries"] == 5
        assert (said["First number"], said["Last number"]) == ("E-2026/001", "E-2026/005")
        assert said["Voided numbers"] == "0013"
        assert said["Control sum (SHA-256)"] == control_sum(rows)
    else:
        assert sheet.title == "Kopsavilkums"
        assert said["Eksportēts"] == "24.11.2026. 14.30"
        assert said["Kontrolsumma (SHA-256)"] == control_sum(rows)


def test_an_empty_register_has_its_headings_and_its_summary() -> None:
    book = opened(written(certificates.COLUMNS, []))
    assert book.worksheets[0].max_row == 2
    assert "Ierakstu skaits" in [row[0].value for row in book.worksheets[1].iter_rows(max_col=1)]


DANGEROUS = ["=1+1", '=HYPERLINK("http://x")', "+371 20000000", "-1", "@SUM(A1)", "\t=1", "\r=1", "http://x.example"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_of_a_user_can_run_or_link(text: str) -> None:
    data = written(TEXT, [(1, text)])
    cell = opened(data).worksheets[0]["B3"]
    assert cell.data_type == "s" and cell.value.replace("_x000D_", "\r") == text
    assert cell.hyperlink is None
    if text[0] in "=+-@\t\r":
        assert cell.quotePrefix
    with zipfile.ZipFile(BytesIO(data)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet and b"<hyperlink" not in sheet


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=60))
def test_any_text_comes_back_as_it_was_and_never_as_a_formula(text: str) -> None:
    cell = opened(written(TEXT, [(1, text)])).worksheets[0]["B3"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert bool(cell.quotePrefix) == (text[0] in "=+-@")


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_control_character_is_refused_by_row_and_column_never_dropped(letter: str) -> None:
    out = BytesIO()
    with pytest.raises(RefusedError) as refused:
        write_register(TEXT, [(1, "labi"), (2, f"a{letter}b")], SUMMARY, LATVIAN, out)
    facts = refused.value.refusal.facts
    assert refused.value.reason == "workbook.control_character"
    assert (facts["row"], facts["column"]) == (4, "Piezīmes")
    assert str(facts["code"]).startswith(f"U+{ord(letter):04X}")
    assert out.getvalue() == b""


def test_a_text_longer_than_a_cell_is_refused() -> None:
    assert opened(written(TEXT, [(1, "ē" * 32_767)])).worksheets[0]["B3"].value == "ē" * 32_767
    with pytest.raises(RefusedError) as refused:
        written(TEXT, [(1, "ē" * 32_768)])
    assert refused.value.reason == "workbook.text_too_long"


def test_a_date_before_the_calendar_of_the_sheet_is_refused() -> None:
    columns = (TEXT[0], Column("Date", ColumnKind.DATE, 12))
    assert opened(written(columns, [(1, date(1900, 3, 1))])).worksheets[0]["B3"].value.date() == date(1900, 3, 1)
    with pytest.raises(RefusedError) as refused:
        written(columns, [(1, date(1899, 1, 1))])
    assert refused.value.reason == "workbook.date_too_early"


def test_more_entries_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 5)
    written(TEXT, [(at, "a") for at in range(3)])
    with pytest.raises(RefusedError) as refused:
        written(TEXT, [(at, "a") for at in range(4)])
    assert refused.value.reason == "workbook.too_many_rows"


def test_the_control_sum_sees_every_change_but_not_how_a_number_is_spelt() -> None:
    rows: list[tuple[Cell, ...]] = [(1, "a", Decimal("6.000"), None), (2, "b", date(2026, 1, 1), "")]
    assert control_sum(rows) == control_sum([(1, "a", Decimal("6"), ""), (2, "b", date(2026, 1, 1), None)])
    assert control_sum(rows) != control_sum([rows[1], rows[0]])
    assert control_sum(rows) != control_sum([(1, "a ", Decimal("6"), None), rows[1]])
    assert control_sum([]) == hashlib.sha256(b"").hexdigest()


def test_the_same_entries_give_the_same_bytes() -> None:
    rows = [exams.cells(entries.exam(at), LATVIAN) for at in range(20)]
    assert written(exams.COLUMNS, rows) == written(exams.COLUMNS, rows)


def test_cancel_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def cancel(done: int, total: int) -> None:
        if done >= 1000:
            raise CancelledError

    out = BytesIO()
    with pytest.raises(CancelledError):
        write_register(TEXT, [(at, "a") for at in range(3000)], SUMMARY, LATVIAN, out, cancel)
    assert out.getvalue() == b""
    assert list(tmp_path.iterdir()) == []


def test_a_list_of_the_window_goes_out_as_it_stands() -> None:
    columns = (Column("Lieta", ColumnKind.CODE, 12), Column("Saņemts", ColumnKind.DATE, 18))
    out = BytesIO()
    write_table("Lietas: 2026/visas?", columns, [("0007", datetime(2026, 6, 1, 9, 5, tzinfo=UTC))], LATVIAN, out)
    sheet = opened(out.getvalue()).worksheets[0]
    assert sheet.title == "Lietas  2026 visas"
    assert [cell.value for cell in sheet[1]] == ["Lieta", "Saņemts"]
    assert (sheet["A2"].value, f"{sheet['B2'].value:%d.%m.%Y %H:%M}") == ("0007", "01.06.2026 12:05")
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:B2"
