"""What an import would change in lines of text: each row with its mark, each text old → new."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from commission_app.i18n import Language
from commission_app.wording.words import word

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
        yield f"{inset}    {name}: {_said(language, field.old)} → {_said(language, field.new)}"
    for below in row.below:
        if below.any_change():
            yield from _row(language, below, inset + "  ")


def _said(language: Language, value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return language.say("yes") if value else language.say("no")
    if isinstance(value, StrEnum):
        return word(language, value)
    if isinstance(value, date):
        return language.date(value)
    return _line("; ".join(value) if isinstance(value, tuple) else str(value))


def _line(text: str) -> str:
    return " ".join(text.split())
