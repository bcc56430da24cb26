"""The numbered books: series, numbers reserved, used or voided, chained entries, closed years, old books taken in."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.blob import Blob
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.register import Book, ImportState, NumberMode, NumberState


class Series(Root):
    """A running number of one book and year; its row is locked while a number is taken."""

    __tablename__ = "series"
    __table_args__ = (UniqueConstraint("book", "year", "source"),)
    noun = "register"

    book: Mapped[Book] = mapped_column(coded(Book))
    year: Mapped[int]
    source: Mapped[str] = mapped_column(String(64), default="", server_default="")
    """Empty for the office's own numbers; the sha256 of the file where the year was taken in from an old register."""
    mode: Mapped[NumberMode] = mapped_column(coded(NumberMode), default=NumberMode.GENERATED)
    pattern: Mapped[str] = mapped_column(String(60))
    last_value: Mapped[int] = mapped_column(default=0)
    last_entry: Mapped[int] = mapped_column(default=0)
    head_hash: Mapped[str] = mapped_column(String(64), default="")


class SeriesNumber(Noun):
    """One number of a series; it is never given twice, and a voided one stays with its reason."""

    __tablename__ = "series_number"
    __table_args__ = (UniqueConstraint("series_id", "text"),)
    noun = "register"

    series_id: Mapped[int] = mapped_column(KEY, ForeignKey("series.id"), index=True)
    value: Mapped[int | None]
    text: Mapped[str] = mapped_column(String(60))
    state: Mapped[NumberState] = mapped_column(coded(NumberState))
    subject_uid: Mapped[UUID | None] = mapped_column(Uuid)
    reason: Mapped[str] = mapped_column(Text, default="")

    series: Mapped[Series] = relationship()


class Entry(Noun):
    """A line of a book: never changed; a correction is a new entry that cites the old."""

    __tablename__ = "register_entry"
    __table_args__ = (
        UniqueConstraint("series_id", "position"),
        Index("ix_register_entry_subject_uid", "subject_uid"),
    )
    noun = "register"

    series_id: Mapped[int] = mapped_column(KEY, ForeignKey("series.id"))
    position: Mapped[int]
    number_id: Mapped[int] = mapped_column(KEY, ForeignKey("series_number.id"))
    entered_on: Mapped[date]
    subject_uid: Mapped[UUID] = mapped_column(Uuid)
    act_uid: Mapped[UUID] = mapped_column(Uuid)
    cites_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("register_entry.id"))
    text: Mapped[str] = mapped_column(Text, info=PRIVATE)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

    series: Mapped[Series] = relationship()
    number: Mapped[SeriesNumber] = relationship()


class BookClosing(Root):
    """The closing of a year of a book: what it held that day, frozen as text; a reopened one stays with its reason."""

    __tablename__ = "book_closing"
    __table_args__ = (Index("ix_book_closing_book_year", "book", "year"),)
    noun = "book_closing"

    book: Mapped[Book] = mapped_column(coded(Book))
    year: Mapped[int]
    closed_on: Mapped[date]
    closed_by: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))
    reopened_on: Mapped[date | None]
    reopened_by: Mapped[str] = mapped_column(String(200), default="")
    reopened_reason: Mapped[str] = mapped_column(Text, default="")


class RegisterImport(Root):
    """An old register taken in from an Excel file: which file, how its columns were read, how far it has come."""

    __tablename__ = "register_import"
    noun = "register_import"

    book: Mapped[Book] = mapped_column(coded(Book))
    name: Mapped[str] = mapped_column(String(300))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    blob_id: Mapped[int] = mapped_column(KEY, ForeignKey("blob.id"))
    layout: Mapped[str] = mapped_column(Text)
    rows: Mapped[int]
    state: Mapped[ImportState] = mapped_column(coded(ImportState))
    begun_on: Mapped[date]

    blob: Mapped[Blob] = relationship()


class BookTemplate(Root):
    """The institution's own Excel file that a book is exported into; one that was replaced stays."""

    __tablename__ = "book_template"
    noun = "book_template"

    book: Mapped[Book] = mapped_column(coded(Book))
    name: Mapped[str] = mapped_column(String(300))
    blob_id: Mapped[int] = mapped_column(KEY, ForeignKey("blob.id"))
    stored_on: Mapped[date]
    removed_on: Mapped[date | None]

    blob: Mapped[Blob] = relationship()
