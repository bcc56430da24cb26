"""One edition of a standard: its life and acts, the line of editions, its content, and what was done to it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from commission_app.services import history, standard_files, standard_life, standards
from commission_app.services.standard_files import StandardFormat
from commission_app.services.standard_search import node_at
from commission_app.services.standards import EditionCard
from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.standards import edition_dialogs as dialogs
from commission_app.ui.standards import edition_words
from commission_app.ui.standards.conformity_panel import ConformityPanel
from commission_app.ui.standards.content_editor import ContentEditor
from commission_app.ui.standards.microcredential_panel import MicrocredentialPanel
from commission_app.ui.standards.principles_panel import PrinciplesPanel
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.acts_tree import ActsTree
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

CONTENT, MICROCREDENTIAL, CONFORMITY = "content", "microcredential", "conformity"
PRINCIPLES, HISTORY = "principles", "history"
VIEWS = (CONTENT, MICROCREDENTIAL, CONFORMITY, PRINCIPLES, HISTORY)


class StandardScreen(Screen):
    """The header says whether cases may be opened against it; below one reads, or in a draft writes, its content."""

    watches = frozenset({"standard", "case", "exam", "microcredential"})
    help_topic = "standards"
    rail = "standards"

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk, place)
        self._card: EditionCard | None = None
        self._name, self._soft, self._why = QLabel(self), QLabel(self), QLabel(self)
        self._name.setProperty("role", "display")
        self._soft.setProperty("role", "soft")
        self._why.setProperty("role", "small")
        for label in (self._name, self._soft, self._why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = Chip(parent=self)
        self.used = Chip(parent=self)
        self.acts = ActButton(desk.language, self)
        self.line = QWidget(self)
        self._steps: list[QPushButton] = []
        say = desk.language.say
        words = (say("Content"), say("Microcredential"), say("Conformity"), say("Ten principles"), say("History"))
        self.views = Segments(self).offer((view, text, "") for view, text in zip(VIEWS, words, strict=True))
        self.content = ContentEditor(desk, self)
        self.microcredential = MicrocredentialPanel(desk, self)
        self.conformity = ConformityPanel(desk, self)
        self.principles = PrinciplesPanel(desk, self)
        self.history = ActsTree(desk.language, self)
        self.pages = QStackedWidget(self)
        for page in (self.content, self.microcredential, self.conformity, self.principles, self.history):
            self.pages.addWidget(page)
        self.tree, self.words = self.content.tree, self.content.words
        self._lay_out()
        self.views.chosen.connect(self.show_view)
        self.content.go.connect(self.go)
        for panel in (self.content, self.microcredential, self.conformity, self.principles):
            panel.happened.connect(self.tell)
        self.turn_to(place)

    def title(self) -> str:
        """The standard's title, once it is known."""
        return "" if self._card is None else edition_words.title(self.language, self._card.row)

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The library stands above."""
        return ((self.language.say("Standards"), Place("standards")),)

    def refresh(self) -> None:
        """Asks for the edition again."""
        if isinstance(self.place.key, int):
            self.jobs.ask(self, standards.card, self.place.key).then(self._show)

    def turn_to(self, place: Place) -> None:
        """Goes to a unit or an outcome of the edition, or to its history."""
        super().turn_to(place)
        node = node_at(place.tab or "")
        if node is not None:
            self.content.turn_to(node)
        self.show_view(place.tab if place.tab in VIEWS else CONTENT)

    def focus_first(self) -> None:
        """Puts the keyboard into the search inside the edition."""
        self.words.setFocus()

    def edit(self) -> None:
        """Puts the keyboard into the form (F2)."""
        self.content.edit()

    def save(self) -> None:
        """Stores what is being written (Ctrl+S)."""
        page = self.pages.currentWidget()
        (page if isinstance(page, MicrocredentialPanel) else self.content).store()

    def show_view(self, view: object) -> None:
        """The content, what the edition says as a microcredential and how it conforms, or what was done to it."""
        self.views.set_value(view)
        self.pages.setCurrentIndex(VIEWS.index(str(view)))
        if self._card is None:
            return
        if view == HISTORY:
            self.jobs.ask(self, history.of_subject, self._card.uid).then(self.history.show_acts)
        page = self.pages.currentWidget()
        if isinstance(page, MicrocredentialPanel | ConformityPanel | PrinciplesPanel):
            page.show_edition(self._card.row.id)

    def review(self) -> None:
        """The draft is given to whoever approves it."""
        if self._card is not None:
            row = self._card.row
            told = self.language.say("Edition {label} sent to review", label=row.label)
            done = self.jobs.do(self, standard_life.send_to_review, row.id, row.version).resting(self.acts.button)
            done.then(lambda _: self._told(told))

    def send_back(self) -> None:
        """Asks what is to be changed; the edition is a draft again."""
        self._ask(dialogs.SendBackDialog, self.language.say("The edition is a draft again"))

    def approve(self) -> None:
        """Cases may be opened against the edition from now on."""
        if self._card is not None:
            label = self._card.row.label
            self._ask(dialogs.ApproveDialog, self.language.say("Edition {label} approved", label=label))

    def retire(self) -> None:
        """Asks until when the edition was in force."""
        if self._card is not None:
            label = self._card.row.label
            self._ask(dialogs.RetireDialog, self.language.say("Edition {label} is no longer in force", label=label))

    def settle_end(self) -> None:
        """Asks until when applications are taken."""
        self._ask(dialogs.EndDialog, self.language.say("The end of the edition is settled"))

    def new(self) -> None:
        """Begins a new edition of this standard (Ctrl+N)."""
        if self._card is not None:
            dialog = dialogs.NewEditionDialog(self.desk, self._card, self)
            dialog.stored.connect(lambda key: self.go.emit(Place("standard", key)))
            dialog.open()

    def discard(self) -> None:
        """Gives the draft up, after asking."""
        if self._card is None:
            return
        row, say = self._card.row, self.language.say
        question = say("Give up the draft {label} with everything in it?", label=row.label)
        if confirm(self, self.language, question, say("Give up the draft")):
            done = self.jobs.do(self, standard_life.discard, row.id, row.version)
            done.then(lambda _: self.go.emit(Place("standards")))

    def export(self, form: StandardFormat = StandardFormat.WORKBOOK) -> None:
        """Saves the edition in a format that can be taken in again."""
        if self._card is not None:
            row = self._card.row
            name = f"{row.code} {row.label}.{standard_files.ENDINGS[form]}".replace("/", "-")
            made = self.jobs.ask(self, standard_files.exported, row.id, form, self.language)
            made.then(lambda data: save_copy(self, self.desk, name, data, self._saved))

    def _saved(self, path: Path) -> None:
        self.tell(self.language.say("{file} saved", file=path.name))

    def _told(self, text: str) -> None:
        self.tell(text, self.place)
        self.refresh()

    def _ask(self, dialog: Callable[..., FormDialog], told: str) -> None:
        if self._card is not None:
            asked = dialog(self.desk, self._card, self)
            asked.stored.connect(lambda _: self._told(told))
            asked.open()

    def _show(self, card: EditionCard) -> None:
        self._card = card
        say, row = self.language.say, card.row
        self._name.setText(self.title())
        parts = [row.code, word(self.language, row.kind), say("edition {label}", label=row.label)]
        if row.lki is not None:
            parts.append(say("LKI level {lki}", lki=row.lki))
        parts.append(self.language.count("{n} unit", "{n} units", row.units))
        parts.append(self.language.count("{n} learning outcome", "{n} learning outcomes", row.outcomes))
        self._soft.setText(" · ".join(parts))
        mark = edition_words.state_mark(self.language, row.state)
        self.state.show_state(mark.text, mark.tone, mark.icon)
        self.used.show_state(edition_words.uses(self.language, row), "neutral", "lock")
        locked = " ".join(sentence(self.language, reason) for reason in card.used_by)
        self.used.setToolTip(locked)
        self.used.setVisible(row.used)
        self._why.setText(locked or card.state_reason)
        self._why.setVisible(bool(self._why.text()))
        self._show_line(card)
        self._show_acts(card)
        self.content.show_edition(card)
        if self.pages.currentWidget() is not self.content:
            self.show_view(self.views.value())
        self.renamed.emit()

    def _show_line(self, card: EditionCard) -> None:
        """The editions from the oldest, this one pressed in; hidden while there is one only."""
        for step in self._steps:
            step.hide()
            step.deleteLater()
        self._steps = []
        for key, text in edition_words.line_of(self.language, card):
            step = QPushButton(text, self.line)
            step.setProperty("role", "link")
            step.setEnabled(key != card.row.id)
            step.clicked.connect(partial(self._go_to, key))
            self._line.insertWidget(len(self._steps) + 1, step)
            self._steps.append(step)
        self.line.setVisible(len(self._steps) > 1)

    def _go_to(self, key: int, _checked: bool = False) -> None:
        self.go.emit(Place("standard", key))

    def _show_acts(self, card: EditionCard) -> None:
        say, acts = self.language.say, card.acts
        approving = not acts.approval or not acts.sending_back
        self.acts.show_acts(
            (
                Offered(say("Approve …"), acts.approval, self.approve, "check", not approving and bool(acts.approval)),
                Offered(say("Send to review"), acts.review, self.review, "", True),
                Offered(say("Back to draft …"), acts.sending_back, self.send_back, "", True),
                Offered(say("New edition …"), (), self.new, "plus", bool(not acts.editing)),
                Offered(say("Last day for applications …"), (), self.settle_end, "", True),
                Offered(say("Retire …"), acts.retirement, self.retire, "", True),
                Offered(say("Give up the draft …"), acts.discarding, self.discard, "", True),
                Offered(say("Export to Excel …"), (), self.export, "table", True),
                *(
                    Offered(text, (), partial(self.export, form), "", True)
                    for form, text in (
                        (StandardFormat.CASE, say("Export to CASE (JSON) …")),
                        (StandardFormat.MOODLE, say("Export to Moodle (CSV) …")),
                        (StandardFormat.MATRIX, say("Export to Mahara (.matrix) …")),
                    )
                ),
            )
        )

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2 * STEP)
        first.addWidget(self._name, 1)
        for chip in (self.state, self.used):
            first.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.acts, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line = QHBoxLayout(self.line)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2 * STEP)
        heading = QLabel(self.language.say("Editions"), self.line)
        heading.setProperty("role", "label")
        self._line.addWidget(heading)
        self._line.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(4 * STEP)
        second.addWidget(self._soft, 1)
        second.addWidget(self.views)
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.body.addWidget(self._why)
        self.body.addWidget(self.line)
        self.body.addWidget(self.pages, 1)
