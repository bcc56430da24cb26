"""Members of a commission from a file: which column is which, what each row would bring, and all of it in one act."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QSplitter, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.services import member_lists, sheet_files
from commission_app.services.commissions import CommissionCard
from commission_app.services.member_lists import MemberPreview, MembersPreview
from commission_app.services.sheet_files import SheetFile, SheetLayout
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.members_preview import MembersTable
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.ui.widgets.import_columns import ImportColumns
from commission_app.ui.widgets.inputs import TickInput
from commission_app.wording.sentences import sentence


class MembersFileDialog(QDialog):
    """Nothing is stored before the button is pressed; then all the rows that are chosen, or none."""

    taken = Signal(int)
    """How many members are new."""

    def __init__(self, desk: Desk, card: CommissionCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.language, self._card = desk, desk.language, card
        self.file: SheetFile | None = None
        self.seen: MembersPreview | None = None
        say, say_of = desk.language.say, desk.language.say_of
        self.setWindowTitle(say("Take members from a file"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.banner = Banner(desk.language, self)
        invitation = say("Drop the list of the members here: Excel or CSV, with headings, one row a member.")
        kinds = f"{say('Lists')} (*.xlsx *.csv *.txt)"
        self.drop = FileDrop(desk.language, invitation, kinds=kinds, many=False, parent=self)
        self.drop.dropped.connect(lambda paths: self.open_path(paths[0]))
        self.empty = QPushButton(say("Save an empty list …"), self)
        self.empty.clicked.connect(lambda _: self._save_empty())
        self.present = QPushButton(say("Save the members as a list …"), self)
        self.present.setToolTip(say("In the same columns: changed in Excel, it can be taken in again."))
        self.present.clicked.connect(lambda _: self._save_present())
        self.present.setVisible(bool(card.members))
        title = say("Column of the list of members and the heading of the file")
        self.columns = ImportColumns(desk.language, title, self)
        self.columns.place_chosen.connect(self._rematch)
        self.columns.edited.connect(self._preview)
        self.told, self.not_taken, self.why = (QLabel(self) for _ in range(3))
        self.rows = MembersTable(desk.language, self)
        self.rows.chosen_changed.connect(self._offer)
        self.remarks = QListWidget(self)
        self.remarks.setWordWrap(True)
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remarks.setAccessibleName(say("Remarks"))
        self.order = TickInput("", self)
        self.deed = QPushButton(say_of("list", "Take in"), self)
        self.deed.setProperty("role", "prominent")
        self.deed.setDefault(True)
        self.deed.clicked.connect(lambda _: self.take_in())
        self._lay_out()

    def show_trouble(self, text: str, what: Refusal | None, again: Callable[[], None] | None) -> bool:
        """Says above the page what is wrong with the file; nothing can be taken in until it is right."""
        self.banner.say(text)
        return True

    def open_path(self, path: Path) -> None:
        """Reads a file and proposes how it is read."""
        self.banner.hide()
        labour = self.desk.jobs.work(self, lambda progress: sheet_files.read_file(path, progress))
        labour.then(lambda file: self._ask_open(file.name, file.data))

    def take_in(self) -> None:
        """Takes the chosen rows in, and the order where that is ticked; a refusal leaves everything as it was."""
        seen = self.seen
        if seen is None or not self.deed.isEnabled():
            return
        self.banner.hide()
        order = seen.order if self.order.value() else None
        promise = self.desk.jobs.do(self, member_lists.take_in, self._card.id, self.rows.chosen(), order)
        promise.called(self.language.say("Taking in the members")).resting(self.deed).then(self._taken)

    def _taken(self, count: int) -> None:
        self.taken.emit(count)
        self.accept()

    def _save_empty(self) -> None:
        name = f"{self.language.say('List of members')}.xlsx"
        self.desk.jobs.ask(self, member_lists.empty_list, self.language).then(lambda data: self._save(name, data))

    def _save_present(self) -> None:
        name = f"{self.language.say('Members')}.xlsx"
        asked = self.desk.jobs.ask(self, member_lists.workbook, self._card.id, self.language)
        asked.called(self.language.say("Writing the workbook")).then(lambda data: self._save(name, data))

    def _save(self, name: str, data: bytes) -> None:
        say = self.language.say
        save_copy(
            self, self.desk, name, data, lambda path: self.banner.say(say("Saved as {file}.", file=path.name), "good")
        )

    def _ask_open(self, name: str, data: bytes) -> None:
        asked = self.desk.jobs.ask(self, member_lists.open_file, name, data)
        asked.called(self.language.say("Reading {file}", file=name)).then(self._opened)

    def _opened(self, file: SheetFile) -> None:
        self.file = file
        self.columns.show_file(file, member_lists.headings(self.language))
        for part in (self.columns, self._right, self.deed):
            part.show()
        self.drop.hide()
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 160, figure * 84)
        self.rows.setFocus()
        self._preview()

    def _rematch(self, sheet: str, head_row: int) -> None:
        if self.file is not None:
            asked = self.desk.jobs.ask(self, member_lists.rematch, self.file, sheet, head_row)
            asked.then(self._rematched)

    def _rematched(self, layout: SheetLayout) -> None:
        self.columns.show_layout(layout)
        self._preview()

    def _preview(self) -> None:
        if self.file is None:
            return
        self.banner.hide()
        self._clear()
        layout = self.columns.layout_now()
        asked = self.desk.jobs.ask(self, member_lists.preview, self._card.id, self.file, layout)
        asked.called(self.language.say("Reading {file}", file=self.file.name)).then(self._show)

    def _clear(self) -> None:
        """Nothing is offered while the columns are not known."""
        self.seen = None
        self.deed.setEnabled(False)
        self.deed.setText(self.language.say_of("list", "Take in"))
        self.rows.show_lines(())
        self.remarks.clear()
        for part in (self.told, self.not_taken, self.remarks, self.order, self.why):
            part.hide()

    def _show(self, seen: MembersPreview) -> None:
        self.seen = seen
        language = self.language
        count, say = language.count, language.say
        known, refused = (sum(map(which, seen.lines)) for which in (_known, _refused))
        told = [count("{n} new member", "{n} new members", sum(line.new for line in seen.lines))]
        told += [count("{n} there already", "{n} there already", known)] if known else []
        told += [count("{n} row has errors", "{n} rows have errors", refused)] if refused else []
        self.told.setText(" · ".join(told))
        self.told.show()
        self.not_taken.setText(say("Columns that are not taken: {names}", names=", ".join(seen.not_taken)))
        self.not_taken.setVisible(bool(seen.not_taken))
        self.rows.show_lines(seen.lines)
        self.remarks.addItems(self._said(seen))
        self.remarks.setVisible(bool(self.remarks.count()))
        if seen.order is not None:
            day = language.date(seen.order.day) if seen.order.day else "–"
            text = say("The order of the commission becomes: No. {number}, {day}", number=seen.order.number, day=day)
            self.order.setText(text)
        self.order.setVisible(seen.order is not None)
        self.order.set_value(seen.order is not None and seen.order_missing)
        self._offer()

    def _said(self, seen: MembersPreview) -> list[str]:
        """What is wrong in a row, and what the list says otherwise of somebody who stays as entered."""
        say = self.language.say
        told = [sentence(self.language, line.against) for line in seen.lines if line.against is not None]
        for line in seen.lines:
            if line.differs:
                columns = ", ".join(line.differs)
                text = say(
                    "Row {row}: {name} stays as entered; the list says something else: {columns}.",
                    row=line.row,
                    name=line.name,
                    columns=columns,
                )
                told.append(text)
        return told

    def _offer(self) -> None:
        if self.seen is None:
            return
        chosen, against = len(self.rows.chosen()), self.seen.against
        self.deed.setEnabled(bool(chosen) and not against)
        self.deed.setText(self.language.count("Take in {n} member", "Take in {n} members", chosen))
        self.why.setText(" ".join(sentence(self.language, one) for one in against))
        self.why.setVisible(bool(against))

    def _lay_out(self) -> None:
        for label, role in ((self.told, "strong"), (self.not_taken, "soft"), (self.why, "small")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._right = self._lay_out_rows()
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(4 * STEP)
        both.addWidget(self.columns)
        both.addWidget(self._right)
        both.setStretchFactor(1, 1)
        both.setSizes((0, self.width()))
        leave = QPushButton(self.language.say("Cancel"), self)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        for button in (self.empty, self.present):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addWidget(self.why, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.deed)
        buttons.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(3 * STEP)
        column.addWidget(self.banner)
        column.addWidget(self.drop)
        column.addWidget(both, 1)
        column.addWidget(self.order)
        column.addLayout(buttons)
        hidden: tuple[QWidget, ...] = (self.columns, self._right, self.order, self.deed, self.why, self.remarks)
        for one in hidden:
            one.hide()
        column.addStretch(0)
        figure = self.fontMetrics().averageCharWidth()
        self.resize(figure * 110, figure * 26)

    def _lay_out_rows(self) -> QWidget:
        """What the file says, with the remarks below."""
        page = QWidget(self)
        right = QVBoxLayout(page)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(2 * STEP)
        hint = QLabel(self.language.say("Space or a double click leaves a row out, or takes it in again."), self)
        hint.setProperty("role", "small")
        hint.setWordWrap(True)
        for part, share in ((self.told, 0), (self.not_taken, 0), (self.rows, 3), (hint, 0), (self.remarks, 2)):
            right.addWidget(part, share)
        return page


def _known(line: MemberPreview) -> bool:
    return line.known


def _refused(line: MemberPreview) -> bool:
    return line.against is not None
