"""The keys that mean the same on every screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from commission_app.ui.main_window import MainWindow

SCREEN_KEYS = {
    QKeySequence.StandardKey.New: "new",
    QKeySequence.StandardKey.Save: "save",
    QKeySequence.StandardKey.Print: "print_paper",
    QKeySequence.StandardKey.Refresh: "refresh",
}
"""key → what is asked of the screen in sight."""


def connect_keys(window: "MainWindow") -> None:
    """Lets the window hear its keys; those of the rail belong to the rail."""
    keys: dict[str, Callable[..., object]] = {
        "Alt+Left": window.back,
        "Alt+Right": window.forward,
        "Ctrl+K": window.search,
        "F1": window.toggle_help,
        "F2": lambda: window.on_screen("edit"),
        "F5": lambda: window.on_screen("refresh"),
    }
    for key, doing in keys.items():
        QShortcut(QKeySequence(key), window, doing)
    for standard, name in SCREEN_KEYS.items():
        for sequence in QKeySequence.keyBindings(standard):
            if sequence.toString() not in keys:
                QShortcut(sequence, window, lambda name=name: window.on_screen(name))
