"""The portfolio: evidence with its files, what the applicant says, and what was submitted of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from commission_app.errors import TroubleError
from commission_app.rules.vocabulary.evidence import EvidenceKind
from commission_app.rules.workflow import takes_evidence
from commission_app.services import evidence, evidence_intake, papers, submissions
from commission_app.services.cases import CaseCard
from commission_app.services.evidence import Attached, ItemLine, NewFile
from commission_app.services.evidence_intake import Handed, ReadFiles
from commission_app.services.submissions import NoteLine, SubmissionLine
from commission_app.ui.cases.tabs.portfolio_dialog import ItemDialog, ReplaceDialog, TakeOutDialog
from commission_app.ui.cases.tabs.portfolio_originals import OriginalsMenu
from commission_app.ui.cases.tabs.portfolio_preview import PortfolioPreview
from commission_app.ui.cases.tabs.portfolio_scans import ScanStrip
from commission_app.ui.cases.tabs.portfolio_tree import PortfolioTree
from commission_app.ui.cases.tabs.return_notes import about, notes_of_item, standing_notes
from commission_app.ui.cases.tabs.self_assessment_page import SelfAssessmentPage
from commission_app.ui.cases.tabs.submission_page import SubmissionPage
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.dropped import Dropped
from commission_app.ui.icons import icon
from commission_app.ui.jobs import Batch
from commission_app.ui.places import News
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.banner import Banner
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.ui.widgets.icon_button import icon_button
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.ui.widgets.segments import Segments
from commission_app.wording.sentences import sentence

PAGES = ("evidence", "said", "submitted")


class PortfolioTab(CaseTab):
    """Files can be dropped at any time; what is refused is said file by file, the others are taken."""

    watches: ClassVar[frozenset[str]] = frozenset({"evidence", "case", "submission"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        self._number = ""
        self._items: dict[int, ItemLine] = {}
        self._open_now = True
        self._notes: tuple[NoteLine, ...] = ()
        self._settling: tuple[NoteLine, ...] = ()
        self.notice = Banner(desk.language, self)
        self.tree = PortfolioTree(desk.language, self)
        self.preview = PortfolioPreview(desk, self)
        self.drop = FileDrop(
            desk.language,
            desk.language.say("Drop files here: each becomes evidence that you can then describe."),
            parent=self,
        )
        self.scans = ScanStrip(desk, self)
        self.originals = OriginalsMenu(desk, case_id, self.tree.ticked_ids, self)
        self.said = SelfAssessmentPage(desk, case_id, self)
        self.submissions = SubmissionPage(desk, case_id, self)
        self.returned = Banner(desk.language, self)
        self._lay_out()
        self._connect()

    def refresh(self, card: CaseCard) -> None:
        """Asks for the portfolio again."""
        self._number = self.originals.number = card.number
        self._open_now = takes_evidence(card.state)
        self.preview.allow(self._open_now)
        self.jobs.ask(self, evidence.portfolio, self.case_id).then(self._show)
        self.jobs.ask(self, submissions.of_case, self.case_id).then(self._remind)
        self.submissions.refresh(card)
        self.said.refresh()

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

    def take(
        self, paths: tuple[Path, ...], item_id: int | None = None, then: Callable[[ReadFiles], object] | None = None
    ) -> None:
        """Reads files in the background and lays each into the portfolio."""
        self.notice.hide()
        labour = partial(evidence_intake.read_files, paths)
        reading = self.jobs.work(self, labour).called(self.language.say("Reading files"))
        reading.then(then or (lambda found: self._lay_in(found, item_id)))

    def take_dropped(self, fell: Dropped, item_id: int | None = None) -> None:
        """Takes what fell onto the list: files of the desktop, or letters of a mail program."""
        if fell.paths:
            self.take(fell.paths, item_id)
        else:
            self._lay_in(ReadFiles(tuple(NewFile(name, data) for name, data in fell.letters), ()), item_id)

    def turn_page(self, name: str) -> None:
        """Shows the evidence, what the applicant says, or the submissions."""
        self.pages.set_value(name)
        self.stack.setCurrentIndex(PAGES.index(name))

    def _lay_out(self) -> None:
        say = self.language.say
        self.compare = QPushButton(icon("check"), "", self)
        self.add = QPushButton(icon("plus"), say("Add evidence …"), self)
        self.change = icon_button("edit", f"{say('Edit …')} F2", self)
        self.remove = icon_button("trash", f"{say('Take out')} Del", self)
        self.receipt = icon_button("print", f"{say('Print the receipt')} Ctrl+P", self)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        self.replace = icon_button("reload", say("Replace by a newer one …"), self)
        self.report = icon_button("file", say("Print the employer's report"), self)
        scanning = self.originals.menu.addAction(say("Folder of the scanner …"))
        scanning.triggered.connect(lambda _=False: self.scans.choose_folder())
        for button in (self.add, self.change, self.replace, self.remove, self.report):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.compare)
        row.addWidget(self.originals.button)
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
        self._lay_pages(split)

    def _lay_pages(self, split: QSplitter) -> None:
        """The evidence first; what the applicant says and what was submitted are pages beside it."""
        say = self.language.say
        titles = (say("Evidence"), say("Self-assessment"), say("Submissions"))
        self.pages = Segments(self).offer((name, title, "") for name, title in zip(PAGES, titles, strict=True))
        self.stack = QStackedWidget(self)
        items = QWidget(self)
        whole = QVBoxLayout(items)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * STEP)
        whole.addWidget(self.scans)
        whole.addWidget(split, 1)
        for page in (items, self.said, self.submissions):
            self.stack.addWidget(page)
        self.turn_page(PAGES[0])
        for part in (self.pages, self.returned, self.notice):
            self.body.addWidget(part)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.pages.chosen.connect(lambda name: self.turn_page(str(name)))
        self.said.changed.connect(self._ask_again)
        self.said.changed.connect(self.said.refresh)
        self.originals.stored.connect(self._told)
        self.scans.taking.connect(self._take_scans)
        self.scans.scans.changed.connect(self._show_scans)
        self.replace.clicked.connect(lambda _: self._replace())
        self.report.clicked.connect(lambda _: self.originals.print_report(self.tree.item_id()))
        self.tree.dropped.connect(self.take_dropped)
        self.drop.dropped.connect(self.take)
        self.tree.chosen.connect(self._choose)
        self.tree.ticked.connect(self._name_comparing)
        self.tree.opened.connect(self._open)
        self.tree.removing.connect(self._take_out)
        self.tree.removing_file.connect(lambda key: self._take_out(self.tree.item_id(), key))
        self.add.clicked.connect(lambda _: self.new())
        self.change.clicked.connect(lambda _: self.edit())
        self.remove.clicked.connect(lambda _: self.tree.remove())
        self.compare.clicked.connect(lambda _: self._compare())
        self.receipt.clicked.connect(lambda _: self.print_paper())
        for notes in (self.preview.notes, self.said.notes):
            notes.settled.connect(self._settle)
        self.preview.kept.connect(lambda name: self._told(self.language.say("{file} was kept as a file.", file=name)))
        self.preview.saved.connect(
            lambda name: self.happened.emit(News(self.language.say("Saved as {file}.", file=name)))
        )

    def _show(self, items: tuple[ItemLine, ...]) -> None:
        self._items = {item.id: item for item in items}
        self.tree.show_items(items)
        self.preview.check_new(self.case_id)
        for part in (self.change, self.remove, self.compare, self.tree, self.preview):
            part.setVisible(bool(items))
        self._choose()

    def _remind(self, lines: tuple[SubmissionLine, ...]) -> None:
        """Says above the evidence what is still to be mended since the portfolio was sent back."""
        self._notes = standing_notes(lines) if self._open_now else ()
        left = tuple(note for note in self._notes if not note.settled)
        self.tree.mark_returned({note.item_id: note.text for note in left if note.item_id is not None})
        self.said.remind(self._notes)
        self._show_notes()
        if left and left != self._settling:
            due = lines[0].answer_by
            until = self.language.say("Answer by {day}", day=self.language.date(due)) if due else ""
            said = "; ".join(f"{about(note)}: {note.text}" if about(note) else note.text for note in left)
            text = self.language.say("Sent back: {notes}", notes=said)
            show = self.language.say("Show the notes")
            self.returned.say(
                " · ".join(part for part in (text, until) if part), "warn", show, lambda: self.turn_page(PAGES[2])
            )
        elif not left:
            self.returned.hide()
        self._settling = left

    def _show_notes(self) -> None:
        self.preview.notes.show_notes(notes_of_item(self._notes, self._items.get(self.tree.item_id() or 0)))

    def _settle(self, note_id: int, settled: bool) -> None:
        done = self.jobs.do(self, submissions.settle_note, note_id, settled)
        done.then(lambda _: self.jobs.ask(self, submissions.of_case, self.case_id).then(self._remind))

    def _show_scans(self) -> None:
        self.scans.show_waiting(open_now=self._open_now, chosen=self.tree.item_id() is not None)

    def _take_scans(self, paths: tuple[Path, ...], join: bool) -> None:
        item_id = self.tree.item_id() if join else None
        self.take(paths, None, lambda found: self._lay_in(found, item_id, paths))

    def _choose(self) -> None:
        item = self._items.get(self.tree.item_id() or 0)
        self.replace.setVisible(item is not None and item.active)
        self.report.setVisible(item is not None and item.form.kind is EvidenceKind.EMPLOYER_REPORT)
        self._show_scans()
        self._show_notes()
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
        self._told(text)

    def _told(self, text: str) -> None:
        self.happened.emit(News(text))
        self._ask_again()

    def _open(self, key: int) -> None:
        item = self._items.get(key)
        if item is not None:
            dialog = ItemDialog(self.desk, self.case_id, item, self)
            dialog.stored.connect(lambda _: self._ask_again())
            dialog.open()

    def _take_out(self, key: int | None, file_id: int | None = None) -> None:
        item = self._items.get(key or 0)
        if item is None:
            return
        dialog = TakeOutDialog(self.desk, item, next((file for file in item.files if file.id == file_id), None), self)
        dialog.stored.connect(lambda _: self._ask_again())
        dialog.open()

    def _replace(self) -> None:
        item = self._items.get(self.tree.item_id() or 0)
        if item is None:
            return
        names, _ = QFileDialog.getOpenFileNames(self, self.language.say("Files of the newer evidence"))
        self.take(tuple(Path(name) for name in names), None, lambda found: self._replace_by(item, found))

    def _replace_by(self, item: ItemLine, found: ReadFiles) -> None:
        if found.troubles:
            self.notice.say("\n".join(sentence(self.language, one.refusal) for one in found.troubles), "warn")
        dialog = ReplaceDialog(self.desk, self.case_id, item, found.files, self)
        dialog.stored.connect(lambda _: self._ask_again())
        dialog.open()

    def _lay_in(self, found: ReadFiles, item_id: int | None, scans: tuple[Path, ...] = ()) -> None:
        pieces = tuple(Handed(self.case_id, file, item_id) for file in found.files)
        batch = self.jobs.each(self, evidence_intake.lay_in, pieces).called(self.language.say("Storing files"))
        batch.then(lambda done: self._laid_in(found, done, scans))

    def _laid_in(self, found: ReadFiles, done: Batch[Handed, Attached], scans: tuple[Path, ...]) -> None:
        troubles: list[TroubleError] = [*found.troubles, *(trouble for _, trouble in done.troubles)]
        said = [sentence(self.language, trouble.refusal) for trouble in troubles]
        remarks = [sentence(self.language, remark) for answer in done.answers for remark in answer.remarks]
        taken = self.language.count("{n} file was taken in.", "{n} files were taken in.", len(done.answers))
        if said or remarks:
            self.notice.say("\n".join([taken, *said, *remarks]), "warn" if said else "info")
        else:
            self.happened.emit(News(taken))
        refused = {handed.file.name for handed, _ in done.troubles} | {piece.file.name for piece in done.left}
        stored = {file.name for file in found.files} - refused
        self.scans.scans.take(path for path in scans if path.name in stored)
        if done.answers:
            self.tree.select(done.answers[-1].item_id)
        self._ask_again()

    def _ask_again(self) -> None:
        self.jobs.ask(self, evidence.portfolio, self.case_id).then(self._show)
