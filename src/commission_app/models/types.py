"""Column types that store exact values alike on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from enum import Enum
from fractions import Fraction
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, LargeBinary, String
from sqlalchemy import Enum as SqlEnum
from sqlalchemy.types import TypeDecorator

KEY = BigInteger().with_variant(Integer, "sqlite")
SORT_KEY = LargeBinary()


class UtcMoment(TypeDecorator[datetime]):
    """A moment in UTC with microseconds; a moment without a zone is refused, never guessed."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite keeps the text without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Always with the zone UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class FractionText(TypeDecorator[Fraction]):
    """A computed fraction as text n/d."""

    impl = String(80)
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        """The text n/d."""
        return None if value is None else f"{value.numerator}/{value.denominator}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Fraction | None:
        """The fraction of the text."""
        return None if value is None else Fraction(value)


def coded(words: type[Enum]) -> SqlEnum:
    """A column of coded words: VARCHAR without CHECK, so that a new word needs no migration."""
    return SqlEnum(
        words,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
        validate_strings=True,
    )


PRIVATE: dict[str, Any] = {"private": True}
"""Marks a personal column: the chain of acts covers it by a salted hash, so that a person can be erased."""
