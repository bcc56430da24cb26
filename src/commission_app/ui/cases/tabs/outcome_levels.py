"""Yes, partly or no beside each learning outcome, unit by unit: a key for what is chosen, or a press below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.evidence import SelfAssessmentLevel
from commission_app.services.self_assessment import SelfRow, SelfUnit
from commission_app.ui.icons import tone_icon
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import NOTHING
from commission_app.wording.words import word

TAKE_BACK = "take_back"
ROW, UNIT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
TITLE, LEVEL = range(2)
MARKS = {
    SelfAssessmentLevel.YES: ("done", "good"),
    SelfAssessmentLevel.PARTLY: ("warn", "warn"),
    SelfAssessmentLevel.NO: ("close", "bad"),
}
KEYS = {
    Qt.Key.Key_1: SelfAssessmentLevel.YES,
    Qt.Key.Key_2: SelfAssessmentLevel.PARTLY,
    Qt.Key.Key_3: SelfAssessmentLevel.NO,
}
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0)


class OutcomeLevels(QWidget):
    """1, 2 and 3 say yes, partly and no of the chosen outcomes, Delete takes it back; on a unit, of all of it."""

    levelled = Signal(object, object)
    """The rows of the outcomes, and the level (None takes it back)."""
    stood = Signal()
    """The keyboard stands in another row."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._entries: dict[int, QTreeWidgetItem] = {}
        self._returned: dict[int, str] = {}
        self.tree = _Tree(self)
        self.tree.setHeaderLabels([language.say_of("column", "Learning outcomes"), language.say_of("column", "Said")])
        self.tree.levelled.connect(self._level)
        self.tree.currentItemChanged.connect(lambda *_: self.stood.emit())
        self.buttons = Segments(self)
        words = [(level, f"{key} {word(language, level)}", "") for key, level in enumerate(SelfAssessmentLevel, 1)]
        self.buttons.offer([*words, (TAKE_BACK, language.say("take back"), "")])
        self.buttons.chosen.connect(self._press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.tree, 1)
        column.addWidget(self.buttons)

    def show_units(self, units: Sequence[SelfUnit], levels: Mapping[int, SelfAssessmentLevel | None]) -> None:
        """Shows the units with the level of each outcome by its key; the keyboard stays where it was."""
        held = self.row()
        self.tree.blockSignals(True)
        self.tree.clear()
        self._entries = {}
        for unit in units:
            title = half(self._language, unit.title_lv, unit.title_en)
            head = QTreeWidgetItem([f"{unit.code} {title}", _counted(unit.rows, levels)])
            head.setData(0, UNIT, unit.unit_id)
            head.setToolTip(TITLE, title)
            self.tree.addTopLevelItem(head)
            for row in unit.rows:
                head.addChild(self._entry(unit, row, levels.get(row.outcome_id)))
            head.setExpanded(True)
        self.tree.blockSignals(False)
        wanted = self._entries.get(held.outcome_id) if held is not None else None
        wanted = wanted or next(iter(self._entries.values()), None)
        if wanted is not None:
            self.tree.setCurrentItem(wanted)

    def mark_returned(self, texts: Mapping[int, str]) -> None:
        """Marks the outcomes (by key) with what is to be mended of them."""
        self._returned = dict(texts)
        for key, entry in self._entries.items():
            self._mark(key, entry)

    def row(self) -> SelfRow | None:
        """The outcome where the keyboard stands."""
        entry = self.tree.currentItem()
        found = entry.data(0, ROW) if entry is not None else None
        return found if isinstance(found, SelfRow) else None

    def unit_id(self) -> int | None:
        """The unit where the keyboard stands."""
        entry = self.tree.currentItem()
        return None if entry is None else entry.data(0, UNIT)

    def allow(self, on: bool) -> None:
        """Whether anything can be said now."""
        self.buttons.setVisible(on)
        self.tree.allowed = on

    def _press(self, level: object) -> None:
        self.buttons.set_value(None)
        self._level(None if level == TAKE_BACK else level)
        self.tree.setFocus()

    def _level(self, level: object) -> None:
        rows: dict[int, SelfRow] = {}
        for entry in self.tree.selectedItems():
            parts = [entry, *(entry.child(at) for at in range(entry.childCount()))]
            found = (part.data(0, ROW) for part in parts if part is not None)
            rows |= {row.outcome_id: row for row in found if isinstance(row, SelfRow)}
        if rows:
            self.levelled.emit(tuple(rows.values()), level)

    def _entry(self, unit: SelfUnit, row: SelfRow, level: SelfAssessmentLevel | None) -> QTreeWidgetItem:
        text = half(self._language, row.text_lv, row.text_en)
        entry = QTreeWidgetItem([f"{row.code} {text}", word(self._language, level) if level else NOTHING])
        entry.setData(0, ROW, row)
        entry.setData(0, UNIT, unit.unit_id)
        if level is not None:
            entry.setIcon(LEVEL, tone_icon(*MARKS[level]))
        self._entries[row.outcome_id] = entry
        self._mark(row.outcome_id, entry)
        return entry

    def _mark(self, key: int, entry: QTreeWidgetItem) -> None:
        text = self._returned.get(key, "")
        entry.setIcon(TITLE, tone_icon("back", "warn") if text else QIcon())
        said = self._language.say("To be mended: {text}", text=text) if text else ""
        entry.setToolTip(TITLE, "\n".join(part for part in (entry.text(TITLE), said) if part))


class _Tree(QTreeWidget):
    """Keys level what is chosen; a single outcome leads on to the next."""

    levelled = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.allowed = True
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(LEVEL, QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 and Delete."""
        key = Qt.Key(event.key())
        if not self.allowed or (key not in KEYS and key not in CLEARING):
            super().keyPressEvent(event)
            return
        single = len(self.selectedItems()) == 1
        self.levelled.emit(KEYS.get(key))
        entry = self.currentItem()
        below = self.itemBelow(entry) if single and entry is not None else None
        if below is not None:
            self.setCurrentItem(below)


def _counted(rows: Sequence[SelfRow], levels: Mapping[int, SelfAssessmentLevel | None]) -> str:
    return f"{sum(levels.get(row.outcome_id) is not None for row in rows)}/{len(rows)}"
