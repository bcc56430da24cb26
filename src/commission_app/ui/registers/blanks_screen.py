"""State forms: deliveries with what is left, each form where it stands, destruction acts; layouts and printers."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.registers.blanks_acts_panel import ActsPanel
from commission_app.ui.registers.blanks_forms_panel import FormsPanel
from commission_app.ui.registers.blanks_lots_panel import LotsPanel
from commission_app.ui.registers.lists_screen import ListsScreen
from commission_app.ui.widgets.act_button import Offered


class BlanksScreen(ListsScreen):
    """Three lists of one ledger; what is printed on forms, and by which printer, is settled from its menu."""

    watches: ClassVar[frozenset[str]] = frozenset({"blank", "blank_layout", "certificate"})
    help_topic: ClassVar[str] = "registers"
    rail: ClassVar[str] = "registers"
    tabs: ClassVar[tuple[str, ...]] = ("lots", "forms", "acts")

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.lots, self.forms, self.deeds = LotsPanel(desk, self), FormsPanel(desk, self), ActsPanel(desk, self)
        self.lots.forms_wanted.connect(self._show_forms)
        parts = ((say("Deliveries"), self.lots), (say("Forms"), self.forms), (say("Destruction acts"), self.deeds))
        self.lay_out("blanks", parts)

    def title(self) -> str:
        """State forms."""
        return self.language.say("State forms")

    def refresh(self) -> None:
        """Asks for all three again."""
        self.lots.refresh()
        self.forms.refresh()
        self.deeds.refresh()

    def new(self) -> None:
        """Enters a delivery (Ctrl+N)."""
        self.lots.receive()

    def settle_layouts(self) -> None:
        """Says where the data stand on the forms."""
        from commission_app.ui.widgets.blanks_layout_dialog import LayoutDialog

        dialog = LayoutDialog(self.desk, self)
        dialog.stored.connect(lambda _: self.tell(self.language.say("The layout is saved.")))
        dialog.open()

    def calibrate(self) -> None:
        """Finds out how far a printer is off."""
        from commission_app.ui.widgets.blanks_calibration_dialog import CalibrationDialog

        CalibrationDialog(self.desk, self).open()

    def _show_forms(self, words: str) -> None:
        self.forms.show_words(words)
        self.show_part("forms")
        self.forms.focus_first()

    def common(self) -> list[Offered]:
        """The ledger as a book, and what is printed on forms by which printer."""
        say = self.language.say
        return [
            Offered(say("Ledger (book) …"), (), lambda: self.go.emit(Place("registers", "blanks")), aside=True),
            Offered(say("Layout of the forms …"), (), self.settle_layouts, aside=True),
            Offered(say("Calibrate a printer …"), (), self.calibrate, "print", aside=True),
        ]
