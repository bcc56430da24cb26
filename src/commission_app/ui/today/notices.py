"""A group of rows on Today: a title with its count, one row a case or sitting, each leading where the work is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.ui.icons import pixmap
from commission_app.ui.places import Place
from commission_app.ui.theme import STEP, palette_now


@dataclass(frozen=True)
class Notice:
    """One row: what it is about, why it stands here, how urgent, and where it leads."""

    text: str
    why: str
    place: Place
    tone: str = "neutral"
    icon: str = "dot"


class Group(QFrame):
    """Hidden while it has no rows: Today shows only what there is to do."""

    go = Signal(object)

    def __init__(self, language: Language, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._language = language
        self._title = QLabel(title, self)
        self._title.setProperty("role", "strong")
        self._count = QLabel(self)
        self._count.setProperty("role", "soft")
        self.every = QPushButton(self)
        self.every.setProperty("role", "link")
        self.every.clicked.connect(lambda _: self.go.emit(self._place))
        self._place: Place | None = None
        self._rows: list[QPushButton] = []
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self._count)
        top.addStretch(1)
        self._top = top
        top.addWidget(self.every)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(STEP)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(STEP)
        column.addLayout(top)
        column.addLayout(self._grid)
        self.hide()

    def show_notices(self, notices: Sequence[Notice], total: int | None = None, every: Place | None = None) -> None:
        """Shows the rows; where there are more than are shown, a press lists them all."""
        self._empty()
        for row, notice in enumerate(notices):
            self._add(row, notice)
        count = len(notices) if total is None else total
        self._count.setText(self._language.number(count))
        self._place = every
        self.every.setText(self._language.say("Show all {count}", count=self._language.number(count)))
        self.every.setVisible(every is not None and count > len(notices))
        self.setVisible(bool(notices))

    def offer(self, text: str, doing: Callable[[], object]) -> QPushButton:
        """A quiet button of the group beside its title: print, or save the list."""
        button = QPushButton(text, self)
        button.setProperty("role", "link")
        button.clicked.connect(lambda _: doing())
        self._top.insertWidget(self._top.count() - 1, button)
        return button

    def texts(self) -> list[str]:
        """The rows as they read."""
        return [row.text() for row in self._rows]

    def row(self, at: int) -> QPushButton:
        """A row, to be pressed."""
        return self._rows[at]

    def _add(self, row: int, notice: Notice) -> None:
        mark = QLabel(self)
        mark.setPixmap(pixmap(notice.icon, 16, palette_now().tone(notice.tone).ink))
        link = QPushButton(notice.text, self)
        link.setProperty("role", "link")
        link.setToolTip(notice.text)
        link.clicked.connect(lambda _: self.go.emit(notice.place))
        why = QLabel(notice.why, self)
        why.setWordWrap(True)
        why.setTextFormat(Qt.TextFormat.PlainText)
        why.setProperty("role", "soft")
        link.setAccessibleDescription(notice.why)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(mark, row, 0, middle)
        self._grid.addWidget(link, row, 1, middle | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(why, row, 2, middle)
        self._rows.append(link)

    def _empty(self) -> None:
        self._rows = []
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
