"""The commission at its table: an office with cases to hear, and a minute taker who has only a keyboard."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from commission_app.i18n import today
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.rules.vocabulary.sitting import Choice, ItemState, LightKind, SittingState
from commission_app.services import cases, commissions, people, sitting_lists, sittings
from commission_app.services.commissions import MemberForm
from commission_app.services.item_cards import ItemCard, RollLine
from commission_app.services.office import Office
from commission_app.services.people import PersonForm
from commission_app.services.sitting_cards import SittingCard
from commission_app.store.work import Work
from commission_app.ui.cases.tabs.decision_dialogs import SlipDialog
from commission_app.ui.cases.tabs.decision_tab import DecisionTab
from commission_app.ui.places import Place
from commission_app.ui.sittings.closed_panel import ClosedPanel
from commission_app.ui.sittings.lights_bar import LightsBar
from commission_app.ui.sittings.minutes_dialogs import SignMinutesDialog
from commission_app.ui.sittings.notes_panel import NotesPanel
from commission_app.ui.sittings.register_dialog import RegisterDialog
from commission_app.ui.sittings.roll_call import RollCall
from commission_app.ui.sittings.sitting_dialogs import CloseSittingDialog
from commission_app.ui.sittings.sitting_screen import SittingScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.journeys.desks import AtWork
from tests.journeys.keyboard import CONTROL, ENTER, Keyboard
from tests.journeys.sitting_steps import saved

CHAIR, DEPUTY, MARA, JANIS, DZINTRA = "Inga Kalniņa", "Andris Šķēle", "Māra Žagare", "Jānis Ļaksa", "Dzintra Ābele"
SUBSTITUTE = "Rūta Ķirse"
APPLICANTS = (
    ("Ģirts", "Ķēniņš-Āboļš"),
    ("Žanete", "Šūpulīte"),
    ("Ņina", "Žņaugs"),
    ("Čaks", "Ļaudaks"),
    ("Īrisa", "Dūmiņa"),
    ("Uģis", "Bērzkalns"),
    ("Ērika", "Strautmane"),
    ("Jēkabs", "Zīle"),
)
ONE_NOT_MET = {"DatZ1010.1": OutcomeResult.NOT_MET}
ALT = Qt.KeyboardModifier.AltModifier


def furnish(office: Office, many: int = 8) -> tuple[int, ...]:
    """A substitute for the commission of five, and scored cases that wait; one lacks an outcome."""
    commission = office.ask(commissions.commissions)[0].id
    stand_in = MemberForm(SUBSTITUTE, MemberRole.SUBSTITUTE, Side.EMPLOYERS, "vadītāja", "manager", "SIA Tīkls")
    office.do(commissions.appoint, commission, stand_in)
    edition = make.standard(office)
    return tuple(_referred(office, edition, commission, serial) for serial in range(many))


def _referred(office: Office, edition: int, commission: int, serial: int) -> int:
    """A scored case that was passed to the commission."""
    person = office.do(enrolled, serial, *APPLICANTS[serial])
    results = ONE_NOT_MET if serial == 1 else None
    case = make.scored_case(
        office, edition, serial=serial, person_id=person, commission_id=commission, results=results
    ).id
    make.move(office, case, cases.refer)
    return case


def enrolled(work: Work, serial: int, given: str, family: str) -> int:
    """An applicant of that name."""
    form = PersonForm(given, family, personal_code=make.code(serial), email=f"{serial}@example.invalid")
    return people.enrol(work, form).id


class Taker(Keyboard):
    """Who takes the minutes, with the sitting as the office holds it to compare with what is seen."""

    def __init__(self, at: AtWork) -> None:
        super().__init__(at.hands)
        self.at = at
        self.sitting = 0

    # What stands

    def card(self) -> SittingCard:
        """The sitting as it stands now."""
        return self.at.office.ask(sittings.sitting_card, self.sitting)

    def item(self) -> ItemCard:
        """The item on the table, as it stands now."""
        screen = self.hands.one(SittingScreen, self.hands.window)
        assert screen.card is not None and screen.card.item is not None
        found = self.at.office.ask(sittings.sitting_card, self.sitting, screen.card.item.id).item
        assert found is not None
        return found

    def states(self) -> list[ItemState]:
        """How far the items of the agenda are."""
        return [line.state for line in self.card().agenda]

    def line(self, name: str) -> RollLine:
        """A member in the roll call of the item."""
        return next(line for line in self.item().roll if line.name == name)

    def votes(self) -> dict[str, Choice]:
        """Who voted how on the item."""
        return {line.name: line.choice for line in self.item().roll if line.choice is not None}

    def light(self, kind: LightKind) -> str:
        """A light as it is read aloud."""
        return self.hands.one(LightsBar).lights[kind].button.accessibleName()

    def told(self) -> str:
        """What the banner of the sitting says."""
        return self.hands.one(SittingScreen, self.hands.window).banner.text()

    # What is done

    def plan(self, hour: str, room: str) -> None:
        """A sitting of today is planned, its agenda is filled with what waits, and it is opened."""
        self.to_sittings()
        self.press(Qt.Key.Key_N, CONTROL)
        self.choose("Commission", "Atzīšanas komisija")
        self.type("Day", f"{today():%d.%m.%Y}")
        self.type("Begins at", hour)
        self.type("Place", room)
        self.press(ENTER, CONTROL)
        self.sitting = self.hands.one(SittingScreen, self.hands.window).sitting_id
        self.press(Qt.Key.Key_N, CONTROL)
        self.button("Put on the agenda")
        self.button("Open the sitting")
        self.hands.until(lambda: self.card().state is SittingState.OPEN, "the sitting is not open")

    def to_sittings(self) -> None:
        """Alt and a digit lead to a place of the office."""
        self.press(Qt.Key.Key_3, ALT)
        self.hands.until(lambda: self.hands.window.here() == Place("sittings"), "the sittings are not opened")
        self.hands.rest()

    def come_back(self) -> None:
        """The sitting that is open is found again in the list."""
        self.to_sittings()
        self.sitting = self.at.office.ask(sitting_lists.page).rows[0].id
        self.press(Qt.Key.Key_Down)
        self.press(ENTER)
        self.hands.one(SittingScreen, self.hands.window)
        self.hands.rest()

    def roll(self) -> RollCall:
        """Stands in the roll call."""
        found = self.reach(lambda one: isinstance(one, RollCall), "the roll call")
        assert isinstance(found, RollCall)
        return found

    def to_member(self, name: str) -> None:
        """Goes with the arrows to a member."""
        roll = self.roll()
        names = [row.line.name for row in roll.rows.values() if row.line is not None]
        way = names.index(name) - list(roll.rows).index(roll.current() or 0)
        for _ in range(abs(way)):
            self.press(Qt.Key.Key_Down if way > 0 else Qt.Key.Key_Up)
        here = roll.rows[roll.current() or 0].line
        assert here is not None and here.name == name

    def comes(self, name: str) -> None:
        """A member takes a seat, by I."""
        self.to_member(name)
        self.press(Qt.Key.Key_I)
        self.hands.until(lambda: self.line(name).present, f"{name} did not arrive")

    def next_item(self) -> int:
        """The next item is taken up by N, and the keyboard stands in the roll call; gives its place."""
        self.press(Qt.Key.Key_N)
        roll = self.hands.one(RollCall)
        self.hands.until(lambda: ItemState.ON_TABLE in self.states(), "no item is on the table")
        self.hands.until(roll.hasFocus, "the roll call does not have the keyboard")
        return self.states().index(ItemState.ON_TABLE) + 1

    def give(self, keys: str, votes: int | None = None) -> None:
        """Votes are given one after another with 1, 2 and 3."""
        self.roll()
        for letter in keys:
            self.press(Qt.Key(ord(letter)))
        wanted = len(keys) if votes is None else votes
        self.hands.until(lambda: len(self.votes()) == wanted, f"there are not {wanted} votes")

    def close_item(self) -> None:
        """Ctrl+Enter in the roll call closes the item."""
        decided = self.states().count(ItemState.DECIDED)
        self.roll()
        self.press(ENTER, CONTROL)
        self.hands.until(lambda: ItemState.ON_TABLE not in self.states(), "the item is not closed")
        assert self.states().count(ItemState.DECIDED) > decided

    def other_act(self, text: str, **facts: object) -> None:
        """An act from the menu of the sitting's page."""
        self.icon("Other acts")
        self.press(Qt.Key.Key_Space)
        self.entry(text, **facts)

    def steps_aside(self, name: str, reason: str) -> None:
        """A member takes no part in the item: M opens the member's menu."""
        self.to_member(name)
        self.press(Qt.Key.Key_M)
        self.entry("Takes no part in this item (conflict of interest) …")
        self.choose("Which conflict", "viena darba vieta")
        self.type("Conflict of interest", reason)
        self.press(ENTER, CONTROL)
        self.hands.until(lambda: self.line(name).recused is not None, f"{name} did not step aside")

    def replaces(self, substitute: str, whom: str, order: str) -> None:
        """A substitute takes the seat of a member who is away, by I."""
        self.to_member(substitute)
        self.press(Qt.Key.Key_I)
        self.choose("Replaces", whom)
        self.type("Order No.", order)
        self.press(ENTER, CONTROL)
        self.hands.until(lambda: self.line(substitute).present, f"{substitute} does not sit")

    def note(self, speaker: str, text: str) -> None:
        """What somebody said is taken down with F4; Escape leads back to the roll call."""
        self.roll()
        self.press(Qt.Key.Key_F4)
        panel = self.hands.one(NotesPanel)
        self.hands.until(panel.line.hasFocus, "F4 does not lead to the notes")
        self.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        self.choose_here(panel.speaker, speaker)
        self.press(Qt.Key.Key_Tab)
        self.hands.write(text, panel.line)
        self.press(ENTER)
        self.hands.until(lambda: panel.list.count() == 1, "the note is not stored")
        self.press(Qt.Key.Key_Escape)
        self.hands.until(self.hands.one(RollCall).hasFocus, "Escape does not lead back to the roll call")

    def takes_note_out(self) -> None:
        """The note of the item is taken out again, with Delete in the list of notes."""
        notes = self.hands.one(NotesPanel).list
        self.reach(lambda one: one is notes, "the list of notes")
        self.press(Qt.Key.Key_Home)
        self.press(Qt.Key.Key_Delete)
        self.hands.until(lambda: notes.count() == 0, "the note is not taken out")

    def ballots(self, takers: int, in_favour: str, against: str) -> None:
        """The item is voted on in secret: each takes a ballot, the count is entered."""
        self.other_act("Vote in secret")
        self.hands.until(self.hands.one(RollCall).hasFocus, "the roll call does not have the keyboard")
        for _ in range(takers):
            self.press(Qt.Key.Key_1)
        self.hands.until(lambda: self.item().papers == takers, "not every ballot is taken")
        self.button("Enter the count …")
        self.type("For", in_favour)
        self.type("Against", against)
        self.type("Abstained", "0")
        self.press(ENTER, CONTROL)
        self.hands.until(lambda: self.item().totals is not None, "the count is not stored")

    def refused_vote(self, name: str) -> str:
        """A member's vote is tried; gives the sentence that refuses it."""
        before = self.votes()
        self.to_member(name)
        self.press(Qt.Key.Key_1)
        self.hands.until(lambda: bool(self.told()), "nothing is said")
        self.hands.rest()
        assert self.votes() == before
        roll = self.hands.one(RollCall)
        here = roll.rows[roll.current() or 0].line
        assert here is not None and here.name == name, "the same member is asked again"
        return self.told()

    def take_back(self) -> None:
        """Ctrl+Z takes the last vote back."""
        before = len(self.votes())
        self.press(Qt.Key.Key_Z, CONTROL)
        self.hands.until(lambda: len(self.votes()) == before - 1, "the vote is not taken back")

    def postpone(self, reason: str) -> None:
        """The item on the table is postponed."""
        place = self.states().index(ItemState.ON_TABLE)
        self.other_act("Postpone …")
        self.type("Reason", reason)
        self.press(ENTER, CONTROL)
        self.hands.until(lambda: self.states()[place] is ItemState.POSTPONED, "the item is not postponed")

    def decide_otherwise(self, unit: str, verdict: str, reason: str) -> None:
        """The commission wants another verdict on a unit."""
        self.icon("Decide otherwise on {unit}", unit=unit)
        self.press(Qt.Key.Key_Space)
        self.entry("Decide otherwise …")
        self.choose("Verdict of the commission", verdict)
        self.type("Reason", reason)
        self.press(ENTER, CONTROL)
        self.hands.until(lambda: any(one.reason for one in self.item().units), "the other verdict is not stored")

    def take_up_together(self, many: int) -> None:
        """The cases that wait are ticked with Space and taken up together."""
        self.other_act("Vote on several cases together …")
        found = self.reach(lambda one: isinstance(one, QListWidget), "the list of cases")
        assert isinstance(found, QListWidget)
        self.press(Qt.Key.Key_Home)
        for place in range(many):
            self.press(Qt.Key.Key_Space)
            self.hands.until(partial(ticked, found, place), "the case is not ticked")
            self.press(Qt.Key.Key_Down)
        self.button("Take up together")
        self.hands.until(lambda: self.states().count(ItemState.ON_TABLE) == many, "they are not on the table")
        self.hands.give_keyboard()
        self.hands.until(self.hands.one(RollCall).hasFocus, "the roll call does not have the keyboard")

    def close_sitting(self, word: str) -> None:
        """Whoever works here took the minutes; the sitting is closed."""
        self.button(word)
        self.hands.until(lambda: isinstance(self.hands.front(), CloseSittingDialog), "nothing asks who took them")
        self.hands.rest()
        self.press(ENTER, CONTROL)
        self.hands.until(lambda: self.card().state is SittingState.CLOSED, "the sitting is not closed")

    def sign_minutes(self) -> None:
        """The minutes are signed today."""
        self.button("Sign the minutes …")
        self.hands.until(lambda: isinstance(self.hands.front(), SignMinutesDialog), "nothing asks for the day")
        self.press(ENTER, CONTROL)
        self.hands.until(lambda: self.hands.say("Note a correction …") in self.hands.reads(), "they are not signed")

    def word_reasons(self, place: int, reasons: str) -> None:
        """In the case of a decision its reasons are typed; Alt and the left arrow lead back."""
        self.open_case(place)
        self.type("Reasons of the decision", reasons)
        self.button("Save the reasons")
        self.hands.rest()
        self.press(Qt.Key.Key_Left, ALT)
        self.hands.until(lambda: bool(self.hands.seen(ClosedPanel)), "the way back does not lead to the sitting")
        self.hands.rest()

    def open_case(self, place: int) -> None:
        """The case of one of the decisions is opened at its decision."""
        word = self.hands.say("Open the case")
        self.hands.until(lambda: word in self.hands.reads(), "no decision is shown")
        links = [one for one in self.hands.seen(QPushButton, self.hands.one(ClosedPanel)) if one.text() == word]
        self.reach(lambda one: one is links[place - 1], f"the case of decision {place}")
        self.press(Qt.Key.Key_Space)
        self.hands.one(DecisionTab)
        self.hands.rest()

    def register_all(self) -> None:
        """Every decision is signed today and entered in the register."""
        self.button("Register all that can be …")
        self.hands.until(lambda: isinstance(self.hands.front(), RegisterDialog), "nothing asks for the day")
        self.press(ENTER, CONTROL)
        self.hands.until(
            lambda: self.hands.say("All decisions are registered.") in self.hands.reads(), "not registered"
        )

    def minutes(self) -> bytes:
        """The minutes in Latvian as the preview saves them; Escape closes it."""
        self.button("Minutes in Latvian")
        self.hands.until(lambda: isinstance(self.hands.front(), PaperPreview), "no paper is shown")
        self.hands.rest()
        self.press(Qt.Key.Key_S, CONTROL)
        data = saved(self.at).read_bytes()
        self.press(Qt.Key.Key_Escape)
        self.hands.until(lambda: not isinstance(self.hands.front(), PaperPreview), "the preview stays open")
        return data

    def correct_slip(self, place: str, was: str, becomes: str) -> None:
        """In the case in sight a slip of the pen is corrected in the decision."""
        self.reach(lambda one: one is self.hands.one(DecisionTab).acts.others, "the acts upon the decision")
        self.press(Qt.Key.Key_Space)
        self.entry("Correct a slip of the pen …")
        self.type("Where in the decision", place)
        self.type("It says", was)
        self.type("It should say", becomes)
        self.type("How it came about", "Pārrakstīšanās.")
        self.press(ENTER, CONTROL)
        self.hands.until(lambda: not isinstance(self.hands.front(), SlipDialog), "the slip is not corrected")


def ticked(held: QListWidget, place: int) -> bool:
    """Whether a line bears a tick."""
    return held.item(place).checkState() is Qt.CheckState.Checked
