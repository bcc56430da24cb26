"""Members of a commission from a file: which column is which, what each row would bring, and all of it in one act."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from commission_app.services import member_lists
from commission_app.services.commissions import CommissionCard
from commission_app.services.member_lists import MemberPreview, MembersPreview
from commission_app.services.sheet_files import SheetFile, SheetLayout
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.members_preview import MembersTable
from commission_app.ui.promises import Promise
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.inputs import TickInput
from commission_app.ui.widgets.sheet_dialog import SheetDialog
from commission_app.wording.sentences import sentence


class MembersFileDialog(SheetDialog):
    """Nothing is stored before the button is pressed; then all the rows that are chosen, or none."""

    taken = Signal(int)
    """How many members are new."""

    def __init__(self, desk: Desk, card: CommissionCard, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            desk,
            say("Take members from a file"),
            invitation=say("Drop the list of the members here: Excel or CSV, with headings, one row a member."),
            kinds=f"{say('Lists')} (*.xlsx *.csv *.txt)",
            columns=say("Column of the list of members and the heading of the file"),
            parent=parent,
        )
        self._card = card
        self.seen: MembersPreview | None = None
        self.empty = QPushButton(say("Save an empty list …"), self)
        self.empty.clicked.connect(lambda _: self._save_empty())
        self.present = QPushButton(say("Save the members as a list …"), self)
        self.present.setToolTip(say("In the same columns: changed in Excel, it can be taken in again."))
        self.present.clicked.connect(lambda _: self._save_present())
        self.present.setVisible(bool(card.members))
        self.not_taken = QLabel(self)
        self.not_taken.setProperty("role", "soft")
        self.not_taken.setWordWrap(True)
        self.not_taken.setTextFormat(Qt.TextFormat.PlainText)
        self.rows = MembersTable(desk.language, self)
        self.rows.chosen_changed.connect(self._offer)
        self.order = TickInput("", self)
        hint = QLabel(say("Space or a double click leaves a row out, or takes it in again."), self)
        hint.setProperty("role", "small")
        hint.setWordWrap(True)
        parts = ((self.told, 0), (self.not_taken, 0), (self.rows, 3), (hint, 0), (self.remarks, 2))
        buttons = self.lay_out(parts, self.order)
        for at, button in enumerate((self.empty, self.present)):
            button.setAutoDefault(False)
            buttons.insertWidget(at, button)

    def open_file(self, name: str, data: bytes) -> None:
        """Opens a list of members."""
        self.reading(self.desk.jobs.ask(self, member_lists.open_file, name, data), name)

    def match(self, file: SheetFile, sheet: str, head_row: int) -> Promise[SheetLayout]:
        """Which heading is which column of the list."""
        return self.desk.jobs.ask(self, member_lists.rematch, file, sheet, head_row)

    def opened(self, file: SheetFile) -> None:
        """Shows the columns and the rows of the list."""
        self.columns.show_file(file, member_lists.headings(self.language))
        self.rows.setFocus()
        super().opened(file)

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

    def preview(self) -> None:
        """Asks what each row of the list would bring."""
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


def _known(line: MemberPreview) -> bool:
    return line.known


def _refused(line: MemberPreview) -> bool:
    return line.against is not None
