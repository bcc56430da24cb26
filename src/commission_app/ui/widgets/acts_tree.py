"""Acts as a tree, newest first: when, what was done, who, and below it each field that was changed."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from commission_app.i18n import Language, capital
from commission_app.services.history import ActLine, ChangeLine
from commission_app.ui.theme import tabular
from commission_app.wording.acts import act_text
from commission_app.wording.fields import field_word, value_text

MOMENT, DEED, WHO = range(3)


class ActsTree(QTreeWidget):
    """Acts of one kind done in a row stand together; the fields unfold."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.setHeaderLabels([say("When"), say("What was done"), say("Who")])
        self.setFont(tabular(self.font()))
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(MOMENT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(DEED, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WHO, QHeaderView.ResizeMode.ResizeToContents)

    def show_acts(self, acts: tuple[ActLine, ...]) -> None:
        """Shows other acts."""
        self.clear()
        runs = groupby(acts, key=lambda act: (act.name, act.user_name, self._language.date(act.moment.date())))
        self.addTopLevelItems([self._run(list(run)) for _, run in runs])

    def _run(self, acts: Sequence[ActLine]) -> QTreeWidgetItem:
        deed = act_text(self._language, acts[0].name)
        deed = capital(deed)
        if len(acts) > 1:
            deed = f"{deed} (× {self._language.number(len(acts))})"
        entry = QTreeWidgetItem([self._language.moment(acts[0].moment), deed, acts[0].user_name])
        for act in acts:
            when = self._language.time(act.moment) if len(acts) > 1 else ""
            for text in changes_said(self._language, act.changes):
                child = QTreeWidgetItem([when, text, ""])
                child.setToolTip(DEED, text)
                entry.addChild(child)
                when = ""
        return entry


def changes_said(language: Language, changes: Sequence[ChangeLine]) -> Iterator[str]:
    """Each changed field that a person understands: its name, what stood there, what stands there now."""
    said: set[str] = set()
    for change in changes:
        name = field_word(language, change.table, change.field)
        if name is None:
            continue
        new = value_text(language, change.table, change.field, change.new)
        old = value_text(language, change.table, change.field, change.old)
        text = f"{name}: {old} → {new or '–'}" if old else f"{name}: {new}"
        if text not in said:
            said.add(text)
            yield text
