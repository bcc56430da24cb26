"""What the lists of archive and state forms have in common: they say what happened, what they offer, and print."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.paper_buttons import show_when_made


class ListPart(QWidget):
    """One list of a page; what can be done with what is chosen is offered above it."""

    told = Signal(str)
    changed = Signal()
    """What is chosen, or what can be done with it, is another now."""
    go = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.language, self.jobs = desk, desk.language, desk.jobs
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * STEP)

    def offered(self) -> list[Offered]:
        """What can be done here now."""
        return []

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""

    def print_paper(self) -> None:
        """Prints what is chosen."""

    def edit(self) -> None:
        """Opens what is chosen."""

    def show_paper(self, title: str, made: Callable[..., bytes], *given: Any) -> None:
        """Makes a paper and shows it, ready for the printer."""

        show_when_made(
            self,
            self.desk,
            title,
            self.jobs.ask(self, made, *given, self.language).called(self.language.say("Making the papers")),
        )

    def ask(self, dialog: FormDialog, said: str) -> FormDialog:
        """Opens a form, and says in the strip what it did."""
        dialog.stored.connect(lambda _: self.told.emit(said))
        dialog.open()
        return dialog
