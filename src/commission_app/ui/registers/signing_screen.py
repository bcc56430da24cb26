"""The signing queue: papers that wait for a signature, papers that could be put forward, and those that are signed."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from commission_app.services import signing_batch, signing_outside, signing_queue
from commission_app.services.evidence import NewFile
from commission_app.services.evidence_intake import read_plain
from commission_app.services.office import Progress
from commission_app.services.signing_batch import Opened, Outcome
from commission_app.services.signing_outside import OutFile, Returned
from commission_app.services.signing_queue import RouteLine, SignableLine
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Crumb, Place
from commission_app.ui.registers.register_pages import RegisterPages
from commission_app.ui.registers.signing_said import past_columns, queue_columns, ready_columns
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_copies import writing
from commission_app.ui.widgets.inputs import TickInput
from commission_app.ui.widgets.list_workbook import excel_button, save_rows
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import sentence

WAITING, READY, PAST = "waiting", "ready", "past"
MOST_TOLD = 6
MOST_BYTES = 200 * 1024 * 1024


class SigningScreen(Screen):
    """What is chosen is signed together; Enter opens one paper with everybody who signs it."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"signing", "signing_step", "decision", "sitting", "certificate", "exam"}
    )
    help_topic: ClassVar[str] = "registers"
    rail: ClassVar[str] = "registers"
    tabs: ClassVar[tuple[str, ...]] = (WAITING, READY, PAST)

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.lines: tuple[RouteLine, ...] = ()
        self.shown = Segments(self).offer(
            [
                (WAITING, say("To be signed"), ""),
                (READY, say("To be put forward"), ""),
                (PAST, say("Signed papers"), ""),
            ]
        )
        self.shown.chosen.connect(self._turn)
        self.mine = TickInput(say("Only those that wait for me"), self)
        self.mine.edited.connect(self._filter)
        self.table = self._table(queue_columns(desk.language))
        self.table.opened.connect(self._open)
        self.ready = self._table(ready_columns(desk.language))
        self.ready.opened.connect(lambda _: self.put_forward())
        self.past = self._table(past_columns(desk.language))
        self.past.opened.connect(self._open)
        none = say("Nothing waits for a signature. Finished papers are put forward under “To be put forward”.")
        self.none = EmptyState(none, icon="done", parent=self)
        self.none_ready = EmptyState(say("Every finished paper is signed or put forward."), icon="done", parent=self)
        self.none_past = EmptyState(say("No paper was signed through the program yet."), icon="edit", parent=self)
        self.count = QLabel(self)
        self.count.setProperty("role", "soft")
        self._lay_out()
        self._turn(place.tab or WAITING)

    def title(self) -> str:
        """What is listed."""
        return self.language.say("To be signed")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The registers stand above."""
        return ((self.language.say("Registers"), Place("registers")),)

    def refresh(self) -> None:
        """Asks for the three lists."""
        self.jobs.ask(self, signing_queue.queue).then(self._show)
        self.jobs.ask(self, signing_queue.to_put_forward, self.language).then(self._show_ready)
        self.jobs.ask(self, signing_queue.finished).then(self._show_past)

    def turn_to(self, place: Place) -> None:
        """Shows another of the lists."""
        super().turn_to(place)
        self._turn(place.tab or WAITING)

    def focus_first(self) -> None:
        """Puts the keyboard into the list in sight."""
        (self.table, self.ready, self.past)[self.stack.currentIndex()].setFocus()

    def new(self) -> None:
        """Puts papers forward (Ctrl+N)."""
        self._turn(READY)

    def sign(self) -> None:
        """Signs what is chosen; all that is shown where nothing is."""
        from commission_app.ui.registers.signing_dialogs import SignDialog

        dialog = SignDialog(self.desk, self._chosen_lines(), self)
        dialog.stored.connect(self.run)
        dialog.open()

    def run(self, opened: object) -> None:
        """Signs with the opened key in the background; the strip shows how far it is and can cancel it."""
        if not isinstance(opened, Opened):
            return
        office = self.jobs.office

        def labour(progress: Progress) -> Outcome:
            return signing_batch.run(office, opened, progress)

        running = self.jobs.work(self, labour).called(self.language.say("Signing"))
        running.resting(self.sign_button).then(self._signed)

    def put_forward(self) -> None:
        """Puts the chosen papers forward."""
        from commission_app.ui.registers.signing_dialogs import PutForwardDialog

        lines = [line for line in self.ready.selected() if isinstance(line, SignableLine)]
        dialog = PutForwardDialog(self.desk, lines or list(self.ready.rows()), self)
        dialog.stored.connect(self._put)
        dialog.open()

    def hand_out(self) -> None:
        """Asks for a folder and writes the chosen papers there, to be signed in another program."""
        routes = signing_queue.outside(self._chosen_lines())
        self.jobs.ask(self, signing_outside.handed_out, routes).then(self._choose_folder)

    def take_back(self) -> None:
        """Asks for the signed files and looks which papers they are."""
        say = self.language.say
        kinds = f"{say('Signed files')} (*.pdf *.asice *.edoc *.sce *.bdoc)"
        names, _ = QFileDialog.getOpenFileNames(self, say("Take signed files back …"), "", kinds)
        if names:
            self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Reads files in the background and shows what each of them is."""
        read = self.jobs.work(self, lambda _: [_plain(path) for path in paths])
        read.then(lambda files: self.jobs.ask(self, signing_outside.recognised, files).then(self._recognised))

    def edit(self) -> None:
        """Opens the paper where the keyboard stands (F2)."""
        self._open(self.table.current() if self.shown.value() == WAITING else self.past.current())

    def save_list(self) -> None:
        """Saves the list in sight as a workbook."""
        say, at = self.language.say, self.stack.currentIndex()
        table = (self.table, self.ready, self.past)[at]
        title = (say("To be signed"), say("To be put forward"), say("Signed papers"))[at]
        mine = ((say("Only those that wait for me"), say("yes")),) if at == 0 and self.mine.value() else ()
        save_rows(self.desk, table, title, self.tell, mine)

    def _choose_folder(self, files: tuple[OutFile, ...]) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.language.say("Folder for the papers to be signed"))
        if folder:
            self.write(files, Path(folder))

    def write(self, files: tuple[OutFile, ...], folder: Path) -> None:
        """Writes the papers into a folder."""

        def labour(progress: Progress) -> int:
            for file in files:
                writing(folder / file.name, file.data)(progress)
            return len(files)

        said = "{n} file written to {folder}", "{n} files written to {folder}"
        done = self.jobs.work(self, labour)
        done.then(lambda count: self.tell(self.language.count(*said, count, folder=str(folder))))

    def _recognised(self, found: tuple[Returned, ...]) -> None:
        from commission_app.ui.registers.signing_return_dialog import ReturnDialog

        dialog = ReturnDialog(self.desk, found, self)
        dialog.told.connect(self._put)
        dialog.open()

    def _signed(self, outcome: Outcome) -> None:
        language = self.language
        told = language.count("{n} paper signed", "{n} papers signed", len(outcome.signed))
        left = len(outcome.left)
        if left:
            told += ". " + language.count("{n} is left to sign.", "{n} are left to sign.", left)
        self.tell(told)
        lines = [f"{number}: {sentence(language, why)}".removeprefix(": ") for number, why in outcome.troubles]
        if lines:
            more = len(lines) - MOST_TOLD
            lines = lines[:MOST_TOLD] + ([language.count("… and {n} more", "… and {n} more", more)] if more > 0 else [])
            self.banner.say("\n".join([told, *lines]), "warn")
        self.refresh()

    def _put(self, told: object) -> None:
        self.tell(str(told))
        self.refresh()

    def _open(self, line: object) -> None:
        from commission_app.ui.registers.signing_route_dialog import RouteDialog

        if isinstance(line, RouteLine):
            dialog = RouteDialog(self.desk, line.id, self)
            dialog.changed.connect(self.refresh)
            dialog.sign_wanted.connect(self._sign_one)
            dialog.open()

    def _sign_one(self, line: object) -> None:
        from commission_app.ui.registers.signing_dialogs import SignDialog

        if isinstance(line, RouteLine):
            dialog = SignDialog(self.desk, [line], self)
            dialog.stored.connect(self.run)
            dialog.open()

    def _chosen_lines(self) -> list[RouteLine]:
        chosen = [line for line in self.table.selected() if isinstance(line, RouteLine)]
        return chosen or [line for line in self.table.rows() if isinstance(line, RouteLine)]

    def _show(self, lines: tuple[RouteLine, ...]) -> None:
        self.lines = lines
        self.shown.name(WAITING, f"{self.language.say('To be signed')} ({len(lines)})")
        self._filter()

    def _filter(self) -> None:
        shown = [line for line in self.lines if line.mine or not self.mine.value()]
        self.table.show_rows(shown)
        self.table.setVisible(bool(shown))
        self.none.setVisible(not shown)
        for part in (self.sign_button, self.out_button):
            part.setVisible(bool(shown))
        self.mine.setVisible(bool(self.lines))
        self.hint.setVisible(bool(shown))
        said = self.language.count("{n} paper", "{n} papers", len(shown))
        self.count.setText(said if shown else "")

    def _show_ready(self, lines: tuple[SignableLine, ...]) -> None:
        self.shown.name(READY, f"{self.language.say('To be put forward')} ({len(lines)})")
        self.ready.show_rows(lines)
        self.ready.setVisible(bool(lines))
        self.none_ready.setVisible(not lines)
        self.forward_button.setVisible(bool(lines))

    def _show_past(self, lines: tuple[RouteLine, ...]) -> None:
        self.past.show_rows(lines)
        self.past.setVisible(bool(lines))
        self.none_past.setVisible(not lines)

    def _turn(self, what: object) -> None:
        at = self.tabs.index(str(what)) if what in self.tabs else 0
        self.shown.set_value(self.tabs[at])
        self.stack.setCurrentIndex(at)
        self.banner.hide()

    def _table(self, columns: Sequence[object]) -> "ChosenRows":
        return ChosenRows(columns, self)

    def _lay_out(self) -> None:
        say = self.language.say
        self.sign_button = _prominent(self, say("Sign …"), "edit", self.sign)
        self.out_button = _plain_button(self, say("Hand out for another program …"), "download", self.hand_out)
        self.back_button = _plain_button(self, say("Take signed files back …"), "upload", self.take_back)
        self.forward_button = _prominent(self, say("Put forward …"), "forward", self.put_forward)
        self.hint = QLabel(say("Nothing chosen means all of them; Ctrl and Shift choose several."), self)
        self.hint.setProperty("role", "small")
        self.hint.setWordWrap(True)
        self.stack = QStackedWidget(self)
        self._page((self.mine,), (self.back_button, self.out_button, self.sign_button), self.table, self.none)
        self._page((), (self.forward_button,), self.ready, self.none_ready)
        self._page((), (), self.past, self.none_past)
        pages = RegisterPages(self.language, "signing", self)
        pages.go.connect(self.go)
        self.body.addWidget(pages)
        self.body.addWidget(self.shown)
        self.body.addWidget(self.stack, 1)

    def _page(self, left: Sequence[QWidget], right: Sequence[QWidget], table: RowsTable, none: QWidget) -> None:
        page = QWidget(self.stack)
        column, row = QVBoxLayout(page), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        row.setSpacing(2 * STEP)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(excel_button(self.desk, table, self.save_list, page))
        for widget in right:
            row.addWidget(widget)
        column.addLayout(row)
        column.addWidget(table, 1)
        column.addWidget(none, 1)
        if table is self.table:
            column.addWidget(self.hint)
            column.addWidget(self.count)
        self.stack.addWidget(page)


class ChosenRows(RowsTable):
    """A list in which several rows are chosen at once."""

    def __init__(self, columns: Sequence[object], parent: QWidget) -> None:
        super().__init__(columns, parent)  # type: ignore[arg-type]
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected(self) -> list[object]:
        """The rows that are chosen, in the order of the list; none where only the keyboard stands somewhere."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = self.rows()
        return [rows[at] for at in places if at < len(rows)]


def _plain(path: Path) -> NewFile:
    return read_plain(path, MOST_BYTES)


def _prominent(parent: QWidget, text: str, picture: str, doing: object) -> QPushButton:
    button = _plain_button(parent, text, "", doing)
    button.setIcon(icon(picture, palette_now().on_accent))
    button.setProperty("role", "prominent")
    return button


def _plain_button(parent: QWidget, text: str, picture: str, doing: object) -> QPushButton:
    button = QPushButton(text, parent)
    if picture:
        button.setIcon(icon(picture))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _: doing())  # type: ignore[operator]
    return button
