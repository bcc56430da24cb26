"""The rail at the left: the places of the office, each an icon and a word, reached with Alt and a digit."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from commission_app.i18n import Language, marked
from commission_app.ui.icons import pixmap
from commission_app.ui.screens import stands
from commission_app.ui.theme import palette_now

PLACES = {
    "today": marked("Today"),
    "cases": marked("Cases"),
    "sittings": marked("Sittings"),
    "registers": marked("Registers"),
    "standards": marked("Standards"),
    "offers": marked("Offers"),
    "reports": marked("Reports"),
    "preferences": marked("Preferences"),
}
"""kind → word, in the order of the rail; a place whose screen is not part of the program is not shown."""


class Rail(QFrame):
    """Tells which place was asked for; narrow, it shows icons only and keeps the words as tooltips."""

    asked = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(language.say("Places"))
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._mark = QLabel(self)
        self._mark.setPixmap(pixmap("certificate", 28, palette_now().rail_mark))
        self._mark.setContentsMargins(14, 8, 8, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        column.addWidget(self._mark)
        for kind, text in PLACES.items():
            if not stands(kind):
                continue
            if kind == "preferences":
                column.addStretch(1)
            column.addWidget(self._button(kind, language.say(text)))
        if "preferences" not in self._buttons:
            column.addStretch(1)

    def kinds(self) -> tuple[str, ...]:
        """The places shown, in order."""
        return tuple(self._buttons)

    def mark(self, kind: str) -> None:
        """Shows in which place one is."""
        if kind in self._buttons:
            self._buttons[kind].setChecked(True)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def narrow(self, narrow: bool) -> None:
        """Shows the words beside the icons, or the icons alone."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._buttons.values():
            button.setToolButtonStyle(style)

    def _button(self, kind: str, text: str) -> QToolButton:
        number = len(self._buttons) + 1
        button = QToolButton(self)
        button.setProperty("role", "rail")
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} (Alt+{number})")
        button.setShortcut(QKeySequence(f"Alt+{number}"))
        button.setCheckable(True)
        button.setIcon(_rail_icon(kind))
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(40)
        button.clicked.connect(lambda _: self.asked.emit(kind))
        self._group.addButton(button)
        self._buttons[kind] = button
        return button


def _rail_icon(kind: str) -> QIcon:
    worn = palette_now()
    made = QIcon()
    made.addPixmap(pixmap(kind, 20, worn.on_rail))
    made.addPixmap(pixmap(kind, 20, worn.on_rail_active), QIcon.Mode.Normal, QIcon.State.On)
    return made
