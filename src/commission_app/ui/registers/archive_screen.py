"""The archive: the volumes, the files that wait to be bound, and the deeds that hand volumes over or destroy them."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from commission_app.services import archive_lists
from commission_app.services.archive_lists import Unbound
from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.registers.archive_deeds_panel import DeedsPanel
from commission_app.ui.registers.archive_part import ArchivePart
from commission_app.ui.registers.archive_unbound import UnboundPanel
from commission_app.ui.registers.archive_volumes_panel import VolumesPanel
from commission_app.ui.registers.register_pages import RegisterPages
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton
from commission_app.ui.widgets.segments import Segments


class ArchiveScreen(Screen):
    """Three lists of one office: what is bound, what waits, and what was done with it."""

    watches: ClassVar[frozenset[str]] = frozenset({"volume", "archive_deed", "nomenclature", "case", "register"})
    help_topic: ClassVar[str] = "archive"
    rail: ClassVar[str] = "registers"
    tabs: ClassVar[tuple[str, ...]] = ("volumes", "unbound", "deeds")

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.switch = Segments(self)
        self.switch.offer(
            (("volumes", say("Volumes"), ""), ("unbound", say("To be bound"), ""), ("deeds", say("Deeds"), ""))
        )
        self.switch.chosen.connect(lambda name: self.show_part(str(name)))
        self.acts = ActButton(desk.language, self)
        self.volumes = VolumesPanel(desk, self)
        self.unbound = UnboundPanel(desk, self)
        self.deeds = DeedsPanel(desk, self)
        self._parts: dict[str, ArchivePart] = {"volumes": self.volumes, "unbound": self.unbound, "deeds": self.deeds}
        self._stack = QStackedWidget(self)
        for part in self._parts.values():
            self._stack.addWidget(part)
            part.told.connect(self.tell)
            part.changed.connect(self._offer)
            part.go.connect(self.go)
        pages = RegisterPages(desk.language, "archive", self)
        pages.go.connect(self.go)
        self.body.addWidget(pages)
        top = QHBoxLayout()
        top.setSpacing(3 * STEP)
        top.addWidget(self.switch)
        top.addWidget(self.acts, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)
        self.show_part(place.tab or "volumes")

    def title(self) -> str:
        """The archive."""
        return self.language.say("Archive")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """It stands among the registers."""
        return ((self.language.say("Registers"), Place("registers")),)

    def part(self) -> ArchivePart:
        """The list in sight."""
        return self._parts[str(self.switch.value())]

    def show_part(self, name: str) -> None:
        """Shows one of the lists."""
        name = name if name in self._parts else "volumes"
        self.switch.set_value(name)
        self._stack.setCurrentWidget(self._parts[name])
        self.place = Place(self.place.kind, self.place.key, name)
        self._offer()

    def turn_to(self, place: Place) -> None:
        """Shows another of the lists."""
        super().turn_to(place)
        self.show_part(place.tab or "volumes")

    def refresh(self) -> None:
        """Asks for all three again."""
        self.volumes.refresh()
        self.deeds.refresh()
        self.jobs.ask(self, archive_lists.unbound).then(self._show_unbound)

    def focus_first(self) -> None:
        """Puts the keyboard into the list in sight."""
        self.part().focus_first()

    def print_paper(self) -> None:
        """Prints what is chosen (Ctrl+P)."""
        self.part().print_paper()

    def edit(self) -> None:
        """Opens what is chosen (F2)."""
        self.part().edit()

    def _show_unbound(self, held: Unbound) -> None:
        self.unbound.show_rows(held)
        waiting = len(held.cases) + len(held.books) + held.more
        say = self.language.say
        self.switch.name("unbound", say("To be bound ({n})", n=waiting) if waiting else say("To be bound"))
        self._offer()

    def _offer(self) -> None:
        self.acts.show_acts(self.part().offered())
