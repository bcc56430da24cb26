"""The institution's own Excel template of a book: kept, looked at, tried, and a year of the book written into it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.services import book_templates, sheet_files
from commission_app.services.book_templates import TemplateLine
from commission_app.services.register_shelf import Whereabouts
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.file_copies import open_outside, save_copy, writing
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.wording.words import word


class TemplateDialog(QDialog):
    """Says which names the file has and which it may have; a name that is missing or broken is named."""

    def __init__(self, desk: Desk, at: Whereabouts, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.language, self._at, self._words = desk, desk.language, at, words
        self.held: TemplateLine | None = None
        say = desk.language.say
        self._title = f"{word(desk.language, at.book)} {at.year}"
        self.setWindowTitle(say("Own Excel template: {book}", book=word(desk.language, at.book)))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        self.told = QLabel(
            say(
                "A template is an Excel file of yours. The row named {row} is repeated for every entry: each cell "
                "of it "
                "says {{1}}, {{2}} … or the heading of the column it takes; formulas and formats stay.",
                row=book_templates.NAMES[0],
            ),
            self,
        )
        self.told.setWordWrap(True)
        self.drop = FileDrop(
            desk.language, say("Drop the template here; it is checked and kept."), kinds="Excel (*.xlsx)", many=False
        )
        self.drop.dropped.connect(lambda paths: self.keep(paths[0]))
        self.facts = FactList(self)
        self.write_button = _button(say("Write {book} into it …", book=self._title), self.write, self)
        self.write_button.setProperty("role", "prominent")
        self.write_button.setDefault(True)
        self.try_button = _button(say("Try it: open a filled copy"), self.try_it, self)
        self.remove_button = _button(say("Remove the template"), self.remove, self)
        self.sample_button = _button(say("Save a sample template …"), self.save_sample, self)
        self._lay_out()
        self._ask()

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Says above the page what is wrong with the file."""
        self.banner.say(text)
        return True

    def keep(self, path: Path) -> None:
        """Reads a file, proves it, and keeps it as the template of the book."""
        self.banner.hide()
        labour = self.desk.jobs.work(self, lambda progress: sheet_files.read_file(path, progress))
        labour.then(lambda file: self.keep_file(file.name, file.data))

    def keep_file(self, name: str, data: bytes) -> None:
        """Keeps the bytes of a file as the template."""
        stored = self.desk.jobs.do(self, book_templates.store, self._at.book, name, data)
        stored.resting(self.drop.button).then(lambda _: self._ask())

    def remove(self) -> None:
        """Takes the template away."""
        if self.held is not None:
            done = self.desk.jobs.do(self, book_templates.remove, self.held.id, self.held.version)
            done.resting(self.remove_button).then(lambda _: self._ask())

    def save_sample(self) -> None:
        """Saves a template to begin with."""
        name = f"{word(self.language, self._at.book)}.xlsx"
        asked = self.desk.jobs.ask(self, book_templates.sample, self._at.book, self.language)
        asked.then(lambda data: save_copy(self, self.desk, name, data, self._saved))

    def write(self) -> None:
        """Asks where to, and writes the year into the template."""
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.language.say("Save as Excel"), f"{self._title}.xlsx", "Excel (*.xlsx)"
        )
        if chosen:
            self.write_to(Path(chosen).with_suffix(".xlsx"))

    def write_to(self, path: Path) -> None:
        """Writes the year into the template and the template into a file."""
        self._filled(lambda data: self.desk.jobs.work(self, writing(path, data)).then(lambda _: self._saved(path)))

    def try_it(self) -> None:
        """Opens a filled copy in the program for workbooks."""
        self._filled(lambda data: open_outside(self, self.desk, f"{self._title}.xlsx", data))

    def _filled(self, then: "Callable[[bytes], object]") -> None:
        at = self._at
        asked = self.desk.jobs.ask(self, book_templates.write, at.book, at.year, self.language, self._words, at.source)
        asked.called(self.language.say("Writing {file}", file=self._title)).resting(self.write_button).then(then)

    def _saved(self, path: Path) -> None:
        self.banner.say(self.language.say("Saved as {file}.", file=path.name), "good")

    def _ask(self) -> None:
        self.desk.jobs.ask(self, book_templates.of_book, self._at.book).then(self._show)

    def _show(self, held: TemplateLine | None) -> None:
        self.held = held
        language, say = self.language, self.language.say
        for button in (self.write_button, self.try_button, self.remove_button):
            button.setVisible(held is not None)
        self.facts.setVisible(held is not None)
        if held is None:
            return
        self.facts.show_facts(
            (
                (say("Template"), held.name),
                (say("Kept on"), language.date(held.stored_on)),
                (say("Sheet"), held.sheet),
                (say("Columns filled"), ", ".join(str(at + 1) for at in held.columns)),
                (say("Names filled"), ", ".join(held.names)),
                (say("Names not used"), ", ".join(held.unused)),
            )
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.sample_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.try_button, self.write_button):
            buttons.addWidget(button)
        close = QPushButton(self.language.say("Close"), self)
        close.clicked.connect(self.reject)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for part in (self.banner, self.told, self.drop, self.facts):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 120, figure * 56)


def _button(text: str, doing: "Callable[[], object]", parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _: doing())
    return button
