"""One link of the matrix: the evidence at the cited page, the four judgements, the weight, the citation and a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.rules.authenticity import AuthenticityHint
from commission_app.rules.sufficiency import WEIGHTS
from commission_app.rules.vocabulary.evidence import Judgement, Quality
from commission_app.services import signature_checks
from commission_app.services.matrix import LinkCell, MatrixItem
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.cases.tabs.item_preview import ItemPreview
from commission_app.ui.cases.tabs.matrix_model import MatrixModel
from commission_app.ui.cases.tabs.matrix_pen import JUDGED_YES, MatrixPen
from commission_app.ui.cases.tabs.matrix_sheet import Cell
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
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
        self._desk = desk
        self._language = desk.language
        self._model = model
        self._pen = pen
        self._cell: Cell | None = None
        self._shown: tuple[str, str] = ("", "")
        self._hint: AuthenticityHint | None = None
        self._hinted = 0
        self._name, self.limits, self._closed, self.hint = (QLabel(self) for _ in range(4))
        for label in (self.limits, self._closed, self.hint):
            label.setProperty("role", "small")
        for label in (self._name, self.limits, self._closed, self.hint):
            label.setWordWrap(True)
        self.preview = ItemPreview(desk, self)
        self.judgements = {quality: self._segments(quality) for quality in Quality}
        self.weight = Choice().offer((weight, str(weight)) for weight in WEIGHTS)
        self.weight.setAccessibleName(desk.language.say("Weight"))
        self.weight.on_edit(self._weigh)
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
        link, item = self._model.link(cell), self._model.column(cell).item
        self._show_words(link, fresh=fresh)
        for quality, segments in self.judgements.items():
            segments.set_value(dict(matrix_words.four(link))[quality] if link is not None else None)
        if link is not None:
            self.weight.set_value(link.weight)
        if item is not None:
            self._name.setText(matrix_words.item_name(self._language, item))
            limits = matrix_words.item_lines(self._model, item)
            if link is not None and link.stale:
                limits.append(self._language.say("Out of date for this outcome."))
            self.limits.setText(" · ".join(limits))
            self.limits.setVisible(bool(limits))
            self.preview.show_item(item, self.citation.value())
            self._ask_hint(item)
        self._lay_out(linked=link is not None)

    def keep(self) -> None:
        """Stores the citation and the note, where they were changed."""
        cell = self._cell
        typed = (self.citation.value(), self.note.value())
        if cell is not None and self._model.holds(cell) and typed != self._shown and self._model.link(cell) is not None:
            self._shown = typed
            self._pen.change(cell, citation=typed[0], note=typed[1])

    def begin(self) -> None:
        """Puts the keyboard into the citation, or on the button that links."""
        target: QWidget = self.citation if self.citation.isVisible() else self._link
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        say = self._language.say
        self._link = QPushButton(say("Link to this outcome"), self)
        self._link.clicked.connect(lambda _: self._pen.link(self._cells()))
        self._all = QPushButton(say("All four: yes"), self)
        self._all.clicked.connect(lambda _: self._pen.judge(self._cells(), JUDGED_YES))
        self._unlink = QPushButton(say("Remove the link"), self)
        self._unlink.clicked.connect(lambda _: self._pen.unlink(self._cells()))
        self.follow = QPushButton(self)
        self.follow.setProperty("role", "link")
        self.follow.clicked.connect(lambda _: self._follow())
        for button in (self._all, self._unlink, self.follow):
            button.hide()
        self._grid = QWidget(self)
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(STEP)
        for row, (quality, segments) in enumerate(self.judgements.items()):
            grid.addWidget(QLabel(word(self._language, quality), self._grid), row, 0)
            grid.addWidget(segments, row, 1)
        grid.addWidget(QLabel(say("weight"), self._grid), len(self.judgements), 0)
        grid.addWidget(self.weight, len(self.judgements), 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        for button in (self._link, self._all, self._unlink):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self._name)
        column.addWidget(self.limits)
        column.addWidget(self.preview, 1)
        column.addWidget(self._grid)
        column.addWidget(self.hint)
        column.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        for widget in (*self._fields, self._closed):
            column.addWidget(widget)

    def _segments(self, quality: Quality) -> Segments:
        segments = Segments(self).offer((one, word(self._language, one), "") for one in _OFFERED)
        segments.setAccessibleName(word(self._language, quality))
        segments.chosen.connect(lambda judgement: self._judge(quality, judgement))
        return segments

    def _judge(self, quality: Quality, judgement: object) -> None:
        if isinstance(judgement, Judgement):
            self._pen.judge(self._cells(), {quality: judgement})

    def _weigh(self) -> None:
        weight = self.weight.value()
        if isinstance(weight, int):
            self._pen.weigh(dict.fromkeys(self._cells(), weight))

    def _cells(self) -> tuple[Cell, ...]:
        return () if self._cell is None else (self._cell,)

    def _ask_hint(self, item: MatrixItem) -> None:
        """What the signatures of the item's files suggest; asked once an item, shown beside what was judged."""
        if item.id == self._hinted:
            self._show_hint()
            return
        self._hinted, self._hint = item.id, None
        self._show_hint()
        self._desk.jobs.ask(self, signature_checks.authenticity_hint, item.id).then(self._take_hint)

    def _take_hint(self, hint: AuthenticityHint | None) -> None:
        self._hint = hint
        self._show_hint()

    def _show_hint(self) -> None:
        hint, link = self._hint, self._model.link(self._cell) if self._cell is not None else None
        self.hint.setVisible(hint is not None)
        self.follow.setVisible(hint is not None and link is not None and link.authentic is not hint.suggested)
        if hint is not None:
            self.hint.setText(sentence(self._language, hint.reason))
            self.follow.setText(
                self._language.say("Judge as suggested: authentic – {word}", word=word(self._language, hint.suggested))
            )

    def _follow(self) -> None:
        if self._hint is not None:
            self._pen.judge(self._cells(), {Quality.AUTHENTIC: self._hint.suggested})

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
