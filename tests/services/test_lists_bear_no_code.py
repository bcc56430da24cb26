"""Lists that others read bear no personal code, in no language; only the register of certificates shows it whole."""

from collections.abc import Callable, Iterator

from commission_app.i18n import LANGUAGES, Language
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    archive_nomenclature,
    archive_papers,
    archive_volumes,
    book_files,
    certificates,
    convocation_papers,
    exam_papers,
    papers,
    sitting_papers,
)
from tests import hearings, make
from tests.documents.reading import words
from tests.hearings import House
from tests.services.test_archive import CASES

CODES = tuple(make.code(serial) for serial in range(6))
OTHER_BOOKS = tuple(book for book in Book if book not in (Book.CERTIFICATES, Book.BLANKS))


def lists(house: House) -> Iterator[tuple[str, Callable[[Language], bytes]]]:
    """Every paper that goes through many hands, of people whose personal codes the office knows."""
    office = house.office
    planned = hearings.planned(house, house.facts.also_met)
    exam, _ = hearings.exam(house)
    case = hearings.registered(house, house.facts.met, house.facts.one_not_met)
    office.do(archive_nomenclature.store, None, None, CASES)
    (volume, *_) = office.do(archive_volumes.bind_case, case)
    ask, year = office.ask, make.today(office).year
    yield "agenda", lambda language: ask(convocation_papers.agenda, planned.id, language)
    yield "convocation", lambda language: ask(convocation_papers.letters, planned.id, language)
    yield "attendance", lambda language: ask(sitting_papers.attendance, planned.id, language)
    yield "invitations", lambda language: ask(exam_papers.invitations, exam, language)
    yield "summary", lambda language: ask(exam_papers.summary, exam, language)
    yield "protocol", lambda language: ask(papers.exam_protocol, exam, language)
    yield "cover", lambda language: ask(archive_papers.cover, volume, language)
    yield "contents", lambda language: ask(archive_papers.contents, volume, language)
    for book in OTHER_BOOKS:
        yield book, lambda language, book=book: ask(book_files.export, book, year, "pdf", language)


def shown(data: bytes) -> set[str]:
    """The codes that a paper shows, with the hyphen or without it."""
    text = words(data)
    return {code for code in CODES if code in text or code.replace("-", "") in text}


def test_no_list_shows_a_personal_code(paper_house: House) -> None:
    for name, made in lists(paper_house):
        for language in LANGUAGES:
            assert shown(made(language)) == set(), f"{name} ({language.code})"


def test_the_register_of_certificates_shows_it_whole(paper_house: House) -> None:
    office, case = paper_house.office, hearings.registered(paper_house)
    office.do(certificates.issue, case, hearings.version(office, case))
    book, year = Book.CERTIFICATES, make.today(office).year
    assert shown(office.ask(book_files.export, book, year, "pdf", LANGUAGES[0])) == {CODES[0]}
