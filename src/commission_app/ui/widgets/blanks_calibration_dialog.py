"""How far a printer is off: print the page, measure the cross, type both measures; kept for the printer and paper."""

from collections.abc import Callable
from decimal import Decimal
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.rules.blank_layout import NOT_MOVED, TARGET, Offset
from commission_app.services import blank_printing
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.promises import Promise
from commission_app.ui.widgets import blanks_printers
from commission_app.ui.widgets.blanks_printers import PrinterChoice, paper_name
from commission_app.ui.widgets.blanks_printing import made_ready, offer_trays, print_exact, printer_names
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.number_edit import NumberEdit

PAPERS = ((2100, 2970), (2970, 2100), (1480, 2100), (2100, 1480))


class CalibrationDialog(FormDialog):
    """Three steps from above down; the second page proves that the correction is right."""

    def __init__(
        self, desk: Desk, parent: QWidget, printer: str | None = None, paper: tuple[int, int] | None = None
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("Calibrate a printer"), say("Keep for this printer"), parent)
        names = printer_names()
        self.printer = self.form.add("printer", say("Printer"), Choice())
        self.printer.offer([(name, name) for name in names] or [("", say("no printer is set up on this computer"))])
        self.paper = self.form.add("paper", say("Paper size"), Choice(), beside=True)
        sizes = dict.fromkeys((*([paper] if paper else []), *PAPERS))
        self.paper.offer([(size, self._size(size)) for size in sizes])
        self.tray = self.form.add("tray", say("The sheet comes from"), Choice())
        offer_trays(desk.language, self.tray)
        if printer is not None:
            self.printer.set_value(printer)
        self._add_steps()
        self.left = self.form.add("left", say("From the left edge, mm"), NumberEdit(desk.language, decimals=1))
        self.top = self.form.add(
            "top", say("From the upper edge, mm"), NumberEdit(desk.language, decimals=1), beside=True
        )
        self.now = QLabel(self)
        self.now.setWordWrap(True)
        self.form.place(self.now)
        for choice in (self.printer, self.paper):
            choice.edited.connect(self._recall)
        self._recall()

    def submit(self) -> None:
        """Keeps the correction and the tray on this computer."""
        printer, paper = self._where()
        tray = str(self.tray.value())

        def found(offset: Offset) -> None:
            choice = PrinterChoice(offset.x, offset.y, tray)
            kept = self.desk.jobs.work(self, blanks_printers.keeping(printer, paper, choice))
            kept.then(lambda _: self._kept())

        self._measured().resting(self.deed).then(found)

    def _measured(self) -> Promise[Offset]:
        """The correction by what was measured; that already kept where nothing was measured."""
        labour = blanks_printers.measuring(*self._where(), self.left.value(), self.top.value())
        return self.desk.jobs.work(self, labour)

    def print_page(self, offset: Offset) -> None:
        """Prints the page on the chosen printer."""
        size = self._sheet()
        name = str(self.printer.value() or "")
        if not name:
            self.banner.say(self.language.say("No printer is set up on this computer."))
            return
        made = self.desk.jobs.ask(self, blank_printing.calibration, name, *size, offset, self.language)

        def onto(data: bytes) -> None:
            print_exact(made_ready(name, *size, PrinterChoice(tray=str(self.tray.value()))), data)
            self.banner.say(self.language.say("The page is printed."), "good")

        made.then(onto)

    def show_page(self, offset: Offset) -> None:
        """Shows the page, to be saved as a file or looked at."""
        from commission_app.ui.widgets.paper_preview import show_paper

        title = self.language.say("Calibration page")
        name = str(self.printer.value() or "")
        made = self.desk.jobs.ask(self, blank_printing.calibration, name, *self._sheet(), offset, self.language)
        made.then(lambda data: show_paper(self, self.desk, title, data, f"{title}.pdf"))

    def _kept(self) -> None:
        self.form.mark_clean()
        self.stored.emit(None)
        self.accept()

    def _where(self) -> tuple[str, str]:
        return str(self.printer.value() or ""), paper_name(*self._sheet())

    def _sheet(self) -> tuple[int, int]:
        return cast("tuple[int, int]", self.paper.value())

    def _size(self, size: tuple[int, int]) -> str:
        width, height = (self.language.number(Decimal(side) / 10) for side in size)
        return f"{width} × {height} mm"

    def _recall(self) -> None:
        """What is kept for the printer and sheet."""
        held = blanks_printers.recall(*self._where())
        self.tray.set_value(held.tray)
        self.left.set_value(None)
        self.top.set_value(None)
        number = self.language.number
        self.now.setText(
            self.language.say(
                "Now this printer is corrected by {x} mm to the right and {y} mm down.",
                x=number(Decimal(held.x) / 10),
                y=number(Decimal(held.y) / 10),
            )
        )
        self.form.mark_clean()

    def _add_steps(self) -> None:
        say = self.language.say
        self._step(
            say("1. Print the page and lay a ruler on it."), say("Print the page"), lambda: self.print_page(NOT_MOVED)
        )
        self._step(
            say("2. Type both measures below; each should be {mm} mm.", mm=TARGET.x // 10),
            say("Look at the page"),
            lambda: self.show_page(NOT_MOVED),
        )
        self._step(
            say("3. Print once more with the correction: the cross must stand in its place."),
            say("Print with the correction"),
            self._try_out,
        )

    def _try_out(self) -> None:
        if self.form.check():
            self._measured().then(self.print_page)

    def _step(self, text: str, deed: str, doing: Callable[[], object]) -> None:
        line, row = QWidget(self), QHBoxLayout()
        line.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        said = QLabel(text, line)
        said.setWordWrap(True)
        button = QPushButton(icon("print"), deed, line)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: doing())
        row.addWidget(said, 1)
        row.addWidget(button)
        self.form.place(line)
