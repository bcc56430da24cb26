"""Beside the matrix: the link or the score under the keyboard, with everything that can be said of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_link_page import LinkPage
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_pen import MatrixPen
from commission_app.ui.cases.tabs.matrix_score_page import ScorePage
from commission_app.ui.cases.tabs.matrix_sheet import Cell, OutcomeLine, Part
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.wording.sentences import sentence


class MatrixPanel(QFrame):
    """Follows the cell under the keyboard; what was typed here is stored when one goes on."""

    back = Signal()
    """The keyboard goes back into the matrix."""

    def __init__(self, desk: Desk, model: MatrixModel, pen: MatrixPen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._model = model
        self._language = desk.language
        self._cell: Cell | None = None
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._about = QLabel(self)
        self._about.setProperty("role", "small")
        self._about.setWordWrap(True)
        self.link_page = LinkPage(desk, model, pen, self)
        self.score_page = ScorePage(desk.language, model, pen, self)
        self.link_page.done.connect(self.back)
        self.score_page.done.connect(self.back)
        self._guide = _guide(desk.language, self)
        self._pages = QStackedLayout()
        for widget in (self._guide, self.link_page, self.score_page):
            self._pages.addWidget(_scrolling(widget, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(self._pages, 1)
        model.dataChanged.connect(lambda *_: self.show_cell(self._cell))

    def show_cell(self, cell: Cell | None) -> None:
        """Shows another cell; what was typed about the one before is stored first."""
        if cell != self._cell:
            self.keep()
        self._cell = cell
        line = self._line(cell)
        if cell is None or line is None:
            self._title.setText(self._language.say("How the matrix works"))
            self._about.setText("")
            self._pages.setCurrentIndex(0)
        else:
            self._title.setText(matrix_words.outcome_name(self._language, line.row))
            self._about.setText(sentence(self._language, line.row.support))
            self._pages.setCurrentIndex(1 if cell.part is Part.ITEM else 2)
            self._page(cell).show_cell(cell)
        self._about.setVisible(bool(self._about.text()))

    def keep(self) -> None:
        """Stores what was typed and not stored yet."""
        for page in (self.link_page, self.score_page):
            page.keep()

    def begin(self) -> None:
        """Puts the keyboard where the cell is edited."""
        if self._cell is not None:
            self._page(self._cell).begin()

    def _page(self, cell: Cell) -> LinkPage | ScorePage:
        return self.link_page if cell.part is Part.ITEM else self.score_page

    def _line(self, cell: Cell | None) -> OutcomeLine | None:
        for line in self._model.lines:
            if cell is not None and isinstance(line, OutcomeLine) and line.row.outcome_id == cell.outcome_id:
                return line
        return None


def _guide(language: Language, parent: QWidget) -> QWidget:
    """What the marks mean and which keys there are, while no cell is chosen."""
    text = QLabel(parent)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setWordWrap(True)
    text.setProperty("role", "soft")
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
    text.setText(
        language.say(
            "Rows are learning outcomes, columns P1, P2 … the pieces of evidence.\n\n"
            "◆ evidence is linked; full: all four judgements are yes, half: partly, empty: not judged yet, "
            "crossed: no. A pale mark is out of date.\n\n"
            "Arrows: move · Space: link or unlink · Enter: edit beside the matrix\n"
            "1, 2, 3 on a link: all four judgements yes, partly, no\n"
            "1, 2, 3, 4 in a column of scores: met, partly met, not met, to be tested\n"
            "Delete: clear · Ctrl+D: as in the row above · Shift+arrows: choose several"
        )
    )
    return text


def _scrolling(page: QWidget, parent: QWidget) -> QScrollArea:
    """A page that scrolls on a small screen instead of making the window taller."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    for part in (page, area.viewport()):
        part.setAutoFillBackground(False)
    return area
