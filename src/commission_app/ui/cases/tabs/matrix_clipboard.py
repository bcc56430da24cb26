"""A block of the matrix on the clipboard: copied as a table that Excel reads, pasted with every cell checked."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from commission_app.errors import RefusedError
from commission_app.services.matrix import LinkCell, ScoreCell
from commission_app.ui.cases.tabs import matrix_entry, matrix_words
from commission_app.ui.cases.tabs.matrix_entry import Entry
from commission_app.ui.cases.tabs.matrix_hands import MatrixHands
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_pen import MatrixPen
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Held, OutcomeLine, Part
from commission_app.ui.cases.tabs.matrix_view import MatrixView
from commission_app.wording.sentences import sentence

NAMED = 5
"""How many refused cells are named in the message; the others say why themselves."""


class MatrixClipboard(QObject):
    """Keeps the reasons beside what was copied, because the text of a clipboard has none."""

    told = Signal(str)
    """What could not be pasted."""

    def __init__(
        self, model: MatrixModel, pen: MatrixPen, view: MatrixView, hands: MatrixHands, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._pen, self._view, self._hands = model, pen, view, hands
        self._copied: list[list[Held]] = []
        self._text = ""

    def copy(self) -> None:
        """Ctrl+C: the block of chosen cells, without the lines of units."""
        chosen = self._view.selectionModel().selectedIndexes()
        rows = sorted({at.row() for at in chosen if isinstance(self._model.lines[at.row()], OutcomeLine)})
        columns = sorted({at.column() for at in chosen})
        if not rows:
            return
        cells = [[self._model.cell(self._model.index(row, column)) for column in columns] for row in rows]
        self._copied = [[self._model.held(cell) if cell else None for cell in line] for line in cells]
        texts = [[self._model.text(self._model.index(row, column)) for column in columns] for row in rows]
        self._text = "\n".join("\t".join(line) for line in texts)
        QGuiApplication.clipboard().setText(self._text)

    def paste(self) -> None:
        """Ctrl+V: from the upper left chosen cell on; a single value goes into every chosen cell."""
        text = QGuiApplication.clipboard().text()
        if not text.strip() and text != self._text:
            return
        block = [line.split("\t") for line in text.rstrip("\r\n").replace("\r\n", "\n").split("\n")]
        held = self._copied if text == self._text else [[None for _ in line] for line in block]
        targets = self._targets(block)
        links: dict[Cell, LinkCell] = {}
        entries: dict[Cell, Entry] = {}
        reasons: dict[Cell, str] = {}
        refused: dict[Cell, str] = {}
        for cell, (row, column) in targets.items():
            source = held[row][column] if row < len(held) and column < len(held[row]) else None
            try:
                self._check(cell, source)
                if isinstance(source, LinkCell):
                    links[cell] = source
                    continue
                entries[cell] = self._entry(cell, block[row][column])
                reasons[cell] = source.reason if isinstance(source, ScoreCell) else ""
            except RefusedError as trouble:
                refused[cell] = sentence(self._model.language, trouble.refusal)
        for cell, like in links.items():
            self._pen.link((cell,), like)
        self._hands.enter(entries, reasons, (0, 0))
        self._tell(refused)

    def _targets(self, block: list[list[str]]) -> dict[Cell, tuple[int, int]]:
        """Which cell takes which place of the block."""
        chosen = self._view.cells()
        if len(block) == 1 and len(block[0]) == 1:
            return dict.fromkeys(chosen, (0, 0))
        indexes = self._view.selectionModel().selectedIndexes()
        if not indexes:
            return {}
        top, left = min(at.row() for at in indexes), min(at.column() for at in indexes)
        rows = [row for row in range(top, len(self._model.lines)) if isinstance(self._model.lines[row], OutcomeLine)]
        found: dict[Cell, tuple[int, int]] = {}
        for down, (row, line) in enumerate(zip(rows, block, strict=False)):
            for across in range(min(len(line), len(self._model.columns) - left)):
                cell = self._model.cell(self._model.index(row, left + across))
                if cell is not None:
                    found[cell] = (down, across)
        return found

    def _check(self, cell: Cell, source: Held) -> None:
        against = self._model.against(cell)
        if against is not None:
            raise RefusedError.of(against)
        if (cell.part is Part.ITEM) != isinstance(source, LinkCell):
            raise RefusedError("matrix.paste_kind")

    def _entry(self, cell: Cell, text: str) -> Entry:
        line = self._model.outcome(cell)
        return matrix_entry.read(self._model.language, line.unit.scale, line.row.maximum, text)

    def _tell(self, refused: Mapping[Cell, str]) -> None:
        """Names the cells that were refused; each says why itself."""
        if not refused:
            return
        for cell, why in refused.items():
            self._model.complain(cell, why)
        places = [
            f"{self._model.outcome(cell).row.code} ({self._column(cell)}): {why}"
            for cell, why in list(refused.items())[:NAMED]
        ]
        language = self._model.language
        many = language.count("{n} cell was not pasted.", "{n} cells were not pasted.", len(refused))
        self.told.emit(" ".join([many, *places]))

    def _column(self, cell: Cell) -> str:
        return matrix_words.column_name(self._model, self._model.column(cell), tip=False)
