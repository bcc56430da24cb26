"""The life of a decision in the window: condition, final, slip, taken up again; the term of a case; the library."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from commission_app.i18n import ENGLISH, LATVIAN, today
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.decision import DecisionState, ProceduralKind
from commission_app.services import (
    cases,
    certificates,
    decision_changes,
    decisions,
    papers,
    procedural_decisions,
    reasons_library,
    sittings,
)
from commission_app.services.office import Office
from commission_app.ui.cases.procedural_dialogs import CourseDialog, DraftDialog, SignCourseDialog, course_acts
from commission_app.ui.cases.tabs.decision_dialogs import ChangeDialog, ConditionDialog, SlipDialog
from commission_app.ui.cases.tabs.decision_history import DecisionHistoryDialog
from commission_app.ui.cases.tabs.decision_tab import DecisionTab
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.reasons_page import ReasonsPage
from commission_app.ui.widgets.acts_tree import DEED
from commission_app.ui.widgets.inputs import LongTextInput
from commission_app.ui.widgets.reason_picker import ReasonPicker
from tests import hearings
from tests.documents.reading import words as paper_words
from tests.hearings import House
from tests.ui.desks import type_in
from tests.ui.test_decisions_and_exams import open_dialog, press, shown, words


@pytest.fixture
def office(paper_house: House) -> Office:
    """The office of a furnished house."""
    return paper_house.office


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A desk whose troubles are shown where they belong, as the window does."""
    desk.jobs.troubled.connect(desk.problems.show)
    return desk


def settled(qtbot: QtBot, desk: Desk, again: Callable[[], object]) -> None:
    """Waits for the act and for what is asked after it."""
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    again()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def do(tab: DecisionTab, label: str) -> None:
    """Chooses an act of the menu that stands open."""
    act = next(one for one in tab.acts._acts if one.label == label)
    assert act.lawful, [str(one) for one in act.refusals]
    act.doing()


def newest(office: Office, case_id: int) -> tuple[int, int]:
    """The newest decision on a case as it stands now."""
    card = office.ask(decisions.of_case, case_id)
    assert card is not None
    return card.id, card.version


def set_condition(qtbot: QtBot, desk: Desk, tab: DecisionTab, again: Callable[[], object]) -> None:
    """A condition is refused without its day, then stored."""
    do(tab, "Condition …")
    condition = open_dialog(tab, ConditionDialog)
    assert isinstance(condition, ConditionDialog)
    qtbot.keyClicks(condition.condition, "Safety test passed")
    press(qtbot, condition.deed)
    qtbot.waitUntil(lambda: bool(condition.form.field("condition_until").error()))
    condition.until.set_value(today())
    press(qtbot, condition.deed)
    settled(qtbot, desk, again)


def see_history(qtbot: QtBot, desk: Desk, tab: DecisionTab) -> None:
    """What was changed before the signature is told field by field."""
    press(qtbot, tab.history)
    told_of = open_dialog(tab, DecisionHistoryDialog)
    assert isinstance(told_of, DecisionHistoryDialog)
    qtbot.waitUntil(lambda: told_of.tree.topLevelItemCount() > 0)
    found = told_of.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, DEED)
    assert "condition: Safety test passed" in [one.text(DEED) for one in found]
    told_of.reject()


def repeal_a_certified(qtbot: QtBot, desk: Desk, tab: DecisionTab, again: Callable[[], object], office: Office) -> None:
    """A certificate that rests on a repealed decision says so."""
    case_id = tab.case_id
    office.do(certificates.issue, case_id, office.ask(cases.card, case_id).version)
    office.do(decision_changes.repeal, *newest(office, case_id), "Annulled in court", today())
    settled(qtbot, desk, again)
    assert tab.certificate.chip.property("tone") == "warn"
    assert tab.certificate.acts.button.text() == "Annul …"
    assert "is repealed: annul the certificate" in tab.certificate.facts.text()


def test_a_decision_lives_on_after_its_registration(qtbot: QtBot, told: Desk, paper_house: House) -> None:
    office, case_id = paper_house.office, paper_house.facts.met
    hearings.decided(paper_house, case_id)
    tab = DecisionTab(told, case_id)
    again = lambda: tab.refresh(office.ask(cases.card, case_id))  # noqa: E731 - asked after every act
    shown(qtbot, told, tab, again)
    set_condition(qtbot, told, tab, again)
    hearings.register(office, case_id)
    settled(qtbot, told, again)
    assert (tab.state.text(), tab.state.property("tone")) == ("provisional", "warn")
    assert "was signed on" not in tab.acts._reason.text(), "what is done already is no reason"
    see_history(qtbot, told, tab)
    do(tab, "Make final …")
    final = open_dialog(tab, ChangeDialog)
    assert isinstance(final, ChangeDialog)
    qtbot.keyClicks(final.reason, "Passed")
    press(qtbot, final.deed)
    settled(qtbot, told, again)
    do(tab, "Correct a slip of the pen …")
    slip = open_dialog(tab, SlipDialog)
    assert isinstance(slip, SlipDialog)
    qtbot.keyClicks(slip.was, "Rga")
    qtbot.keyClicks(slip.becomes, "Riga")
    press(qtbot, slip.deed)
    settled(qtbot, told, again)
    assert "Rga → Riga" in words(tab) and "Final since" in words(tab)
    do(tab, "Take the case up again …")
    anew = open_dialog(tab, ChangeDialog)
    assert isinstance(anew, ChangeDialog)
    qtbot.keyClicks(anew.reason, "Contested")
    press(qtbot, anew.deed)
    settled(qtbot, told, again)
    assert office.ask(cases.card, case_id).state is CaseState.SCORED
    assert "taken up again: Contested" in words(tab)
    do(tab, "Leave the decision as it is")
    settled(qtbot, told, again)
    card = office.ask(decisions.of_case, case_id)
    assert card is not None and card.state is DecisionState.REGISTERED
    assert office.ask(cases.card, case_id).state is CaseState.DECIDED
    repeal_a_certified(qtbot, told, tab, again, office)


def insert_a_wording(qtbot: QtBot, tab: DecisionTab, box: LongTextInput, sought: str) -> None:
    """F9, a search, and Enter on what is found."""
    tab.window().activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(tab.window().findChildren(ReasonPicker)))
    picker = open_dialog(tab.window(), ReasonPicker)
    assert isinstance(picker, ReasonPicker)
    type_in(picker.words, sought)
    qtbot.waitUntil(lambda: picker.list.count() == 1 and picker.both.isEnabled())
    press(qtbot, picker.both)
    qtbot.waitUntil(lambda: not tab.window().findChildren(ReasonPicker))


def test_a_wording_brings_both_halves_and_each_paper_prints_its_own(
    qtbot: QtBot, told: Desk, paper_house: House
) -> None:
    office, case_id = paper_house.office, paper_house.facts.one_not_met
    office.do(reasons_library.add_shipped)
    hearings.decided(paper_house, case_id)
    tab = DecisionTab(told, case_id)
    shown(qtbot, told, tab, lambda: tab.refresh(office.ask(cases.card, case_id)))
    assert tab.reasons.form is not None
    boxes = tab.reasons.form.findChildren(LongTextInput)
    type_in(boxes[0], "Komisija apsprieda.")
    insert_a_wording(qtbot, tab, boxes[0], "Daļa rezultātu")
    insert_a_wording(qtbot, tab, boxes[1], "novecojuši")
    press(qtbot, tab.reasons.save_button)
    qtbot.waitUntil(lambda: not told.jobs.busy)
    key, _ = newest(office, case_id)
    lv, en = (paper_words(office.ask(papers.decision, key, language)) for language in (LATVIAN, ENGLISH))
    for latvian, english in (
        ("Daļa sasniedzamo rezultātu ir apliecināta", "Some of the learning outcomes are shown"),
        (": Pierādījumi attiecas uz laiku", ": The evidence dates from a time"),
    ):
        assert latvian in lv and english not in lv
        assert english in en and latvian not in en
    assert "Komisija apsprieda." in lv and "Komisija apsprieda." in en, "what has no English half stands in both"
    assert "[EN]" not in lv + en
    sitting = office.ask(sittings.sitting_list).rows[0].id
    minutes = [paper_words(office.ask(papers.minutes, sitting, language)) for language in (LATVIAN, ENGLISH)]
    assert ["Daļa sasniedzamo" in one for one in minutes] == [True, False]
    assert ["[EN]" in one for one in minutes] == [False, False]


def test_a_term_is_extended_with_a_wording_of_the_library(qtbot: QtBot, told: Desk, paper_house: House) -> None:
    office, case_id = paper_house.office, paper_house.facts.met
    page = ReasonsPage(told)
    shown(qtbot, told, page, page.refresh)
    press(qtbot, page.shipped)
    settled(qtbot, told, page.refresh)
    assert len(office.ask(reasons_library.offered)) == page.table.model().rowCount() > 5
    parent = QWidget()
    qtbot.addWidget(parent)
    card = office.ask(cases.card, case_id)
    extend = course_acts(told, card, parent)[0]
    assert extend.lawful
    extend.doing()
    qtbot.waitUntil(lambda: bool(parent.findChildren(DraftDialog)))
    draft = open_dialog(parent, DraftDialog)
    assert isinstance(draft, DraftDialog) and draft.until is not None
    draft.until.set_value(card.deadline.replace(year=card.deadline.year + 1))
    draft.reasons.setFocus()
    qtbot.keyClick(draft.reasons, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(draft.findChildren(ReasonPicker)))
    picker = open_dialog(draft, ReasonPicker)
    assert isinstance(picker, ReasonPicker)
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    press(qtbot, picker.en)
    assert draft.reasons.value().startswith("For objective reasons")
    press(qtbot, draft.deed)
    course = open_dialog(parent, CourseDialog)
    assert isinstance(course, CourseDialog)
    qtbot.waitUntil(course.acts.button.isVisible)
    press(qtbot, course.acts.button)
    sign = open_dialog(course, SignCourseDialog)
    assert isinstance(sign, SignCourseDialog)
    press(qtbot, sign.deed)
    settled(qtbot, told, course.again)
    held = office.ask(procedural_decisions.of_case, case_id)
    assert held.decisions[0].form.kind is ProceduralKind.EXTENSION
    assert held.deadline.year == card.deadline.year + 1
    course.reject()
