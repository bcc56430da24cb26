"""The tools of a draft above its tree: add, move, double, take out; each says its key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from commission_app.i18n import Language
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.icon_button import icon_button

Doing = Callable[[], object]


class ContentTools(QWidget):
    """A menu of what can be added, and a button for each act on what is chosen."""

    def __init__(self, language: Language, doing: dict[str, Doing], parent: QWidget) -> None:
        super().__init__(parent)
        say = language.say
        self.adding = QPushButton(icon("plus"), say("Add"), self)
        menu = QMenu(self.adding)
        for name, text in (
            ("add", say("Learning outcome (Ins)")),
            ("unit", say("Unit")),
            ("part", say("Part of the qualification")),
            ("paste", say("Outcomes from the clipboard, one a line (Ctrl+V)")),
            ("borrow", say("Units of another standard …")),
        ):
            menu.addAction(text).triggered.connect(partial(_call, doing[name]))
        self.adding.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.adding)
        self.buttons = {}
        for name, picture, text in (
            ("up", "up", say("Move up (Alt+↑)")),
            ("down", "down", say("Move down (Alt+↓)")),
            ("duplicate", "file", say("Double (Ctrl+D)")),
            ("remove", "trash", say("Take out (Del)")),
        ):
            button = icon_button(picture, text, self)
            button.clicked.connect(partial(_call, doing[name]))
            row.addWidget(button)
            self.buttons[name] = button


def _call(doing: Doing, _checked: bool = False) -> None:
    doing()
