"""The header: back and forward, where am I, the search box, who works here, the language and help."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from commission_app.i18n import LANGUAGES, Language
from commission_app.ui.icons import icon
from commission_app.ui.places import Crumb, Place
from commission_app.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from uuid import UUID

LANGUAGE_NAMES = {"lv": "Latviešu", "en": "English"}
"""Each language by its own name, in every language."""


@dataclass(frozen=True)
class Worker:
    """Somebody who may work here: the identity, the name, and the post in the words of the page."""

    uid: "UUID"
    name: str
    post: str = ""


class Header(QFrame):
    """Tells what was asked of it; it decides nothing."""

    go = Signal(object)
    back = Signal()
    forward = Signal()
    helped = Signal()
    spoken = Signal(str)
    """The code of the language to speak from now on."""
    signed = Signal(object)
    """The identity (UUID) of who works here from now on."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._language = language
        self._crumbs = QHBoxLayout()
        self._crumbs.setSpacing(0)
        self._back = self._tool("back", language.say("Back (Alt+Left)"))
        self._back.clicked.connect(self.back)
        self._forward = self._tool("forward", language.say("Forward (Alt+Right)"))
        self._forward.clicked.connect(self.forward)
        self.search = SearchBox(language, self)
        self.search.go.connect(self.go)
        self._who = self._tool("person", language.say("Who works here"))
        self._who.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._who.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._who.setMenu(QMenu(self._who))
        speech = self._tool("globe", language.say("Language"))
        speech.setText(language.code.upper())
        speech.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        speech.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        speech.setMenu(self._language_menu(speech))
        helping = self._tool("help", language.say("Help for this page (F1)"))
        helping.clicked.connect(self.helped)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        for part in (self._back, self._forward):
            row.addWidget(part)
        row.addLayout(self._crumbs, 3)
        row.addWidget(self.search, 2)
        row.addStretch(0)
        for part in (self._who, speech, helping):
            row.addWidget(part)

    def show_place(self, crumbs: Sequence[Crumb], title: str) -> None:
        """Shows the way to where one is; each step above leads back there."""
        while (item := self._crumbs.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text, place in crumbs:
            self._crumbs.addWidget(self._crumb(text, place))
            divider = QLabel("›", self)
            divider.setProperty("role", "soft")
            self._crumbs.addWidget(divider)
        last = QLabel(title, self)
        last.setProperty("role", "crumb")
        last.setToolTip(title)
        last.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        last.setMinimumWidth(60)
        self._crumbs.addWidget(last, 1)

    def show_ways(self, back: bool, forward: bool) -> None:
        """Which ways through the history are open."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def show_worker(self, text: str) -> None:
        """Shows who works here."""
        self._who.setText(text)

    def show_workers(self, workers: Sequence[Worker]) -> None:
        """Offers who else may work here."""
        menu = self._who.menu()
        menu.clear()
        for worker in workers:
            entry = menu.addAction(f"{worker.name}, {worker.post}" if worker.post else worker.name)
            entry.triggered.connect(lambda _=False, uid=worker.uid: self.signed.emit(uid))

    def _crumb(self, text: str, place: Place | None) -> QWidget:
        button = QToolButton(self)
        button.setProperty("role", "crumb")
        button.setText(text)
        if place is not None:
            button.clicked.connect(lambda _: self.go.emit(place))
        return button

    def _tool(self, picture: str, text: str) -> QToolButton:
        tool = QToolButton(self)
        tool.setProperty("role", "icon")
        tool.setIcon(icon(picture))
        tool.setToolTip(text)
        tool.setAccessibleName(text)
        return tool

    def _language_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for language in LANGUAGES:
            entry = menu.addAction(LANGUAGE_NAMES[language.code])
            entry.setCheckable(True)
            entry.setChecked(language == self._language)
            entry.triggered.connect(lambda _=False, code=language.code: self.spoken.emit(code))
        return menu
