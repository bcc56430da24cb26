"""The microcredentials of an edition: chosen, written, shown with what they lack, and no longer issued."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.services import microcredentials
from commission_app.services.microcredentials import EditionProfiles, ProfileCard
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.standards.profile_form import ProfileForm
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.wording.sentences import sentence


class MicrocredentialPanel(QWidget):
    """Ctrl+Enter stores; what a microcredential lacks stands above its form, and each lack at its field."""

    happened = Signal(str)
    """What was just done, in a sentence."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._language = desk, desk.language
        self._edition_id: int | None = None
        self._held: EditionProfiles | None = None
        self._wanted: int | None = None
        self._new = False
        say = desk.language.say
        self.which = Choice(self)
        self.which.setAccessibleName(say("Microcredential"))
        self.which.edited.connect(self._choose)
        self.chip = Chip(parent=self)
        self.begin = QPushButton(icon("plus"), say("New microcredential"), self)
        self.begin.clicked.connect(lambda _: self.new())
        self.end = QPushButton(say("No longer issue …"), self)
        self.end.clicked.connect(lambda _: self.retire())
        self.keep = QPushButton(say("Store"), self)
        self.keep.setProperty("role", "prominent")
        self.keep.clicked.connect(lambda _: self.store())
        self.lacks = QLabel(self)
        self.lacks.setProperty("role", "soft")
        self.lacks.setWordWrap(True)
        self.lacks.setTextFormat(Qt.TextFormat.PlainText)
        self.form = ProfileForm(desk.language, self)
        self.form.submitted.connect(self.store)
        self.empty = EmptyState(
            say("No microcredential of this programme is written down yet."), say("New microcredential"), self.new
        )
        self._lay_out()

    def show_edition(self, edition_id: int) -> None:
        """Asks for the microcredentials of an edition."""
        if edition_id != self._edition_id:
            self._new, self._held = False, None
        self._edition_id = edition_id
        self._desk.jobs.ask(self, microcredentials.of_edition, edition_id).then(self._show)

    def new(self) -> None:
        """Begins another microcredential with the title of the programme."""
        if self._held is not None:
            self._new = True
            self._show(self._held)
            self.form.focus_first()

    def store(self) -> None:
        """Keeps what was written, whole or not yet."""
        if self._edition_id is None or not self.form.check():
            return
        card = self.current()
        done = self._desk.jobs.do(
            self,
            microcredentials.store,
            self._edition_id,
            self.form.profile(),
            card.id if card else None,
            card.version if card else None,
        )
        done.resting(self.keep).then(self._stored)

    def retire(self) -> None:
        """The microcredential is issued no more, after asking."""
        card, say = self.current(), self._language.say
        if card is None:
            return
        title = half(self._language, card.profile.title.lv, card.profile.title.en)
        question = say("No longer issue “{title}”? Those that were issued stay as they are.", title=title)
        if confirm(self, self._language, question, say("No longer issue")):
            done = self._desk.jobs.do(self, microcredentials.retire, card.id, card.version)
            done.then(lambda _: self._tell(say("“{title}” is no longer issued.", title=title)))

    def current(self) -> ProfileCard | None:
        """The microcredential that is shown; none while a new one is written."""
        if self._new or self._held is None:
            return None
        return next((row for row in self._held.rows if row.id == self.which.value()), None)

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Shows a refusal at the field it names; the page shows the others."""
        return self.form.show_trouble(text, what, again)

    def _choose(self) -> None:
        self._new = False
        if self._held is not None:
            self._show(self._held)

    def _stored(self, key: int) -> None:
        self._new, self._wanted = False, key
        self.form.mark_clean()
        self._tell(self._language.say("The microcredential is stored."))

    def _tell(self, text: str) -> None:
        self.happened.emit(text)
        if self._edition_id is not None:
            self.show_edition(self._edition_id)

    def _show(self, held: EditionProfiles) -> None:
        first, self._held = self._held is None, held
        self.which.offer((row.id, self._named(row)) for row in held.rows)
        if self._wanted is not None:
            self.which.set_value(self._wanted)
            self._wanted = None
        if self.which.value() is None and held.rows:
            self.which.set_value(held.rows[0].id)
        card = self.current()
        writing = self._new or card is not None
        for part in (self.area, self.keep):
            part.setVisible(writing)
        self.empty.setVisible(not writing)
        self.which.setVisible(len(held.rows) > 1 and not self._new)
        self.begin.setVisible(bool(held.rows) and not self._new)
        retired = card is not None and card.retired_on is not None
        self.end.setVisible(card is not None and not retired)
        self.form.setEnabled(not retired)
        self.keep.setEnabled(not retired)
        self._show_state(card)
        if first or not self.form.dirty():
            self.form.offer_units(held.units)
            self.form.show_profile(held.blank if card is None else card.profile)
        self._show_lacks(card)

    def _show_state(self, card: ProfileCard | None) -> None:
        say = self._language.say
        self.chip.setVisible(card is not None)
        if card is None:
            return
        if card.retired_on is not None:
            day = self._language.date(card.retired_on)
            self.chip.show_state(say("no longer issued since {day}", day=day), "neutral")
        elif card.lacks:
            said = self._language.count("{n} thing is missing", "{n} things are missing", len(card.lacks))
            self.chip.show_state(said, "warn")
        else:
            self.chip.show_state(say("can be issued"), "good")

    def _show_lacks(self, card: ProfileCard | None) -> None:
        """Every lack in words; the first of each field at the field."""
        lacks = card.lacks if card is not None and card.retired_on is None else ()
        why = " ".join(sentence(self._language, one) for one in lacks)
        self.lacks.setText(self._language.say("It cannot be issued yet. {why}", why=why))
        self.lacks.setVisible(bool(lacks))
        for one in lacks:
            if one.field is not None and not self.form.dirty():
                self.form.field(one.field).show_error(sentence(self._language, one))

    def _named(self, row: ProfileCard) -> str:
        title = half(self._language, row.profile.title.lv, row.profile.title.en)
        return title if row.retired_on is None else self._language.say("{title} (no longer issued)", title=title)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        for part in (self.which, self.chip):
            top.addWidget(part)
        top.addStretch(1)
        for button in (self.end, self.begin, self.keep):
            top.addWidget(button)
        inside = QWidget(self)
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 4 * STEP, 0)
        within.addWidget(self.form)
        within.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addLayout(top)
        column.addWidget(self.lacks)
        column.addWidget(self.empty, 1)
        column.addWidget(self.area, 1)
