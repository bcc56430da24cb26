"""F9 where reasons are typed: the library of reasons, searched as one types, and the chosen wording inserted."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from commission_app.rules.vocabulary.decision import ReasonKind
from commission_app.services import reasons_library
from commission_app.services.reasons_library import ReasonLine
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.wording.words import word


def offer_reasons(desk: Desk, box: LongTextInput, *kinds: ReasonKind) -> LongTextInput:
    """Lets F9 in a box of text open the library; without kinds all of it is offered."""
    box.setToolTip(desk.language.say("F9 inserts a standard wording"))
    key = QShortcut(QKeySequence("F9"), box, context=Qt.ShortcutContext.WidgetShortcut)
    key.activated.connect(lambda: ReasonPicker(desk, box, kinds).open())
    return box


class ReasonPicker(QDialog):
    """The wordings in force; the one chosen goes into the text where the cursor stands, in either language."""

    def __init__(self, desk: Desk, box: LongTextInput, kinds: tuple[ReasonKind, ...]) -> None:
        super().__init__(box.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        say = desk.language.say
        self._desk, self._box, self._kinds = desk, box, kinds
        self._lines: tuple[ReasonLine, ...] = ()
        self.setWindowTitle(say("Library of reasons"))
        self.words = TextInput(self, placeholder=say("Search the wordings"))
        self.words.textChanged.connect(lambda _: self._ask())
        self.list = QListWidget(self)
        self.list.currentRowChanged.connect(self._read)
        self.list.itemActivated.connect(lambda _: self.insert("lv"))
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setProperty("role", "soft")
        self.none = QLabel(say("No wording fits. The library stands in the preferences."), self)
        self.none.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.lv = buttons.addButton(say("Insert in Latvian"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.en = buttons.addButton(say("Insert in English"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.lv.clicked.connect(lambda _: self.insert("lv"))
        self.en.clicked.connect(lambda _: self.insert("en"))
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        parts: tuple[QWidget, ...] = (self.words, self.none, self.list, self.text, buttons)
        for widget in parts:
            column.addWidget(widget)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 90, figure * 50)
        self._ask()

    def insert(self, code: str) -> None:
        """Puts the chosen wording into the text and closes."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._lines):
            return
        form = self._lines[row].form
        self._box.insertPlainText((form.text_en or form.text_lv) if code == "en" else form.text_lv)
        self.accept()
        self._box.setFocus()

    def _ask(self) -> None:
        asked = self._desk.jobs.ask(self, reasons_library.offered, self._kinds, self.words.value())
        asked.then(self._show)

    def _show(self, lines: tuple[ReasonLine, ...]) -> None:
        self._lines = lines
        self.list.clear()
        for line in lines:
            QListWidgetItem(f"{line.form.title} ({word(self._desk.language, line.form.kind)})", self.list)
        self.list.setVisible(bool(lines))
        self.none.setVisible(not lines)
        for button in (self.lv, self.en):
            button.setEnabled(bool(lines))
        self.list.setCurrentRow(0 if lines else -1)
        self._read(self.list.currentRow())

    def _read(self, row: int) -> None:
        form = self._lines[row].form if 0 <= row < len(self._lines) else None
        self.text.setText("\n".join(part for part in (form.text_lv, form.text_en) if part) if form else "")
