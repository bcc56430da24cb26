"""The digital twins of a certificate: what each tells and lacks, saved as files, put inside the certificate's PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from commission_app.errors import Refusal
from commission_app.i18n import language as language_of
from commission_app.rules.twins import TWINS, Choices
from commission_app.rules.vocabulary.certificate import PaperKind
from commission_app.services import evidence_intake, keys, twin_seals, twin_texts, twins
from commission_app.services.evidence import NewFile
from commission_app.services.office import Progress
from commission_app.services.twin_seals import TakenBack
from commission_app.services.twin_texts import MissingText
from commission_app.services.twins import TwinFile, TwinsCard
from commission_app.ui.cases.twin_card import TwinCard
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.fact_list import FactList
from commission_app.wording.sentences import sentence

WIDTH, HEIGHT = 1000, 640
MOST_SEALED = 20 * 1024 * 1024


class TwinsDialog(QDialog):
    """Cards of the three formats on the left, what a twin tells on the right; every tick asks again."""

    changed = Signal()
    """A twin left the house."""

    def __init__(self, desk: Desk, certificate_id: int, number: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.language = desk.language
        self._id = certificate_id
        self.held: TwinsCard | None = None
        say = desk.language.say
        self.setWindowTitle(say("Digital twins of certificate No. {number}", number=number))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        self.with_code = self._tick(say("Personal code"))
        self.with_birth = self._tick(say("Date of birth"))
        self.with_paper = self._tick(say("the certificate itself inside ELMO"))
        self.cards = {kind: TwinCard(desk.language, kind, self) for kind in TWINS}
        for card in self.cards.values():
            card.wanted.connect(self.export)
            card.unlocking.connect(self.unlock)
            card.returning.connect(self.take_back)
        self.tells = FactList(self)
        self.texts = QPushButton(icon("edit"), say("Enter the missing texts …"), self)
        self.texts.setAutoDefault(False)
        self.texts.clicked.connect(lambda _: self.enter_texts())
        self.texts.hide()
        self.at_issue = QCheckBox(say("Certificates carry their twins inside from the moment they are issued"), self)
        self.at_issue.clicked.connect(self._settle)
        self.attach = {code: self._attach_button(code) for code in ("lv", "en")}
        self._lay_out()
        self._refresh()

    def choices(self) -> Choices:
        """What is ticked."""
        return Choices(self.with_code.isChecked(), self.with_birth.isChecked(), self.with_paper.isChecked())

    def export(self, kind: PaperKind) -> None:
        """A twin leaves the house, and is saved where the person says."""
        self.banner.hide()
        promise = self.desk.jobs.do(self, twins.export, self._id, kind, self.choices())
        promise.resting(self.cards[kind].save).then(self._left)

    def put_inside(self, code: str) -> None:
        """The certificate with its complete twins inside is kept, and saved where the person says."""
        self.banner.hide()
        promise = self.desk.jobs.do(self, twins.attach, self._id, language_of(code), self.choices())
        promise.resting(self.attach[code]).then(self._left)

    def unlock(self, passphrase: str) -> None:
        """Unlocks the key for this session."""
        self.banner.hide()
        asked = self.desk.jobs.ask_each(self, keys.unlock, passphrase)
        asked.resting(self.cards[PaperKind.CREDENTIAL_BADGE].unlock).then(lambda _: self._refresh())

    def enter_texts(self) -> None:
        """Asks for the texts that are missing in one of the languages."""
        from commission_app.ui.cases.twin_texts_dialog import TwinTextsDialog

        def show(missing: tuple[MissingText, ...]) -> None:
            dialog = TwinTextsDialog(self.desk, self._id, missing, self)
            dialog.stored.connect(lambda _: self._refresh())
            dialog.open()

        self.desk.jobs.ask(self, twin_texts.missing_texts, self._id).resting(self.texts).then(show)

    def take_back(self) -> None:
        """Asks for the file that the European issuer sealed, and keeps it once it says what ours says."""
        say = self.language.say
        chosen, _ = QFileDialog.getOpenFileName(self, say("The sealed credential"), "", "JSON (*.jsonld *.json)")
        if chosen:
            self.desk.jobs.work(self, partial(_read, Path(chosen))).then(self._returned)

    def _returned(self, file: NewFile) -> None:
        def said(taken: TakenBack) -> None:
            self.banner.say(self.language.say("Kept; sealed by {name}.", name=taken.sealed_by), "good")
            self._refresh()

        self.banner.hide()
        self.desk.jobs.do(self, twin_seals.take_back, self._id, file.name, file.data).then(said)

    def show_trouble(self, text: str, _what: Refusal | None, _again: Callable[[], None] | None) -> bool:
        """Shows a refusal across the top."""
        self.banner.say(text)
        return True

    def _left(self, paper_id: int) -> None:
        self.changed.emit()
        self._refresh()
        self.desk.jobs.ask_each(self, twins.file_of, paper_id).then(self._save)

    def _save(self, file: TwinFile) -> None:
        from commission_app.ui.widgets.file_copies import save_copy

        said = partial(self.language.say, "Saved as {file}.")
        save_copy(self, self.desk, file.name, file.data, lambda path: self.banner.say(said(file=path.name), "good"))

    def _settle(self, carried: bool) -> None:
        self.desk.jobs.do(self, twins.set_at_issue, carried).then(lambda _: self._refresh())

    def _refresh(self) -> None:
        self.desk.jobs.ask(self, twins.card, self._id, self.choices()).then(self._show)
        asked = self.desk.jobs.ask(self, twins.contents, self._id, self.choices(), self.language)
        asked.then(self.tells.show_facts)

    def _show(self, held: TwinsCard) -> None:
        self.held = held
        for line in held.lines:
            self.cards[line.kind].show_line(line, locked=held.key_locked)
        for tick, there in ((self.with_code, held.has_code), (self.with_birth, held.has_birth)):
            tick.setEnabled(there or tick.isChecked())
        self.at_issue.setChecked(held.at_issue)
        self.texts.setVisible(held.texts_missing)
        why = sentence(self.language, held.against_attaching[0]) if held.against_attaching else ""
        for code, button in self.attach.items():
            button.setVisible(code in held.paper_languages)
            button.setEnabled(not why)
            button.setToolTip(why)

    def _tick(self, text: str) -> QCheckBox:
        tick = QCheckBox(text, self)
        tick.clicked.connect(lambda _: self._refresh())
        return tick

    def _attach_button(self, code: str) -> QPushButton:
        say = self.language.say
        texts = {"lv": say("Put into the Latvian PDF …"), "en": say("Put into the English PDF …")}
        button = QPushButton(icon("file"), texts[code], self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: self.put_inside(code))
        button.hide()
        return button

    def _lay_out(self) -> None:
        say = self.language.say
        told = QLabel(
            say(
                "Made of the same record as the certificate. The personal code and the date of birth stay out unless "
                "they are ticked."
            ),
            self,
        )
        told.setProperty("role", "soft")
        told.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        for button in (self.texts, *self.attach.values()):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(4 * STEP)
        for part in (self.banner, told):
            column.addWidget(part)
        column.addLayout(self._ticks())
        column.addLayout(self._sides(), 1)
        column.addWidget(self.at_issue)
        column.addWidget(buttons)
        room = self.screen().availableGeometry()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))

    def _ticks(self) -> QHBoxLayout:
        """What is ticked, in a row."""
        ticks = QHBoxLayout()
        ticks.setSpacing(5 * STEP)
        ticks.addWidget(QLabel(self.language.say("Include:"), self))
        for tick in (self.with_code, self.with_birth, self.with_paper):
            ticks.addWidget(tick)
        ticks.addStretch(1)
        return ticks

    def _sides(self) -> QHBoxLayout:
        """The cards, and what a twin tells."""
        left = QVBoxLayout()
        left.setSpacing(3 * STEP)
        for card in self.cards.values():
            left.addWidget(card)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(5 * STEP)
        both.addWidget(_scrolled(left), 4)
        right = QVBoxLayout()
        heading = QLabel(self.language.say("What a twin tells"), self)
        heading.setProperty("role", "strong")
        right.addWidget(heading)
        right.addWidget(self.tells)
        right.addStretch(1)
        both.addWidget(_scrolled(right), 3)
        return both


def _read(path: Path, _progress: Progress) -> NewFile:
    """The bytes of a file, off the window's thread."""
    return evidence_intake.read_plain(path, MOST_SEALED)


def _scrolled(inside: QVBoxLayout) -> QScrollArea:
    """A column that may be taller than the window."""
    page = QWidget()
    inside.setContentsMargins(0, 0, 2 * STEP, 0)
    page.setLayout(inside)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setMinimumWidth(page.minimumSizeHint().width())
    area.setWidget(page)
    for ground in (page, area.viewport()):
        ground.setAutoFillBackground(False)
    return area
