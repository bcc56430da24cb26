"""The archive: the volumes, the files that wait to be bound, and the deeds that hand volumes over or destroy them."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from commission_app.services import archive_lists
from commission_app.services.archive_lists import Unbound
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.registers.archive_deeds_panel import DeedsPanel
from commission_app.ui.registers.archive_unbound import UnboundPanel
from commission_app.ui.registers.archive_volumes_panel import VolumesPanel
from commission_app.ui.registers.lists_screen import ListsScreen


class ArchiveScreen(ListsScreen):
    """Three lists of one office: what is bound, what waits, and what was done with it."""

    watches: ClassVar[frozenset[str]] = frozenset({"volume", "archive_deed", "nomenclature", "case", "register"})
    help_topic: ClassVar[str] = "archive"
    rail: ClassVar[str] = "registers"
    tabs: ClassVar[tuple[str, ...]] = ("volumes", "unbound", "deeds")

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.volumes = VolumesPanel(desk, self)
        self.unbound = UnboundPanel(desk, self)
        self.deeds = DeedsPanel(desk, self)
        parts = ((say("Volumes"), self.volumes), (say("To be bound"), self.unbound), (say("Deeds"), self.deeds))
        self.lay_out("archive", parts)

    def title(self) -> str:
        """The archive."""
        return self.language.say("Archive")

    def refresh(self) -> None:
        """Asks for all three again."""
        self.volumes.refresh()
        self.deeds.refresh()
        self.jobs.ask(self, archive_lists.unbound).then(self._show_unbound)

    def _show_unbound(self, held: Unbound) -> None:
        self.unbound.show_rows(held)
        waiting = len(held.cases) + len(held.books) + held.more
        say = self.language.say
        self.switch.name("unbound", say("To be bound ({n})", n=waiting) if waiting else say("To be bound"))
        self.offer()
