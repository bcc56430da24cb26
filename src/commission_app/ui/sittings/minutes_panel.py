"""The minutes of a sitting and what can be done with them: word, keep, compare, sign, correct, print."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.services import minutes_versions
from commission_app.services.minutes_versions import MinutesCard
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.wording.sentences import sentence


class MinutesPanel(QWidget):
    """A line that says how the minutes stand, and the buttons; where an act is not possible now, the reason."""

    def __init__(self, desk: Desk, sitting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sitting_id = desk, sitting_id
        self.card: MinutesCard | None = None
        say = desk.language.say
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.state.setProperty("role", "soft")
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.reason.setProperty("role", "small")
        self.editing = self._button(say("Word the minutes …"), "edit", self.edit)
        self.keeping = self._button(say("Keep as a version"), "check", self.keep)
        self.comparing = self._button(say("Versions and changes …"), "", self.compare)
        self.signing = self._button(say("Sign the minutes …"), "", self.sign)
        self.correcting = self._button(say("Note a correction …"), "edit", self.correct)
        self.papers = self._button(say("Papers of the sitting …"), "print", self.show_papers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out()

    def refresh(self) -> None:
        """Asks how the minutes stand now."""
        desk = self._desk
        desk.jobs.ask(self, minutes_versions.card, self._sitting_id, desk.language).then(self._show)

    def edit(self) -> None:
        """Words the opening and the items."""
        from commission_app.ui.sittings.minutes_edit import MinutesEditDialog

        if self.card is not None:
            self._open(MinutesEditDialog(self._desk, self.card, self))

    def keep(self) -> None:
        """Keeps what the minutes say now."""
        if self.card is not None:
            do = self._desk.jobs.do
            promise = do(self, minutes_versions.keep, self._sitting_id, self.card.version)
            promise.resting(self.keeping).always(self.refresh)

    def compare(self) -> None:
        """Holds two versions against each other."""
        from commission_app.ui.sittings.minutes_difference import MinutesDifferenceDialog

        if self.card is not None and self.card.versions:
            MinutesDifferenceDialog(self._desk, self.card, self).open()

    def sign(self) -> None:
        """Asks for the day of signature."""
        from commission_app.ui.sittings.minutes_dialogs import SignMinutesDialog

        if self.card is not None:
            self._open(SignMinutesDialog(self._desk, self.card, self))

    def correct(self) -> None:
        """Asks what is wrong in the signed minutes."""
        from commission_app.ui.sittings.minutes_dialogs import CorrectMinutesDialog

        if self.card is not None:
            self._open(CorrectMinutesDialog(self._desk, self.card, self))

    def show_papers(self) -> None:
        """Opens the papers of the sitting."""
        from commission_app.ui.sittings.papers_dialog import SittingPapersDialog

        SittingPapersDialog(self._desk, self._sitting_id, self).open()

    def _open(self, dialog: QDialog) -> None:
        dialog.stored.connect(lambda _: self.refresh())  # type: ignore[attr-defined]
        dialog.open()

    def _show(self, card: MinutesCard) -> None:
        self.card = card
        signed = card.signed_on is not None
        self.state.setText(self._told(card))
        for button, against, shown in (
            (self.editing, card.against_editing, not signed),
            (self.keeping, card.against_editing, not signed and not card.kept),
            (self.signing, card.against_signing, not signed),
            (self.correcting, card.against_correcting, signed),
        ):
            self._stand(button, against)
            button.setVisible(shown)
        self.comparing.setVisible(bool(card.versions))
        told = " ".join(sentence(self._desk.language, why) for why in card.against_signing if not signed)
        self.reason.setText(told)
        self.reason.setVisible(bool(told))

    def _stand(self, button: QPushButton, against: tuple[Refusal, ...]) -> None:
        button.setEnabled(not against)
        button.setToolTip(" ".join(sentence(self._desk.language, why) for why in against))

    def _told(self, card: MinutesCard) -> str:
        language = self._desk.language
        said: list[str] = []
        if card.signed_on is not None:
            said.append(language.say("The minutes were signed on {day}.", day=language.date(card.signed_on)))
            if card.corrections:
                many = len(card.corrections)
                said.append(language.count("{n} correction is noted.", "{n} corrections are noted.", many))
            return " ".join(said)
        if not card.versions:
            return language.say("The program put the minutes together; no version is kept yet.")
        newest = card.versions[0]
        made = language.moment(newest.made_at) if newest.made_at is not None else ""
        said.append(
            language.say("Version {number} of {made}, {name}.", number=newest.number, made=made, name=newest.made_by)
        )
        if not card.kept:
            said.append(language.say("What was done has changed since."))
        return " ".join(said)

    def _button(self, text: str, sign: str, doing: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(sign), text, self) if sign else QPushButton(text, self)
        button.clicked.connect(lambda _: doing())
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(2 * STEP)
        # Signing and correcting never stand together: they share the first place.
        first = (self.signing, self.correcting)
        for button in first:
            grid.addWidget(button, 0, 0)
        for at, button in enumerate((self.editing, self.papers, self.comparing, self.keeping), 1):
            grid.addWidget(button, at // 3, at % 3)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self.state)
        column.addLayout(grid)
        column.addWidget(self.reason)


class MinutesDialog(QDialog):
    """The same in a window of its own, while the commission still sits."""

    def __init__(self, desk: Desk, sitting_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        say = desk.language.say
        self.setWindowTitle(say("Minutes of the sitting"))
        self.banner = Banner(desk.language, self)
        self.panel = MinutesPanel(desk, sitting_id, self)
        closing = QPushButton(say("Close"), self)
        closing.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(4 * STEP)
        column.addWidget(self.banner)
        column.addWidget(self.panel)
        column.addWidget(closing)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.panel.refresh()

    def show_trouble(self, text: str, _what: Refusal | None, _again: object) -> bool:
        """Shows a refusal above the buttons."""
        self.banner.say(text)
        return True
