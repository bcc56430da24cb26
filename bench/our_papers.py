"""Our side of the measured papers: facts as the office would give them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from fractions import Fraction
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from bench import register_cells as cells
from commission_app.documents.house_style import Letterhead, Pair, Signatures, Signer
from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.i18n import LATVIAN, OFFICE_ZONE
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.standard import CreditUnit

if TYPE_CHECKING:
    from commission_app.documents.statement import StatementFacts

LETTERHEAD = Letterhead(
    institution=Pair("Piemēra koledža", "Sample College"),
    reg_no="90000000000",
    address="Skolas iela 1, Valmiera, LV-4201",
    contacts="birojs@example.lv",
    place=Pair("Valmierā", "Valmiera"),
)
SIGNATURES = Signatures((Signer(Pair("Komisijas priekšsēdētāja", "Chair of the commission"), "Līga Kalniņa"),))
UNITS = 10


def sans_file() -> BytesIO:
    """The typeface of the tables, for the bare loops too."""
    return BytesIO(files("font_source_sans_pro").joinpath("files", "SourceSansPro-Regular.ttf").read_bytes())


def columns(chosen: Sequence[int]) -> tuple[Column, ...]:
    """The register's columns of these places."""
    kinds = [ColumnKind(cells.KINDS[index]) for index in chosen]
    headings = [cells.headings()[index] for index in chosen]
    return tuple(Column(heading, kind, 14) for heading, kind in zip(headings, kinds, strict=True))


def print_register(rows: Iterable[Sequence[Cell]], chosen: Sequence[int], count: int) -> bytes:
    """The printed book."""
    from commission_app.documents.register_book import BookFacts, render

    title, period = Pair("Lēmumu reģistrs", "Register of decisions"), Pair("2026. gads", "2026")
    return render(BookFacts(LETTERHEAD, title, period, columns(chosen), rows, count), LATVIAN)


def write_register(rows: Iterable[Sequence[Cell]], count: int, out: BinaryIO) -> None:
    """The Excel register."""
    from commission_app.documents import workbook

    summary = workbook.SummaryFacts(
        institution=LETTERHEAD.institution,
        title=Pair("Lēmumu reģistrs", "Register of decisions"),
        period=Pair("2026. gads", "2026"),
        exported_by="L. Kalniņa",
        exported_at=datetime(2026, 11, 24, 10, tzinfo=OFFICE_ZONE),
        count=count,
    )
    workbook.write_register(columns(range(len(cells.KINDS))), rows, summary, LATVIAN, out)


def certificate(number: int) -> bytes:
    """One statement of recognition with ten units."""
    from commission_app.documents.certificate import render

    return render(certificate_facts(number), LATVIAN)


def certificate_facts(number: int) -> "StatementFacts":
    """What it says."""
    from commission_app.documents.statement import CertifiedUnit, StatementFacts

    ects = CreditUnit.ECTS
    units = tuple(
        CertifiedUnit(
            f"DatZ{1010 + n}", Pair(f"Datortīklu pamati {n}", f"Basics of networks {n}"), Credits(Fraction(6), ects)
        )
        for n in range(UNITS)
    )
    return StatementFacts(
        letterhead=LETTERHEAD,
        number=f"A-2026/{number}",
        issued_on=date(2026, 11, 24),
        holder=f"{cells.SURNAMES[number % 8]} {cells.SURNAMES[number // 8 % 8]}",
        programme=Pair("Datorzinātnes", "Computer science"),
        programme_code="43484",
        level=Pair("LKI 6. līmenis", "LQF level 6"),
        decision_number=f"L-2026/{number}",
        decision_date=date(2026, 11, 20),
        commission=Pair("Atzīšanas komisija", "Commission of recognition"),
        legal_basis=Pair("Augstskolu likums", "Law on Institutions of Higher Education"),
        units=units,
        total=Credits(Fraction(6 * UNITS), ects),
        signatures=SIGNATURES,
        holder_born=date(1985, 2, 3),
    )
