"""Verification: papers are dropped here, and each says in one sentence what was found, with every fact below."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from commission_app.services import verification, verification_report
from commission_app.services.verification import Verified
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Crumb, Place
from commission_app.ui.registers.register_pages import RegisterPages
from commission_app.ui.registers.verification_panel import VerificationPanel
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence
from commission_app.wording.verification import TONES
from commission_app.wording.words import word


class VerificationScreen(Screen):
    """Nothing is stored: what was found stands here until one goes away, and can be printed or copied."""

    help_topic: ClassVar[str] = "registers"
    rail: ClassVar[str] = "registers"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.found: tuple[Verified, ...] = ()
        kinds = f"{say('Papers')} (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.txt);;{say('All files')} (*)"
        invitation = say("Drop papers here: PDFs, scans or photographs. Nothing leaves this computer.")
        self.drop = FileDrop(desk.language, invitation, kinds=kinds, parent=self)
        self.drop.dropped.connect(self.take)
        self.typed = TextInput(self, placeholder=say("… or scan a code with a hand scanner, and press Enter"))
        self.typed.setAccessibleName(say("Code"))
        self.typed.setMaxLength(8000)
        self.typed.returnPressed.connect(self.take_typed)
        self.table = RowsTable(self._columns(), self)
        self.table.setAccessibleName(say("Verified files"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.panel = VerificationPanel(desk.language, self)
        self.copy = self._button(say("Copy"), self.copy_text, "file")
        self.print = self._button(say("Print the report …"), self.print_paper, "print")
        self.clear = self._button(say("Clear the list"), self.forget, "close")
        self._lay_out()
        self._show(())

    def title(self) -> str:
        """What is done here."""
        return self.language.say("Verification")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The registers stand above."""
        return ((self.language.say("Registers"), Place("registers")),)

    def focus_first(self) -> None:
        """Puts the keyboard where a hand scanner types."""
        self.typed.setFocus()

    def new(self) -> None:
        """Chooses files (Ctrl+N)."""
        self.drop.choose()

    def take(self, paths: tuple[Path, ...]) -> None:
        """Verifies files in the background."""
        running = self.jobs.ask_each(self, verification.verify_files, tuple(paths), self.language)
        running.called(self.language.say("Verifying")).resting(self.drop.button).then(self._add)

    def take_typed(self) -> None:
        """Verifies the letters of a code."""
        # As it came: a blank is a letter of the code, and two in a row are two.
        text = self.typed.text()
        if text.strip():
            self.typed.clear()
            asked = self.jobs.ask_each(self, verification.verify_text, text, self.language)
            asked.then(lambda one: self._add((one,)))

    def copy_text(self) -> None:
        """Puts what was found about the chosen file on the clipboard."""
        if (chosen := self.table.current()) is not None:
            QApplication.clipboard().setText(verification_report.as_text(chosen, self.language))
            self.tell(self.language.say("Copied."))

    def print_paper(self) -> None:
        """Shows the report of all files, ready for the printer (Ctrl+P)."""
        if not self.found:
            return
        title = self.language.say("Report of a verification")

        def show(data: bytes) -> None:
            from commission_app.ui.widgets.paper_preview import show_paper

            show_paper(self, self.desk, title, data, f"{title}.pdf", kind="verification")

        self.jobs.ask(self, verification_report.report, self.found, self.language).then(show)

    def forget(self) -> None:
        """Clears the list."""
        self._show(())
        self.typed.setFocus()

    def _add(self, found: tuple[Verified, ...]) -> None:
        self._show((*found, *self.found))
        self.table.selectRow(0)
        self._show_chosen()

    def _show(self, found: tuple[Verified, ...]) -> None:
        self.found = found
        self.table.show_rows(found)
        self.table.setVisible(bool(found))
        for button in (self.copy, self.print, self.clear):
            button.setVisible(bool(found))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.current() if self.found else None
        self.panel.show_found(chosen)

    def _columns(self) -> tuple[Column[Verified], ...]:
        language, say = self.language, self.language.say
        return (
            Column(
                "outcome",
                say("Finding"),
                lambda one: State(word(language, one.outcome), TONES[one.outcome]),
                width_hint=22,
            ),
            Column(
                "file",
                say("File"),
                lambda one: one.file,
                stretch=True,
                tooltip=lambda one: sentence(language, one.headline),
            ),
        )

    def _button(self, text: str, doing: object, picture: str) -> QPushButton:
        button = QPushButton(icon(picture), text, self)
        button.clicked.connect(lambda _: doing())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        pages = RegisterPages(self.language, "verification", self)
        pages.go.connect(self.go)
        left, column = QWidget(self), QVBoxLayout()
        left.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        note = QLabel(self.language.say("A code is checked without a network, with the keys this office trusts."), left)
        note.setProperty("role", "soft")
        note.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (self.print, self.copy, self.clear):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (self.drop, self.typed, note):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(4 * STEP)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([440, 720])
        self.desk.memory.follow_splitter("verification", splitter)
        self.body.addWidget(pages)
        self.body.addWidget(splitter, 1)
