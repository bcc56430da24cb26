"""What the yearly figures ask of an applicant; kept apart from the case, never shown to those who assess."""

from dataclasses import dataclass

from sqlalchemy import select

from commission_app.errors import ConflictError
from commission_app.models.application import CaseFigures
from commission_app.models.case import RecognitionCase
from commission_app.rules.permissions import check_permitted
from commission_app.rules.vocabulary.person import EducationLevel, EmploymentStatus, Sex, VulnerableGroup
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class FiguresForm:
    """What the applicant said for the figures; what was not said stays unsaid."""

    sex: Sex = Sex.NOT_SAID
    employment: EmploymentStatus = EmploymentStatus.NOT_SAID
    education: EducationLevel = EducationLevel.NOT_SAID
    groups: frozenset[VulnerableGroup] = frozenset()


@dataclass(frozen=True)
class FiguresCard:
    """The figures of a case and their version; 0 where nothing was entered yet."""

    version: int
    form: FiguresForm


def of_case(reading: Reading, case_id: int) -> FiguresCard:
    """What was said for the figures. Refused: to somebody who only assesses."""
    check_permitted((reading.actor.role,), "figures.of_case")
    row = reading.session.scalars(select(CaseFigures).where(CaseFigures.case_id == case_id)).one_or_none()
    if row is None:
        return FiguresCard(0, FiguresForm())
    groups = frozenset(VulnerableGroup(text) for text in row.groups.split())
    return FiguresCard(row.version, FiguresForm(row.sex, row.employment, row.education, groups))


def settle(work: Work, case_id: int, seen: int, form: FiguresForm) -> None:
    """What the applicant said for the figures is recorded; the case itself does not change by it.

    Refused: to somebody who only assesses. A conflict where somebody was faster.
    """
    check_permitted((work.actor.role,), "figures.settle")
    case = work.lock(RecognitionCase, case_id)
    row = work.session.scalars(select(CaseFigures).where(CaseFigures.case_id == case.id)).one_or_none()
    if (0 if row is None else row.version) != seen:
        raise ConflictError("conflict.changed", noun=CaseFigures.noun)
    if row is None:
        row = CaseFigures(case_id=case.id)
        work.add(row)
    row.sex, row.employment, row.education = form.sex, form.employment, form.education
    row.groups = " ".join(sorted(form.groups))
