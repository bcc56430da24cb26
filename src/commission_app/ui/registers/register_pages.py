"""The pages that live under Registers, side by side: the books, state forms, signing, verification, the archive."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commission_app.i18n import Language, marked
from commission_app.ui.places import Place
from commission_app.ui.screens import stands
from commission_app.ui.widgets.segments import Segments

PAGES = {
    "registers": marked("Books"),
    "blanks": marked("State forms"),
    "signing": marked("To be signed"),
    "verification": marked("Verification"),
    "archive": marked("Archive"),
}
"""kind of the place → its word; a page that is not part of the program as installed is not shown."""


class RegisterPages(QWidget):
    """A strip that is the same on each of these pages; the one in sight is marked."""

    go = Signal(object)

    def __init__(self, language: Language, here: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = here
        self.strip = Segments(self)
        self.strip.offer((kind, language.say(text), "") for kind, text in PAGES.items() if stands(kind))
        self.strip.set_value(here)
        self.strip.chosen.connect(self._chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.strip, 1)

    def _chosen(self, kind: object) -> None:
        self.strip.set_value(self._here)
        if kind != self._here:
            self.go.emit(Place(str(kind)))
