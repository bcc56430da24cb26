"""Builders for tests of what gathers over cases: a qualification of two parts, another that shares a module."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from commission_app.exchange.standard_facts import OutcomeFacts, PartFacts, StandardFacts, UnitFacts
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.standard import StandardKind, UnitKind
from commission_app.services import applicants, cases, exams, standards
from commission_app.services.applicants import ApplicationForm
from commission_app.services.people import PersonForm
from tests import hearings, make
from tests.hearings import House

SHARED = "urn:example:pavars:m1"


def cook() -> StandardFacts:
    """A qualification of the parts A (two modules) and B (one module)."""
    return StandardFacts(
        code="PAV-3",
        kind=StandardKind.PROFESSION_STANDARD,
        title_lv="Pavārs",
        title_en="Cook",
        edition_label="2024",
        valid_from=make.LONG_AGO,
        lki=3,
        pkl=3,
        accredited=True,
        parts=(
            PartFacts(code="A", title_lv="Ēdienu gatavošana", title_en="Cooking"),
            PartFacts(code="B", title_lv="Uzskaite", title_en="Accounts"),
        ),
        units=(_module("P1", "A", SHARED), _module("P2", "A"), _module("P3", "B")),
    )


def confectioner() -> StandardFacts:
    """Another qualification; its first module is exactly the cook's first."""
    shared = replace(_module("K1", None), same_as=(SHARED,))
    return replace(
        cook(),
        code="KON-3",
        title_lv="Konditors",
        title_en="Confectioner",
        parts=(),
        units=(shared, _module("K2", None)),
    )


def passes(house: House, edition_id: int, person_id: int | None, codes: Sequence[str]) -> tuple[int, int]:
    """A person applies for modules, sits the exam today and passes it; gives the case and the person."""
    office, facts = house.office, house.facts
    units = {unit.code: unit.id for unit in office.ask(standards.card, edition_id).units}
    form = ApplicationForm(
        Procedure.VOCATIONAL,
        edition_id,
        make.today(office),
        person=PersonForm() if person_id else make.person(9),
        person_id=person_id,
        unit_ids=tuple(units[code] for code in codes),
        whole_qualification=False,
        commission_id=facts.exam_commission,
    )
    case_id = office.do(applicants.receive, form).id
    make.documented(office, case_id)
    make.move(office, case_id, cases.close_portfolio)
    make.move(office, case_id, cases.close_scoring)
    key = office.do(exams.plan_exam, edition_id, facts.exam_commission, hearings.exam_form(house))
    board = office.ask(exams.exam_card, key).board
    office.do(exams.set_board, key, [line.member_id for line in board[:2]])
    examinee = office.do(exams.enter_case, key, case_id)
    hearings.record(office, key, {examinee: (36, 52)})
    office.do(exams.close_exam, key)
    return case_id, office.ask(cases.card, case_id).person_id


def _module(code: str, part: str | None, external_id: str = "") -> UnitFacts:
    outcome = OutcomeFacts(code=f"{code}.1", text_lv="gatavo ēdienus", text_en="cooks")
    return UnitFacts(
        code=code,
        title_lv=f"Modulis {code}",
        title_en=f"Module {code}",
        kind=UnitKind.MODULE,
        hours=Decimal(160),
        part_code=part,
        external_id=external_id,
        outcomes=(outcome,),
    )
