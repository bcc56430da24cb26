"""What the applicant has acquired over all cases, and what is missing for parts, the qualification and others."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from commission_app.services import stackability, stackability_papers
from commission_app.services.cases import CaseCard
from commission_app.ui.cases.acquired_panel import AcquiredPanel
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk


class AcquiredTab(CaseTab):
    """The tree of what completes what; the qualification of the case stands in it in any event."""

    watches: ClassVar[frozenset[str]] = frozenset({"case", "decision", "exam", "certificate", "standard"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        self.panel = AcquiredPanel(
            desk, lambda language: self.jobs.ask(self, stackability_papers.of_case, self.case_id, language), self
        )
        self.panel.go.connect(self.go)
        self.body.addWidget(self.panel, 1)

    def refresh(self, card: CaseCard) -> None:
        """Asks what the applicant has."""
        self.jobs.ask(self, stackability.of_case, self.case_id).then(self.panel.show_card)

    def focus_first(self) -> None:
        """Puts the keyboard into the tree."""
        self.panel.tree.setFocus()

    def print_paper(self) -> None:
        """Ctrl+P shows the page for the applicant."""
        self.panel.print_page()
