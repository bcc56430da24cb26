"""The assessors of a case: who takes a seat, and who has finished."""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from commission_app.services import scoring
from commission_app.services.cases import CaseCard
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.desk import Desk


class SeatsButton(QPushButton):
    """Opens the menu of the assessors; while there is none, it adds the first."""

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
        """The menu: each assessor with what can be done, and one more."""
        say = self._desk.language.say
        menu = QMenu(self)
        for seat in self._model.card.assessors if self._model.card is not None else ():
            entry = QAction(matrix_words.seat_name(self._desk.language, seat), menu)
            entry.setEnabled(False)
            menu.addAction(entry)
            name = say("takes the sheet up again") if seat.finished else say("has finished scoring")
            doing = QAction(f"    {name}", menu)
            doing.triggered.connect(partial(self._finish, seat.id, not seat.finished))
            menu.addAction(doing)
        menu.addSeparator()
        more = QAction(say("Add an assessor …"), menu)
        more.triggered.connect(lambda _: self.add())
        menu.addAction(more)
        return menu

    def add(self) -> None:
        """Asks who takes a seat."""
        from commission_app.ui.cases.tabs.seat_dialog import SeatDialog

        SeatDialog(self._desk, self._case_id, self._commission_id, self).open()

    def _finish(self, assessor_id: int, finished: bool, _checked: bool = False) -> None:
        self._desk.jobs.do(self, scoring.finish, assessor_id, finished=finished).resting(self)
