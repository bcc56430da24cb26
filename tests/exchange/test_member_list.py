"""A list of members is read in either language and any order; what is wrong is said by row and column."""

import io
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from commission_app.errors import RefusedError
from commission_app.exchange import member_layout, member_list
from commission_app.exchange.heading_match import SheetLayout
from commission_app.exchange.member_row import MemberRow, MembersRead
from commission_app.i18n import ENGLISH, LANGUAGES, LATVIAN
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.person import Sex
from commission_app.wording.sentences import sentence
from tests.exchange.workbooks import repacked, saved

HEADS = ("Nr. p. k.", "Vārds, uzvārds", "Statuss komisijā", "Pārstāv", "Amats", "Darbavieta", "Pilnvaras no", "Līdz")
ANNA = (1, "Anna Kalniņa", "Komisijas priekšsēdētāja", "izglītības iestāde", "docente", "Koledža", "01.01.2026.", None)
LABELS = st.text("Āžņabcxyz ,;:=-()0123456789", max_size=20)


def annex(*rows: Sequence[object], heads: Sequence[object] = HEADS, above: Sequence[Sequence[object]] = ()) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Pielikums"
    for row in (*above, heads, *rows):
        sheet.append(list(row))
    return saved(book)


def read(data: bytes, name: str = "saraksts.xlsx") -> MembersRead:
    sheets = member_list.open_list(data, name)
    layout = member_list.propose(sheets)
    return member_list.read(next(one for one in sheets if one.name == layout.sheet), name, layout)


def why(data: bytes, name: str = "saraksts.xlsx") -> str:
    """The sentence that refuses a file, in both languages whole."""
    with pytest.raises(RefusedError) as trouble:
        read(data, name)
    assert "{" not in sentence(ENGLISH, trouble.value.refusal)
    return sentence(LATVIAN, trouble.value.refusal)


def test_an_annex_is_read_below_its_title_in_the_words_that_offices_use() -> None:
    rows = (
        (
            2,
            "Jānis Ozols",
            "locekle",
            "Darba devēju pārstāvis",
            "valdes loceklis",
            "SIA Māja",
            date(2026, 2, 1),
            "31.12.2027.",
        ),
        (3, "Ilze Liepa", "aizvietotāja: Jānis Ozols", "", "", "", "2026-02-01", "31.12.2027"),
        ("", "", "", "", "", "", "", ""),
        ("Direktors", None, None, None, None, None, None, None),
    )
    found = read(annex(ANNA, *rows, above=[("Pielikums rīkojumam Nr. 1-7/12",), ("",)]))
    assert [(one.row, one.name, one.role, one.side) for one in found.rows] == [
        (4, "Anna Kalniņa", MemberRole.CHAIR, Side.SCHOOL),
        (5, "Jānis Ozols", MemberRole.MEMBER, Side.EMPLOYERS),
        (6, "Ilze Liepa", MemberRole.SUBSTITUTE, Side.OTHER),
    ]
    assert found.rows[2].replaces == "Jānis Ozols" and found.rows[1].term_until == date(2027, 12, 31)
    assert (found.rows[0].post_lv, found.rows[0].organisation) == ("docente", "Koledža")
    assert found.not_taken == ("Nr. p. k.",) and not found.refused and found.passed_over == 1


def test_an_english_csv_in_another_order_with_the_name_and_the_term_in_other_cells() -> None:
    text = (
        "Term of office;Surname;First name;Side;Role in the commission;Order;Field(s);E-mail;Telephone\r\n"
        "01.03.2026.–31.12.2027.;Kalniņa;Anna;employers;Chairperson;No. 1-7/12, 12.02.2026.;IT;a@b.example;2\r\n"
        "until 31.12.2027;Ozols;Jānis;;;order No. 1-7/12 of 2026-02-12;IT; datorika;;\r\n"
    ).replace("IT; datorika;;", '"IT; datorika";j@b.example;')
    for data in (text.encode("utf-8-sig"), text.encode("cp1257"), text.encode("utf-16")):
        found = read(data, "members.csv")
        assert found.not_taken == ("Telephone",) and not found.refused
        anna, janis = found.rows
        assert (anna.name, anna.role, anna.order_number, anna.order_date) == (
            "Anna Kalniņa", MemberRole.CHAIR, "1-7/12", date(2026, 2, 12),
        )  # fmt: skip
        assert (anna.term_from, anna.term_until) == (date(2026, 3, 1), date(2027, 12, 31))
        assert (janis.term_from, janis.fields) == (date(2026, 2, 12), "IT, datorika"), "the term begins with the order"


def test_the_surname_may_stand_first() -> None:
    rows = (("Kalniņa-Liepa, Anna Marija", "01.01.2026."), ("Ozols Jānis", "01.01.2026."))
    found = read(annex(*rows, heads=("Uzvārds, vārds", "Pilnvaras no")))
    assert [one.name for one in found.rows] == ["Anna Marija Kalniņa-Liepa", "Jānis Ozols"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({1: ""}, "4. rinda, kolonna „Vārds, uzvārds”: Šeit jābūt ierakstam"),
        ({1: 12}, "„12” nevar nolasīt. Ierakstiet vārdu un uzvārdu."),
        ({2: "kurjers"}, "kolonna „Statuss komisijā”: „kurjers” nevar nolasīt. Ierakstiet vienu no: priekšsēdētājs"),
        ({3: "kaimiņi"}, "kolonna „Pārstāv”: „kaimiņi” nevar nolasīt"),
        ({6: "rīt"}, "kolonna „Pilnvaras no”: „rīt” nevar nolasīt. Ierakstiet datumu"),
        ({6: None}, "kolonna „Pilnvaras no”: Šeit jābūt ierakstam"),
        ({7: "31.12.2025."}, "kolonna „Līdz”: Pilnvaru termiņš beidzas, pirms sācies: 01.01.2026. – 31.12.2025."),
        ({4: "=A1"}, "šūna E4: tajā ir formula"),
        ({5: "x" * 201}, "teksts ir garāks par 200"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_by_its_cell(changed: dict[int, object], said: str) -> None:
    bad = [changed.get(at, value) for at, value in enumerate(ANNA)]
    found = read(annex(ANNA, ANNA, bad))
    assert [one.row for one in found.rows] == [2, 3] and [one.row for one in found.refused] == [4]
    text = sentence(LATVIAN, found.refused[0].why)
    assert said in text and text.startswith("saraksts.xlsx"), text
    assert "{" not in sentence(ENGLISH, found.refused[0].why)


def test_who_replaces_somebody_is_a_substitute_and_merged_cells_lack_values() -> None:
    heads = ("Vārds, uzvārds", "Loma", "Aizvieto", "Pilnvaras no")
    data = annex(("A B", "loceklis", "C D", "01.01.2026."), ("E F", "", "C D", "01.01.2026."), heads=heads)
    found = read(data)
    assert "Citu locekli aizvieto tikai aizvietotājs" in sentence(LATVIAN, found.refused[0].why)
    assert found.rows[0].role is MemberRole.SUBSTITUTE
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Pielikums",),
        heads,
        ("A B", "", "", "01.01.2026."),
        ("E F", "", "", None),
        ("G H", "", "", "01.01.2026."),
    ):
        sheet.append(list(row))
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("D3:D4")
    found = read(saved(book))
    assert [one.row for one in found.refused] == [3, 4] and [one.name for one in found.rows] == ["G H"]
    assert "šūnas D3:D4 ir sapludinātas" in sentence(LATVIAN, found.refused[1].why)


def test_a_file_that_is_no_list_is_refused_in_one_sentence() -> None:
    good = annex(ANNA)
    assert "nav ne Excel darbgrāmata (.xlsx), ne CSV datne" in why(b"%PDF-1.7\n%\xe2\xe3", "saraksts.csv")
    assert "virsrakstu rinda nav atrasta" in why(annex(ANNA, ANNA, heads=ANNA))
    assert "virsrakstu rinda nav atrasta" in why(b"tikai teksts\nun viss", "saraksts.csv")
    assert "nav kolonnas ar vārdu un uzvārdu" in why(annex(("x",), heads=("Pārstāv", "Uzvārds")))
    assert "ir tukša datne" in why(b"")
    bomb = repacked(good, {"xl/worksheets/sheet1.xml": b"<a>" + b" " * 4_000_000 + b"</a>"})
    assert "atpakojot aizņemtu daudz vairāk vietas nekā darbgrāmata" in why(bomb)
    doubled = why(annex(ANNA, heads=(*HEADS, "E-pasts", "E-mail")))
    assert "šīs kolonnas nozīmē vienu un to pašu: E-pasts, E-mail. Izvēlieties vienu no tām." in doubled
    assert "kolonna „Līdz”" in why(annex(ANNA, heads=(*HEADS, "Līdz")))


def test_of_two_columns_that_mean_the_same_one_is_chosen_by_hand() -> None:
    sheets = member_list.open_list(
        annex((*ANNA, "a@b.example", "c@d.example"), heads=(*HEADS, "E-pasts", "E-mail")), "x"
    )
    layout = member_list.propose(sheets)
    at = member_layout.PLACES["email"]
    assert layout.names[at] == ""
    names = (*layout.names[:at], "E-mail", *layout.names[at + 1 :])
    found = member_list.read(sheets[0], "x", SheetLayout(layout.sheet, layout.head_row, names))
    assert found.rows[0].email == "c@d.example" and found.not_taken == ("Nr. p. k.", "E-pasts")


MEMBERS = st.lists(
    st.builds(
        MemberRow,
        row=st.just(0),
        name=st.text("Āžņabcxyz", min_size=1, max_size=9).map(lambda text: f"Anna {text}"),
        role=st.sampled_from([role for role in MemberRole if role is not MemberRole.SUBSTITUTE]),
        side=st.sampled_from(Side),
        post_lv=LABELS.map(str.strip),
        post_en=LABELS.map(str.strip),
        organisation=LABELS.map(str.strip),
        term_from=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
        term_until=st.none() | st.dates(date(2030, 1, 1), date(2040, 1, 1)),
        order_number=st.just("1-7/12"),
        order_date=st.just(date(2026, 2, 12)),
        fields=st.lists(st.text("abcž", min_size=1, max_size=5), max_size=3).map(", ".join),
        email=st.sampled_from(("", "a@b.example")),
        address=LABELS.map(str.strip),
        sex=st.sampled_from(Sex),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=10, deadline=None)
@given(MEMBERS, st.sampled_from(LANGUAGES))
def test_what_is_written_reads_back_the_same(rows: list[MemberRow], language: object) -> None:
    language = next(one for one in LANGUAGES if one is language)
    keys = [column.key for column in member_layout.MEMBERS.columns]
    data = member_list.write([{key: getattr(row, key) for key in keys} for row in rows], language)
    found = read(data)
    assert not found.refused and not found.not_taken
    assert [{key: getattr(row, key) for key in keys} for row in found.rows] == [
        {key: getattr(row, key) for key in keys} for row in rows
    ]


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=200), st.lists(st.lists(LABELS, max_size=6), max_size=6))
def test_whatever_is_offered_is_read_or_refused(noise: bytes, cells: list[list[str]]) -> None:
    text = "\n".join(";".join(row) for row in (["Vārds, uzvārds", "Loma", "Pilnvaras no", "Rīkojums"], *cells))
    for data in (noise, text.encode()):
        try:
            read(data, "x.csv")
        except RefusedError as trouble:
            assert "{" not in sentence(LATVIAN, trouble.refusal)


def test_the_empty_list_says_how_it_is_filled_in() -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(member_list.write((), LATVIAN)))
    assert book.sheetnames == ["Locekļi", "Norādījumi"]
    heads = [cell.value for cell in book["Locekļi"][1]]
    assert heads[:4] == ["Vārds, uzvārds", "Loma", "Aizvieto", "Pārstāv"] and len(heads) == 15
    offered = [one.formula1 for one in book["Locekļi"].data_validations.dataValidation]
    assert any("priekšsēdētāja vietnieks" in one for one in offered)
