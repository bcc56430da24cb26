"""Applications are imported all or none, and everything wrong in the file is said at once."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from commission_app.errors import RefusedError
from commission_app.exchange import cases_layout, cases_workbook
from commission_app.exchange.case_row import CasesRead
from commission_app.i18n import LANGUAGES, LATVIAN, Language
from commission_app.rules.vocabulary.case import Channel, Ground, Procedure
from commission_app.wording.sentences import sentence
from tests.exchange.workbooks import HEADINGS, ROW, TODAY, applications, saved


def read(rows: Sequence[Sequence[object]] = (ROW,), headings: Sequence[str] = HEADINGS) -> CasesRead:
    return cases_workbook.read(applications(rows, headings), "lietas.xlsx", TODAY)


def said(found: CasesRead) -> list[str]:
    for finding in found.findings:
        assert "{" not in sentence(LANGUAGES[1], finding.refusal)
    return [sentence(LATVIAN, finding.refusal) for finding in found.findings]


def changed(**values: Any) -> list[object]:
    """The good row with some cells changed, by the first letters of the heading."""
    row = dict(zip(HEADINGS, ROW, strict=True))
    for start, value in values.items():
        row[next(heading for heading in HEADINGS if heading.casefold().startswith(start))] = value
    return list(row.values())


def test_a_good_row_becomes_a_case() -> None:
    found = read()
    assert not found.findings and not found.blocked
    (row,) = found.rows
    assert (row.row, row.given_name, row.surname) == (2, "Ģirts", "Šņore")
    assert (row.personal_code, row.birth_date) == ("140388-01012", date(1888, 3, 14))
    assert (row.procedure, row.received) == (Procedure.HIGHER_EDUCATION, date(2026, 8, 24))


def test_all_columns_are_read_in_english_and_in_any_order() -> None:
    values = {
        "Surname": "Kovaļčuks",
        "Given name": "Oleksandrs",
        "Name in the original form": "Oleksandr Kovalchuk",
        "Date of birth": "17.05.1990.",
        "Document number": "FA000003",
        "Issuing country of the document": "UA",
        "E-mail": "o@post.example",
        "Telephone": 20000003,
        "Address": "Amata",
        "Standard code": "PDT-2026",
        "Codes of the units claimed": "PDT101; PDT102 ;PDT101\nPDT290",
        "Procedure": "Higher_Education",
        "Ground": "previous_studies",
        "Received on": datetime(2026, 9, 15, 0, 0),  # noqa: DTZ001
        "Received by": "e_address",
        "Number in the document system": "4-8/241",
        "Notes": "–",
        "Personal code": None,
        "Code mismatch reason": None,
        "Something else": "kept out",
    }
    assert {column.heading for column in cases_layout.APPLICATIONS.columns} == set(values) - {"Something else"}
    found = read([list(values.values())], list(values))
    assert said(found) == []
    (row,) = found.rows
    assert row.unit_codes == ("PDT101", "PDT102", "PDT290")
    assert (row.ground, row.channel) == (Ground.PREVIOUS_STUDIES, Channel.E_ADDRESS)
    assert (row.phone, row.birth_date, row.personal_code) == ("20000003", date(1990, 5, 17), "")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"uzvārds": None}, "kolonna „Uzvārds”: Šeit jābūt ierakstam"),
        ({"saņemts": date(2026, 11, 21)}, "kolonna „Saņemts”: Datums 21.11.2026. ir nākotnē"),
        ({"saņemts": date(1950, 1, 1)}, "ir agrāks par 01.01.1990"),
        ({"saņemts": "vakar"}, "„vakar” nevar nolasīt. Ierakstiet datumu"),
        ({"procedūra": "cita"}, "„cita” nevar nolasīt. Ierakstiet vienu no"),
        ({"personas": 1019010001}, "Ciparu skaits kodā ir 10"),
        ({"personas": "140388-0101"}, "kolonna „Personas kods”"),
        ({"personas": "300288-01019"}, "kolonna „Personas kods”"),
        ({"personas": None}, "Ja personas koda nav"),
        ({"standarta": 1.10}, "Excel to uzskatīja par decimālskaitli"),
        ({"vārds": date(2026, 1, 1)}, "Excel to uzskatīja par datumu"),
        ({"vārds": "x" * 101}, "teksts ir garāks par 100"),
        ({"vārds": "=A1"}, "šūna A3: tajā ir formula"),
    ],
)
def test_a_bad_cell_is_said_by_file_sheet_row_and_column(changes: dict[str, Any], says: str) -> None:
    found = read([ROW, changed(**changes)])
    assert found.blocked
    assert [row.row for row in found.rows][:1] == [2]
    assert any(says in text and text.startswith("lietas.xlsx, lapa „Iesniegumi”") for text in said(found)), said(found)
    assert all(finding.row == 3 for finding in found.findings)


def test_every_bad_row_is_reported_at_once() -> None:
    rows = [changed(uzvārds=None, saņemts="vakar"), ROW, changed(personas="x"), changed(procedūra="?")]
    found = read(rows)
    assert [finding.row for finding in found.findings] == [2, 2, 4, 5]
    assert [row.row for row in found.rows] == [3]


def test_a_wrong_check_digit_needs_a_reason() -> None:
    wrong = changed(personas="140388-01013")
    (finding,) = read([wrong]).findings
    assert not finding.warning
    assert finding.refusal.reason == "import_file.at" and finding.column == "Personas kods"
    found = read([[*wrong, "Kods pārbaudīts pēc pases."]], [*HEADINGS, "Koda neatbilstības pamatojums"])
    assert not found.blocked
    assert [finding.warning for finding in found.findings] == [True]
    assert found.rows[0].code_mismatch_reason == "Kods pārbaudīts pēc pases."


def test_a_birth_date_that_contradicts_the_code_is_said() -> None:
    found = read([[*ROW, date(1890, 1, 1)]], [*HEADINGS, "Dzimšanas datums"])
    assert "Personas kodā ir 14.03.1888., šūnā – 01.01.1890." in said(found)[0]


def test_the_same_person_twice_is_only_a_warning() -> None:
    found = read([ROW, ROW])
    assert not found.blocked and len(found.rows) == 2
    assert "pieteikta 2. rindā" in said(found)[0]


def test_missing_and_doubled_columns_are_all_named() -> None:
    found = read([ROW[:4]], ["Vārds", "Uzvārds", "vārds", "Personas kods"])
    assert found.blocked and not found.rows
    text = " ".join(said(found))
    assert "kolonna „vārds” ir divreiz" in text
    for missing in ("Standarta kods", "Procedūra", "Saņemts"):
        assert f"trūkst kolonnas „{missing}”" in text


def test_an_empty_sheet_is_refused() -> None:
    with pytest.raises(RefusedError) as found:
        read([])
    assert found.value.reason == "import_file.empty_sheet"


def test_more_rows_than_an_office_has_are_refused() -> None:
    rows = [ROW] * 6
    with pytest.raises(RefusedError) as found:
        cases_workbook.read(applications(rows), "lietas.xlsx", TODAY, most_rows=5)
    assert found.value.reason == "import_file.too_many_rows"
    assert len(cases_workbook.read(applications(rows), "lietas.xlsx", TODAY, most_rows=6).rows) == 6


def test_merged_cells_block_the_import() -> None:
    book = load_workbook(io.BytesIO(applications([ROW, ROW])))
    book.active.merge_cells("A2:A3")
    found = cases_workbook.read(saved(book), "lietas.xlsx", TODAY)
    assert found.blocked and "A2:A3 ir sapludinātas" in said(found)[0]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_form_is_read_once_it_is_filled_in(language: Language) -> None:
    book = load_workbook(io.BytesIO(cases_workbook.template(language)))
    sheet = book.worksheets[0]
    place = {column.key: n for n, column in enumerate(cases_layout.APPLICATIONS.columns, start=1)}
    for key, value in zip(
        ("given_name", "surname", "personal_code", "standard_code", "procedure", "received"), ROW, strict=True
    ):
        sheet.cell(2, place[key]).value = value
    assert sheet.column_dimensions["D"].number_format == "@"
    assert not cases_workbook.read(saved(book), "lietas.xlsx", TODAY).findings
