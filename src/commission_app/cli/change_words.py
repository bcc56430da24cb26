"""What an import would change in lines of text: each row with its mark, each text old → new."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from commission_app.i18n import Language
from commission_app.wording.import_values import value_said

if TYPE_CHECKING:
    from commission_app.services.standard_import import Change

_SIGNS = {"added": "+", "removed": "-", "changed": "~", "unchanged": " "}


def told(language: Language, rows: "Sequence[Change]") -> Iterator[str]:
    """A line for every row that changes and for every field that changes in it."""
    for row in rows:
        if row.any_change():
            yield from _row(language, row, "")


def _row(language: Language, row: "Change", inset: str) -> Iterator[str]:
    from commission_app.services.standard_import import column_name

    title = (row.title_lv or row.title_en) if language.code == "lv" else (row.title_en or row.title_lv)
    yield f"{inset}{_SIGNS[row.mark]} {row.code}  {_line(title)}"
    for field in row.fields:
        name = language.say_of("column", column_name(field.field))
        old, new = (_said(language, field.field, value) for value in (field.old, field.new))
        yield f"{inset}    {name}: {old} → {new}"
    for below in row.below:
        if below.any_change():
            yield from _row(language, below, inset + "  ")


def _said(language: Language, name: str, value: object) -> str:
    return _line(value_said(language, name, value)) or "–"


def _line(text: str) -> str:
    return " ".join(text.split())
