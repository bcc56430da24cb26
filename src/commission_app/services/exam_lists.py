"""Lists about exams: all of them, what is asked before one is planned, who of those passed has a certificate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from commission_app.models.certificate import Certificate
from commission_app.models.exam import Exam, Examinee
from commission_app.models.standard import Edition, Standard
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.certificate import CertificateState
from commission_app.rules.vocabulary.commission import CommissionKind
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.rules.vocabulary.standard import EditionState, StandardKind
from commission_app.services import commissions, people, provisions, series, stackability
from commission_app.services.commissions import CommissionCard
from commission_app.services.exam_cards import ExamListRow
from commission_app.services.paging import Cursor, Page, in_order
from commission_app.store.work import Reading

EXAMINED = (StandardKind.PROFESSION_STANDARD, StandardKind.MODULE_SET)
"""Kinds of standards whose mastery a qualification exam measures."""


@dataclass(frozen=True)
class EditionToExamine:
    """An edition an exam may be planned for, with the points and the scale of its latest exam."""

    id: int
    code: str
    title_lv: str
    title_en: str
    label: str
    theory_max: int | None
    practice_max: int | None
    scale: tuple[tuple[int, int], ...]
    theory_least: int | None = None
    practice_least: int | None = None


@dataclass(frozen=True)
class ExamPlanning:
    """What an exam may be planned for, by whom, and the mark that passes it today."""

    editions: tuple[EditionToExamine, ...]
    commissions: tuple[CommissionCard, ...]
    pass_mark: int


@dataclass(frozen=True)
class PassedLine:
    """Somebody who passed, and the number of the certificate where it is issued."""

    case_id: int
    case_version: int
    case_number: str
    name: str
    certificate: str
    whole_too: bool = False
    """Of a case about a part: with it the whole qualification is there and may be certified."""


@dataclass(frozen=True)
class ToCertify:
    """Those who passed an exam; whether the certificates' numbers are typed."""

    lines: tuple[PassedLine, ...]
    number_typed: bool


SORTS: Mapping[str, ColumnElement[Any]] = {
    "held_on": Exam.held_on.expression,
    "code": Standard.code.expression,
    "protocol": func.coalesce(Exam.protocol_number, ""),
}


def page(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "held_on",
    descending: bool = True,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[ExamListRow]:
    """One page of the exams."""
    column = SORTS[sort]
    query = _filtered(_rows().add_columns(column), words, filters or {})
    query = in_order(query, column, Exam.id, descending=descending, after=after)
    found = reading.session.execute(query.limit(limit)).all()
    rows = tuple(_row(values) for values in found)
    return Page(rows, Cursor(found[-1][-1], rows[-1].id) if len(found) == limit else None)


def ids(
    reading: Reading,
    *,
    words: str = "",
    filters: Mapping[str, str] | None = None,
    sort: str = "held_on",
    descending: bool = True,
) -> tuple[int, ...]:
    """The keys of the whole list in its order."""
    query = select(Exam.id).join(Edition, Edition.id == Exam.edition_id)
    query = _filtered(query.join(Standard, Standard.id == Edition.standard_id), words, filters or {})
    return tuple(reading.session.scalars(in_order(query, SORTS[sort], Exam.id, descending=descending)))


def rows_of(reading: Reading, keys: tuple[int, ...]) -> tuple[ExamListRow, ...]:
    """The rows of some keys, in the order of the keys."""
    found = {values[0].id: _row(values) for values in reading.session.execute(_rows().where(Exam.id.in_(keys)))}
    return tuple(found[key] for key in keys if key in found)


def of_edition(reading: Reading, edition_id: int) -> tuple[ExamListRow, ...]:
    """The exams of an edition whose protocol is open, the next one first."""
    query = _rows().where(Exam.edition_id == edition_id, Exam.closed.is_(False)).order_by(Exam.held_on, Exam.id)
    return tuple(_row(values) for values in reading.session.execute(query))


def planning(reading: Reading) -> ExamPlanning:
    """What must be known before an exam is planned."""
    rows = reading.session.scalars(
        select(Edition)
        .join(Standard)
        .where(Edition.state == EditionState.APPROVED, Standard.kind.in_(EXAMINED))
        .order_by(Standard.sort_key, Edition.valid_from.desc())
    )
    mark = provisions.number(reading.session, ProvisionKey.PASS_MARK, Procedure.VOCATIONAL, reading.today)
    return ExamPlanning(
        tuple(_edition(reading, row) for row in rows),
        commissions.commissions(reading, CommissionKind.EXAMINATION),
        mark,
    )


def to_certify(reading: Reading, exam_id: int) -> ToCertify:
    """Those who passed a closed exam, in the order of the protocol."""
    exam = reading.get(Exam, exam_id)
    mode = series.mode_of(reading.session, Book.CERTIFICATES, reading.today.year)
    lines = tuple(_passed(reading, row, exam.held_on) for row in exam.examinees if row.passed)
    return ToCertify(lines, mode is NumberMode.TYPED)


def number_typed(reading: Reading) -> bool:
    """Whether the protocols' numbers are typed this year."""
    return series.mode_of(reading.session, Book.EXAMS, reading.today.year) is NumberMode.TYPED


def _rows() -> Select[Any]:
    counted = select(func.count()).where(Examinee.exam_id == Exam.id).correlate(Exam).scalar_subquery()
    query = select(Exam, Standard, counted).join(Edition, Edition.id == Exam.edition_id)
    return query.join(Standard, Standard.id == Edition.standard_id)


def _filtered(query: Select[Any], words: str, filters: Mapping[str, str]) -> Select[Any]:
    for word in words.split():
        like = f"%{word}%"
        query = query.where(
            or_(
                Standard.code.ilike(like),
                Standard.title_lv.ilike(like),
                Standard.title_en.ilike(like),
                Exam.room.ilike(like),
                Exam.protocol_number.ilike(like),
            )
        )
    if filters.get("closed"):
        query = query.where(Exam.closed.is_(filters["closed"] == "yes"))
    return query


def _row(values: Sequence[Any]) -> ExamListRow:
    exam, standard, many = values[0], values[1], values[2]
    return ExamListRow(
        exam.id,
        exam.held_on,
        standard.code,
        standard.title_lv,
        standard.title_en,
        exam.room,
        many,
        exam.protocol_number or "",
        exam.closed,
    )


def _edition(reading: Reading, row: Edition) -> EditionToExamine:
    query = select(Exam).where(Exam.edition_id == row.id).order_by(Exam.held_on.desc(), Exam.id.desc()).limit(1)
    latest = reading.session.scalars(query).first()
    return EditionToExamine(
        row.id,
        row.standard.code,
        row.standard.title_lv,
        row.standard.title_en,
        row.label,
        latest.theory_max if latest else None,
        latest.practice_max if latest else None,
        tuple((one.mark, one.minimum_points) for one in latest.scale) if latest else (),
        latest.theory_least if latest else None,
        latest.practice_least if latest else None,
    )


def _passed(reading: Reading, row: Examinee, day: date) -> PassedLine:
    issued = select(Certificate.number).where(
        Certificate.case_id == row.case_id, Certificate.state == CertificateState.ISSUED
    )
    case = row.case
    name = people.full_name(people.name_on(case.person, day))
    whole_too = not case.whole_qualification and not stackability.against_whole(reading.session, case)
    number = reading.session.scalar(issued.limit(1)) or ""
    return PassedLine(case.id, case.version, case.number, name, number, whole_too)
