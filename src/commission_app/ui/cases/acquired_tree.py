"""What a person has and what is missing, unfolded: qualification or programme, its parts, their units."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.accumulation import Stage, UnitStanding
from commission_app.services.stackability import PartRow, QualificationRow, StackCard, UnitRow
from commission_app.ui.icons import tone_icon
from commission_app.ui.places import Place
from commission_app.ui.two_languages import half
from commission_app.wording.quantities import credits_text, hours_text
from commission_app.wording.words import word

NAME, STATE, FROM, SIZE = range(4)
CASE = Qt.ItemDataRole.UserRole
STAGES = {Stage.COMPLETE: ("done", "good"), Stage.BEGUN: ("half", "info"), Stage.NOTHING: ("ring", "neutral")}
STANDINGS = {
    UnitStanding.HELD: ("done", "good"),
    UnitStanding.ASKED: ("clock", "info"),
    UnitStanding.MISSING: ("ring", "neutral"),
    UnitStanding.IN_STUDY: ("lock", "neutral"),
}


class AcquiredTree(QTreeWidget):
    """Read only; Enter or a double click on an acquired unit opens the case it came from."""

    go = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.setAccessibleName(say("What is acquired and what is missing"))
        self.setHeaderLabels(
            [say("Qualification, part, unit"), say("State"), say("Where it was acquired"), say("Amount")]
        )
        self.setUniformRowHeights(True)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for at in (STATE, FROM, SIZE):
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        self.itemActivated.connect(self._opened)

    def show_card(self, card: StackCard) -> None:
        """Shows what the person has; the nearest qualification and that of the case are unfolded."""
        self.clear()
        for at, row in enumerate(card.qualifications):
            entry = self._qualification(row)
            self.addTopLevelItem(entry)
            entry.setExpanded(at == 0 or row.own)
            for child in range(entry.childCount()):
                if (part := entry.child(child)) is not None:
                    part.setExpanded(entry.isExpanded())
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def texts(self) -> list[str]:
        """Everything that stands in it, line by line."""
        found: list[str] = []

        def walk(entry: QTreeWidgetItem) -> None:
            found.append(" | ".join(entry.text(at) for at in range(self.columnCount())))
            for at in range(entry.childCount()):
                if (child := entry.child(at)) is not None:
                    walk(child)

        walk(self.invisibleRootItem())
        return found[1:]

    def _qualification(self, row: QualificationRow) -> QTreeWidgetItem:
        language = self._language
        name = f"{row.code} {half(language, row.title_lv, row.title_en)}, {row.label}"
        counted = language.say("{held} of {wanted}", held=row.held, wanted=row.wanted)
        entry = self._entry(name, f"{word(language, row.stage)} · {counted}", STAGES[row.stage])
        font = self.font()
        font.setBold(True)
        entry.setFont(NAME, font)
        for part in row.parts:
            entry.addChild(self._part(part, row))
        known = {part.code for part in row.parts}
        entry.addChildren([self._unit(unit) for unit in row.units if unit.part not in known])
        return entry

    def _part(self, part: PartRow, row: QualificationRow) -> QTreeWidgetItem:
        language = self._language
        name = f"{part.code} {half(language, part.title_lv, part.title_en)}"
        entry = self._entry(name, word(language, part.stage), STAGES[part.stage])
        entry.addChildren([self._unit(unit) for unit in row.units if unit.part == part.code])
        return entry

    def _unit(self, unit: UnitRow) -> QTreeWidgetItem:
        language = self._language
        name = f"{unit.code} {half(language, unit.title_lv, unit.title_en)}"
        if not unit.mandatory:
            name = f"{name} ({language.say('optional unit')})"
        entry = self._entry(name, word(language, unit.standing), STANDINGS[unit.standing])
        if unit.credits is not None:
            entry.setText(SIZE, credits_text(language, unit.credits))
        elif unit.hours is not None:
            entry.setText(SIZE, hours_text(language, unit.hours))
        origin = unit.origin
        if origin is not None:
            parts = [origin.case_number, language.date(origin.on)]
            if origin.certificate:
                parts.append(language.say("certificate {number}", number=origin.certificate))
            entry.setText(FROM, " · ".join(parts))
            entry.setData(NAME, CASE, origin.case_id)
        return entry

    def _entry(self, name: str, state: str, picture: tuple[str, str]) -> QTreeWidgetItem:
        entry = QTreeWidgetItem([name, state])
        entry.setToolTip(NAME, name)
        entry.setIcon(STATE, tone_icon(*picture))
        return entry

    def _opened(self, entry: QTreeWidgetItem, _: int) -> None:
        key = entry.data(NAME, CASE)
        if isinstance(key, int):
            self.go.emit(Place("case", key))
