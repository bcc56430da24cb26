"""What was found about one file: a big plain sentence, the findings, and every fact side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.key import FactMatch
from commission_app.services import verification_report
from commission_app.services.printed_facts import FactLine
from commission_app.services.verification import Verified
from commission_app.ui.columns import Column, State
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence
from commission_app.wording.verification import TONES, fact_name, match_text
from commission_app.wording.words import word

_TONES = {
    FactMatch.SAME: "good",
    FactMatch.DIFFERENT: "bad",
    FactMatch.ABSENT: "warn",
    FactMatch.UNREAD: "neutral",
}


class VerificationPanel(QScrollArea):
    """Empty it explains what will stand here; the facts table is as high as its rows, so that all can be printed."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(self)
        self.chip = Chip(parent=inner)
        self.headline = self._label(inner, "title")
        self.findings = self._label(inner, "")
        self.heading = self._label(inner, "title")
        self.heading.setText(say("Every fact of the code"))
        self.facts = RowsTable(self._columns(), inner)
        self.facts.setAccessibleName(say("Every fact of the code"))
        self.facts.setMinimumHeight(self.fontMetrics().lineSpacing() * 14)
        self.none = EmptyState(
            say(
                "For each paper it is said here what was found: signatures, changes after signing, the code, whether "
                "each printed fact agrees with the signed one, and what the register says."
            ),
            icon="eye",
            parent=inner,
        )
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(self.none, 1)
        for part in (self.chip, self.headline, self.findings, self.heading):
            column.addWidget(part)
        column.addWidget(self.facts, 1)
        column.addStretch(0)
        self.setWidget(inner)

    def show_found(self, found: Verified | None) -> None:
        """Shows what was found about a file; nothing where none is chosen."""
        self.none.setVisible(found is None)
        shown: tuple[QWidget, ...] = (self.chip, self.headline, self.findings)
        for part in shown:
            part.setVisible(found is not None)
        table: tuple[QWidget, ...] = (self.heading, self.facts)
        for part in table:
            part.setVisible(found is not None and bool(found.facts))
        if found is None:
            return
        language = self._language
        self.chip.show_state(word(language, found.outcome), TONES[found.outcome])
        self.chip.setMinimumWidth(self.chip.sizeHint().width())
        self.headline.setText(sentence(language, found.headline))
        told = verification_report.findings(found, language)
        self.findings.setText("\n".join(f"• {text}" for text in told))
        self.facts.show_rows(found.facts)

    def _columns(self) -> tuple[Column[FactLine], ...]:
        language, say = self._language, self._language.say
        return (
            Column("fact", say("Fact"), lambda one: fact_name(language, one.fact, one.of), width_hint=24),
            Column("signed", say("Signed in the code"), lambda one: one.signed, stretch=True),
            Column("printed", say("Read on the paper"), self._shown, width_hint=24),
        )

    def _shown(self, one: FactLine) -> State:
        """What the paper shows, where it agrees; what is amiss, where it does not."""
        same = one.match is FactMatch.SAME
        return State(one.printed if same and one.printed else match_text(self._language, one), _TONES[one.match])

    def _label(self, parent: QWidget, role: str) -> QLabel:
        label = QLabel(parent)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
