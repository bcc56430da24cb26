"""The life of an edition: what rests on it, and what stands against each step from draft to retired."""

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.exam import Exam
from commission_app.models.standard import Edition
from commission_app.rules.vocabulary.standard import EditionState
from commission_app.services.standard_content import Content, content, lacks

_NAMED = 3
"""So many cases are named in a sentence; the rest is counted."""


def is_used(session: Session, edition_id: int) -> bool:
    """Whether a case or an exam rests on the edition: then it is locked."""
    cases = select(exists().where(RecognitionCase.edition_id == edition_id))
    exams = select(exists().where(Exam.edition_id == edition_id))
    return bool(session.scalar(cases) or session.scalar(exams))


def used_by(session: Session, edition: Edition) -> tuple[Refusal, ...]:
    """What rests on an edition, by name: its cases and its exams."""
    found = list[Refusal]()
    cases = session.scalar(select(func.count()).where(RecognitionCase.edition_id == edition.id)) or 0
    if cases:
        rows = (
            select(RecognitionCase.number)
            .where(RecognitionCase.edition_id == edition.id)
            .order_by(RecognitionCase.id)
            .limit(_NAMED)
        )
        named = tuple(session.scalars(rows))
        found.append(refusal("edition.used_by_cases", label=edition.label, cases=named, n=cases))
    days = session.scalars(select(Exam.held_on).where(Exam.edition_id == edition.id).order_by(Exam.held_on)).all()
    if days:
        found.append(refusal("edition.used_by_exams", label=edition.label, held=days[0], n=len(days)))
    return tuple(found)


def against_editing(session: Session, edition: Edition) -> tuple[Refusal, ...]:
    """Why an edition cannot be changed: it is used, whatever its state, or it is no draft."""
    found = used_by(session, edition)
    if edition.state is not EditionState.DRAFT:
        found = (*found, refusal("edition.not_open", label=edition.label, state=edition.state))
    return found


def against_review(edition: Edition, held: Content | None) -> tuple[Refusal, ...]:
    """Why a draft cannot be sent to review."""
    if edition.state is not EditionState.DRAFT:
        return (refusal("edition.not_open", label=edition.label, state=edition.state),)
    return () if held is None or held.units else (refusal("edition.lacks_units"),)


def against_sending_back(session: Session, edition: Edition) -> tuple[Refusal, ...]:
    """Why an edition cannot become a draft again: it is one, it is used, or it is retired."""
    if edition.state is EditionState.REVIEW:
        return ()
    if edition.state is EditionState.APPROVED:
        return used_by(session, edition)
    return (refusal("edition.not_in_review", label=edition.label),)


def against_approval(session: Session, edition: Edition, held: Content | None = None) -> tuple[Refusal, ...]:
    """Why cases cannot yet be opened against an edition: its state, and everything its content lacks."""
    if edition.state not in (EditionState.DRAFT, EditionState.REVIEW):
        return (refusal("edition.not_draft", label=edition.label),)
    return lacks(edition, held or content(session, edition.id))


def against_retirement(edition: Edition) -> tuple[Refusal, ...]:
    """Why an edition cannot be retired."""
    if edition.state is EditionState.APPROVED:
        return ()
    return (refusal("edition.not_approved", label=edition.label),)


def against_discarding(session: Session, edition: Edition) -> tuple[Refusal, ...]:
    """Why an edition cannot be given up: only a draft on which nothing rests is."""
    found = against_editing(session, edition)
    after = session.scalars(select(Edition.label).where(Edition.predecessor_id == edition.id)).first()
    if after is not None:
        found = (*found, refusal("edition.has_successor", label=edition.label, successor=after))
    return found


def name_locked(session: Session, edition: Edition) -> tuple[Refusal, ...]:
    """Why code, kind and titles of the standard cannot change: another edition that bears them is approved or used."""
    for other in edition.standard.editions:
        bears = other.state in (EditionState.APPROVED, EditionState.RETIRED) or is_used(session, other.id)
        if other.id != edition.id and bears:
            return (refusal("edition.name_locked", label=other.label),)
    return ()


def require(against: tuple[Refusal, ...]) -> None:
    """Refuses with the first thing that stands against an act."""
    for reason in against:
        raise RefusedError.of(reason)
