"""What the applicant says: a narrative of each unit, and of each learning outcome yes, partly or no."""

from dataclasses import dataclass

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.evidence import SelfAssessment
from commission_app.models.standard import Outcome
from commission_app.rules.vocabulary.evidence import SelfAssessmentLevel
from commission_app.rules.workflow import takes_evidence
from commission_app.services.conflict_bars import require_unbarred
from commission_app.services.evidence import open_case
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class SelfRow:
    """One outcome, and what the applicant says of it."""

    outcome_id: int
    uid: str
    code: str
    text_lv: str
    text_en: str
    level: SelfAssessmentLevel | None
    said: str


@dataclass(frozen=True)
class SelfUnit:
    """A unit applied for, with its narrative and outcomes."""

    unit_id: int
    code: str
    title_lv: str
    title_en: str
    narrative: str
    rows: tuple[SelfRow, ...]


@dataclass(frozen=True)
class SelfSheet:
    """The self-assessment of a case; `open` while the portfolio is."""

    units: tuple[SelfUnit, ...]
    open: bool

    @property
    def answered(self) -> int:
        """How many outcomes the applicant spoke of."""
        return sum(row.level is not None for unit in self.units for row in unit.rows)

    @property
    def total(self) -> int:
        """How many outcomes there are."""
        return sum(len(unit.rows) for unit in self.units)


def sheet(reading: Reading, case_id: int) -> SelfSheet:
    """The units and outcomes applied for, with what the applicant says of them."""
    require_unbarred(reading, case_id)
    case = reading.get(RecognitionCase, case_id)
    said = {
        row.outcome_id: row
        for row in reading.session.scalars(select(SelfAssessment).where(SelfAssessment.case_id == case_id))
    }
    units = tuple(_unit(claim, said) for claim in case.claims)
    return SelfSheet(units, takes_evidence(case.state))


def narrate(work: Work, case_id: int, unit_id: int, text: str) -> None:
    """What the applicant tells of a unit: where it was learned and how it is shown.

    Refused: after the portfolio was closed, or a unit that is not asked for.
    """
    case = open_case(work, case_id)
    claim = next((claim for claim in case.claims if claim.unit_id == unit_id), None)
    if claim is None:
        raise RefusedError("evidence.outcome_not_asked", at="unit_id")
    claim.narrative = text.strip()
    work.touch(case)


def assess(work: Work, case_id: int, outcome_ids: tuple[int, ...], level: SelfAssessmentLevel | None) -> None:
    """The applicant says yes, partly or no of learning outcomes; without a level the word is taken back.

    Refused: after the portfolio was closed, or an outcome that is not asked for.
    """
    case = open_case(work, case_id)
    _check_asked(work, case, outcome_ids)
    standing = _standing(work, case, outcome_ids)
    if level is None:
        work.remove(list(standing.values()))
        work.touch(case)
        return
    for outcome_id in outcome_ids:
        row = standing.get(outcome_id)
        if row is None:
            work.add(SelfAssessment(case_id=case.id, outcome_id=outcome_id, level=level))
        else:
            row.level = level
    work.touch(case)


def say(work: Work, case_id: int, outcome_id: int, level: SelfAssessmentLevel, text: str) -> None:
    """The applicant's own words about one learning outcome, with yes, partly or no."""
    case = open_case(work, case_id)
    _check_asked(work, case, (outcome_id,))
    row = _standing(work, case, (outcome_id,)).get(outcome_id)
    if row is None:
        row = SelfAssessment(case_id=case.id, outcome_id=outcome_id, level=level)
        work.add(row)
    row.level, row.text = level, text.strip()
    work.touch(case)


def _check_asked(work: Work, case: RecognitionCase, outcome_ids: tuple[int, ...]) -> None:
    asked = select(Outcome.id).join(Claim, Claim.unit_id == Outcome.unit_id).where(Claim.case_id == case.id)
    if not set(outcome_ids) <= set(work.session.scalars(asked)):
        raise RefusedError("evidence.outcome_not_asked", at="outcome_id")


def _standing(work: Work, case: RecognitionCase, outcome_ids: tuple[int, ...]) -> dict[int, SelfAssessment]:
    mine = select(SelfAssessment).where(SelfAssessment.case_id == case.id, SelfAssessment.outcome_id.in_(outcome_ids))
    return {row.outcome_id: row for row in work.session.scalars(mine)}


def _unit(claim: Claim, said: dict[int, SelfAssessment]) -> SelfUnit:
    unit = claim.unit
    rows = tuple(_row(outcome, said.get(outcome.id)) for outcome in unit.outcomes)
    return SelfUnit(unit.id, unit.code, unit.title_lv, unit.title_en, claim.narrative, rows)


def _row(outcome: Outcome, said: SelfAssessment | None) -> SelfRow:
    level, text = (said.level, said.text) if said is not None else (None, "")
    return SelfRow(outcome.id, str(outcome.uid), outcome.code, outcome.text_lv, outcome.text_en, level, text)
