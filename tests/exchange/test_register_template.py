"""The institution's own template of a register: filled without losing a format, a formula or a rule."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from commission_app.documents.registers import applications
from commission_app.documents.registers.column import Column, ColumnKind
from commission_app.errors import RefusedError
from commission_app.exchange import register_template
from commission_app.exchange.template_rows import shifted
from commission_app.i18n import LATVIAN

COLUMNS = (
    Column("Consecutive No.", ColumnKind.COUNT, 6),
    Column("Registration No.", ColumnKind.CODE, 10),
    Column("Applicant", ColumnKind.TEXT, 20),
    Column("Date", ColumnKind.DATE, 12),
    Column("Fee, EUR", ColumnKind.MONEY, 10, total=True),
)
ROWS = [(n, f"00{n}", "=HYPERLINK(1)", date(2026, 1, n), n * 150) for n in range(1, 5)]


def template() -> Any:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Mūsu reģistrs"
    sheet["A1"] = "virsraksts"
    sheet.merge_cells("A1:E1")
    for at, text in enumerate(("3", "{1}", 2, "Date", "{5}", "=E4*2", "paliek"), 1):
        sheet.cell(4, at, text).font = Font(italic=True)
    sheet["D4"].number_format = "yyyy-mm-dd"
    sheet.row_dimensions[4].height = 33
    sheet["E5"] = "=SUM(E4:E4)"
    sheet["A6"] = "paraksts"
    sheet.merge_cells("A6:C6")
    sheet.row_dimensions[6].height = 44
    sheet.print_area = "A1:G6"
    sheet.page_setup.orientation = "landscape"
    sheet.column_dimensions["A"].width = 41
    sheet.conditional_formatting.add(
        "E4", CellIsRule("greaterThan", ["3"], fill=PatternFill("solid", bgColor="FF0000"))
    )
    check = DataValidation(type="whole", operator="greaterThan", formula1="0", sqref="B4")
    sheet.add_data_validation(check)
    other = book.create_sheet("Kopsavilkums")
    other["A1"] = "='Mūsu reģistrs'!E5"
    other["A2"] = "=COUNTA('Mūsu reģistrs'!A4:A4)"
    for name, where in (("IERAKSTI", "$A$4:$G$4"), ("NOSAUKUMS", "$A$1"), ("PARAKSTS", "$A$6")):
        book.defined_names[name] = DefinedName(name, attr_text=f"'Mūsu reģistrs'!{where}")
    return book


def saved(book: Any) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_rows_are_inserted_and_everything_below_and_about_them_follows() -> None:
    data = register_template.fill(saved(template()), "v.xlsx", COLUMNS, ROWS, {"title": "Iesniegumi", "year": "2026"})
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book["Mūsu reģistrs"]
    assert sheet["A1"].value == "Iesniegumi" and "A1:E1" in {str(one) for one in sheet.merged_cells.ranges}
    assert [sheet.cell(7, at).value for at in (2, 3, 6, 7)] == [4, "004", "=E7*2", "paliek"]
    assert sheet["A5"].value == "=HYPERLINK(1)" and sheet["A5"].data_type == "s" and sheet["A5"].quotePrefix
    assert sheet["C5"].value == "002" and sheet["C5"].data_type == "s"
    assert sheet["D6"].value.date() == date(2026, 1, 3) and sheet["D6"].number_format == "yyyy-mm-dd"
    assert Decimal(str(sheet["E7"].value)) == Decimal("6") and sheet["E7"].number_format == "0.00"
    assert all(sheet.cell(at, 3).font.italic and sheet.row_dimensions[at].height == 33 for at in range(4, 8))
    assert sheet["E8"].value == "=SUM(E4:E7)" and sheet["A9"].value == "paraksts"
    assert "A9:C9" in {str(one) for one in sheet.merged_cells.ranges} and sheet.row_dimensions[9].height == 44
    assert sheet.print_area.endswith("$A$1:$G$9") and sheet.page_setup.orientation == "landscape"
    assert sheet.column_dimensions["A"].width == 41
    assert [str(one.sqref) for one in sheet.conditional_formatting] == ["E4:E7"]
    assert [str(one.sqref) for one in sheet.data_validations.dataValidation] == ["B4:B7"]
    assert book["Kopsavilkums"]["A1"].value == "='Mūsu reģistrs'!E8"
    assert book["Kopsavilkums"]["A2"].value == "=COUNTA('Mūsu reģistrs'!A4:A7)"
    assert book.defined_names["PARAKSTS"].attr_text.endswith("$A$9")
    assert book.defined_names["IERAKSTI"].attr_text.endswith("$A$4:$G$7")


def test_an_empty_year_leaves_one_empty_row_and_a_table_grows() -> None:
    empty = openpyxl.load_workbook(BytesIO(register_template.fill(saved(template()), "v.xlsx", COLUMNS, [], {})))
    sheet = empty["Mūsu reģistrs"]
    assert sheet["A4"].value is None and sheet["E5"].value == "=SUM(E4:E4)" and sheet["A1"].value is None
    book = openpyxl.Workbook()
    book.active.append(["Reģistrācijas Nr.", "Pretendents", "Cits"])
    book.active.append(["x", "y", "z"])
    book.active.add_table(Table(displayName="IERAKSTI", ref="A1:C2"))
    made = register_template.fill(saved(book), "t.xlsx", COLUMNS, ROWS, {})
    sheet = openpyxl.load_workbook(BytesIO(made)).active
    assert sheet.tables["IERAKSTI"].ref == "A1:C5"
    assert [sheet.cell(5, at).value for at in (1, 2, 3)] == ["004", "=HYPERLINK(1)", "z"]


def test_the_sample_is_a_template_that_works() -> None:
    data = register_template.sample(applications.COLUMNS, "Iesniegumu reģistrs", LATVIAN)
    facts = register_template.inspect(data, "paraugs.xlsx", applications.COLUMNS)
    assert facts.columns == tuple(range(21)) and {"NOSAUKUMS", "KONTROLSUMMA"} <= set(facts.names)


def broken(name: str) -> bytes:
    book = template()
    sheet = book["Mūsu reģistrs"]
    if name == "no_entries":
        del book.defined_names["IERAKSTI"]
    elif name == "many_rows":
        book.defined_names["IERAKSTI"].attr_text = "'Mūsu reģistrs'!$A$4:$G$5"
    elif name == "name_broken":
        book.defined_names["NOSAUKUMS"].attr_text = "#REF!"
    elif name == "unknown_column":
        sheet["A4"] = "{6}"
    else:
        for cell in sheet[4]:
            cell.value = "teksts"
    return saved(book)


@pytest.mark.parametrize("name", ["no_entries", "many_rows", "name_broken", "unknown_column", "no_columns"])
def test_what_is_missing_in_a_template_is_named(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        register_template.inspect(broken(name), "v.xlsx", COLUMNS)
    assert refused.value.reason == f"template.{name}"


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 30), st.integers(1, 30), st.integers(1, 20), st.integers(1, 50))
def test_a_reference_follows_what_it_pointed_to(first: int, last: int, row: int, more: int) -> None:
    low, high = sorted((first, last))
    moved = shifted(f"=SUM(A{low}:A{high})+B{low}", "S", row, more, own=True)
    start = low + more if low > row else low
    end = high + more if high >= row else high
    assert moved == f"=SUM(A{start}:A{end})+B{start}"
    assert shifted(f"=SUM(A{low}:A{high})", "S", row, more, own=False) == f"=SUM(A{low}:A{high})"
