"""The assessors of a case: who takes a seat, and how far each is."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from commission_app.services.cases import CaseCard
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.desk import Desk


class SeatsButton(QPushButton):
    """Opens the menu of the assessors; while there is none, it adds the first."""

    chosen = Signal(object)
    """The seat that is to score."""

    def __init__(self, desk: Desk, case_id: int, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(desk.language.say("Assessors …"), parent)
        self._desk = desk
        self._case_id = case_id
        self._model = model
        self._commission_id: int | None = None
        self.clicked.connect(lambda _: self.open())

    def serve(self, card: CaseCard) -> None:
        """The members of the case's commission are offered as assessors."""
        self._commission_id = card.commission_id

    def open(self) -> None:
        """Adds the first assessor, or opens the menu of all."""
        if self._model.card is not None and self._model.card.assessors:
            self.seats().popup(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            self.add()

    def seats(self) -> QMenu:
        """The menu: each assessor with the state of the sheet, and one more."""
        menu = QMenu(self)
        for seat in self._model.card.assessors if self._model.card is not None else ():
            entry = QAction(matrix_words.seat_name(self._desk.language, seat), menu)
            entry.triggered.connect(partial(self._choose, seat.seat))
            menu.addAction(entry)
        menu.addSeparator()
        more = QAction(self._desk.language.say("Add an assessor …"), menu)
        more.triggered.connect(lambda _: self.add())
        menu.addAction(more)
        if self._model.card is not None and self._model.card.assessors:
            owner = QAction(self._desk.language.say("Whose sheet …"), menu)
            owner.triggered.connect(lambda _: self.own())
            menu.addAction(owner)
        return menu

    def add(self) -> None:
        """Asks who takes a seat."""
        from commission_app.ui.cases.tabs.seat_dialog import SeatDialog

        SeatDialog(self._desk, self._case_id, self._commission_id, self).open()

    def own(self) -> None:
        """Asks to whom a sheet belongs."""
        from commission_app.ui.cases.tabs.seat_dialog import SheetOwnerDialog

        SheetOwnerDialog(self._desk, self._case_id, self).open()

    def _choose(self, seat: int, _checked: bool = False) -> None:
        self.chosen.emit(seat)
