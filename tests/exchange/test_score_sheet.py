"""The scoring workbook goes out and comes back: what was typed is read, what was touched is named by its place."""

from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from io import BytesIO

import openpyxl  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commission_app.errors import RefusedError
from commission_app.exchange import score_sheet_reader, score_sheet_writer
from commission_app.exchange.score_sheet import CaseSheet, SheetHead, SheetRow, sheet_name
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.rules.vocabulary.scoring import OutcomeResult, ScaleKind
from commission_app.wording.words import word

FILE = "vērtējums.xlsx"


def sheet(number: str = "2026/031", scale: ScaleKind = ScaleKind.RESULT, rows: int = 3) -> CaseSheet:
    """A sheet with a few outcomes, none of them scored yet."""
    head = SheetHead(number, "Bērziņa, Aija", "Datorzinātnes", "2024", "Vērtētāja A", "c", "e", "a", scale)
    return CaseSheet(
        head,
        tuple(
            SheetRow(
                f"o{n}", "Datortīkli", f"D.{n}", f"projektē tīklu, {n}. daļa", True, ("P1, 2. lpp.",), None, None, "", 0
            )
            for n in range(1, rows + 1)
        ),
    )


def filled(data: bytes, cells: Mapping[str, object], name: str = "2026-031") -> bytes:
    """The workbook after somebody typed into it."""
    book = openpyxl.load_workbook(BytesIO(data))
    for place, value in cells.items():
        book[name][place] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", [LATVIAN, ENGLISH], ids=["lv", "en"])
def test_what_was_typed_is_read(language: Language) -> None:
    data = score_sheet_writer.workbook(language, [sheet(), sheet("2026/032")])
    typed = {"F7": word(language, OutcomeResult.MET), "F8": word(language, OutcomeResult.NOT_MET), "G8": "Nav redzams."}
    read = score_sheet_reader.read(filled(data, typed), FILE)
    assert read.findings == ()
    assert [one.sheet for one in read.sheets] == ["2026-031", "2026-032"]
    first = read.sheets[0]
    assert (first.language, first.case_uid, first.edition_uid, first.assessor_uid) == (language.code, "c", "e", "a")
    assert [(row.row, row.outcome_uid, row.score, row.reason, row.seen) for row in first.rows] == [
        (7, "o1", word(language, OutcomeResult.MET), "", 0),
        (8, "o2", word(language, OutcomeResult.NOT_MET), "Nav redzams.", 0),
        (9, "o3", None, "", 0),
    ]


def test_only_score_and_reason_are_free_and_a_list_offers_the_words() -> None:
    book = openpyxl.load_workbook(BytesIO(score_sheet_writer.workbook(LATVIAN, [sheet()])))
    page = book["2026-031"]
    free = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    assert free == {f"{column}{row}" for column in "FG" for row in (7, 8, 9)}
    assert page.protection.sheet
    assert page.column_dimensions["H"].hidden and page.column_dimensions["I"].hidden
    assert {check.formula1 for check in page.data_validations.dataValidation} == {
        '"' + ",".join(word(LATVIAN, result) for result in OutcomeResult) + '"'
    }


def test_marks_and_points_come_back_as_exact_numbers() -> None:
    data = score_sheet_writer.workbook(LATVIAN, [sheet(scale=ScaleKind.POINTS)])
    read = score_sheet_reader.read(filled(data, {"F7": 7, "F8": 7.5, "F9": "7,25"}), FILE)
    assert [row.score for row in read.sheets[0].rows] == [7, Decimal("7.5"), "7,25"]


@pytest.mark.parametrize(
    ("touched", "reason"),
    [
        ({"A20": "jauns", "F20": 5}, "score_sheet.added_row"),
        ({"I7": "x"}, "score_sheet.hidden_changed"),
        ({"H1": "cits"}, "score_sheet.foreign_sheet"),
        ({"F7": "=1+1"}, "import_file.formula"),
    ],
    ids=["added row", "hidden", "mark", "formula"],
)
def test_what_was_touched_is_named_by_its_place(touched: dict[str, object], reason: str) -> None:
    data = filled(score_sheet_writer.workbook(LATVIAN, [sheet()]), touched)
    read = score_sheet_reader.read(data, FILE)
    found = read.findings[0]
    inner = found.refusal.facts.get("why", found.refusal)
    assert reason in (found.refusal.reason, getattr(inner, "reason", ""))
    assert found.sheet == "2026-031"


def test_another_workbook_is_not_ours() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Sveiki"
    out = BytesIO()
    book.save(out)
    read = score_sheet_reader.read(out.getvalue(), FILE)
    assert [finding.refusal.reason for finding in read.findings] == ["score_sheet.foreign_sheet"]
    with pytest.raises(RefusedError):
        score_sheet_reader.read(b"PK\x03\x04", FILE)


def test_names_of_sheets_are_lawful_and_each_stands_once() -> None:
    assert sheet_name("2026/031", []) == "2026-031"
    assert sheet_name("2026/031", ["2026-031"]) == "2026-031 (2)"
    assert len(sheet_name("x" * 50, ["x" * 31])) == 31


@given(st.binary(max_size=400), st.integers(0, 5_000))
@settings(max_examples=60, deadline=None)
def test_a_spoiled_file_is_refused_or_read_but_never_breaks(noise: bytes, place: int) -> None:
    data = score_sheet_writer.workbook(LATVIAN, [sheet(rows=1)])
    at = place % len(data)
    with suppress(RefusedError):
        score_sheet_reader.read(data[:at] + noise + data[at + len(noise) :], FILE)
