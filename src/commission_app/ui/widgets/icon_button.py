"""A small button that is only an icon: its word stands in the tooltip and is read aloud."""

from PySide6.QtWidgets import QToolButton, QWidget

from commission_app.ui.icons import icon


def icon_button(picture: str, word: str, parent: QWidget) -> QToolButton:
    """The button with its icon and word."""
    button = QToolButton(parent)
    button.setProperty("role", "icon")
    button.setIcon(icon(picture))
    button.setToolTip(word)
    button.setAccessibleName(word)
    return button
