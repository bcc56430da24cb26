"""Beside the matrix: the link or the score under the keyboard, with everything that can be said of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.ui.cases.tabs import matrix_keys, matrix_words
from commission_app.ui.cases.tabs.matrix_link_page import LinkPage
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_pen import MatrixPen
from commission_app.ui.cases.tabs.matrix_score_page import ScorePage
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Line, Part, UnitLine
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

Index = QModelIndex | QPersistentModelIndex


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
        self._line: Line | None = None
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
        self._guide = _text(self)
        self._pages = QStackedLayout()
        for widget in (self._guide, self.link_page, self.score_page):
            self._pages.addWidget(_scrolling(widget, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(self._pages, 1)
        model.dataChanged.connect(self._changed)

    def show_cell(self, cell: Cell | None, line: Line | None = None) -> None:
        """Shows another cell, or the unit of a line; what was typed about the one before is stored first."""
        if cell != self._cell:
            self.keep()
        self._cell, self._line = cell, line
        if cell is None or not self._model.holds(cell):
            unit = line if isinstance(line, UnitLine) else None
            say = self._language.say
            self._title.setText(
                matrix_words.unit_name(self._language, unit.unit) if unit else say("How the matrix works")
            )
            self._about.setText("")
            self._guide.setText(
                _of_unit(self._language, self._model, unit) if unit else matrix_keys.guide(self._language)
            )
            self._pages.setCurrentIndex(0)
        else:
            row = self._model.outcome(cell).row
            self._title.setText(matrix_words.outcome_name(self._language, row))
            read = matrix_words.criterion_text(self._language, row)
            self._about.setText("\n".join(part for part in (read, sentence(self._language, row.support)) if part))
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

    def _changed(self, first: Index, last: Index) -> None:
        """Asks the model again only where the cell shown is among what changed."""
        here = self._model.at(self._cell) if self._cell is not None else None
        if here is None or not here.isValid() or first.row() <= here.row() <= last.row():
            self.show_cell(self._cell, self._line)

    def _page(self, cell: Cell) -> LinkPage | ScorePage:
        return self.link_page if cell.part is Part.ITEM else self.score_page


def _of_unit(language: Language, model: MatrixModel, line: UnitLine) -> str:
    """What a unit needs, and which verdict would follow from each column that may be seen."""
    said = [*(sentence(language, one) for one in line.unit.rule), ""]
    seats = {seat.seat: seat.name for seat in model.card.assessors} if model.card is not None else {}
    for verdict in line.unit.verdicts:
        name = seats.get(verdict.seat, language.say("The agreed result"))
        said.append(f"{name}: {word(language, verdict.verdict)}")
        said += [f"– {sentence(language, one)}" for one in verdict.missing]
    return "\n".join(said)


def _text(parent: QWidget) -> QLabel:
    text = QLabel(parent)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setWordWrap(True)
    text.setProperty("role", "soft")
    text.setAlignment(Qt.AlignmentFlag.AlignTop)
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
