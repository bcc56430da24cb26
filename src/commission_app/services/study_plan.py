"""The study plan of a case: what recognition leaves to be studied, semester by semester, and its paper."""

from dataclasses import dataclass, replace

from sqlalchemy import select

from commission_app.documents import study_plan as sheet
from commission_app.documents.house_style import Signatures
from commission_app.documents.study_plan import PlanRow, StudyPlanFacts
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.standard import Unit
from commission_app.rules.credits import Award, award_of
from commission_app.rules.quantities import Credits
from commission_app.rules.study_plan import USUAL_CAP, PlannedUnit, PlanUnit, PlanWish, StudyPlan, proposed_entry
from commission_app.rules.study_plan import study_plan as plan_of
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import credits, people
from commission_app.services.conflict_bars import require_unbarred
from commission_app.services.earlier_studies import recognised_elsewhere
from commission_app.services.paper_sources import clerk, letterhead, pair, title
from commission_app.store import at_hand
from commission_app.store.work import Reading

_STANDING = (
    select(Decision)
    .where(Decision.state.in_((DecisionState.DRAFT, DecisionState.REGISTERED)))
    .order_by(Decision.id.desc())
)


@dataclass(frozen=True)
class PlanLine:
    """A unit of the plan with its title in both languages; `planned` is None where it is recognised or of choice."""

    unit: PlanUnit
    title_lv: str
    title_en: str
    planned: PlannedUnit | None = None


@dataclass(frozen=True)
class StudyPlanCard:
    """The plan as its window shows it, with the wish it was made for; a draft rests on no registered decision."""

    case_id: int
    number: str
    unit: CreditUnit
    wish: PlanWish
    draft: bool
    recognised: tuple[PlanLine, ...]
    placed: tuple[PlanLine, ...]
    choices: tuple[PlanLine, ...]
    loads: tuple[tuple[int, Credits], ...]
    left: Credits
    open: Credits | None
    decision_number: str = ""


def of_case(reading: Reading, case_id: int, wish: PlanWish | None = None) -> StudyPlanCard:
    """What a case leaves to be studied; without a wish the semester of entry and the cap are proposed.

    Refused: a semester or a cap that cannot be, and whoever has a conflict of interest in the case.
    """
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    award, decision = _award(reading, case)
    unit = case.edition.credit_unit or award.total.unit
    units = _units(reading, case, award)
    if wish is None:
        cap = USUAL_CAP.get(unit)
        wish = PlanWish(proposed_entry(units, cap), cap)
    elif wish.cap is not None:
        wish = replace(wish, cap=Credits(wish.cap.value, unit))
    size = case.edition.credits
    programme = None if size is None else Credits.from_thousandths(size, unit)
    plan = plan_of(units, unit, wish, programme)
    draft = decision is None or decision.state is DecisionState.DRAFT
    return _card(case, unit, wish, plan, draft, "" if decision is None else decision.number)


def paper(reading: Reading, case_id: int, wish: PlanWish, language: Language) -> bytes:
    """The plan as a PDF; refused as the plan is."""
    card, case = of_case(reading, case_id, wish), reading.get(RecognitionCase, case_id)
    facts = StudyPlanFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        made_on=reading.today,
        case_number=card.number,
        applicant=people.full_name(people.name_on(case.person, reading.today)),
        programme=title(case.edition),
        edition=case.edition.label,
        decision_number="" if card.draft else card.decision_number,
        unit=card.unit,
        wish=card.wish,
        recognised=tuple(_row(line) for line in card.recognised),
        placed=tuple(_row(line) for line in card.placed),
        choices=tuple(_row(line) for line in card.choices),
        loads=card.loads,
        left=card.left,
        open=card.open,
        signatures=Signatures((clerk(reading.actor),)),
        draft=card.draft,
    )
    return sheet.render(facts, language)


def _award(reading: Reading, case: RecognitionCase) -> tuple[Award, Decision | None]:
    """What is recognised: by the decision in force or being drafted, else as the rules propose now."""
    require_unbarred(reading, case.id)
    decision = at_hand.first_of(reading.session, _STANDING, Decision.case_id, case.id)
    if decision is None:
        return credits.proposal(reading, case.id).award, None
    return award_of(decision.award_text), decision


def _units(reading: Reading, case: RecognitionCase, award: Award) -> tuple[PlanUnit, ...]:
    lines = {line.unit_uid: line for line in award.unit_lines}
    earlier = {row.identity_id for row in recognised_elsewhere(reading.session, case)}
    found = []
    for unit in case.edition.units:
        plain = _unit(unit)
        line = lines.get(str(unit.uid))
        if unit.identity_id in earlier:
            found.append(replace(plain, recognised=plain.credits, whole=True))
        elif line is None or (not line.credits.value and line.verdict is not UnitVerdict.RECOGNISED):
            found.append(plain)
        else:
            found.append(replace(plain, recognised=line.credits, whole=line.verdict is UnitVerdict.RECOGNISED))
    return tuple(found)


def _unit(unit: Unit) -> PlanUnit:
    size = None
    if unit.credits is not None and unit.credit_unit is not None:
        size = Credits.from_thousandths(unit.credits, unit.credit_unit)
    return PlanUnit(
        unit.code,
        size,
        semester=unit.semester,
        mandatory=unit.mandatory,
        final_examination=unit.final_examination,
        prerequisites=tuple(unit.prerequisites.split(";")) if unit.prerequisites else (),
    )


def _card(
    case: RecognitionCase, unit: CreditUnit, wish: PlanWish, plan: StudyPlan, draft: bool, number: str
) -> StudyPlanCard:
    titles = {row.code: (row.title_lv, row.title_en) for row in case.edition.units}

    def line(one: PlanUnit, planned: PlannedUnit | None = None) -> PlanLine:
        return PlanLine(one, *titles[one.code], planned)

    return StudyPlanCard(
        case_id=case.id,
        number=case.number,
        unit=unit,
        wish=wish,
        draft=draft,
        recognised=tuple(line(one) for one in plan.recognised),
        placed=tuple(line(one.unit, one) for one in plan.placed),
        choices=tuple(line(one) for one in plan.choices),
        loads=plan.loads,
        left=plan.left,
        open=plan.open,
        decision_number=number,
    )


def _row(line: PlanLine) -> PlanRow:
    return PlanRow(line.unit, pair(line.title_lv, line.title_en or line.title_lv), line.planned)
