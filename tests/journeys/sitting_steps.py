"""The steps of a sitting and of what follows it: agenda, roll call, votes, minutes, decision, certificate, papers."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from commission_app.i18n import today
from commission_app.rules.vocabulary.decision import DecisionState
from commission_app.rules.vocabulary.register import Book
from commission_app.rules.vocabulary.sitting import Choice, ItemState, SittingState
from commission_app.services import certificates, decisions, sittings
from commission_app.services.sitting_cards import SittingCard
from commission_app.ui.cases.tabs.certificate_panel import CertificatePanel
from commission_app.ui.cases.tabs.decision_tab import DecisionTab
from commission_app.ui.registers.registers_screen import RegistersScreen
from commission_app.ui.sittings.roll_call import RollCall
from commission_app.ui.sittings.roll_line import RollRow
from commission_app.ui.sittings.sitting_screen import SittingScreen
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests.journeys.desks import MEMBERS, AtWork

ENTER = Qt.Key.Key_Return
DATE = f"{today():%d.%m.%Y}"


def plan_sitting(at: AtWork) -> int:
    """A sitting of today is planned, the case that waits is put on its agenda, and the sitting is opened."""
    hands = at.hands
    hands.press("Sittings")
    hands.press("Plan a sitting")
    hands.choose("Commission", "Atzīšanas komisija")
    hands.fill("Day", DATE)
    hands.fill("Begins at", "14.00")
    hands.fill("Place", "101. telpa")
    hands.press("Plan the sitting")
    screen = hands.one(SittingScreen, hands.window)
    hands.press("Add cases …")
    hands.press("Put on the agenda")
    hands.press("Open the sitting")
    hands.until(lambda: card(at, screen.sitting_id).state is SittingState.OPEN, "the sitting is not open")
    return screen.sitting_id


def card(at: AtWork, sitting_id: int) -> SittingCard:
    """The sitting as it stands now."""
    return at.office.ask(sittings.sitting_card, sitting_id)


def gather(at: AtWork, sitting_id: int) -> None:
    """Every member takes a seat; one steps aside for a conflict of interest."""
    hands = at.hands
    for name in MEMBERS:
        hands.press("Takes part", row_of(at, name))
        hands.until(partial(present, at, sitting_id, name), f"{name} did not arrive")
    aside = row_of(at, MEMBERS[-1])
    hands.pick(aside.more.click, hands.say("Takes no part in this item (conflict of interest) …"))
    hands.fill("Conflict of interest", "Pretendenta darba devēja pārstāve.")
    hands.press("Takes no part")


def present(at: AtWork, sitting_id: int, name: str) -> bool:
    """Whether a member is in the room."""
    item = card(at, sitting_id).item
    return item is not None and any(line.present for line in item.roll if line.name == name)


def row_of(at: AtWork, name: str) -> RollRow:
    """The line of a member in the roll call."""
    rows = at.hands.one(RollCall).rows.values()
    return next(row for row in rows if row.line is not None and row.line.name == name)


def vote(at: AtWork, sitting_id: int, keys: str) -> None:
    """The item is taken up; members vote one after another with 1, 2 and 3; Ctrl+Enter closes the item."""
    hands = at.hands
    hands.press("Take up the item")
    roll = hands.one(RollCall)
    hands.until(roll.hasFocus, "the roll call does not have the keyboard")
    for letter in keys:
        hands.key(Qt.Key(ord(letter)), on=roll)
    hands.until(lambda: len(choices(at, sitting_id)) == len(keys), "not every vote is stored")
    hands.key(ENTER, Qt.KeyboardModifier.ControlModifier, on=roll)
    hands.until(lambda: card(at, sitting_id).agenda[0].state is ItemState.DECIDED, "the item is not closed")


def choices(at: AtWork, sitting_id: int) -> list[Choice]:
    """The votes given on the item in sight."""
    item = card(at, sitting_id).item
    return [line.choice for line in item.roll if line.choice is not None] if item is not None else []


def close_sitting(at: AtWork, sitting_id: int) -> bytes:
    """The sitting is closed; who took the minutes stands in them. Gives the minutes as they print."""
    hands = at.hands
    hands.press("Close the sitting …")
    hands.fill("Minutes taken by", "Anna Ozola")
    hands.press("Close the sitting")
    hands.until(lambda: card(at, sitting_id).state is SittingState.CLOSED, "the sitting is not closed")
    hands.press("Minutes in Latvian")
    return kept_copy(at)


def kept_copy(at: AtWork) -> bytes:
    """The paper in the preview, saved as a file; the preview is closed again."""
    hands = at.hands
    hands.until(lambda: isinstance(hands.front(), PaperPreview), "no paper is shown")
    preview = hands.front()
    hands.press("Save a copy …")
    data = saved(at).read_bytes()
    hands.key(Qt.Key.Key_Escape, on=preview)
    hands.until(lambda: not isinstance(hands.front(), PaperPreview), "the preview stays open")
    return data


def saved(at: AtWork) -> Path:
    """The file that was just asked for, once it is written."""
    at.hands.until(lambda: at.answers.saved is not None and at.answers.saved.exists(), "nothing was saved")
    written, at.answers.saved = at.answers.saved, None
    assert written is not None
    return written


def decide(at: AtWork, case_id: int, reasons: str) -> bytes:
    """The decision gets its reasons, the day it was signed, and its line in the register; gives the decision."""
    hands = at.hands
    hands.press("Open the case")
    hands.until(lambda: hands.say("Reasons of the decision") in hands.reads(), "the decision is not shown")
    hands.fill("Reasons of the decision", reasons)
    hands.press("Save the reasons")
    hands.press("Sign …")
    hands.fill("Signed on", DATE)
    hands.press("Signed")
    hands.press("Register the decision", hands.one(DecisionTab))
    hands.until(lambda: state(at, case_id) is DecisionState.REGISTERED, "the decision is not registered")
    hands.press("Print in Latvian")
    return kept_copy(at)


def state(at: AtWork, case_id: int) -> DecisionState | None:
    """How far the decision is."""
    held = at.office.ask(decisions.of_case, case_id)
    return held.state if held is not None else None


def certify(at: AtWork, case_id: int) -> bytes:
    """The certificate is issued; gives it as it prints."""
    hands = at.hands
    hands.press("Issue the certificate …")
    hands.press("Issue the certificate")
    hands.until(lambda: at.office.ask(certificates.of_case, case_id) is not None, "no certificate")
    return kept_copy_of_certificate(at)


def kept_copy_of_certificate(at: AtWork) -> bytes:
    """The certificate in Latvian, from the panel where it was issued."""
    at.hands.press("Print in Latvian", at.hands.one(CertificatePanel))
    return kept_copy(at)


def open_book(at: AtWork, book: Book) -> RegistersScreen:
    """The registers are opened at a book of this year."""
    hands = at.hands
    hands.press("Registers")
    screen = hands.one(RegistersScreen, hands.window)
    hands.until(lambda: year_of(screen, book) is not None, f"the shelf has no {book}")
    item = year_of(screen, book)
    assert item is not None
    hands.click(screen.shelf.viewport(), screen.shelf.visualItemRect(item).center())
    hands.until(lambda: screen.held is not None and screen.held.summary.book is book, "the book is not open")
    return screen


def year_of(screen: RegistersScreen, book: Book) -> QTreeWidgetItem | None:
    """The year of a book on the shelf."""
    shelf, key = screen.shelf, (book, today().year, "")
    for at in range(shelf.topLevelItemCount()):
        held = shelf.topLevelItem(at)
        if held is not None and held.data(0, Qt.ItemDataRole.UserRole) == key and held.childCount():
            return held.child(0)
    return None


def printed_book(at: AtWork, screen: RegistersScreen) -> bytes:
    """The printed book as its preview saves it."""
    at.hands.pick(screen.acts.others.click, at.hands.say("Print the book …"))
    return kept_copy(at)


def excel_book(at: AtWork) -> Path:
    """The book as an Excel workbook."""
    at.hands.press("Save as Excel …")
    return saved(at)
