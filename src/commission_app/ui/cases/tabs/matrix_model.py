"""The matrix for Qt's table: it keeps what was typed until the office has stored it, and what went wrong at a cell."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from commission_app.i18n import Language
from commission_app.services.matrix import LinkCell, MatrixCard, ScoreCell
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.matrix_sheet import (
    Cell,
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
        self._wished: dict[Cell, ScoreCell] = {}
        self._troubles: dict[Cell, str] = {}

    # What the office says

    def take(self, card: MatrixCard) -> None:
        """Shows the matrix as the office has it now; what is still being stored stays as it was wished."""
        self.card = card
        self._links = {
            Cell(row.outcome_id, Part.ITEM, link.item_id): link
            for unit in card.units
            for row in unit.rows
            for link in row.links
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

    def link(self, cell: Cell) -> LinkCell | None:
        """The link at a cell."""
        return self._links.get(cell)

    def score(self, cell: Cell) -> ScoreCell:
        """The score at a cell, as wished or as stored."""
        return self._wished.get(cell) or self._scores.get(cell, EMPTY)

    def stored(self, cell: Cell) -> ScoreCell:
        """The score at a cell as the office has it."""
        return self._scores.get(cell, EMPTY)

    def trouble(self, cell: Cell) -> str:
        """What went wrong at a cell."""
        return self._troubles.get(cell, "")

    # What is being stored

    def wish(self, cell: Cell, wished: ScoreCell) -> None:
        """Shows a score before it is stored."""
        self._wished[cell] = wished
        self._troubles.pop(cell, None)
        self._changed(cell)

    def settle(self, cell: Cell, stored: ScoreCell | None, trouble: str = "") -> None:
        """The office has stored a wish, or refused it with a sentence."""
        self._wished.pop(cell, None)
        if stored is not None:
            self._scores[cell] = stored
        if trouble:
            self._troubles[cell] = trouble
        self._changed(cell)

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
            return self._tip(index)
        return CENTRE if role == ROLE.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        """Names of the columns; the lines name themselves at the left edge."""
        if orientation is Qt.Orientation.Horizontal:
            return self._column_head(section, role)
        if role not in (ROLE.DisplayRole, ROLE.ToolTipRole) or section >= len(self.lines):
            return None
        line = self.lines[section]
        if isinstance(line, UnitLine):
            return matrix_words.unit_name(self.language, line.unit)
        if role == ROLE.ToolTipRole:
            return matrix_words.row_tip(self.language, line.row)
        return matrix_words.outcome_name(self.language, line.row)

    def text(self, index: Index) -> str:
        """A cell as it is read aloud and copied."""
        line, column = self.lines[index.row()], self.columns[index.column()]
        if isinstance(line, UnitLine):
            return self._sum(line, column)
        cell = Cell(line.row.outcome_id, column.part, column.key)
        if column.part is Part.ITEM:
            link = self._links.get(cell)
            return "" if link is None else matrix_words.judgements(self.language, link)
        return matrix_words.score_text(self.language, self.score(cell))

    def _sum(self, line: UnitLine, column: SheetColumn) -> str:
        """The sum of a unit in one column."""
        cells = [Cell(row.outcome_id, column.part, column.key) for row in line.unit.rows]
        if column.part is Part.ITEM:
            many = sum(cell in self._links for cell in cells)
            return str(many) if many else ""
        done = sum(self.score(cell).result is not None for cell in cells)
        return self.language.say("{done} of {all}", done=done, all=len(cells)) if done else ""

    def _tip(self, index: Index) -> str:
        cell = self.cell(index)
        if cell is None:
            return ""
        trouble = self._troubles.get(cell, "")
        if cell.part is Part.ITEM:
            link, item = self._links.get(cell), self.columns[index.column()].item
            tip = matrix_words.link_tip(self.language, link, item) if link is not None and item is not None else ""
        else:
            tip = matrix_words.score_tip(self.language, self.score(cell))
        return "\n".join(part for part in (trouble, tip) if part)

    def _column_head(self, section: int, role: int) -> Any:
        column = self.columns[section] if section < len(self.columns) else None
        if column is None or role not in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return None
        tip = role == ROLE.ToolTipRole
        if column.item is not None:
            return matrix_words.item_name(self.language, column.item) if tip else f"P{column.item.position}"
        if column.seat is not None:
            done = " ✓" if column.seat.finished else ""
            short = f"{column.seat.seat}. {column.seat.name}{done}"
            return matrix_words.seat_name(self.language, column.seat) if tip else short
        return self.language.say("The agreed result") if tip else self.language.say("Agreed")

    def _arrange(self, wanted: tuple[SheetColumn, ...]) -> None:
        """Puts the lines in order; where only their content changed, the view keeps its place."""
        made = () if self.card is None else lines(self.card, self._folded, self.show, self.words)
        same = _shape(made) == _shape(self.lines) and [_id(one) for one in wanted] == [_id(one) for one in self.columns]
        if not same:
            self.beginResetModel()
        self.lines, self.columns = made, wanted
        if not same:
            self.endResetModel()
        elif made:
            self.dataChanged.emit(self.index(0, 0), self.index(len(made) - 1, len(wanted) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(wanted) - 1)

    def _changed(self, cell: Cell) -> None:
        column = next((at for at, one in enumerate(self.columns) if (one.part, one.key) == (cell.part, cell.key)), -1)
        for row, line in enumerate(self.lines):
            mine = line.row.outcome_id == cell.outcome_id if isinstance(line, OutcomeLine) else _has(line, cell)
            if mine and column >= 0:
                self.dataChanged.emit(self.index(row, column), self.index(row, column))


def _scores(card: MatrixCard) -> dict[Cell, ScoreCell]:
    found: dict[Cell, ScoreCell] = {}
    for unit in card.units:
        for row in unit.rows:
            for seat, given in zip(card.assessors, row.scores, strict=True):
                found[Cell(row.outcome_id, Part.SEAT, seat.id)] = given
            found[Cell(row.outcome_id, Part.AGREED)] = row.agreed
    return found


def _shape(made: tuple[Line, ...]) -> list[tuple[int, int]]:
    return [(-line.unit.unit_id, 0) if isinstance(line, UnitLine) else (line.row.outcome_id, 1) for line in made]


def _id(column: SheetColumn) -> tuple[Part, int]:
    return column.part, column.key


def _has(line: UnitLine, cell: Cell) -> bool:
    return any(row.outcome_id == cell.outcome_id for row in line.unit.rows)
