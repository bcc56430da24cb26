"""How one outcome came to its scores: who said what and when, from what to what, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.services import score_history
from commission_app.services.score_history import HistoryLine
from commission_app.ui.cases.tabs import matrix_words
from commission_app.ui.columns import Column
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class HistoryDialog(QDialog):
    """The lines of the history, newest first; what is scored blind by others is not among them."""

    def __init__(self, desk: Desk, case_id: int, outcome_id: int, name: str, seat: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say = desk.language.say
        self.setWindowTitle(say("History of the outcome"))
        self._language = desk.language
        title = QLabel(name, self)
        title.setProperty("role", "strong")
        title.setWordWrap(True)
        self.table = RowsTable(_columns(desk.language), self)
        self.nothing = QLabel(say("Nothing was scored here yet."), self)
        self.nothing.setProperty("role", "soft")
        buttons = QDialogButtonBox(self)
        buttons.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        for widget in (title, self.nothing, self.table, buttons):
            column.addWidget(widget)
        self.nothing.hide()
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 110, figure * 50)
        desk.jobs.ask(self, score_history.history_of, case_id, outcome_id, seat).then(self._show)

    def _show(self, lines: tuple[HistoryLine, ...]) -> None:
        self.table.show_rows(lines)
        self.table.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.table.setFocus()


def _columns(language: Language) -> tuple[Column[HistoryLine], ...]:
    say = language.say
    return (
        Column("moment", say("When"), lambda line: language.moment(line.moment)),
        Column("user", say("Entered by"), lambda line: line.user_name),
        Column("whose", say("Whose score"), lambda line: line.assessor or say("The agreed result")),
        Column(
            "change",
            say("Change"),
            lambda line: " → ".join(
                (
                    _said(language, line.old_result, line.old_value),
                    _said(language, line.new_result, line.new_value),
                )
            ),
        ),
        Column("reason", say("Reason"), lambda line: line.reason, stretch=True),
    )


def _said(language: Language, result: OutcomeResult | None, value: int | None) -> str:
    if result is None:
        return "–"
    if value is None:
        return word(language, result)
    return f"{matrix_words.value_text(language, value)} ({word(language, result)})"
