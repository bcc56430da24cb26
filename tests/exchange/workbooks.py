"""Workbooks as other people make them, good and bad, for the tests of the readers."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from openpyxl import Workbook, load_workbook

from commission_app.exchange import standard_workbook
from commission_app.exchange.standard_facts import OutcomeFacts, StandardFacts, UnitFacts
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.standard import StandardKind, UnitKind

TODAY = date(2026, 11, 20)
HEADINGS = ("Vārds", "Uzvārds", "Personas kods", "Standarta kods", "Procedūra", "Saņemts")
ROW = ("Ģirts", "Šņore", "140388-01012", "PDT-2026", "higher_education", date(2026, 8, 24))


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def applications(rows: Iterable[Sequence[object]] = (ROW,), headings: Sequence[str] = HEADINGS) -> bytes:
    """A workbook of applications with a heading row."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Iesniegumi"
    sheet.append(list(headings))
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def small_standard() -> StandardFacts:
    """A standard of two modules."""
    return StandardFacts(
        code="TST-1",
        kind=StandardKind.MODULE_SET,
        title_lv="Pārbaudes standarts",
        title_en="Test standard",
        units=tuple(
            UnitFacts(
                code=code,
                title_lv=f"Modulis {code}",
                kind=UnitKind.MODULE,
                outcomes=(
                    OutcomeFacts(code=f"{code}.1", text_lv="Prot."),
                    OutcomeFacts(code=f"{code}.2", text_lv="Zina."),
                ),
            )
            for code in ("A", "B")
        ),
    )


def spoiled(change: Callable[[Workbook], None]) -> bytes:
    """The workbook of the small standard after somebody worked on it in Excel."""
    book = load_workbook(io.BytesIO(standard_workbook.write(small_standard(), LATVIAN)))
    change(book)
    return saved(book)


def repacked(data: bytes, entries: dict[str, bytes], drop: Iterable[str] = ()) -> bytes:
    """The same package with some entries put in, replaced or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in entries and name not in set(drop):
                new.writestr(name, old.read(name))
        for name, content in entries.items():
            new.writestr(name, content)
    return out.getvalue()
