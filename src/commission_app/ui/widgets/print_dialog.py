"""Asks how to print, and prints with progress: the window stays free, and the job can be cancelled on the way."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from commission_app.errors import CancelledError
from commission_app.services import print_batch
from commission_app.services.office import Progress
from commission_app.ui.desk import Desk
from commission_app.ui.widgets import print_choice, print_printers
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.file_copies import writing
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.ui.widgets.print_choice import LONG_EDGE, ONE_SIDE, SHORT_EDGE, TO_FILE, PrintChoice


class PrintDialog(FormDialog):
    """The printer of this kind of paper is proposed again; range and copies are asked each time."""

    def __init__(
        self, desk: Desk, title: str, papers: tuple[bytes, ...], pages: int, kind: str, file_name: str, parent: QWidget
    ) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Print {title}", title=title), say("Print"), parent)
        self._title, self._papers, self._pages = title, papers, pages
        self._kind, self._file_name = kind, file_name
        printers = print_printers.names()
        self.printer = self.form.add("printer", say("Printer"), Choice())
        self.printer.offer([*((name, name) for name in printers), (TO_FILE, say("PDF file …"))])
        self.range = self.form.add(
            "pages",
            say("Which pages"),
            TextInput(placeholder=say("all ({n})", n=language.number(pages))),
            help_text=say("For example: 1-3, 5"),
        )
        self.copies = self.form.add(
            "copies", say("How many copies"), NumberEdit(language, lowest=1, highest=99), beside=True
        )
        self.sides = self.form.add("sides", say("Sides"), Choice())
        self.tray = self.form.add("tray", say("Paper from"), Choice(), beside=True)
        self.own = QPushButton(say("The printer's own settings …"), self)
        self.own.setAutoDefault(False)
        self.own.clicked.connect(lambda _: self.ask_printer())
        self.form.place(self.own)
        held = print_choice.remembered(desk.memory, kind, printers, print_printers.usual())
        self.printer.set_value(held.printer)
        self.copies.set_value(1)
        self.printer.currentIndexChanged.connect(lambda _: self._turn())
        self._turn()
        self.sides.set_value(held.sides)
        self.tray.set_value(held.tray)
        self.form.mark_clean()

    def choice(self) -> PrintChoice:
        """What is asked for now."""
        return PrintChoice(
            str(self.printer.value() or TO_FILE),
            str(self.sides.value() or ONE_SIDE),
            str(self.tray.value() or ""),
            int(self.copies.value() or 1),
            self.range.value(),
        )

    def submit(self) -> None:
        """Prints; to a file after asking where."""
        say, choice = self.language.say, self.choice()
        if print_choice.pages_of(choice.pages, self._pages) is None:
            self.form.field("pages").show_error(say("Write pages such as 1-3, 5; the paper has {n}.", n=self._pages))
            return
        file = ""
        if choice.printer == TO_FILE:
            file, _ = QFileDialog.getSaveFileName(self, say("Print to a PDF file"), self._file_name, "PDF (*.pdf)")
            if not file:
                return
        self.print_as(choice, file)

    def print_as(self, choice: PrintChoice, file: str = "") -> None:
        """Prints as chosen, off the window's thread; the progress strip has Cancel."""
        from commission_app.ui.widgets.printing import print_papers

        wanted = print_choice.pages_of(choice.pages, self._pages) or ()
        papers = self._papers
        print_choice.keep(self.desk.memory, self._kind, choice)
        if choice.printer == TO_FILE:
            # Not drawn but copied: the text of the pages can still be searched and read aloud.
            of = self._pages
            self._begin(lambda progress: _written(Path(file), papers, wanted, of, progress), file)
            return
        printer = print_printers.set_up(choice, self._title)
        self._begin(lambda progress: print_papers(printer, papers, wanted, progress.step), "")

    def ask_printer(self) -> None:
        """The dialog of the operating system, for what only this printer can do."""
        from commission_app.ui.widgets.printing import print_papers

        printer = print_printers.set_up(self.choice(), self._title)
        if printer.outputFileName() == "" and self.choice().printer == TO_FILE:
            printer = print_printers.set_up(PrintChoice(print_printers.usual()), self._title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(self._pages, 1))
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        first, last = printer.fromPage() or 1, printer.toPage() or self._pages
        papers = self._papers
        self._begin(lambda progress: print_papers(printer, papers, range(first, last + 1), progress.step), "")

    def _begin(self, labour: Callable[[Progress], int], file: str) -> None:
        say, title = self.language.say, self._title
        # The preview goes on owning the job: this dialog closes at once.
        owner = self.parentWidget() or self
        promise = self.desk.jobs.work(owner, labour).called(say("Printing {title}", title=title))
        said = getattr(owner, "say_printed", None)

        def done(pages: int) -> None:
            if said is not None:
                said(pages, Path(file).name if file else "")

        def failed(trouble: Exception) -> None:
            if isinstance(trouble, CancelledError):
                return
            self.desk.jobs.troubled.emit(owner, trouble)

        promise.then(done).failed(failed)
        self.form.mark_clean()
        self.stored.emit(promise)
        self.accept()

    def _turn(self) -> None:
        """Offers what the chosen printer can do."""
        say, name = self.language.say, str(self.printer.value() or TO_FILE)
        words = {
            ONE_SIDE: say("on one side"),
            LONG_EDGE: say("on both sides, turned along the long edge"),
            SHORT_EDGE: say("on both sides, turned along the short edge"),
        }
        self.sides.offer((one, words[one]) for one in print_printers.sides_of(name))
        trays = print_printers.trays_of(name)
        named = {
            "auto": say("as the printer decides"),
            "upper": say("upper tray"),
            "middle": say("middle tray"),
            "lower": say("lower tray"),
            "manual": say("manual feed"),
            "envelope": say("envelope tray"),
            "envelope_manual": say("envelopes by hand"),
            "cassette": say("paper cassette"),
        }
        self.tray.offer((one, named[one]) for one in trays)
        paper = name != TO_FILE
        self.form.field("copies").setVisible(paper)
        self.form.field("sides").setVisible(paper)
        self.form.field("tray").setVisible(bool(trays))
        self.own.setVisible(paper)
        self.deed.setText(say("Print") if paper else say("Make the file …"))
        self.fit()


def _written(path: Path, papers: tuple[bytes, ...], wanted: tuple[int, ...], of: int, progress: Progress) -> int:
    writing(path, print_batch.as_file(papers, wanted, of))(progress)
    return len(wanted)
