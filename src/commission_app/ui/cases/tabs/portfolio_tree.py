"""The list of evidence: items to tick, their files below them, and files dropped onto it from the desktop."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from commission_app.i18n import Language
from commission_app.services.evidence import FileLine, ItemLine
from commission_app.ui.dropped import dropped, is_welcome
from commission_app.ui.icons import tone_icon
from commission_app.ui.theme import palette_now, tabular
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

ITEM, FILE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
PLACE, TITLE, KIND, ISSUED, COMPARED, LINKS = range(6)
TICK = 68
"""Room for the fold, the tick and the mark of a note before an item's number."""
LEAST_TITLE = 22
"""Letters of a title that can always be read; on a small screen the other columns are scrolled to."""


class PortfolioTree(QTreeWidget):
    """Space ticks, Enter edits, Delete takes out; a file dropped on an item joins it, elsewhere it makes a new one."""

    dropped = Signal(object, object)
    """What fell (paths, or letters that have only a name), and the key of the item it fell on (or None)."""
    chosen = Signal()
    ticked = Signal()
    opened = Signal(int)
    removing = Signal(int)
    removing_file = Signal(int)
    """A file below an item that has several."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._returned: dict[int, str] = {}
        say = language.say
        self.setHeaderLabels([say("No."), say("Title"), say("Kind"), say("Issued"), say("Compared"), say("Outcomes")])
        self.setFont(tabular(self.font()))
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAllColumnsShowFocus(True)
        self.setAcceptDrops(True)
        header = self.header()
        header.setStretchLastSection(False)
        for column in (ISSUED, COMPARED, LINKS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(PLACE, self.fontMetrics().horizontalAdvance("P000") + TICK)
        header.resizeSection(KIND, self.fontMetrics().averageCharWidth() * 17)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())
        self.itemChanged.connect(lambda *_: self.ticked.emit())
        self.itemActivated.connect(lambda entry, _: self._open(entry))

    def mark_returned(self, texts: Mapping[int, str]) -> None:
        """Marks the items with what is to be mended of them; nothing for the others."""
        self._returned = dict(texts)
        self.blockSignals(True)
        for at in range(self.topLevelItemCount()):
            if (entry := self.topLevelItem(at)) is not None:
                self._mark(entry)
        self.blockSignals(False)

    def show_items(self, items: Sequence[ItemLine]) -> None:
        """Shows the portfolio; what was ticked, unfolded and chosen stays so."""
        ticked, held = set(self.ticked_ids()), (self.item_id(), self.file_id())
        self.blockSignals(True)
        self.clear()
        for line in items:
            entry = self._entry(line, line.id in ticked)
            self.addTopLevelItem(entry)
            self._mark(entry)
            entry.setExpanded(len(line.files) > 1)
        self.blockSignals(False)
        self.select(*held)
        self.setRootIsDecorated(any(len(line.files) > 1 for line in items))
        self.setAccessibleName(self._language.say("Evidence"))
        self._widen()
        self.ticked.emit()

    def select(self, item_id: int | None, file_id: int | None = None) -> None:
        """Goes to an item or a file of it; without one, to the first."""
        for at in range(self.topLevelItemCount()):
            entry = self.topLevelItem(at)
            if entry is not None and entry.data(0, ITEM) == item_id:
                files = (child for n in range(entry.childCount()) if (child := entry.child(n)) is not None)
                self.setCurrentItem(next((child for child in files if child.data(0, FILE) == file_id), entry))
                return
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def item_id(self) -> int | None:
        """The item where the keyboard stands."""
        entry = self.currentItem()
        return None if entry is None else entry.data(0, ITEM)

    def file_id(self) -> int | None:
        """The file where the keyboard stands, or the first of its item."""
        entry = self.currentItem()
        return None if entry is None else entry.data(0, FILE)

    def remove(self) -> None:
        """Asks that the file or the item where the keyboard stands be taken out."""
        entry = self.currentItem()
        if entry is not None and entry.parent() is not None:
            self.removing_file.emit(entry.data(0, FILE))
        elif entry is not None:
            self.removing.emit(entry.data(0, ITEM))

    def ticked_ids(self) -> tuple[int, ...]:
        """The keys of the ticked items."""
        entries = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        checked = Qt.CheckState.Checked
        return tuple(entry.data(0, ITEM) for entry in entries if entry is not None and entry.checkState(0) is checked)

    def tick(self, item_id: int) -> None:
        """Ticks an item."""
        for at in range(self.topLevelItemCount()):
            entry = self.topLevelItem(at)
            if entry is not None and entry.data(0, ITEM) == item_id:
                entry.setCheckState(0, Qt.CheckState.Checked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the title the room that is left, but never less than a title needs."""
        super().resizeEvent(event)
        self._widen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks wherever the keyboard stands in the row; Delete takes out."""
        entry = self.currentItem()
        if event.key() == Qt.Key.Key_Space and entry is not None and entry.parent() is None:
            on = entry.checkState(0) is Qt.CheckState.Checked
            entry.setCheckState(0, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
        elif event.key() == Qt.Key.Key_Delete and entry is not None:
            self.remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            self._open(entry)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows onto which item they would fall."""
        if is_welcome(event.mimeData()):
            self.setDropIndicatorShown(True)
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the files."""
        fell = dropped(event.mimeData())
        if fell:
            under = self.itemAt(event.position().toPoint())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(fell, None if under is None else under.data(0, ITEM))

    def _mark(self, entry: QTreeWidgetItem) -> None:
        text = self._returned.get(entry.data(0, ITEM), "")
        entry.setIcon(PLACE, tone_icon("back", "warn") if text else QIcon())
        entry.setToolTip(PLACE, self._language.say("To be mended: {text}", text=text) if text else "")

    def _widen(self) -> None:
        header = self.header()
        rest = self.viewport().width() - sum(header.sectionSize(at) for at in range(header.count()) if at != TITLE)
        header.resizeSection(TITLE, max(rest, self.fontMetrics().averageCharWidth() * LEAST_TITLE))

    def _open(self, entry: QTreeWidgetItem) -> None:
        self.opened.emit(entry.data(0, ITEM))

    def _entry(self, line: ItemLine, ticked: bool) -> QTreeWidgetItem:
        language, form = self._language, line.form
        issued = language.date(form.issued_on) if form.issued_on else ""
        links = language.number(line.links) if line.links else "–"
        kind = word(language, form.kind)
        texts = [f"P{line.position}", form.title, kind, issued, self._compared(line), links]
        entry = QTreeWidgetItem(texts)
        entry.setData(0, ITEM, line.id)
        entry.setData(0, FILE, line.files[0].id if line.files else None)
        entry.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        about = " · ".join(part for part in (form.title, form.issuer, form.note) if part)
        entry.setToolTip(TITLE, about)
        entry.setToolTip(KIND, kind)
        if line.compared_at is not None:
            entry.setIcon(COMPARED, tone_icon("done", "good"))
        entry.setToolTip(COMPARED, _about_original(language, line))
        if line.proves_nothing is not None:
            entry.setIcon(KIND, tone_icon("warn", "warn"))
            entry.setToolTip(KIND, sentence(language, line.proves_nothing))
        if not line.active:
            _dim(entry, language.say("Replaced by a newer one; kept as an earlier attempt."))
        if line.stale:
            entry.setIcon(ISSUED, tone_icon("warn", "warn"))
            entry.setToolTip(ISSUED, language.say("This evidence is older than the standard allows."))
        if len(line.files) > 1:
            entry.addChildren([_file_entry(language, line.id, file) for file in line.files])
        return entry

    def _compared(self, line: ItemLine) -> str:
        if line.compared_at is None:
            return self._language.say_of("evidence item", "not compared")
        kept = self._language.say_of("evidence item", "original kept")
        return line.compared_by if line.original_returned else f"{line.compared_by} · {kept}"


def _about_original(language: Language, line: ItemLine) -> str:
    parts = [f"{language.moment(line.compared_at)} · {line.compared_by}"] if line.compared_at is not None else []
    if line.compared_at is not None:
        returned = language.say("The original was given back.") if line.original_returned else ""
        parts.append(returned or language.say("The original was not given back yet."))
    if line.copy_certified:
        parts.append(language.say("“COPY CORRECT”: {name}", name=line.copy_certified_by))
    return "\n".join(parts)


def _dim(entry: QTreeWidgetItem, why: str) -> None:
    soft = palette_now().ink_soft
    for column in range(LINKS + 1):
        entry.setForeground(column, QColor(soft))
    font = entry.font(TITLE)
    font.setItalic(True)
    entry.setFont(TITLE, font)
    entry.setToolTip(TITLE, why)


def _file_entry(language: Language, item_id: int, file: FileLine) -> QTreeWidgetItem:
    pages = language.count("{n} page", "{n} pages", file.pages) if file.pages else ""
    child = QTreeWidgetItem(["", file.name, pages, "", "", ""])
    child.setData(0, ITEM, item_id)
    child.setData(0, FILE, file.id)
    child.setToolTip(TITLE, file.name)
    return child
