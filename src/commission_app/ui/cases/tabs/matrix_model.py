"""The matrix for Qt's table: it keeps what was typed until the office has stored it, and what went wrong at a cell."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language
from commission_app.services.matrix import LinkCell, MatrixCard, ScoreCell
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_sheet import (
    Cell,
    Held,
    Line,
    OutcomeLine,
    Part,
    SheetColumn,
    Show,
    UnitLine,
    columns,
    lines,
)

Index = QModelIndex | QPersistentModelIndex
EMPTY = ScoreCell(None, "", None)
CENTRE = Qt.AlignmentFlag.AlignCenter
ROLE = Qt.ItemDataRole


class MatrixModel(QAbstractTableModel):
    """Lines by columns; a cell shows what was wished for it, else what the office has."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.card: MatrixCard | None = None
        self.columns: tuple[SheetColumn, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self.show = Show.ALL
        self.words = ""
        self._folded: frozenset[int] = frozenset()
        self._links: dict[Cell, LinkCell] = {}
        self._scores: dict[Cell, ScoreCell] = {}
        self._wished: dict[Cell, Held] = {}
        self._troubles: dict[Cell, str] = {}
        self._outcomes: dict[int, OutcomeLine] = {}
        self._rows: dict[int, int] = {}
        self._unit_rows: dict[int, int] = {}
        self._places: dict[tuple[Part, int], int] = {}
        self._sums: dict[tuple[int, int], str] = {}
        self._totals: dict[int, int] = {}

    # What the office says

    def take(self, card: MatrixCard) -> None:
        """Shows the matrix as the office has it now; what is still being stored stays as it was wished."""
        self.card = card
        self._outcomes = {row.outcome_id: OutcomeLine(unit, row) for unit in card.units for row in unit.rows}
        self._links = {
            Cell(key, Part.ITEM, link.item_id): link for key, line in self._outcomes.items() for link in line.row.links
        }
        self._scores = _scores(card)
        self._arrange(columns(card))

    def arrange(self, show: Show | None = None, words: str | None = None) -> None:
        """Shows other outcomes."""
        self.show = self.show if show is None else show
        self.words = self.words if words is None else words
        self._arrange(self.columns)

    def fold(self, unit_id: int) -> None:
        """Folds the outcomes of a unit away, or unfolds them."""
        self._folded ^= {unit_id}
        self._arrange(self.columns)

    def fold_all(self, folded: bool) -> None:
        """Folds every unit, or none."""
        units = (unit.unit_id for unit in self.card.units) if self.card is not None and folded else ()
        self._folded = frozenset(units)
        self._arrange(self.columns)

    # What a cell holds

    def cell(self, index: Index) -> Cell | None:
        """The cell at an index; none on the line of a unit."""
        line = self.lines[index.row()] if index.isValid() and index.row() < len(self.lines) else None
        if not isinstance(line, OutcomeLine):
            return None
        column = self.columns[index.column()]
        return Cell(line.row.outcome_id, column.part, column.key)

    def outcome(self, cell: Cell) -> OutcomeLine:
        """The outcome of a cell with its unit, in sight or not."""
        return self._outcomes[cell.outcome_id]

    def column(self, cell: Cell) -> SheetColumn:
        """The column of a cell."""
        return self.columns[self._places[cell.part, cell.key]]

    def at(self, cell: Cell) -> QModelIndex:
        """Where a cell stands now; nowhere while it is folded away or filtered out."""
        row, column = self._rows.get(cell.outcome_id), self._places.get((cell.part, cell.key))
        return QModelIndex() if row is None or column is None else self.index(row, column)

    def holds(self, cell: Cell) -> bool:
        """Whether the cell still is in the matrix."""
        return cell.outcome_id in self._outcomes and (cell.part, cell.key) in self._places

    def link(self, cell: Cell) -> LinkCell | None:
        """The link at a cell, as wished or as stored."""
        held = self._wished[cell] if cell in self._wished else self._links.get(cell)
        return held if isinstance(held, LinkCell) else None

    def score(self, cell: Cell) -> ScoreCell:
        """The score at a cell, as wished or as stored."""
        held = self._wished.get(cell)
        return held if isinstance(held, ScoreCell) else self._scores.get(cell, EMPTY)

    def stored(self, cell: Cell) -> Held:
        """What the office has at a cell."""
        return self._links.get(cell) if cell.part is Part.ITEM else self._scores.get(cell, EMPTY)

    def held(self, cell: Cell) -> Held:
        """What is shown at a cell."""
        return self.link(cell) if cell.part is Part.ITEM else self.score(cell)

    def pending(self, cell: Cell) -> bool:
        """Whether what is shown at a cell is still being stored."""
        return cell in self._wished

    def trouble(self, cell: Cell) -> str:
        """What went wrong at a cell."""
        return self._troubles.get(cell, "")

    def against(self, cell: Cell) -> Refusal | None:
        """What stands against changing a cell now, as the card says it."""
        if self.card is None:
            return None
        if cell.part is Part.ITEM:
            return next(iter(self.card.against_links), None)
        if self.card.against_scores:
            return self.card.against_scores[0]
        if cell.part is Part.AGREED:
            return next(iter(self.card.against_agreeing), None)
        seat = self.column(cell).seat
        if seat is not None and seat.hidden:
            return refusal("matrix.veiled")
        return refusal("scoring.sheet_finished", name=seat.name) if seat is not None and seat.finished else None

    # What is being stored

    def wish(self, cell: Cell, wished: Held) -> None:
        """Shows what a cell is to hold before it is stored."""
        self._wished[cell] = wished
        self._troubles.pop(cell, None)
        self._changed(cell)

    def settle(self, cell: Cell, stored: Held) -> None:
        """The office has stored this."""
        self._wished.pop(cell, None)
        if isinstance(stored, ScoreCell):
            self._scores[cell] = stored
        elif stored is None:
            self._links.pop(cell, None)
        else:
            self._links[cell] = stored
        self._changed(cell)

    def take_back(self, cell: Cell, trouble: str = "") -> None:
        """The office refused a wish: what it has is shown again, with the sentence."""
        self._wished.pop(cell, None)
        self.complain(cell, trouble)

    def complain(self, cell: Cell, trouble: str) -> None:
        """Says at a cell what went wrong there; an empty text says that it is well again."""
        if trouble:
            self._troubles[cell] = trouble
        else:
            self._troubles.pop(cell, None)
        self._changed(cell)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines are in sight."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Evidence, assessors and the agreement."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        """The text of a cell, and its tooltip; the delegate paints the marks."""
        if role == ROLE.DisplayRole:
            return self.text(index)
        if role in (ROLE.ToolTipRole, ROLE.AccessibleDescriptionRole):
            return matrix_words.cell_tip(self, index)
        return CENTRE if role == ROLE.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        """Names of the columns; the lines name themselves at the left edge."""
        if role not in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return None
        tip = role == ROLE.ToolTipRole
        if orientation is Qt.Orientation.Horizontal:
            column = self.columns[section] if section < len(self.columns) else None
            return None if column is None else matrix_words.column_name(self, column, tip=tip)
        line = self.lines[section] if section < len(self.lines) else None
        return None if line is None else matrix_words.line_name(self.language, line, tip=tip)

    def text(self, index: Index) -> str:
        """A cell as it is read aloud and copied."""
        line, column = self.lines[index.row()], self.columns[index.column()]
        if isinstance(line, UnitLine):
            return self._sum(line, column)
        cell = Cell(line.row.outcome_id, column.part, column.key)
        if column.part is Part.ITEM:
            link = self.link(cell)
            return "" if link is None else matrix_words.judgements(self.language, link)
        return matrix_words.score_text(self.language, self.score(cell))

    def many(self, column: SheetColumn) -> int:
        """How many outcomes have something in a column; counted once until something changes."""
        place = self._places[column.part, column.key]
        if place not in self._totals:
            cells = (Cell(key, column.part, column.key) for key in self._outcomes)
            self._totals[place] = sum(_filled(self.held(cell)) for cell in cells)
        return self._totals[place]

    def _sum(self, line: UnitLine, column: SheetColumn) -> str:
        """The sum of a unit in one column; reckoned once until something changes."""
        place = (line.unit.unit_id, self._places[column.part, column.key])
        if place not in self._sums:
            cells = [Cell(row.outcome_id, column.part, column.key) for row in line.unit.rows]
            many = sum(_filled(self.held(cell)) for cell in cells)
            shown = "" if not many else str(many)
            if many and column.part is not Part.ITEM:
                shown = self.language.say("{done} of {all}", done=many, all=len(cells))
            self._sums[place] = shown
        return self._sums[place]

    def _arrange(self, wanted: tuple[SheetColumn, ...]) -> None:
        """Puts the lines in order; where only their content changed, the view keeps its place."""
        made = () if self.card is None else lines(self.card, self._folded, self.show, self.words)
        same = _shape(made) == _shape(self.lines) and [_id(one) for one in wanted] == [_id(one) for one in self.columns]
        if not same:
            self.beginResetModel()
        self.lines, self.columns = made, wanted
        self._sums, self._totals = {}, {}
        self._places = {_id(column): at for at, column in enumerate(wanted)}
        self._rows = {line.row.outcome_id: at for at, line in enumerate(made) if isinstance(line, OutcomeLine)}
        self._unit_rows = {line.unit.unit_id: at for at, line in enumerate(made) if isinstance(line, UnitLine)}
        if not same:
            self.endResetModel()
        elif made:
            self.dataChanged.emit(self.index(0, 0), self.index(len(made) - 1, len(wanted) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(wanted) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(made) - 1)

    def _changed(self, cell: Cell) -> None:
        """Tells of one cell, and of the sum of its unit."""
        column, line = self._places.get((cell.part, cell.key)), self._outcomes.get(cell.outcome_id)
        if column is None or line is None:
            return
        self._sums.pop((line.unit.unit_id, column), None)
        self._totals.pop(column, None)
        for row in (self._rows.get(cell.outcome_id), self._unit_rows.get(line.unit.unit_id)):
            if row is not None:
                self.dataChanged.emit(self.index(row, column), self.index(row, column))


def _scores(card: MatrixCard) -> dict[Cell, ScoreCell]:
    found: dict[Cell, ScoreCell] = {}
    for unit in card.units:
        for row in unit.rows:
            for seat, given in zip(card.assessors, row.scores, strict=True):
                found[Cell(row.outcome_id, Part.SEAT, seat.id)] = given
            found[Cell(row.outcome_id, Part.AGREED)] = row.agreed
    return found


def _filled(held: Held) -> bool:
    return isinstance(held, LinkCell) or (held is not None and held.result is not None)


def _shape(made: tuple[Line, ...]) -> list[tuple[int, bool]]:
    return [
        (line.unit.unit_id, line.folded) if isinstance(line, UnitLine) else (-line.row.outcome_id, False)
        for line in made
    ]


def _id(column: SheetColumn) -> tuple[Part, int]:
    return column.part, column.key
