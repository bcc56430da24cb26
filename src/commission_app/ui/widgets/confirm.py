"""Asking before something would be lost or cannot be undone; never for anything else."""

from PySide6.QtWidgets import QMessageBox, QWidget

from commission_app.i18n import Language


def confirm_loss(parent: QWidget, language: Language) -> bool:
    """Whether to leave although something would be lost."""
    return confirm(
        parent,
        language,
        language.say("What was entered here is not stored yet. Leave and lose it?"),
        language.say("Leave without storing"),
    )


def confirm(parent: QWidget, language: Language, question: str, deed: str) -> bool:
    """Asks about one deed by its name; staying is what Enter and Esc choose."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(deed)
    box.setText(question)
    doing = box.addButton(deed, QMessageBox.ButtonRole.DestructiveRole)
    staying = box.addButton(language.say("Stay here"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    box.exec()
    return box.clickedButton() is doing
