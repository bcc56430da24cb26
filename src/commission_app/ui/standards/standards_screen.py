"""The library of standards: what people are measured against, by edition, and the way in for a new one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton

from commission_app.services import standard_files, standard_list, standard_search
from commission_app.services.office import Progress
from commission_app.services.standards import EditionRow
from commission_app.ui.columns import ListQuestions, Query
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Place
from commission_app.ui.screen import Screen
from commission_app.ui.standards.edition_dialogs import BeginDialog
from commission_app.ui.standards.edition_words import FOUND, columns, filters
from commission_app.ui.standards.import_dialog import ImportDialog
from commission_app.ui.tables import ListView
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_copies import read_whole, save_copy
from commission_app.ui.widgets.list_workbook import save_list


class StandardsScreen(Screen):
    """The list; a file dropped anywhere on it is read and shown before it is taken in."""

    watches = frozenset({"standard"})
    help_topic = "standards"

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk, place)
        say = desk.language.say
        self.setAcceptDrops(True)
        begin = EmptyState(
            say("No standard is here yet. Take one in from a file, or write one by hand."),
            say("Import …"),
            self.import_file,
            "standards",
        )
        questions = ListQuestions(standard_list.page, standard_list.ids, standard_list.rows, standard_list.rows)
        self.list = ListView(
            desk,
            "standards",
            columns(desk.language),
            questions,
            sort="title",
            filters=filters(desk.language),
            empty=begin,
            export=lambda _: save_list(desk, self.list, self.title(), self.tell),
        )
        self.list.opened.connect(self._open)
        self.list.line.line.textChanged.connect(lambda _: self._show_found())
        self.list.model.counted.connect(lambda *_: self._show_found())
        self._lay_out()
        if isinstance(place.key, str):
            self.list.line.set_query(Query(words=place.key))
        self._show_found()

    def title(self) -> str:
        """What the screen is called."""
        return self.language.say("Standards")

    def refresh(self) -> None:
        """Asks for the list again."""
        self.list.refresh()

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.list.focus_first()

    def new(self) -> None:
        """Begins a standard that is written by hand (Ctrl+N)."""
        dialog = BeginDialog(self.desk, self)
        dialog.stored.connect(lambda key: self.go.emit(Place("standard", key)))
        dialog.open()

    def import_file(self) -> None:
        """Chooses a file to take in."""
        say = self.language.say
        kinds = " ".join(f"*.{kind}" for kind in standard_files.KINDS)
        kinds = f"{say('Standards')} ({kinds});;{say('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self, say("Import a standard"), "", kinds)
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Reads a file and shows what it would change; a file that cannot be read is refused with its place."""

        def read(_progress: Progress) -> tuple[bytes, standard_files.StandardFacts]:
            data = read_whole(path)
            return data, standard_files.read(data, path.name, self.language.code)

        promise = self.jobs.work(self, read).called(self.language.say("Reading {file}", file=path.name))
        promise.resting(self._import).then(lambda found: self._show(path.name, *found))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Shows that a file is welcome."""
        if _file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the file that was dropped."""
        path = _file(event)
        if path is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.take_file(path)

    def _open(self, key: int) -> None:
        """Opens an edition, where words are searched at the place that was met."""
        row = self.list.model.row_of(key)
        hit = row.hit if isinstance(row, EditionRow) else None
        node = hit.node if hit is not None else None
        self.go.emit(Place("standard", key, standard_search.place(node) if node is not None else None))

    def _show_found(self) -> None:
        """The column of what was met stands only while words are searched."""
        at = next(n for n, column in enumerate(self.list.model.columns) if column.key == FOUND)
        self.list.table.setColumnHidden(at, not self.list.line.words())

    def _show(self, name: str, data: bytes, facts: standard_files.StandardFacts) -> None:
        self.banner.hide()
        dialog = ImportDialog(self.desk, name, data, facts, self)
        dialog.taken.connect(self._taken)
        dialog.open()

    def _taken(self, edition: int, name: str) -> None:
        self.tell(self.language.say("{title} taken into the library", title=name), Place("standard", edition))
        self.go.emit(Place("standard", edition))

    def _save_template(self) -> None:
        language, name = self.language, self.language.say("Standard form.xlsx")
        told = self.jobs.work(self, lambda _: standard_files.template(language))
        told.then(lambda data: save_copy(self, self.desk, name, data, self._saved))

    def _saved(self, path: Path) -> None:
        self.tell(self.language.say("{file} saved", file=path.name))

    def _lay_out(self) -> None:
        say = self.language.say
        heading = QLabel(say("Library of standards"), self)
        heading.setProperty("role", "display")
        write = QPushButton(icon("plus"), say("New standard …"), self)
        write.setToolTip(say("Written here by hand (Ctrl+N)"))
        write.clicked.connect(lambda _: self.new())
        template = QPushButton(icon("download"), say("Empty form …"), self)
        template.setToolTip(say("An Excel workbook to fill in"))
        template.clicked.connect(lambda _: self._save_template())
        self._import = QPushButton(icon("upload", palette_now().on_accent), say("Import …"), self)
        self._import.setProperty("role", "prominent")
        self._import.setToolTip(
            say("Excel workbook, CASE JSON, Moodle or ESCO CSV, or .matrix file; it can also be dropped on the list")
        )
        self._import.clicked.connect(lambda _: self.import_file())
        self.kinds = QPushButton(say("Kinds of programmes"), self)
        self.kinds.setToolTip(say("How the kinds of Latvian programmes conform to the microcredential"))
        self.kinds.clicked.connect(lambda _: self.go.emit(Place("programme_kinds")))
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(heading, 1)
        row.addWidget(self.kinds)
        row.addWidget(write)
        row.addWidget(template)
        row.addWidget(self._import)
        self.body.addLayout(row)
        self.body.addWidget(self.list, 1)


def _file(event: QDropEvent) -> Path | None:
    """The one file that is dragged, if it is one."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and Path(urls[0].toLocalFile()).is_file() else None
