"""What can be supposed, unfolded: units with their outcomes, the evidence, the earlier courses."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from commission_app.i18n import Language
from commission_app.rules.credits import AwardLine
from commission_app.rules.credits.courses import courses
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.rules.what_if import Supposed, Supposition, lowered, raised
from commission_app.services.what_if import UnitName, WhatIfCard
from commission_app.ui.icons import tone_icon
from commission_app.ui.two_languages import half
from commission_app.wording.awards import conversion_text
from commission_app.wording.quantities import amount, unit_text
from commission_app.wording.words import word

NAME, NOW, THEN = range(3)
UNIT, OUTCOME, EVIDENCE, COURSE, MORE, GROUP = "unit", "outcome", "evidence", "course", "more", "group"
_KEY = Qt.ItemDataRole.UserRole
_RAISING, _LOWERING = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus,)


class WhatIfTree(QTreeWidget):
    """Plus and minus raise and lower an outcome; a tick drops or adds evidence and takes a course off."""

    supposed = Signal(object)
    """The Supposition as it stands after every change."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._card: WhatIfCard | None = None
        self._entries: dict[tuple[str, str], QTreeWidgetItem] = {}
        self._results: dict[str, OutcomeResult] = {}
        self._shown: dict[str, OutcomeResult] = {}
        self._filling = False
        say = language.say
        self.setAccessibleName(say("What can be supposed"))
        self.setHeaderLabels([say("What can be supposed"), say("As it stands"), say("Supposed")])
        self.setUniformRowHeights(True)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for at in (NOW, THEN):
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(lambda *_: None if self._filling else self.supposed.emit(self.supposition()))
        self.itemDoubleClicked.connect(lambda entry, _: self._turn(entry))

    def show_card(self, card: WhatIfCard) -> None:
        """Shows what stands; the first unit is unfolded."""
        self._filling = True
        self._card, self._entries = card, {}
        self._results = {}
        self._shown = dict(card.basis.given.results)
        self.clear()
        for unit in card.units:
            self._add_unit(unit)
        self._add_evidence(card)
        self._add_courses(card)
        self._filling = False
        first = self.topLevelItem(0)
        if first is not None:
            first.setExpanded(True)
            self.setCurrentItem(first.child(0) or first)

    def show_supposed(self, answer: Supposed) -> None:
        """Says beside each line what would be otherwise."""
        if self._card is None:
            return
        self._filling = True
        self._shown = dict(answer.results)
        given = self._card.basis.given.results
        before = {line.unit_uid: line for line in self._card.award.unit_lines}
        for line in answer.award.unit_lines:
            now = before[line.unit_uid]
            changed = (line.verdict, line.credits) != (now.verdict, now.credits)
            self._say((UNIT, line.unit_uid), self._line(line) if changed else "")
        for kind, uid in self._entries:
            if kind == OUTCOME:
                lost, then = uid in answer.unsupported, answer.results.get(uid)
                self._say((OUTCOME, uid), self._result(then, lost=lost) if lost or then is not given.get(uid) else "")
        self._filling = False

    def supposition(self) -> Supposition:
        """What is supposed now."""
        if self._card is None:
            return Supposition()
        given = self._card.basis
        stands = {one.uid: one.active for one in given.evidence}
        return Supposition(
            results={
                uid: result for uid, result in self._results.items() if result is not given.given.results.get(uid)
            },
            turned=frozenset(key for key, active in stands.items() if self._ticked(EVIDENCE, key) is not active),
            courses_off=frozenset(one.key for one in given.given.studies if not self._ticked(COURSE, one.key)),
            carried=frozenset(unit.uid for unit in self._card.units if self._ticked(MORE, unit.uid)),
        )

    def start_over(self) -> None:
        """Nothing is supposed any longer."""
        if self._card is not None:
            place = self._place(self.currentItem())
            folded = {where for where, entry in self._entries.items() if where[0] == UNIT and not entry.isExpanded()}
            self.show_card(self._card)
            for where, entry in self._entries.items():
                if where[0] == UNIT:
                    entry.setExpanded(where not in folded)
            if place in self._entries:
                self.setCurrentItem(self._entries[place])
            self.supposed.emit(self.supposition())

    def step(self, *, up: bool) -> None:
        """The outcome where the keyboard stands is raised or lowered by one step."""
        kind, uid = self._place(self.currentItem())
        if kind == OUTCOME:
            held = self._shown.get(uid)
            self._put(uid, raised(held) if up else lowered(held))

    def stands_on_outcome(self) -> bool:
        """Whether the keyboard stands on an outcome, which can be raised or lowered."""
        return self._place(self.currentItem())[0] == OUTCOME

    def entry(self, kind: str, key: str) -> QTreeWidgetItem:
        """The line of a unit, an outcome, a piece of evidence or a course."""
        return self._entries[(kind, key)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus raises, minus lowers; the arrows fold and unfold."""
        key = Qt.Key(event.key())
        if key in _RAISING + _LOWERING and self.stands_on_outcome():
            self.step(up=key in _RAISING)
        else:
            super().keyPressEvent(event)

    def _turn(self, entry: QTreeWidgetItem) -> None:
        """A double click takes an outcome from met to not met, and back."""
        kind, uid = self._place(entry)
        if kind == OUTCOME:
            met = self._shown.get(uid) is OutcomeResult.MET
            self._put(uid, OutcomeResult.NOT_MET if met else OutcomeResult.MET)

    def _put(self, uid: str, result: OutcomeResult) -> None:
        # At once, and not with the answer: the next press counts from here.
        self._shown[uid] = self._results[uid] = result
        self.supposed.emit(self.supposition())

    def _add_unit(self, unit: UnitName) -> None:
        if self._card is None:
            return
        lines = {line.unit_uid: line for line in self._card.award.unit_lines}
        title = f"{unit.code} {half(self._language, unit.title_lv, unit.title_en)}"
        top = self._add(None, (UNIT, unit.uid), title, self._line(lines[unit.uid]))
        results = self._card.basis.given.results
        for uid, name in unit.outcomes:
            text = f"{name.code} {half(self._language, name.text_lv, name.text_en)}"
            self._add(top, (OUTCOME, uid), text, self._result(results.get(uid)))
        if unit.outcomes:
            more = self._add(top, (MORE, unit.uid), self._language.say("One more sufficient piece of evidence"), "")
            more.setCheckState(NAME, Qt.CheckState.Unchecked)

    def _add_evidence(self, card: WhatIfCard) -> None:
        say = self._language.say
        if not card.basis.evidence:
            return
        top = self._add(None, (GROUP, EVIDENCE), say("Evidence"), "")
        for one in card.basis.evidence:
            links = len(one.links)
            told = self._language.count("for {n} outcome", "for {n} outcomes", links)
            entry = self._add(top, (EVIDENCE, one.uid), one.title, told if one.active else say("does not stand"))
            entry.setCheckState(NAME, Qt.CheckState.Checked if one.active else Qt.CheckState.Unchecked)
        top.setExpanded(True)

    def _add_courses(self, card: WhatIfCard) -> None:
        studies = courses(card.basis.given, card.award.total.unit)
        if not studies:
            return
        top = self._add(None, (GROUP, COURSE), self._language.say("Earlier courses"), "")
        for one in studies:
            entry = self._add(top, (COURSE, one.key), one.title, conversion_text(self._language, one))
            entry.setCheckState(NAME, Qt.CheckState.Checked)
        top.setExpanded(True)

    def _add(self, above: QTreeWidgetItem | None, where: tuple[str, str], name: str, now: str) -> QTreeWidgetItem:
        entry = QTreeWidgetItem([name, now, ""])
        entry.setToolTip(NAME, name)
        entry.setData(NAME, _KEY, where)
        self._entries[where] = entry
        if above is None:
            font = self.font()
            font.setBold(True)
            entry.setFont(NAME, font)
            self.addTopLevelItem(entry)
        else:
            above.addChild(entry)
        return entry

    def _say(self, where: tuple[str, str], text: str) -> None:
        entry = self._entries[where]
        entry.setText(THEN, text)
        entry.setIcon(THEN, tone_icon("info", "info") if text else QIcon())

    def _line(self, line: AwardLine) -> str:
        verdict = word(self._language, line.verdict) if line.verdict is not None else ""
        credits = f"{amount(self._language, line.credits)} {unit_text(self._language, line.credits.unit)}"
        return f"{verdict}, {credits}".strip(", ")

    def _result(self, result: OutcomeResult | None, *, lost: bool = False) -> str:
        if lost:
            return self._language.say("without evidence")
        return word(self._language, result) if result is not None else "–"

    def _ticked(self, kind: str, key: str) -> bool:
        entry = self._entries.get((kind, key))
        return entry is not None and entry.checkState(NAME) is Qt.CheckState.Checked

    def _place(self, entry: QTreeWidgetItem | None) -> tuple[str, str]:
        held = entry.data(NAME, _KEY) if entry is not None else None
        return (str(held[0]), str(held[1])) if isinstance(held, tuple | list) else ("", "")
