"""How the units of a case are verified: route, reviewer, days, the test and its points, and what is still missing."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.score import Result, UnitReview
from commission_app.models.standard import Unit
from commission_app.rules.combination import Given
from commission_app.rules.scales import as_points, least_met
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.scoring import OutcomeResult, ReviewState, VerificationRoute
from commission_app.rules.workflow import is_open
from commission_app.services import score_history
from commission_app.services.matrix import MatrixRow, matrix
from commission_app.services.score_columns import columns, given_of, scale_of
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class ReviewForm:
    """How one unit is verified; points, maximum and threshold in thousandths.

    Where points and a threshold are given, they decide whether the test is passed; otherwise the reviewer's word does.
    """

    route: VerificationRoute = VerificationRoute.DOCUMENTS
    state: ReviewState = ReviewState.WAITING
    reviewer: str = ""
    planned_on: date | None = None
    held_on: date | None = None
    place: str = ""
    points: int | None = None
    maximum: int | None = None
    threshold: int | None = None
    passed: bool | None = None
    requirement: str = ""
    requirement_by: date | None = None
    note: str = ""


@dataclass(frozen=True)
class ReviewLine:
    """One unit of a case with its verification; version 0 where nothing is planned yet."""

    unit_id: int
    code: str
    title_lv: str
    title_en: str
    form: ReviewForm
    version: int
    to_test: int
    against_applying: tuple[Refusal, ...]


@dataclass(frozen=True)
class Gap:
    """An outcome that is not met, why, and what would suffice."""

    unit_code: str
    outcome_code: str
    text_lv: str
    text_en: str
    result: OutcomeResult | None
    reason: str
    evidence: Refusal
    suffices: Refusal
    requirement: str
    due: date | None = None


@dataclass(frozen=True)
class ReviewsCard:
    """Every unit asked for, the gaps, and what stands against planning now."""

    lines: tuple[ReviewLine, ...]
    gaps: tuple[Gap, ...]
    against: tuple[Refusal, ...]


def plan(work: Work, case_id: int, unit_id: int, form: ReviewForm, seen: int | None = None) -> int:
    """The verification of a unit is planned, or its outcome noted; gives the row's new version.

    Refused: points beyond the maximum, a day that has not come, done without the day it was held, a closed case.
    """
    case = _case(work, case_id)
    if unit_id not in {claim.unit_id for claim in case.claims}:
        raise RefusedError("review.foreign_unit", at="unit")
    _check(form, work.today)
    key = work.session.scalar(select(UnitReview.id).where(UnitReview.case_id == case_id, UnitReview.unit_id == unit_id))
    row = UnitReview(case_id=case_id, unit_id=unit_id) if key is None else work.lock(UnitReview, key, seen)
    for name in ReviewForm.__dataclass_fields__:
        value = getattr(form, name)
        setattr(row, name, value.strip() if isinstance(value, str) and name not in ("route", "state") else value)
    row.passed = passed(form)
    if key is None:
        work.add(row)
    work.session.flush()
    return row.version


def apply_test(work: Work, case_id: int, unit_id: int, reason: str) -> int:
    """The assessors accept the result of a unit's test: outcomes to be tested become met, or not met.

    Gives how many. Refused: without a result of the test or a reason, or when nothing waits for it.
    """
    case = work.lock(RecognitionCase, case_id)
    review = work.session.scalars(
        select(UnitReview).where(UnitReview.case_id == case_id, UnitReview.unit_id == unit_id)
    ).one_or_none()
    rows = _to_test(work, case_id, unit_id)
    against = _against_applying(case, review, len(rows))
    against = against or columns(work.session, case, lock=True).against_agreeing()
    if against:
        raise RefusedError.of(against[0])
    if not reason.strip():
        raise RefusedError("review.reason_needed", at="reason")
    good = review is not None and review.passed is True
    for row in rows:
        cell = work.lock(Result, row.id)
        value = least_met(scale_of(work.session, case, row.outcome.unit), row.outcome.maximum) if good else None
        new = Given(OutcomeResult.MET if good else OutcomeResult.NOT_MET, value)
        score_history.note(work, case_id, row.outcome_id, None, given_of(cell), new, reason.strip())
        cell.result, cell.value, cell.reason, cell.agreed_how = new.result, new.value, reason.strip(), None
    work.touch(case)
    return len(rows)


def reviews(reading: Reading, case_id: int) -> ReviewsCard:
    """Every unit asked for with its verification, and the gaps of the case."""
    case = reading.get(RecognitionCase, case_id)
    rows = reading.session.scalars(select(UnitReview).where(UnitReview.case_id == case_id))
    known = {row.unit_id: row for row in rows}
    lines = tuple(_line(reading, case, claim.unit, known.get(claim.unit_id)) for claim in case.claims)
    return ReviewsCard(lines, gaps(reading, case_id), _against(case))


def gaps(reading: Reading, case_id: int) -> tuple[Gap, ...]:
    """Each outcome that is agreed to fall short, or that no evidence carries yet, with what would suffice."""
    rows = reading.session.scalars(select(UnitReview).where(UnitReview.case_id == case_id))
    reviews_of = {row.unit_id: row for row in rows}
    found = []
    for unit in matrix(reading, case_id).units:
        review = reviews_of.get(unit.unit_id)
        for row in unit.rows:
            if row.agreed.result is OutcomeResult.MET or (row.agreed.result is None and row.supported):
                continue
            found.append(
                Gap(
                    unit.code,
                    row.code,
                    row.text_lv,
                    row.text_en,
                    row.agreed.result,
                    row.agreed.reason,
                    row.support,
                    _suffices(row, review),
                    review.requirement if review is not None else "",
                    review.requirement_by if review is not None else None,
                )
            )
    return tuple(found)


def passed(form: ReviewForm) -> bool | None:
    """Whether the test is passed: by its points where there is a threshold, else by the reviewer's word."""
    if form.points is not None and form.threshold is not None:
        return form.points >= form.threshold
    return form.passed


def _case(work: Work, case_id: int) -> RecognitionCase:
    case = work.get(RecognitionCase, case_id)
    against = _against(case)
    if against:
        raise RefusedError.of(against[0])
    work.about(case.uid)
    return case


def _against(case: RecognitionCase) -> tuple[Refusal, ...]:
    return () if is_open(case.state) else (refusal("review.case_over", number=case.number),)


def _check(form: ReviewForm, today: date) -> None:
    if any(number is not None and number < 0 for number in (form.points, form.maximum, form.threshold)):
        raise RefusedError("review.negative", at="points")
    if form.maximum is not None:
        if form.points is not None and form.points > form.maximum:
            raise RefusedError("review.too_many_points", at="points", maximum=as_points(form.maximum))
        if form.threshold is not None and form.threshold > form.maximum:
            raise RefusedError("review.threshold_too_high", at="threshold", maximum=as_points(form.maximum))
    if form.points is not None and form.threshold is None:
        raise RefusedError("review.threshold_needed", at="threshold")
    if form.held_on is not None and form.held_on > today:
        raise RefusedError("review.held_later", at="held_on", day=form.held_on)
    if form.state is ReviewState.DONE and form.held_on is None:
        raise RefusedError("review.held_missing", at="held_on")


def _against_applying(case: RecognitionCase, review: UnitReview | None, waiting: int) -> tuple[Refusal, ...]:
    if case.state is not CaseState.DOCUMENTED:
        return (refusal("scoring.not_open", number=case.number, state=case.state),)
    if review is None or review.passed is None:
        return (refusal("review.no_result"),)
    return () if waiting else (refusal("review.nothing_to_test"),)


def _to_test(reading: Reading, case_id: int, unit_id: int) -> list[Result]:
    rows = reading.session.scalars(
        select(Result).where(Result.case_id == case_id, Result.result == OutcomeResult.TO_TEST).order_by(Result.id)
    )
    return [row for row in rows if row.outcome.unit_id == unit_id]


def _line(reading: Reading, case: RecognitionCase, unit: Unit, row: UnitReview | None) -> ReviewLine:
    waiting = len(_to_test(reading, case.id, unit.id))
    form = ReviewForm(unit.route or VerificationRoute.DOCUMENTS)
    if row is not None:
        form = ReviewForm(**{name: getattr(row, name) for name in ReviewForm.__dataclass_fields__})
    return ReviewLine(
        unit.id,
        unit.code,
        unit.title_lv,
        unit.title_en,
        form,
        row.version if row is not None else 0,
        waiting,
        _against_applying(case, row, waiting),
    )


def _suffices(row: MatrixRow, review: UnitReview | None) -> Refusal:
    if review is not None and review.route is not VerificationRoute.DOCUMENTS and review.passed is None:
        return refusal("gap.route", route=review.route)
    if row.agreed.result is OutcomeResult.TO_TEST:
        return refusal("gap.test")
    return refusal("gap.judge") if row.supported else refusal("gap.evidence")
