"""The heart of the case by keyboard alone, in Latvian: intake, portfolio, two assessors who score blind, consensus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import case_list, cases, checks, evidence, matrix, standard_files, standard_import
from commission_app.ui.cases.tabs.consensus_dialog import ConsensusDialog
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_view import MatrixView
from commission_app.ui.places import Place
from tests import make
from tests.journeys import library
from tests.journeys.desks import AtWork
from tests.journeys.keyboard import CONTROL, Keyboard


class AtTheMatrix(Keyboard):
    """The keyboard before the matrix."""

    def view(self) -> MatrixView:
        """Stands in the matrix."""
        found = self.reach(lambda one: isinstance(one, MatrixView), "the matrix")
        assert isinstance(found, MatrixView)
        return found


def test_the_heart_of_the_case_by_keyboard_alone(at_work: AtWork) -> None:
    office, hands = at_work.office, at_work.hands
    facts = standard_files.read(library.study_programme(), "datorzinātnes.xlsx", "lv")
    office.do(standard_import.take_in, facts, approve=True)
    keys = AtTheMatrix(hands)
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


def linked(at: AtWork, keys: AtTheMatrix, case: int) -> int:
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


def scored(at: AtWork, keys: AtTheMatrix, case: int, seat: int, letters: str, reason: str) -> None:
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
