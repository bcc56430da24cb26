"""The pen of the matrix: every value is shown at once, stored in its turn, and taken back where the office refuses."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from commission_app.errors import ConflictError, RefusedError, refusal
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.services import evidence_links, scoring
from commission_app.services.evidence_links import LinkEntry
from commission_app.services.matrix import LinkCell, ScoreCell
from commission_app.services.scoring import ScoreEntry
from commission_app.ui.cases.tabs.matrix_model import EMPTY, MatrixModel
from commission_app.ui.cases.tabs.matrix_sheet import Cell, Held, Part
from commission_app.ui.desk import Desk
from commission_app.wording.sentences import sentence

JUDGED_YES = dict.fromkeys(Quality, Judgement.YES)
LONGEST_MEMORY = 200
_UNLINKED = Judgement.NOT_JUDGED
Stroke: TypeAlias = Mapping[Cell, tuple[Held, Held]]
"""What a stroke did: what stood in each cell before, and what since."""


class MatrixPen(QObject):
    """Writes scores and links; cells of one column go in one act, and singly where the office refuses them together."""

    written = Signal()
    """Something was stored or refused: the matrix is worth asking again."""

    shown = Signal(object)
    """Cells that were just written: painted at once, before anything is stored."""
    refused = Signal(str)
    """Why the office did not store something; it stands at its cell too."""

    def __init__(self, desk: Desk, model: MatrixModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = model
        self._flying: set[Cell] = set()
        self._next: dict[Cell, Held] = {}
        self._done: list[Stroke] = []
        self.strokes = 0
        """How often anything was written; an answer that is older than the last stroke is stale."""

    @property
    def busy(self) -> bool:
        """Whether a value is still on its way."""
        return bool(self._flying)

    def score(self, wishes: Mapping[Cell, ScoreCell]) -> None:
        """These scores stand in these cells from now on; an empty one clears its cell."""
        self._put(dict(wishes))

    def clear(self, cells: Iterable[Cell]) -> None:
        """Nothing stands in these cells of scores from now on."""
        self._put({cell: EMPTY for cell in cells if self._model.score(cell).result is not None})

    def link(self, cells: Iterable[Cell], like: LinkCell | None = None) -> None:
        """The evidence is held against the outcomes of these cells, as another link is where one is given."""
        made = like or LinkCell(0, 0, 0, "", "", _UNLINKED, _UNLINKED, _UNLINKED, _UNLINKED, False)
        wishes: dict[Cell, Held] = {}
        for cell in cells:
            held, item = self._model.link(cell), self._model.column(cell).item
            stale = item.stale if item is not None else False
            wishes[cell] = replace(
                made, id=held.id if held else 0, version=held.version if held else 0, item_id=cell.key, stale=stale
            )
        self._put(wishes)

    def change(self, cell: Cell, *, citation: str, note: str) -> None:
        """The place cited and the note of a link change."""
        link = self._model.link(cell)
        if link is not None:
            self._put({cell: replace(link, citation=citation, note=note)})

    def judge(self, cells: Iterable[Cell], qualities: Mapping[Quality, Judgement]) -> None:
        """The qualities of the links in these cells are judged alike."""
        links = {cell: link for cell in cells if (link := self._model.link(cell)) is not None}
        self._put({cell: _judged(link, qualities) for cell, link in links.items()})

    def weigh(self, weights: Mapping[Cell, int]) -> None:
        """The links of these cells weigh so much."""
        links = {cell: (self._model.link(cell), weight) for cell, weight in weights.items()}
        self._put({cell: replace(link, weight=weight) for cell, (link, weight) in links.items() if link is not None})

    def unlink(self, cells: Iterable[Cell]) -> None:
        """The evidence is no longer held against these outcomes."""
        self._put({cell: None for cell in cells if self._model.link(cell) is not None})

    def undo(self) -> Cell | None:
        """Does the opposite of the last stroke, as a new act; gives a cell it was about, or none.

        Where somebody has changed the cell since, it stays.
        """
        if not self._done:
            return None
        stroke = self._done.pop()
        wishes: dict[Cell, Held] = {}
        for cell, (before, after) in stroke.items():
            now = self._model.held(cell)
            if _meaning(now) != _meaning(after):
                self._say(cell, sentence(self._model.language, refusal("matrix.changed_since")))
            elif isinstance(before, LinkCell) and isinstance(now, LinkCell):
                wishes[cell] = replace(before, id=now.id, version=now.version)
            else:
                wishes[cell] = replace(before, id=0, version=0) if isinstance(before, LinkCell) else before
        self._put(wishes, remembered=False)
        return next(iter(stroke))

    def _put(self, wishes: Mapping[Cell, Held], *, remembered: bool = True) -> None:
        changed = {cell: held for cell, held in wishes.items() if _meaning(held) != _meaning(self._model.held(cell))}
        if not changed:
            return
        if remembered:
            self._done.append({cell: (self._model.held(cell), held) for cell, held in changed.items()})
            del self._done[:-LONGEST_MEMORY]
        columns: dict[tuple[Part, int, bool], list[Cell]] = {}
        for cell, held in changed.items():
            self.strokes += 1
            self._model.wish(cell, held)
            if cell in self._flying:
                self._next[cell] = held
            else:
                columns.setdefault((cell.part, cell.key, held is None), []).append(cell)
        self.shown.emit(tuple(changed))
        for (part, _, gone), cells in columns.items():
            together = part is not Part.AGREED and not gone
            for group in [tuple(cells)] if together else [(cell,) for cell in cells]:
                self._send({cell: changed[cell] for cell in group})

    def _send(self, wishes: Mapping[Cell, Held]) -> None:
        self._flying.update(wishes)
        if next(iter(wishes)).part is Part.ITEM:
            self._send_links({cell: held if isinstance(held, LinkCell) else None for cell, held in wishes.items()})
        else:
            self._send_scores({cell: held if isinstance(held, ScoreCell) else EMPTY for cell, held in wishes.items()})

    def _send_links(self, wishes: Mapping[Cell, LinkCell | None]) -> None:
        jobs, (first, held) = self._desk.jobs, next(iter(wishes.items()))
        if held is None:
            stored = self._model.stored(first)
            if not isinstance(stored, LinkCell):
                self._stored(wishes, (None,))
                return
            gone = jobs.do(self, evidence_links.unlink, stored.id, stored.version)
            gone.then(lambda _: self._stored(wishes, (None,))).failed(partial(self._refused, wishes))
            return
        entries = tuple(self._entry(cell, link) for cell, link in wishes.items() if link is not None)
        promise = jobs.do(self, evidence_links.hold, entries)
        promise.then(partial(self._linked, wishes)).failed(partial(self._refused, wishes))

    def _entry(self, cell: Cell, link: LinkCell) -> LinkEntry:
        stored = self._model.stored(cell)
        seen = stored.version if isinstance(stored, LinkCell) else 0
        four = (link.valid, link.authentic, link.current, link.sufficient)
        return LinkEntry(cell.key, cell.outcome_id, link.citation, link.note, *four, link.weight, seen)

    def _send_scores(self, wishes: Mapping[Cell, ScoreCell]) -> None:
        jobs, (cell, held) = self._desk.jobs, next(iter(wishes.items()))
        entries = tuple(
            ScoreEntry(
                one.outcome_id,
                score.result if score.value is None else None,
                score.reason,
                self._seen(one),
                score.value,
            )
            for one, score in wishes.items()
        )
        if cell.part is Part.SEAT and len(entries) > 1:
            many = jobs.do(self, scoring.score_many, cell.key, entries)
            many.then(partial(self._stored, wishes)).failed(partial(self._refused, wishes))
            return
        entry, what = entries[0], (entries[0].result, held.reason, entries[0].seen, held.value)
        if cell.part is Part.SEAT:
            promise = jobs.do(self, scoring.score, cell.key, entry.outcome_id, *what)
        else:
            assert self._model.card is not None
            promise = jobs.do(self, scoring.agree, self._model.card.case_id, entry.outcome_id, *what)
        promise.then(lambda version: self._stored(wishes, (version,))).failed(partial(self._refused, wishes))

    def _seen(self, cell: Cell) -> int:
        stored = self._model.stored(cell)
        return (stored.version or 0) if isinstance(stored, ScoreCell) else 0

    def _linked(self, wishes: Mapping[Cell, LinkCell | None], kept: tuple[tuple[int, int], ...]) -> None:
        links = dict(zip(wishes, kept, strict=True))
        for cell, link in wishes.items():
            if link is not None:
                self._land(cell, replace(link, id=links[cell][0], version=links[cell][1]))
        self.written.emit()

    def _stored(self, wishes: Mapping[Cell, Held], versions: tuple[int | None, ...]) -> None:
        for (cell, held), version in zip(wishes.items(), versions, strict=True):
            self._land(cell, replace(held, version=version) if isinstance(held, ScoreCell) else held)
        self.written.emit()

    def _land(self, cell: Cell, stored: Held) -> None:
        """A value is stored; what was typed meanwhile goes next."""
        self._flying.discard(cell)
        self._model.settle(cell, stored)
        if cell in self._next:
            later = self._next.pop(cell)
            self._model.wish(cell, later)
            self._send({cell: later})

    def _refused(self, wishes: Mapping[Cell, Held], trouble: Exception) -> None:
        """What was refused together is tried singly, so that only what is wrong is left out, each with its reason."""
        self._flying.difference_update(wishes)
        told = isinstance(trouble, ConflictError | RefusedError)
        for cell, held in wishes.items():
            if told and len(wishes) > 1:
                self._send({cell: self._next.pop(cell, held)})
                continue
            self._next.pop(cell, None)
            self._forget(cell)
            text = ""
            if isinstance(trouble, ConflictError | RefusedError):
                text = sentence(self._model.language, trouble.refusal)
                self.refused.emit(text)
            self._model.take_back(cell, text)
        if not told:
            self._desk.problems.show(self.parent(), trouble)
        self.written.emit()

    def _forget(self, cell: Cell) -> None:
        """What the office did not store is nothing to undo."""
        for at in range(len(self._done) - 1, -1, -1):
            if cell in self._done[at]:
                self._done[at] = {one: did for one, did in self._done[at].items() if one != cell}
                break
        self._done = [stroke for stroke in self._done if stroke]

    def _say(self, cell: Cell, text: str) -> None:
        self._model.complain(cell, text)
        self.refused.emit(text)


def _judged(link: LinkCell, qualities: Mapping[Quality, Judgement]) -> LinkCell:
    return replace(
        link,
        valid=qualities.get(Quality.VALID, link.valid),
        authentic=qualities.get(Quality.AUTHENTIC, link.authentic),
        current=qualities.get(Quality.CURRENT, link.current),
        sufficient=qualities.get(Quality.SUFFICIENT, link.sufficient),
    )


def _meaning(held: Held) -> object:
    """What a cell says, whoever stored it and when."""
    if isinstance(held, LinkCell):
        return replace(held, id=0, version=0, stale=False)
    return None if held is None else (held.result, held.value, held.reason)
