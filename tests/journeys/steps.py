"""The steps of the main job, each as one says it at the office; they press and type, and wait for what shows it."""

import io
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox
from reportlab.pdfgen.canvas import Canvas

from commission_app.rules.vocabulary.case import CaseAct, CaseState, Procedure
from commission_app.services import cases, evidence, matrix
from commission_app.ui.cases.intake_screen import IntakeScreen
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_view import MatrixView
from commission_app.ui.cases.tabs.portfolio_tree import PortfolioTree
from commission_app.ui.cases.tabs.seats_menu import SeatsButton
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.wording.case import act_word
from commission_app.wording.words import word
from tests.journeys.desks import AtWork

NAME = ("Ģirts", "Ķēniņš-Āboļš")


def begin_the_day(at: AtWork) -> None:
    """The person of the two who sits down here says so."""
    at.hands.press_word("Līga Bērziņa, Lietvede")
    at.hands.rest()
    assert at.office.actor.name == "Līga Bērziņa"
    assert "Šodien" in at.hands.window.windowTitle()


def take_in_standard(at: AtWork, data: bytes, name: str) -> None:
    """A standard is imported from Excel and approved, without leaving the library."""
    hands = at.hands
    at.answers.opening = at.answers.folder / name
    at.answers.opening.write_bytes(data)
    hands.press("Standards")
    hands.press("Import …")
    hands.press("Take in and approve")
    hands.until(lambda: "redakcija" in hands.reads().casefold(), "the edition is not shown")


def register_application(at: AtWork, procedure: Procedure, code: str) -> int:
    """The form at the counter is filled in and stored; gives the key of the case."""
    hands = at.hands
    hands.press("Cases")
    hands.ctrl(Qt.Key.Key_N)
    screen = hands.one(IntakeScreen, hands.window)
    procedures = hands.field("Procedure")
    assert isinstance(procedures, QComboBox)
    if procedures.currentData() is not procedure:
        hands.choose("Procedure", word(hands.language, procedure))
    hands.fill("Given name", NAME[0])
    hands.fill("Surname", NAME[1])
    hands.fill("Personal code", code)
    hands.fill("E-mail", "girts@example.invalid")
    hands.ctrl(Qt.Key.Key_S)
    hands.until(lambda: screen.received is not None, "the application is not registered")
    assert screen.received is not None
    return screen.received.id


def lay_in_evidence(at: AtWork, case_id: int, folder: Path) -> None:
    """Two files are dropped from the desktop, compared with their originals, and the case is admitted."""
    hands = at.hands
    paper, photograph = evidence_files(folder)
    hands.drop(hands.one(FileDrop), [paper])
    tree = hands.one(PortfolioTree)
    hands.drop(tree, [photograph])
    hands.until(lambda: tree.topLevelItemCount() == 2, "the files did not arrive")
    tree.setFocus()
    hands.key(Qt.Key.Key_Home, on=tree)
    hands.key(Qt.Key.Key_Space, on=tree)
    hands.key(Qt.Key.Key_Down, on=tree)
    hands.key(Qt.Key.Key_Space, on=tree)
    hands.press_word(f"{hands.say('Compared with the original')} (2)")
    hands.until(lambda: all(line.compared_by for line in at.office.ask(evidence.portfolio, case_id)), "not compared")


def evidence_files(folder: Path) -> tuple[Path, Path]:
    """A certificate of one page, and a photograph of a diploma."""
    paper = io.BytesIO()
    page = Canvas(paper)
    page.drawString(72, 720, "Apliecinajums par darbu")
    page.save()
    (folder / "Darba devēja atsauksme.pdf").write_bytes(paper.getvalue())
    picture = QImage(320, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    picture.save(str(folder / "diploms.png"))
    return folder / "Darba devēja atsauksme.pdf", folder / "diploms.png"


def do_next(at: AtWork, act: CaseAct, case_id: int, state: CaseState) -> None:
    """The prominent button of the case page is the act that is next, and pressing it does it."""
    procedure = at.office.ask(cases.card, case_id).procedure
    at.hands.press_word(act_word(at.hands.language, act, procedure))
    at.hands.until(lambda: at.office.ask(cases.card, case_id).state is state, f"the case is not {state}")


def link_and_judge(at: AtWork, case_id: int, outcomes: int) -> None:
    """Space holds the first evidence against every outcome; the key 1 judges all four qualities of each link."""
    hands = at.hands
    hands.tab("Matrica")
    view = hands.one(MatrixView)
    hands.click_cell(view, 1, 0)
    hands.click_cell(view, view.model().rowCount() - 1, 0, many=True)
    hands.key(Qt.Key.Key_Space, on=view)
    hands.until(lambda: linked(at, case_id) == outcomes, "not all are linked")
    hands.key(Qt.Key.Key_1, on=view)
    hands.until(lambda: at.office.ask(matrix.matrix, case_id).coverage.supported == outcomes, "not all are judged")


def linked(at: AtWork, case_id: int) -> int:
    """How many outcomes have evidence held against them."""
    return sum(bool(row.links) for unit in at.office.ask(matrix.matrix, case_id).units for row in unit.rows)


def seat(at: AtWork, name: str) -> None:
    """An assessor takes a seat, by name."""
    hands = at.hands
    seats, model = hands.one(SeatsButton), hands.one(MatrixView).model()
    before = model.columnCount()
    if seated(model):
        hands.pick(seats.click, hands.say("Add an assessor …"))
    else:
        hands.click(seats)
    hands.fill("Name and surname", name)
    hands.press("Add the assessor")
    hands.until(lambda: model.columnCount() == before + 1, f"{name} has no seat")


def seated(model: QAbstractItemModel) -> bool:
    """Whether somebody measures already."""
    assert isinstance(model, MatrixModel)
    return any(column.seat is not None for column in model.columns)


def score(at: AtWork, column: int, keys: str, reason: str) -> None:
    """An assessor chooses the own sheet, goes down it with 1, 2 and 3, with a reason where one is owed, and ends."""
    hands = at.hands
    view = hands.one(MatrixView)
    hands.key(Qt.Key(ord("0") + column - 1), Qt.KeyboardModifier.ControlModifier, on=view)
    model = view.model()
    assert isinstance(model, MatrixModel)
    rows = [row for row in range(model.rowCount()) if model.cell(model.index(row, column))]
    for row, letter in zip(rows, keys, strict=True):
        hands.click_cell(view, row, column)
        hands.key(Qt.Key(ord(letter)), on=view)
        if letter != "1":
            hands.write(reason)
            hands.key(Qt.Key.Key_Return)
    hands.press("I have finished")


def score_agreed(at: AtWork) -> None:
    """Where the two differ, the agreed result is set with its reason."""
    hands = at.hands
    view = hands.one(MatrixView)
    row = view.model().rowCount() - 1
    hands.click_cell(view, row, 4)
    hands.key(Qt.Key.Key_3, on=view)
    hands.write("Vērtētāji vienojās: shēma nav apgūta.")
    hands.key(Qt.Key.Key_Return)
    assert view.model().index(row, 4).data()
