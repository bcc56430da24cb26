"""What went by post on some days: the list of registered items for the post office, and the envelopes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.archive import EnvelopeSize
from commission_app.services import mail_papers, papers
from commission_app.services.mail_papers import PostedLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.rows_table import RowsTable


class MailDialog(FormDialog):
    """The days are today until others are asked for; envelopes are printed for the chosen lines, or for all."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Post of the day"), say("List of registered items …"), parent)
        self.first = self.form.add("first", say("From"), DateEdit(language), required=True)
        self.last = self.form.add("last", say("Until"), DateEdit(language), required=True, beside=True)
        self.size_choice = self.form.add(
            "size", say("Envelope"), Choice().offer_words(language, EnvelopeSize), beside=True
        )
        self.table = RowsTable(self._columns(), self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setMinimumHeight(self.fontMetrics().height() * 14)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.form.place(self.table)
        self.envelopes = QPushButton(icon("print"), say("Envelopes …"), self)
        self.envelopes.setAutoDefault(False)
        self.envelopes.clicked.connect(lambda _: self.print_envelopes())
        self.counted = QLabel(self)
        self.counted.setProperty("role", "soft")
        below = QWidget(self)
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.counted, 1)
        row.addWidget(self.envelopes)
        self.form.place(below)
        for field in (self.first, self.last):
            field.set_value(today())
            field.on_edit(self.ask)
        self.form.mark_clean()
        self.setMinimumWidth(max(self.minimumWidth(), self.fontMetrics().averageCharWidth() * 120))
        self.ask()

    def ask(self) -> None:
        """Asks what was posted on the days that stand above."""
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None:
            self.desk.jobs.ask(self, mail_papers.posted, first, last).then(self._show)

    def submit(self) -> None:
        """Shows the list for the post office."""
        first, last = self.first.value(), self.last.value()
        assert first is not None and last is not None
        name = self.language.say("List of registered items")
        asked = self.desk.jobs.ask(self, mail_papers.registered_list, first, last, self.language)
        asked.resting(self.deed).then(lambda data: self._preview(name, data, "mail_list"))

    def print_envelopes(self) -> None:
        """Shows the envelopes of the chosen lines, of all where none is chosen."""
        rows = self.table.rows()
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        keys = tuple(rows[at].id for at in chosen) or tuple(row.id for row in rows)
        size = self.size_choice.value()
        assert isinstance(size, EnvelopeSize)
        asked = self.desk.jobs.ask(self, mail_papers.envelopes, keys, size, self.language)
        asked.resting(self.envelopes).then(
            lambda data: self._preview(self.language.say("Envelopes"), data, f"envelope-{size}")
        )

    def _columns(self) -> tuple[Column[PostedLine], ...]:
        language, say = self.language, self.language.say
        registered = State(say("registered"), "info")
        return (
            Column("recipient", say("Addressee"), lambda line: line.recipient),
            Column("address", say("Address"), lambda line: line.address, stretch=True),
            Column("item", say("Item No."), lambda line: line.item_number),
            Column("paper", say("Document No."), lambda line: line.paper_number),
            Column("sent", say("Sent on"), lambda line: language.date(line.sent_on)),
            Column("kind", say("Registered"), lambda line: registered if line.registered else ""),
        )

    def _preview(self, name: str, data: bytes, kind: str) -> None:
        from commission_app.ui.widgets.paper_preview import show_paper

        show_paper(self, self.desk, name, data, papers.file_name(name), kind=kind)

    def _show(self, lines: tuple[PostedLine, ...]) -> None:
        self.table.show_rows(lines)
        self.envelopes.setEnabled(bool(lines))
        none = self.language.say("Nothing went by post on these days.")
        self.counted.setText(self.language.count("{n} item", "{n} items", len(lines)) if lines else none)
