"""What taking in a standard would change, shown before anything is changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import LANGUAGES
from commission_app.services import standard_files, standard_import
from commission_app.services.standard_files import StandardFacts
from commission_app.services.standard_import import ImportPreview
from commission_app.ui.desk import Desk
from commission_app.ui.standards.change_tree import ChangeTree, column_word
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import sentence


class ImportDialog(QDialog):
    """Taken in as a draft, or approved at once; a refusal stands above, and nothing is taken in by halves."""

    taken = Signal(int, str)
    """The edition's key and the standard's title."""

    def __init__(self, desk: Desk, name: str, data: bytes, facts: StandardFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._language = desk.language
        self._name, self._data, self._facts = name, data, facts
        self._preview: ImportPreview | None = None
        self._as_edition = ""
        self.setWindowTitle(desk.language.say("Import a standard"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "title")
        self._soft = QLabel(self)
        self._soft.setProperty("role", "soft")
        for label in (self._heading, self._soft):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._kind = Chip(parent=self)
        self._changes = QVBoxLayout()
        self._changes.setSpacing(2 * STEP)
        self._lay_out()
        self._ask()

    def show_trouble(self, text: str, what: Refusal | None, again: object) -> bool:
        """Says above the page why it cannot be taken in."""
        self.banner.say(text)
        return True

    def said(self) -> str:
        """Everything the page says, for whoever reads it aloud."""
        labels = (label for label in self.findChildren(QLabel) if not label.isHidden())
        return "\n".join(label.text() for label in labels if label.text())

    def take_in(self, *, approve: bool) -> None:
        """Takes the standard in."""
        title = self._preview.title if self._preview is not None else self._name
        name = self._as_edition
        promise = self._desk.jobs.do(self, standard_import.take_in, self._facts, approve=approve, as_edition=name)
        promise.resting(self.draft, self.approve).then(lambda key: self._taken(key, title))

    def _taken(self, key: int, title: str) -> None:
        self.taken.emit(key, title)
        self.accept()

    def _ask(self) -> None:
        for button in (self.draft, self.approve):
            button.setEnabled(False)
        self._desk.jobs.ask(self, standard_import.preview, self._facts, self._as_edition).then(self._show)

    def take_as_new(self) -> None:
        """The locked edition stays; the file becomes a new edition after it."""
        if self._preview is not None and self._preview.free_label:
            self._as_edition = self._preview.free_label
            self.banner.hide()
            self._ask()

    def _read_in(self, code: object) -> None:
        """The texts of the file are in another language than was thought."""
        for button in (self.draft, self.approve):
            button.setEnabled(False)
        data, name, language = self._data, self._name, str(code)
        promise = self._desk.jobs.work(self, lambda _: standard_files.read(data, name, language))
        promise.called(self._language.say("Reading {file}", file=name)).then(self._read_again)

    def _read_again(self, facts: StandardFacts) -> None:
        self._facts = facts
        self._ask()

    def _show(self, seen: ImportPreview) -> None:
        self._preview = seen
        say, count = self._language.say, self._language.count
        self._heading.setText(seen.title)
        parts = (
            seen.code,
            say("edition {label}", label=seen.label),
            count("{n} unit", "{n} units", seen.units),
            count("{n} learning outcome", "{n} learning outcomes", seen.outcomes),
        )
        self._soft.setText(" · ".join(parts))
        self._kind.show_state(*self._kind_of(seen))
        self._show_changes(seen)
        for button in (self.draft, self.approve):
            button.setEnabled(not seen.unchanged and not seen.against)
            button.setVisible(not seen.unchanged and not seen.against)
        self.as_new.setVisible(bool(seen.free_label))
        self.as_new.setText(say("As a new edition {label}", label=seen.free_label))
        for reason in seen.against:
            self.banner.say(sentence(self._language, reason))
        (self.as_new if seen.free_label else self.approve).setFocus()

    def _kind_of(self, seen: ImportPreview) -> tuple[str, str]:
        say = self._language.say
        if seen.unchanged:
            return say("The library already has exactly this edition; nothing would change."), "neutral"
        if seen.new_standard:
            return say("A standard that is new to the library"), "good"
        if seen.new_edition:
            return say("A new edition of a standard that is in the library"), "info"
        if seen.order_only:
            return say("Only the order would change"), "warn"
        return say("An edition that is in the library would change"), "warn"

    def _show_changes(self, seen: ImportPreview) -> None:
        while (item := self._changes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        say = self._language.say
        self.tree.show_changes(seen.changes)
        self.tree.setVisible(not seen.unchanged)
        kept = [column_word(self._language, name) for name in seen.not_carried]
        self._list(say("What this format cannot carry stays as it is in the library"), kept)
        self._list(say("Remarks"), [sentence(self._language, remark) for remark in seen.remarks], "\n")
        self._remarks.setVisible(bool(seen.remarks or kept))
        self._changes.addStretch(1)

    def _list(self, title: str, found: Sequence[str], between: str = ", ") -> None:
        if not found:
            return
        heading = QLabel(f"{title} ({self._language.number(len(found))})")
        heading.setProperty("role", "label")
        text = QLabel(between.join(found))
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._changes.addWidget(heading)
        self._changes.addWidget(text)

    def _lay_out(self) -> None:
        say = self._language.say
        inside = QWidget(self)
        inside.setLayout(self._changes)
        self._changes.setContentsMargins(0, 0, 2 * STEP, 0)
        scroll = self._remarks = QScrollArea(self)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.approve = QPushButton(say("Take in and approve"), self)
        self.approve.setProperty("role", "prominent")
        self.approve.setDefault(True)
        self.approve.clicked.connect(lambda _: self.take_in(approve=True))
        self.draft = QPushButton(say("Take in as a draft"), self)
        self.draft.clicked.connect(lambda _: self.take_in(approve=False))
        self.as_new = QPushButton(self)
        self.as_new.clicked.connect(lambda _: self.take_as_new())
        self.as_new.hide()
        leave = QPushButton(say("Cancel"), self)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        buttons.addStretch(1)
        for button in (self.approve, self.as_new, self.draft, leave):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for part in (self.banner, self._heading, self._soft, self._kind):
            column.addWidget(part)
        if not standard_files.named_in_both(self._facts):
            column.addWidget(self._languages())
        self.tree = ChangeTree(self._desk.language, self)
        column.addWidget(self.tree, 3)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 120, figure * 76)

    def _languages(self) -> QWidget:
        """Which language the texts of a file with one language are in."""
        names = {"lv": self._language.say("Texts in Latvian"), "en": self._language.say("Texts in English")}
        choice = Segments(self).offer((language.code, names[language.code], "") for language in LANGUAGES)
        choice.set_value("lv" if self._facts.title_lv else "en")
        choice.chosen.connect(self._read_in)
        return choice
