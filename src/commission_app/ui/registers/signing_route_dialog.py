"""One paper on its way: who has signed, whose turn it is, the file that counts, remarks, and what can be done now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import capital
from commission_app.services import signing_queue
from commission_app.services.signing_queue import RouteCard
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.registers import signing_step_dialogs as steps
from commission_app.ui.registers.signing_said import step_columns
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class RouteDialog(QDialog):
    """A window beside the queue; it stays open while the paper moves on."""

    changed = Signal()
    """The route is another now."""
    sign_wanted = Signal(object)
    """The paper's line, to be signed in this program."""

    def __init__(self, desk: Desk, route_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.language.say
        self.desk, self.language, self._route = desk, desk.language, route_id
        self.card: RouteCard | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Signing of a paper"))
        self.banner = Banner(desk.language, self)
        self.heading = QLabel(self)
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.about = QLabel(self)
        self.about.setProperty("role", "soft")
        self.about.setWordWrap(True)
        self.acts = ActButton(desk.language, self)
        self.table = RowsTable(step_columns(desk.language), self)
        self.show_file = QPushButton(icon("eye"), say("Show the paper"), self)
        self.show_file.clicked.connect(lambda _: self.show_paper())
        self.keep_file = QPushButton(icon("download"), say("Save a copy …"), self)
        self.keep_file.clicked.connect(lambda _: self.save())
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Asks how far the paper is."""
        self.desk.jobs.ask(self, signing_queue.card, self._route).then(self._show)

    def show_paper(self) -> None:
        """Shows the file that counts now."""
        if self.card is not None and self.card.file_name.endswith(".pdf"):
            title, name = self.heading.text(), self.card.file_name
            asked = self.desk.jobs.ask(self, signing_queue.file, self._route)
            asked.then(lambda data: show_paper(self, self.desk, title, data, name))

    def save(self) -> None:
        """Saves a copy of the file that counts now."""
        if self.card is None:
            return
        name, say = self.card.file_name, self.language.say
        said = say("Saved as {file}.", file=name)
        asked = self.desk.jobs.ask(self, signing_queue.file, self._route)
        asked.then(lambda data: save_copy(self, self.desk, name, data, lambda _: self.banner.say(said, "good")))

    def show_trouble(self, text: str, _what: Refusal | None, _again: object) -> bool:
        """Shows a trouble above the paper."""
        self.banner.say(text)
        return True

    def _show(self, card: RouteCard) -> None:
        self.card = card
        language, line = self.language, card.line
        kind = word(language, line.kind)
        self.heading.setText(f"{capital(kind)} {line.number}")
        parts = (
            line.title,
            word(language, line.state),
            language.say("put forward on {day}", day=language.date(line.put_forward_on)),
            card.note,
        )
        self.about.setText(" · ".join(part for part in parts if part))
        self.table.show_rows(card.steps)
        self.show_file.setEnabled(card.file_name.endswith(".pdf"))
        self.acts.show_acts(self._offered(card))

    def _offered(self, card: RouteCard) -> list[Offered]:
        say, changing = self.language.say, card.against_changing
        return [
            Offered(say("Sign …"), card.against_here, self._sign, "edit"),
            Offered(
                say("Enter the day of the signature …"), card.against_paper, lambda: self._ask(steps.PaperDayDialog)
            ),
            Offered(say("Give back unsigned …"), changing, lambda: self._ask(steps.GiveBackDialog), aside=True),
            Offered(say("Somebody else signs …"), changing, lambda: self._ask(steps.SubstituteDialog), aside=True),
            Offered(say("Who still signs …"), changing, lambda: self._ask(steps.PlanDialog), aside=True),
            Offered(say("Remark …"), (), lambda: self._ask(steps.NoteDialog), aside=True),
            Offered(
                say("Take back from signing …"),
                card.against_taking_back,
                lambda: self._ask(steps.TakeBackDialog),
                aside=True,
            ),
        ]

    def _sign(self) -> None:
        if self.card is not None:
            line = self.card.line
            self.accept()
            self.sign_wanted.emit(line)

    def _ask(self, kind: "type[steps.PaperDayDialog] | type[FormDialog]") -> None:
        if self.card is not None:
            dialog = kind(self.desk, self.card, self)  # type: ignore[arg-type]
            dialog.stored.connect(lambda _: self._stored())
            dialog.open()

    def _stored(self) -> None:
        self.refresh()
        self.changed.emit()

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self.show_file)
        row.addWidget(self.keep_file)
        row.addStretch(1)
        row.addWidget(self.acts)
        for widget in (self.banner, self.heading, self.about):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.resize(980, 480)
