"""One submission unfolded: the notes it was sent back with, what is new in it, and everything as it was submitted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from commission_app.i18n import Language
from commission_app.rules.submission import Difference, FrozenItem, Snapshot
from commission_app.services.submissions import NoteLine, SubmissionLine
from commission_app.ui.cases.tabs.return_notes import about
from commission_app.ui.icons import tone_icon
from commission_app.wording.submission import changed_word
from commission_app.wording.words import word

HALF = 32
"""Figures of the hash that stand in one line."""
NOTE = Qt.ItemDataRole.UserRole


class SubmissionTree(QTreeWidget):
    """Read only, but for the ticks of notes that were mended."""

    settled = Signal(int, bool)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setColumnCount(1)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._ticked)

    def show_submission(
        self, line: SubmissionLine, snapshot: Snapshot, differs: Difference | None = None, title: str = ""
    ) -> None:
        """Shows a submission; `differs` says, under its title, what differs between it and another."""
        self.blockSignals(True)
        self.clear()
        say = self._language.say
        if line.notes:
            head = self._head(say("Sent back with these notes"))
            head.addChildren([self._note(note) for note in line.notes])
        if differs is not None:
            self._show_difference(title, differs)
        self._show_whole(say("As it was submitted"), snapshot)
        proof = self._head(say("Proof (sha256)"))
        proof.addChildren([_entry(line.sha256[at : at + HALF]) for at in (0, HALF)])
        self.expandToDepth(0)
        self.blockSignals(False)

    def texts(self) -> list[str]:
        """Everything that stands in it, line by line."""
        found: list[str] = []

        def walk(entry: QTreeWidgetItem) -> None:
            found.append(entry.text(0))
            for at in range(entry.childCount()):
                if (child := entry.child(at)) is not None:
                    walk(child)

        walk(self.invisibleRootItem())
        return found[1:]

    def _show_difference(self, title: str, differs: Difference) -> None:
        say = self._language.say
        head = self._head(title)
        if differs.nothing:
            head.addChild(_entry(say("Nothing differs.")))
        for item in differs.added:
            head.addChild(_entry(say("Added: {what}", what=_named(item)), "plus", "good"))
        for item in differs.removed:
            head.addChild(_entry(say("Taken away: {what}", what=_named(item)), "minus", "warn"))
        for one in differs.changed:
            what = ", ".join(dict.fromkeys(changed_word(self._language, field) for field in one.fields))
            said = say("Changed: {item} ({what})", item=_named(one.after), what=what)
            head.addChild(_entry(said, "edit", "neutral"))
        for code in differs.narratives:
            head.addChild(_entry(say("Narrative changed: {code}", code=code), "edit", "neutral"))
        for code in differs.self_assessments:
            head.addChild(_entry(say("Self-assessment changed: {code}", code=code), "edit", "neutral"))

    def _show_whole(self, title: str, snapshot: Snapshot) -> None:
        head = self._head(title)
        for item in snapshot.items:
            entry = _entry(f"{_named(item)} · {word(self._language, item.kind)}", "file", "neutral")
            entry.addChildren([_entry(file.name) for file in item.files])
            entry.addChildren([_entry(f"{link.code}  {link.citation}".strip(), "link") for link in item.links])
            head.addChild(entry)
        for unit in snapshot.units:
            if unit.narrative:
                head.addChild(_entry(f"{unit.code}: {unit.narrative}"))
        for one in snapshot.self_assessments:
            said = " · ".join(part for part in (word(self._language, one.level), one.text) if part)
            head.addChild(_entry(f"{one.code}: {said}", "person"))

    def _head(self, text: str) -> QTreeWidgetItem:
        head = _entry(text)
        font = self.font()
        font.setBold(True)
        head.setFont(0, font)
        self.addTopLevelItem(head)
        return head

    def _note(self, note: NoteLine) -> QTreeWidgetItem:
        entry = _entry(f"{about(note)}: {note.text}" if about(note) else note.text)
        entry.setData(0, NOTE, note.id)
        entry.setCheckState(0, Qt.CheckState.Checked if note.settled else Qt.CheckState.Unchecked)
        entry.setToolTip(0, self._language.say("Tick what was mended."))
        return entry

    def _ticked(self, entry: QTreeWidgetItem) -> None:
        key = entry.data(0, NOTE)
        if isinstance(key, int):
            self.settled.emit(key, entry.checkState(0) is Qt.CheckState.Checked)


def _entry(text: str, symbol: str = "", tone: str = "neutral") -> QTreeWidgetItem:
    entry = QTreeWidgetItem([text])
    entry.setToolTip(0, text)
    if symbol:
        entry.setIcon(0, tone_icon(symbol, tone))
    return entry


def _named(item: FrozenItem) -> str:
    return f"P{item.position} {item.title}"
