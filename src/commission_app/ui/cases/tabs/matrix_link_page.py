"""One link of the matrix: the evidence at the cited page, the four judgements, the citation and a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.services.matrix import LinkCell, MatrixItem
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.item_preview import ItemPreview
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_pen import JUDGED_YES, MatrixPen
from commission_app.ui.cases.tabs.matrix_sheet import Cell
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.field import Field
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

_OFFERED = (Judgement.YES, Judgement.PARTLY, Judgement.NO)


class LinkPage(QWidget):
    """Shows the evidence whether linked or not; a judgement is stored at once, the words when one goes on."""

    done = Signal()

    def __init__(self, desk: Desk, model: MatrixModel, pen: MatrixPen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = desk.language
        self._model = model
        self._pen = pen
        self._cell: Cell | None = None
        self._shown: tuple[str, str] = ("", "")
        self._name = QLabel(self)
        self._name.setWordWrap(True)
        self._closed = QLabel(self)
        self._closed.setProperty("role", "small")
        self._closed.setWordWrap(True)
        self.preview = ItemPreview(desk, self)
        self.judgements = {quality: self._segments(quality) for quality in Quality}
        self.citation = TextInput(placeholder=desk.language.say("page, part or minute"))
        self.note = LongTextInput(lines=2)
        self._fields = [
            Field(desk.language.say("Where in the evidence"), self.citation, parent=self),
            Field(desk.language.say("Note"), self.note, parent=self),
        ]
        self.citation.returnPressed.connect(self._finish)
        self.citation.editingFinished.connect(self._cited)
        self._build()

    def show_cell(self, cell: Cell) -> None:
        """Shows the link of a cell, or the evidence that is not linked yet."""
        fresh = cell != self._cell
        self._cell = cell
        link, item = self._model.link(cell), self._item(cell)
        self._show_words(link, fresh=fresh)
        for quality, segments in self.judgements.items():
            segments.set_value(dict(matrix_words.four(link))[quality] if link is not None else None)
        if item is not None:
            self._name.setText(matrix_words.item_name(self._language, item))
            self.preview.show_item(item, self.citation.value())
        self._lay_out(linked=link is not None)

    def keep(self) -> None:
        """Stores the citation and the note, where they were changed."""
        cell = self._cell
        typed = (self.citation.value(), self.note.value())
        if cell is not None and typed != self._shown and self._model.link(cell) is not None:
            self._shown = typed
            self._pen.edit(cell, *typed)

    def begin(self) -> None:
        """Puts the keyboard into the citation, or on the button that links."""
        target: QWidget = self.citation if self.citation.isVisible() else self._link
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        say = self._language.say
        self._link = QPushButton(say("Link to this outcome"), self)
        self._link.clicked.connect(lambda _: self._pen.link(self._cells(), self.citation.value()))
        self._all = QPushButton(say("All four: yes"), self)
        self._all.clicked.connect(lambda _: self._pen.judge(self._cells(), JUDGED_YES))
        self._unlink = QPushButton(say("Remove the link"), self)
        self._unlink.clicked.connect(lambda _: self._pen.unlink(self._cells()))
        for button in (self._all, self._unlink):
            button.hide()
        self._grid = QWidget(self)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(STEP)
        for row, (quality, segments) in enumerate(self.judgements.items()):
            name = QLabel(word(self._language, quality), self._grid)
            grid.addWidget(name, row, 0)
            grid.addWidget(segments, row, 1)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        for button in (self._link, self._all, self._unlink):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self._name)
        column.addWidget(self.preview, 1)
        column.addWidget(self._grid)
        column.addLayout(buttons)
        for field in self._fields:
            column.addWidget(field)
        column.addWidget(self._closed)

    def _segments(self, quality: Quality) -> Segments:
        segments = Segments(self).offer((one, word(self._language, one), "") for one in _OFFERED)
        segments.setAccessibleName(word(self._language, quality))
        segments.chosen.connect(lambda judgement: self._judge(quality, judgement))
        return segments

    def _judge(self, quality: Quality, judgement: object) -> None:
        if isinstance(judgement, Judgement):
            self._pen.judge(self._cells(), {quality: judgement})

    def _cells(self) -> tuple[Cell, ...]:
        return () if self._cell is None else (self._cell,)

    def _show_words(self, link: LinkCell | None, *, fresh: bool) -> None:
        """Shows the stored words, unless somebody is just typing others."""
        stored = (link.citation, link.note) if link is not None else ("", "")
        typed = (self.citation.value(), self.note.value())
        if fresh or typed == self._shown:
            self.citation.set_value(stored[0])
            self.note.set_value(stored[1])
            self._shown = stored

    def _lay_out(self, *, linked: bool) -> None:
        against = self._model.card.against_links if self._model.card is not None else ()
        self._closed.setText(" ".join(sentence(self._language, reason) for reason in against))
        self._closed.setVisible(bool(against))
        for widget in (self._grid, *self._fields):
            widget.setVisible(linked)
            widget.setEnabled(not against)
        self._link.setVisible(not linked and not against)
        for widget in (self._all, self._unlink):
            widget.setVisible(linked and not against)

    def _cited(self) -> None:
        self.keep()
        self.preview.turn_to(self.citation.value())

    def _finish(self) -> None:
        self.keep()
        self.done.emit()

    def _item(self, cell: Cell) -> MatrixItem | None:
        return next((one.item for one in self._model.columns if one.item is not None and one.key == cell.key), None)
