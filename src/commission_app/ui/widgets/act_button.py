"""The one prominent button of a page: the next lawful act, and a menu of the others with the reason why not now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.ui.icons import icon
from commission_app.ui.theme import palette_now
from commission_app.wording.sentences import sentence

REASON_LETTERS = 170
"""A reason that names many people is cut here; all of it stands in the tooltip and in the menu."""


@dataclass(frozen=True)
class Offered:
    """An act offered on a page: its word, what stands against it now, and what to call."""

    label: str
    refusals: Sequence[Refusal]
    doing: Callable[[], object]
    icon: str = ""
    aside: bool = False
    """Stands in the menu even where it is lawful: it does not lead on."""

    @property
    def lawful(self) -> bool:
        """Whether nothing stands against it."""
        return not self.refusals


class ActButton(QWidget):
    """Shows the first lawful act; where none is lawful, the first act's reason stands in words beside the menu."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._acts: tuple[Offered, ...] = ()
        self._next: Offered | None = None
        self._reason = QLabel(self)
        self._reason.setProperty("role", "small")
        self._reason.setWordWrap(True)
        self.button = QPushButton(self)
        self.button.setProperty("role", "prominent")
        self.button.clicked.connect(self._act)
        self.others = QToolButton(self)
        self.others.setProperty("role", "icon")
        self.others.setIcon(icon("more"))
        self.others.setToolTip(language.say("Other acts"))
        self.others.setAccessibleName(language.say("Other acts"))
        self.others.clicked.connect(self.open_menu)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(self.button)
        row.addWidget(self.others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._reason)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_acts(self, acts: Sequence[Offered]) -> None:
        """Offers these acts, the next ones of the noun's life first."""
        self._acts = tuple(acts)
        self._next = next((act for act in self._acts if act.lawful and not act.aside), None)
        self.button.setVisible(self._next is not None)
        if self._next is not None:
            self.button.setText(self._next.label)
            if self._next.icon:
                self.button.setIcon(icon(self._next.icon, palette_now().on_accent))
        leading = [act for act in self._acts if not act.aside]
        blocked = leading[0] if leading and self._next is None else None
        self._reason.setVisible(blocked is not None)
        why = "" if blocked is None else f"{blocked.label}: {self.reasons(blocked)}"
        self._reason.setText(shorten(why, REASON_LETTERS, placeholder=" …"))
        self._reason.setToolTip(why)
        self.others.setVisible(len(self._acts) > (1 if self._next is not None else 0))

    def reasons(self, act: Offered) -> str:
        """Why an act is not possible now, in sentences."""
        return " ".join(sentence(self._language, reason) for reason in act.refusals)

    def menu(self) -> QMenu:
        """The menu of the other acts; one that is not possible says why below its name."""
        menu = QMenu(self)
        for act in self._acts:
            if act is self._next:
                continue
            entry = QAction(act.label, menu)
            entry.triggered.connect(lambda _=False, doing=act.doing: doing())
            menu.addAction(entry)
            if not act.lawful:
                entry.setEnabled(False)
                menu.addAction(_reason(menu, self.reasons(act)))
        return menu

    def open_menu(self) -> None:
        """Opens the menu below its button."""
        menu = self.menu()
        at = self.others.mapToGlobal(QPoint(self.others.width(), self.others.height()))
        menu.popup(QPoint(at.x() - menu.sizeHint().width(), at.y()))

    def _act(self) -> None:
        if self._next is not None:
            self._next.doing()


def _reason(menu: QMenu, why: str) -> QWidgetAction:
    """The reason below the name of an act, wrapped."""
    said = QLabel(why, menu)
    said.setProperty("role", "small")
    said.setWordWrap(True)
    said.setContentsMargins(16, 0, 12, 8)
    said.setMinimumWidth(320)
    said.setMaximumWidth(420)
    entry = QWidgetAction(menu)
    entry.setDefaultWidget(said)
    entry.setEnabled(False)
    return entry
