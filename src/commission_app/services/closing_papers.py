"""Papers about the year of a book: the protocol of its closing, and the page that proves it unchanged."""

from datetime import datetime

from commission_app.documents import closing_protocol, register_proof
from commission_app.documents.closing_protocol import ClosingFacts
from commission_app.documents.house_style import Signatures
from commission_app.documents.register_proof import Compared, ProofFacts
from commission_app.documents.workbook_cells import ControlSum
from commission_app.i18n import LANGUAGES, OFFICE_ZONE, Language
from commission_app.models.register import BookClosing
from commission_app.rules.book_closing import YearSum, same_sum
from commission_app.rules.vocabulary.register import CHAINED, Book
from commission_app.services import book_closings, book_files, book_sums
from commission_app.services.book_closings import ClosingLine
from commission_app.services.book_sums import Reckoned
from commission_app.services.paper_sources import clerk, head_of_institution, letterhead
from commission_app.store.work import Reading


def protocol(reading: Reading, closing_id: int, language: Language) -> bytes:
    """The protocol of a closing as a PDF."""
    held = book_closings.line_of(reading.get(BookClosing, closing_id))
    reopened = None
    if held.reopened_on is not None:
        reopened = held.reopened_on, held.reopened_by, held.reopened_reason
    return closing_protocol.render(
        ClosingFacts(
            letterhead=letterhead(reading.session, held.closed_on, language),
            title=book_files.title_of(held.held.book),
            period=book_files.period_of(held.held.year),
            closed_on=held.closed_on,
            closed_by=held.closed_by,
            held=held.held,
            hash=held.hash,
            signatures=_signatures(reading),
            reopened=reopened,
        ),
        language,
    )


def proof(reading: Reading, book: Book, year: int, language: Language, earlier: str = "") -> bytes:
    """The page that proves a year of a book unchanged, as a PDF; `earlier` is a control sum read off a paper."""
    return register_proof.render(proof_facts(reading, book, year, language, earlier), language)


def proof_facts(reading: Reading, book: Book, year: int, language: Language, earlier: str = "") -> ProofFacts:
    """What the page says: the year reckoned anew, against its closing and against the earlier control sum."""
    closing = book_closings.line(reading, book, year)
    upto = closing.held.sums.entries if closing is not None and book in CHAINED else None
    found = book_sums.year_sums(reading, book, year, upto)
    typed = earlier.strip()
    return ProofFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        title=book_files.title_of(book),
        period=book_files.period_of(year),
        made_at=datetime.now(OFFICE_ZONE),
        made_by=reading.actor.name,
        chained=book in CHAINED,
        sums=found.sums,
        first_hash=found.first_hash,
        broken_at=found.broken_at,
        closed_on=closing.closed_on if closing is not None else None,
        against_closing=_against(closing, found),
        later=len(found.later),
        earlier=typed,
        earlier_is=_what_it_is(reading, book, year, language, typed, closing, found.sums) if typed else "",
        signatures=_signatures(reading),
    )


def _against(closing: ClosingLine | None, found: Reckoned) -> Compared:
    if closing is None:
        return Compared.NOTHING
    return Compared.SAME if closing.held.sums == found.sums else Compared.CHANGED


def _what_it_is(
    reading: Reading,
    book: Book,
    year: int,
    language: Language,
    typed: str,
    closing: ClosingLine | None,
    sums: YearSum,
) -> str:
    """Of what a control sum is that somebody read off a paper; nothing where it is of none of these."""
    if same_sum(typed, sums.control_sum):
        return language.say_of("paper", "control sum of the entries")
    if same_sum(typed, sums.head_hash):
        return language.say_of("paper", "hash of the last entry")
    if closing is not None and same_sum(typed, closing.hash):
        return language.say_of("paper", "control sum of the closing")
    for one in LANGUAGES:
        if same_sum(typed, _cells_sum(reading, book, year, one)):
            return language.say_of("paper", "control sum of the workbook and the printed book as they are today")
    return ""


def _cells_sum(reading: Reading, book: Book, year: int, language: Language) -> str:
    found = ControlSum()
    for row in book_files.content(reading, book, year, language).rows:
        found.add(row)
    return found.text()


def _signatures(reading: Reading) -> Signatures:
    return Signatures((clerk(reading.actor), head_of_institution(reading.session, reading.today)))
