"""The study plan of a case: recognised by the decision, the rest by semester, the paper in both languages."""

from dataclasses import replace

import pytest

from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.quantities import Credits
from commission_app.rules.study_plan import PlanWish
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import decisions, standard_files, standard_import, standard_life, study_plan
from commission_app.services.office import Office
from tests import hearings, make
from tests.hearings import House
from tests.services.test_papers import text_of


def by_semester(office: Office, case: int, wish: PlanWish | None = None) -> dict[str, int]:
    card = office.ask(study_plan.of_case, case, wish)
    return {line.unit.code: line.planned.semester for line in card.placed if line.planned is not None}


def test_what_the_decision_leaves_is_planned_and_printed(house: House) -> None:
    office = house.office
    case = hearings.decided(house, house.facts.one_not_met).cases[0]
    card = office.ask(study_plan.of_case, case)
    assert [line.unit.code for line in card.recognised] == ["DatZ1020", "DatZ1030"] and card.draft
    assert by_semester(office, case) == {"DatZ1010": 1}
    assert (card.left, card.open) == (Credits.of(6, CreditUnit.ECTS), Credits.of(162, CreditUnit.ECTS))
    assert card.wish == PlanWish(1, Credits.of(30, CreditUnit.ECTS))
    wish = PlanWish(4, None)
    said = {one.code: text_of(office.ask(study_plan.paper, case, wish, one)) for one in (LATVIAN, ENGLISH)}
    assert all(part in said["lv"] for part in ("DatZ1010", "DatZ1020", "4. semestris", "162", "PROJEKTS"))
    assert all(part in said["en"] for part in ("Course No. 1", "Semester 4", "DRAFT"))
    drafted = office.ask(decisions.of_case, case)
    assert drafted is not None
    office.do(decisions.edit_draft, drafted.id, drafted.version, "Trūkst tīkla projekta.")
    hearings.register(office, case)
    assert not office.ask(study_plan.of_case, case).draft
    assert "PROJEKTS" not in text_of(office.ask(study_plan.paper, case, wish, LATVIAN))
    with pytest.raises(RefusedError, match="entry"):
        office.ask(study_plan.of_case, case, PlanWish(0))


def test_the_semesters_of_a_programme_are_kept_in_the_library_and_in_its_new_edition(office: Office) -> None:
    make.institution(office)
    facts = make.standard_facts()
    dated = tuple(replace(unit, semester=at) for at, unit in enumerate(facts.units, 2))
    edition = make.standard(office, replace(facts, units=dated))
    following = office.do(standard_life.new_edition, edition, "2027", make.today(office))
    book = office.ask(standard_files.workbook, following, LATVIAN)
    assert [unit.semester for unit in standard_files.read(book, "standarts.xlsx").units] == [2, 3, 4]
    with pytest.raises(RefusedError, match="semester"):
        office.do(standard_import.take_in, replace(facts, code="X", units=(replace(dated[0], semester=17),)))
    case = make.case(office, edition).id
    assert by_semester(office, case, PlanWish(3, Credits.of(6, CreditUnit.ECTS))) == {
        "DatZ1010": 4,
        "DatZ1020": 3,
        "DatZ1030": 6,
    }
