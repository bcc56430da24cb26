"""What is noted of a decided case for the study department: in the window, refused in words, printed in the extract."""

from datetime import date, timedelta

import pypdfium2
import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from commission_app.errors import RefusedError
from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.register import Book
from commission_app.services import cases, checks, hand_over, registers, sitting_papers
from commission_app.services.hand_over import HandOver
from commission_app.services.office import Office
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.cases.hand_over_dialog import HandOverDialog
from commission_app.ui.desk import Desk
from tests import hearings, make
from tests.hearings import House
from tests.ui.case_pages import open_case, settle
from tests.ui.desks import type_in

OFFERED = "Study department and VIIS …"


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


def offered(screen: CaseScreen) -> QAction:
    """The act in the menu of the page; with its reason where it is refused."""
    return next(one for one in screen.header.acts.menu().actions() if one.text().startswith(OFFERED))


def extract(office: Office, sitting: int) -> str:
    paper = pypdfium2.PdfDocument(office.ask(sitting_papers.study_department, sitting, LATVIAN))
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in paper)


def test_the_semester_and_the_entry_in_viis_are_noted_and_printed(qtbot: QtBot, desk: Desk, paper_house: House) -> None:
    house, office, today = paper_house, paper_house.office, make.today(paper_house.office)
    waiting = open_case(desk, qtbot, house.facts.one_not_met)
    assert not offered(waiting).isEnabled()
    table = hearings.decided(house, house.facts.met)
    case = house.facts.met
    hearings.register(office, case)
    assert "____" in extract(office, table.id)
    screen = open_case(desk, qtbot, case)
    qtbot.waitUntil(lambda: offered(screen).isEnabled(), timeout=10_000)
    offered(screen).trigger()
    dialog = next(one for one in screen.findChildren(HandOverDialog) if one.isVisible())
    dialog.semester.set_value(2)
    dialog.day.set_value(today + timedelta(days=1))
    type_in(dialog.who, "Ilze Ūdre")
    dialog.deed.click()
    settle(desk, qtbot)
    assert dialog.form.field("viis_on").error(), "a day to come"
    dialog.day.set_value(today)
    dialog.deed.click()
    settle(desk, qtbot)
    card = office.ask(cases.card, case)
    assert card.handed_over.form == HandOver(2, today, "Ilze Ūdre")
    printed = extract(office, table.id)
    assert f"{LATVIAN.date(today)}, Ilze Ūdre" in printed and "____" not in printed.split("Uzņemts semestrī")[1]
    assert office.ask(registers.summary, Book.DECISIONS, today.year).entries == 1, "no line of a book is written"
    assert office.ask(checks.findings) == ()


def test_nonsense_is_refused_and_nothing_is_stored(paper_house: House) -> None:
    office, case = paper_house.office, paper_house.facts.met
    today = make.today(office)

    def refused(form: HandOver) -> tuple[str, str | None]:
        seen = office.ask(cases.card, case).version
        with pytest.raises(RefusedError) as why:
            office.do(hand_over.note, case, seen, form)
        return why.value.reason, why.value.refusal.field

    assert refused(HandOver(1)) == ("handover.not_decided", None)
    hearings.registered(paper_house, case)
    assert refused(HandOver(0)) == ("study_plan.entry", "entry_semester")
    assert refused(HandOver(1, None, "Ilze Ūdre")) == ("handover.no_day", "viis_on")
    assert refused(HandOver(1, today, " ")) == ("handover.nobody", "viis_by")
    assert refused(HandOver(1, date(2001, 1, 1), "Ilze Ūdre")) == ("handover.before", "viis_on")
    assert office.ask(cases.card, case).handed_over.form == HandOver()
