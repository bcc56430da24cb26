"""Any list of the window as a workbook: the rows its own question answers, in its order, counted the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Generic, TypeVar

from commission_app.documents.registers import column
from commission_app.documents.registers.column import Cell, ColumnKind
from commission_app.documents.workbook_cells import FIRST_DAY
from commission_app.i18n import OFFICE_ZONE, Language
from commission_app.services import institution
from commission_app.services.paging import IdsQuestion, PageQuestion
from commission_app.store.work import Reading

PORTION = 500
Row = TypeVar("Row")


@dataclass(frozen=True)
class SheetColumn(Generic[Row]):
    """One column: its heading in the reader's language, what stands in it, and how Excel takes that."""

    heading: str
    cell: Callable[[Row], Cell]
    kind: str = ColumnKind.TEXT
    width: int = 16


@dataclass(frozen=True)
class Shown:
    """How a list is narrowed and put in order; words that cannot be looked for and an only order are not said."""

    words: str | None = None
    filters: tuple[tuple[str, str], ...] = ()
    order: str = ""


@dataclass(frozen=True)
class ListSheet(Generic[Row]):
    """A list to be written; without `shown` there is no summary beside it."""

    title: str
    columns: tuple[SheetColumn[Row], ...]
    rows: Callable[[Reading], Iterable[Row]]
    shown: Shown | None = None


def paged(
    page: PageQuestion[Row],
    ids: IdsQuestion,
    *,
    words: str = "",
    filters: Mapping[str, str],
    sort: str,
    descending: bool = False,
) -> Callable[[Reading], Iterator[Row]]:
    """The rows of a long list, page by page; between two pages the person may cancel."""

    def rows(reading: Reading) -> Iterator[Row]:
        total = len(ids(reading, words=words, filters=filters, sort=sort, descending=descending))
        done, after, more = 0, None, True
        while more:
            reading.progress.step(done, total)
            found = page(
                reading, words=words, filters=filters, sort=sort, descending=descending, after=after, limit=PORTION
            )
            yield from found.rows
            done, after, more = done + len(found.rows), found.cursor, found.cursor is not None

    return rows


def held(rows: Iterable[Row]) -> Callable[[Reading], Iterable[Row]]:
    """The rows of a short list, which the window holds whole."""
    return lambda _reading: rows


def workbook(reading: Reading, sheet: ListSheet[Row], language: Language) -> bytes:
    """The whole list, as many rows as its count says."""
    from commission_app.documents.workbook import write_table

    columns = [column.Column(one.heading, ColumnKind(one.kind), one.width) for one in sheet.columns]
    rows = (tuple(_cell(one.cell(row), language) for one in sheet.columns) for row in sheet.rows(reading))
    said = () if sheet.shown is None else _said(reading, sheet.title, sheet.shown, language)
    out = BytesIO()
    write_table(sheet.title, columns, rows, language, out, said=said)
    return out.getvalue()


def _cell(value: Cell, language: Language) -> Cell:
    """What stands in a cell; a day before the calendar of Excel is a text, for no list is refused because of one."""
    return language.date(value) if type(value) is date and value < FIRST_DAY else value


def _said(reading: Reading, title: str, shown: Shown, language: Language) -> list[tuple[str, str]]:
    """What the summary says: whose list it is, who took it out, and which part of it this is."""
    card = institution.card(reading)
    name = language.half(card.form.name_lv, card.form.name_en) if card is not None else ""
    none = language.say_of("workbook", "none")
    filters = "; ".join(f"{name}: {value}" for name, value in shown.filters)
    said = [
        (language.say_of("workbook", "Institution"), name or "—"),
        (language.say_of("workbook", "List"), title),
        (language.say_of("workbook", "Exported by"), reading.actor.name),
        (language.say_of("workbook", "Exported at"), language.moment(datetime.now(OFFICE_ZONE))),
    ]
    if shown.words is not None:
        said.append((language.say_of("workbook", "Words looked for"), shown.words or none))
    said.append((language.say_of("workbook", "Filter used"), filters or none))
    if shown.order:
        said.append((language.say_of("workbook", "Sorted by"), shown.order))
    return said
