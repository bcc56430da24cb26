"""What is noted of a decided case for the study department: semester of entry, and the entry in the state system."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision
from commission_app.rules.study_plan import MOST_SEMESTERS
from commission_app.rules.vocabulary.case import CaseState
from commission_app.store.work import Work

_DECIDED = frozenset({CaseState.DECIDED, CaseState.CERTIFIED})


@dataclass(frozen=True)
class HandOver:
    """From which semester the person studies, and when and by whom the decision was entered in VIIS."""

    entry_semester: int | None = None
    viis_on: date | None = None
    viis_by: str = ""


@dataclass(frozen=True)
class HandOverCard:
    """What is noted, and what stands against noting it."""

    form: HandOver
    refusals: tuple[Refusal, ...]


def of_case(case: RecognitionCase) -> HandOverCard:
    """What is noted of a case."""
    against = () if case.state in _DECIDED else (refusal("handover.not_decided", number=case.number),)
    return HandOverCard(HandOver(case.entry_semester, case.viis_on, case.viis_by), against)


def note(work: Work, case_id: int, seen: int, form: HandOver) -> None:
    """The semester of entry and the entry in VIIS are noted, or what was noted is changed.

    Refused: before the case is decided, a semester that cannot be, a day to come or before the decision, and a day
    without who entered it, or the other way round.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    for against in of_case(case).refusals:
        raise RefusedError.of(against)
    if form.entry_semester is not None and not 1 <= form.entry_semester <= MOST_SEMESTERS:
        raise RefusedError("study_plan.entry", at="entry_semester", most=MOST_SEMESTERS)
    _check_viis(work, case, form.viis_on, form.viis_by.strip())
    case.entry_semester, case.viis_on, case.viis_by = form.entry_semester, form.viis_on, form.viis_by.strip()
    work.touch(case)


def _check_viis(work: Work, case: RecognitionCase, day: date | None, who: str) -> None:
    if day is None and who:
        raise RefusedError("handover.no_day", at="viis_on", name=who)
    if day is None:
        return
    if not who:
        raise RefusedError("handover.nobody", at="viis_by")
    if day > work.today:
        raise RefusedError("handover.future", at="viis_on", day=day)
    decided = _decided_on(work.session, case)
    if decided is not None and day < decided:
        raise RefusedError("handover.before", at="viis_on", day=day, decided=decided)


def _decided_on(session: Session, case: RecognitionCase) -> date | None:
    """The day of the newest decision on a case; an exam leaves none."""
    days = select(Decision.decided_on).where(Decision.case_id == case.id).order_by(Decision.id.desc())
    return session.scalars(days.limit(1)).first()
