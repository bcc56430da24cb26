"""Individual criteria: a learning outcome read otherwise for one applicant, with the reason and who settled it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.score import IndividualCriterion
from commission_app.models.standard import Outcome
from commission_app.rules.vocabulary.case import CaseState
from commission_app.store.work import Reading, Work

LONGEST = 10_000
_SCORABLE = (CaseState.RECEIVED, CaseState.ADMITTED, CaseState.DOCUMENTED)


@dataclass(frozen=True)
class CriterionForm:
    """How the outcome is read for this applicant, why, and who settled it (a person, or minutes with their number)."""

    text: str = ""
    reason: str = ""
    settled_by: str = ""


@dataclass(frozen=True)
class CriterionCard:
    """An outcome of a case with its common wording and, where there is one, the individual criterion.

    The version is 0 while none is settled; `against` says why it cannot be settled now.
    """

    case_number: str
    code: str
    text_lv: str
    text_en: str
    form: CriterionForm
    version: int
    against: tuple[Refusal, ...]


def criterion(reading: Reading, case_id: int, outcome_id: int) -> CriterionCard:
    """How an outcome is read in a case."""
    case, outcome = reading.get(RecognitionCase, case_id), reading.get(Outcome, outcome_id)
    row = _row(reading.session, case_id, outcome_id)
    form = CriterionForm() if row is None else CriterionForm(row.text, row.reason, row.settled_by)
    version = 0 if row is None else row.version
    return CriterionCard(case.number, outcome.code, outcome.text_lv, outcome.text_en, form, version, _against(case))


def of_case(reading: Reading, case_id: int) -> Mapping[int, CriterionForm]:
    """The individual criteria of a case, by the key of the outcome."""
    rows = reading.session.scalars(select(IndividualCriterion).where(IndividualCriterion.case_id == case_id))
    return {row.outcome_id: CriterionForm(row.text, row.reason, row.settled_by) for row in rows}


def settle(work: Work, case_id: int, outcome_id: int, form: CriterionForm, seen: int = 0) -> None:
    """An outcome is read otherwise for this applicant; `seen` is the version shown, 0 where none was settled.

    Refused: after scoring was closed, an outcome not asked for, nothing said, the common wording again, or no reason.
    """
    case = work.lock(RecognitionCase, case_id)
    for reason in _against(case):
        raise RefusedError.of(reason)
    outcome = _asked(work.session, case_id, outcome_id)
    _check(form, outcome)
    row = _row(work.session, case_id, outcome_id)
    if row is None:
        row = IndividualCriterion(case_id=case_id, outcome_id=outcome_id)
        work.add(row)
    else:
        work.lock(IndividualCriterion, row.id, seen)
    row.text, row.reason, row.settled_by = form.text.strip(), form.reason.strip(), form.settled_by.strip()
    work.touch(case)


def withdraw(work: Work, case_id: int, outcome_id: int, seen: int) -> None:
    """The common wording holds again; the chain of acts keeps what was settled. Refused: after scoring was closed."""
    case = work.lock(RecognitionCase, case_id)
    for reason in _against(case):
        raise RefusedError.of(reason)
    row = _row(work.session, case_id, outcome_id)
    if row is not None:
        work.remove([work.lock(IndividualCriterion, row.id, seen)])
        work.touch(case)


def _check(form: CriterionForm, outcome: Outcome) -> None:
    text = form.text.strip()
    if not text:
        raise RefusedError("criterion.nothing", at="text", code=outcome.code)
    if text in (outcome.text_lv.strip(), outcome.text_en.strip()):
        raise RefusedError("criterion.same", at="text", code=outcome.code)
    if not form.reason.strip():
        raise RefusedError("criterion.no_reason", at="reason", code=outcome.code)
    if not form.settled_by.strip():
        raise RefusedError("criterion.nobody", at="settled_by", code=outcome.code)
    for name, value, most in (("text", form.text, LONGEST), ("reason", form.reason, LONGEST)):
        if len(value) > most:
            raise RefusedError("criterion.too_long", at=name, code=outcome.code, most=most)
    if len(form.settled_by.strip()) > 200:
        raise RefusedError("criterion.too_long", at="settled_by", code=outcome.code, most=200)


def _against(case: RecognitionCase) -> tuple[Refusal, ...]:
    if case.state in _SCORABLE:
        return ()
    return (refusal("criterion.scoring_closed", number=case.number),)


def _asked(session: Session, case_id: int, outcome_id: int) -> Outcome:
    query = (
        select(Outcome)
        .join(Claim, Claim.unit_id == Outcome.unit_id)
        .where(Claim.case_id == case_id, Outcome.id == outcome_id)
    )
    outcome = session.scalars(query).one_or_none()
    if outcome is None:
        raise RefusedError("evidence.outcome_not_asked", at="outcome_id")
    return outcome


def _row(session: Session, case_id: int, outcome_id: int) -> IndividualCriterion | None:
    query = select(IndividualCriterion).where(
        IndividualCriterion.case_id == case_id, IndividualCriterion.outcome_id == outcome_id
    )
    return session.scalars(query).one_or_none()
