"""A paper of the office before it is printed: its pages, the printer, and a copy as a file."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.document_view import DocumentView
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.on_screen import resize_on_screen

if TYPE_CHECKING:
    from commission_app.ui.widgets.print_dialog import PrintDialog


class PaperPreview(QDialog):
    """A window of its own beside the work: Ctrl+P prints, Ctrl+S saves a copy, Esc closes."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        data: bytes,
        file_name: str,
        parent: QWidget | None = None,
        *,
        kind: str = "",
        papers: tuple[bytes, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._data = data
        self._name = file_name
        self._kind = kind or kind_of(title)
        self._papers = papers or (data,)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        self.view = DocumentView(desk, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        column.addWidget(self.banner)
        column.addWidget(self.view, 1)
        self._add_tools()
        self.view.show_bytes(file_name, "application/pdf", data)
        resize_on_screen(self, 880, 900)

    def print_paper(self) -> "PrintDialog":
        """Asks for printer, pages and copies, and prints; the window stays free meanwhile."""
        from commission_app.ui.widgets.print_dialog import PrintDialog

        pages = self.view.page_count()
        dialog = PrintDialog(self._desk, self.windowTitle(), self._papers, pages, self._kind, self._name, self)
        dialog.open()
        return dialog

    def say_printed(self, pages: int, file: str) -> None:
        """Says what was printed."""
        language = self._desk.language
        if file:
            said = language.say("Saved as {file}.", file=file)
        else:
            said = language.count("{n} page was sent to the printer.", "{n} pages were sent to the printer.", pages)
        self.banner.say(said, "good")

    def save(self) -> None:
        """Saves a copy as a file."""
        say = self._desk.language.say
        save_copy(
            self,
            self._desk,
            self._name,
            self._data,
            lambda path: self.banner.say(say("Saved as {file}.", file=path.name), "good"),
        )

    def show_trouble(self, text: str, _what: Refusal | None, _again: object) -> bool:
        """Shows a trouble above the pages."""
        self.banner.say(text)
        return True

    def _add_tools(self) -> None:
        say = self._desk.language.say
        keep = QPushButton(icon("download"), say("Save a copy …"), self)
        keep.clicked.connect(lambda _: self.save())
        keep.setAutoDefault(False)
        self.printing = QPushButton(icon("print", palette_now().on_accent), say("Print …"), self)
        self.printing.setProperty("role", "prominent")
        self.printing.clicked.connect(lambda _: self.print_paper())
        self.view.tools.addWidget(keep)
        self.view.tools.addWidget(self.printing)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_paper)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save)


def kind_of(title: str) -> str:
    """What papers so called are: the title without its number and day, so that each kind keeps its printer."""
    return re.sub(r"\d.*", "", title).strip(" -–/.,:") or "paper"


def show_paper(
    parent: QWidget,
    desk: Desk,
    title: str,
    data: bytes,
    file_name: str,
    *,
    kind: str = "",
    papers: tuple[bytes, ...] = (),
) -> PaperPreview:
    """Opens the preview of a paper beside the screen that made it.

    The printer is remembered per kind. Of several papers shown as one, `papers` are the single ones: each begins on
    a sheet of its own.
    """
    preview = PaperPreview(desk, title, data, file_name, parent, kind=kind, papers=papers)
    preview.show()
    return preview
