"""The register of consultations (konsultāciju reģistrs, glossary D8): a line for every consultation of a year."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import select

from commission_app.documents.consultation_minutes import paid
from commission_app.documents.registers.consultations import COLUMNS, ConsultationEntry, cells
from commission_app.i18n import Language
from commission_app.models.application import Consultation
from commission_app.rules.vocabulary.register import Book
from commission_app.services import consultations
from commission_app.services.consultation_papers import times
from commission_app.services.consultations import ConsultationRow
from commission_app.services.plain_books import PlainBook, PlainLine
from commission_app.store.work import Reading


def _days(reading: Reading) -> Iterable[date]:
    return reading.session.scalars(select(Consultation.held_on))


def _year_of(reading: Reading, key: int) -> int:
    return reading.get(Consultation, key).held_on.year


def _lines(reading: Reading, year: int, language: Language) -> Iterator[PlainLine]:
    """The consultations, the earliest first; the last column is for the signature by hand."""
    of_year = Consultation.held_on >= date(year, 1, 1), Consultation.held_on <= date(year, 12, 31)
    rows = reading.session.execute(select(Consultation.id, Consultation.uid).where(*of_year))
    uids = {row.id: row.uid for row in rows}
    for place, row in enumerate(reversed(consultations.everything(reading, year)), 1):
        entry = cells(_entry(place, row, language), language)
        number = language.number(place)
        yield PlainLine(row.id, number, row.form.held_on, uids[row.id], entry, row.case_id)


def _entry(place: int, row: ConsultationRow, language: Language) -> ConsultationEntry:
    form = row.form
    held = ", ".join(part for part in (language.date(form.held_on), times(form)) if part)
    return ConsultationEntry(
        position=place,
        held=held,
        minutes=form.minutes,
        applicant=row.who,
        consultant=form.consultant,
        topic=form.topic,
        payment=paid(language, form.free),
        case_number=row.case_number or None,
    )


BOOK = PlainBook(Book.CONSULTATIONS, COLUMNS, "consultation", _days, _lines, _year_of)
