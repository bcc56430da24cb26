"""Applicants as persons: dated names, the history of personal codes, identity documents, contacts."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from commission_app.models.base import Noun, Root
from commission_app.models.types import KEY, PRIVATE, SORT_KEY


class Person(Root):
    """A person who applies; the name of today is repeated here for lists and sorting."""

    __tablename__ = "person"
    noun = "person"

    given_name: Mapped[str] = mapped_column(String(120), info=PRIVATE)
    family_name: Mapped[str] = mapped_column(String(120), info=PRIVATE)
    sort_key: Mapped[bytes] = mapped_column(SORT_KEY, index=True, info=PRIVATE)
    birth_date: Mapped[date | None] = mapped_column(info=PRIVATE)
    citizenship: Mapped[str] = mapped_column(String(80), default="", info=PRIVATE)
    email: Mapped[str] = mapped_column(String(200), default="", info=PRIVATE)
    phone: Mapped[str] = mapped_column(String(60), default="", info=PRIVATE)
    address: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    actual_address: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
    uses_e_address: Mapped[bool] = mapped_column(default=False)
    erased: Mapped[bool] = mapped_column(default=False)
    merged_into_id: Mapped[int | None] = mapped_column(KEY, ForeignKey("person.id"), index=True)

    names: Mapped[list["PersonName"]] = relationship(back_populates="person", order_by="PersonName.valid_from")
    codes: Mapped[list["PersonCode"]] = relationship(back_populates="person", order_by="PersonCode.valid_from")
    documents: Mapped[list["IdentityDocument"]] = relationship(back_populates="person", order_by="IdentityDocument.id")


class PersonName(Noun):
    """The name a person bears from a date; papers show the name of their day."""

    __tablename__ = "person_name"
    noun = "person"

    person_id: Mapped[int] = mapped_column(KEY, ForeignKey("person.id"), index=True)
    valid_from: Mapped[date]
    given_name: Mapped[str] = mapped_column(String(120), info=PRIVATE)
    family_name: Mapped[str] = mapped_column(String(120), info=PRIVATE)
    original_name: Mapped[str] = mapped_column(String(240), default="", info=PRIVATE)

    person: Mapped[Person] = relationship(back_populates="names")


class PersonCode(Noun):
    """A personal code and since when: a person may change an old code to a new one once."""

    __tablename__ = "person_code"
    noun = "person"

    person_id: Mapped[int] = mapped_column(KEY, ForeignKey("person.id"), index=True)
    valid_from: Mapped[date]
    code: Mapped[str] = mapped_column(String(12), index=True, info=PRIVATE)
    override_reason: Mapped[str] = mapped_column(Text, default="")

    person: Mapped[Person] = relationship(back_populates="codes")


class IdentityDocument(Noun):
    """The document by which a person without a Latvian code is identified."""

    __tablename__ = "identity_document"
    noun = "person"

    person_id: Mapped[int] = mapped_column(KEY, ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(80), info=PRIVATE)
    number: Mapped[str] = mapped_column(String(60), info=PRIVATE)
    country: Mapped[str] = mapped_column(String(80), default="", info=PRIVATE)
    valid_until: Mapped[date | None] = mapped_column(info=PRIVATE)

    person: Mapped[Person] = relationship(back_populates="documents")


class PersonDistinct(Noun):
    """Two persons who were looked at and are not one: the suggestion to merge them does not come back."""

    __tablename__ = "person_distinct"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)
    noun = "person"

    first_id: Mapped[int] = mapped_column(KEY, ForeignKey("person.id"), index=True)
    second_id: Mapped[int] = mapped_column(KEY, ForeignKey("person.id"), index=True)
    reason: Mapped[str] = mapped_column(Text, default="", info=PRIVATE)
