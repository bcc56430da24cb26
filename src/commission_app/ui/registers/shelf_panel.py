"""The books on the left: each with its years, how many entries they have, and voided numbers where there are any."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.register import Book
from commission_app.services.register_shelf import ShelfLine, Whereabouts
from commission_app.ui.icons import icon
from commission_app.wording.words import word

_KEY = Qt.ItemDataRole.UserRole


class ShelfPanel(QTreeWidget):
    """Books that unfold into years; the arrows open a book at once."""

    chosen = Signal(object)
    """The Whereabouts of a year of a book."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._years: list[QTreeWidgetItem] = []
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setAccessibleName(language.say("Registers"))
        self.currentItemChanged.connect(lambda now, _: self._told(now))

    def show_shelf(self, lines: tuple[ShelfLine, ...], at: Whereabouts) -> None:
        """Shows the books; the one that is open stays chosen."""
        self.blockSignals(True)
        self._years = []
        self.clear()
        parents: dict[Book, QTreeWidgetItem] = {}
        for line in lines:
            parent = parents.get(line.book)
            if parent is None:
                parent = QTreeWidgetItem(self, [word(self._language, line.book)])
                parent.setIcon(0, icon("registers"))
                parent.setToolTip(0, word(self._language, line.book))
                parent.setData(0, _KEY, (line.book, line.year, line.source))
                parent.setExpanded(True)
                parents[line.book] = parent
            item = QTreeWidgetItem(parent, [self._said(line)])
            self._years.append(item)
            item.setToolTip(0, item.text(0))
            item.setData(0, _KEY, (line.book, line.year, line.source))
            if line.closed:
                item.setIcon(0, icon("lock"))
            if (line.book, line.year, line.source) == (at.book, at.year, at.source):
                self.setCurrentItem(item)
        self.blockSignals(False)

    def texts(self) -> list[str]:
        """The years as they read, book after book."""
        return [item.text(0) for item in self._years]

    def open_book(self, book: Book, year: int, source: str = "") -> None:
        """Chooses a year of a book."""
        for item in self._years:
            if tuple(item.data(0, _KEY)) == (book, year, source):
                self.setCurrentItem(item)

    def _said(self, line: ShelfLine) -> str:
        language = self._language
        told = [str(line.year)]
        if line.entries is not None:
            told = [language.count("{year}: {n} entry", "{year}: {n} entries", line.entries, year=line.year)]
        if line.file:
            told.append(language.say("taken in from {file}", file=line.file))
        if line.closed:
            told.append(language.say("closed"))
        if line.voided:
            told.append(language.count("{n} number voided", "{n} numbers voided", line.voided))
        return ", ".join(told)

    def _told(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            book, year, source = item.data(0, _KEY)
            self.chosen.emit(Whereabouts(Book(book), int(year), str(source)))
