"""What was decided before on the same course, occupation or training; its mapping can be taken over as a proposal."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.services import precedents
from commission_app.services.precedents import ItemPrecedents, PrecedentCard, UnitPractice
from commission_app.ui.columns import RIGHT, Column
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence


@dataclass(frozen=True)
class _Line:
    """One row: an item and a unit."""

    item: ItemPrecedents
    unit: UnitPractice


class PrecedentsDialog(QDialog):
    """A row for each piece of evidence and unit; the mapping of an item is taken over by one button."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._case_id, self._card = desk, case_id, PrecedentCard((), ())
        say = desk.language.say
        self.setWindowTitle(say("Precedents"))
        self.banner = Banner(desk.language, self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.table = RowsTable(self._columns(), self)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.take = QPushButton(say("Take over the mapping"), self)
        self.take.setProperty("role", "prominent")
        self.take.clicked.connect(lambda _: self._follow())
        close = QPushButton(say("Close"), self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * STEP, 5 * STEP, 5 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.banner)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 150, figure * 60)
        self._ask()

    def _columns(self) -> list[Column[_Line]]:
        language = self._desk.language
        say_of = language.say_of
        return [
            Column("subject", say_of("precedent", "Evidence"), self._subject, stretch=True),
            Column("unit", say_of("precedent", "Course or module"), self._unit),
            Column("times", say_of("precedent", "Times"), lambda line: str(line.unit.practice.times), RIGHT),
            Column("full", say_of("precedent", "Fully"), lambda line: str(line.unit.practice.full), RIGHT),
            Column("partly", say_of("precedent", "In part"), lambda line: str(line.unit.practice.partly), RIGHT),
            Column("refused", say_of("precedent", "Not"), lambda line: str(line.unit.practice.refused), RIGHT),
            Column("tested", say_of("precedent", "By test"), lambda line: str(line.unit.practice.tested), RIGHT),
            Column("last", say_of("precedent", "Last"), self._last),
        ]

    def _subject(self, line: _Line) -> str:
        return f"P{line.item.position} {line.item.subject}"

    def _unit(self, line: _Line) -> str:
        title = half(self._desk.language, line.unit.title_lv, line.unit.title_en)
        return f"{line.unit.unit_code} {title}"

    def _last(self, line: _Line) -> str:
        known, language = line.unit.practice, self._desk.language
        return f"{language.date(known.last_on)} · {known.last_case}"

    def _ask(self) -> None:
        self._desk.jobs.ask(self, precedents.precedents, self._case_id).then(self._show)

    def _show(self, card: PrecedentCard) -> None:
        self._card = card
        lines = [_Line(item, unit) for item in card.items for unit in item.units]
        say = self._desk.language.say
        if lines:
            self.told.setText(
                say("How the commission decided before on the same evidence, for the units asked for here.")
            )
        else:
            self.told.setText(
                say(
                    "There are no precedents yet. They arise when the subject of an evidence item (course, occupation, "
                    "training) is named and a decision on it is registered."
                )
            )
        self.table.show_rows(lines)
        self.table.setVisible(bool(lines))
        if lines and self.table.current() is None:
            self.table.selectRow(0)
        self._offer()

    def _offer(self) -> None:
        line, say = self.table.current(), self._desk.language.say
        against = self._card.against
        links = line.item.links if isinstance(line, _Line) else 0
        self.take.setText(say("Take over the mapping") if not links else say("Take over the mapping ({n})", n=links))
        self.take.setEnabled(bool(links) and not against)
        if against:
            self.take.setToolTip(sentence(self._desk.language, against[0]))
        elif not links:
            self.take.setToolTip(say("Everything that could be taken over is mapped already."))
        else:
            self.take.setToolTip(say("Makes the same links with their notes; the judgements are checked afterwards."))

    def _follow(self) -> None:
        line = self.table.current()
        if not isinstance(line, _Line):
            return
        promise = self._desk.jobs.do(self, precedents.follow, self._case_id, line.item.item_id)
        promise.then(self._followed)

    def _followed(self, links: int) -> None:
        text = self._desk.language.count("{n} link was made.", "{n} links were made.", links)
        self.banner.say(text, "good")
        self._ask()
