"""An assessor finishes a sheet in which outcomes are left out: which they are, and why."""

from PySide6.QtWidgets import QWidget

from commission_app.services import scoring
from commission_app.services.seat_verdicts import AssessorLine
from commission_app.ui.cases.tabs.matrix_model import EMPTY, MatrixModel
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Part
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput

NAMED = 12


class FinishDialog(FormDialog):
    """Names the outcomes without a score; the reason goes into their history."""

    def __init__(self, desk: Desk, model: MatrixModel, seat: AssessorLine, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Finish the sheet"), say("I have finished"), parent)
        self._seat = seat
        left = missing(model, seat)
        shown = ", ".join(left[:NAMED]) + (" …" if len(left) > NAMED else "")
        self.banner.say(
            desk.language.count(
                "{n} outcome has no score: {codes}", "{n} outcomes have no score: {codes}", len(left), codes=shown
            ),
            "warn",
        )
        self.without = self.form.add("without", say("Why they are left out"), LongTextInput(lines=3), required=True)

    def submit(self) -> None:
        """Finishes, with the reason."""
        self.act(self.desk.jobs.do(self, scoring.finish, self._seat.id, without=self.without.value()))


def missing(model: MatrixModel, seat: AssessorLine) -> list[str]:
    """The codes of the outcomes that an assessor has not scored."""
    units = model.card.units if model.card is not None else ()
    rows = [row for unit in units for row in unit.rows]
    return [row.code for row in rows if model.score(Cell(row.outcome_id, Part.SEAT, seat.id)).result is EMPTY.result]
