"""A choice of one among few: members of an enum in words, or rows of the office by their key."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from commission_app.i18n import Language
from commission_app.ui.widgets.inputs import Input
from commission_app.wording.words import word

E = TypeVar("E", bound=StrEnum)

SHORT_LETTERS = 9


class Choice(QComboBox, Input):
    """A list that unfolds; typing letters finds, the wheel changes nothing by accident."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, searchable: bool = False, short: bool = False) -> None:
        """Searchable, it can be typed into; short, it leaves its neighbours room and only unfolds to the longest."""
        super().__init__(parent)
        self._waiting: str | None = None
        # Kept here and not in the items: Qt would give an enum's member back as bare text.
        self._values: list[object] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._short = short
        if short:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(SHORT_LETTERS)
            self.setMaximumWidth(self.sizeHint().width())
            self.currentTextChanged.connect(self.setToolTip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.installEventFilter(self)
        if searchable:
            self.setEditable(True)
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            finder = QCompleter(self.model(), self)
            finder.setFilterMode(Qt.MatchFlag.MatchContains)
            finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            self.setCompleter(finder)
        self.activated.connect(lambda _: self.edited.emit())

    def offer(
        self, options: Iterable[tuple[object, str]], *, empty: str | None = None, unchosen: bool = False
    ) -> "Choice":
        """Offers values with their words; `empty` is the word for none. What was chosen stays chosen.

        The first is chosen where nothing was, unless the person is to choose (`unchosen`).
        """
        held, kept = self.value(), self._waiting
        offered: list[tuple[object, str]] = [(None, empty)] if empty is not None else []
        offered += [(value, text) for value, text in options]
        self.clear()
        self._values = [value for value, _ in offered]
        self.addItems([text for _, text in offered])
        if unchosen:
            self.setCurrentIndex(-1)
        if held is not None:
            self.set_value(held)
        if kept is not None:
            self.set_draft(kept)
        return self

    def offer_words(self, language: Language, members: Iterable[E], *, empty: str | None = None) -> "Choice":
        """Offers members of an enum in the words of a language."""
        return self.offer(((member, word(language, member)) for member in members), empty=empty)

    def value(self) -> object:
        """The chosen value, or None."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Chooses a value."""
        at = next((n for n in range(len(self._values)) if self._values[n] == value), -1)
        self.setCurrentIndex(at)

    def showPopup(self) -> None:
        """Unfolds; a short one as wide as its longest word."""
        if self._short:
            view = self.view()
            view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width())
        super().showPopup()

    def draft(self) -> str:
        """The chosen value as text."""
        return _text(self.value())

    def set_draft(self, text: str) -> None:
        """Chooses the value of a kept text; one that is not offered yet is waited for."""
        at = next((n for n, value in enumerate(self._values) if _text(value) == text), -1)
        self._waiting = text if at < 0 and text else None
        if at >= 0:
            self.setCurrentIndex(at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the wheel from changing a choice that only scrolls by."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _text(value: object) -> str:
    return "" if value is None else str(value)
