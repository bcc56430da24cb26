"""What is arranged for a sitting, in one line of links: convocation, replies, conflicts, statements, guests."""

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.conflict import MemberStatementKind
from commission_app.rules.vocabulary.sitting import SittingState
from commission_app.services import conflicts, convocations, guests, member_statements
from commission_app.services.conflicts import ConflictTable
from commission_app.services.convocations import ConvocationCard
from commission_app.services.guests import GuestLine
from commission_app.services.member_statements import StatementLine
from commission_app.services.sitting_cards import SittingCard
from commission_app.ui.desk import Desk
from commission_app.wording.convocation import expected_text
from commission_app.wording.sentences import sentence

if TYPE_CHECKING:
    from commission_app.ui.sittings.sitting_screen import SittingScreen

DONE, WAITS, PLAIN = "✓", "!", ""
_ORDER = ("convocation", "replies", "conflicts", "statements", "guests")


class BeforeStrip(QLabel):
    """Each part says how it stands and leads to where it is done; a mark, not a colour, tells what waits."""

    def __init__(self, desk: Desk, changed: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._changed = desk, changed
        self._held: SittingCard | None = None
        self._parts: dict[str, tuple[str, str]] = {}
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setAccessibleName(desk.language.say("Before the sitting"))
        self.linkActivated.connect(self.lead)
        self.hide()

    def show_card(self, held: SittingCard | None) -> None:
        """Asks how everything stands; a closed sitting has nothing before it any more."""
        self._held = held
        if held is None or held.state is SittingState.CLOSED:
            self.hide()
            return
        ask = self._desk.jobs.ask
        if held.state is SittingState.PLANNED:
            ask(self, conflicts.of_sitting, held.id).then(self._show_conflicts)
        else:
            # While votes are given the radar does not turn with each of them; it does when it is opened.
            self._parts = {"conflicts": (PLAIN, self._desk.language.say("conflicts of interest"))}
        ask(self, member_statements.of_sitting, held.id).then(self._show_statements)
        ask(self, guests.of_sitting, held.id).then(self._show_guests)
        if held.state is SittingState.PLANNED:
            ask(self, convocations.card, held.id).then(self._show_convocation)

    def texts(self) -> dict[str, str]:
        """How each part reads."""
        return {name: text for name, (_, text) in self._parts.items()}

    def lead(self, name: str) -> None:
        """Opens the dialog of a part."""
        dialog = self._dialog(name)
        if dialog is not None:
            dialog.open()

    def take_off(self, item_id: int) -> None:
        """Asks for the reason why an item is taken off the frozen agenda."""
        from commission_app.ui.sittings.sitting_dialogs import TakeOffDialog

        if self._held is not None:
            number = next(line.case_number for line in self._held.agenda if line.item_id == item_id)
            dialog = TakeOffDialog(self._desk, item_id, number, self)
            dialog.stored.connect(lambda _: self._changed())
            dialog.open()

    def _dialog(self, name: str) -> QDialog | None:
        from commission_app.ui.sittings.convocation_dialog import ConvocationDialog
        from commission_app.ui.sittings.guests_dialog import GuestsDialog
        from commission_app.ui.sittings.replies_dialog import RepliesDialog
        from commission_app.ui.sittings.statements_dialog import StatementsDialog
        from commission_app.ui.widgets.conflict_dialog import ConflictDialog

        if self._held is None:
            return None
        if name == "guests":
            found: QDialog = GuestsDialog(self._desk, self._held, self)
        elif name == "conflicts":
            found = ConflictDialog(self._desk, conflicts.of_sitting, self._held.id, self)
        else:
            kinds = {
                "convocation": ConvocationDialog,
                "replies": RepliesDialog,
                "statements": StatementsDialog,
            }
            found = kinds[name](self._desk, self._held.id, self)
        found.stored.connect(lambda _: self._changed())  # type: ignore[attr-defined]
        return found

    def _show_convocation(self, card: ConvocationCard) -> None:
        language = self._desk.language
        self._parts["convocation"] = (
            WAITS if card.convoked_on is None or card.calls_late else DONE,
            _called(language, card),
        )
        enough = card.expectation.enough
        self._parts["replies"] = (DONE if enough else WAITS, expected_text(language, card.expectation))
        self._draw()

    def _show_conflicts(self, table: ConflictTable) -> None:
        say, count = self._desk.language.say, self._desk.language.count
        text = say("conflicts of interest: nothing to look at")
        if table.open:
            text = count("conflicts of interest: {n} to look at", "conflicts of interest: {n} to look at", table.open)
        self._parts["conflicts"] = (WAITS if table.open else DONE, text)
        self._draw()

    def _show_statements(self, lines: tuple[StatementLine, ...]) -> None:
        lacking = sum(line.signed(kind) is None for line in lines for kind in MemberStatementKind)
        language = self._desk.language
        text = language.say("statements signed")
        if lacking:
            text = language.count("statements: {n} missing", "statements: {n} missing", lacking)
        self._parts["statements"] = (WAITS if lacking else DONE, text)
        self._draw()

    def _show_guests(self, lines: tuple[GuestLine, ...]) -> None:
        language = self._desk.language
        text = language.count("{n} guest", "{n} guests", len(lines)) if lines else language.say("no guests")
        self._parts["guests"] = (PLAIN, text)
        self._draw()

    def _draw(self) -> None:
        parts = [(name, *self._parts[name]) for name in _ORDER if name in self._parts]
        self.setText(" &nbsp;·&nbsp; ".join(_link(name, mark, text) for name, mark, text in parts))
        self.setVisible(bool(parts))


def _link(name: str, mark: str, text: str) -> str:
    """A link that is not parted at the end of a line, with its mark."""
    whole = escape(text).replace(" ", "&nbsp;")
    return f'{mark}&nbsp;<a href="{name}">{whole}</a>' if mark else f'<a href="{name}">{whole}</a>'


def _called(language: Language, card: ConvocationCard) -> str:
    if card.convoked_on is not None:
        return language.say("members called on {day}", day=language.date(card.convoked_on))
    if card.calls_late:
        return language.say("members not called, and it is late")
    return language.say("members not called yet, in time until {day}", day=language.date(card.last_day))


def nothing_text(language: Language, card: SittingCard) -> str:
    """What stands where no case is shown: why it may not be seen, or that there is none."""
    return sentence(language, card.barred) if card.barred is not None else language.say("The agenda is empty.")


def check_readiness(screen: "SittingScreen") -> None:
    """Shows what is still missing before the sitting can be held."""
    from commission_app.ui.sittings.readiness_dialog import ReadinessDialog

    dialog = ReadinessDialog(screen.desk, screen.sitting_id, screen)
    dialog.go.connect(screen.go)
    dialog.open()
