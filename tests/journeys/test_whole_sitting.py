"""A whole sitting of eight cases by keyboard alone, in Latvian, to the minutes word by word; and one broken off."""

import re
from pathlib import Path

from PySide6.QtCore import Qt

from commission_app.i18n import LATVIAN, LOCATIVE, today
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.sitting import Choice, ItemState, LightKind
from commission_app.services import checks, decisions, sitting_cards
from commission_app.services.office import Office
from commission_app.ui.sittings.case_panel import CasePanel
from commission_app.ui.sittings.roll_call import RollCall
from commission_app.ui.sittings.sitting_screen import SittingScreen
from tests.documents.reading import words
from tests.journeys.conftest import Computer
from tests.journeys.desks import AtWork
from tests.journeys.sitting_table import CHAIR, DEPUTY, JANIS, MARA, SUBSTITUTE, Taker, furnish

LIGA = "Līga Bērziņa, Lietvede"
NO_QUORUM = "Kvoruma nav: piedalās 2, nepieciešami 3 komisijas locekļi."
MINUTES = Path(__file__).with_name("minutes_lv.txt")
FOR, ABSTAIN = Choice.FOR, Choice.ABSTAIN


def test_a_sitting_of_eight_cases_by_keyboard_alone(at_work: AtWork) -> None:
    cases = furnish(at_work.office)
    taker = Taker(at_work)
    taker.button_word(LIGA)
    taker.plan("14.00", "101. telpa")
    for name in (CHAIR, DEPUTY, MARA):
        taker.comes(name)
    assert taker.next_item() == 1
    taker.give("111")
    taker.note(CHAIR, "Tas bija domāts citam jautājumam.")
    taker.takes_note_out()
    taker.note(DEPUTY, "Darba pieredze aptver visu kursu.")
    taker.close_item()
    without_a_quorum(taker)
    assert taker.next_item() == 3
    taker.ballots(4, "4", "0")
    assert not taker.votes(), "who chose what is known to nobody"
    taker.close_item()
    assert taker.next_item() == 4
    taker.postpone("Pretendents lūdz laiku darba devēja atsauksmei.")
    otherwise(taker)
    taker.take_up_together(3)
    assert all(f"{today().year}/00{place}" in taker.hands.one(CasePanel).reason.text() for place in (6, 7, 8))
    taker.give("1113")
    taker.close_item()
    taker.close_sitting("Slēgt sēdi …")
    papers(taker)
    check_end(at_work.office, taker, cases)


def without_a_quorum(taker: Taker) -> None:
    """One of three steps aside: the light burns red, the vote is refused; a substitute restores the quorum."""
    assert taker.next_item() == 2
    taker.steps_aside(MARA, "Pretendentes darba devēja pārstāve.")
    assert NO_QUORUM in taker.light(LightKind.QUORUM)
    assert taker.refused_vote(CHAIR) == NO_QUORUM
    taker.replaces(SUBSTITUTE, JANIS, "1-7/12")
    assert "Kvoruma nav" not in taker.light(LightKind.QUORUM)
    assert taker.item().taking_part == 3, "who stepped aside does not count"
    taker.give("111")
    assert taker.votes() == {CHAIR: FOR, DEPUTY: FOR, SUBSTITUTE: FOR}
    taker.close_item()


def otherwise(taker: Taker) -> None:
    """The commission decides otherwise on a unit; a vote is taken back and given anew."""
    assert taker.next_item() == 5
    taker.decide_otherwise("DatZ1020", "noteikt pārbaudījumu", "Apliecība izsniegta pirms astoņiem gadiem.")
    taker.give("112")
    taker.take_back()
    taker.give("13", 4)
    assert taker.votes() == {CHAIR: FOR, DEPUTY: FOR, MARA: FOR, SUBSTITUTE: ABSTAIN}
    taker.close_item()


def papers(taker: Taker) -> None:
    """The reasons are worded, everything is signed and registered; the minutes print; a slip is corrected."""
    taker.word_reasons(2, "Apliecība neaptver tīkla projektēšanas 1. daļu.")
    taker.word_reasons(4, "Prasmes jāpārbauda: apliecība izsniegta pirms 8 gadiem.")
    taker.register_all()
    taker.sign_minutes()
    printed = undated(words(taker.minutes()))
    assert printed.split() == MINUTES.read_text("utf-8").split()
    taker.open_case(4)
    taker.correct_slip("pamatojums", "pirms 8 gadiem", "pirms 9 gadiem")


def undated(text: str) -> str:
    """The text without what differs from day to day: the day, the hours and the year in numbers."""
    day, dating = today(), " ".join(LATVIAN.long_date(today(), LOCATIVE).split())
    text = text.replace(dating, "<datums>").replace(f"{day:%d.%m.%Y}", "<diena>")
    text = re.sub(r"plkst\. \d\d\.\d\d( – \d\d\.\d\d)?", "plkst. <laiks>", text)
    return text.replace(str(day.year), "<gads>")


def check_end(office: Office, taker: Taker, cases: tuple[int, ...]) -> None:
    """Seven decisions with numbers without gaps; what was postponed waits for the next sitting; nothing is amiss."""
    held = [office.ask(decisions.of_case, case) for case in cases]
    assert held[3] is None
    entered = [one for one in held if one is not None]
    assert [(slip.was, slip.becomes) for slip in entered[3].life.slips] == [("pirms 8 gadiem", "pirms 9 gadiem")]
    assert all(one.state is DecisionState.REGISTERED for one in entered)
    assert [one.number for one in entered] == [f"L-{today().year}/{number}" for number in range(1, 8)]
    assert taker.card().minutes_number == f"P-{today().year}/1"
    assert taker.states()[3] is ItemState.POSTPONED and taker.states().count(ItemState.DECIDED) == 7
    waiting = office.ask(sitting_cards.cases_to_hear, taker.card().commission_id)
    assert [line.case_id for line in waiting] == [cases[3]]
    assert office.ask(checks.findings) == ()


def test_a_sitting_that_lost_its_power_stands_where_it_stood(computer: Computer) -> None:
    at = computer.start()
    furnish(at.office, 2)
    taker = Taker(at)
    taker.button_word(LIGA)
    taker.plan("14.00", "101. telpa")
    for name in (CHAIR, DEPUTY, MARA, JANIS):
        taker.comes(name)
    taker.next_item()
    taker.give("131")
    before = taker.item()
    computer.lose_power()
    again = Taker(computer.start())
    again.button_word(LIGA)
    again.come_back()
    assert again.hands.front() is again.hands.window, "nothing is asked"
    screen = again.hands.one(SittingScreen, again.hands.window)
    assert screen.card is not None and screen.card.item is not None
    assert (screen.card.item.id, screen.card.item.state) == (before.id, ItemState.ON_TABLE)
    assert again.votes() == {CHAIR: FOR, DEPUTY: ABSTAIN, MARA: FOR}
    roll = again.hands.one(RollCall)
    here = roll.rows[roll.current() or 0].line
    assert here is not None and here.name == JANIS
    again.hands.until(roll.hasFocus, "the roll call does not have the keyboard")
    again.press(Qt.Key.Key_1)
    assert again.votes()[JANIS] is FOR
    again.close_item()
