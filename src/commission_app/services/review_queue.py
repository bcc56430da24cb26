"""The queue of verifications over all open cases: filtered and sorted in SQL, page by page, and as a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from commission_app.documents.registers.column import ColumnKind
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.person import Person
from commission_app.models.score import UnitReview
from commission_app.models.standard import Unit
from commission_app.rules.collation import fold
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.scoring import ReviewState, VerificationRoute
from commission_app.rules.workflow import is_open
from commission_app.services.list_export import SheetColumn
from commission_app.services.paging import Cursor, Page, in_order
from commission_app.store import search
from commission_app.store.at_hand import AnySelect
from commission_app.store.work import Reading
from commission_app.wording.words import word

NEVER = date(9999, 12, 31)
"""What is not planned yet stands last."""
OPEN = tuple(state for state in CaseState if is_open(state))
SORTS: dict[str, ColumnElement[Any]] = {
    "planned": func.coalesce(UnitReview.planned_on, NEVER),
    "case": RecognitionCase.number_key.expression,
}


@dataclass(frozen=True)
class QueueLine:
    """A unit of some case in the queue of reviewers."""

    id: int
    case_id: int
    case_number: str
    applicant: str
    unit_code: str
    title_lv: str
    title_en: str
    route: VerificationRoute
    state: ReviewState
    reviewer: str
    planned_on: date | None
    held_on: date | None
    passed: bool | None


def page(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "planned",
    descending: bool = False,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[QueueLine]:
    """One page of the queue, from where the last one ended."""
    column = SORTS[sort]
    query = _filtered(reading, _joined(select(*_COLUMNS, column.label("sort_value"))), words, filters or {})
    found = reading.session.execute(
        in_order(query, column, UnitReview.id, descending=descending, after=after).limit(limit)
    ).all()
    end = Cursor(found[-1][-1], found[-1][0]) if len(found) == limit else None
    return Page(tuple(_line(row[:-1]) for row in found), end)


def ids(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "planned",
    descending: bool = False,
) -> tuple[int, ...]:
    """The keys of the whole queue in its order: its count, and where to jump."""
    query = _filtered(reading, _joined(select(UnitReview.id)), words, filters or {})
    return tuple(reading.session.scalars(in_order(query, SORTS[sort], UnitReview.id, descending=descending)))


def rows_of(reading: Reading, keys: tuple[int, ...]) -> tuple[QueueLine, ...]:
    """The lines of some keys, in the order of the keys."""
    query = _joined(select(*_COLUMNS)).where(UnitReview.id.in_(keys))
    found = {row[0]: _line(row) for row in reading.session.execute(query)}
    return tuple(found[key] for key in keys if key in found)


def sheet_columns(language: Language) -> tuple[SheetColumn[QueueLine], ...]:
    """The columns of the queue as a workbook, where the case and its applicant stand apart."""
    say, day = language.say, ColumnKind.DATE

    def unit(line: QueueLine) -> str:
        return f"{line.unit_code} {language.half(line.title_lv, line.title_en)}".strip()

    return (
        SheetColumn(say("Planned on"), lambda line: line.planned_on, day, 13),
        SheetColumn(say("Case"), lambda line: line.case_number, ColumnKind.CODE, 14),
        SheetColumn(say("Applicant"), lambda line: line.applicant, width=30),
        SheetColumn(say("Course or module"), unit, width=40),
        SheetColumn(say("Way of verification"), lambda line: word(language, line.route), width=22),
        SheetColumn(say("State"), lambda line: word(language, line.state), width=16),
        SheetColumn(say("Reviewer"), lambda line: line.reviewer, width=28),
        SheetColumn(say("Held on"), lambda line: line.held_on, day, 13),
    )


_COLUMNS = (
    UnitReview.id,
    UnitReview.case_id,
    RecognitionCase.number,
    Person.given_name,
    Person.family_name,
    Unit.code,
    Unit.title_lv,
    Unit.title_en,
    UnitReview.route,
    UnitReview.state,
    UnitReview.reviewer,
    UnitReview.planned_on,
    UnitReview.held_on,
    UnitReview.passed,
)


def _joined(query: AnySelect) -> AnySelect:
    return (
        query.select_from(UnitReview)
        .join(RecognitionCase, RecognitionCase.id == UnitReview.case_id)
        .join(Person, Person.id == RecognitionCase.person_id)
        .join(Unit, Unit.id == UnitReview.unit_id)
    )


def _filtered(reading: Reading, query: AnySelect, words: str, filters: Mapping[str, str]) -> AnySelect:
    query = query.where(RecognitionCase.state.in_(OPEN))
    found = search.among(reading.session, words, "case", UnitReview.__table__.c.case_id)
    if found is not None:
        names = reading.session.scalars(select(UnitReview.reviewer).distinct()).all()
        wanted = fold(words)
        query = query.where(or_(found, UnitReview.reviewer.in_([name for name in names if wanted in fold(name)])))
    if filters.get("state"):
        query = query.where(UnitReview.state == ReviewState(filters["state"]))
    if filters.get("route"):
        query = query.where(UnitReview.route == VerificationRoute(filters["route"]))
    return query


def _line(row: Any) -> QueueLine:
    return QueueLine(row[0], row[1], row[2], f"{row[3]} {row[4]}".strip(), *row[5:])
