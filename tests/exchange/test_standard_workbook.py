"""A standard goes into the workbook and comes back the same; what is wrong in a workbook is refused by its place."""

import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from commission_app.errors import RefusedError
from commission_app.exchange import sample_institution, standard_workbook
from commission_app.exchange.standard_facts import OutcomeFacts, PartFacts, StandardFacts, UnitFacts
from commission_app.exchange.standard_reader import read_standard
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN, Language
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind, StandardKind, UnitKind
from commission_app.wording.sentences import sentence
from tests.exchange.workbooks import saved, small_standard, spoiled

UNITS, OUTCOMES = "Vienības", "Mācīšanās rezultāti"


def refused(data: bytes) -> str:
    """The Latvian sentence by which a workbook is refused."""
    with pytest.raises(RefusedError) as found:
        standard_workbook.read(data, "standarts.xlsx")
    said = [sentence(language, found.value.refusal) for language in LANGUAGES]
    assert all("standarts.xlsx" in text or "Standar" in text for text in said), said
    return f"{found.value.reason}: {said[0]}"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_standards_of_the_sample_come_back_the_same(language: Language) -> None:
    for facts in sample_institution.read().standards:
        assert read_standard(standard_workbook.write(facts, language), "a.xlsx") == facts


TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "S")), max_size=40).map(
    lambda text: " ".join(text.split())
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    titles=st.lists(TEXT.filter(bool), min_size=1, max_size=3),
    amount=st.one_of(st.none(), st.integers(0, 999_999).map(lambda n: Decimal(n) / 1000)),
    first=st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2100, 1, 1))),
    kind=st.sampled_from(StandardKind),
    flags=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    weight=st.integers(1, 1000),
)
def test_any_standard_comes_back_the_same(
    titles: list[str],
    amount: Decimal | None,
    first: date | None,
    kind: StandardKind,
    flags: tuple[bool, bool, bool],
    weight: int,
) -> None:
    import unicodedata

    titles = [unicodedata.normalize("NFC", title) for title in titles]
    facts = StandardFacts(
        code="=K-1",
        kind=kind,
        title_lv=titles[0],
        valid_from=first,
        accredited=flags[0],
        programme_credits=amount,
        credit_unit=CreditUnit.KP,
        parts=(PartFacts(code="01", title_en=titles[0]),),
        units=tuple(
            UnitFacts(
                code=f"{n}.10",
                title_lv=title,
                kind=UnitKind.COURSE,
                credits=amount,
                credit_unit=CreditUnit.ECTS,
                part_code="01",
                mandatory=flags[1],
                recognisable=flags[2],
                prerequisites=() if n == 0 else ("0.10",),
                outcomes=(OutcomeFacts(code=f"+{n}", text_en=title, kind=OutcomeKind.SKILL, weight=weight),),
            )
            for n, title in enumerate(titles)
        ),
    )
    found = standard_workbook.read(standard_workbook.write(facts, ENGLISH), "a.xlsx")
    assert found == facts


def test_no_text_of_a_standard_becomes_a_formula() -> None:
    facts = small_standard()
    unit = UnitFacts(code="=1+1", title_lv="@SUM(A1)", outcomes=(OutcomeFacts(code="x", text_lv='=HYPERLINK("http")'),))
    data = standard_workbook.write(
        StandardFacts(code=facts.code, kind=facts.kind, title_lv="-2", units=(unit,)), LATVIAN
    )
    cells = [cell for sheet in load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_empty_form_offers_lists_and_asks_to_be_filled_in(language: Language) -> None:
    data = standard_workbook.template(language)
    book = load_workbook(io.BytesIO(data))
    offered = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    assert len(offered) >= 8
    assert all(len(rule.formula1) <= 255 and rule.formula1.count('"') == 2 for rule in offered)
    assert "empty_sheet" in refused(data) or "missing_field" in refused(data)


def test_columns_may_stand_in_any_order_and_in_either_language() -> None:
    def turn(book: Workbook) -> None:
        sheet = book[OUTCOMES]
        rows = [list(reversed(row)) for row in sheet.iter_rows(values_only=True)]
        book.remove(sheet)
        turned = book.create_sheet("learning  OUTCOMES")
        for row in rows:
            turned.append(row)
        for cell in turned[1]:
            cell.value = {"Rezultāta kods": "Outcome CODE *", "Vienības kods": "unit code:"}.get(cell.value, cell.value)

    assert standard_workbook.read(spoiled(turn), "a.xlsx") == small_standard()


def cell(sheet: str, place: str, value: object) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book[sheet][place] = value

    return change


def sheet_change(name: str, method: str, *args: Any) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        getattr(book[name], method)(*args)

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda book: book.remove(book[UNITS]), "missing_sheet"),
        (cell(UNITS, "A1", "Cits"), "trūkst kolonnas „Kods”"),
        (cell(UNITS, "C1", "Kods"), "1. rinda: kolonna „Kods” ir divreiz"),
        (cell(UNITS, "A3", "a"), "3. rinda, kolonna „Kods”: kods a jau ir 2. rindā"),
        (cell(UNITS, "A3", None), "3. rinda, kolonna „Kods”: šūna ir tukša"),
        (cell(UNITS, "G2", "daudz"), "2. rinda, kolonna „Stundas”: „daudz” nevar nolasīt"),
        (cell(UNITS, "G2", datetime(2026, 1, 4)), "kolonna „Stundas”"),  # noqa: DTZ001
        (cell(UNITS, "G2", "=2+3"), "šūna G2: tajā ir formula"),
        (cell(UNITS, "G2", "#REF!"), "šūna G2: tajā ir Excel kļūdas"),
        (cell(UNITS, "D2", "nodaļa"), "Ierakstiet vienu no: studiju kurss, modulis"),
        (cell(UNITS, "I2", "varbūt"), "Ierakstiet jā vai nē"),
        (cell(UNITS, "A2", datetime(2026, 2, 1)), "Excel to uzskatīja par datumu"),  # noqa: DTZ001
        (cell(UNITS, "A2", 1.5), "Excel to uzskatīja par decimālskaitli"),
        (cell(UNITS, "L2", "B; Q"), "2. rinda, kolonna „Priekšnosacījumi”: nav vienības ar kodu Q"),
        (cell(UNITS, "L2", "A"), "pa apli: A → A"),
        (cell(OUTCOMES, "A3", "Q"), "3. rinda, kolonna „Vienības kods”: nav vienības ar kodu Q"),
        (cell(OUTCOMES, "B4", "A.1"), "4. rinda, kolonna „Rezultāta kods”: kods A.1 jau ir 2. rindā"),
        (cell(OUTCOMES, "G2", "1,5"), "Ierakstiet veselu skaitli"),
        (cell(OUTCOMES, "C2", "x" * 10_001), "teksts ir garāks par 10"),
        (cell("Standarts", "A4", "Kaut kas"), "lauks „Kaut kas” nav zināms"),
        (cell("Standarts", "A4", "Kods"), "lauks „Kods” ir divreiz"),
        (cell("Standarts", "B3", None), "lauka „Veids” nav"),
        (cell("Standarts", "B7", "32.13.2026."), "kolonna „Spēkā no”: „32.13.2026.” nevar nolasīt"),
        (cell("Standarts", "B8", "12"), "līmenis 12 nav robežās"),
        (sheet_change(OUTCOMES, "merge_cells", "C2:C3"), "šūnas C2:C3 ir sapludinātas"),
        (sheet_change(OUTCOMES, "delete_rows", 1, 20), "tajā nav, ko lasīt"),
        (sheet_change(UNITS, "delete_rows", 2, 20), "nav vienības ar kodu A"),
    ],
)
def test_a_spoiled_workbook_is_refused_by_its_place(change: Callable[[Workbook], None], says: str) -> None:
    assert says in refused(spoiled(change))


def test_a_formula_is_refused_although_its_result_is_stored() -> None:
    from xlsxwriter import Workbook as Writer  # XlsxWriter stores the result beside the formula

    out = io.BytesIO()
    with Writer(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Standarts")
        sheet.write_row(0, 0, ["Lauks", "Vērtība"])
        sheet.write(1, 0, "Kods")
        sheet.write_formula(1, 1, '="TST"&"1"', None, "TST1")
    assert "šūna B2: tajā ir formula" in refused(out.getvalue())


def test_a_hidden_sheet_is_not_read() -> None:
    def hide(book: Workbook) -> None:
        book[UNITS].sheet_state = "hidden"

    assert "missing_sheet" in refused(spoiled(hide))


def test_a_workbook_of_something_else_says_which_sheet_it_wants() -> None:
    assert "nav lapas „Standarts / Standard”; ir: Sheet" in refused(saved(Workbook()))
