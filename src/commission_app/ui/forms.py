"""A form: labelled fields in rows, a draft that keeps itself, and every error at its field."""

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from commission_app.errors import Refusal, refusal
from commission_app.i18n import Language
from commission_app.ui.widgets.field import Field
from commission_app.ui.widgets.inputs import Input
from commission_app.wording.sentences import sentence

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

I = TypeVar("I", bound=Input)  # noqa: E741 - the letter of an input

DRAFT_MS = 800
GAP = 16


class Form(QWidget):
    """Fields by name; `values` gives what was entered, `check` says at the fields what cannot be read."""

    edited = Signal()
    submitted = Signal()
    """Ctrl+Enter."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._fields: dict[str, Field] = {}
        self._clean: dict[str, str] = {}
        self._row: QHBoxLayout | None = None
        self._touched_by_hand = False
        self._keep: Callable[[str], object] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._clock = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._clock.timeout.connect(self.keep_now)

    def add(
        self,
        name: str,
        label: str,
        held: I,
        *,
        help_text: str = "",
        required: bool = False,
        beside: bool = False,
        stretch: int = 1,
    ) -> I:
        """Adds a field below the last one, or beside it."""
        field = Field(label, held, help_text=help_text, required=required, parent=self)
        if not beside or self._row is None:
            self._row = QHBoxLayout()
            self._row.setSpacing(GAP)
            self._column.addLayout(self._row)
        self._row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        self._fields[name] = field
        self._clean[name] = held.draft()
        held.on_edit(lambda: self._touched(field))
        return held

    def heading(self, text: str) -> None:
        """A title over the fields that follow."""
        label = QLabel(text, self)
        label.setProperty("role", "title")
        self._column.addWidget(label)
        self._row = None

    def place(self, widget: QWidget) -> None:
        """Puts something that is no field (a hint, a table) below the last row."""
        self._column.addWidget(widget)
        self._row = None

    def field(self, name: str) -> Field:
        """The field of a name."""
        return self._fields[name]

    def load(self, values: "Mapping[str, object] | DataclassInstance") -> None:
        """Shows the values of the office; fields that the values do not name are left as they are."""
        given = vars(values) if is_dataclass(values) else values
        for name, field in self._fields.items():
            if isinstance(given, Mapping) and name in given:
                field.input.set_value(given[name])
            field.clear_error()
        self.mark_clean()

    def values(self) -> dict[str, object]:
        """What was entered, by the fields' names."""
        return {name: field.input.value() for name, field in self._fields.items()}

    def check(self) -> bool:
        """Says at each field what is missing or cannot be read, and goes to the first; True where nothing is."""
        first: Field | None = None
        for field in self._fields.values():
            wrong = self._wrong(field) if not field.isHidden() else None
            if wrong is None:
                field.clear_error()
                continue
            field.show_error(sentence(self._language, wrong))
            first = first or field
        if first is not None:
            first.focus()
        return first is None

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Shows a refusal at the field it names; False where it names none of these."""
        field = self._fields.get(what.field) if what is not None and what.field else None
        if field is None:
            return False
        field.show_error(text)
        field.focus()
        return True

    def dirty(self) -> bool:
        """Whether anything differs from what was loaded."""
        return any(field.input.draft() != self._clean[name] for name, field in self._fields.items())

    def would_lose(self) -> bool:
        """Whether leaving loses something: it was edited, and no draft is kept."""
        return self.dirty() and self._keep is None

    def typed(self) -> bool:
        """Whether a person changed something here that is not stored; what the page filled in by itself is none."""
        return self._touched_by_hand and self.would_lose()

    def mark_clean(self) -> None:
        """What stands here now is what the office knows; its draft is forgotten by the act that stored it."""
        self._clock.stop()
        self._touched_by_hand = False
        self._clean = {name: field.input.draft() for name, field in self._fields.items()}

    def keep_drafts(self, keep: Callable[[str], object], found: str = "") -> bool:
        """Keeps the draft by itself; shows the one found, if any. True where a draft was shown."""
        self._keep = keep
        kept = _read_draft(found)
        for name, text in kept.items():
            if name in self._fields:
                self._fields[name].input.set_draft(text)
        return bool(kept) and self.dirty()

    def draft(self) -> str:
        """What was entered, as one text that can be kept; empty where nothing differs."""
        if not self.dirty():
            return ""
        return json.dumps({name: field.input.draft() for name, field in self._fields.items()}, ensure_ascii=False)

    def keep_now(self) -> None:
        """Keeps the draft without waiting."""
        self._clock.stop()
        if self._keep is not None:
            self._keep(self.draft())

    def keep_typed(self) -> None:
        """Keeps at once what was typed a blink ago, where one leaves before the draft was kept."""
        if self._clock.isActive():
            self.keep_now()

    def focus_first(self) -> None:
        """Puts the keyboard into the first field that is empty, or the first."""
        fields = [field for field in self._fields.values() if not field.isHidden()]
        empty = next((field for field in fields if not field.input.draft()), None)
        if fields:
            (empty or fields[0]).focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits from anywhere in the form."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _wrong(self, field: Field) -> Refusal | None:
        found = field.input.refusal()
        if found is None and field.required and _empty(field.input.value()):
            return refusal("ui.required", field=field.label_text)
        return found

    def _touched(self, field: Field) -> None:
        field.clear_error()
        self._touched_by_hand = True
        self.edited.emit()
        if self._keep is not None:
            self._clock.start()


def _read_draft(text: str) -> dict[str, str]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def _empty(value: object) -> bool:
    """Whether nothing was said; nought is an answer, though Python holds it equal to False."""
    return value is None or value is False or value == ""
