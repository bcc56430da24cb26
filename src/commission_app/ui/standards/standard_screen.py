"""One edition of a standard: its state and acts, its facts, and its units with their learning outcomes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from commission_app.services import standard_files, standards
from commission_app.services.standard_files import StandardFormat
from commission_app.services.standards import EditionCard
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.standards import edition_words
from commission_app.ui.standards.outcome_tree import OutcomeTree
from commission_app.ui.standards.retire_dialog import RetireDialog
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.wording.words import word


class StandardScreen(Screen):
    """The header says whether cases may be opened against the edition; the tree says what it asks for."""

    watches = frozenset({"standard", "case", "exam"})
    help_topic = "standards"
    rail = "standards"

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk, place)
        self._card: EditionCard | None = None
        self._tree_of: tuple[object, ...] = ()
        self._name = QLabel(self)
        self._name.setProperty("role", "display")
        self._soft = QLabel(self)
        self._soft.setProperty("role", "soft")
        for label in (self._name, self._soft):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = Chip(parent=self)
        self.used = Chip(parent=self)
        self.acts = ActButton(desk.language, self)
        self.facts = FactList()
        self.tree = OutcomeTree(desk.language, self)
        self.words = self._search_line()
        self._found = QLabel(self)
        self._found.setProperty("role", "soft")
        self._lay_out()

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

    def focus_first(self) -> None:
        """Puts the keyboard into the search inside the edition."""
        self.words.setFocus()

    def approve(self) -> None:
        """Cases may be opened against the edition from now on."""
        if self._card is not None:
            row = self._card.row
            done = self.jobs.do(self, standards.approve, row.id, row.version).resting(self.acts.button)
            done.then(lambda _: self._told(self.language.say("Edition {label} approved", label=row.label)))

    def retire(self) -> None:
        """Asks until when the edition was in force."""
        if self._card is not None:
            label = self._card.row.label
            dialog = RetireDialog(self.desk, self._card, self)
            told = self.language.say("Edition {label} is no longer in force", label=label)
            dialog.stored.connect(lambda _: self._told(told))
            dialog.open()

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
        self.used.show_state(say("in use"), "neutral", "lock")
        self.used.setToolTip(edition_words.why_locked(self.language))
        self.used.setVisible(row.used)
        self.facts.show_facts(edition_words.facts(self.language, card))
        self._show_acts(card)
        if self._tree_of != (card.units, card.parts):
            self._tree_of = (card.units, card.parts)
            self.tree.show_edition(card)
            self._search()
        self.renamed.emit()

    def _show_acts(self, card: EditionCard) -> None:
        say = self.language.say
        self.acts.show_acts(
            (
                Offered(say("Approve"), card.against_approval, self.approve, "check", bool(card.against_approval)),
                Offered(say("Retire …"), card.against_retirement, self.retire, "", aside=True),
                Offered(say("Export to Excel …"), (), self.export, "table", aside=True),
                *(
                    Offered(text, (), partial(self.export, form), "", aside=True)
                    for form, text in (
                        (StandardFormat.CASE, say("Export to CASE (JSON) …")),
                        (StandardFormat.MOODLE, say("Export to Moodle (CSV) …")),
                        (StandardFormat.MATRIX, say("Export to Mahara (.matrix) …")),
                    )
                ),
            )
        )

    def _search(self) -> None:
        words = self.words.text()
        found = self.tree.search(words)
        self._found.setText(self.language.count("{n} found", "{n} found", found) if words.strip() else "")

    def _search_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(self.language.say("Search in this edition"))
        line.setAccessibleName(self.language.say("Search in this edition"))
        line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        line.setClearButtonEnabled(True)
        line.textChanged.connect(lambda _: self._search())
        return line

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(2 * STEP)
        first.addWidget(self._name, 1)
        for chip in (self.state, self.used):
            first.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.acts, 0, Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.setSpacing(2 * STEP)
        line.addWidget(self.words, 1)
        line.addWidget(self._found)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(line)
        column.addWidget(self.tree, 1)
        right = QFrame(self)
        right.setProperty("role", "card")
        inside = QVBoxLayout(right)
        inside.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        inside.addWidget(self.facts)
        inside.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(4 * STEP)
        across.addWidget(left, 5)
        across.addWidget(right, 2)
        self.body.addLayout(first)
        self.body.addWidget(self._soft)
        self.body.addLayout(across, 1)
