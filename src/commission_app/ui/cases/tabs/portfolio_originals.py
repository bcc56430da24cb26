"""What is done with ticked evidence besides comparing it: originals given back, copies certified, lists printed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from commission_app.services import evidence, originals, papers, portfolio_papers
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.promises import Promise
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.paper_preview import show_paper


class OriginalsMenu(QObject):
    """The menu beside the button that compares; each line is one act for all that is ticked."""

    stored = Signal(str)
    """Something was stored; the sentence says what."""

    def __init__(self, desk: Desk, case_id: int, ticked: Callable[[], tuple[int, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._case_id, self._ticked, self._parent = desk, case_id, ticked, parent
        self.number = ""
        say = desk.language.say
        self.button = QToolButton(parent)
        self.button.setIcon(icon("more"))
        self.button.setProperty("role", "icon")
        self.button.setToolTip(say("Originals, copies, papers"))
        self.button.setAccessibleName(say("Originals, copies, papers"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self.lines = {
            "kept": self._line(say("Compared, the original is kept for now"), self.keep),
            "back": self._line(say("Originals given back"), self.give_back),
            "certify": self._line(say("Copy certified …"), self.certify),
            "clear": self._line(say("Clear these marks"), self.clear),
        }
        self.menu.addSeparator()
        self._line(say("Print the list of compared originals"), self.print_compared)
        self._line(say("Print a blank employer's report"), self.print_report)

    def keep(self) -> None:
        """Compared with originals that stay in the office for now."""
        done = self._desk.jobs.do(self, evidence.compare, self._case_id, self._ticked(), returned=False)
        self._tell(done)

    def give_back(self) -> None:
        """The originals went back to the applicant."""
        self._tell(self._desk.jobs.do(self, originals.give_back, self._case_id, self._ticked()))

    def certify(self) -> None:
        """Somebody certified the copies."""
        dialog = CertifyCopiesDialog(self._desk, self._case_id, self._ticked(), self._parent)
        dialog.stored.connect(self._said)
        dialog.open()

    def clear(self) -> None:
        """The marks were a mistake."""
        self._tell(self._desk.jobs.do(self, originals.clear, self._case_id, self._ticked()))

    def print_compared(self) -> None:
        """The list for both to sign."""
        title = self._desk.language.say("List of compared originals, {number}", number=self.number)
        asked = self._desk.jobs.ask(self, portfolio_papers.compared_originals, self._case_id, self._desk.language)
        asked.then(lambda data: self._show(title, data))

    def print_report(self, item_id: int | None = None) -> None:
        """The employer's report: blank, or as it was recorded."""
        title = self._desk.language.say("Employer's report, {number}", number=self.number)
        asked = self._desk.jobs.ask(self, portfolio_papers.employer_report, self._case_id, self._desk.language, item_id)
        asked.then(lambda data: self._show(title, data))

    def _show(self, title: str, data: bytes) -> None:
        show_paper(self._parent, self._desk, title, data, papers.file_name(title))

    def _line(self, text: str, doing: Callable[[], None]) -> object:
        line = self.menu.addAction(text)
        line.triggered.connect(lambda _=False: doing())
        return line

    def _tell(self, done: "Promise[int]") -> None:
        done.then(self._said)

    def _said(self, count: object) -> None:
        if isinstance(count, int):
            said = self._desk.language.count("{n} item was marked.", "{n} items were marked.", count)
            self.stored.emit(said)


class CertifyCopiesDialog(FormDialog):
    """Whose signature stands under "KOPIJA PAREIZA"."""

    def __init__(self, desk: Desk, case_id: int, item_ids: tuple[int, ...], parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, say("Copies are certified"), say("Save"), parent)
        self._case_id, self._items = case_id, item_ids
        self.by = self.form.add(
            "by",
            say("Certified by"),
            TextInput(self),
            required=True,
            help_text=say("A notary, the issuer, or the person of the office who compared the copy."),
        )
        self.by.set_value("")

    def submit(self) -> None:
        """Stores the mark."""
        self.act(self.desk.jobs.do(self, originals.certify, self._case_id, self._items, self.by.value()))
