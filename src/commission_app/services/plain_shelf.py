"""Which books are no chain of entries, each with the questions that fill it; a new one is one line here."""

from collections.abc import Mapping

from commission_app.rules.vocabulary.register import Book
from commission_app.services import blank_book, consultations_book, letters_book, minutes_book, payment_register
from commission_app.services.plain_books import PlainBook

PLAIN: Mapping[Book, PlainBook] = {
    one.book: one
    for one in (blank_book.BOOK, consultations_book.BOOK, payment_register.BOOK, minutes_book.BOOK, letters_book.BOOK)
}
