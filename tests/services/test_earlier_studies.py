"""Earlier studies in a case: they pay for units, and what one decision spent no later one spends again."""

from datetime import date

from commission_app.models.application import CourseCountsFor, Experience, PreviousCourse
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import RecognisedUnit
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.case import ExperienceKind, Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.scoring import OutcomeResult, UnitVerdict
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import cases, credits, provisions
from commission_app.services.office import Office
from commission_app.store.work import Work
from tests import hearings, make
from tests.hearings import House

NOT_MET = {f"DatZ{unit}.{n}": OutcomeResult.NOT_MET for unit in (1010, 1020) for n in (1, 2)}


def studied(work: Work, case_id: int, codes: tuple[str, ...], amount: int, mark: str) -> None:
    """The application names a course of another university and the units it counts for."""
    case = work.lock(RecognitionCase, case_id)
    row = Experience(case_id=case.id, position=1, kind=ExperienceKind.EDUCATION, organisation="Cēsu universitāte")
    work.add(row)
    work.session.flush()
    course = PreviousCourse(
        experience_id=row.id,
        position=1,
        title="Datu bāzes",
        credits=amount,
        credit_unit=CreditUnit.KP,
        mark=mark,
        passed_on=date(2020, 6, 1),
    )
    work.add(course)
    work.session.flush()
    units = {claim.unit.code: claim.unit_id for claim in case.claims}
    work.add(*(CourseCountsFor(course_id=course.id, unit_id=units[code]) for code in codes))


def recognised_in_old_points(work: Work, earlier: int, later: int) -> None:
    """Years ago another case recognised the first unit, worth 4 KP then, to the person of the later one."""
    case = work.get(RecognitionCase, later)
    first = min((claim.unit for claim in case.claims), key=lambda unit: unit.code)
    work.add(
        RecognisedUnit(
            person_id=case.person_id,
            identity_id=first.identity_id,
            case_id=earlier,
            credits=4000,
            credit_unit=CreditUnit.KP,
            recognised_on=date(2020, 6, 1),
        )
    )


def verdicts(office: Office, case_id: int) -> dict[str, UnitVerdict | None]:
    """What the rules propose for each unit."""
    return {line.unit_code: line.verdict for line in office.ask(credits.proposal, case_id).award.unit_lines}


def test_four_old_credit_points_pay_for_a_course_of_six(house: House) -> None:
    office, facts = house.office, house.facts
    case = make.scored_case(office, facts.edition, serial=50, commission_id=facts.commission, results=NOT_MET).id
    assert verdicts(office, case)["DatZ1010"] is UnitVerdict.REFUSED
    office.do(studied, case, ("DatZ1010", "DatZ1020"), 4000, "8")
    found = office.ask(credits.proposal, case)
    assert found.award.total == Credits.of(12, CreditUnit.ECTS)
    assert verdicts(office, case) == {
        "DatZ1010": UnitVerdict.RECOGNISED,
        "DatZ1020": UnitVerdict.REFUSED,
        "DatZ1030": UnitVerdict.RECOGNISED,
    }


def test_a_course_spent_by_one_decision_is_not_spent_again_years_later(house: House) -> None:
    office, facts = house.office, house.facts
    one = {code: result for code, result in NOT_MET.items() if code.startswith("DatZ1010")}
    first = make.scored_case(office, facts.edition, serial=51, commission_id=facts.commission, results=one).id
    office.do(studied, first, ("DatZ1010",), 4000, "8")
    hearings.registered(house, first)
    person = office.ask(cases.card, first).person_id
    second = make.scored_case(
        office, facts.edition, person_id=person, commission_id=facts.commission, results=NOT_MET
    ).id
    office.do(studied, second, ("DatZ1010", "DatZ1020"), 4000, "8")
    lines = {line.unit_code: line for line in office.ask(credits.proposal, second).award.unit_lines}
    assert lines["DatZ1010"].rule == "unit.recognised_before"
    assert lines["DatZ1020"].verdict is UnitVerdict.REFUSED


def test_old_credit_points_recognised_before_count_towards_the_ceiling_in_ects(paper_house: House) -> None:
    office, facts = paper_house.office, paper_house.facts
    ceiling = ProvisionKey.CEILING_PERCENT
    office.do(provisions.settle, ceiling, Procedure.HIGHER_EDUCATION, make.LONG_AGO, 5)
    office.do(recognised_in_old_points, facts.met, facts.also_met)
    award = office.ask(credits.proposal, facts.also_met).award
    # 5 % of 180 is 9, and 4 KP = 6 ECTS count: of 6 + 6 there remain 3
    assert [line.rule for line in award.lines][:2] == ["unit.recognised_before", "unit.all"]
    assert award.lines[-1].facts["before_credits"] == "6/1"
    assert award.total == Credits.of(3, CreditUnit.ECTS)
