"""What can be done with the year of a book that lies open: saved, printed, numbered, closed, proved, taken in."""

from typing import TYPE_CHECKING

from commission_app.rules.vocabulary.register import CHAINED, Book
from commission_app.services import book_closings, closing_papers, papers, print_batch, register_import
from commission_app.services.book_closings import ClosingCard
from commission_app.services.print_batch import PrintBatch
from commission_app.services.register_import import OldRow, Piece
from commission_app.services.register_shelf import OpenBook
from commission_app.ui.registers.book_panel import BookPanel
from commission_app.ui.widgets.act_button import Offered
from commission_app.wording.sentences import sentence

if TYPE_CHECKING:
    from commission_app.ui.jobs import Batch
    from commission_app.ui.registers.registers_screen import RegistersScreen

_WITH_PAPERS = frozenset(set(Book) - {Book.PAYMENTS, Book.BLANKS, Book.APPEALS})
"""Books whose entries have a paper of their own."""


class BookActs:
    """The acts of the screen of registers; each opens its own dialog."""

    def __init__(self, screen: "RegistersScreen") -> None:
        self._screen = screen

    def offered(self, held: OpenBook) -> list[Offered]:
        """What the page offers for the book that lies open, with what stands against each."""
        screen, say = self._screen, self._screen.language.say
        acts = [
            Offered(say("Save as Excel …"), (), screen.save_workbook, "download"),
            Offered(say("Print the book …"), (), screen.print_paper, "print", aside=True),
            Offered(say("Own Excel template …"), (), self.template, aside=True),
        ]
        if screen.at.book in _WITH_PAPERS:
            acts.append(Offered(say("Print the papers of the chosen …"), (), self.print_chosen, "print", aside=True))
        if screen.at.book is Book.LETTERS:
            acts.append(Offered(say("Post of the day …"), (), self.open_mail, "upload", aside=True))
        if screen.at.book is Book.CERTIFICATES:
            acts.append(Offered(say("Digital twins …"), (), self.twins, "globe", aside=True))
            acts.append(Offered(say("Certificates that no longer hold …"), (), self.lost, aside=True))
        if held.numbering is not None:
            number = say("How it is numbered …")
            acts.append(Offered(number, held.numbering.against, screen.settle_numbers, aside=True))
        if not held.summary.source:
            acts += self._of_the_year(held)
        if held.summary.book in CHAINED:
            acts.append(Offered(say("Take in an old register …"), (), self.take_in, aside=True))
        return [*acts, Offered(say("Check integrity"), (), screen.check, "check", aside=True)]

    def _of_the_year(self, held: OpenBook) -> list[Offered]:
        say = self._screen.language.say
        proof = Offered(say("Proof that the year is unchanged …"), (), self.prove, aside=True)
        if held.closing is None:
            return [Offered(say("Close the year …"), held.against_closing, self.close_year, aside=True), proof]
        return [
            Offered(say("Protocol of the closing …"), (), self.protocol, aside=True),
            proof,
            Offered(say("Reopen the year …"), (), self.reopen, aside=True),
        ]

    def close_year(self) -> None:
        """Shows what the closing would keep, and closes."""
        at, screen = self._screen.at, self._screen
        screen.jobs.ask(screen, book_closings.foresee, at.book, at.year).then(self._closing)

    def _closing(self, card: ClosingCard) -> None:
        from commission_app.ui.registers.closing_dialogs import ClosingDialog

        screen = self._screen
        dialog = ClosingDialog(screen.desk, card, screen)
        dialog.stored.connect(
            lambda _: self._changed(screen.language.say("The year {year} is closed", year=screen.year))
        )
        dialog.open()

    def protocol(self) -> None:
        """Shows the protocol of the closing."""
        screen, held = self._screen, self._screen.held
        if held is not None and held.closing is not None:
            made = screen.jobs.ask(screen, closing_papers.protocol, held.closing.id, screen.language)
            made.then(screen.show_pdf)

    def reopen(self) -> None:
        """Asks for the reason, and reopens the year."""
        from commission_app.ui.registers.closing_dialogs import ReopenDialog

        screen, held = self._screen, self._screen.held
        if held is not None and held.closing is not None:
            dialog = ReopenDialog(screen.desk, screen.at.book, held.closing, screen)
            said = screen.language.say("The year {year} is open again", year=screen.year)
            dialog.stored.connect(lambda _: self._changed(said))
            dialog.open()

    def twins(self) -> None:
        """Lets the digital twins of the chosen certificates, or of all of the year, leave into a folder."""
        from commission_app.ui.registers.twins_batch_dialog import TwinsBatchDialog

        screen = self._screen
        panel = screen.middle.currentWidget()
        keys = panel.list.selected() if isinstance(panel, BookPanel) and panel.list is not None else ()
        TwinsBatchDialog(screen.desk, screen.at.year, tuple(keys), screen).open()

    def lost(self) -> None:
        """Shows the annulled certificates and those that a duplicate replaced."""
        from commission_app.ui.registers.lost_dialog import LostDialog

        LostDialog(self._screen.desk, self._screen).open()

    def prove(self) -> None:
        """Asks for an earlier control sum, and makes the page."""
        from commission_app.ui.registers.closing_dialogs import ProofDialog

        screen = self._screen
        dialog = ProofDialog(screen.desk, screen.at.book, screen.year, screen)
        dialog.stored.connect(self._prove)
        dialog.open()

    def _prove(self, earlier: object) -> None:
        screen, at = self._screen, self._screen.at
        made = screen.jobs.ask(screen, closing_papers.proof, at.book, at.year, screen.language, str(earlier or ""))
        made.called(screen.language.say("Reckoning the chain anew")).then(screen.show_pdf)

    def take_in(self) -> None:
        """Takes an old register in from an Excel file."""
        from commission_app.ui.registers.import_dialog import ImportDialog

        screen = self._screen
        dialog = ImportDialog(screen.desk, screen.at.book, screen)
        dialog.begun.connect(self._enter_rows)
        dialog.open()

    def _enter_rows(self, key: int, rows: "tuple[OldRow, ...]") -> None:
        """One short act for some rows, with progress and Cancel in the strip; other clicks get through in between."""
        screen, step = self._screen, register_import.PIECE
        pieces = [Piece(key, rows[at : at + step]) for at in range(0, len(rows), step)]
        batch = screen.jobs.each(screen, register_import.take_in, pieces)
        batch.called(screen.language.say("Taking in the old register")).then(lambda done: self._entered(key, done))

    def _entered(self, key: int, done: "Batch[Piece, int]") -> None:
        screen, count = self._screen, sum(done.answers)
        if not done.troubles and not done.left:
            said = screen.language.count("{n} entry taken in", "{n} entries taken in", count)
            screen.jobs.do(screen, register_import.finish, key).then(lambda _: self._changed(said))
            return
        text = screen.language.say(
            "The taking in was broken off after {n} entries; open “Take in an old register” again to go on.", n=count
        )
        wrong = " ".join(sentence(screen.language, trouble.refusal) for _, trouble in done.troubles[:3])
        screen.banner.say(f"{text} {wrong}".strip())
        screen.refresh()

    def template(self) -> None:
        """Keeps the institution's own Excel template of the book, tries it, and writes into it."""
        from commission_app.ui.registers.template_dialog import TemplateDialog

        screen = self._screen
        TemplateDialog(screen.desk, screen.at, screen.words(), screen).open()

    def print_chosen(self) -> None:
        """Makes the papers of the chosen lines, for one press of the printer."""
        screen, at = self._screen, self._screen.at
        panel = screen.middle.currentWidget()
        keys = panel.list.selected() if isinstance(panel, BookPanel) and panel.list is not None else ()
        title = screen.book_title()

        def show(batch: PrintBatch) -> None:
            from commission_app.ui.widgets.paper_preview import show_paper

            name = papers.file_name(title)
            show_paper(screen, screen.desk, title, batch.whole, name, kind=f"book-{at.book}", papers=batch.papers)

        asked = screen.jobs.ask(screen, print_batch.of_entries, at.book, keys, screen.language)
        asked.called(screen.language.say("Making the papers")).then(show)

    def open_mail(self) -> None:
        """Shows what went by post, for the list of registered items and the envelopes."""
        from commission_app.ui.registers.mail_dialog import MailDialog

        MailDialog(self._screen.desk, self._screen).open()

    def _changed(self, said: str) -> None:
        self._screen.tell(said)
        self._screen.refresh()
