"""The steps of a qualification exam: planned, entered, points typed line by line, the protocol closed, certified."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from commission_app.rules.vocabulary.case import CaseState
from commission_app.services import cases, exams
from commission_app.services.exam_cards import ExamCard
from commission_app.ui.sittings.certify_dialog import CertifyDialog
from commission_app.ui.sittings.exam_screen import ExamScreen
from commission_app.ui.sittings.plan_exam_dialog import PlanExamDialog
from tests.journeys.desks import MEMBERS, AtWork
from tests.journeys.sitting_steps import DATE, kept_copy

SCALE = {1: "0", 4: "40", 5: "50", 7: "70", 9: "90", 10: "96"}


def plan_exam(at: AtWork) -> int:
    """An exam of today with its own table from points to marks; three members make its board."""
    hands = at.hands
    hands.press("Sittings")
    hands.press("Exams")
    hands.press("Plan an exam")
    dialog = hands.one(PlanExamDialog, hands.window)
    hands.choose("Qualification", "PK-4 Programmēšanas tehniķis · 2022")
    hands.choose("Commission", "Eksaminācijas komisija")
    hands.fill("Day", DATE)
    hands.fill("Begins", "9")
    hands.fill("Room", "2. darbnīca")
    hands.fill("Most points, theory", "40")
    hands.fill("Most points, practice", "60")
    for mark, points in SCALE.items():
        hands.type_into(dialog.scale.marks[mark], points)
    hands.press("Plan the exam")
    screen = hands.one(ExamScreen, hands.window)
    hands.until(lambda: len(screen.board.ticks) == len(MEMBERS), "the board is not offered")
    for key in list(screen.board.ticks)[:3]:
        hands.click(screen.board.ticks[key], QPoint(8, screen.board.ticks[key].height() // 2))
    hands.until(lambda: sum(line.takes_part for line in exam(at, screen.exam_id).board) == 3, "the board is not stored")
    return screen.exam_id


def exam(at: AtWork, exam_id: int) -> ExamCard:
    """The exam as it stands now."""
    return at.office.ask(exams.exam_card, exam_id)


def enter_and_record(at: AtWork, exam_id: int, theory: str, practice: str) -> None:
    """The case that waits is entered, and its points are typed, Enter after Enter."""
    hands = at.hands
    hands.press("Enter cases …")
    hands.press("Enter for the exam")
    screen = hands.one(ExamScreen, hands.window)
    hands.until(lambda: len(exam(at, exam_id).examinees) == 1, "nobody is entered")
    hands.until(screen.table.isVisible, "the sheet is not shown")
    screen.table.begin()
    for points in (theory, practice):
        for letter in points:
            hands.key(Qt.Key(ord(letter)))
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit) and field.text() == points
        hands.key(Qt.Key.Key_Return)
    hands.until(lambda: exam(at, exam_id).examinees[0].practice == int(practice), "the points are not stored")


def close_protocol(at: AtWork, exam_id: int, case_id: int) -> bytes:
    """The protocol is closed and decides the case; gives it as it prints."""
    hands = at.hands
    hands.press("Close the protocol …")
    hands.press("Close the protocol")
    hands.until(lambda: exam(at, exam_id).closed, "the protocol is not closed")
    assert at.office.ask(cases.card, case_id).state is CaseState.DECIDED
    hands.press("Protocol in Latvian")
    return kept_copy(at)


def certify_all(at: AtWork, case_id: int, series: str, number: str) -> None:
    """Whoever passed gets a certificate on a state form."""
    hands = at.hands
    hands.press("Issue the certificates …")
    dialog = hands.one(CertifyDialog, hands.window)
    hands.until(lambda: case_id in dialog.lines, "nobody to certify")
    _, form_series, form_number, *_ = dialog.lines[case_id]
    hands.type_into(form_series, series)
    hands.type_into(form_number, number)
    hands.press("Issue the certificates")
    hands.until(lambda: at.office.ask(cases.card, case_id).state is CaseState.CERTIFIED, "no certificate")
