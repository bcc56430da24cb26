"""The archive: the dated nomenclature of files, volumes with what lies in them, and the deeds that move them on."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.case import Case
from commission_app.models.types import KEY, PRIVATE, coded
from commission_app.rules.vocabulary.archive import DeedKind, DeedState, Holding, KeptSince, Retention, VolumeState
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.register import Book


class NomenclatureEntry(Root):
    """An index of the institution's nomenclature: what lies under it, and how long that is kept."""

    __tablename__ = "nomenclature_entry"
    __table_args__ = (UniqueConstraint("index_no", "valid_from"),)
    noun = "nomenclature"

    index_no: Mapped[str] = mapped_column(String(40))
    title_lv: Mapped[str] = mapped_column(String(300))
    title_en: Mapped[str] = mapped_column(String(300), default="")
    holds: Mapped[Holding] = mapped_column(coded(Holding))
    procedure: Mapped[Procedure | None] = mapped_column(coded(Procedure))
    book: Mapped[Book | None] = mapped_column(coded(Book))
    retention: Mapped[Retention] = mapped_column(coded(Retention))
    years: Mapped[int | None]
    kept_since: Mapped[KeptSince] = mapped_column(coded(KeptSince))
    legal: Mapped[str] = mapped_column(String(300), default="")
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]


class Volume(Root):
    """A bound volume of a case file or of a year of a register: its sheets, its contents, who certified it."""

    __tablename__ = "archive_volume"
    __table_args__ = (Index("ix_archive_volume_state_keep_until", "state", "keep_until"),)
    noun = "volume"

    entry_id: Mapped[int] = mapped_column(KEY, ForeignKey("nomenclature_entry.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("case_file.id"), index=True)
    book: Mapped[Book | None] = mapped_column(coded(Book))
    year: Mapped[int]
    part: Mapped[int] = mapped_column(default=1)
    title_lv: Mapped[str] = mapped_column(String(400), info=PRIVATE)
    title_en: Mapped[str] = mapped_column(String(400), default="", info=PRIVATE)
    first_day: Mapped[date]
    last_day: Mapped[date]
    sheets: Mapped[int] = mapped_column(default=0)
    contents: Mapped[str] = mapped_column(Text, default="[]", info=PRIVATE)
    both_sides: Mapped[bool] = mapped_column(default=False)
    place: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[VolumeState] = mapped_column(coded(VolumeState))
    certified_on: Mapped[date | None]
    certified_by: Mapped[str] = mapped_column(String(200), default="")
    certified_post_lv: Mapped[str] = mapped_column(String(200), default="")
    certified_post_en: Mapped[str] = mapped_column(String(200), default="")
    lettered: Mapped[str] = mapped_column(String(200), default="")
    missing: Mapped[str] = mapped_column(String(200), default="")
    keep_until: Mapped[date | None]

    entry: Mapped[NomenclatureEntry] = relationship()
    case: Mapped[Case | None] = relationship()


class ArchiveDeed(Root):
    """A deed: volumes handed over to the archive, or destroyed after the National Archives approved it."""

    __tablename__ = "archive_deed"
    __table_args__ = (UniqueConstraint("kind", "number"),)
    noun = "archive_deed"

    kind: Mapped[DeedKind] = mapped_column(coded(DeedKind))
    number: Mapped[str] = mapped_column(String(60))
    made_on: Mapped[date]
    state: Mapped[DeedState] = mapped_column(coded(DeedState))
    receiver: Mapped[str] = mapped_column(String(300), default="")
    receiver_name: Mapped[str] = mapped_column(String(200), default="", info=PRIVATE)
    receiver_post: Mapped[str] = mapped_column(String(200), default="")
    board: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    grounds: Mapped[str] = mapped_column(Text, default="")
    approval_number: Mapped[str] = mapped_column(String(80), default="")
    approved_on: Mapped[date | None]
    done_on: Mapped[date | None]
    way: Mapped[str] = mapped_column(String(300), default="")

    lines: Mapped[list["ArchiveDeedLine"]] = relationship(back_populates="deed", order_by="ArchiveDeedLine.position")


class ArchiveDeedLine(Noun):
    """A volume that stands in a deed."""

    __tablename__ = "archive_deed_line"
    __table_args__ = (UniqueConstraint("deed_id", "volume_id"),)
    noun = "archive_deed"

    deed_id: Mapped[int] = mapped_column(KEY, ForeignKey("archive_deed.id"), index=True)
    volume_id: Mapped[int] = mapped_column(KEY, ForeignKey("archive_volume.id"), index=True)
    position: Mapped[int]

    deed: Mapped[ArchiveDeed] = relationship(back_populates="lines")
    volume: Mapped[Volume] = relationship()
