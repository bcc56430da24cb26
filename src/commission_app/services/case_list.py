"""The list of cases: filtered and sorted in SQL, page by page, its count from the same query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute

from commission_app.models.case import Case, RecognitionCase
from commission_app.models.standard import Edition, Standard
from commission_app.rules.deadlines import SOON_DAYS, DeadlineFinding, urgency
from commission_app.rules.vocabulary.case import CaseState, Procedure, Step
from commission_app.rules.workflow import is_open
from commission_app.services import case_waits
from commission_app.services.paging import Cursor, Page, in_order
from commission_app.store import search
from commission_app.store.at_hand import AnySelect
from commission_app.store.work import Reading

SORTS: dict[str, InstrumentedAttribute[Any]] = {
    "number": Case.number_key,
    "title": Case.title_key,
    "received": Case.received_on,
    "deadline": Case.deadline,
}
OPEN = tuple(state for state in CaseState if is_open(state))


@dataclass(frozen=True)
class CaseRow:
    """A case as lists show it."""

    id: int
    number: str
    title: str
    standard_lv: str
    standard_en: str
    procedure: Procedure
    step: Step
    state: CaseState
    received_on: date
    deadline: date
    due: DeadlineFinding | None


def page(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "deadline",
    descending: bool = False,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[CaseRow]:
    """One page of the list, from where the last one ended."""
    column = SORTS[sort]
    query = _filtered(reading, select(*_COLUMNS, column.label("sort_value")), words, filters or {})
    query = in_order(_with_titles(query), column, Case.id, descending=descending, after=after)
    found = reading.session.execute(query.limit(limit)).all()
    rows = tuple(_row(row[:-1], reading.today) for row in found)
    end = Cursor(found[-1][-1], found[-1][0]) if len(found) == limit else None
    return Page(rows, end)


def ids(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "deadline",
    descending: bool = False,
) -> tuple[int, ...]:
    """The keys of the whole list in its order: its count, and where to jump."""
    query = _filtered(reading, select(Case.id), words, filters or {})
    return tuple(reading.session.scalars(in_order(query, SORTS[sort], Case.id, descending=descending)))


def rows_of(reading: Reading, keys: tuple[int, ...]) -> tuple[CaseRow, ...]:
    """The rows of some keys, in the order of the keys."""
    query = _with_titles(select(*_COLUMNS)).where(Case.id.in_(keys))
    found = {row[0]: _row(row, reading.today) for row in reading.session.execute(query)}
    return tuple(found[key] for key in keys if key in found)


def count(reading: Reading, *, words: str = "", filters: Mapping[str, str] | None = None) -> int:
    """How many cases the list holds."""
    query = _filtered(reading, select(Case.id), words, filters or {})
    return reading.session.scalar(select(func.count()).select_from(query.subquery())) or 0


_COLUMNS = (
    Case.id,
    Case.number,
    Case.title,
    Standard.title_lv,
    Standard.title_en,
    Case.procedure,
    Case.step,
    Case.state,
    Case.received_on,
    Case.deadline,
)


def _with_titles(query: AnySelect) -> AnySelect:
    """Joined by hand: a list needs the title of the standard, not three mapped rows a line."""
    recognition = RecognitionCase.__table__
    return (
        query.select_from(Case)
        .join(recognition, recognition.c.id == Case.id)
        .join(Edition, Edition.id == recognition.c.edition_id)
        .join(Standard, Standard.id == Edition.standard_id)
    )


def _filtered(reading: Reading, query: AnySelect, words: str, filters: Mapping[str, str]) -> AnySelect:
    found = search.among(reading.session, words, "case", Case.__table__.c.id)
    if found is not None:
        query = query.where(found)
    for name, value in filters.items():
        if value:
            query = query.where(_condition(reading, name, value))
    return query


def _condition(reading: Reading, name: str, value: str) -> ColumnElement[bool]:
    match name:
        case "step":
            return and_(Case.step == Step(value), Case.state.in_(OPEN))
        case "state":
            return Case.state == CaseState(value)
        case "procedure":
            return Case.procedure == Procedure(value)
        case "year":
            return Case.year == int(value)
        case "commission":
            return Case.commission_id == int(value)
        case "due":
            latest = reading.today + timedelta(days=-1 if value == "late" else SOON_DAYS)
            return and_(Case.state.in_(OPEN), Case.deadline <= latest)
        case "waits":
            return case_waits.waiting(reading.session, value, reading.today)
        case "open":
            return Case.state.in_(OPEN) if value == "yes" else Case.state.not_in(OPEN)
    raise KeyError(name)


def _row(values: Sequence[Any], today: date) -> CaseRow:
    key, number, title, lv, en, procedure, step, state, received, deadline = values
    due = urgency(deadline, today) if is_open(state) else None
    return CaseRow(key, number, title, lv, en, procedure, step, state, received, deadline, due)
