"""The heart of the case by keyboard alone, in Latvian: intake, portfolio, two assessors who score blind, consensus."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTabBar, QWidget

from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import case_list, cases, checks, evidence, matrix, standard_files, standard_import
from commission_app.ui.cases.tabs.consensus_dialog import ConsensusDialog
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_view import MatrixView
from commission_app.ui.places import Place
from commission_app.ui.widgets.field import Field
from tests import make
from tests.journeys import library
from tests.journeys.desks import AtWork
from tests.journeys.hands import Hands

MOST_TABS = 120
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Hands without a mouse: everything is reached by Tab, arrows and keys."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the keyboard stands."""
        self.hands.key(key, held)

    def reach(self, wanted: Callable[[QWidget], bool], what: str) -> QWidget:
        """Goes on with Tab until the keyboard stands where it is wanted."""
        self.hands.give_keyboard()
        way: list[str] = []
        for _ in range(MOST_TABS):
            here = QApplication.focusWidget()
            way.append(type(here).__name__)
            if here is not None and wanted(here):
                return here
            QTest.keyClick(here or self.hands.front(), Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"{what} is not reached by Tab; the way: {' '.join(way)}")

    def button(self, text: str, **facts: object) -> None:
        """Goes to a button by Tab and presses it with Space."""
        word = self.hands.say(text, **facts)
        self.button_word(word)

    def button_word(self, word: str) -> None:
        """The same by its very words."""
        self.hands.until(lambda: word in self.hands.reads(), f"“{word}” is not in sight")
        self.reach(lambda one: isinstance(one, QAbstractButton) and one.text().replace("&", "") == word, word)
        self.press(Qt.Key.Key_Space)

    def field(self, label: str) -> QWidget:
        """Goes to the input below a label by Tab."""
        word = self.hands.say(label)
        self.hands.until(lambda: any(one.label_text == word for one in self.hands.seen(Field)), f"no field “{word}”")

        def inside(here: QWidget) -> bool:
            up: QWidget | None = here
            while up is not None:
                if isinstance(up, Field):
                    return up.label_text == word
                up = up.parentWidget()
            return False

        return self.reach(inside, word)

    def type(self, label: str, text: str) -> None:
        """Types into a field."""
        part = self.field(label)
        if isinstance(part, QLineEdit):
            part.selectAll()
        self.hands.write(text, part)
        self.hands.rest()

    def tab(self, word: str) -> None:
        """Goes to the row of tabs and along it with the arrows."""
        bar = self.reach(lambda one: isinstance(one, QTabBar), "the row of tabs")
        assert isinstance(bar, QTabBar)
        names = [bar.tabText(at).replace("&", "") for at in range(bar.count())]
        way = names.index(word) - bar.currentIndex()
        for _ in range(abs(way)):
            self.press(Qt.Key.Key_Right if way > 0 else Qt.Key.Key_Left)
        assert bar.tabText(bar.currentIndex()).replace("&", "") == word

    def view(self) -> MatrixView:
        """Stands in the matrix."""
        found = self.reach(lambda one: isinstance(one, MatrixView), "the matrix")
        assert isinstance(found, MatrixView)
        return found


def test_the_heart_of_the_case_by_keyboard_alone(at_work: AtWork) -> None:
    office, hands = at_work.office, at_work.hands
    facts = standard_files.read(library.study_programme(), "datorzinātnes.xlsx", "lv")
    office.do(standard_import.take_in, facts, approve=True)
    keys = Keyboard(hands)
    keys.button_word("Līga Bērziņa, Lietvede")
    case = received(at_work, keys)
    keys.tab("Portfolio")
    keys.button("Add evidence …")
    keys.type("Title", "Darba devēja atsauksme")
    keys.press(Qt.Key.Key_Return, CONTROL)
    hands.until(lambda: len(office.ask(evidence.portfolio, case)) == 1, "the evidence is not stored")
    admitted(at_work, keys, case)
    outcomes = linked(at_work, keys, case)
    keys.button_word(next_act(at_work))
    hands.until(lambda: office.ask(cases.card, case).state is CaseState.DOCUMENTED, "not submitted")
    for name in ("Vizma Āboltiņa", "Ēriks Čakste"):
        seated(keys, name)
    scored(at_work, keys, case, 1, "1113", "Shēmu pierādījumi neaptver.")
    assert blind(at_work, case), "the second assessor does not see what the first has said"
    scored(at_work, keys, case, 2, "1112", "Shēma aptverta daļēji.")
    keys.button("Agree where alike")
    hands.until(lambda: agreed(at_work, case) == outcomes - 1, "the alike results are not agreed")
    consented(at_work, keys, case)
    assert agreed(at_work, case) == outcomes
    keys.button_word(next_act(at_work))
    hands.until(lambda: office.ask(cases.card, case).state is CaseState.SCORED, "the assessment is not closed")
    assert office.ask(checks.findings) == ()


def received(at: AtWork, keys: Keyboard) -> int:
    """The application is registered at the counter."""
    hands = at.hands
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    hands.until(lambda: hands.window.here() == Place("cases"), "the list of cases is not opened")
    hands.ctrl(Qt.Key.Key_N)
    keys.type("Given name", "Žanete")
    keys.type("Surname", "Šūpulīte")
    keys.type("Personal code", make.code(3))
    keys.type("E-mail", "zanete@example.invalid")
    hands.ctrl(Qt.Key.Key_S)
    hands.until(lambda: at.office.ask(case_list.count) == 1, "the application is not registered")
    case = at.office.ask(case_list.page).rows[0].id
    keys.button("Add evidence")
    return case


def admitted(at: AtWork, keys: Keyboard, case: int) -> None:
    """The next act of the page is done by Space."""
    keys.button_word(next_act(at))
    at.hands.until(lambda: at.office.ask(cases.card, case).state is CaseState.ADMITTED, "not admitted")


def next_act(at: AtWork) -> str:
    """What the one prominent button of the page says."""
    from commission_app.ui.widgets.act_button import ActButton

    return at.hands.one(ActButton).button.text()


def linked(at: AtWork, keys: Keyboard, case: int) -> int:
    """The evidence is held against every outcome and judged, without the mouse."""
    keys.tab("Matrica")
    view = keys.view()
    model = view.model()
    assert isinstance(model, MatrixModel)
    card = at.office.ask(matrix.matrix, case)
    rows = [row for unit in card.units for row in unit.rows]
    keys.press(Qt.Key.Key_Home, CONTROL)
    to_column(view, keys, 0)
    for done in range(1, len(rows) + 1):
        while not model.cell(view.currentIndex()):
            keys.press(Qt.Key.Key_Down)
        keys.press(Qt.Key.Key_Space)
        at.hands.until(lambda done=done: links(at, case) == done, "the evidence is not held against the outcome")
        keys.press(Qt.Key.Key_1)
        keys.press(Qt.Key.Key_Down)
    at.hands.until(lambda: at.office.ask(matrix.matrix, case).coverage.supported == len(rows), "not judged")
    return len(rows)


def to_column(view: MatrixView, keys: Keyboard, column: int) -> None:
    """Goes along with the arrows."""
    for _ in range(12):
        if view.currentIndex().column() == column:
            return
        keys.press(Qt.Key.Key_Right if view.currentIndex().column() < column else Qt.Key.Key_Left)
    raise AssertionError(f"column {column} is not reached")


def links(at: AtWork, case: int) -> int:
    """How many outcomes have evidence."""
    return sum(bool(row.links) for unit in at.office.ask(matrix.matrix, case).units for row in unit.rows)


def seated(keys: Keyboard, name: str) -> None:
    """An assessor takes a seat."""
    hands = keys.hands
    view = hands.one(MatrixView)
    before = view.model().columnCount()
    model = view.model()
    assert isinstance(model, MatrixModel)
    word = next(one.text() for one in hands.seen(QAbstractButton) if one.text().replace("&", "").startswith("Vērtētāj"))
    keys.button_word(word.replace("&", ""))
    if QApplication.activePopupWidget() is not None:
        popup = QApplication.activePopupWidget()
        for _ in range(20):
            QTest.keyClick(popup, Qt.Key.Key_Down)
            active = getattr(popup, "activeAction", lambda: None)()
            if active is not None and active.text() == hands.say("Add an assessor …"):
                break
        QTest.keyClick(popup, Qt.Key.Key_Return)
        hands.rest()
    keys.type("Name and surname", name)
    keys.press(Qt.Key.Key_Return, CONTROL)
    hands.until(lambda: model.columnCount() == before + 1, f"{name} has no seat")


def scored(at: AtWork, keys: Keyboard, case: int, seat: int, letters: str, reason: str) -> None:
    """An assessor chooses the own sheet and types down its column."""
    view = keys.view()
    keys.press(Qt.Key(ord("0") + seat), CONTROL)
    keys.press(Qt.Key.Key_Home, CONTROL)
    to_column(view, keys, seat)
    model = view.model()
    assert isinstance(model, MatrixModel)
    for letter in letters:
        while not model.cell(view.currentIndex()):
            keys.press(Qt.Key.Key_Down)
        row = view.currentIndex().row()
        keys.press(Qt.Key(ord(letter)))
        if letter != "1":
            at.hands.write(reason)
            keys.press(Qt.Key.Key_Return)
        keys.view()
        if view.currentIndex().row() == row:
            keys.press(Qt.Key.Key_Down)
    keys.button("I have finished")
    at.hands.until(
        lambda: at.office.ask(matrix.matrix, case).assessors[seat - 1].finished, f"sheet {seat} is not finished"
    )


def blind(at: AtWork, case: int) -> bool:
    """Whether a scorer in the second seat is told nothing of the first."""
    card = at.office.ask(matrix.matrix, case, 2)
    return all(row.scores[0].hidden and row.scores[0].result is None for unit in card.units for row in unit.rows)


def agreed(at: AtWork, case: int) -> int:
    """How many results are agreed."""
    return sum(row.agreed.result is not None for unit in at.office.ask(matrix.matrix, case).units for row in unit.rows)


def consented(at: AtWork, keys: Keyboard, case: int) -> None:
    """The one outcome on which they differ is settled with another result and its reason."""
    keys.button("Agree on results …")
    at.hands.until(lambda: isinstance(at.hands.front(), ConsensusDialog), "there is no dialog to agree in")
    keys.type("Another result", "3")
    keys.type("Reason", "Vērtētāji vienojās: shēma nav apgūta.")
    keys.button("Agree on this result")
    at.hands.until(
        lambda: any(
            row.agreed.result is OutcomeResult.NOT_MET
            for unit in at.office.ask(matrix.matrix, case).units
            for row in unit.rows
        ),
        "the differing outcome is not settled",
    )
    if isinstance(at.hands.front(), ConsensusDialog):
        keys.press(Qt.Key.Key_Escape)
    at.hands.rest()
