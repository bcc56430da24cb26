"""The end of a year of a book in the window: closed with what it holds, proved, reopened only with a reason."""

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.rules.book_closing import BookYear
from commission_app.rules.vocabulary.register import Book
from commission_app.services import book_closings
from commission_app.services.book_closings import ClosingCard, ClosingLine
from commission_app.ui.desk import Desk
from commission_app.ui.jobs import Batch
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

MOST_LISTED = 40
"""So many numbers are told in the dialog; the protocol has them all."""


class ClosingDialog(FormDialog):
    """Shows what would be kept and what goes on; nothing that is under way stands against closing."""

    def __init__(self, desk: Desk, card: ClosingCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        held = card.held
        title = say("Close {book}, {year}", book=word(language, held.book), year=held.year)
        super().__init__(desk, title, say("Close the year"), parent)
        self._card = card
        told = QLabel(
            say(
                "After closing, no new entry is dated in this year; corrections stay possible, and it can be reopened."
            ),
            self,
        )
        told.setWordWrap(True)
        self.form.place(told)
        self.facts = FactList(self)
        self.facts.show_facts(
            (
                (say("Entries"), language.number(held.sums.entries)),
                (say("First and last number"), " – ".join(dict.fromkeys((held.sums.first, held.sums.last)))),
                (say("Reserved, not used"), _listed(desk, held.reserved)),
                (say("Voided"), _listed(desk, tuple(f"{number} ({why})" for number, why in held.voided))),
                (say("Carried over, not finished"), _listed(desk, held.carried)),
            )
        )
        self.form.place(self.facts)
        self.all_books = TickInput("", self)
        if card.others:
            names = ", ".join(word(language, book) for book in card.others)
            self.all_books.setText(say("Close the other books of this year too"))
            self.all_books.setToolTip(names)
            self.form.place(self.all_books)
        self.all_books.setVisible(bool(card.others))

    def submit(self) -> None:
        """Closes the book, or every book of the year, one short act each."""
        held = self._card.held
        books = (held.book, *self._card.others) if self.all_books.value() else (held.book,)
        promise = self.desk.jobs.each(self, book_closings.close, [BookYear(book, held.year) for book in books])
        promise.called(self.language.say("Closing {year}", year=held.year)).resting(self.deed).then(self._closed)

    def _closed(self, batch: "Batch[BookYear, int]") -> None:
        if batch.troubles:
            self.banner.say(" ".join(sentence(self.language, trouble.refusal) for _, trouble in batch.troubles))
            return
        self.form.mark_clean()
        self.stored.emit(batch.answers)
        self.accept()


class ReopenDialog(FormDialog):
    """Asks why the year is opened again; the closing stays in the record with the reason."""

    def __init__(self, desk: Desk, book: Book, closing: ClosingLine, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        year = closing.held.year
        title = say("Reopen {book}, {year}", book=word(language, book), year=year)
        super().__init__(desk, title, say("Reopen the year"), parent)
        self._closing = closing
        self.reason = self.form.add("reason", say("Why is the year reopened?"), LongTextInput(self), required=True)

    def submit(self) -> None:
        """Reopens the year."""
        held = self._closing
        self.act(self.desk.jobs.do(self, book_closings.reopen, held.id, held.version, self.reason.toPlainText()))


class ProofDialog(FormDialog):
    """Asks for a control sum off an earlier paper; without one, the year is compared with its closing alone."""

    def __init__(self, desk: Desk, book: Book, year: int, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        title = say("Proof of {book}, {year}", book=word(language, book), year=year)
        super().__init__(desk, title, say("Make the page"), parent)
        self.earlier = self.form.add(
            "earlier",
            say("Control sum of an earlier paper"),
            TextInput(self),
            help_text=say(
                "Typed or pasted from a signed proof, a closing, a printed book or a workbook; "
                "the first twelve letters are enough. May be left empty."
            ),
        )

    def submit(self) -> None:
        """Hands over what was typed."""
        self.form.mark_clean()
        self.stored.emit(self.earlier.value())
        self.accept()


def _listed(desk: Desk, found: tuple[str, ...]) -> str:
    """The numbers, not more than one reads at a glance, with how many there are."""
    if not found:
        return ""
    shown = ", ".join(found[:MOST_LISTED])
    more = f" … ({desk.language.number(len(found))})" if len(found) > MOST_LISTED else ""
    return shown + more
