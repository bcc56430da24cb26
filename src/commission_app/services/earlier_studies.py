"""Courses of earlier studies as the rules take them: what they count for, and what earlier decisions spent of them."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.models.application import Experience, PreviousCourse
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision, RecognisedUnit
from commission_app.rules.collation import fold
from commission_app.rules.credits import StudyInput, input_of
from commission_app.rules.credits.engine import allocation
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.store import at_hand

_RECOGNISED = select(RecognisedUnit)
_COURSES = select(PreviousCourse).join(Experience).order_by(Experience.position, PreviousCourse.position)


def studies_of(session: Session, case: RecognitionCase) -> tuple[StudyInput, ...]:
    """The courses that the applicant holds to count for units of this case."""
    asked = {claim.unit_id: str(claim.unit.uid) for claim in case.claims}
    courses = list(courses_of(session, case))
    if not courses:
        return ()
    spent = _spent(session, case)
    found: dict[str, StudyInput] = {}
    for course in courses:
        counts_for = frozenset(asked[row.unit_id] for row in course.counts_for if row.unit_id in asked)
        key = key_of(course)
        if not counts_for or key in found:
            continue
        credits = (
            None
            if course.credits is None or course.credit_unit is None
            else Credits.from_thousandths(course.credits, course.credit_unit)
        )
        found[key] = StudyInput(key, course.title, credits, course.mark, counts_for, spent.get(key))
    return tuple(found.values())


def key_of(course: PreviousCourse) -> str:
    """What names the same course in every case of a person: who taught it, and its code or title."""
    named = (course.experience.organisation, course.code or course.title, str(course.passed_on or ""))
    return " | ".join(" ".join(fold(part).split()) for part in named)


def courses_of(session: Session, case: RecognitionCase) -> Iterator[PreviousCourse]:
    """Every course of earlier studies that the application names, in its order."""
    yield from at_hand.all_of(session, _COURSES, Experience.case_id, case.id)


def recognised_elsewhere(session: Session, case: RecognitionCase) -> list[RecognisedUnit]:
    """What other cases of this person have recognised."""
    person = case.person_id
    # What is computed asks this more than once of the same person.
    rows = at_hand.once(
        session, (_RECOGNISED, person), lambda: at_hand.all_of(session, _RECOGNISED, RecognisedUnit.person_id, person)
    )
    return [row for row in rows if row.case_id != case.id]


def _spent(session: Session, case: RecognitionCase) -> dict[str, Credits]:
    """What registered decisions in other cases of this person spent of each course, computed from their own input."""
    query = (
        select(Decision.award_input)
        .join(RecognitionCase, RecognitionCase.id == Decision.case_id)
        .where(RecognitionCase.person_id == case.person_id, RecognitionCase.id != case.id)
        .where(Decision.state == DecisionState.REGISTERED)
    )
    found: dict[str, Credits] = {}
    for text in session.scalars(query):
        for key, credits in allocation(input_of(text)).items():
            before = found.get(key)
            found[key] = credits if before is None else before + credits.convert(before.unit)
    return found
