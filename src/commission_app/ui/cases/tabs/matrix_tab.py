"""The matrix of a case: outcomes by evidence, scored by every assessor and agreed upon, as fast as a spreadsheet."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QToolButton, QWidget

from commission_app.rules.scales import PLAIN
from commission_app.services import matrix
from commission_app.services.cases import CaseCard
from commission_app.services.matrix import MatrixCard
from commission_app.ui.cases.tabs import matrix_keys, matrix_words
from commission_app.ui.cases.tabs.matrix_clipboard import MatrixClipboard
from commission_app.ui.cases.tabs.matrix_hands import MatrixHands
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_panel import MatrixPanel
from commission_app.ui.cases.tabs.matrix_pen import MatrixPen
from commission_app.ui.cases.tabs.matrix_sheet import Part, Show, count
from commission_app.ui.cases.tabs.matrix_view import MatrixView
from commission_app.ui.cases.tabs.seat_bar import SeatBar
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.empty_state import EmptyState

ASK_AGAIN_MS = 250
LEAST_LINES = 18
"""Below so many lines of text there is no room for the legend and the keys."""


class MatrixTab(CaseTab):
    """Filters and who scores above, the matrix with the panel beside it, the counters and keys below."""

    watches: ClassVar[frozenset[str]] = frozenset({"evidence", "score", "case", "standard"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        self.model = MatrixModel(desk.language, self)
        self.pen = MatrixPen(desk, self.model, self)
        self.view = MatrixView(desk.language, self.model, self)
        self.hands = MatrixHands(self.model, self.pen, self.view, self)
        self.clipboard = MatrixClipboard(self.model, self.pen, self.view, self.hands, self)
        self.panel = MatrixPanel(desk, self.model, self.pen, self)
        self.seats = SeatBar(desk, case_id, self.model, self)
        self.editor, self.values = self.hands.reasons, self.hands.values
        self.notice = Banner(desk.language, self)
        self.seat: int | None = None
        self._empty = EmptyState(desk.language.say("This case asks for no learning outcomes yet."), parent=self)
        self._asked_at = 0
        self._asked_seat: int | None = None
        self._later = QTimer(self, singleShot=True, interval=ASK_AGAIN_MS)
        self._later.timeout.connect(self._ask)
        self._build()
        self._connect()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the matrix again; while values are being stored, a moment later."""
        self.seats.seats.serve(card)
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

    def show_overview(self, small: bool) -> None:
        """Shows the whole matrix in small cells, or goes back to the cell under the keyboard."""
        self.overview.setChecked(small)
        self.view.show_overview(small)
        self.view.scrollTo(self.view.currentIndex(), self.view.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the matrix comes before its legend."""
        super().resizeEvent(event)
        lines = self.height() // self.fontMetrics().lineSpacing()
        self.legend.setVisible(lines >= LEAST_LINES)
        self.keys.setMaximumHeight(16_777_215 if lines >= LEAST_LINES else 0)

    def _spread(self, whole: bool) -> None:
        self.spreads = whole
        self.spread.emit()

    def _build(self) -> None:
        self._build_top()
        self._build_foot()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.view)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([900, 350])
        self.splitter.setChildrenCollapsible(False)
        self.desk.memory.follow_splitter("matrix", self.splitter)
        self.body.setSpacing(2 * STEP)
        for widget in (self.seats, self._top, self.notice):
            self.body.addWidget(widget)
        self.body.addWidget(self.splitter, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._foot)
        self.body.addWidget(self.keys)
        self._empty.hide()

    def _build_top(self) -> None:
        """Which outcomes are shown, and how much of the page the matrix has."""
        say = self.language.say
        self.filter = Choice(self).offer((show, matrix_words.show_name(self.language, show, 0)) for show in Show)
        self.filter.setAccessibleName(say("Which outcomes are shown"))
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(say("Find an outcome"))
        self.words.setClearButtonEnabled(True)
        self.overview, self.wider = QToolButton(self), QToolButton(self)
        self.overview.setText(say("Overview"))
        self.wider.setText(say("Whole page"))
        self.wider.setToolTip(say("Gives the matrix the whole page (F11)"))
        self._top = QWidget(self)
        row = QHBoxLayout(self._top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.filter)
        row.addWidget(self.words, 1)
        for button in (self.overview, self.wider):
            button.setCheckable(True)
            button.setProperty("role", "plain")
            row.addWidget(button)

    def _build_foot(self) -> None:
        """The counters, what the marks mean, and the keys."""
        self.counters, self.keys = QLabel(self), QLabel(self)
        self.counters.setProperty("role", "strong")
        self.keys.setProperty("role", "small")
        for label in (self.counters, self.keys):
            label.setWordWrap(True)
        self.legend = matrix_keys.Legend(self.language, self)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.counters, 1)
        foot.addWidget(self.legend)

    def _connect(self) -> None:
        self.view.wanted.connect(self._want)
        self.view.touched.connect(self.notice.hide)
        self.view.moved.connect(self._follow)
        self.view.seat_wanted.connect(lambda seat: self.seats.choose(seat or None))
        self.panel.back.connect(self.focus_first)
        self.panel.score_page.history_wanted.connect(self._show_history)
        self.panel.score_page.criterion_wanted.connect(self._show_criterion)
        self.pen.shown.connect(self.view.paint_now)
        self.pen.written.connect(self._later.start)
        for told in (self.pen.refused, self.hands.told, self.clipboard.told, self.seats.told):
            told.connect(self.notice.say)
        self.filter.on_edit(lambda: self.model.arrange(show=self._filtered()))
        self.words.textChanged.connect(lambda words: self.model.arrange(words=words))
        self.overview.toggled.connect(self.show_overview)
        self.wider.toggled.connect(self._spread)
        QShortcut(QKeySequence("F11"), self, self.wider.toggle, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.seats.chosen.connect(self._seat)
        self.seats.consensus_wanted.connect(self._show_consensus)
        self.seats.agreed.connect(self._agreed)
        QShortcut(QKeySequence("F6"), self, self._next_part, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _filtered(self) -> Show:
        show = self.filter.value()
        return show if isinstance(show, Show) else Show.ALL

    def _seat(self, seat: object) -> None:
        """Another assessor scores: what that one may see is asked for, and the keyboard goes to that column."""
        self.panel.keep()
        self.seat = seat if isinstance(seat, int) else None
        self.notice.hide()
        self._later.start(0)
        column = next((at for at, one in enumerate(self.model.columns) if one.seat and one.seat.seat == seat), None)
        if column is not None:
            row = max(self.view.currentIndex().row(), 1)
            self.view.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), column))
            self.view.setFocus()

    def _ask(self) -> None:
        if self.pen.busy:
            self._later.start()
            return
        self._asked_at, self._asked_seat = self.pen.strokes, self.seat
        self.jobs.ask(self, matrix.matrix, self.case_id, self.seat).then(self._show)

    def _show(self, card: MatrixCard) -> None:
        """Shows the answer, unless something was written or somebody else took over since it was asked for."""
        if self._asked_at != self.pen.strokes or self._asked_seat != self.seat:
            self._later.start()
            return
        self.seat = card.seat
        held = self.view.currentIndex()
        self.model.take(card)
        if not self.view.currentIndex().isValid() and held.isValid():
            self.view.setCurrentIndex(self.model.index(held.row(), held.column()))
        self.filter.offer((show, matrix_words.show_name(self.language, show, count(card, show))) for show in Show)
        self.counters.setText(matrix_words.counters(self.language, card.coverage))
        something = bool(card.coverage.total)
        for widget in (self._top, self.seats, self.splitter, self._foot, self.keys):
            widget.setVisible(something)
        self._empty.setVisible(not something)
        self.seats.show_card(card, self.seat)
        self._follow()

    def _follow(self) -> None:
        """The panel and the line of keys follow the cell under the keyboard."""
        cell = self.view.current()
        self.panel.show_cell(cell, self.view.current_line())
        scale = self.model.outcome(cell).unit.scale if cell is not None else PLAIN
        self.keys.setText(matrix_keys.hint(self.language, cell.part if cell is not None else None, scale))

    def _want(self, want: str) -> None:
        """What a key of the view wants."""
        if self.hands.carry_out(want):
            return
        match want:
            case "copy":
                self.clipboard.copy()
            case "paste":
                self.clipboard.paste()
            case "history":
                self._show_history()
            case "open":
                self.show_overview(False)
            case _:
                self.panel.begin()

    def _next_part(self) -> None:
        """F6: from the matrix to the panel, to who scores, and back."""
        if self.view.hasFocus():
            self.panel.begin()
        elif self.panel.isAncestorOf(self.focusWidget()) and self.seats.who.isVisible():
            self.seats.who.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def _show_history(self) -> None:
        from commission_app.ui.cases.tabs.history_dialog import HistoryDialog

        cell = self.view.current()
        if cell is not None and cell.part is not Part.ITEM:
            name = matrix_words.outcome_name(self.language, self.model.outcome(cell).row)
            HistoryDialog(self.desk, self.case_id, cell.outcome_id, name, self.seat, self).open()

    def _show_criterion(self) -> None:
        from commission_app.ui.cases.tabs.criterion_dialog import open_criterion_dialog

        cell = self.view.current()
        if cell is not None:
            open_criterion_dialog(self, self.desk, self.case_id, cell.outcome_id)

    def _show_consensus(self, card: MatrixCard) -> None:
        from commission_app.ui.cases.tabs.consensus_dialog import ConsensusDialog

        ConsensusDialog(self.desk, self.case_id, card, self).open()

    def _agreed(self, many: int) -> None:
        text = self.language.count("{n} outcome was agreed.", "{n} outcomes were agreed.", many)
        self.notice.say(text, "good" if many else "info")
        self._later.start()
