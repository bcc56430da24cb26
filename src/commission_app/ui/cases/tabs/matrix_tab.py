"""The matrix of a case: outcomes by evidence, scored by every assessor and agreed upon, as fast as a spreadsheet."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter, QWidget

from commission_app.rules.scoring import needs_reason
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import matrix, scoring
from commission_app.services.cases import CaseCard
from commission_app.services.matrix import MatrixCard
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_panel import MatrixPanel
from commission_app.ui.cases.tabs.matrix_pen import MatrixPen
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Part, Show, count
from commission_app.ui.cases.tabs.matrix_view import MatrixView
from commission_app.ui.cases.tabs.reason_editor import ReasonEditor
from commission_app.ui.cases.tabs.seats_menu import SeatsButton
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.segments import Segments

ASK_AGAIN_MS = 250
_LINK_KEYS = (Judgement.YES, Judgement.PARTLY, Judgement.NO)


class MatrixTab(CaseTab):
    """Filters above, the matrix with the panel beside it, the counters below."""

    watches: ClassVar[frozenset[str]] = frozenset({"evidence", "score", "case", "standard"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        self.model = MatrixModel(desk.language, self)
        self.pen = MatrixPen(desk, self.model, self)
        self.view = MatrixView(desk.language, self.model, self)
        self.panel = MatrixPanel(desk, self.model, self.pen, self)
        self.editor = ReasonEditor(desk.language, self)
        self.notice = Banner(desk.language, self)
        self.counters = QLabel(self)
        self.counters.setProperty("role", "strong")
        self.counters.setWordWrap(True)
        self._empty = EmptyState(desk.language.say("This case asks for no learning outcomes yet."), parent=self)
        self._awaiting: tuple[Cell, ...] = ()
        self._asked_at = 0
        self._later = QTimer(self, singleShot=True, interval=ASK_AGAIN_MS)
        self._later.timeout.connect(self._ask)
        self._build()
        self._connect()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the matrix again; while values are being stored, a moment later."""
        self.seats.serve(card)
        self.view.name_outcomes(matrix_words.outcomes_name(self.language, card.procedure))
        if self.pen.busy or self._later.isActive():
            self._later.start()
        else:
            self._ask()

    def focus_first(self) -> None:
        """Puts the keyboard into the matrix."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(min(1, self.model.rowCount() - 1), 0))

    def _build(self) -> None:
        say = self.language.say
        self.filter = Segments(self)
        self.filter.offer((show, matrix_words.show_name(self.language, show, 0), "") for show in Show)
        self.filter.set_value(Show.ALL)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(say("Find an outcome"))
        self.words.setClearButtonEnabled(True)
        self.alike = QPushButton(say("Agree where alike"), self)
        self.seats = SeatsButton(self.desk, self.case_id, self.model, self)
        self._top = QWidget(self)
        row = QHBoxLayout(self._top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.filter)
        row.addWidget(self.words, 1)
        row.addWidget(self.alike)
        row.addWidget(self.seats)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([900, 350])
        self.splitter.setChildrenCollapsible(False)
        self.desk.memory.follow_splitter("matrix", self.splitter)
        for widget in (self._top, self.notice):
            self.body.addWidget(widget)
        self.body.addWidget(self.splitter, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.counters)
        self._empty.hide()

    def _connect(self) -> None:
        view = self.view
        view.scored.connect(self._key)
        view.emptied.connect(self._clear)
        view.toggled.connect(self._toggle)
        view.entered.connect(self._enter)
        view.filled.connect(self._fill_down)
        view.moved.connect(self._moved)
        self.panel.back.connect(self.focus_first)
        self.editor.reasoned.connect(self._reasoned)
        self.editor.left.connect(self.focus_first)
        self.pen.written.connect(self._later.start)
        self.pen.refused.connect(self.notice.say)
        self.filter.chosen.connect(lambda show: self.model.arrange(show=show))
        self.words.textChanged.connect(lambda words: self.model.arrange(words=words))
        self.alike.clicked.connect(self._agree_alike)

    def _ask(self) -> None:
        if self.pen.busy:
            self._later.start()
            return
        self._asked_at = self.pen.strokes
        self.jobs.ask(self, matrix.matrix, self.case_id).then(self._show)

    def _show(self, card: MatrixCard) -> None:
        """Shows the answer, unless something was written since it was asked for."""
        if self._asked_at != self.pen.strokes:
            self._later.start()
            return
        held = self.view.currentIndex()
        self.pen.looked()
        self.model.take(card)
        if not self.view.currentIndex().isValid() and held.isValid():
            self.view.setCurrentIndex(self.model.index(held.row(), held.column()))
        for show in Show:
            self.filter.name(show, matrix_words.show_name(self.language, show, count(card, show)))
        self.counters.setText(matrix_words.counters(self.language, card.coverage))
        something = bool(card.coverage.total)
        for widget in (self._top, self.splitter):
            widget.setVisible(something)
        self._empty.setVisible(not something)
        self.alike.setVisible(bool(card.assessors) and card.scores_open)
        self.panel.show_cell(self.view.current())

    def _moved(self) -> None:
        self.notice.hide()
        self.panel.show_cell(self.view.current())

    # What the keys want

    def _key(self, number: int) -> None:
        """A key from 1 to 4: a result in a column of scores, a judgement in a column of evidence."""
        cells = self.view.cells()
        scores = tuple(cell for cell in cells if cell.part is not Part.ITEM)
        links = tuple(cell for cell in cells if cell.part is Part.ITEM)
        if links and number < len(_LINK_KEYS):
            self.pen.judge(links, dict.fromkeys(Quality, _LINK_KEYS[number]))
        if not scores:
            return
        result = matrix_words.KEYS[number]
        reason = self.model.score(scores[0]).reason
        if needs_reason(result) and not all(self.model.score(cell).reason for cell in scores):
            self._ask_reason(scores, result, reason)
        elif needs_reason(result):
            for cell in scores:
                self.pen.score((cell,), result, self.model.score(cell).reason)
        else:
            self.pen.score(scores, result)
        if len(scores) == 1 and not needs_reason(result):
            self.view.step_down()

    def _ask_reason(self, cells: tuple[Cell, ...], result: OutcomeResult, reason: str) -> None:
        """Opens the reason right at the cell."""
        self._awaiting = cells
        index = self.view.currentIndex()
        rect = self.view.visualRect(index)
        rect.moveTopLeft(self.view.viewport().mapTo(self, rect.topLeft()))
        self.editor.ask(result, reason, rect)

    def _reasoned(self, result: OutcomeResult, reason: str) -> None:
        cells, self._awaiting = self._awaiting, ()
        self.pen.score(cells, result, reason)
        if len(cells) == 1:
            self.view.step_down()

    def _clear(self) -> None:
        cells = self.view.cells()
        self.pen.score((cell for cell in cells if cell.part is not Part.ITEM and self._scored(cell)), None)
        self._unlink(tuple(cell for cell in cells if cell.part is Part.ITEM))

    def _toggle(self) -> None:
        """Space: links all the chosen cells, or, where all are linked, takes the links away."""
        cells = tuple(cell for cell in self.view.cells() if cell.part is Part.ITEM)
        bare = tuple(cell for cell in cells if self.model.link(cell) is None)
        if bare:
            self.pen.link(bare)
        elif cells:
            self._unlink(cells)
        elif self.view.cells():
            self._enter()

    def _enter(self) -> None:
        """Enter: what is not linked is linked, what is there is edited beside the matrix."""
        cell = self.view.current()
        if cell is None:
            return
        if cell.part is Part.ITEM and self.model.link(cell) is None:
            self.pen.link((cell,))
        else:
            self.panel.begin()

    def _fill_down(self) -> None:
        """Ctrl+D: the chosen cells become as the topmost one; a single one as the one above it."""
        cells = self.view.cells()
        if len(cells) == 1:
            index = self.view.currentIndex()
            above = self.model.cell(index.siblingAtRow(index.row() - 1)) if index.row() else None
            cells = (above, cells[0]) if above is not None else ()
        for column in dict.fromkeys((cell.part, cell.key) for cell in cells):
            mine = [cell for cell in cells if (cell.part, cell.key) == column]
            self._copy(mine[0], tuple(mine[1:]))

    def _copy(self, pattern: Cell, cells: tuple[Cell, ...]) -> None:
        if pattern.part is not Part.ITEM:
            score = self.model.score(pattern)
            self.pen.score(cells, score.result, score.reason)
            return
        link = self.model.link(pattern)
        if link is not None:
            self.pen.link((cell for cell in cells if self.model.link(cell) is None), link.citation, link.note)
            self.pen.judge(cells, dict(matrix_words.four(link)))

    def _unlink(self, cells: tuple[Cell, ...]) -> None:
        """Takes links away; asks where judgements would be lost with them."""
        held = [link for cell in cells if (link := self.model.link(cell)) is not None]
        told = [
            link
            for link in held
            if link.citation or link.note or any(one is not Judgement.NOT_JUDGED for _, one in matrix_words.four(link))
        ]
        say = self.language
        if told and not confirm(
            self,
            say,
            say.count(
                "{n} link is judged or cited; remove it with what was said of it?",
                "{n} links are judged or cited; remove them with what was said of them?",
                len(told),
            ),
            say.say("Remove the links"),
        ):
            return
        self.pen.unlink(cells)

    def _agree_alike(self) -> None:
        promise = self.jobs.do(self, scoring.agree_where_alike, self.case_id).resting(self.alike)
        promise.then(self._agreed)

    def _agreed(self, many: int) -> None:
        text = self.language.count("{n} outcome was agreed.", "{n} outcomes were agreed.", many)
        self.notice.say(text, "good" if many else "info")
        self._later.start()

    def _scored(self, cell: Cell) -> bool:
        return self.model.score(cell).result is not None
