"""Trusted certificates: whose electronic signatures count as known, from files that the office took in itself."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from commission_app.services import trust
from commission_app.services.evidence import NewFile
from commission_app.services.evidence_intake import read_plain
from commission_app.services.trust import AnchorLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.rows_table import RowsTable


class TrustPage(Page):
    """A certificate that is removed stays in the list with its reason: earlier checks rested on it."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say(
            "A signature counts as trusted when its certificate leads back to one of these. "
            "Take certificates only from the issuer itself, and compare the fingerprint."
        )
        super().__init__(desk, say("Trusted certificates"), purpose)
        self.prominent(say("Add from a file …"), self.new, "plus")
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Asks for the list."""
        self.jobs.ask(self, trust.anchors).then(self.table.show_rows)

    def new(self) -> None:
        """Takes certificates out of a file."""
        say = self.language.say
        kinds = f"{say('Trusted certificates')} (*.pem *.cer *.crt *.der *.p7b *.p7c)"
        name, _ = QFileDialog.getOpenFileName(self, say("Add from a file …"), "", kinds)
        if name:
            self.take(Path(name))

    def edit(self) -> None:
        """Opens the chosen certificate."""
        self._open(self.table.current())

    def take(self, path: Path) -> None:
        """Reads a file in the background and adds what is in it."""
        self.jobs.work(self, lambda _: read_plain(path)).then(self._add)

    def _add(self, file: NewFile) -> None:
        self.jobs.do(self, trust.add, file.name, file.data).then(self._added)

    def _added(self, names: tuple[str, ...]) -> None:
        self.told.emit(self.language.say("{names} trusted from now on", names=", ".join(names)))
        self.refresh()

    def _open(self, row: object) -> None:
        if isinstance(row, AnchorLine):
            dialog = AnchorDialog(self.desk, row, self)
            dialog.stored.connect(lambda _: self.refresh())
            dialog.open()

    def _columns(self) -> tuple[Column[AnchorLine], ...]:
        say, day = self.language.say, self.language.date
        return (
            Column("name", say("Issued to"), lambda row: row.name, stretch=True),
            Column("until", say("Valid until"), lambda row: day(row.valid_until), width_hint=14),
            Column("fingerprint", say("Fingerprint"), lambda row: spaced(row.fingerprint)[:24] + "…", width_hint=26),
            Column("added", say("Added on"), lambda row: day(row.added_on), width_hint=14),
            Column("state", say("State"), self._state, width_hint=20),
        )

    def _state(self, row: AnchorLine) -> State:
        say = self.language.say
        if row.removed_on is not None:
            return State(say("no longer trusted"), "neutral", "clock")
        return State(say("no longer valid"), "warn") if row.expired else State(say("trusted"), "good")


class AnchorDialog(FormDialog):
    """One certificate with its whole fingerprint; it is removed with a reason."""

    def __init__(self, desk: Desk, held: AnchorLine, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, held.name, say("Remove from the list"), parent)
        self._held = held
        self.facts = FactList(self)
        lines = [
            (say("Issued to"), held.name),
            (say("Valid until"), language.date(held.valid_until)),
            (say("Fingerprint (SHA-256)"), spaced(held.fingerprint)),
            (say("Added on"), language.date(held.added_on)),
        ]
        if held.removed_on is not None:
            lines.append((say("Removed on"), f"{language.date(held.removed_on)} · {held.removed_reason}"))
        self.facts.show_facts(lines)
        self.column.insertWidget(0, self.facts)
        self.reason = self.form.add("reason", say("Reason for removing"), TextInput(), required=True)
        self.form.setVisible(held.removed_on is None)
        self.deed.setVisible(held.removed_on is None)

    def submit(self) -> None:
        """Removes the certificate."""
        held = self._held
        self.act(self.desk.jobs.do(self, trust.remove, held.id, held.version, self.reason.value()))


def spaced(fingerprint: str) -> str:
    """A fingerprint in fours, to be compared by eye."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4)).upper()
