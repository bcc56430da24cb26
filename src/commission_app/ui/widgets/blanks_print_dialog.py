"""Printing a certificate onto its state form: what goes where, by which printer; and what if the form was spoiled."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.services import blank_printing
from commission_app.services.blank_printing import FormCard
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets import blanks_printers
from commission_app.ui.widgets.blanks_form_view import FormView
from commission_app.ui.widgets.blanks_printers import PrinterChoice, paper_name
from commission_app.ui.widgets.blanks_printing import made_ready, offer_trays, print_exact, printer_names
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.wording.sentences import sentence


class FormPrintDialog(FormDialog):
    """The form lies beside the choices as a grey sheet; only the data are printed."""

    def __init__(self, desk: Desk, certificate_id: int, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Print on the state form"), say("Print on the form"), parent)
        self._certificate = certificate_id
        self.card: FormCard | None = None
        self.view = FormView(say("The form with its data"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.form.place(self.said)
        self.printer = self.form.add("printer", say("Printer"), Choice())
        names = printer_names()
        self.printer.offer([(name, name) for name in names] or [("", say("no printer is set up on this computer"))])
        self.tray = self.form.add("tray", say("The sheet comes from"), Choice())
        offer_trays(desk.language, self.tray)
        self.off = QLabel(self)
        self.off.setProperty("role", "soft")
        self.off.setWordWrap(True)
        self.form.place(self.off)
        self.spoiled = self._button(say("The form is spoiled …"), "warn", self.exchange)
        self.form.place(self._row(self._button(say("Calibrate …"), "scale", self.calibrate), self._layout_button()))
        self.form.place(self._row(self._button(say("Look at the data …"), "eye", self.look), self.spoiled))
        self.why = QLabel(self)
        self.why.setProperty("role", "small")
        self.why.setWordWrap(True)
        self.form.place(self.why)
        self.column.removeWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(6 * STEP)
        row.addWidget(self.form, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.view, 1)
        self.column.insertLayout(1, row, 1)
        self.printer.edited.connect(self._recall)
        self.refresh()

    def refresh(self) -> None:
        """Asks for the certificate and its form."""
        self.desk.jobs.ask(self, blank_printing.form_card, self._certificate).then(self._show)

    def submit(self) -> None:
        """Prints the data; the dialog stays, for a form may be spoiled."""
        card, name = self.card, str(self.printer.value() or "")
        if card is None:
            return
        if not name:
            self.banner.say(self.language.say("No printer is set up on this computer."))
            return
        choice = self._choice()
        paper = paper_name(card.layout.layout.width, card.layout.layout.height)
        self.desk.jobs.work(self, blanks_printers.keeping(name, paper, choice)).then(lambda _: None)
        made = self.desk.jobs.ask(self, blank_printing.overlay, card.certificate_id, choice.offset)
        made.resting(self.deed).then(partial(self._onto, card, name, choice))

    def look(self) -> None:
        """Shows what will be printed, to be saved as a file."""
        from commission_app.ui.widgets.paper_preview import show_paper

        card = self.card
        if card is None:
            return
        title = self.language.say("Data for form {series} {number}", series=card.form.series, number=card.form.number)
        made = self.desk.jobs.ask(self, blank_printing.overlay, card.certificate_id, self._choice().offset)
        made.then(lambda data: show_paper(self, self.desk, title, data, f"{title}.pdf"))

    def exchange(self) -> None:
        """Puts the certificate on the next form."""
        if self.card is not None:
            dialog = ExchangeDialog(self.desk, self.card, self)
            dialog.stored.connect(lambda _: self._exchanged())
            dialog.open()

    def calibrate(self) -> None:
        """Finds out how far the printer is off on this form's size."""
        from commission_app.ui.widgets.blanks_calibration_dialog import CalibrationDialog

        if self.card is not None:
            layout = self.card.layout.layout
            printer = str(self.printer.value() or "")
            dialog = CalibrationDialog(self.desk, self, printer, (layout.width, layout.height))
            dialog.stored.connect(lambda _: self._recall())
            dialog.open()

    def settle_layout(self) -> None:
        """Moves the fields of this kind of form."""
        from commission_app.ui.widgets.blanks_layout_dialog import LayoutDialog

        if self.card is not None:
            dialog = LayoutDialog(self.desk, self, self.card.kind)
            dialog.stored.connect(lambda _: self.refresh())
            dialog.open()

    def _show(self, card: FormCard) -> None:
        self.card = card
        say = self.language.say
        lines = [say("Lay form {series} {number} into the printer.", series=card.form.series, number=card.form.number)]
        if card.layout.id is None:
            lines.append(
                say("No layout of this form is settled yet: the data stand at a starting point that fits no form.")
            )
        self.said.setText(" ".join(lines))
        self.spoiled.setEnabled(not card.against_exchange)
        self.why.setText(" ".join(sentence(self.language, one) for one in card.against_exchange))
        self.why.setVisible(bool(card.against_exchange))
        self.view.show_form(card.layout.layout, dict(card.values))
        self._recall()
        self.fit()

    def _recall(self) -> None:
        if self.card is None:
            return
        layout = self.card.layout.layout
        held = blanks_printers.recall(str(self.printer.value() or ""), paper_name(layout.width, layout.height))
        self.tray.set_value(held.tray)
        say = self.language.say
        settled = held.x or held.y
        self.off.setText(
            say("The correction of this printer is kept.") if settled else say("This printer is not calibrated yet.")
        )

    def _choice(self) -> PrinterChoice:
        assert self.card is not None
        layout = self.card.layout.layout
        held = blanks_printers.recall(str(self.printer.value() or ""), paper_name(layout.width, layout.height))
        return PrinterChoice(held.x, held.y, str(self.tray.value()))

    def _onto(self, card: FormCard, name: str, choice: PrinterChoice, data: bytes) -> None:
        layout = card.layout.layout
        print_exact(made_ready(name, layout.width, layout.height, choice), data)
        self.banner.say(self.language.say("Printed. If the form came out wrong, press “The form is spoiled”."), "good")
        self.form.mark_clean()

    def _exchanged(self) -> None:
        self.banner.say(self.language.say("The certificate stands on the next form now."), "good")
        self.refresh()

    def _layout_button(self) -> QPushButton:
        return self._button(self.language.say("Layout …"), "edit", self.settle_layout)

    def _button(self, text: str, symbol: str, doing: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(symbol), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: doing())
        return button

    def _row(self, *buttons: QPushButton) -> QWidget:
        line, row = QWidget(self), QHBoxLayout()
        line.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return line


class ExchangeDialog(FormDialog):
    """Why the form is spoiled, and the next one."""

    def __init__(self, desk: Desk, card: FormCard, parent: QWidget) -> None:
        say = desk.language.say
        title = say("Form {series} {number} is spoiled", series=card.form.series, number=card.form.number)
        super().__init__(desk, title, say("Take the next form"), parent)
        self._card = card
        self.form.add("reason", say("What happened"), LongTextInput(lines=2), required=True)
        self.form.add("form_series", say("Series of the next form"), TextInput(capitals=True), required=True)
        self.form.add("form_number", say("Number of the next form"), TextInput(), required=True, beside=True)
        self.form.field("form_number").say_help(say("As it is printed on the form that you take now."))
        if card.next_form is not None:
            self.form.load({"form_series": card.next_form.series, "form_number": card.next_form.number})

    def submit(self) -> None:
        """Exchanges the form."""
        values = {name: str(value) for name, value in self.form.values().items()}
        card = self._card
        given = values["reason"], values["form_series"], values["form_number"]
        self.act(self.desk.jobs.do(self, blank_printing.exchange_form, card.certificate_id, card.version, *given))
