"""A matrix in front of an assessor: the tab on a real case, and hands that press its keys."""

from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from commission_app.exchange.standard_facts import StandardFacts
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import cases, evidence, evidence_links, matrix, scoring
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.matrix import MatrixCard, MatrixRow, ScoreCell
from commission_app.services.office import Office
from commission_app.services.scoring import AssessorForm, ScoreEntry
from commission_app.ui.cases.tabs.matrix_tab import MatrixTab
from commission_app.ui.desk import Desk
from tests import make
from tests.ui.desks import type_in

KEY = Qt.Key
P1, SEAT_A, SEAT_B, AGREED = range(4)
LATER = QItemSelectionModel.SelectionFlag.Select


@dataclass
class Bench:
    """A tab in front of an assessor, on a case whose portfolio is closed."""

    tab: MatrixTab
    office: Office
    case_id: int
    qtbot: QtBot
    seats: tuple[int, ...]

    def card(self, seat: int | None = None) -> MatrixCard:
        """The matrix as it is stored, as the assessor in a seat may see it."""
        return self.office.ask(matrix.matrix, self.case_id, seat or self.tab.seat)

    def row(self, at: int, seat: int | None = None) -> MatrixRow:
        """The outcome of a line, as it is stored."""
        cell = self.tab.model.cell(self.tab.model.index(at, 0))
        assert cell is not None
        rows = [row for unit in self.card(seat).units for row in unit.rows]
        return next(row for row in rows if row.outcome_id == cell.outcome_id)

    def score(self, at: int, seat: int = 1) -> ScoreCell:
        """What an assessor says of the outcome of a line, as it is stored."""
        return self.row(at, seat).scores[seat - 1]

    def sit(self, seat: int) -> None:
        """Another assessor scores from now on."""
        self.tab.view.setFocus()
        self.press(KEY(KEY.Key_0.value + seat), control=True)
        self.qtbot.waitUntil(lambda: self.tab.model.card is not None and self.tab.model.card.seat == (seat or None))
        self.rest()

    def go(self, line: int, column: int, *also: int) -> None:
        """Goes to a cell; chooses other lines of the column too."""
        choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
        chosen = self.tab.view.selectionModel()
        chosen.setCurrentIndex(self.tab.model.index(line, column), choose)
        for other in also:
            chosen.select(self.tab.model.index(other, column), LATER)

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        """Presses keys in the matrix."""
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.qtbot.keyClick(self.tab.view, key, held)

    def reason(self, text: str) -> None:
        """Types the reason that is asked for at the cell."""
        assert self.tab.editor.isVisible()
        type_in(self.tab.editor.line, text)
        self.qtbot.keyClick(self.tab.editor.line, KEY.Key_Return)

    def rest(self) -> None:
        """Waits until everything is stored and shown."""
        jobs = self.tab.jobs
        self.qtbot.waitUntil(lambda: not (self.tab.pen.busy or jobs.busy or self.tab._later.isActive()), timeout=15_000)


def opened(desk: Desk, office: Office, qtbot: QtBot, case_id: int, seats: tuple[int, ...]) -> Bench:
    """The tab, filled, with the keyboard in it."""
    tab = MatrixTab(desk, case_id)
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    tab.show()
    tab.refresh(office.ask(cases.card, case_id))
    made = Bench(tab, office, case_id, qtbot, seats)
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0)
    tab.view.setFocus()
    return made


def scorable(
    office: Office, *, assessors: int = 2, units: int = 2, facts: StandardFacts | None = None
) -> tuple[int, tuple[int, ...]]:
    """A case with one piece of evidence, documented, and so many assessors seated."""
    make.institution(office)
    commission = make.commission(office)
    edition = make.standard(office, facts or make.standard_facts(units=units))
    received = make.case(office, edition, commission_id=commission)
    make.move(office, received.id, cases.admit)
    old = make.today(office).replace(year=make.today(office).year - 2, day=1)
    form = EvidenceForm(EvidenceKind.CERTIFICATE, "Apliecība", "Kursu centrs", old)
    files = (NewFile("apliecība.txt", "Mācījos.".encode()), NewFile("pielikums.txt", b"Otra datne."))
    item = office.do(evidence.attach, received.id, form, files).item_id
    first = office.ask(matrix.matrix, received.id).units[0].rows[0]
    office.do(evidence_links.link, item, first.outcome_id, "1. lpp.")
    make.move(office, received.id, cases.close_portfolio)
    people = (AssessorForm("Vērtētāja A"), AssessorForm("Vērtētājs B", Side.EMPLOYERS))[:assessors]
    return received.id, tuple(office.do(scoring.seat, received.id, one) for one in people)


def with_maximum(facts: StandardFacts, points: Decimal) -> StandardFacts:
    """The same standard, each outcome of which can bring so many points."""
    units = tuple(
        replace(unit, outcomes=tuple(replace(outcome, maximum=points) for outcome in unit.outcomes))
        for unit in facts.units
    )
    return replace(facts, units=units)


def both_finished(bench: Bench, second: OutcomeResult = OutcomeResult.NOT_MET) -> None:
    """The first finds all met; the second differs on the first outcome."""
    keys = [row.outcome_id for unit in bench.card().units for row in unit.rows]
    first, other = bench.seats
    bench.office.do(scoring.score_many, first, tuple(ScoreEntry(key, OutcomeResult.MET) for key in keys))
    entries = [ScoreEntry(key, OutcomeResult.MET) for key in keys[1:]]
    bench.office.do(scoring.score_many, other, (ScoreEntry(keys[0], second, "Nav redzams."), *entries))
    for seat in bench.seats:
        bench.office.do(scoring.finish, seat)
    bench.tab._ask()
    bench.rest()
