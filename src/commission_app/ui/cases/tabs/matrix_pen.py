"""The pen of the matrix: every value is shown at once, stored in its turn, and taken back where the office refuses."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from commission_app.errors import ConflictError, RefusedError
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import evidence_links, scoring
from commission_app.services.matrix import LinkCell, ScoreCell
from commission_app.services.office import Work
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Part
from commission_app.ui.desk import Desk
from commission_app.wording.sentences import sentence

P = ParamSpec("P")
JUDGED_YES = dict.fromkeys(Quality, Judgement.YES)


class MatrixPen(QObject):
    """Writes scores and links; one act a cell, so that two assessors never collide."""

    written = Signal()
    """Something was stored or refused: the matrix is worth asking again."""

    refused = Signal(str)
    """Why the office did not store something; it stands at its cell too."""

    def __init__(self, desk: Desk, model: MatrixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._flying: set[Cell] = set()
        self._next: dict[Cell, ScoreCell] = {}
        self._strokes_out = 0
        self._touched: set[Cell] = set()
        self.strokes = 0
        """How often anything was written; an answer that is older than the last stroke is stale."""

    @property
    def busy(self) -> bool:
        """Whether a value is still on its way."""
        return bool(self._flying) or self._strokes_out > 0

    def looked(self) -> None:
        """The matrix was asked for again: what is shown is what the office has."""
        self._touched.clear()

    def score(self, cells: Iterable[Cell], result: OutcomeResult | None, reason: str = "") -> None:
        """The result and its reason stand in these cells from now on; an empty result clears them."""
        for cell in cells:
            wished = ScoreCell(result, reason, self._model.stored(cell).version)
            self._model.wish(cell, wished)
            self.strokes += 1
            if cell in self._flying:
                self._next[cell] = wished
            else:
                self._send(cell, wished)

    def link(self, cells: Iterable[Cell], citation: str = "", note: str = "") -> None:
        """The evidence is held against the outcomes of these cells, citing the place."""
        wanted = tuple(cells)
        pairs = tuple((cell.key, cell.outcome_id) for cell in wanted)
        if pairs:
            self._stroke(wanted[0], evidence_links.link_many, pairs, citation, note)

    def edit(self, cell: Cell, citation: str, note: str) -> None:
        """The citation and the note of a link change."""
        link = self._model.link(cell)
        if link is None:
            self.link((cell,), citation, note)
        else:
            seen = self._seen(cell, link)
            self._touched.add(cell)
            self._stroke(cell, evidence_links.link, cell.key, cell.outcome_id, citation, note, seen)

    def unlink(self, cells: Iterable[Cell]) -> None:
        """The evidence is no longer held against these outcomes."""
        for cell in cells:
            link = self._model.link(cell)
            if link is not None:
                self._stroke(cell, evidence_links.unlink, link.id, self._seen(cell, link))

    def judge(self, cells: Iterable[Cell], qualities: dict[Quality, Judgement]) -> None:
        """The qualities of the links in these cells are judged alike, in one act."""
        held = tuple((cell, link) for cell in cells if (link := self._model.link(cell)) is not None)
        if held:
            self._touched.update(cell for cell, _ in held)
            self._stroke(held[0][0], evidence_links.judge, tuple(link.id for _, link in held), qualities)

    def _seen(self, cell: Cell, link: LinkCell) -> int | None:
        """The version that was seen of a link; none where this hand has changed it since."""
        return None if cell in self._touched else link.version

    def _send(self, cell: Cell, wished: ScoreCell) -> None:
        self._flying.add(cell)
        seen = self._model.stored(cell).version or 0
        jobs, outcome = self._desk.jobs, cell.outcome_id
        if cell.part is Part.SEAT:
            promise = jobs.do(self, scoring.score, cell.key, outcome, wished.result, wished.reason, seen)
        else:
            assert self._model.card is not None
            promise = jobs.do(
                self, scoring.agree, self._model.card.case_id, outcome, wished.result, wished.reason, seen
            )
        promise.then(partial(self._stored, cell, wished)).failed(partial(self._refused, cell))

    def _stored(self, cell: Cell, wished: ScoreCell, version: int | None) -> None:
        self._flying.discard(cell)
        self._model.settle(cell, replace(wished, version=version))
        later = self._next.pop(cell, None)
        if later is not None:
            self._model.wish(cell, later)
            self._send(cell, later)
        self.written.emit()

    def _refused(self, cell: Cell, trouble: Exception) -> None:
        self._flying.discard(cell)
        self._next.pop(cell, None)
        self._tell(cell, trouble)

    def _stroke(
        self, cell: Cell, act: Callable[Concatenate[Work, P], object], /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """One act about a link; what goes wrong is shown at its cell."""
        self.strokes += 1
        self._strokes_out += 1
        self._model.complain(cell, "")
        promise = self._desk.jobs.do(self, act, *args, **kwargs)
        promise.always(self._landed).then(lambda _: self.written.emit()).failed(partial(self._tell, cell))

    def _landed(self) -> None:
        self._strokes_out -= 1

    def _tell(self, cell: Cell, trouble: Exception) -> None:
        """A conflict or a refusal stands at its cell and is said aloud; whatever else is shown as everywhere."""
        if isinstance(trouble, ConflictError | RefusedError):
            text = sentence(self._model.language, trouble.refusal)
            self._model.settle(cell, None, text)
            self.refused.emit(text)
        else:
            self._model.settle(cell, None)
            self._desk.problems.show(self.parent(), trouble)
        self.written.emit()
