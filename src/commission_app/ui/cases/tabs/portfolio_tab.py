"""The portfolio: evidence with its files, dropped in by handfuls, compared with originals, previewed at its side."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from commission_app.errors import TroubleError
from commission_app.services import attempts, evidence, evidence_intake, papers
from commission_app.services.cases import CaseCard
from commission_app.services.evidence import Attached, ItemLine
from commission_app.services.evidence_intake import Handed, ReadFiles
from commission_app.ui.cases.tabs.portfolio_dialog import ItemDialog
from commission_app.ui.cases.tabs.portfolio_preview import PortfolioPreview
from commission_app.ui.cases.tabs.portfolio_tree import PortfolioTree
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.jobs import Batch
from commission_app.ui.places import News
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.ui.widgets.icon_button import icon_button
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.wording.sentences import sentence


class PortfolioTab(CaseTab):
    """Files can be dropped at any time; what is refused is said file by file, the others are taken."""

    watches: ClassVar[frozenset[str]] = frozenset({"evidence", "case"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        self._number = ""
        self._items: dict[int, ItemLine] = {}
        self.notice = Banner(desk.language, self)
        self.tree = PortfolioTree(desk.language, self)
        self.preview = PortfolioPreview(desk, self)
        self.drop = FileDrop(
            desk.language,
            desk.language.say("Drop files here: each becomes evidence that you can then describe."),
            parent=self,
        )
        self._lay_out()
        self._connect()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the portfolio again."""
        self._number = card.number
        self.jobs.ask(self, evidence.portfolio, self.case_id).then(self._show)

    def new(self) -> None:
        """Ctrl+N: evidence without a file."""
        dialog = ItemDialog(self.desk, self.case_id, None, self)
        dialog.stored.connect(lambda _: self._ask_again())
        dialog.open()

    def edit(self) -> None:
        """F2: corrects what is chosen."""
        key = self.tree.item_id()
        if key is not None:
            self._open(key)

    def print_paper(self) -> None:
        """Ctrl+P: the receipt with what was handed in."""
        title = self.language.say("Receipt for {number}", number=self._number)
        asked = self.jobs.ask(self, papers.receipt, self.case_id, self.language)
        asked.then(lambda data: show_paper(self, self.desk, title, data, papers.file_name(self._number)))

    def take(self, paths: tuple[Path, ...], item_id: int | None = None) -> None:
        """Reads files in the background and lays each into the portfolio."""
        self.notice.hide()
        labour = partial(evidence_intake.read_files, paths)
        reading = self.jobs.work(self, labour).called(self.language.say("Reading files"))
        reading.then(lambda found: self._lay_in(found, item_id))

    def _lay_out(self) -> None:
        say = self.language.say
        self.compare = QPushButton(icon("check"), "", self)
        self.add = QPushButton(icon("plus"), say("Add evidence …"), self)
        self.change = icon_button("edit", f"{say('Edit …')} F2", self)
        self.remove = icon_button("trash", f"{say('Take out')} Del", self)
        self.receipt = icon_button("print", f"{say('Print the receipt')} Ctrl+P", self)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        for button in (self.add, self.change, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.compare)
        row.addWidget(self.receipt)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 2 * STEP, 0)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        column.addWidget(self.drop)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.preview)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([760, 420])
        split.setChildrenCollapsible(False)
        self.desk.memory.follow_splitter("portfolio", split)
        self.body.addWidget(self.notice)
        self.body.addWidget(split, 1)

    def _connect(self) -> None:
        self.tree.dropped.connect(self.take)
        self.drop.dropped.connect(self.take)
        self.tree.chosen.connect(self._choose)
        self.tree.ticked.connect(self._name_comparing)
        self.tree.opened.connect(self._open)
        self.tree.removing.connect(self._take_out)
        self.add.clicked.connect(lambda _: self.new())
        self.change.clicked.connect(lambda _: self.edit())
        self.remove.clicked.connect(lambda _: self._take_out(self.tree.item_id()))
        self.compare.clicked.connect(lambda _: self._compare())
        self.receipt.clicked.connect(lambda _: self.print_paper())
        self.preview.saved.connect(
            lambda name: self.happened.emit(News(self.language.say("Saved as {file}.", file=name)))
        )

    def _show(self, items: tuple[ItemLine, ...]) -> None:
        self._items = {item.id: item for item in items}
        self.tree.show_items(items)
        for part in (self.change, self.remove, self.compare, self.tree, self.preview):
            part.setVisible(bool(items))
        self._choose()

    def _choose(self) -> None:
        item = self._items.get(self.tree.item_id() or 0)
        files = item.files if item is not None else ()
        self.preview.show_file(next((file for file in files if file.id == self.tree.file_id()), None))

    def _name_comparing(self) -> None:
        count = len(self.tree.ticked_ids())
        say = self.language.say
        text = say("Compared with the original")
        self.compare.setText(f"{text} ({self.language.number(count)})" if count else text)

    def _compare(self) -> None:
        keys = self.tree.ticked_ids()
        promise = self.jobs.do(self, evidence.compare, self.case_id, keys)
        promise.resting(self.compare).then(self._compared)

    def _compared(self, count: int) -> None:
        text = self.language.count(
            "{n} document was compared with its original.", "{n} documents were compared with their originals.", count
        )
        self.happened.emit(News(text))
        self._ask_again()

    def _open(self, key: int) -> None:
        item = self._items.get(key)
        if item is not None:
            dialog = ItemDialog(self.desk, self.case_id, item, self)
            dialog.stored.connect(lambda _: self._ask_again())
            dialog.open()

    def _take_out(self, key: int | None) -> None:
        item = self._items.get(key or 0)
        if item is None:
            return
        say = self.language.say
        question = say(
            "Take “{title}” out of the portfolio? The history keeps that it was there.", title=item.form.title
        )
        if confirm(self, self.language, question, say("Take out")):
            self.jobs.do(self, attempts.take_back, item.id, item.version, question).then(lambda _: self._ask_again())

    def _lay_in(self, found: ReadFiles, item_id: int | None) -> None:
        pieces = tuple(Handed(self.case_id, file, item_id) for file in found.files)
        batch = self.jobs.each(self, evidence_intake.lay_in, pieces).called(self.language.say("Storing files"))
        batch.then(lambda done: self._laid_in(found, done))

    def _laid_in(self, found: ReadFiles, done: Batch[Handed, Attached]) -> None:
        troubles: list[TroubleError] = [*found.troubles, *(trouble for _, trouble in done.troubles)]
        said = [sentence(self.language, trouble.refusal) for trouble in troubles]
        remarks = [sentence(self.language, remark) for answer in done.answers for remark in answer.remarks]
        taken = self.language.count("{n} file was taken in.", "{n} files were taken in.", len(done.answers))
        if said or remarks:
            self.notice.say("\n".join([taken, *said, *remarks]), "warn" if said else "info")
        else:
            self.happened.emit(News(taken))
        if done.answers:
            self.tree.select(done.answers[-1].item_id)
        self._ask_again()

    def _ask_again(self) -> None:
        self.jobs.ask(self, evidence.portfolio, self.case_id).then(self._show)
