"""How far assessors agree in each standard, the samples drawn for a second look, and what it found."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language, today
from commission_app.rules.moderation import Agreement
from commission_app.services import moderation
from commission_app.services.moderation import AgreementLine, DrawingLine, SampleLine
from commission_app.ui.columns import RIGHT, Column, counted
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import excel_button, save_rows
from commission_app.ui.widgets.rows_table import RowsTable

YEAR = timedelta(days=365)


class AgreementPage(QWidget):
    """Above the standards of a period, below the cases of a sample; Enter opens a case at its matrix."""

    go = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        language = desk.language
        say = language.say
        self.since, self.until = DateEdit(language, self), DateEdit(language, self)
        self.since.set_value(today() - YEAR)
        self.until.set_value(today())
        for edit in (self.since, self.until):
            edit.on_edit(self.refresh)
        self.standards = RowsTable(_standard_columns(language), self)
        self.standards.setAccessibleName(say("Standards"))
        self.standards.opened.connect(lambda _: self.draw())
        self.nothing = EmptyState(say("No case was scored to the end in this period."), parent=self)
        self.drawing = QPushButton(say("Draw a sample …"), self)
        self.drawing.setProperty("role", "prominent")
        self.drawing.clicked.connect(lambda _: self.draw())
        self.samples = Choice(self).offer((), empty=say("No sample has been drawn"))
        self.samples.setAccessibleName(say("Sample"))
        self.samples.currentIndexChanged.connect(lambda _: self._ask_sample())
        self.cases = RowsTable(_case_columns(language), self)
        self.cases.setAccessibleName(say("Cases of the sample"))
        self.cases.opened.connect(self._open)
        self.noting = QPushButton(say("Note the second look …"), self)
        self.noting.clicked.connect(lambda _: self.note())
        self._newest: object = None
        self._lay_out()

    def refresh(self) -> None:
        """Asks for the standards of the period and for the samples."""
        since, until = self.since.value(), self.until.value()
        if since is not None and until is not None:
            self._desk.jobs.ask(self, moderation.agreements, since, until).then(self._show_standards)
        self._desk.jobs.ask(self, moderation.drawings).then(self._show_samples)

    def focus_first(self) -> None:
        """Puts the keyboard into the standards."""
        self.standards.setFocus()

    def draw(self) -> None:
        """Asks how many cases of the standard are to be looked at again."""
        from commission_app.ui.cases.moderation_dialogs import DrawDialog

        line, since, until = self.standards.current(), self.since.value(), self.until.value()
        if isinstance(line, AgreementLine) and since is not None and until is not None:
            dialog = DrawDialog(self._desk, line, since, until, self)
            dialog.stored.connect(self._drawn)
            dialog.open()

    def note(self) -> None:
        """Asks what the second look at the case found."""
        from commission_app.ui.cases.moderation_dialogs import NoteDialog

        line = self.cases.current()
        if isinstance(line, SampleLine):
            dialog = NoteDialog(self._desk, line, self)
            dialog.stored.connect(lambda _: self._tell(self._desk.language.say("The second look is noted.")))
            dialog.open()

    def save_standards(self) -> None:
        """Saves how far assessors agree in the period as a workbook."""
        language, days = self._desk.language, (self.since.value(), self.until.value())
        period = " – ".join(language.date(day) for day in days if day is not None)
        title, filters = language.say("Agreement of assessors"), ((language.say("Period"), period),)
        save_rows(self._desk, self.standards, title, self.told.emit, filters)

    def save_cases(self) -> None:
        """Saves the cases of the sample as a workbook."""
        say, sample = self._desk.language.say, self.samples.currentText()
        save_rows(self._desk, self.cases, say("Cases of the sample"), self.told.emit, ((say("Sample"), sample),))

    def _drawn(self, key: object) -> None:
        self._newest = key
        self._tell(self._desk.language.say("The sample is drawn."))

    def _tell(self, text: str) -> None:
        self.told.emit(text)
        self.refresh()

    def _open(self, line: object) -> None:
        if isinstance(line, SampleLine):
            self.go.emit(Place("case", line.case_id, "matrix"))

    def _show_standards(self, lines: tuple[AgreementLine, ...]) -> None:
        self.standards.show_rows(lines)
        if lines and self.standards.current() is None:
            self.standards.selectRow(0)
        self.standards.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.drawing.setEnabled(bool(lines))
        why = "" if lines else self._desk.language.say("No case was scored to the end in this period.")
        self.drawing.setToolTip(why)

    def _show_samples(self, lines: tuple[DrawingLine, ...]) -> None:
        language = self._desk.language
        held, self._newest = self._newest or self.samples.value(), None
        self.samples.blockSignals(True)
        empty = None if lines else language.say("No sample has been drawn")
        self.samples.offer(((line.id, _sample_text(language, line)) for line in lines), empty=empty)
        self.samples.set_value(held if any(line.id == held for line in lines) else (lines[0].id if lines else None))
        self.samples.blockSignals(False)
        self.samples.setEnabled(bool(lines))
        self._ask_sample()

    def _ask_sample(self) -> None:
        key = self.samples.value()
        if isinstance(key, int):
            self._desk.jobs.ask(self, moderation.drawing, key).then(self._show_cases)
        else:
            self._show_cases(())

    def _show_cases(self, lines: Sequence[SampleLine]) -> None:
        self.cases.show_rows(lines)
        if lines and self.cases.current() is None:
            self.cases.selectRow(0)
        self.cases.setVisible(bool(lines))
        self.noting.setVisible(bool(lines))

    def _lay_out(self) -> None:
        say = self._desk.language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        above, below = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (above, (QLabel(say("Scored from"), self), self.since, QLabel(say("until"), self), self.until)),
            (below, (QLabel(say("Sample"), self), self.samples)),
        ):
            row.setSpacing(2 * STEP)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
        above.addWidget(excel_button(self._desk, self.standards, self.save_standards, self))
        above.addWidget(self.drawing)
        below.addWidget(excel_button(self._desk, self.cases, self.save_cases, self))
        below.addWidget(self.noting)
        column.addLayout(above)
        column.addWidget(self.standards, 2)
        column.addWidget(self.nothing, 2)
        column.addLayout(below)
        column.addWidget(self.cases, 3)
        column.addStretch(0)


def share_text(language: Language, found: Agreement) -> str:
    """The share in per cent to one decimal, with the exact counts behind it."""
    share = found.share
    if share is None:
        return "–"
    percent = Decimal(share.numerator * 100) / Decimal(share.denominator)
    rounded = percent.quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
    return f"{language.number(Decimal(format(rounded, 'f')))} % ({found.alike}/{found.compared})"


def _sample_text(language: Language, line: DrawingLine) -> str:
    return language.say(
        "{standard}: {since} – {until}, {cases} of {population} cases, drawn on {day}",
        standard=line.code,
        since=language.date(line.since),
        until=language.date(line.until),
        cases=line.cases,
        population=line.population,
        day=language.date(line.drawn_on),
    )


def _standard_columns(language: Language) -> list[Column[AgreementLine]]:
    say = language.say

    def standard(line: AgreementLine) -> str:
        return f"{line.code} {half(language, line.title_lv, line.title_en)}"

    return [
        Column("standard", say("Standard"), standard, stretch=True, tooltip=standard),
        counted(language, "cases", say("Cases"), lambda line: line.cases),
        Column("share", say("Scored alike"), lambda line: share_text(language, line.agreement), align=RIGHT),
    ]


def _case_columns(language: Language) -> list[Column[SampleLine]]:
    say = language.say
    return [
        Column("case", say("Case"), lambda line: line.case_number),
        Column("applicant", say("Applicant"), lambda line: line.applicant),
        Column("share", say("Scored alike"), lambda line: share_text(language, line.agreement), align=RIGHT),
        Column("note", say("Second look"), lambda line: line.note, stretch=True, tooltip=lambda line: line.note),
        Column(
            "noted",
            say("Noted"),
            lambda line: f"{line.noted_by}, {language.date(line.noted_on)}" if line.noted_on else "",
        ),
    ]
