"""State forms: deliveries with what is left, each form where it stands, destruction acts; layouts and printers."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.registers.archive_part import ArchivePart
from commission_app.ui.registers.blanks_acts_panel import ActsPanel
from commission_app.ui.registers.blanks_forms_panel import FormsPanel
from commission_app.ui.registers.blanks_lots_panel import LotsPanel
from commission_app.ui.registers.register_pages import RegisterPages
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.segments import Segments


class BlanksScreen(Screen):
    """Three lists of one ledger; what is printed on forms, and by which printer, is settled from its menu."""

    watches: ClassVar[frozenset[str]] = frozenset({"blank", "blank_layout", "certificate"})
    help_topic: ClassVar[str] = "registers"
    rail: ClassVar[str] = "registers"
    tabs: ClassVar[tuple[str, ...]] = ("lots", "forms", "acts")

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.switch = Segments(self)
        self.switch.offer(
            (("lots", say("Deliveries"), ""), ("forms", say("Forms"), ""), ("acts", say("Destruction acts"), ""))
        )
        self.switch.chosen.connect(lambda name: self.show_part(str(name)))
        self.acts = ActButton(desk.language, self)
        self.lots, self.forms, self.deeds = LotsPanel(desk, self), FormsPanel(desk, self), ActsPanel(desk, self)
        self._parts: dict[str, ArchivePart] = {"lots": self.lots, "forms": self.forms, "acts": self.deeds}
        self._stack = QStackedWidget(self)
        for part in self._parts.values():
            self._stack.addWidget(part)
            part.told.connect(self.tell)
            part.changed.connect(self._offer)
            part.go.connect(self.go)
        self.lots.forms_wanted.connect(self._show_forms)
        pages = RegisterPages(desk.language, "blanks", self)
        pages.go.connect(self.go)
        self.body.addWidget(pages)
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self.switch)
        top.addWidget(self.acts, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)
        self.show_part(place.tab or "lots")

    def title(self) -> str:
        """State forms."""
        return self.language.say("State forms")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """They stand among the registers."""
        return ((self.language.say("Registers"), Place("registers")),)

    def part(self) -> ArchivePart:
        """The list in sight."""
        return self._parts[str(self.switch.value())]

    def show_part(self, name: str) -> None:
        """Shows one of the lists."""
        name = name if name in self._parts else "lots"
        self.switch.set_value(name)
        self._stack.setCurrentWidget(self._parts[name])
        self.place = Place(self.place.kind, self.place.key, name)
        self._offer()

    def turn_to(self, place: Place) -> None:
        """Shows another of the lists."""
        super().turn_to(place)
        self.show_part(place.tab or "lots")

    def refresh(self) -> None:
        """Asks for all three again."""
        self.lots.refresh()
        self.forms.refresh()
        self.deeds.refresh()

    def focus_first(self) -> None:
        """Puts the keyboard into the list in sight."""
        self.part().focus_first()

    def new(self) -> None:
        """Enters a delivery (Ctrl+N)."""
        self.lots.receive()

    def edit(self) -> None:
        """Opens what is chosen (F2)."""
        self.part().edit()

    def print_paper(self) -> None:
        """Prints what is chosen (Ctrl+P)."""
        self.part().print_paper()

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

    def _offer(self) -> None:
        say = self.language.say
        common = [
            Offered(say("Ledger (book) …"), (), lambda: self.go.emit(Place("registers", "blanks")), aside=True),
            Offered(say("Layout of the forms …"), (), self.settle_layouts, aside=True),
            Offered(say("Calibrate a printer …"), (), self.calibrate, "print", aside=True),
        ]
        self.acts.show_acts([*self.part().offered(), *common])
