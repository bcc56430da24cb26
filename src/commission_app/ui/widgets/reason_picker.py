"""F9 where reasons are typed: the library of reasons, searched as one types, inserted with both its halves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from commission_app.rules.halves import MARK, insertion, paired
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


def put_in(box: LongTextInput, text: str) -> None:
    """Puts whole lines where one writes, never between a line and its English half; one undo takes them out."""
    cursor = box.textCursor()
    place = insertion(box.toPlainText().split("\n"), cursor.blockNumber(), at_start=cursor.positionInBlock() == 0)
    block = box.document().findBlockByNumber(place.row)
    if not block.isValid():
        cursor.movePosition(QTextCursor.MoveOperation.End)
        text = f"\n{text}"
    else:
        cursor.setPosition(block.position())
        text = text if place.instead else f"{text}\n"
    cursor.insertText(text)
    box.setTextCursor(cursor)


class ReasonPicker(QDialog):
    """The wordings in force; the one chosen goes into the text where one writes, each half for its own paper."""

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
        self.list.itemActivated.connect(lambda _: self.insert("both"))
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setProperty("role", "soft")
        self.none = QLabel(say("No wording fits. The library stands in the preferences."), self)
        self.none.setWordWrap(True)
        self._lay_out()
        self._ask()

    def _lay_out(self) -> None:
        say, buttons = self._desk.language.say, QDialogButtonBox(self)
        self.both = buttons.addButton(say("Insert"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.both.setDefault(True)
        self.lv = buttons.addButton(say("Insert in Latvian"), QDialogButtonBox.ButtonRole.ActionRole)
        self.en = buttons.addButton(say("Insert in English"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        for button, code in ((self.both, "both"), (self.lv, "lv"), (self.en, "en")):
            button.clicked.connect(lambda _=False, one=code: self.insert(one))
        told = QLabel(
            say(
                "A line that begins with {mark} is printed on the English paper, instead of the line above it.",
                mark=MARK,
            ),
            self,
        )
        told.setWordWrap(True)
        told.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        parts: tuple[QWidget, ...] = (self.words, self.none, self.list, self.text, told, buttons)
        for widget in parts:
            column.addWidget(widget)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 90, figure * 50)

    def insert(self, code: str) -> None:
        """Puts the chosen wording into the text, both halves or one, and closes."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._lines):
            return
        form = self._lines[row].form
        if code == "both":
            put_in(self._box, paired(form.text_lv, form.text_en))
        else:
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
        self.list.setCurrentRow(0 if lines else -1)
        self._read(self.list.currentRow())

    def _read(self, row: int) -> None:
        form = self._lines[row].form if 0 <= row < len(self._lines) else None
        for button in (self.both, self.lv):
            button.setEnabled(form is not None)
        self.en.setEnabled(form is not None and bool(form.text_en))
        self.text.setText("\n".join(part for part in (form.text_lv, form.text_en) if part) if form else "")
