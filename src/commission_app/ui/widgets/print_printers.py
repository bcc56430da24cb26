"""The printers of this computer: what they are called, what they can do, and one set up for a choice."""

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from commission_app.ui.widgets.print_choice import LONG_EDGE, ONE_SIDE, SHORT_EDGE, TO_FILE, PrintChoice
from commission_app.ui.widgets.printing import SHARPNESS

_SIDES = {
    ONE_SIDE: QPrinter.DuplexMode.DuplexNone,
    LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}
_TRAYS = {
    QPrinter.PaperSource.Auto: "auto",
    QPrinter.PaperSource.Upper: "upper",
    QPrinter.PaperSource.Lower: "lower",
    QPrinter.PaperSource.Middle: "middle",
    QPrinter.PaperSource.Manual: "manual",
    QPrinter.PaperSource.Envelope: "envelope",
    QPrinter.PaperSource.EnvelopeManual: "envelope_manual",
    QPrinter.PaperSource.Cassette: "cassette",
}


def names() -> tuple[str, ...]:
    """The printers of this computer."""
    return tuple(QPrinterInfo.availablePrinterNames())


def usual() -> str:
    """The printer that this computer prints with when nothing else is chosen; nothing where there is none."""
    return QPrinterInfo.defaultPrinterName()


def sides_of(name: str) -> tuple[str, ...]:
    """On which sides a printer can print; a file has no back."""
    if name == TO_FILE:
        return (ONE_SIDE,)
    told = QPrinterInfo.printerInfo(name).supportedDuplexModes()
    both = any(mode != QPrinter.DuplexMode.DuplexNone for mode in told)
    return (ONE_SIDE, LONG_EDGE, SHORT_EDGE) if both or not told else (ONE_SIDE,)


def trays_of(name: str) -> tuple[str, ...]:
    """The trays that a printer tells of; nothing where it tells of none."""
    if name == TO_FILE:
        return ()
    printer = QPrinter(QPrinterInfo.printerInfo(name))
    told = getattr(printer, "supportedPaperSources", None)
    found = tuple(_TRAYS[source] for source in told() if source in _TRAYS) if told is not None else ()
    return found if len(found) > 1 else ()


def set_up(choice: PrintChoice, title: str, file: str = "") -> QPrinter:
    """A printer ready for a choice; without a name the pages go to a PDF file."""
    if choice.printer == TO_FILE:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(file)
        printer.setResolution(SHARPNESS)
    else:
        printer = QPrinter(QPrinterInfo.printerInfo(choice.printer), QPrinter.PrinterMode.HighResolution)
        printer.setCopyCount(choice.copies)
        printer.setCollateCopies(True)
        printer.setDuplex(_SIDES[choice.sides])
        tray = next((source for source, word in _TRAYS.items() if word == choice.tray), None)
        if tray is not None:
            printer.setPaperSource(tray)
    printer.setDocName(title)
    printer.setCreator("Commission App")
    return printer
