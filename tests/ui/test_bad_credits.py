"""Where credits cannot be counted, the page of the case says why and what it is about, and counts again once mended."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QLabel

from commission_app.rules.vocabulary.case import ExperienceKind
from commission_app.rules.vocabulary.standard import CreditUnit
from commission_app.services import cases, experience
from commission_app.services.experience import CourseForm, ExperienceForm
from commission_app.ui.cases.tabs.credits_tab import CreditsTab
from tests import make
from tests.ui.case_pages import open_case, tab_of
from tests.ui.hall import Hall, hall

__all__ = ["hall"]


def test_a_course_that_cannot_be_counted_is_named_in_the_place_of_the_figures(hall: Hall) -> None:
    office, facts = hall.house.office, hall.house.facts
    case = make.case(office, facts.edition, serial=60).id
    unit = office.ask(cases.card, case).claims[0].unit_id
    course = CourseForm("Mobilitāte", "", Decimal(4), CreditUnit.ECVET, "8", None, (unit,))
    form = ExperienceForm(ExperienceKind.EDUCATION, "Cēsu universitāte", courses=(course,))
    row = office.do(experience.add, case, form)
    tab = tab_of(open_case(hall.desk, hall.bot, case, "credits"), "credits")
    assert isinstance(tab, CreditsTab)
    hall.wait()
    said = (
        "The earlier course “Mobilitāte” is stated in ECVET points; "
        "there is no lawful way to turn it into credit points (ECTS)."
    )
    assert tab.empty.isVisible() and tab.empty.text() == said
    assert not tab.area.isVisible()
    assert not any(button.isEnabled() for button in (tab.what_if, tab.plan, tab.excel, tab.sheet))
    mended = replace(form, courses=(replace(course, credit_unit=CreditUnit.KP),))
    office.do(experience.change, row, office.ask(experience.of_case, case).rows[0].version, mended)
    tab.refresh(office.ask(cases.card, case))
    hall.wait()
    assert not tab.empty.isVisible() and tab.area.isVisible(), "a course alone is counted before anything is scored"
    figures = " ".join(label.text() for label in tab.area.findChildren(QLabel))
    assert "6 credit points (ECTS)" in figures and "Mobilitāte: 6" in figures
    assert tab.what_if.isEnabled() and tab.sheet.isEnabled()
    office.do(experience.remove, row, office.ask(experience.of_case, case).rows[0].version)
    tab.refresh(office.ask(cases.card, case))
    hall.wait()
    assert tab.empty.isVisible()
    assert tab.empty.text() == "Nothing is scored yet: the credits follow from the scores."
