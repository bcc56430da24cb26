"""What can be done with the year of a book that lies open: saved, printed, numbered, closed, proved, taken in."""

from typing import TYPE_CHECKING

from commission_app.rules.vocabulary.register import CHAINED
from commission_app.services import book_closings, closing_papers
from commission_app.services.book_closings import ClosingCard
from commission_app.services.register_shelf import OpenBook
from commission_app.ui.widgets.act_button import Offered

if TYPE_CHECKING:
    from commission_app.ui.registers.registers_screen import RegistersScreen


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
        ]
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
        dialog.taken.connect(self._changed)
        dialog.open()

    def _changed(self, said: str) -> None:
        self._screen.tell(said)
        self._screen.refresh()
