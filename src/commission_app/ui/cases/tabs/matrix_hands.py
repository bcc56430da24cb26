"""What the keys of the matrix want: scores typed as in a spreadsheet, links, judgements, copying, and back again."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QRect, Signal

from commission_app.errors import RefusedError
from commission_app.rules.scoring import needs_reason
from commission_app.rules.sufficiency import WEIGHTS
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services.matrix import LinkCell, ScoreCell
from commission_app.ui.cases.tabs import matrix_entry, matrix_words
from commission_app.ui.cases.tabs.matrix_entry import Entry
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_pen import MatrixPen
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Part, Show, wanted
from commission_app.ui.cases.tabs.matrix_view import MatrixView
from commission_app.ui.cases.tabs.reason_editor import ReasonEditor
from commission_app.ui.cases.tabs.value_editor import ValueEditor
from commission_app.ui.widgets.confirm import confirm
from commission_app.wording.sentences import sentence

_LINK_KEYS = {"1": Judgement.YES, "2": Judgement.PARTLY, "3": Judgement.NO}
_WEIGHT_KEYS = {"+": 1, "w": 1, "W": 1, "-": -1}
_TURNS = (Judgement.NOT_JUDGED, Judgement.YES, Judgement.PARTLY, Judgement.NO)
_GAPS = {Part.ITEM: Show.GAPS, Part.SEAT: Show.UNSCORED, Part.AGREED: Show.NOT_AGREED}


class MatrixHands(QObject):
    """Carries out what the view's keys want, upon all chosen cells at once."""

    told = Signal(str)
    """Why something cannot be typed here."""

    def __init__(self, model: MatrixModel, pen: MatrixPen, view: MatrixView, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._pen, self._view = model, pen, view
        self.reasons = ReasonEditor(model.language, view)
        self.values = ValueEditor(model.language, view)
        self._pending: dict[Cell, Entry] = {}
        self._way = (1, 0)
        view.typed.connect(self.type)
        self.reasons.reasoned.connect(self._reasoned)
        self.values.entered.connect(self._entered)
        for editor in (self.reasons, self.values):
            editor.left.connect(view.setFocus)

    def carry_out(self, want: str) -> bool:
        """Does what a key wants; says whether it was one of these."""
        doing: Mapping[str, Callable[[], object]] = {
            "empty": self._empty,
            "toggle": self._toggle,
            "fill": self._fill_down,
            "undo": self._undo,
            "gap": self._next_gap,
        }
        if want in doing:
            doing[want]()
        return want in doing

    # Typing

    def type(self, text: str) -> None:
        """A letter, figure or sign upon the chosen cells: scores in columns of scores, judgements upon links."""
        cells = self._view.cells()
        self._judge(tuple(cell for cell in cells if cell.part is Part.ITEM), text)
        scores = tuple(cell for cell in cells if cell.part is not Part.ITEM)
        if not scores or self._stands_against(scores):
            return
        scale, language = self._model.outcome(scores[0]).unit.scale, self._model.language
        result = matrix_entry.result_of(language, scale, text)
        if result is not None:
            self.enter({cell: Entry(result) for cell in scores})
        elif scale.takes_values and text.isdigit() and matrix_entry.is_whole(scale, text):
            self._read(scores, text)
        elif scale.takes_values and text.isdigit():
            self.values.ask(text, scale, self._model.outcome(scores[0]).row.maximum, self._rect())

    def enter(
        self, entries: Mapping[Cell, Entry], reasons: Mapping[Cell, str] | None = None, way: tuple[int, int] = (1, 0)
    ) -> None:
        """These entries are scored; those that owe a reason and have none ask for it at the cell, all at once.

        After a single one the keyboard goes on: so many rows and columns.
        """
        given = reasons or {}
        ready: dict[Cell, ScoreCell] = {}
        owing: dict[Cell, Entry] = {}
        for cell, entry in entries.items():
            reason = given.get(cell) or self._model.score(cell).reason
            if needs_reason(entry.result) and not reason:
                owing[cell] = entry
            else:
                ready[cell] = entry.cell(reason if needs_reason(entry.result) else given.get(cell, ""))
        self._pen.score(ready)
        if owing:
            self._pending, self._way = owing, way
            first = next(iter(owing.values())).result
            self.reasons.ask(first or OutcomeResult.NOT_MET, "", self._rect(), len(owing))
        elif len(entries) == 1:
            self._view.step(*way)

    def _read(self, cells: tuple[Cell, ...], text: str, way: tuple[int, int] = (1, 0)) -> None:
        """Reads a number for each cell by its own scale; what is not on it is said at the cell."""
        entries: dict[Cell, Entry] = {}
        for cell in cells:
            line = self._model.outcome(cell)
            try:
                entries[cell] = matrix_entry.read(self._model.language, line.unit.scale, line.row.maximum, text)
            except RefusedError as trouble:
                self._say(cell, sentence(self._model.language, trouble.refusal))
        self.enter(entries, way=way)

    def _entered(self, text: str, columns: int) -> None:
        """A number was typed to its end in the small field."""
        cells = tuple(cell for cell in self._view.cells() if cell.part is not Part.ITEM)
        self._view.setFocus()
        self._read(cells, text, (0, columns) if columns else (1, 0))

    def _reasoned(self, _result: OutcomeResult, reason: str) -> None:
        pending, self._pending = self._pending, {}
        self._pen.score({cell: entry.cell(reason) for cell, entry in pending.items() if self._model.holds(cell)})
        if len(pending) == 1:
            self._view.step(*self._way)

    # Links

    def _judge(self, cells: tuple[Cell, ...], text: str) -> None:
        """1, 2, 3 judge all four qualities, a letter turns one of them, + and - weigh."""
        links = {cell: link for cell in cells if (link := self._model.link(cell)) is not None}
        quality = matrix_entry.quality_of(self._model.language, text)
        if not links or not (text in _LINK_KEYS or quality is not None or text in _WEIGHT_KEYS):
            return
        if self._stands_against(tuple(links)):
            return
        if text in _LINK_KEYS:
            self._pen.judge(links, dict.fromkeys(Quality, _LINK_KEYS[text]))
        elif quality is not None:
            now = getattr(next(iter(links.values())), quality.value)
            self._pen.judge(links, {quality: _TURNS[(_TURNS.index(now) + 1) % len(_TURNS)]})
        else:
            heavier = {cell: link.weight + _WEIGHT_KEYS[text] for cell, link in links.items()}
            self._pen.weigh({cell: weight for cell, weight in heavier.items() if weight in WEIGHTS})

    def link(self, cells: tuple[Cell, ...]) -> None:
        """The evidence of these cells is held against their outcomes."""
        if cells and not self._stands_against(cells):
            self._pen.link(cells)

    def unlink(self, cells: tuple[Cell, ...]) -> None:
        """Takes links away; asks where judgements would be lost with them."""
        held = [link for cell in cells if (link := self._model.link(cell)) is not None]
        if not held or self._stands_against(cells):
            return
        told = [link for link in held if _says_something(link)]
        say = self._model.language
        if told and not confirm(
            self._view,
            say,
            say.count(
                "{n} link is judged or cited; remove it with what was said of it?",
                "{n} links are judged or cited; remove them with what was said of them?",
                len(told),
            ),
            say.say("Remove the links"),
        ):
            return
        self._pen.unlink(cells)

    # The other keys

    def _empty(self) -> None:
        cells = self._view.cells()
        scored = tuple(cell for cell in cells if cell.part is not Part.ITEM)
        if scored and not self._stands_against(scored):
            self._pen.clear(scored)
        self.unlink(tuple(cell for cell in cells if cell.part is Part.ITEM))

    def _toggle(self) -> None:
        """Space: links all the chosen cells, or, where all are linked, takes the links away."""
        cells = tuple(cell for cell in self._view.cells() if cell.part is Part.ITEM)
        bare = tuple(cell for cell in cells if self._model.link(cell) is None)
        if bare:
            self.link(bare)
        else:
            self.unlink(cells)

    def _fill_down(self) -> None:
        """Ctrl+D: the chosen cells become as the topmost one; a single one as the one above it."""
        cells = self._view.cells()
        if len(cells) == 1:
            index = self._view.currentIndex()
            above = self._model.cell(index.siblingAtRow(index.row() - 1)) if index.row() else None
            cells = (above, cells[0]) if above is not None else ()
        if len(cells) < 2 or self._stands_against(cells[1:]):
            return
        for column in dict.fromkeys((cell.part, cell.key) for cell in cells):
            mine = tuple(cell for cell in cells if (cell.part, cell.key) == column)
            link, score = self._model.link(mine[0]), self._model.score(mine[0])
            if link is not None:
                self._pen.link(mine[1:], link)
            elif mine[0].part is not Part.ITEM:
                like = dict.fromkeys(mine[1:], Entry(score.result, score.value))
                self.enter(like, dict.fromkeys(mine[1:], score.reason), (0, 0))

    def _undo(self) -> None:
        cell = self._pen.undo()
        if cell is not None:
            self._view.go_to(cell)

    def _next_gap(self) -> None:
        """Ctrl+G: the next outcome that lacks something in this column, round to the beginning."""
        at = self._view.currentIndex()
        column = self._model.columns[max(at.column(), 0)]
        cells = [self._model.cell(self._model.index(row, max(at.column(), 0))) for row in range(len(self._model.lines))]
        order = [*cells[at.row() + 1 :], *cells[: at.row() + 1]]
        for cell in order:
            if cell is not None and self._lacks(cell, _GAPS[column.part]):
                self._view.go_to(cell)
                return

    def _lacks(self, cell: Cell, gap: Show) -> bool:
        if cell.part is Part.ITEM:
            return wanted(self._model.outcome(cell).row, gap)
        score = self._model.score(cell)
        return score.result is None and not score.hidden

    def _stands_against(self, cells: tuple[Cell, ...]) -> bool:
        """Says what stands against changing these cells, if anything does."""
        for cell in cells:
            against = self._model.against(cell)
            if against is not None:
                self._say(cell, sentence(self._model.language, against))
                return True
        return False

    def _say(self, cell: Cell, text: str) -> None:
        self._model.complain(cell, text)
        self.told.emit(text)

    def _rect(self) -> QRect:
        rect = self._view.visualRect(self._view.currentIndex())
        rect.moveTopLeft(self._view.viewport().mapTo(self._view, rect.topLeft()))
        return rect


def _says_something(link: LinkCell) -> bool:
    judged = any(one is not Judgement.NOT_JUDGED for _, one in matrix_words.four(link))
    return bool(link.citation or link.note) or judged
