"""How far assessors agree in each standard, and samples of scored cases for a second look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.i18n import OFFICE_ZONE
from commission_app.models.case import RecognitionCase
from commission_app.models.moderation import ModerationDrawing, ModerationItem
from commission_app.models.score import Assessor, Score
from commission_app.models.standard import Edition, Standard
from commission_app.rules import moderation
from commission_app.rules.combination import Given
from commission_app.rules.moderation import Agreement
from commission_app.services.people import full_name
from commission_app.store.work import Reading, Work

PORTION = 500


@dataclass(frozen=True)
class AgreementLine:
    """How far the assessors of one standard agreed in a period."""

    standard_id: int
    code: str
    title_lv: str
    title_en: str
    cases: int
    agreement: Agreement


@dataclass(frozen=True)
class DrawingForm:
    """Which standard and period to draw from, and how many cases."""

    standard_id: int
    since: date
    until: date
    size: int


@dataclass(frozen=True)
class DrawingLine:
    """A sample that was drawn; population: of how many cases; noted: how many have a note."""

    id: int
    code: str
    title_lv: str
    title_en: str
    since: date
    until: date
    population: int
    cases: int
    noted: int
    drawn_on: date
    drawn_by: str


@dataclass(frozen=True)
class SampleLine:
    """A drawn case with how far its assessors agreed and the moderator's note."""

    id: int
    version: int
    case_id: int
    case_number: str
    applicant: str
    agreement: Agreement
    note: str
    noted_by: str
    noted_on: date | None


def agreements(reading: Reading, since: date, until: date) -> tuple[AgreementLine, ...]:
    """Every standard with cases whose scoring was finished in the period, by code."""
    by_standard: dict[int, list[int]] = {}
    scored = _scored(reading.session, since, until)
    for case_id, standard_id in scored.items():
        by_standard.setdefault(standard_id, []).append(case_id)
    counted = _agreements(reading.session, scored)
    standards = reading.session.scalars(select(Standard).where(Standard.id.in_(by_standard)).order_by(Standard.code))
    return tuple(
        AgreementLine(
            row.id,
            row.code,
            row.title_lv,
            row.title_en,
            len(by_standard[row.id]),
            sum((counted[key] for key in by_standard[row.id]), Agreement()),
        )
        for row in standards
    )


def draw(work: Work, form: DrawingForm) -> int:
    """A sample of a standard's cases scored in a period is drawn for a second look; its uid is the seed.

    Fewer cases than asked for are all taken. Refused: no cases to draw, an empty sample, a period that ends before
    it begins.
    """
    if form.size < 1:
        raise RefusedError("moderation.size", at="size")
    if form.until < form.since:
        raise RefusedError("moderation.period", at="until")
    standard = work.lock(Standard, form.standard_id)
    keys = _scored(work.session, form.since, form.until, standard.id)
    rows = work.session.execute(select(RecognitionCase.uid, RecognitionCase.id).where(RecognitionCase.id.in_(keys)))
    known = {str(row[0]): row[1] for row in rows}
    if not known:
        raise RefusedError("moderation.nothing_scored", at="standard_id", standard=standard.code)
    drawing = ModerationDrawing(
        uid=uuid4(),
        standard_id=standard.id,
        since=form.since,
        until=form.until,
        size=form.size,
        population=len(known),
        drawn_on=work.today,
        drawn_by=work.actor.name,
    )
    work.add(drawing)
    work.session.flush()
    drawn = moderation.sample(str(drawing.uid), known, form.size)
    work.add(
        *(
            ModerationItem(drawing_id=drawing.id, case_id=known[uid], position=place)
            for place, uid in enumerate(drawn, 1)
        )
    )
    return drawing.id


def note(work: Work, item_id: int, text: str, seen: int | None = None) -> None:
    """The moderator notes what the second look at a drawn case found; an empty note takes it back."""
    item = work.lock(ModerationItem, item_id, seen)
    work.about(item.case.uid)
    item.note = text.strip()
    item.noted_by = work.actor.name if item.note else ""
    item.noted_on = work.today if item.note else None


def drawings(reading: Reading) -> tuple[DrawingLine, ...]:
    """The samples drawn so far, newest first."""
    rows = reading.session.scalars(select(ModerationDrawing).order_by(ModerationDrawing.id.desc()))
    return tuple(
        DrawingLine(
            row.id,
            row.standard.code,
            row.standard.title_lv,
            row.standard.title_en,
            row.since,
            row.until,
            row.population,
            len(row.items),
            sum(bool(item.note) for item in row.items),
            row.drawn_on,
            row.drawn_by,
        )
        for row in rows
    )


def drawing(reading: Reading, drawing_id: int) -> tuple[SampleLine, ...]:
    """The cases of a sample in the order they were drawn."""
    items = reading.get(ModerationDrawing, drawing_id).items
    counted = _agreements(reading.session, [item.case_id for item in items])
    return tuple(
        SampleLine(
            item.id,
            item.version,
            item.case_id,
            item.case.number,
            full_name(item.case.person),
            counted[item.case_id],
            item.note,
            item.noted_by,
            item.noted_on,
        )
        for item in items
    )


def _scored(session: Session, since: date, until: date, standard_id: int | None = None) -> dict[int, int]:
    """The cases whose last assessor finished in the period, with their standard; nobody scores them blind any more."""
    last = func.max(Assessor.finished_at)
    query = (
        select(Assessor.case_id, Edition.standard_id, last)
        .join(RecognitionCase, RecognitionCase.id == Assessor.case_id)
        .join(Edition, Edition.id == RecognitionCase.edition_id)
        .group_by(Assessor.case_id, Edition.standard_id)
        .having(func.count(Assessor.id) == func.count(Assessor.finished_at))
    )
    if standard_id is not None:
        query = query.where(Edition.standard_id == standard_id)
    return {
        row[0]: row[1]
        for row in session.execute(query)
        if row[2] is not None and since <= row[2].astimezone(OFFICE_ZONE).date() <= until
    }


def _agreements(session: Session, case_ids: Iterable[int]) -> dict[int, Agreement]:
    """How far the assessors of each case agreed."""
    keys = list(case_ids)
    given: dict[int, dict[int, list[Given]]] = {key: {} for key in keys}
    for start in range(0, len(keys), PORTION):
        query = select(Assessor.case_id, Score.outcome_id, Score.result, Score.value).join(
            Score, Score.assessor_id == Assessor.id
        )
        for case_id, outcome_id, result, value in session.execute(
            query.where(Assessor.case_id.in_(keys[start : start + PORTION]))
        ):
            given[case_id].setdefault(outcome_id, []).append(Given(result, value))
    return {key: moderation.agreement(found.values()) for key, found in given.items()}
