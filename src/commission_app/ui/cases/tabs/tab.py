"""What every tab of a case page is: it knows its case, what it watches, and how it is asked again."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commission_app.services.cases import CaseCard
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP


class CaseTab(QWidget):
    """One tab of the page of a case."""

    go = Signal(object)
    """A Place to go to."""
    happened = Signal(object)
    """News for the strip below."""

    spread = Signal()
    """The tab wants all the height of the page, or gives it back: `spreads` says which."""

    watches: ClassVar[frozenset[str]] = frozenset()
    """The nouns whose change makes the tab ask again."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.jobs = desk.jobs
        self.language = desk.language
        self.case_id = case_id
        self.spreads = False
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 3 * STEP, 0, 0)
        self.body.setSpacing(3 * STEP)

    def refresh(self, card: CaseCard) -> None:
        """Asks the office again for what the tab shows of this case."""
