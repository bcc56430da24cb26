"""The size of a dialog: as large as it wants to be, and never larger than the screen it stands on."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

FRAME = QSize(16, 48)
"""What the desktop draws around a dialog."""


def most(dialog: QDialog) -> QSize:
    """The room that a dialog can have."""
    return dialog.screen().availableGeometry().size() - FRAME


def resize_on_screen(dialog: QDialog, wide: int, high: int) -> None:
    """Gives a dialog a size that the screen has."""
    dialog.resize(QSize(wide, high).boundedTo(most(dialog)))
