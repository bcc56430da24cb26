"""What was done to the case, newest first: when, who, what, and below it each field that was changed."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from commission_app.services import history
from commission_app.services.cases import CaseCard
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.acts_tree import DEED, ActsTree

__all__ = ["DEED", "HistoryTab"]


class HistoryTab(CaseTab):
    """The acts about this case."""

    watches: ClassVar[frozenset[str]] = frozenset({"case", "person", "evidence", "score", "decision", "certificate"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        self.tree = ActsTree(desk.language, self)
        self.body.addWidget(self.tree, 1)

    def refresh(self, card: CaseCard) -> None:
        """Asks for the acts about this case."""
        self.jobs.ask(self, history.of_subject, card.uid).then(self.tree.show_acts)
