"""The certificates that no longer hold: looked at, printed without names, saved for publishing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.services import certificate_status
from commission_app.services.certificate_status import CertificateStatus
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.paper_buttons import print_buttons, show_when_made
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class LostDialog(QDialog):
    """Escape closes; whoever asks the institution about a number can be given this list."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._language = desk, desk.language
        say = desk.language.say
        self.setWindowTitle(say("Certificates that no longer hold"))
        self.banner = Banner(desk.language, self)
        self.told = QLabel(say("Every certificate that was issued holds."), self)
        self.told.setProperty("role", "soft")
        self.told.setWordWrap(True)
        self.table = RowsTable(_columns(desk.language), self)
        self.table.setMinimumSize(self.fontMetrics().averageCharWidth() * 92, 8 * (self.fontMetrics().height() + 10))
        buttons = QDialogButtonBox(self)
        for button in print_buttons(self, self._language, self._print).values():
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.save = QPushButton(say("Save for publishing (JSON) …"), self)
        self.save.clicked.connect(lambda _: self._save())
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(4 * STEP)
        for part in (self.banner, self.told, self.table, buttons):
            column.addWidget(part)
        desk.jobs.ask(self, certificate_status.lost).then(self._show)

    def show_trouble(self, text: str, what: Refusal | None, again: object) -> bool:
        """Says above what went wrong."""
        self.banner.say(text)
        return True

    def _show(self, rows: tuple[CertificateStatus, ...]) -> None:
        say = self._language.say
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        if rows:
            self.told.setText(say("Numbers, states and days, without names: this list may be given to anybody."))
        self.adjustSize()

    def _print(self, language: Language) -> None:
        title = self.windowTitle()

        show_when_made(self, self._desk, title, self._desk.jobs.ask(self, certificate_status.paper, language))

    def _save(self) -> None:
        asked = self._desk.jobs.ask(self, certificate_status.exported)
        asked.then(lambda data: save_copy(self, self._desk, "certificate-status.json", data, self._saved))

    def _saved(self, path: Path) -> None:
        self.banner.say(self._language.say("Saved as {file}.", file=path.name), "good")


def _columns(language: Language) -> Sequence[Column[CertificateStatus]]:
    say = language.say

    def state(row: CertificateStatus) -> State:
        return State(word(language, row.state) if row.state else "—", "bad")

    return (
        Column("number", say("Number"), lambda row: row.number, width_hint=16),
        Column("issued", say("Day of issue"), lambda row: language.date(row.issued_on) if row.issued_on else "—"),
        Column("state", say("State"), state, width_hint=18),
        Column("since", say("Since"), lambda row: language.date(row.day) if row.day else "—"),
        Column("duplicate", say("Duplicate"), lambda row: row.replaced_by or "—", width_hint=16),
        Column("reason", say("Reason"), lambda row: row.reason, width_hint=20, stretch=True),
    )
