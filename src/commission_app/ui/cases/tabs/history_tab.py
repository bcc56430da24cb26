"""What was done to the case, newest first: when, who, what, and below it each field that was changed."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from commission_app.i18n import Language
from commission_app.services import history
from commission_app.services.cases import CaseCard
from commission_app.services.history import ActLine, ChangeLine
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.theme import tabular
from commission_app.wording.acts import act_text
from commission_app.wording.fields import field_word, value_text

MOMENT, DEED, WHO = range(3)


class HistoryTab(CaseTab):
    """Acts of one kind done in a row stand together; the fields unfold."""

    watches: ClassVar[frozenset[str]] = frozenset({"case", "person", "evidence", "score", "decision", "certificate"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        say = desk.language.say
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([say("When"), say("What was done"), say("Who")])
        self.tree.setFont(tabular(self.tree.font()))
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(MOMENT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(DEED, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WHO, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.tree, 1)

    def refresh(self, card: CaseCard) -> None:
        """Asks for the acts about this case."""
        self.jobs.ask(self, history.of_subject, card.uid).then(self._show)

    def _show(self, acts: tuple[ActLine, ...]) -> None:
        self.tree.clear()
        runs = groupby(acts, key=lambda act: (act.name, act.user_name, self.language.date(act.moment.date())))
        self.tree.addTopLevelItems([self._run(list(run)) for _, run in runs])

    def _run(self, acts: Sequence[ActLine]) -> QTreeWidgetItem:
        deed = act_text(self.language, acts[0].name)
        deed = deed[:1].upper() + deed[1:]
        if len(acts) > 1:
            deed = f"{deed} (× {self.language.number(len(acts))})"
        entry = QTreeWidgetItem([self.language.moment(acts[0].moment), deed, acts[0].user_name])
        for act in acts:
            when = self.language.time(act.moment) if len(acts) > 1 else ""
            for text in changes_said(self.language, act.changes):
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
