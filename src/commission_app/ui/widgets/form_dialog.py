"""A small form in a window of its own: a date to sign, a number to type, a reason to give."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.promises import Promise
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.following_scroll import FollowingScroll
from commission_app.ui.widgets.on_screen import most, resize_on_screen

KEY_LOCKED = "key.locked"
"""The refusal whose way out is typing a passphrase."""


class FormDialog(QDialog):
    """Fields, the deed by its name, and a way out; a refusal stands at its field and the dialog stays."""

    stored = Signal(object)
    """The answer of the act, once it is stored."""

    def __init__(self, desk: Desk, title: str, deed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.language = desk.language
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        self.form = Form(desk.language, self)
        self.form.submitted.connect(self._submit)
        self.deed = QPushButton(deed, self)
        self.deed.setProperty("role", "prominent")
        self.deed.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.deed, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(desk.language.say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        self.column.setSpacing(4 * STEP)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.form)
        self.column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)

    def submit(self) -> None:
        """Does the deed with what the form says; each dialog has its own."""

    def act(self, promise: "Promise[Any]", then: Callable[[], object] | None = None) -> None:
        """Waits for the act: closes when it is stored, stays with the sentence when it is refused."""

        def landed(answer: object) -> None:
            # Stored is not lost: whoever goes elsewhere now is not asked about it.
            self.form.mark_clean()
            self.stored.emit(answer)
            if then is not None:
                then()
            self.accept()

        promise.resting(self.deed).then(landed)

    def fit(self) -> None:
        """Grows to what it shows now, and not beyond the screen: there the fields are scrolled, not the buttons."""
        self.column.activate()
        wanted = self.sizeHint()
        room = most(self)
        if wanted.height() > room.height() and self.column.indexOf(self.form) >= 0:
            self._scroll_form()
        resize_on_screen(self, max(self.width(), wanted.width()), max(self.height(), wanted.height()))

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Shows a refusal at the field it names, else above the form; what wants the key asks for its passphrase."""
        if what is not None and what.reason == KEY_LOCKED:
            from commission_app.ui.widgets.unlock_dialog import with_key

            with_key(self.desk, self, self._submit)
        if not self.form.show_trouble(text, what, again):
            self.banner.say(text)
        return True

    def reject(self) -> None:
        """Leaves; what a person typed and did not store is asked about first."""
        if self.deed.isHidden() or not self.form.typed():
            super().reject()
            return
        from commission_app.ui.widgets.confirm import confirm_loss

        if confirm_loss(self, self.language):
            super().reject()

    def showEvent(self, event: object) -> None:
        """Puts the keyboard into the first field; Qt would give a dialog at most two thirds of a small screen."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.fit()
        self.form.focus_first()

    def _scroll_form(self) -> None:
        at, scroll = self.column.indexOf(self.form), FollowingScroll(self)
        self.column.removeWidget(self.form)
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(self.form.minimumSizeHint().width() + bar)
        scroll.setWidget(self.form)
        self.column.insertWidget(at, scroll, 1)
        # What comes into a window that stands open is not shown by itself at once.
        self.form.show()
        scroll.show()
        self.column.activate()

    def _submit(self) -> None:
        self.banner.hide()
        if self.form.check():
            self.submit()
